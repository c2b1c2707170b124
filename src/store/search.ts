import type { EntityType } from '../vocabulary/entity-types.js';
import type { EntityRecord } from '../model/records.js';
import type { MeantWords } from '../values/meant-words.js';
import type { Language } from '../vocabulary/languages.js';

/**
 * The ways in which a store looks for words, the most exact first: the words are a whole name; each
 * word is a word of a name; each is a word or the beginning of one; each is that, or may have been
 * meant for another; and apart from these, one of the words is a key (see `searchedTexts`).
 */
export const lookups = ['NAME', 'WORDS', 'BEGINNINGS', 'MEANT', 'KEYS'] as const;

export type Lookup = (typeof lookups)[number];

/** A request for the entities whose names may match. */
export interface CandidateRequest {
  /** The folded words of the search, or keys; at least one. */
  readonly words: readonly string[];
  readonly lookup: Lookup;
  /** For the lookup MEANT: what may have been meant by each word. */
  readonly meant: MeantWords;
  /** Null for all. */
  readonly types: readonly EntityType[] | null;
  /** Returns only entities after this one in the order; null for all. */
  readonly after: Pick<EntityRecord, 'degree' | 'slug'> | null;
  readonly limit: number;
}

/** A request for the entities with a text that has all words. */
export interface TextRequest extends Pick<CandidateRequest, 'types' | 'after' | 'limit'> {
  /** Folded words, at least one. */
  readonly words: readonly string[];
}

/**
 * An entity with the first of its texts that has all words: its descriptions in the order of the
 * languages, then the notes of evidence for it, and for relations that start at it, by id.
 */
export interface TextCandidate {
  readonly entity: EntityRecord;
  readonly text: string;
  /** The language of a description; null for a note. */
  readonly language: Language | null;
}
