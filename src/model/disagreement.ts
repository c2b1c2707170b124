import { isOnWhole } from './evidence.js';
import { isRelationKey, type DisagreementKind, type EvidenceRecord } from './records.js';

/** A piece of evidence as far as disagreements depend on it. */
export type Claim = Pick<EvidenceRecord, 'target' | 'property' | 'stance' | 'value'>;

/** Whether evidence denies a relation for another one, its rival. */
function namesRival({ target, property, value }: Claim): boolean {
  const isForWhole = property === null && isRelationKey(target);
  return isForWhole && value !== null && isRelationKey(value) && value !== target;
}

/**
 * The kind of disagreement that a piece of evidence makes, and what that is on: of rivals the one
 * whose key comes first, whichever of the two the evidence is for. Empty where it confirms.
 *
 * Both engines hold the same rule in their query text; tests/store/disagreements.test.ts compares
 * them with this one.
 */
export function disagreementOf(claim: Claim): {
  readonly contested?: string;
  readonly disagreement?: DisagreementKind;
} {
  const { target, property, stance, value } = claim;
  if (stance === 'CONFIRMS') return {};
  if (property !== null) return { contested: target, disagreement: 'PROPERTY' };
  if (value === null || !namesRival(claim)) return { contested: target, disagreement: 'DENIAL' };
  return { contested: value < target ? value : target, disagreement: 'RIVAL_RELATIONS' };
}

/** One side of a disagreement: a value, and the evidence that speaks for it. */
export interface Side<E extends Claim> {
  readonly value: string | null;
  /** Whether the graph shows it. */
  readonly shown: boolean;
  readonly evidence: readonly E[];
}

/**
 * The values of a property that its evidence gives. What confirms is on the side of the shown
 * value, also where it gives a wider date.
 */
export function sidesOfProperty<E extends Claim>(
  property: string,
  shown: string | null,
  evidence: readonly E[],
): Side<E>[] {
  return sidesByValue(
    shown,
    evidence.filter((claim) => claim.property === property),
  );
}

/** A target, by its slug or key, and what denies it as a whole without a rival. */
export function sidesOfDenial<E extends Claim>(target: string, evidence: readonly E[]): Side<E>[] {
  return sidesByValue(
    target,
    evidence.filter((claim) => isOnWhole(claim) && !deniesForRival(claim)),
  );
}

function deniesForRival(claim: Claim): boolean {
  return claim.stance === 'CONTRADICTS' && namesRival(claim);
}

/**
 * Rival relations by their keys, in the given order, of which the graph shows those that it has.
 * For each speaks what confirms it, and what denies one of its rivals for it.
 */
export function sidesOfRivals<E extends Claim>(
  keys: readonly string[],
  shown: ReadonlySet<string>,
  evidence: readonly E[],
): Side<E>[] {
  const onWhole = evidence.filter(isOnWhole);
  return keys.map((key) => ({
    value: key,
    shown: shown.has(key),
    evidence: onWhole.filter(({ target, stance, value }) =>
      stance === 'CONFIRMS' ? target === key : value === key,
    ),
  }));
}

/** A disputed statement, for which speaks what confirms it as a whole. */
export function sideOfStatement<E extends Claim>(evidence: readonly E[]): Side<E> {
  return {
    value: null,
    shown: true,
    evidence: evidence.filter((claim) => isOnWhole(claim) && claim.stance === 'CONFIRMS'),
  };
}

function sidesByValue<E extends Claim>(shown: string | null, evidence: readonly E[]): Side<E>[] {
  const confirming = evidence.filter(({ stance }) => stance === 'CONFIRMS');
  const others = evidence.filter(({ stance }) => stance === 'CONTRADICTS');
  const values = new Set(others.map(({ value }) => value));
  const isShown = shown !== null || confirming.length > 0;
  return [
    ...(isShown ? [{ value: shown, shown: true, evidence: confirming }] : []),
    ...[...values].map((value) => ({
      value,
      shown: false,
      evidence: others.filter((claim) => claim.value === value),
    })),
  ];
}
