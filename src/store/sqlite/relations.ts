import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import { type Sql, allOf, raw, sql } from '../engine/query-text.js';
import type { Rival } from '../answering/asks.js';
import type { RelationQuestion } from '../reading.js';
import { forEachKey, readByKey } from './by-key.js';
import { relationColumns } from './columns.js';
import { Conditions, inList } from './conditions.js';
import type { KeyedKinds, SingleKinds } from './entry.js';
import { readPage } from './pages.js';

export const keyedRelationKinds = {
  async rivals({ query }, _ask, keys) {
    const rivals = sql`
      SELECT json_group_array(json_array(key, json(sources))) FROM (
        SELECT r.key, json_group_array(said.source) AS sources FROM (
          SELECT v.value AS rival, v.source FROM evidence v
          WHERE v.target = k.value AND v.disagreement = 'RIVAL_RELATIONS'
          UNION SELECT v.target, v.source FROM evidence v
          WHERE v.value = k.value AND v.disagreement = 'RIVAL_RELATIONS') said
        JOIN relation r ON r.key = said.rival GROUP BY r.key ORDER BY r.key)`;
    const found = await query<[string, Rival[]][]>(forEachKey(keys, rivals));
    return new Map(found.filter(([, own]) => own.length > 0));
  },

  async 'relations by key'({ query }, { parts }, keys) {
    return readByKey(query, relationColumns(parts), 'relation r', 'r.key', keys, (row) => row.key);
  },
} satisfies Partial<KeyedKinds>;

export const singleRelationKinds = {
  async 'page of relations'({ query, vocabulary }, { question, page, parts }) {
    return readPage(
      query,
      relationColumns(parts),
      raw('relation r'),
      conditionsOf(question, vocabulary),
      { values: [raw('r.key')], page, descending: false },
    );
  },

  async 'count of relations'({ query, vocabulary }, { question }) {
    const conditions = conditionsOf(question, vocabulary);
    return query<number>(sql`SELECT count(*) FROM relation r WHERE ${allOf(conditions)}`);
  },
} satisfies Partial<SingleKinds>;

function conditionsOf(
  { types, from, to, filter }: RelationQuestion,
  vocabulary: Vocabulary,
): Sql[] {
  return [
    new Conditions(vocabulary).relation('r', 'FORWARD', types, filter),
    ...(from ? [inList(raw('r.from_slug'), from)] : []),
    ...(to ? [inList(raw('r.to_slug'), to)] : []),
  ];
}
