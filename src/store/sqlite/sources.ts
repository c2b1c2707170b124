import type { RelationSayings, SoleAmong } from '../answering/asks.js';
import { soleSupportPages, type SoleSupportRow } from '../engine/graph-rows.js';
import { orderBy } from '../engine/ordering.js';
import { type Sql, allOf, raw, sql } from '../engine/query-text.js';
import type { PageRequest } from '../page.js';
import type { SourceQuestion, WrittenDates } from '../reading.js';
import { forEachKey, readByKey } from './by-key.js';
import { relationColumns, sourceColumns } from './columns.js';
import { inList } from './conditions.js';
import type { KeyedKinds, SingleKinds } from './entry.js';
import { keysetConditions, readPage } from './pages.js';

export const keyedSourceKinds = {
  async 'sources by slug'({ query }, { parts }, slugs) {
    return readByKey(query, sourceColumns(parts), 'source s', 's.slug', slugs, (row) => row.slug);
  },

  async 'page of sole support'({ query }, { page, parts, gained }, slugs) {
    const { selected, json, read } = relationColumns(parts);
    const relations = sql`
      SELECT json_group_array(${json}) FROM (SELECT ${selected} FROM ${soleSupport(gained, page)}
        ORDER BY ${orderBy([raw('t.key')], page.backward)} LIMIT ${page.limit + 1})`;
    const found = await query<SoleSupportRow[]>(forEachKey(slugs, relations));
    return soleSupportPages(found, page, read);
  },

  async 'count of sole support'({ query }, { gained }, slugs) {
    const count = sql`SELECT count(*) FROM ${soleSupport(gained)}`;
    return new Map(await query<[string, number][]>(forEachKey(slugs, count)));
  },
} satisfies Partial<KeyedKinds>;

export const singleSourceKinds = {
  async 'page of sources'({ query }, { question, page, parts }) {
    return readPage(query, sourceColumns(parts), raw('source s'), sourceConditions(question), {
      values: [raw('s.slug')],
      page,
      descending: false,
    });
  },

  async 'count of sources'({ query }, { question }) {
    return query<number>(
      sql`SELECT count(*) FROM source s WHERE ${allOf(sourceConditions(question))}`,
    );
  },

  async 'dates of sources'({ query }) {
    return query<string[]>(sql`
      SELECT json_group_array(date) FROM (
        SELECT DISTINCT published_at AS date FROM source WHERE published_at IS NOT NULL)`);
  },

  async 'said by'({ query }, { sources }) {
    const isOfThem = inList(raw('v.source'), sources);
    return query<RelationSayings[]>(sql`
      SELECT json_group_array(json_array(r.key, json((
        SELECT json_group_array(json_array(source, says)) FROM (
          SELECT DISTINCT v.source, ${says} AS says FROM evidence v
          WHERE v.target = r.key AND ${isSaying}
          UNION ALL SELECT v.source, 'FAVOURS' FROM evidence v
          WHERE v.value = r.key AND v.disagreement = 'RIVAL_RELATIONS')))))
      FROM relation r WHERE r.key IN (
        SELECT v.target FROM evidence v WHERE ${isOfThem} AND ${isSaying}
        UNION SELECT v.value FROM evidence v
        WHERE ${isOfThem} AND v.disagreement = 'RIVAL_RELATIONS')`);
  },

  async 'publication dates'({ query }) {
    return query<[string, string | null][]>(
      sql`SELECT json_group_array(json_array(s.slug, s.published_at)) FROM source s`,
    );
  },
} satisfies Partial<SingleKinds>;

/** The condition that evidence `v` says something of its target as a whole (model/standing.ts). */
const isSaying = raw("(v.stance = 'CONFIRMS' OR v.property = '')");

/** What such evidence says. */
const says = raw(`CASE WHEN v.stance = 'CONTRADICTS' THEN 'DENIES'
  WHEN v.property = '' AND v.inferred = 0 THEN 'STATES' ELSE 'IMPLIES' END`);

/** The condition that evidence `v` states or implies its target as a whole. */
const supports = raw("v.property = '' AND v.stance = 'CONFIRMS'");

/**
 * Returns the relations `r` that only the source `k.value` confirms, with evidence that states them
 * and does not merely imply them.
 */
function soleSupport(gained: SoleAmong['gained'], page?: PageRequest): Sql {
  const conditions = [
    sql`v.source = k.value AND ${supports} AND v.inferred = 0`,
    ...(page ? keysetConditions([raw('v.target')], page, false) : []),
  ];
  const isStored = raw('r.sources = json_array(k.value)');
  const isSole = gained
    ? sql`(${isStored} OR ${inList(raw("k.value || ' ' || r.key"), gained)})`
    : isStored;
  // CROSS keeps the planner from starting with the relations.
  return sql`(SELECT DISTINCT v.target AS key FROM evidence v WHERE ${allOf(conditions)}) t
    CROSS JOIN relation r ON r.key = t.key AND ${isSole}`;
}

function sourceConditions(question: SourceQuestion): Sql[] {
  const { publishers, kinds, languages, informers, published } = question;
  return [
    ...(published ? [publishedOn(published)] : []),
    ...(informers
      ? [
          sql`EXISTS (SELECT 1 FROM json_each(s.informers) i WHERE ${inList(raw('i.value'), informers)})`,
        ]
      : []),
    ...(publishers ? [inList(raw('s.publisher'), publishers)] : []),
    ...(kinds ? [inList(raw('s.kind'), kinds)] : []),
    ...(languages ? [inList(raw('s.language'), languages)] : []),
  ];
}

function publishedOn({ dates, undated }: WrittenDates): Sql {
  const isDated = inList(raw('s.published_at'), dates);
  return sql`CASE WHEN s.published_at IS NULL THEN ${raw(String(undated))} ELSE ${isDated} END`;
}
