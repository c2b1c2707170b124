import type { KeyedAsk, RelationSayings, SingleAsk, SoleAmong } from '../answering/asks.js';
import { inPageOrder } from '../engine/graph-rows.js';
import { type Sql, allOf, raw, sql } from '../engine/query-text.js';
import type { Values } from '../engine/row-readers.js';
import type { Row } from '../page.js';
import type { SourceQuestion } from '../reading.js';
import type { RelationRow, SourceRow } from '../rows.js';
import { sourceColumns } from './columns.js';
import type { EntryContext } from './context.js';
import { counting, countingEach, eachRow, findEach, firstRows } from './entry.js';
import { firstRowsOfOwners, ownerRows, recordsAt } from './entry.js';
import type { KeyedEntry, SingleEntry } from './entry.js';
import { keysetConditions, presence, top } from './pages.js';
import { relationByEnds } from './relations.js';

const SLUG = [raw('s.slug')];

export function sourcesBySlug({ parts }: KeyedAsk<'sources by slug'>): KeyedEntry<SourceRow> {
  const sources = sourceColumns(parts);
  return {
    find: (slugs) => sql`MATCH (s:Source) USING INDEX SEEK s:Source(slug) WHERE s.slug IN ${slugs}`,
    list: sql`collect(${sources.list})`,
    read: sources.read,
    records: { source: recordsAt('row', sources, eachRow) },
  };
}

export function sourcePage({
  question,
  page,
  parts,
}: SingleAsk<'page of sources'>): SingleEntry<readonly Row<SourceRow>[]> {
  const sources = sourceColumns(parts);
  const keysets = keysetConditions(SLUG, page);
  const all = [...presence(SLUG, keysets), ...keysets, ...sourceConditions(question)];
  return {
    find: sql`MATCH (s:Source) WHERE ${allOf(all)} ${top('s', SLUG, page)}`,
    list: sql`collect(${sources.list})`,
    read: (rows) =>
      inPageOrder(rows as readonly Values[], page).map((values) => {
        const item = sources.read(values);
        return { item, keyset: [item.slug] };
      }),
    recordCount: page.limit,
    records: { source: recordsAt('row', sources, firstRows(page.limit)) },
  };
}

export function sourceCount({ question }: SingleAsk<'count of sources'>): SingleEntry<number> {
  const find = sql`MATCH (s:Source) WHERE ${allOf(sourceConditions(question))}`;
  return counting(find, raw('count(s)'));
}

export function datesOfSources(): SingleEntry<readonly string[]> {
  return {
    find: sql`MATCH (s:Source) WHERE s.publishedAt IS NOT NULL WITH DISTINCT s.publishedAt AS date`,
    list: raw('collect(date)'),
    read: (rows) => rows as readonly string[],
  };
}

function sourceConditions(question: SourceQuestion): Sql[] {
  const { publishers, kinds, languages, informers, published } = question;
  return [
    ...(published
      ? [
          sql`CASE WHEN s.publishedAt IS NULL THEN ${published.undated} ELSE s.publishedAt IN ${published.dates} END`,
        ]
      : []),
    ...(informers ? [sql`any(one IN s.informers WHERE one IN ${informers})`] : []),
    ...(publishers ? [sql`s.publisher IN ${publishers}`] : []),
    ...(kinds ? [sql`s.kind IN ${kinds}`] : []),
    ...(languages ? [sql`s.language IN ${languages}`] : []),
  ];
}

/** Evidence `v` that says or implies the whole of its target. */
const supports = raw("v.property = '' AND v.stance = 'CONFIRMS'");

/** Evidence `v` that says something of its target as a whole (model/standing.ts). */
const isSaying = raw("(v.stance = 'CONFIRMS' OR v.property = '')");

/** What such evidence says. */
const says = raw(`CASE WHEN v.stance = 'CONTRADICTS' THEN 'DENIES'
  WHEN v.property = '' AND NOT v.inferred THEN 'STATES' ELSE 'IMPLIES' END`);

export function saidBy({ sources }: SingleAsk<'said by'>): SingleEntry<readonly RelationSayings[]> {
  return {
    find: sql`
      MATCH (v:Evidence) USING INDEX SEEK v:Evidence(sourceSlug, target, place)
      WHERE v.sourceSlug IN ${sources} AND v.target IS NOT NULL AND v.place IS NOT NULL
      UNWIND CASE WHEN ${isSaying} THEN [v.target, v.rival] ELSE [] END AS key
      WITH DISTINCT key WHERE key IS NOT NULL ${relationByEnds('key')}
      CALL (r) {
        MATCH (v:Evidence) USING INDEX SEEK v:Evidence(target, place)
        WHERE v.target = r.key AND v.place IS NOT NULL AND ${isSaying}
        RETURN v.sourceSlug AS source, ${says} AS says
        UNION
        MATCH (v:Evidence) USING INDEX SEEK v:Evidence(rival) WHERE v.rival = r.key
        RETURN v.sourceSlug AS source, 'FAVOURS' AS says
      }
      WITH r, collect([source, says]) AS sayings`,
    list: raw('collect([r.key, sayings])'),
    read: (rows) => rows as readonly RelationSayings[],
  };
}

export function publicationDates(): SingleEntry<
  readonly (readonly [slug: string, publishedAt: string | null])[]
> {
  return {
    find: raw('MATCH (s:Source)'),
    list: raw('collect([s.slug, s.publishedAt])'),
    read: (rows) => rows as readonly (readonly [string, string | null])[],
  };
}

export function soleSupportPages(
  { page, parts, gained }: KeyedAsk<'page of sole support'>,
  { columns }: EntryContext,
): KeyedEntry<readonly Row<RelationRow>[]> {
  const relations = columns.relation('r', parts);
  const keysets = keysetConditions([raw('v.target')], page);
  return {
    find: findEach(sql`
      ${soleSupport(keysets, gained)} ${top('r', [raw('r.key')], page)}
      RETURN collect(${relations.list})`),
    list: ownerRows,
    read: (row) => {
      const [, found] = row as readonly [source: string, found: readonly Values[]];
      return inPageOrder(found, page).map((values) => {
        const item = relations.read(values);
        return { item, keyset: [item.key] };
      });
    },
    recordsEach: page.limit,
    records: { relation: recordsAt('row', relations, firstRowsOfOwners(page.limit)) },
  };
}

export function soleSupportCount({
  gained,
}: KeyedAsk<'count of sole support'>): KeyedEntry<number> {
  return countingEach(findEach(sql`${soleSupport([], gained)} RETURN count(r)`));
}

/**
 * From the evidence of the source that counts to the relations that no other one confirms. They are
 * found from their ends: no index knows the keys of all types.
 */
function soleSupport(keysets: readonly Sql[], gained: SoleAmong['gained']): Sql {
  const all = [
    sql`v.sourceSlug = owner AND ${supports} AND NOT v.inferred`,
    ...presence([raw('v.target'), raw('v.place')], keysets),
    ...keysets,
  ];
  const isStored = raw('r.sources = [owner]');
  const isSole = gained ? sql`(${isStored} OR (owner + ' ' + r.key) IN ${gained})` : isStored;
  return sql`
    MATCH (v:Evidence) USING INDEX SEEK v:Evidence(sourceSlug, target, place)
    WHERE ${allOf(all)}
    WITH DISTINCT owner, v.target AS key ${relationByEnds('key')} AND ${isSole}`;
}
