import { EDITORIAL_SOURCE } from './attestation.js';
import { isOnWhole } from './evidence.js';
import { namesRival } from './disagreement.js';
import type { EvidenceRecord, Standing } from './records.js';

/**
 * What one source says of a relation as a whole. STATES: it confirms the relation. IMPLIES: its
 * confirmation is inferred, or is of one property only. DENIES: it contradicts the relation. FAVOURS:
 * it denies a rival because this relation holds in its place.
 */
export interface Saying {
  readonly sourceSlug: string;
  readonly says: 'STATES' | 'IMPLIES' | 'DENIES' | 'FAVOURS';
}

/** The properties of evidence that sayings depend on. */
type SayingEvidence = Pick<
  EvidenceRecord,
  'target' | 'property' | 'sourceSlug' | 'stance' | 'value' | 'inferred'
>;

/**
 * Returns what each piece of evidence says of a relation. Another value of a property says nothing
 * against the relation.
 *
 * The query texts of both engines repeat this rule; tests/store/contract.test.ts compares them.
 * @param evidence all evidence for the relation and for its rivals.
 */
export function sayingsOf(key: string, evidence: readonly SayingEvidence[]): Saying[] {
  return evidence.flatMap((piece) => {
    const says = saysOf(key, piece);
    return says ? [{ sourceSlug: piece.sourceSlug, says }] : [];
  });
}

function saysOf(key: string, piece: SayingEvidence): Saying['says'] | null {
  if (piece.target !== key) return namesRival(piece) && piece.value === key ? 'FAVOURS' : null;
  if (piece.stance === 'CONTRADICTS') return isOnWhole(piece) ? 'DENIES' : null;
  return isOnWhole(piece) && !piece.inferred ? 'STATES' : 'IMPLIES';
}

/** Returns the standing of a relation; EDITORIAL if nothing is said of it. */
export function standingOf(sayings: readonly Saying[]): Standing {
  const supporting = sayings.filter(supports);
  const bySources = supporting.filter(({ sourceSlug }) => sourceSlug !== EDITORIAL_SOURCE);
  if (bySources.some(({ says }) => says === 'STATES')) return 'STATED';
  if (bySources.length > 0) return 'INFERRED';
  if (supporting.length > 0) return 'EDITORIAL';
  return sayings.some(({ says }) => says === 'DENIES') ? 'DENIED' : 'EDITORIAL';
}

/**
 * Returns what is left of the sayings when sources are set aside. Returns null if the relation falls
 * with them: if no source is left that states or implies it, or that denies one which none stated
 * or implied before.
 */
export function sayingsLeft(
  sayings: readonly Saying[],
  isSetAside: (source: string) => boolean,
): Saying[] | null {
  const left = sayings.filter(({ sourceSlug }) => !isSetAside(sourceSlug));
  const carries = sayings.some(supports)
    ? supports
    : ({ says }: Saying): boolean => says === 'DENIES';
  const falls = sayings.some(carries) && !left.some(carries);
  return falls ? null : left;
}

/** Returns the sources that count for a relation: those that state it, without the editors. */
export function sourcesStating(sayings: readonly Saying[]): string[] {
  return sayings
    .filter(({ sourceSlug, says }) => says === 'STATES' && sourceSlug !== EDITORIAL_SOURCE)
    .map(({ sourceSlug }) => sourceSlug);
}

/** Returns whether a source states or implies the relation. */
function supports({ says }: Saying): boolean {
  return says === 'STATES' || says === 'IMPLIES';
}

/** Returns whether a source denies the relation, or denies a rival in its favour. */
export function isContested(sayings: readonly Saying[]): boolean {
  return sayings.some(({ says }) => says === 'DENIES' || says === 'FAVOURS');
}
