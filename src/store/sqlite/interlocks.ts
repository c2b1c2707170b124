import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import { witnessPages, type WitnessesRow } from '../engine/graph-rows.js';
import { orderBy } from '../engine/ordering.js';
import { type Sql, allOf, join, raw, sql } from '../engine/query-text.js';
import type { InterlockQuestion } from '../reading.js';
import { entityColumns } from './columns.js';
import { Conditions, directionsOf, endColumns, farSlugs, inList } from './conditions.js';
import type { KeyedKinds, SingleKinds } from './kinds.js';
import { keysetConditions, readPage } from './pages.js';

export const singleInterlockKinds = {
  async 'page of interlocks'({ query, vocabulary }, { question, page, parts }) {
    const rows = await readPage(
      query,
      entityColumns(parts),
      sql`(${interlocks(question, vocabulary)}) i JOIN entity e ON e.slug = i.other`,
      [],
      { values: [raw('-i.weight'), raw('e.slug')], page, descending: false },
    );
    return rows.map(({ item, keyset }) => {
      const [weight] = keyset;
      return { item: { entity: item, weight: -Number(weight) }, keyset };
    });
  },

  async 'count of interlocks'({ query, vocabulary }, { question }) {
    return query<number>(sql`SELECT count(*) FROM (${interlocks(question, vocabulary)})`);
  },
} satisfies Partial<SingleKinds>;

export const keyedInterlockKinds = {
  async witnesses({ query, vocabulary }, { question, page }, others) {
    const values = [raw('witness')];
    const found = await query<WitnessesRow[]>(sql`
      SELECT json_group_array(json_array(k.value, (
        SELECT json_group_array(json_array(witness, (${keysWithWitness(question, vocabulary)})))
        FROM (SELECT witness FROM (${witnessesOf(question, vocabulary)})
          WHERE ${allOf(keysetConditions(values, page, false))}
          ORDER BY ${orderBy(values, page.backward)} LIMIT ${page.limit + 1}))))
      FROM json_each(${JSON.stringify(others)}) k`);
    return witnessPages(found, page);
  },
} satisfies Partial<KeyedKinds>;

/** Rows of `other` and `weight`. */
function interlocks(question: InterlockQuestion, vocabulary: Vocabulary): Sql {
  const { slug, otherTypes } = question;
  const meetings = directionsOf(question.direction).map((direction) => {
    const { near, nearType, far } = endColumns(direction);
    const conditions = [
      new Conditions(vocabulary).relation('r', direction, question.types, question.filter),
      sql`${raw(`r.${near}`)} NOT IN (${slug}, w.slug)`,
      ...(otherTypes ? [inList(raw(`r.${nearType}`), otherTypes)] : []),
    ];
    return sql`
      SELECT w.slug AS witness, r.${raw(near)} AS other
      FROM w JOIN relation r ON r.${raw(far)} = w.slug WHERE ${allOf(conditions)}`;
  });
  return sql`
    WITH w AS (${farSlugs([slug], question, vocabulary)})
    SELECT other, count(DISTINCT witness) AS weight FROM (${join(meetings, ' UNION ALL ')})
    WHERE witness <> ${slug} GROUP BY other`;
}

/** Rows of `witness`: through what the entity and `k.value` meet. */
function witnessesOf(question: InterlockQuestion, vocabulary: Vocabulary): Sql {
  const { slug, types, filter } = question;
  const mine = farSlugs([slug], question, vocabulary);
  const each = directionsOf(question.direction).map((direction) => {
    const { near, far } = endColumns(direction);
    const condition = new Conditions(vocabulary).relation('r', direction, types, filter);
    return sql`
      SELECT DISTINCT r.${raw(far)} AS witness FROM relation r
      WHERE r.${raw(near)} = k.value AND r.${raw(far)} NOT IN (${slug}, k.value)
        AND r.${raw(far)} IN (${mine}) AND ${condition}`;
  });
  return join(each, ' UNION ');
}

/** The keys of the relations of the entity and of `k.value` with `witness`, as sorted JSON. */
function keysWithWitness(
  { slug, types, direction, filter }: InterlockQuestion,
  vocabulary: Vocabulary,
): Sql {
  const each = directionsOf(direction).map((one) => {
    const { near, far } = endColumns(one);
    const condition = new Conditions(vocabulary).relation('r', one, types, filter);
    return sql`
      SELECT r.key FROM relation r
      WHERE r.${raw(near)} IN (${slug}, k.value) AND r.${raw(far)} = witness AND ${condition}`;
  });
  return sql`SELECT json_group_array(key) FROM (SELECT key FROM (${join(each, ' UNION ')}) ORDER BY key)`;
}
