import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import { searchPaths, type Hop, type HopQuestion } from '../answering/path-search.js';
import { type Sql, allOf, join, raw, sql } from '../engine/query-text.js';
import { Conditions, directionsOf, endColumns, inList } from './conditions.js';
import type { SingleKinds } from './entry.js';

/** The maximum number of pairs of entities whose relations are looked up pair by pair. */
const FEW_PAIRS = 1_000;

export const pathKinds = {
  async paths({ query, vocabulary }, { question }) {
    const ends = [question.from, question.to];
    const [from = 0, to = 0] = await query<number[]>(degreesOf(ends), ends.length);
    return searchPaths(
      question,
      [
        { degree: from, hops: null },
        { degree: to, hops: null },
      ],
      (slugs, hops) => query<Hop[]>(hopsFrom(slugs, hops, vocabulary)),
    );
  },
} satisfies Partial<SingleKinds>;

/** Returns a query of the degrees of these entities, in their order; 0 for an unknown slug. */
function degreesOf(slugs: readonly string[]): Sql {
  return sql`
    SELECT json_group_array(coalesce((SELECT degree FROM entity WHERE slug = k.value), 0))
    FROM json_each(${JSON.stringify(slugs)}) k`;
}

/** Returns a query of hops: each is the near slug, the far slug, the key and the far degree. */
function hopsFrom(
  slugs: readonly string[],
  { types, direction, filter, goal, targets, expandFurther, maxHops }: HopQuestion,
  vocabulary: Vocabulary,
): Sql {
  const { entityTypes, ...ofRelations } = filter;
  const hops = (isWanted: (far: string) => Sql): Sql => {
    const each = directionsOf(direction).map((one) => {
      const { near, far, farType } = endColumns(one);
      const conditions = [
        isWanted(far),
        inList(raw(`r.${near}`), slugs),
        new Conditions(vocabulary).relation('r', one, types, ofRelations),
      ];
      if (entityTypes)
        conditions.push(
          sql`(${inList(raw(`r.${farType}`), entityTypes)} OR ${raw(`r.${far}`)} = ${goal})`,
        );
      return sql`
        SELECT json_array(r.${raw(near)}, r.${raw(far)}, r.key, e.degree) AS hop
        FROM relation r JOIN entity e ON e.slug = r.${raw(far)} WHERE ${allOf(conditions)}`;
    });
    return join(each, ' UNION ALL ');
  };
  // The plus keeps the planner from using the index of both ends, which would look up each pair.
  const plus = slugs.length * targets.length > FEW_PAIRS ? '+' : '';
  const met = hops((far) => inList(raw(`${plus}r.${far}`), targets));
  const others = hops(() => raw('NOT EXISTS (SELECT 1 FROM met)'));
  return sql`
    WITH met AS MATERIALIZED (${met} LIMIT ${maxHops})
    SELECT json_group_array(json(hop)) FROM (
      SELECT hop FROM met ${expandFurther ? sql`UNION ALL ${others} LIMIT ${maxHops}` : raw('')})`;
}
