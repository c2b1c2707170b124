import { setImmediate as nextTurn } from 'node:timers/promises';
import { foldName } from '../../values/folded-name.js';
import type { EntityType } from '../../vocabulary/entity-types.js';
import { languages } from '../../vocabulary/languages.js';
import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import {
  entryKinds,
  type DocumentRecord,
  type EntityRecord,
  type EntryKind,
  type EntryRecord,
  type EvidenceRecord,
  type JoinRecord,
  type RelationRecord,
  type SourceRecord,
} from '../../model/records.js';
import type { Engine } from '../answering/asks.js';
import { allOf, raw, sql, type Sql } from '../engine/query-text.js';
import type { Values } from '../engine/row-readers.js';
import {
  NAMING_KEY,
  dateFirst,
  evidenceKeyset,
  qualifierOf,
  searchedTexts,
  sortKeys,
} from '../engine/stored-values.js';
import { comparisonOf } from '../engine/compared-entries.js';
import { wholeEntity, wholeEvidence, wholeRelation, wholeSource } from '../engine/whole-records.js';
import { entityParts, evidenceParts, relationParts, sourceParts } from '../reading.js';
import type { Changes, EntryComparison, Namesakes, Removals, Transaction } from '../store.js';
import { evidenceColumns, relationColumns } from './columns.js';
import { inList } from './conditions.js';
import type { Connection } from './database.js';
import { createEngine } from './engine.js';
import { namesakes } from './namesakes.js';
import { searchedText } from './search.js';
import { describedText } from './search-texts.js';
import { MERGE_TASK } from './tables.js';

/** The maximum number of rows that one query writes. */
const BATCH = 1_000;

const columns = {
  entity: [
    'slug', 'type', 'kind', 'version', ...languages.map((language) => `name_${language}`),
    ...languages.map((language) => `sort_${language}`), 'folded', 'degree', 'start_earliest',
    'start_latest', 'end_earliest', 'end_latest', 'date_first', 'properties', 'details', 'described',
  ],
  relation: [
    'key', 'type', 'from_slug', 'to_slug', 'from_type', 'to_type', 'qualifier', 'version',
    'start_earliest', 'start_latest', 'end_earliest', 'end_latest', 'date_first', 'properties',
    'sources', 'publisher_count', 'origin_count', 'standing', 'is_contested',
  ],
  source: [
    'slug', 'title', 'urls', 'language', 'published_at', 'kind', 'publisher', 'informers', 'text',
  ],
  evidence: [
    'id', 'target', 'property', 'source', 'position', 'stance', 'value', 'preferred', 'inferred',
    'note', 'place', 'folded_note',
  ],
  document: ['slug', 'entry_count', 'defaults'],
  entry: [
    'kind', 'key', 'document', 'place', 'line', 'column_number', 'merged_into',
    'content',
  ],
} as const; // prettier-ignore

/** The number of columns that identify a row; they come first. */
const keyLengths: Readonly<Partial<Record<keyof typeof columns, number>>> = { entry: 3 };

