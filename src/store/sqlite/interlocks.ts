import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import { inPageOrder, witnessPages, type WitnessesRow } from '../engine/graph-rows.js';
import { orderBy } from '../engine/ordering.js';
import { type Sql, allOf, join, raw, sql } from '../engine/query-text.js';
import type { Values } from '../engine/row-readers.js';
import type { PageRequest } from '../page.js';
import type { InterlockQuestion } from '../reading.js';
import { forEachKey } from './by-key.js';
import { entityColumns } from './columns.js';
import { Conditions, directionsOf, endColumns, farSlugs, inList } from './conditions.js';
import type { KeyedKinds, SingleKinds } from './entry.js';
import { keysetConditions } from './pages.js';

export const singleInterlockKinds = {
  async 'page of interlocks'({ query, vocabulary }, { question, page, parts }) {
    const { selected, json, read } = entityColumns(parts);
    const found = await query<[Values, number][]>(sql`
      SELECT json_group_array(json_array(${json}, weight)) FROM (
        SELECT ${selected}, i.weight AS weight
        FROM (${firstInterlocks(question, page, vocabulary)}) i JOIN entity e ON e.slug = i.other
        ORDER BY ${orderBy([raw('-i.weight'), raw('i.other')], page.backward)})`);
    return inPageOrder(found, page).map(([values, weight]) => {
      const entity = read(values);
      return { item: { entity, weight }, keyset: [-weight, entity.slug] };
    });
  },

  async 'count of interlocks'({ query, vocabulary }, { question }) {
    const each = meetings(question, vocabulary, raw('true'));
    return query<number>(sql`
      WITH ${witnesses(question, vocabulary)}
      SELECT count(DISTINCT other) FROM (${join(each, ' UNION ALL ')})`);
  },
} satisfies Partial<SingleKinds>;

export const keyedInterlockKinds = {
  async witnesses({ query, vocabulary }, { question, page }, others) {
    const values = [raw('witness')];
    const witnesses = sql`
      SELECT json_group_array(json_array(witness, (${keysWithWitness(question, vocabulary)})))
      FROM (SELECT witness FROM (${sharedWitnesses(question, vocabulary)})
        WHERE ${allOf(keysetConditions(values, page, false))}
        ORDER BY ${orderBy(values, page.backward)} LIMIT ${page.limit + 1})`;
    const found = await query<WitnessesRow[]>(forEachKey(others, witnesses));
    return witnessPages(found, page);
  },
} satisfies Partial<KeyedKinds>;

/**
 * Returns a query of the first rows of `other` and `weight`. If one witness, the hub, has more
 * relations than all others together, most entities are met through it alone, and have the weight
 * 1. Of these only the first few are read, in the order of an index. The entities that are met
 * through other witnesses are looked up one by one to find whether they are met through the hub
 * too. To sort and count all of them would take ten times as long.
 */
function firstInterlocks(
  question: InterlockQuestion,
  page: PageRequest,
  vocabulary: Vocabulary,
): Sql {
  const limit = page.limit + 1;
  const values = [raw('-weight'), raw('other')];
  const others = meetings(question, vocabulary, sql`w.slug IS NOT ${hub}`);
  const isMetThroughHub = throughHub(question, vocabulary).map(
    ({ from, near }) => sql`EXISTS (SELECT 1 ${from} AND ${near} = met.other)`,
  );
  const throughHubAlone = throughHub(question, vocabulary).map(({ from, near }) => {
    const conditions = [
      sql`${near} NOT IN (SELECT other FROM met)`,
      ...keysetConditions([raw('-1'), near], page, false),
    ];
    return sql`SELECT other FROM (SELECT DISTINCT ${near} AS other ${from} AND ${allOf(conditions)}
      ORDER BY ${orderBy([near], page.backward)} LIMIT ${limit})`;
  });
  return sql`
    WITH ${witnesses(question, vocabulary)},
      hub AS MATERIALIZED (SELECT slug FROM w WHERE 2 * degree > (SELECT sum(degree) FROM w)),
      met AS MATERIALIZED (SELECT other, count(DISTINCT number) AS weight
        FROM (${join(others, ' UNION ALL ')}) GROUP BY other)
    SELECT other, weight FROM (
      SELECT other, weight + (other IS NOT ${hub} AND (${join(isMetThroughHub, ' OR ')})) AS weight
      FROM met
      UNION ALL SELECT other, 1 FROM (${join(throughHubAlone, ' UNION ')}))
    WHERE ${allOf(keysetConditions(values, page, false))}
    ORDER BY ${orderBy(values, page.backward)} LIMIT ${limit}`;
}

/** The witness that has more relations than all others together; null if there is none. */
const hub = raw('(SELECT slug FROM hub)');

/** Returns the table `w` of witnesses. They have a number, which is compared faster than a slug. */
function witnesses(question: InterlockQuestion, vocabulary: Vocabulary): Sql {
  const { slug } = question;
  return sql`w AS MATERIALIZED (SELECT e.slug, e.degree, e.rowid AS number FROM entity e
    WHERE e.slug IN (${farSlugs([slug], question, vocabulary)}) AND e.slug <> ${slug})`;
}

/** Returns queries of the `number` of a witness and the `other` entity that is met through it. */
function meetings(question: InterlockQuestion, vocabulary: Vocabulary, ofWitness: Sql): Sql[] {
  return endsOf(question, vocabulary).map(
    ({ near, far, condition }) => sql`
      SELECT w.number, ${near} AS other FROM w CROSS JOIN relation r ON ${far} = w.slug
      WHERE ${ofWitness} AND ${near} NOT IN (${question.slug}, w.slug) AND ${condition}`,
  );
}

/**
 * Returns, for each direction, the FROM and WHERE of the hub's relations, and the column of the
 * other end.
 */
function throughHub(
  question: InterlockQuestion,
  vocabulary: Vocabulary,
): { readonly from: Sql; readonly near: Sql }[] {
  return endsOf(question, vocabulary).map(({ near, far, condition }) => ({
    near,
    from: sql`FROM relation r WHERE ${far} = ${hub}
      AND ${near} NOT IN (${question.slug}, ${hub}) AND ${condition}`,
  }));
}

/**
 * Returns, for each direction, the end columns of a relation `r` from an entity that is met to a
 * witness.
 */
function endsOf(
  { types, direction, filter, otherTypes }: InterlockQuestion,
  vocabulary: Vocabulary,
): { readonly near: Sql; readonly far: Sql; readonly condition: Sql }[] {
  return directionsOf(direction).map((one) => {
    const { near, nearType, far } = endColumns(one);
    return {
      near: raw(`r.${near}`),
      far: raw(`r.${far}`),
      condition: allOf([
        new Conditions(vocabulary).relation('r', one, types, filter),
        ...(otherTypes ? [inList(raw(`r.${nearType}`), otherTypes)] : []),
      ]),
    };
  });
}

/** Returns a query of each `witness` through which the entity and `k.value` meet. */
function sharedWitnesses(question: InterlockQuestion, vocabulary: Vocabulary): Sql {
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

/** Returns a query of the relations of the entity and of `k.value` with `witness`: keys, sorted. */
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
