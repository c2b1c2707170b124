import { setImmediate as nextTurn } from 'node:timers/promises';
import { entityTypeNames, type EntityType } from '../../vocabulary/entity-types.js';
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
import { type Sql, raw, sql } from '../engine/query-text.js';
import type { Values } from '../engine/row-readers.js';
import { NAMING_KEY } from '../engine/stored-values.js';
import { comparisonOf } from '../engine/compared-entries.js';
import { wholeEntity, wholeEvidence, wholeRelation, wholeSource } from '../engine/whole-records.js';
import { entityParts, relationParts, sourceParts } from '../reading.js';
import type { Changes, EntryComparison, Namesakes, Removals, Transaction } from '../store.js';
import { evidenceColumns } from './columns.js';
import type { Query } from './connection.js';
import type { EntryContext } from './context.js';
import { Neo4jEngine } from './engine.js';
import { entitiesOf } from './entities.js';
import { queryOf } from './entry.js';
import { namesakes } from './namesakes.js';
import { keysByType, relationsOfTypes } from './relations.js';
import * as stored from './stored-properties.js';
import { entryId } from './stored-properties.js';

/** Rows that one query writes. */
const BATCH = 2_000;

/** Stands for a line or a column that is not known, since null equals nothing in Cypher. */
const UNKNOWN = 0;

