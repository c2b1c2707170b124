import type { DocumentRow } from '../rows.js';
import type { KeyedAsk, SingleAsk } from '../answering/asks.js';
import { inPageOrder } from '../engine/graph-rows.js';
import { allOf, raw, sql } from '../engine/query-text.js';
import type { Row } from '../page.js';
import { counting, findEach, ownerRows } from './entry.js';
import type { KeyedEntry, SingleEntry } from './entry.js';
import { keysetConditions, presence, top, usingIndex } from './pages.js';

type DocumentValues = readonly [slug: string, entryCount: number];

const SLUG = [raw('d.slug')];
const VALUES = raw('[d.slug, d.entryCount]');

export function documentsBySlug(): KeyedEntry<DocumentRow> {
  return {
    find: (slugs) =>
      sql`MATCH (d:Document) USING INDEX SEEK d:Document(slug) WHERE d.slug IN ${slugs}`,
    list: sql`collect(${VALUES})`,
    read: ([slug, entryCount]) => ({ slug, entryCount: entryCount as number }),
  };
}

export function documentPage({
  page,
}: SingleAsk<'page of documents'>): SingleEntry<readonly Row<DocumentRow>[]> {
  const keysets = keysetConditions(SLUG, page);
  return {
    find: sql`
      MATCH (d:Document) ${usingIndex('d:Document(slug)', keysets)}
      WHERE ${allOf([...presence(SLUG, keysets), ...keysets])} ${top('d', SLUG, page)}`,
    list: sql`collect(${VALUES})`,
    read: (rows) =>
      inPageOrder(rows as readonly DocumentValues[], page).map((values) => ({
        item: documentOf(values),
        keyset: [values[0]],
      })),
    recordCount: page.limit,
  };
}

export function documentCount(): SingleEntry<number> {
  return counting(sql`MATCH (d:Document)`, raw('count(d)'));
}

export function documentsOfEntries({
  of,
}: KeyedAsk<'documents of entries'>): KeyedEntry<readonly DocumentRow[]> {
  return {
    find: findEach(sql`
      MATCH (e:Entry) USING INDEX SEEK e:Entry(kind, key) WHERE e.kind = ${of} AND e.key = owner
      MATCH (d:Document) USING INDEX SEEK d:Document(slug) WHERE d.slug = e.document
      RETURN collect(${VALUES})`),
    list: ownerRows,
    read: (row) => {
      const [, documents] = row as readonly [key: string, documents: readonly DocumentValues[]];
      return documents.map(documentOf);
    },
  };
}

export function joins(): KeyedEntry<string> {
  return {
    find: (slugs) => sql`
      MATCH (e:Entry) USING INDEX SEEK e:Entry(kind, key)
      WHERE e.kind = 'ENTITY' AND e.key IN ${slugs} AND e.mergedInto IS NOT NULL
      WITH e.key AS slug, min(e.mergedInto) AS into`,
    list: raw('collect([slug, into])'),
    read: (row) => {
      const [, into] = row as readonly [slug: string, into: string];
      return into;
    },
  };
}

export function formerSlugs(): KeyedEntry<readonly string[]> {
  return {
    find: (slugs) => sql`
      MATCH (e:Entry) USING INDEX SEEK e:Entry(mergedInto) WHERE e.mergedInto IN ${slugs}
      WITH DISTINCT e.mergedInto AS into, e.key AS slug ORDER BY slug
      WITH into, collect(slug) AS slugs`,
    list: raw('collect([into, slugs])'),
    read: (row) => {
      const [, slugs] = row as readonly [into: string, slugs: readonly string[]];
      return slugs;
    },
  };
}

function documentOf([slug, entryCount]: DocumentValues): DocumentRow {
  return { slug, entryCount };
}
