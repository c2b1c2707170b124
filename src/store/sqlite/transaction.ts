import { languages } from '../../vocabulary/languages.js';
import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import type {
  EntityDetails,
  EntityRecord,
  EvidenceRecord,
  RelationRecord,
  SourceRecord,
} from '../../model/records.js';
import { allOf, fixed, statement } from '../engine/statement-text.js';
import type { Changes, Transaction } from '../store.js';
import {
  dateFirst,
  evidencePlace,
  foldedNames,
  qualifierOf,
  sortKeys,
} from '../engine/stored-values.js';
import { inList } from './conditions.js';
import type { Connection } from './database.js';
import { searchedText } from './search.js';
import * as rows from './rows.js';
import { SqliteSteps } from './steps.js';

/** Rows that one statement writes. */
const BATCH = 1_000;

const columns = {
  entity: [
    'slug', 'type', 'kind', 'version', ...languages.map((language) => `name_${language}`),
    ...languages.map((language) => `sort_${language}`), 'folded', 'degree', 'start_earliest',
    'start_latest', 'end_earliest', 'end_latest', 'date_first', 'properties', 'details',
  ],
  relation: [
    'key', 'type', 'from_slug', 'to_slug', 'from_type', 'to_type', 'qualifier', 'version',
    'start_earliest', 'start_latest', 'end_earliest', 'end_latest', 'date_first', 'properties',
    'sources', 'publisher_count', 'origin_count',
  ],
  source: [
    'slug', 'title', 'urls', 'language', 'published_at', 'kind', 'publisher', 'informers', 'text',
  ],
  evidence: [
    'id', 'target', 'property', 'source', 'position', 'stance', 'value', 'preferred', 'inferred',
    'note', 'place',
  ],
} as const; // prettier-ignore

/** One piece of writing, between the BEGIN and the COMMIT of the connection that it has alone. */
export class SqliteTransaction implements Transaction {
  private readonly steps: SqliteSteps;

  constructor(
    private readonly connection: Connection,
    private readonly vocabulary: Vocabulary,
  ) {
    this.steps = new SqliteSteps(connection.query, vocabulary);
  }

  async entities(slugs: readonly string[]): Promise<readonly EntityRecord[]> {
    const entity = rows.entityColumns();
    const found = await this.connection.query<[unknown, EntityDetails][]>(statement`
      SELECT json_group_array(json_array(${entity.json}, json(e_details)))
      FROM (SELECT ${entity.selected}, e.details AS e_details FROM entity e
        WHERE ${inList(fixed('e.slug'), slugs)})`);
    const entityOf = rows.entityReader();
    return found.map(([row, details]) => ({ ...entityOf(row), details }));
  }

  relations(keys: readonly string[]): Promise<readonly RelationRecord[]> {
    return this.steps.relations(keys);
  }

  async relationsOf(
    slugs: readonly string[],
    types: readonly string[],
  ): Promise<readonly RelationRecord[]> {
    const relation = rows.relationColumns();
    const ofTypes = types.length > 0 ? [inList(fixed('r.type'), types)] : [];
    const from = allOf([inList(fixed('r.from_slug'), slugs), ...ofTypes]);
    const to = allOf([inList(fixed('r.to_slug'), slugs), ...ofTypes]);
    const found = await this.connection.query<unknown[]>(statement`
      SELECT json_group_array(${relation.json})
      FROM (SELECT ${relation.selected} FROM relation r WHERE ${from}
        UNION SELECT ${relation.selected} FROM relation r WHERE ${to})`);
    return found.map(rows.relationReader());
  }

  sources(slugs: readonly string[]): Promise<readonly SourceRecord[]> {
    return this.steps.sources(slugs);
  }

  async evidence(targets: readonly string[]): Promise<readonly EvidenceRecord[]> {
    const found = await this.connection.query<unknown[]>(statement`
      SELECT json_group_array(${rows.evidenceColumns.json})
      FROM (SELECT ${rows.evidenceColumns.selected} FROM evidence v
        WHERE ${inList(fixed('v.target'), targets)} ORDER BY v.target, v.place)`);
    return found.map(rows.evidenceOf);
  }

  targetsOfSources(slugs: readonly string[]): Promise<readonly string[]> {
    return this.connection.query<string[]>(statement`
      SELECT json_group_array(target) FROM (SELECT DISTINCT v.target FROM evidence v
        WHERE ${inList(fixed('v.source'), slugs)})`);
  }

  async apply(changes: Changes): Promise<void> {
    const {
      sources,
      entities,
      derivedEntities = [],
      relations,
      evidence,
      removedEvidence,
    } = changes;
    await this.put('entity', entities.map(entityValues));
    for (const batch of batches(derivedEntities)) await this.updateDerived(batch);
    await this.put('source', sources.map(sourceValues));
    await this.put(
      'relation',
      relations.map((relation) => relationValues(relation, this.vocabulary)),
    );
    for (const ids of batches(removedEvidence)) {
      await this.connection.change(
        statement`DELETE FROM evidence WHERE ${inList(fixed('id'), ids)}`,
      );
    }
    await this.put('evidence', evidence.map(evidenceValues));
  }

  /** Leaves alone what is ordered by name, and its indexes. */
  private async updateDerived(entities: readonly EntityRecord[]): Promise<void> {
    const rows = entities.map(({ slug, version, degree, time }) => [
      slug, version, degree, time.startEarliest, time.startLatest, time.endEarliest,
      time.endLatest, dateFirst(time),
    ]); // prettier-ignore
    await this.connection.change(statement`
      UPDATE entity SET version = j.value ->> 1, degree = j.value ->> 2,
        start_earliest = j.value ->> 3, start_latest = j.value ->> 4,
        end_earliest = j.value ->> 5, end_latest = j.value ->> 6, date_first = j.value ->> 7
      FROM json_each(${JSON.stringify(rows)}) j WHERE entity.slug = j.value ->> 0`);
  }

  private async put(
    table: keyof typeof columns,
    values: readonly (readonly unknown[])[],
  ): Promise<void> {
    const [key = '', ...others] = columns[table];
    const selected = columns[table].map((_, index) => `value ->> ${String(index)}`).join(', ');
    const updated = others.map((column) => `${column} = excluded.${column}`).join(', ');
    for (const batch of batches(values)) {
      await this.connection.change(statement`
        INSERT INTO ${fixed(`${table} (${columns[table].join(', ')})`)}
        SELECT ${fixed(selected)} FROM json_each(${JSON.stringify(batch)}) WHERE true
        ON CONFLICT (${fixed(key)}) DO UPDATE SET ${fixed(updated)}`);
    }
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
    ...languages.map((language) => sort[language]), searchedText(foldedNames(entity)), degree,
    time.startEarliest, time.startLatest, time.endEarliest, time.endLatest, dateFirst(time),
    JSON.stringify(properties), JSON.stringify(details),
  ]; // prettier-ignore
}

function relationValues(relation: RelationRecord, vocabulary: Vocabulary): unknown[] {
  const { key, type, fromSlug, toSlug, fromType, toType, version, time, properties } = relation;
  return [
    key, type, fromSlug, toSlug, fromType, toType, qualifierOf(relation, vocabulary), version,
    time.startEarliest, time.startLatest, time.endEarliest, time.endLatest, dateFirst(time),
    JSON.stringify(properties), JSON.stringify(relation.sources), relation.publisherCount,
    relation.originCount,
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
    Number(evidence.preferred), Number(evidence.inferred), note, evidencePlace(evidence),
  ]; // prettier-ignore
}
