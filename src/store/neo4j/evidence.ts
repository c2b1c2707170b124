import type { KeyedAsk } from '../answering/asks.js';
import { inPageOrder } from '../engine/graph-rows.js';
import { type Sql, allOf, raw, sql } from '../engine/query-text.js';
import type { Values } from '../engine/row-readers.js';
import type { Row } from '../page.js';
import type { EvidenceQuestion } from '../reading.js';
import type { EvidenceRow } from '../rows.js';
import { evidenceColumns } from './columns.js';
import { eachRow, firstRowsOfOwners, keyed, ownerPage, tuple, type KeyedEntry } from './entry.js';
import { keysetConditions, presence, top } from './pages.js';

export function evidenceById({ parts }: KeyedAsk<'evidence by id'>): KeyedEntry<EvidenceRow> {
  const { list, read, valueOf } = evidenceColumns(parts);
  return keyed({
    find: (ids) => sql`MATCH (v:Evidence) USING INDEX SEEK v:Evidence(id) WHERE v.id IN ${ids}`,
    list: sql`collect(${list})`,
    read: (row) => read(row),
    records: { evidence: { unwind: eachRow, valueOf: (field) => valueOf('row', field) } },
  });
}

/** Evidence without its owner, and the stored key by which that of a target is ordered. */
type EvidenceValues = readonly [evidence: Values, place: string];

export function evidencePages({
  question,
  page,
  parts,
}: KeyedAsk<'page of evidence'>): KeyedEntry<readonly Row<EvidenceRow>[]> {
  const values = evidenceOrder(question);
  const owner = ownerProperty(question);
  const { list, read, valueOf } = evidenceColumns(parts, owner);
  const row = tuple({ evidence: list, place: raw('v.place') });
  return keyed<
    readonly [owner: string, found: readonly EvidenceValues[]],
    readonly Row<EvidenceRow>[]
  >({
    find: (owners) => sql`
      UNWIND ${owners} AS owner
      CALL (owner) {
        ${evidenceOf(question, keysetConditions(values, page))}
        ${top('v', [raw(`v.${owner}`), ...values], page)}
        RETURN collect(${row.list}) AS found
      }`,
    list: sql`collect(${ownerPage.list})`,
    read: ([key, found]) =>
      inPageOrder(found, page).map(([evidence, place]) => {
        const item = read(evidence, { [owner]: key });
        return { item, keyset: question.of === 'target' ? [place] : [item.target, place] };
      }),
    recordsEach: page.limit,
    records: {
      evidence: {
        unwind: firstRowsOfOwners(page.limit),
        valueOf: (field) =>
          field === owner
            ? ownerPage.at('owner', 'owner')
            : valueOf(row.at('row', 'evidence'), field),
      },
    },
  });
}

export function evidenceCount({ question }: KeyedAsk<'count of evidence'>): KeyedEntry<number> {
  return keyed<readonly [owner: string, count: number], number>({
    find: (owners) => sql`
      UNWIND ${owners} AS owner
      CALL (owner) { ${evidenceOf(question, [])} RETURN count(v) AS found }`,
    list: sql`collect(${ownerPage.list})`,
    read: ([, count]) => count,
  });
}

/** From the index that starts with the owner and goes on in the order. */
function evidenceOf(question: EvidenceQuestion, keysets: readonly Sql[]): Sql {
  const owner = ownerProperty(question);
  const index = [...new Set([owner, 'target', 'place'])];
  const all = [
    raw(`v.${owner} = owner`),
    ...presence(evidenceOrder(question), keysets),
    ...keysets,
    ...(question.properties ? [sql`v.property IN ${question.properties}`] : []),
  ];
  return sql`
    MATCH (v:Evidence) USING INDEX SEEK v:Evidence(${raw(index.join(', '))}) WHERE ${allOf(all)}`;
}

function ownerProperty({ of }: EvidenceQuestion): 'target' | 'sourceSlug' {
  return of === 'target' ? 'target' : 'sourceSlug';
}

function evidenceOrder({ of }: EvidenceQuestion): Sql[] {
  return of === 'target' ? [raw('v.place')] : [raw('v.target'), raw('v.place')];
}
