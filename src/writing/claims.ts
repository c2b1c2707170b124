import { containsDate, isPartialDate } from '../values/partial-date.js';
import type { PropertyDefinition } from '../vocabulary/properties.js';
import type { EvidenceRecord, Stance } from '../model/records.js';
import type { Sources } from '../model/attestation.js';
import { attestationOf, EDITORIAL_SOURCE, publicationDay } from '../model/attestation.js';
import { UNSOURCED_NOTE } from './editorial.js';

/** The values that are claimed for one property of one target. */
export interface Claims {
  /** Values that documents contain without a source. */
  readonly unsourced: readonly string[];
  /** The evidence for the property. Its value is null if it does not claim one. */
  readonly evidence: readonly EvidenceRecord[];
  readonly kind: ClaimKind;
}

/**
 * The way in which claimed values are compared. A wider date supports a narrower one within it. No
 * wording contradicts another one.
 */
export type ClaimKind = 'DATE' | 'WORDING' | 'OTHER';

/** Returns the kind of the claims for a property; OTHER if it has no definition. */
export function claimKindOf(definition: PropertyDefinition | undefined): ClaimKind {
  if (definition?.isWording) return 'WORDING';
  return definition?.type === 'partialDate' ? 'DATE' : 'OTHER';
}

/**
 * Chooses the value to show: one that is preferred, else the one with more origins, else more
 * publishers, else the earlier source, else the source whose slug comes first. The choice does not
 * depend on the order of the claims. Null if no value is claimed.
 */
export function chooseValue(
  { unsourced, evidence, kind }: Claims,
  sources: Sources,
): string | null {
  const values = new Set([...unsourced, ...evidence.flatMap(({ value }) => value ?? [])]);
  if (values.size < 2) return [...values][0] ?? null;
  const ranked = [...values]
    .map((value) => ({ value, rank: rankOf(value, evidence, kind, sources) }))
    .sort((a, b) => compareRanks(a.rank, b.rank));
  return ranked[0]?.value ?? null;
}

/**
 * Returns the stance of a claimed value towards the one that is shown. None is shown if the value
 * would contradict what is shown beside it.
 */
export function stanceOf(value: string, shown: string | null, kind: ClaimKind): Stance {
  if (kind === 'WORDING') return 'CONFIRMS';
  return shown !== null && supports(value, shown, kind) ? 'CONFIRMS' : 'CONTRADICTS';
}

/** Returns whether a claimed value supports another one. */
export function supports(value: string | null, shown: string, kind: ClaimKind): boolean {
  if (value === shown) return true;
  if (kind !== 'DATE' || value === null) return false;
  return isPartialDate(value) && isPartialDate(shown) && containsDate(value, shown);
}

/** Returns whether evidence only records a value that a document contains without a source. */
export function isUnsourced({ sourceSlug, note }: EvidenceRecord): boolean {
  return sourceSlug === EDITORIAL_SOURCE && note === UNSOURCED_NOTE;
}

/** Ranks are compared from their first element on; less is better. */
export type Rank = readonly (number | string)[];

function rankOf(
  value: string,
  evidence: readonly EvidenceRecord[],
  kind: ClaimKind,
  sources: Sources,
): Rank {
  const supporting = evidence.filter((piece) => supports(piece.value, value, kind));
  const isPreferred = evidence.some((piece) => piece.preferred && piece.value === value);
  return [isPreferred ? 0 : 1, ...rankOfVoices(supporting, sources), value];
}

/** Ranks evidence by its origins, its publishers, its earliest source and the slug of that. */
export function rankOfVoices(evidence: readonly EvidenceRecord[], sources: Sources): Rank {
  const { originCount, publisherCount } = attestationOf(evidence, sources);
  const cited = evidence
    .filter((piece) => piece.sourceSlug !== EDITORIAL_SOURCE)
    .flatMap((piece) => sources.get(piece.sourceSlug) ?? []);
  return [
    -originCount,
    -publisherCount,
    Math.min(...cited.map(publicationDay)),
    // A tilde sorts after every character of a slug.
    cited.map((source) => source.slug).sort()[0] ?? '~',
  ];
}

export function compareRanks(a: Rank, b: Rank): number {
  for (let index = 0; index < a.length; index++) {
    const left = a[index] ?? 0;
    const right = b[index] ?? 0;
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