/** One piece of writing, whose transaction has the lock of the graph. */
export class Neo4jTransaction implements Transaction {
  private readonly engine: Neo4jEngine;
  /** The writing that was begun last. */
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly query: Query,
    private readonly context: EntryContext,
  ) {
    this.engine = new Neo4jEngine(query, context);
  }

  async entities(slugs: readonly string[]): Promise<readonly EntityRecord[]> {
    const found = await this.engine.each({ kind: 'entities by slug', parts: entityParts }, slugs);
    return inOrder(found).map(wholeEntity);
  }

  async entityTypes(slugs: readonly string[]): Promise<ReadonlyMap<string, EntityType>> {
    const find = sql`${entitiesOf(slugs)} WITH n ORDER BY n.slug`;
    return new Map(
      await this.query<[slug: string, type: EntityType]>(
        queryOf(find, raw('collect([n.slug, n.type])')),
      ),
    );
  }

  async relations(keys: readonly string[]): Promise<readonly RelationRecord[]> {
    const found = await this.engine.each({ kind: 'relations by key', parts: relationParts }, keys);
    return inOrder(found).map(wholeRelation);
  }

  async relationsOf(
    slugs: readonly string[],
    types: readonly string[],
  ): Promise<readonly RelationRecord[]> {
    const { list, read } = this.context.columns.relation('r', relationParts);
    const ofTypes = types.length > 0 ? sql`type(r) IN ${types}` : raw('true');
    const find = sql`${entitiesOf(slugs)}
      WITH n MATCH (n)-[r]-() WHERE ${ofTypes} WITH DISTINCT r ORDER BY r.key`;
    const found = await this.query<Values>(queryOf(find, sql`collect(${list})`));
    return found.map((values) => wholeRelation(read(values)));
  }

  async sources(slugs: readonly string[]): Promise<readonly SourceRecord[]> {
    const found = await this.engine.each({ kind: 'sources by slug', parts: sourceParts }, slugs);
    return inOrder(found).map(wholeSource);
  }

  async evidence(targets: readonly string[]): Promise<readonly EvidenceRecord[]> {
    const { list, read } = evidenceColumns();
    const find = sql`
      MATCH (v:Evidence) USING INDEX SEEK v:Evidence(target, place)
      WHERE v.target IN ${targets} AND v.place IS NOT NULL WITH v ORDER BY v.target, v.place`;
    const found = await this.query<Values>(queryOf(find, sql`collect(${list})`));
    return found.map((values) => wholeEvidence(read(values)));
  }

  async targetsOfSources(slugs: readonly string[]): Promise<readonly string[]> {
    return this.query<string>(sql`
      MATCH (s:Source) USING INDEX SEEK s:Source(slug) WHERE s.slug IN ${slugs}
      WITH s MATCH (s)<-[:FROM]-(v:Evidence) RETURN collect(DISTINCT v.target)`);
  }

  async sourcesOf(organizations: readonly string[]): Promise<readonly SourceRecord[]> {
    const slugs = await this.query<string>(sql`
      MATCH (s:Source)
      WHERE s.publisher IN ${organizations} OR any(slug IN s.informers WHERE slug IN ${organizations})
      RETURN collect(s.slug)`);
    return this.sources(slugs);
  }

  slugsNaming(kind: 'SOURCE' | 'ENTITY', entities: readonly string[]): Promise<readonly string[]> {
    const quoted = entities.map((slug) => JSON.stringify(slug));
    return this.query<string>(sql`
      MATCH (e:Entry) USING INDEX SEEK e:Entry(kind, key)
      WHERE e.kind = ${kind} AND e.key >= '' AND e.content CONTAINS ${NAMING_KEY[kind]}
        AND any(part IN ${quoted} WHERE e.content CONTAINS part)
      RETURN collect(DISTINCT e.key)`);
  }

  targetsOfRivals(slugs: readonly string[]): Promise<readonly string[]> {
    const parts = slugs.map((slug) => `~${slug}~`);
    return this.query<string>(sql`
      MATCH (v:Evidence) WHERE v.disagreement = 'RIVAL_RELATIONS'
        AND any(part IN ${parts} WHERE '~' + v.value + '~' CONTAINS part)
      RETURN collect(DISTINCT v.target)`);
  }

  targetsDeniedFor(keys: readonly string[]): Promise<readonly string[]> {
    return this.query<string>(sql`
      MATCH (v:Evidence) USING INDEX SEEK v:Evidence(rival) WHERE v.rival IN ${keys}
      RETURN collect(DISTINCT v.target)`);
  }

  namesakes(slugs: readonly string[]): Promise<readonly Namesakes[]> {
    return namesakes(this.query, slugs);
  }

  documents(slugs: readonly string[]): Promise<readonly DocumentRecord[]> {
    return this.query<DocumentRecord>(sql`
      MATCH (d:Document) USING INDEX SEEK d:Document(slug) WHERE d.slug IN ${slugs}
      RETURN collect({slug: d.slug, entryCount: d.entryCount, defaults: d.defaults})`);
  }

  async entries(kind: EntryKind, keys: readonly string[]): Promise<readonly EntryRecord[]> {
    const find = sql`
      MATCH (e:Entry) USING INDEX SEEK e:Entry(kind, key)
      WHERE e.kind = ${kind} AND e.key IN ${keys} WITH e ORDER BY e.key, e.document`;
    return (await this.query<EntryRow>(queryOf(find, sql`collect(${entryRow})`))).map(entryOf);
  }

  async compareEntries(entries: readonly EntryRecord[]): Promise<EntryComparison> {
    const [first] = entries;
    if (!first) return comparisonOf([], entryOf);
    const { document, kind } = first;
    const rows = entries.map(({ key, content, place, line, column }) => [
      key, content, place, line ?? UNKNOWN, column ?? UNKNOWN,
    ]); // prettier-ignore
    const found = await this.query<[key: string, stored: EntryRow | null]>(sql`
      UNWIND ${rows} AS row
      OPTIONAL MATCH (e:Entry {id: ${entryId({ document, kind, key: '' })} + row[0]})
        USING INDEX SEEK e:Entry(id)
      WITH row, e WHERE e IS NULL OR e.content <> row[1] OR e.place <> row[2]
        OR coalesce(e.line, ${UNKNOWN}) <> row[3] OR coalesce(e.column, ${UNKNOWN}) <> row[4]
      RETURN collect([row[0], CASE WHEN e IS NULL THEN null ELSE ${entryRow} END])`);
    return comparisonOf(found, entryOf);
  }

  async *entriesOf(document: string): AsyncGenerator<readonly EntryRecord[]> {
    for (const kind of entryKinds) {
      // While a document is replaced, an old entry and a new one may have the same place.
      for (let after: Pick<EntryRecord, 'place' | 'key'> = { place: -1, key: '' }; ;) {
        const find = sql`
          MATCH (e:Entry) USING INDEX SEEK e:Entry(document, kind, place)
          WHERE e.document = ${document} AND e.kind = ${kind} AND e.place >= ${after.place}
            AND (e.place > ${after.place} OR e.key > ${after.key})
          WITH e ORDER BY e.place, e.key LIMIT ${BATCH}`;
        const found = await this.query<EntryRow>(queryOf(find, sql`collect(${entryRow})`));
        const entries = found.map(entryOf);
        const last = entries.at(-1);
        if (!last) break;
        yield entries;
        after = last;
      }
    }
  }

  joins(): Promise<readonly JoinRecord[]> {
    return this.query<JoinRecord>(
      raw(`
      MATCH (e:Entry) WHERE e.mergedInto IS NOT NULL WITH e ORDER BY e.key, e.document
      RETURN collect({slug: e.key, into: e.mergedInto, document: e.document, line: e.line})`),
    );
  }

  async apply(changes: Changes): Promise<void> {
    const { sources, entities, derivedEntities = [], relations, evidence } = changes;
    const { added = {}, removed = {} } = changes;
    await this.remove(removed);
    for (const batch of batches(entities, ({ slug }) => slug)) {
      await this.put(
        batch.map((entity) => stored.entityProperties(entity, this.context.vocabulary)),
        putEntities,
      );
    }
    for (const batch of batches(derivedEntities, ({ slug }) => slug)) {
      await this.put(batch.map(stored.derivedProperties), putDerived);
    }
    for (const batch of batches(sources, ({ slug }) => slug)) {
      await this.put(batch.map(stored.sourceProperties), putSources);
    }
    for (const batch of batches(relations, ({ key }) => key)) await this.putRelations(batch);
    for (const batch of batches(added.relations ?? [], ({ key }) => key))
      await this.put(batch.map(this.rowOf), createRelations);
    for (const batch of batches(evidence, ({ id }) => id)) {
      await this.running;
      await this.query(removeEvidence(batch.map(({ id }) => id)));
      await this.put(batch.map(stored.evidenceProperties), createEvidence);
    }
    for (const batch of batches(added.evidence ?? [], ({ id }) => id))
      await this.put(batch.map(stored.evidenceProperties), createEvidence);
    const { documents = [], entries = [] } = changes;
    for (const batch of batches(documents, ({ slug }) => slug))
      await this.put(batch.map(stored.documentProperties), putDocuments);
    for (const batch of batches(entries, entryId))
      await this.put(batch.map(stored.entryProperties), putEntries);
    await this.running;
  }

  async markMerged(): Promise<void> {
    await this.query(raw('MATCH (k:Kenes {id: 1}) SET k.isStale = false RETURN []'));
  }

  private async remove(removed: Removals): Promise<void> {
    const { evidence = [], relations = [], sources = [], entities = [] } = removed;
    const { entries = [], documents = [] } = removed;
    for (const ids of batches(evidence)) await this.query(removeEvidence(ids));
    for (const keys of batches(relations)) {
      const found = relationsOfTypes(keysByType(keys, this.context.vocabulary));
      await this.query(sql`${found} DELETE r`);
    }
    for (const slugs of batches(sources)) await this.query(removeNodes('Source', 'slug', slugs));
    for (const slugs of batches(entities)) await this.query(removeNodes('Entity', 'slug', slugs));
    for (const ids of batches(entries.map(entryId)))
      await this.query(removeNodes('Entry', 'id', ids));
    for (const slugs of batches(documents))
      await this.query(removeNodes('Document', 'slug', slugs));
  }

  /** What is there is found by its key and set; what is not is created between its ends. */
  private async putRelations(relations: readonly RelationRecord[]): Promise<void> {
    const rows = new Map(relations.map((relation) => [relation.key, this.rowOf(relation)]));
    await this.running;
    const found = await this.query<string>(sql`
      ${relationsOfTypes(keysByType([...rows.keys()], this.context.vocabulary))}
      WITH r, ${Object.fromEntries(rows)} AS rows
      SET r = rows[r.key].properties RETURN collect(r.key)`);
    for (const key of found) rows.delete(key);
    if (rows.size > 0) await this.put([...rows.values()], createRelations);
  }

  private readonly rowOf = (relation: RelationRecord): RelationRow => ({
    type: relation.type,
    properties: stored.relationProperties(relation, this.context.vocabulary),
  });

  /** Begins to write rows after the last ones, so that the next can be prepared meanwhile. */
  private async put<Row>(
    rows: readonly Row[],
    queryFor: (rows: readonly Row[]) => Sql,
  ): Promise<void> {
    const query = queryFor(rows);
    await this.running;
    this.running = this.written(query, rows.length);
    // Whoever waits for it next has its error.
    this.running.catch(() => undefined);
    await nextTurn();
  }

  /** A query returns how many rows it wrote: one is missing where a record that it refers to is. */
  private async written(query: Sql, rows: number): Promise<void> {
    const [written] = await this.query<number>(query);
    if (written !== rows) {
      throw new Error('A written record refers to an entity or a source that is not there.');
    }
  }
}

