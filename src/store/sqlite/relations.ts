import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import { type Sql, allOf, raw, sql } from '../engine/query-text.js';
import type { RelationQuestion } from '../reading.js';
import { readByKey } from './by-key.js';
import { relationColumns } from './columns.js';
import { Conditions, inList } from './conditions.js';
import type { KeyedKinds, SingleKinds } from './entry.js';
import { readPage } from './pages.js';

export const keyedRelationKinds = {
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
