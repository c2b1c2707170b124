import type { DisagreementKind, DisagreementRecord } from '../../model/records.js';
import type { FoundWitness } from '../answering/asks.js';
import type { PageRequest, Row } from '../page.js';
import type { RelationRow } from '../rows.js';
import type { Values } from './row-readers.js';

// Readers of pages whose rows are lists of the same values on both engines.

/** Reverses the rows of a backward page, which a query returns from the end of the page. */
export function inPageOrder<T>(rows: readonly T[], page: PageRequest): readonly T[] {
  return page.backward ? [...rows].reverse() : rows;
}

export type WitnessesRow = readonly [
  other: string,
  witnesses: readonly (readonly [slug: string, keys: readonly string[]])[],
];

/** Returns the rows of each page of witnesses, by the slug of the other entity. */
export function witnessPages(
  found: readonly WitnessesRow[],
  page: PageRequest,
): Map<string, Row<FoundWitness>[]> {
  return new Map(
    found.map(([other, witnesses]) => [
      other,
      inPageOrder(witnesses, page).map(([slug, keys]) => ({
        item: { slug, keys },
        keyset: [slug],
      })),
    ]),
  );
}

export type SoleSupportRow = readonly [source: string, relations: readonly Values[]];

/** Returns the rows of each page of sole support, by the slug of the source. */
export function soleSupportPages(
  found: readonly SoleSupportRow[],
  page: PageRequest,
  read: (values: Values) => RelationRow,
): Map<string, Row<RelationRow>[]> {
  return new Map(
    found.map(([source, relations]) => [
      source,
      inPageOrder(relations, page).map((values) => {
        const item = read(values);
        return { item, keyset: [item.key] };
      }),
    ]),
  );
}

export type DisagreementRow = readonly [
  target: string, property: string, kind: DisagreementKind, rivals: readonly string[],
]; // prettier-ignore

/** Reads disagreements. An empty `property` stands for the target as a whole, and becomes null. */
export function disagreementRows(
  found: readonly DisagreementRow[],
  page: PageRequest,
): Row<DisagreementRecord>[] {
  return inPageOrder(found, page).map(([target, property, kind, rivals]) => ({
    item: { kind, target, property: property === '' ? null : property, rivals },
    keyset: [target, property, kind],
  }));
}