/** Reads and changes the graph between the BEGIN and the COMMIT of the writing connection. */
export class SqliteTransaction implements Transaction {
  private readonly engine: Engine;
  /** The change that was begun last. */
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly connection: Connection,
    private readonly vocabulary: Vocabulary,
  ) {
    this.engine = createEngine({ query: connection.query, vocabulary });
  }

  async entities(slugs: readonly string[]): Promise<readonly EntityRecord[]> {
    const found = await this.engine.each({ kind: 'entities by slug', parts: entityParts }, slugs);
    return [...found.values()].map(wholeEntity);
  }

  async entityTypes(slugs: readonly string[]): Promise<ReadonlyMap<string, EntityType>> {
    const found = await this.connection.query<[slug: string, type: EntityType][]>(sql`
      SELECT json_group_array(json_array(slug, type)) FROM (SELECT e.slug, e.type FROM entity e
        WHERE ${inList(raw('e.slug'), slugs)} ORDER BY e.slug)`);
    return new Map(found);
  }

  async relations(keys: readonly string[]): Promise<readonly RelationRecord[]> {
    const found = await this.engine.each({ kind: 'relations by key', parts: relationParts }, keys);
    return [...found.values()].map(wholeRelation);
  }

  async relationsOf(
    slugs: readonly string[],
    types: readonly string[],
  ): Promise<readonly RelationRecord[]> {
    const { selected, json, read } = relationColumns(relationParts);
    const ofTypes = types.length > 0 ? [inList(raw('r.type'), types)] : [];
    const from = allOf([inList(raw('r.from_slug'), slugs), ...ofTypes]);
    const to = allOf([inList(raw('r.to_slug'), slugs), ...ofTypes]);
    const found = await this.connection.query<Values[]>(sql`
      SELECT json_group_array(${json})
      FROM (SELECT ${selected} FROM relation r WHERE ${from}
        UNION SELECT ${selected} FROM relation r WHERE ${to})`);
    return found.map((values) => wholeRelation(read(values)));
  }

  async sources(slugs: readonly string[]): Promise<readonly SourceRecord[]> {
    const found = await this.engine.each({ kind: 'sources by slug', parts: sourceParts }, slugs);
    return [...found.values()].map(wholeSource);
  }

  async evidence(targets: readonly string[]): Promise<readonly EvidenceRecord[]> {
    const { selected, json, read } = evidenceColumns(evidenceParts);
    const found = await this.connection.query<Values[]>(sql`
      SELECT json_group_array(${json})
      FROM (SELECT ${selected} FROM evidence v
        WHERE ${inList(raw('v.target'), targets)} ORDER BY v.target, v.place)`);
    return found.map((values) => wholeEvidence(read(values)));
  }

  targetsOfSources(slugs: readonly string[]): Promise<readonly string[]> {
    return this.connection.query<string[]>(sql`
      SELECT json_group_array(target) FROM (SELECT DISTINCT v.target FROM evidence v
        WHERE ${inList(raw('v.source'), slugs)})`);
  }

  async sourcesOf(organizations: readonly string[]): Promise<readonly SourceRecord[]> {
    const named = inList(raw('value'), organizations);
    const slugs = await this.connection.query<string[]>(sql`
      SELECT json_group_array(s.slug) FROM source s
      WHERE ${inList(raw('s.publisher'), organizations)}
        OR EXISTS (SELECT 1 FROM json_each(s.informers) WHERE ${named})`);
    return this.sources(slugs);
  }

  slugsNaming(kind: 'SOURCE' | 'ENTITY', entities: readonly string[]): Promise<readonly string[]> {
    const quoted = JSON.stringify(entities.map((slug) => JSON.stringify(slug)));
    return this.connection.query<string[]>(sql`
      SELECT json_group_array(key) FROM (SELECT DISTINCT e.key FROM entry e
        WHERE e.kind = ${kind} AND instr(e.content, ${NAMING_KEY[kind]}) > 0 AND EXISTS (
          SELECT 1 FROM json_each(${quoted}) j WHERE instr(e.content, j.value) > 0))`);
  }

  targetsOfRivals(slugs: readonly string[]): Promise<readonly string[]> {
    const parts = JSON.stringify(slugs.map((slug) => `~${slug}~`));
    return this.connection.query<string[]>(sql`
      SELECT json_group_array(target) FROM (SELECT DISTINCT v.target FROM evidence v
        WHERE v.disagreement = 'RIVAL_RELATIONS' AND EXISTS (
          SELECT 1 FROM json_each(${parts}) j WHERE instr('~' || v.value || '~', j.value) > 0))`);
  }

  targetsDeniedFor(keys: readonly string[]): Promise<readonly string[]> {
    return this.connection.query<string[]>(sql`
      SELECT json_group_array(target) FROM (SELECT DISTINCT v.target FROM evidence v
        WHERE v.disagreement = 'RIVAL_RELATIONS' AND ${inList(raw('v.value'), keys)})`);
  }

  namesakes(slugs: readonly string[]): Promise<readonly Namesakes[]> {
    return namesakes(this.connection.query, slugs);
  }

  async documents(slugs: readonly string[]): Promise<readonly DocumentRecord[]> {
    const found = await this.connection.query<DocumentRow[]>(sql`
      SELECT json_group_array(json_array(d.slug, d.entry_count, d.defaults)) FROM document d
      WHERE ${inList(raw('d.slug'), slugs)}`);
    return found.map(documentOf);
  }

  async entries(kind: EntryKind, keys: readonly string[]): Promise<readonly EntryRecord[]> {
    const found = await this.connection.query<EntryRow[]>(sql`
      SELECT json_group_array(${entryRow}) FROM (SELECT * FROM entry e
        WHERE e.kind = ${kind} AND ${inList(raw('e.key'), keys)} ORDER BY e.key, e.document) e`);
    return found.map(entryOf);
  }

  async compareEntries(entries: readonly EntryRecord[]): Promise<EntryComparison> {
    const [first] = entries;
    if (!first) return comparisonOf([], entryOf);
    const { document, kind } = first;
    const rows = entries.map(({ key, content, place, line, column }) => [
      key, content, place, line, column,
    ]); // prettier-ignore
    const found = await this.connection.query<[key: string, stored: EntryRow | null][]>(sql`
      SELECT json_group_array(json_array(j.value ->> 0, iif(e.key IS NULL, NULL, ${entryRow})))
      FROM json_each(${JSON.stringify(rows)}) j LEFT JOIN entry e
        ON e.kind = ${kind} AND e.key = j.value ->> 0 AND e.document = ${document}
      WHERE e.key IS NULL OR e.content <> j.value ->> 1 OR e.place <> j.value ->> 2
        OR e.line IS NOT j.value ->> 3 OR e.column_number IS NOT j.value ->> 4`);
    return comparisonOf(found, entryOf);
  }

  async *entriesOf(document: string): AsyncGenerator<readonly EntryRecord[]> {
    for (const kind of entryKinds) {
      // While a document is replaced, an old entry and a new one may have the same place.
      for (let after: Pick<EntryRecord, 'place' | 'key'> = { place: -1, key: '' }; ;) {
        const found = await this.connection.query<EntryRow[]>(sql`
          SELECT json_group_array(${entryRow}) FROM (SELECT * FROM entry e
            WHERE e.document = ${document} AND e.kind = ${kind}
              AND (e.place, e.key) > (${after.place}, ${after.key})
            ORDER BY e.place, e.key LIMIT ${BATCH}) e`);
        const entries = found.map(entryOf);
        const last = entries.at(-1);
        if (!last) break;
        yield entries;
        after = last;
      }
    }
  }

  async joins(): Promise<readonly JoinRecord[]> {
    type Row = [slug: string, into: string, document: string, line: number | null];
    const found = await this.connection.query<Row[]>(sql`
      SELECT json_group_array(json_array(key, merged_into, document, line))
      FROM (SELECT * FROM entry WHERE merged_into IS NOT NULL ORDER BY key, document)`);
    return found.map(([slug, into, document, line]) => ({ slug, into, document, line }));
  }

  async apply(changes: Changes): Promise<void> {
    const { sources, entities, derivedEntities = [], added = {}, removed = {} } = changes;
    const relations = [...changes.relations, ...(added.relations ?? [])];
    const evidence = [...changes.evidence, ...(added.evidence ?? [])];
    await this.remove(removed);
    await this.put('entity', entities, entityValues);
    for (const batch of batches(derivedEntities)) await this.updateDerived(batch);
    await this.put('source', sources, sourceValues);
    await this.put('relation', relations, (relation) => relationValues(relation, this.vocabulary));
    await this.put('evidence', evidence, evidenceValues);
    await this.put('document', changes.documents ?? [], documentValues);
    await this.put('entry', changes.entries ?? [], entryValues);
    await this.running;
  }

  markMerged(): Promise<void> {
    return this.connection.execute(`DELETE FROM task WHERE name = '${MERGE_TASK}'`);
  }

  private async remove(removed: Removals): Promise<void> {
    const { evidence, relations, sources, entities, entries = [], documents } = removed;
    await this.delete('evidence', evidence);
    await this.delete('relation', relations);
    await this.delete('source', sources);
    await this.delete('entity', entities);
    for (const batch of batches(entries)) {
      const keys = batch.map(({ kind, key, document }) => [kind, key, document]);
      await this.connection.change(sql`
        DELETE FROM entry WHERE (kind, key, document) IN (
          SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(${JSON.stringify(keys)}))`);
    }
    await this.delete('document', documents);
  }

  /** Deletes rows by the first column. */
  private async delete(table: keyof typeof columns, keys: readonly string[] = []): Promise<void> {
    for (const batch of batches(keys)) {
      await this.connection.change(sql`
        DELETE FROM ${raw(table)} WHERE ${inList(raw(columns[table][0]), batch)}`);
    }
  }

  /** Updates degree, time and version, without the columns of names and their indexes. */
  private async updateDerived(entities: readonly EntityRecord[]): Promise<void> {
    const rows = entities.map(({ slug, version, degree, time }) => [
      slug, version, degree, time.startEarliest, time.startLatest, time.endEarliest,
      time.endLatest, dateFirst(time),
    ]); // prettier-ignore
    await this.connection.change(sql`
      UPDATE entity SET version = j.value ->> 1, degree = j.value ->> 2,
        start_earliest = j.value ->> 3, start_latest = j.value ->> 4,
        end_earliest = j.value ->> 5, end_latest = j.value ->> 6, date_first = j.value ->> 7
      FROM json_each(${JSON.stringify(rows)}) j WHERE entity.slug = j.value ->> 0`);
  }

  /** Inserts rows, or replaces those with the same key. */
  private async put<T>(
    table: keyof typeof columns,
    records: readonly T[],
    valuesOf: (record: T) => readonly unknown[],
  ): Promise<void> {
    const key = columns[table].slice(0, keyLengths[table] ?? 1);
    const others = columns[table].slice(key.length);
    const selected = columns[table].map((_, index) => `value ->> ${String(index)}`).join(', ');
    const updated = others.map((column) => `${column} = excluded.${column}`).join(', ');
    for (const batch of batches(records)) {
      const values = JSON.stringify(batch.map(valuesOf));
      await this.begin(sql`
        INSERT INTO ${raw(`${table} (${columns[table].join(', ')})`)}
        SELECT ${raw(selected)} FROM json_each(${values}) WHERE true
        ON CONFLICT (${raw(key.join(', '))}) DO UPDATE SET ${raw(updated)}`);
    }
  }

  /** Begins a change after the last one, so that the next can be prepared while it runs. */
  private async begin(query: Sql): Promise<void> {
    await this.running;
    this.running = this.connection.change(query);
    // Whoever waits for it next has its error.
    this.running.catch(() => undefined);
    await nextTurn();
  }
}

