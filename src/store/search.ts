import type { EntityType } from '../vocabulary/entity-types.js';
import type { EntityRecord } from '../model/records.js';

/**
 * The ways in which a name can match the words of a search, the best first: the words are the whole
 * name; each word is a word of the name; each is a word or the beginning of one; each is that, or
 * has one typing mistake.
 */
export const matchTiers = ['NAME', 'WORDS', 'BEGINNINGS', 'MISTAKES'] as const;

export type MatchTier = (typeof matchTiers)[number];

/** A request for the entities whose names may match. */
export interface CandidateRequest {
  /** The folded words of the search, at least one. */
  readonly words: readonly string[];
  readonly tier: MatchTier;
  /** For the tier MISTAKES: by each word the words that it may be a mistake for. */
  readonly mistakable: ReadonlyMap<string, readonly string[]>;
  /** Null for all. */
  readonly types: readonly EntityType[] | null;
  /** Returns only entities after this one in the order; null for all. */
  readonly after: Pick<EntityRecord, 'degree' | 'slug'> | null;
  readonly limit: number;
}
