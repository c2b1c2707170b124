import { containsDate, isPartialDate } from '../values/partial-date.js';
import type { EvidenceRecord } from '../model/records.js';
import type { Sources } from '../model/attestation.js';
import { attestationOf, EDITORIAL_SOURCE, publicationDay } from '../model/attestation.js';
import { UNSOURCED_NOTE } from './editorial.js';

/** What is claimed to be the value of one property. */
export interface Claims {
  /** Values that a document gives without a source. */
  readonly unsourced: readonly string[];
  /** What sources say, each with its value. */
  readonly evidence: readonly EvidenceRecord[];
  readonly values: ClaimedValues;
}

/**
 * What the values are. A wider date supports a narrower one within it. Wordings each stand for
 * themselves, and none contradicts another.
 */
export type ClaimedValues = 'dates' | 'wordings' | 'others';

/**
 * Which of the claimed values is shown: one that is preferred, else the one with more origins,
 * else more publishers, else the earlier source, else the source whose slug comes first. It does
 * not depend on the order in which claims came. Null where nothing is claimed.
 */
export function chooseValue(
  { unsourced, evidence, values: kind }: Claims,
  sources: Sources,
): string | null {
  const values = new Set([...unsourced, ...evidence.flatMap(({ value }) => value ?? [])]);
  if (values.size < 2) return [...values][0] ?? null;
  const ranked = [...values]
    .map((value) => ({ value, rank: rankOf(value, evidence, kind, sources) }))
    .sort((a, b) => compareRanks(a.rank, b.rank));
  return ranked[0]?.value ?? null;
}

/** Whether a source that gives one value contradicts another one that is shown. */
export function contradicts(
  given: string | null,
  shown: string | null,
  values: ClaimedValues,
): boolean {
  return values !== 'wordings' && !supports(given, shown, values);
}

function supports(given: string | null, shown: string | null, values: ClaimedValues): boolean {
  if (given === shown) return true;
  if (values !== 'dates' || given === null || shown === null) return false;
  return isPartialDate(given) && isPartialDate(shown) && containsDate(given, shown);
}

/** Whether a piece of evidence only stands for a value that was given without a source. */
export function isUnsourced({ sourceSlug, note }: EvidenceRecord): boolean {
  return sourceSlug === EDITORIAL_SOURCE && note === UNSOURCED_NOTE;
}

type Rank = readonly (number | string)[];

/** Less is better, from the first part on. */
function rankOf(
  value: string,
  evidence: readonly EvidenceRecord[],
  kind: ClaimedValues,
  sources: Sources,
): Rank {
  const supporting = evidence.filter((piece) => supports(piece.value, value, kind));
  const { originCount, publisherCount } = attestationOf(supporting, sources);
  const preferred = evidence.some((piece) => piece.preferred && piece.value === value);
  const cited = supporting
    .filter((piece) => piece.sourceSlug !== EDITORIAL_SOURCE)
    .flatMap((piece) => sources.get(piece.sourceSlug) ?? []);
  return [
    preferred ? 0 : 1,
    -originCount,
    -publisherCount,
    Math.min(...cited.map(publicationDay)),
    // A tilde comes after all that slugs are made of.
    cited.map((source) => source.slug).sort()[0] ?? '~',
    value,
  ];
}

function compareRanks(a: Rank, b: Rank): number {
  for (let index = 0; index < a.length; index++) {
    const left = a[index] ?? 0;
    const right = b[index] ?? 0;
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
