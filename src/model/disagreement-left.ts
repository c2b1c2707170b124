import {
  namesRival,
  sideOfStatement,
  sidesOfDenial,
  sidesOfProperty,
  sidesOfRivals,
  type Claim,
  type Side,
} from './disagreement.js';
import { isRelationKey, slugsIn, type DisagreementRecord, type EvidenceRecord } from './records.js';
import { sayingsLeft, sayingsOf } from './standing.js';

// What is left of disagreements when sources are set aside.

type SourcedClaim = Claim & Pick<EvidenceRecord, 'sourceSlug' | 'inferred'>;
type IsSetAside = (source: string) => boolean;

/**
 * Returns whether sources still disagree if others are set aside: whether at least two sides are
 * left, and the relation does not fall that the disagreement is about.
 * @param evidence all evidence for the records that it is about.
 */
export function isDisagreementLeft(
  { kind, target, property, rivals }: DisagreementRecord,
  evidence: readonly SourcedClaim[],
  isSetAside: IsSetAside,
): boolean {
  const named = evidence.filter((claim) => namesRival(claim) && !isSetAside(claim.sourceSlug));
  const keys = [target, ...rivals.filter((rival) => named.some(isBetween(target, rival)))];
  const ownOf = (records: readonly string[]): SourcedClaim[] =>
    evidence.filter((claim) => records.includes(claim.target));
  const sides = {
    PROPERTY: () => sidesOfProperty(property ?? '', SHOWN, evidence),
    DENIAL: () => sidesOfDenial(target, evidence),
    RIVAL_RELATIONS: () => sidesOfRivals(keys, new Set(), ownOf(keys)),
    DISPUTED_STATEMENT: () => slugsIn(target).map((slug) => sideOfStatement(ownOf([slug]))),
  }[kind]();
  const left = sidesLeft(sides, isSetAside);
  if (left.length < 2) return false;
  if (kind === 'RIVAL_RELATIONS') return true;
  // Several denials do not disagree with one another.
  const isHeld = kind !== 'DENIAL' || left.some(({ shown }) => shown);
  return isHeld && !relationFalls(target, evidence, isSetAside);
}

/** Stands for the shown value of a property, whatever that is. */
const SHOWN = '';

/**
 * Returns the sides with the evidence of other sources. A side goes if it has evidence, and all of it
 * is from sources that are set aside.
 */
export function sidesLeft<E extends SourcedClaim>(
  sides: readonly Side<E>[],
  isSetAside: IsSetAside,
): Side<E>[] {
  return sides.flatMap((side) => {
    const evidence = side.evidence.filter(({ sourceSlug }) => !isSetAside(sourceSlug));
    return evidence.length === 0 && side.evidence.length > 0 ? [] : [{ ...side, evidence }];
  });
}

/**
 * Returns whether a relation falls; false for the slug of an entity.
 * @param evidence all evidence for it; others are ignored.
 */
export function relationFalls(
  target: string,
  evidence: readonly SourcedClaim[],
  isSetAside: IsSetAside,
): boolean {
  return isRelationKey(target) && sayingsLeft(sayingsOf(target, evidence), isSetAside) === null;
}

/** Returns whether evidence that names a rival is about these two relations. */
function isBetween(one: string, other: string): (claim: Claim) => boolean {
  return ({ target, value }) =>
    (target === one && value === other) || (target === other && value === one);
}
