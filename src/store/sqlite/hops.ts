import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import type { HopQuestion } from '../answering/path-search.js';
import { haveRelation, type Following, type InterlockQuestion } from '../reading.js';
import { type Sql, allOf, join, raw, sql } from '../engine/query-text.js';
import { Conditions, endColumns, inList, waysOf } from './conditions.js';
import type { Columns } from './rows.js';

// SQL of questions that follow relations from entities to entities.

/** Pairs of entities between which relations are looked up one by one. */
const FEW_PAIRS = 1_000;

/** Each row: the near slug, the far one, the key and the far degree. */
export function hopsFrom(
  slugs: readonly string[],
  { types, direction, filter, goal, ahead, goesOn, most }: HopQuestion,
  vocabulary: Vocabulary,
): Sql {
  const { entityTypes, ...ofRelations } = filter;
  const hops = (isWanted: (far: string) => Sql): Sql => {
    const ways = waysOf(direction).map((way) => {
      const { near, far, farType } = endColumns(way);
      const conditions = [
        isWanted(far),
        inList(raw(`r.${near}`), slugs),
        new Conditions(vocabulary).relation('r', way, types, ofRelations),
      ];
      if (entityTypes)
        conditions.push(
          sql`(${inList(raw(`r.${farType}`), entityTypes)} OR ${raw(`r.${far}`)} = ${goal})`,
        );
      return sql`
        SELECT json_array(r.${raw(near)}, r.${raw(far)}, r.key, e.degree) AS hop
        FROM relation r JOIN entity e ON e.slug = r.${raw(far)} WHERE ${allOf(conditions)}`;
    });
    return join(ways, ' UNION ALL ');
  };
  // The plus keeps the planner from an index of both ends, with which each pair would be looked up.
  const plus = slugs.length * ahead.length > FEW_PAIRS ? '+' : '';
  const met = hops((far) => inList(raw(`${plus}r.${far}`), ahead));
  const others = hops(() => raw('NOT EXISTS (SELECT 1 FROM met)'));
  return sql`
    WITH met AS MATERIALIZED (${met} LIMIT ${most})
    SELECT json_group_array(json(hop)) FROM (
      SELECT hop FROM met ${goesOn ? sql`UNION ALL ${others} LIMIT ${most}` : raw('')})`;
}

/** How many relations each of these has, in their order. */
export function degreesOf(slugs: readonly string[]): Sql {
  return sql`
    SELECT json_group_array(coalesce((SELECT degree FROM entity WHERE slug = k.value), 0))
    FROM json_each(${JSON.stringify(slugs)}) k`;
}

/** Of a network, as the functions after it: the entities in the middle. */
export function centers(slugs: readonly string[], columns: Columns, limit: number): Sql {
  return nearest(inList(raw('e.slug'), slugs), raw('+e.degree'), columns, limit);
}

/** The entities that the relations of some lead to, without those that are known. */
export function neighboursOf(
  slugs: readonly string[],
  question: Following,
  known: readonly string[],
  columns: Columns,
  limit: number,
  vocabulary: Vocabulary,
): Sql {
  const condition = sql`e.slug IN (${farSlugs(slugs, question, vocabulary)})
    AND NOT ${inList(raw('e.slug'), known)}`;
  return nearest(condition, raw('+e.degree'), columns, limit);
}

/** The entities that have such a relation. */
export function mostRelated(
  question: Following,
  columns: Columns,
  limit: number,
  vocabulary: Vocabulary,
): Sql {
  const condition = new Conditions(vocabulary).entity('e', haveRelation(question));
  return nearest(condition, raw('e.degree'), columns, limit);
}

/** Rows in the order of a network. A plus before the degree keeps the planner from its index. */
function nearest(condition: Sql, degree: Sql, { selected, json }: Columns, limit: number): Sql {
  return sql`
    SELECT json_group_array(${json}) FROM (
      SELECT ${selected} FROM entity e WHERE ${condition}
      ORDER BY ${degree} DESC, e.slug LIMIT ${limit})`;
}

/** The slugs that the relations of some entities lead to. */
function farSlugs(
  slugs: readonly string[],
  { types, direction, filter }: Following,
  vocabulary: Vocabulary,
): Sql {
  const ways = waysOf(direction).map((way) => {
    const { near, far } = endColumns(way);
    const condition = new Conditions(vocabulary).relation('r', way, types, filter);
    return sql`
      SELECT r.${raw(far)} AS slug FROM relation r
      WHERE ${inList(raw(`r.${near}`), slugs)} AND ${condition}`;
  });
  return join(ways, ' UNION ');
}

/** A condition of relations `r` between entities that are all among some. */
export function among(
  slugs: readonly string[],
  { types, filter }: Following,
  vocabulary: Vocabulary,
): Sql {
  return allOf([
    inList(raw('r.from_slug'), slugs),
    // The plus keeps the planner from this end's index as well: a hub would be looked through.
    inList(raw('+r.to_slug'), slugs),
    new Conditions(vocabulary).relation('r', 'FORWARD', types, filter),
  ]);
}

/** Rows of `other` and `weight`. */
export function interlocks(question: InterlockQuestion, vocabulary: Vocabulary): Sql {
  const { slug, direction, types, filter, otherTypes } = question;
  const ways = waysOf(direction).map((way) => {
    const { near, nearType, far } = endColumns(way);
    const conditions = [
      new Conditions(vocabulary).relation('r', way, types, filter),
      sql`${raw(`r.${near}`)} NOT IN (${slug}, w.slug)`,
    ];
    if (otherTypes) conditions.push(inList(raw(`r.${nearType}`), otherTypes));
    return sql`
      SELECT w.slug AS witness, r.${raw(near)} AS other
      FROM w JOIN relation r ON r.${raw(far)} = w.slug WHERE ${allOf(conditions)}`;
  });
  return sql`
    WITH w AS (${farSlugs([slug], question, vocabulary)})
    SELECT other, count(DISTINCT witness) AS weight FROM (${join(ways, ' UNION ALL ')})
    WHERE witness <> ${slug} GROUP BY other`;
}

/** Rows of `witness`: through what the entity and `k.value` meet. */
export function witnessesOf(question: InterlockQuestion, vocabulary: Vocabulary): Sql {
  const { slug } = question;
  const mine = farSlugs([slug], question, vocabulary);
  const ways = waysOf(question.direction).map((way) => {
    const { near, far } = endColumns(way);
    const condition = new Conditions(vocabulary).relation(
      'r',
      way,
      question.types,
      question.filter,
    );
    return sql`
      SELECT DISTINCT r.${raw(far)} AS witness FROM relation r
      WHERE r.${raw(near)} = k.value AND r.${raw(far)} NOT IN (${slug}, k.value)
        AND r.${raw(far)} IN (${mine}) AND ${condition}`;
  });
  return join(ways, ' UNION ');
}

/** The keys of the relations of the entity and of `k.value` with `witness`, as JSON, sorted. */
export function keysWithWitness(
  { slug, types, direction, filter }: InterlockQuestion,
  vocabulary: Vocabulary,
): Sql {
  const ways = waysOf(direction).map((way) => {
    const { near, far } = endColumns(way);
    const condition = new Conditions(vocabulary).relation('r', way, types, filter);
    return sql`
      SELECT r.key FROM relation r
      WHERE r.${raw(near)} IN (${slug}, k.value) AND r.${raw(far)} = witness AND ${condition}`;
  });
  return sql`SELECT json_group_array(key) FROM (SELECT key FROM (${join(ways, ' UNION ')}) ORDER BY key)`;
}
