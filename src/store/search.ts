import type { EntityType } from '../vocabulary/entity-types.js';
import type { EntityRecord } from '../model/records.js';

/**
 * How names can match words, best first: as a whole; each word with one of the name's; each with
 * one or the beginning of one; each so or with one typing mistake.
 */
export const matchTiers = ['NAME', 'WORDS', 'BEGINNINGS', 'MISTAKES'] as const;

export type MatchTier = (typeof matchTiers)[number];

/** Asks for entities whose names may match. */
export interface CandidateRequest {
  /** Of a folded name, at least one. */
  readonly words: readonly string[];
  readonly tier: MatchTier;
  /** For the tier MISTAKES: by word those that may have been meant. */
  readonly mistakable: ReadonlyMap<string, readonly string[]>;
  /** Null for all. */
  readonly types: readonly EntityType[] | null;
  /** Only those after this place in the order. */
  readonly after: Pick<EntityRecord, 'degree' | 'slug'> | null;
  readonly limit: number;
}
