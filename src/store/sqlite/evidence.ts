import { inPageOrder } from '../engine/graph-rows.js';
import { orderBy } from '../engine/ordering.js';
import { type Sql, allOf, raw, sql } from '../engine/query-text.js';
import type { Values } from '../engine/row-readers.js';
import type { Keyset } from '../page.js';
import type { EvidenceQuestion } from '../reading.js';
import { forEachKey, readByKey } from './by-key.js';
import { evidenceColumns } from './columns.js';
import { inList } from './conditions.js';
import type { KeyedKinds } from './entry.js';
import { keysetColumns, keysetConditions, keysetJson } from './pages.js';

export const evidenceKinds = {
  async 'evidence by id'({ query }, { parts }, ids) {
    return readByKey(query, evidenceColumns(parts), 'evidence v', 'v.id', ids, (row) => row.id);
  },

  async 'page of evidence'({ query }, { question, page, parts }, owners) {
    const owner = question.of === 'target' ? 'target' : 'sourceSlug';
    const { selected, json, read } = evidenceColumns(parts, owner);
    const values = question.of === 'target' ? [raw('v.place')] : [raw('v.target'), raw('v.place')];
    const conditions = [...conditionsOf(question), ...keysetConditions(values, page, false)];
    const found = await query<[string, [Values, Keyset][]][]>(
      forEachKey(
        owners,
        sql`
          SELECT json_group_array(json_array(${json}, ${keysetJson(values.length)}))
          FROM (SELECT ${selected}, ${keysetColumns(values)} FROM evidence v
            WHERE ${allOf(conditions)}
            ORDER BY ${orderBy(values, page.backward)} LIMIT ${page.limit + 1})`,
      ),
      isFiltered(question) ? Infinity : owners.length * (page.limit + 1),
    );
    return new Map(
      found.map(([key, rows]) => {
        const known = { [owner]: key };
        const rowOf = ([row, keyset]: [Values, Keyset]) => ({ item: read(row, known), keyset });
        return [key, inPageOrder(rows, page).map(rowOf)];
      }),
    );
  },

  async 'count of evidence'({ query }, { question }, owners) {
    const count = sql`SELECT count(*) FROM evidence v WHERE ${allOf(conditionsOf(question))}`;
    return new Map(await query<[string, number][]>(forEachKey(owners, count)));
  },
} satisfies Partial<KeyedKinds>;

/** Returns the conditions of evidence `v` for the target, or from the source, `k.value`. */
function conditionsOf(question: EvidenceQuestion): Sql[] {
  const { of, properties, stance, inferred, sources, ignored } = question;
  return [
    sql`${raw(of === 'target' ? 'v.target' : 'v.source')} = k.value`,
    ...(properties ? [inList(raw('v.property'), properties)] : []),
    ...(stance ? [sql`v.stance = ${stance}`] : []),
    ...(inferred === undefined ? [] : [sql`v.inferred = ${Number(inferred)}`]),
    ...(sources ? [inList(raw('v.source'), sources)] : []),
    ...(ignored ? [sql`NOT ${inList(raw('v.source'), ignored)}`] : []),
  ];
}

/** Returns whether more rows may be read than a page has. */
function isFiltered(question: EvidenceQuestion): boolean {
  const { properties, stance, inferred, sources, ignored } = question;
  return (
    properties !== null || [stance, inferred, sources, ignored].some((value) => value !== undefined)
  );
}