/** The label is set once, and again when the type of the entity changes. */
function putEntities(rows: readonly stored.StoredProperties[]): Sql {
  return sql`
    UNWIND ${rows} AS row
    MERGE (n:Entity {slug: row.slug})
    FOREACH (_ IN CASE WHEN n.type = row.type THEN [] ELSE [1] END |
      REMOVE n:${raw(entityTypeNames.join(':'))} SET n:$(row.type))
    SET n = row RETURN [count(n)]`;
}

function putDerived(rows: readonly stored.StoredProperties[]): Sql {
  return sql`
    UNWIND ${rows} AS row MATCH (n:Entity {slug: row.slug}) USING INDEX SEEK n:Entity(slug)
    SET n += row RETURN [count(n)]`;
}

function putSources(rows: readonly stored.StoredProperties[]): Sql {
  return sql`
    UNWIND ${rows} AS row
    MATCH (p:Entity {slug: row.publisher}) USING INDEX SEEK p:Entity(slug)
    MERGE (s:Source {slug: row.slug}) SET s = row RETURN [count(s)]`;
}

interface RelationRow {
  readonly type: string;
  readonly properties: stored.StoredProperties;
}

function createRelations(rows: readonly RelationRow[]): Sql {
  return sql`
    UNWIND ${rows} AS row
    MATCH (a:Entity {slug: row.properties.fromSlug}) USING INDEX SEEK a:Entity(slug)
    MATCH (b:Entity {slug: row.properties.toSlug}) USING INDEX SEEK b:Entity(slug)
    CREATE (a)-[r:$(row.type)]->(b) SET r = row.properties RETURN [count(r)]`;
}

