import type { DocumentRow } from '../rows.js';
import { groupBy } from '../../values/group-by.js';
import { inPageOrder } from '../engine/graph-rows.js';
import { orderBy } from '../engine/ordering.js';
import { allOf, raw, sql } from '../engine/query-text.js';
import { forEachKey } from './by-key.js';
import { inList } from './conditions.js';
import type { KeyedKinds, SingleKinds } from './entry.js';
import { keysetConditions } from './pages.js';

type DocumentValues = readonly [slug: string, entryCount: number];

const slug = raw('d.slug');
const values = raw('json_array(d.slug, d.entry_count)');

export const keyedDocumentKinds = {
  async 'documents by slug'({ query }, _ask, slugs) {
    const found = await query<DocumentValues[]>(
      sql`SELECT json_group_array(${values}) FROM document d WHERE ${inList(slug, slugs)}`,
      slugs.length,
    );
    return new Map(found.map((row) => [row[0], documentOf(row)]));
  },

  async 'documents of entries'({ query }, { of }, keys) {
    // CROSS keeps the planner from starting with the documents.
    const documents = sql`
      SELECT json_group_array(${values}) FROM entry e CROSS JOIN document d ON d.slug = e.document
      WHERE e.kind = ${of} AND e.key = k.value`;
    const found = await query<[string, DocumentValues[]][]>(forEachKey(keys, documents));
    return new Map(found.map(([key, rows]) => [key, rows.map(documentOf)]));
  },

  async joins({ query }, _ask, slugs) {
    const found = await query<[slug: string, into: string][]>(
      sql`
      SELECT json_group_array(json_array(key, target)) FROM (
        SELECT e.key, min(e.merged_into) AS target FROM entry e
        WHERE e.kind = 'ENTITY' AND ${inList(raw('e.key'), slugs)} AND e.merged_into IS NOT NULL
        GROUP BY e.key)`,
      slugs.length,
    );
    return new Map(found);
  },

  async 'former slugs'({ query }, _ask, slugs) {
    const found = await query<[into: string, slug: string][]>(sql`
      SELECT json_group_array(json_array(merged_into, key)) FROM (
        SELECT DISTINCT e.merged_into, e.key FROM entry e
        WHERE ${inList(raw('e.merged_into'), slugs)} ORDER BY e.merged_into, e.key)`);
    const byTarget = groupBy(found, ([into]) => into);
    return new Map([...byTarget].map(([into, rows]) => [into, rows.map(([, slug]) => slug)]));
  },
} satisfies Partial<KeyedKinds>;

export const singleDocumentKinds = {
  async 'page of documents'({ query }, { page }) {
    const found = await query<DocumentValues[]>(sql`
      SELECT json_group_array(json_array(slug, entry_count)) FROM (
        SELECT d.slug, d.entry_count FROM document d
        WHERE ${allOf(keysetConditions([slug], page, false))}
        ORDER BY ${orderBy([slug], page.backward)} LIMIT ${page.limit + 1})`);
    return inPageOrder(found, page).map((row) => ({ item: documentOf(row), keyset: [row[0]] }));
  },

  async 'count of documents'({ query }) {
    return query<number>(sql`SELECT count(*) FROM document`);
  },
} satisfies Partial<SingleKinds>;

function documentOf([slug, entryCount]: DocumentValues): DocumentRow {
  return { slug, entryCount };
}