function* batches<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += BATCH) yield all.slice(start, start + BATCH);
}

function entityValues(entity: EntityRecord): unknown[] {
  const { slug, type, kind, version, names, degree, time, properties, details } = entity;
  const sort = sortKeys(entity);
  return [
    slug, type, kind, version, ...languages.map((language) => names[language] ?? null),
    ...languages.map((language) => sort[language]), searchedText(searchedTexts(entity)), degree,
    time.startEarliest, time.startLatest, time.endEarliest, time.endLatest, dateFirst(time),
    JSON.stringify(properties), JSON.stringify(details), describedText(entity),
  ]; // prettier-ignore
}

function relationValues(relation: RelationRecord, vocabulary: Vocabulary): unknown[] {
  const { key, type, fromSlug, toSlug, fromType, toType, version, time, properties } = relation;
  return [
    key, type, fromSlug, toSlug, fromType, toType, qualifierOf(relation, vocabulary), version,
    time.startEarliest, time.startLatest, time.endEarliest, time.endLatest, dateFirst(time),
    JSON.stringify(properties), JSON.stringify(relation.sources), relation.publisherCount,
    relation.originCount, relation.standing, Number(relation.isContested),
  ]; // prettier-ignore
}

function sourceValues(source: SourceRecord): unknown[] {
  const { slug, title, urls, language, publishedAt, kind, publisherSlug, informerSlugs, text } =
    source;
  return [
    slug, title, JSON.stringify(urls), language, publishedAt, kind, publisherSlug,
    JSON.stringify(informerSlugs), text && JSON.stringify(text),
  ]; // prettier-ignore
}