function removeEvidence(ids: readonly string[]): Sql {
  return removeNodes('Evidence', 'id', ids);
}

function removeNodes(label: string, property: string, values: readonly string[]): Sql {
  return sql`
    MATCH (n:${raw(label)}) USING INDEX SEEK ${raw(`n:${label}(${property})`)}
    WHERE n.${raw(property)} IN ${values} DETACH DELETE n`;
}

function putDocuments(rows: readonly stored.StoredProperties[]): Sql {
  return sql`
    UNWIND ${rows} AS row MERGE (d:Document {slug: row.slug}) SET d = row RETURN [count(d)]`;
}

function putEntries(rows: readonly stored.StoredProperties[]): Sql {
  return sql`UNWIND ${rows} AS row MERGE (e:Entry {id: row.id}) SET e = row RETURN [count(e)]`;
}

type EntryRow = [
  document: string,
  kind: EntryKind,
  key: string,
  place: number,
  line: number | null,
  column: number | null,
  mergedInto: string | null,
  content: string,
];

/** A list is less to read than a map, which repeats the names of its values. */
const entryRow = raw(
  '[e.document, e.kind, e.key, e.place, e.line, e.column, e.mergedInto, e.content]',
);

function entryOf(row: EntryRow): EntryRecord {
  const [document, kind, key, place, line, column, mergedInto, content] = row;
  return { document, kind, key, place, line, column, mergedInto, content };
}

function createEvidence(rows: readonly stored.StoredProperties[]): Sql {
  return sql`
    UNWIND ${rows} AS row
    MATCH (s:Source {slug: row.sourceSlug}) USING INDEX SEEK s:Source(slug)
    CREATE (v:Evidence)-[:FROM]->(s) SET v = row RETURN [count(v)]`;
}

/** In the order of their keys. */
function inOrder<T>(found: ReadonlyMap<string, T>): T[] {
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
}

/** Of records with the same key the last one counts. */
function* batches<T>(
  all: readonly T[],
  keyOf: (record: T) => string = String,
): Generator<readonly T[]> {
  const latest = [...new Map(all.map((record) => [keyOf(record), record])).values()];
  for (let start = 0; start < latest.length; start += BATCH)
    yield latest.slice(start, start + BATCH);
}
