import type { Direction, Vocabulary } from '../../vocabulary/vocabulary.js';
import { type Sql, allOf, join, raw, sql } from '../engine/query-text.js';
import type { Following } from '../reading.js';
import { Conditions, directionsOf, endColumns, inList } from './conditions.js';

/** Returns the number of relations that a question follows from an entity, as an expression. */
export function countOfRelated(owner: Sql, question: Following, vocabulary: Vocabulary): Sql {
  const { types, direction, filter } = question;
  if (hasStoredCounts(question)) {
    // The stored counts of each type answer a question without conditions.
    const count = { FORWARD: 'forward', BACKWARD: 'backward', EITHER: 'either' };
    return sql`(
      SELECT coalesce(sum(t.${raw(count[direction ?? 'EITHER'])}), 0) FROM related_tally t
      WHERE t.slug = ${owner} AND ${inList(raw('t.type'), types ?? vocabulary.relationTypeNames)})`;
  }
  const counts = directionsOf(direction).map((one) => {
    const conditions = conditionsOf(owner, { types, direction, filter }, one, vocabulary);
    return sql`(SELECT count(*) FROM relation r WHERE ${allOf(conditions)})`;
  });
  return sql`(${join(counts, ' + ')})`;
}

/** Returns whether the numbers that a question asks for are stored. */
export function hasStoredCounts({ filter }: Following): boolean {
  return Object.keys(filter).length === 0;
}

/** Returns conditions of the relations `r` of an entity, followed in a direction. */
export function conditionsOf(
  owner: Sql,
  { types, direction: requested, filter }: Following,
  direction: Direction,
  vocabulary: Vocabulary,
): Sql[] {
  return [
    sql`${raw(`r.${endColumns(direction).near}`)} = ${owner}`,
    new Conditions(vocabulary).relation('r', direction, types, filter),
    // If both directions are followed, a relation of an entity with itself still counts once.
    ...(requested === null && direction === 'BACKWARD' ? [raw('r.from_slug <> r.to_slug')] : []),
  ];
}