function evidenceValues(evidence: EvidenceRecord): unknown[] {
  const { id, target, property, sourceSlug, position, stance, value, note } = evidence;
  return [
    id, target, property ?? '', sourceSlug, position && JSON.stringify(position), stance, value,
    Number(evidence.preferred), Number(evidence.inferred), note, evidenceKeyset(evidence), foldName(note ?? ''),
  ]; // prettier-ignore
}

type DocumentRow = readonly [slug: string, entryCount: number, defaults: string | null];

function documentOf([slug, entryCount, defaults]: DocumentRow): DocumentRecord {
  return { slug, entryCount, defaults };
}

function documentValues({ slug, entryCount, defaults }: DocumentRecord): unknown[] {
  return [slug, entryCount, defaults];
}

const entryRow = raw(`json_array(${columns.entry.map((column) => `e.${column}`).join(', ')})`);

type EntryRow = readonly [
  kind: EntryKind,
  key: string,
  document: string,
  place: number,
  line: number | null,
  column: number | null,
  mergedInto: string | null,
  content: string,
];

function entryOf(row: EntryRow): EntryRecord {
  const [kind, key, document, place, line, column, mergedInto, content] = row;
  return { kind, key, document, place, line, column, mergedInto, content };
}

function entryValues(entry: EntryRecord): unknown[] {
  const { kind, key, document, place, line, column, mergedInto, content } = entry;
  return [kind, key, document, place, line, column, mergedInto, content];
}
