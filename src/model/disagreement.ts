import { isOnWhole } from './evidence.js';
import { isRelationKey, type DisagreementKind, type EvidenceRecord } from './records.js';

/** The properties of a piece of evidence that disagreements depend on. */
export type Claim = Pick<EvidenceRecord, 'target' | 'property' | 'stance' | 'value'>;

/** Returns whether evidence denies a relation in favour of another one, its rival. */
export function namesRival({ target, property, stance, value }: Claim): boolean {
  const isDenial = stance === 'CONTRADICTS' && property === null && isRelationKey(target);
  return isDenial && value !== null && isRelationKey(value) && value !== target;
}

/**
 * Returns the kind of disagreement that a piece of evidence causes, and the contested record. Of two
 * rivals that is the one whose key comes first, whichever of them the evidence is about. Returns an
 * empty object for evidence that confirms.
 *
 * The query texts of both engines repeat this rule; tests/store/disagreements.test.ts compares them
 * with this function.
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

/** One side of a disagreement: a value and the evidence that supports it. */
export interface Side<E extends Claim> {
  readonly value: string | null;
  /** True if the graph shows this value. */
  readonly shown: boolean;
  readonly evidence: readonly E[];
}

/**
 * Returns a side for each value that the evidence states for a property. Evidence that confirms is on
 * the side of the shown value, even if it states a wider date.
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

/**
 * Returns the side of a target (by slug or key) and the sides that deny it as a whole without a
 * rival.
 */
export function sidesOfDenial<E extends Claim>(target: string, evidence: readonly E[]): Side<E>[] {
  return sidesByValue(
    target,
    evidence.filter((claim) => isOnWhole(claim) && !namesRival(claim)),
  );
}

/**
 * Returns a side for each rival relation, in the order of `keys`. The graph shows the relations that
 * it has. A side is supported by evidence that confirms it, or that denies one of its rivals for it.
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

/**
 * Returns the side of a disputed statement, which is supported by evidence that confirms it as a
 * whole.
 */
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
