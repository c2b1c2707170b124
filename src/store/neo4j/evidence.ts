import type { KeyedAsk } from '../answering/asks.js';
import { inPageOrder } from '../engine/graph-rows.js';
import { type Sql, allOf, raw, sql } from '../engine/query-text.js';
import type { Values } from '../engine/row-readers.js';
import { evidenceKeyset } from '../engine/stored-values.js';
import type { Row } from '../page.js';
import type { EvidenceQuestion } from '../reading.js';
import type { EvidenceRow } from '../rows.js';
import { evidenceColumns } from './columns.js';
import { countingEach, eachRow, findEach, firstRowsOfOwners, ownerRow } from './entry.js';
import { ownerRows, recordsAt, tuple, type KeyedEntry } from './entry.js';
import { keysetConditions, presence, top } from './pages.js';

export function evidenceById({ parts }: KeyedAsk<'evidence by id'>): KeyedEntry<EvidenceRow> {
  const evidence = evidenceColumns(parts);
  return {
    find: (ids) => sql`MATCH (v:Evidence) USING INDEX SEEK v:Evidence(id) WHERE v.id IN ${ids}`,
    list: sql`collect(${evidence.list})`,
    read: (row) => evidence.read(row),
    records: { evidence: recordsAt('row', evidence, eachRow) },
  };
}

/** Evidence without its owner, and where its passage starts, which its keyset needs. */
type EvidenceValues = readonly [evidence: Values, start: number | null];

export function evidencePages({
  question,
  page,
  parts,
}: KeyedAsk<'page of evidence'>): KeyedEntry<readonly Row<EvidenceRow>[]> {
  const values = evidenceOrder(question);
  const owner = ownerProperty(question);
  const evidence = evidenceColumns(parts, owner);
  const row = tuple({ evidence: evidence.list, start: raw('v.start') });
  return {
    find: findEach(sql`
      ${evidenceOf(question, keysetConditions(values, page))}
      ${top('v', [raw(`v.${owner}`), ...values], page)}
      RETURN collect(${row.list})`),
    list: ownerRows,
    read: (values) => {
      const [key, found] = values as readonly [string, readonly EvidenceValues[]];
      return inPageOrder(found, page).map(([ofEvidence, start]) => {
        const item = evidence.read(ofEvidence, { [owner]: key });
        const ofTarget = evidenceKeyset({ ...item, position: start === null ? null : { start } });
        return { item, keyset: question.of === 'target' ? [ofTarget] : [item.target, ofTarget] };
      });
    },
    recordsEach: page.limit,
    records: {
      evidence: {
        unwind: firstRowsOfOwners(page.limit),
        valueOf: (field) =>
          field === owner
            ? ownerRow.at('owner', 'owner')
            : evidence.valueOf(row.at('row', 'evidence'), field),
      },
    },
  };
}

export function evidenceCount({ question }: KeyedAsk<'count of evidence'>): KeyedEntry<number> {
  return countingEach(findEach(sql`${evidenceOf(question, [])} RETURN count(v)`));
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
    ...(question.stance ? [sql`v.stance = ${question.stance}`] : []),
    ...(question.inferred === undefined ? [] : [sql`v.inferred = ${question.inferred}`]),
    ...(question.sources ? [sql`v.sourceSlug IN ${question.sources}`] : []),
    ...(question.ignored ? [sql`NOT v.sourceSlug IN ${question.ignored}`] : []),
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
