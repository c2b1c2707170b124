import { inOrder } from '../page.js';
import type { PageRequest } from '../reading.js';
import type {
  DisagreementKind,
  DisagreementRecord,
  RelationRecord,
  Row,
} from '../../model/records.js';
import type { FoundWitness } from '../answering/steps.js';

// Rows of questions about the graph as a whole. Both engines answer with lists of the same values,
// a backward page from its end.

export type WitnessesRow = readonly [other: string, witnesses: [slug: string, keys: string[]][]];

export function witnessPages(
  found: readonly WitnessesRow[],
  page: PageRequest,
): Map<string, Row<FoundWitness>[]> {
  return new Map(
    found.map(([other, witnesses]) => [
      other,
      inOrder(witnesses, page).map(([slug, keys]) => ({ item: { slug, keys }, keyset: [slug] })),
    ]),
  );
}

export type SoleSupportRow = readonly [source: string, relations: unknown[]];

export function soleSupportPages(
  found: readonly SoleSupportRow[],
  page: PageRequest,
  relationOf: (row: unknown) => RelationRecord,
): Map<string, Row<RelationRecord>[]> {
  return new Map(
    found.map(([source, relations]) => [
      source,
      inOrder(relations, page)
        .map(relationOf)
        .map((item) => ({ item, keyset: [item.key] })),
    ]),
  );
}

export type DisagreementRow = readonly [
  target: string, property: string, kind: DisagreementKind, rivals: readonly string[],
]; // prettier-ignore

export function disagreementRows(
  found: DisagreementRow[],
  page: PageRequest,
): Row<DisagreementRecord>[] {
  return inOrder(found, page).map(([target, property, kind, rivals]) => ({
    item: { kind, target, property: property === '' ? null : property, rivals },
    keyset: [target, property, kind],
  }));
}
