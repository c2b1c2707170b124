import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import { type Sql, allOf, raw, sql } from '../engine/query-text.js';
import type { Values } from '../engine/row-readers.js';
import type { RelationQuestion } from '../reading.js';
import { relationColumns } from './columns.js';
import { Conditions, inList } from './conditions.js';
import type { KeyedKinds, SingleKinds } from './kinds.js';
import { readPage } from './pages.js';

export const keyedRelationKinds = {
  async 'relations by key'({ query }, { parts }, keys) {
    const { selected, json, read } = relationColumns(parts);
    const found = await query<Values[]>(
      sql`
        SELECT json_group_array(${json})
        FROM (SELECT ${selected} FROM relation r WHERE ${inList(raw('r.key'), keys)})`,
      keys.length,
    );
    return new Map(found.map((values) => read(values)).map((row) => [row.key, row]));
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
