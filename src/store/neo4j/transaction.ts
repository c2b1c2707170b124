import { entityTypeNames } from '../../vocabulary/entity-types.js';
import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import type {
  EntityRecord,
  EvidenceRecord,
  RelationRecord,
  SourceRecord,
} from '../../model/records.js';
import { type Sql, raw, sql } from '../engine/query-text.js';
import type { Changes, Transaction } from '../store.js';
import type { Query } from './connection.js';
import { keysByType, relationsOfTypes } from './relation-statements.js';
import { evidenceRow, evidenceOf, type Rows } from './rows.js';
import { inParts } from './step.js';
import { Statements } from './statements.js';
import { Neo4jSteps } from './steps.js';
import * as stored from './stored-properties.js';

/** Rows that one statement writes. */
const BATCH = 2_000;

/** One piece of writing, whose transaction has the lock of the graph. */
export class Neo4jTransaction implements Transaction {
  private readonly steps: Neo4jSteps;
  private readonly rows: Rows;

  constructor(
    private readonly query: Query,
    private readonly vocabulary: Vocabulary,
  ) {
    const statements = new Statements(vocabulary);
    this.steps = Neo4jSteps.of(query, statements);
    this.rows = statements.rows;
  }

  entities(slugs: readonly string[]): Promise<readonly EntityRecord[]> {
    return this.steps.entitiesWithDetails(slugs);
  }

  relations(keys: readonly string[]): Promise<readonly RelationRecord[]> {
    return this.steps.relations(keys);
  }

  async relationsOf(
    slugs: readonly string[],
    types: readonly string[],
  ): Promise<readonly RelationRecord[]> {
    const ofTypes = types.length > 0 ? sql`type(r) IN ${types}` : raw('true');
    const find = sql`
      MATCH (n:Entity) USING INDEX SEEK n:Entity(slug) WHERE n.slug IN ${slugs}
      WITH n MATCH (n)-[r]-() WHERE ${ofTypes} WITH DISTINCT r ORDER BY r.key`;
    const list = sql`collect(${this.rows.relation('r')})`;
    const found = await this.query(inParts({ find, list }));
    return found.map(this.rows.relationOf());
  }

  sources(slugs: readonly string[]): Promise<readonly SourceRecord[]> {
    return this.steps.sources(slugs);
  }

  async evidence(targets: readonly string[]): Promise<readonly EvidenceRecord[]> {
    const find = sql`
      MATCH (v:Evidence) USING INDEX SEEK v:Evidence(target, place)
      WHERE v.target IN ${targets} AND v.place IS NOT NULL WITH v ORDER BY v.target, v.place`;
    const found = await this.query(inParts({ find, list: sql`collect(${evidenceRow})` }));
    return found.map(evidenceOf);
  }

  async targetsOfSources(slugs: readonly string[]): Promise<readonly string[]> {
    return this.query<string>(sql`
      MATCH (s:Source) USING INDEX SEEK s:Source(slug) WHERE s.slug IN ${slugs}
      WITH s MATCH (s)<-[:FROM]-(v:Evidence) RETURN collect(DISTINCT v.target)`);
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
    for (const batch of batches(entities, ({ slug }) => slug)) {
      await this.put(
        batch.map((entity) => stored.entityProperties(entity, this.vocabulary)),
        putEntities,
      );
    }
    for (const batch of batches(derivedEntities, ({ slug }) => slug)) {
      await this.put(batch.map(stored.derivedProperties), updateDerivedEntities);
    }
    for (const batch of batches(sources, ({ slug }) => slug)) {
      await this.put(batch.map(stored.sourceProperties), putSources);
    }
    for (const batch of batches(relations, ({ key }) => key)) await this.putRelations(batch);
    for (const ids of batches(removedEvidence, (id) => id)) await this.query(removeEvidence(ids));
    for (const batch of batches(evidence, ({ id }) => id)) {
      await this.query(removeEvidence(batch.map(({ id }) => id)));
      await this.put(batch.map(stored.evidenceProperties), createEvidence);
    }
  }

  /** What is there is found by its key and set; what is not is created between its ends. */
  private async putRelations(relations: readonly RelationRecord[]): Promise<void> {
    const rows = new Map(
      relations.map((relation) => [
        relation.key,
        { type: relation.type, properties: stored.relationProperties(relation, this.vocabulary) },
      ]),
    );
    const found = await this.query<string>(sql`
      ${relationsOfTypes(keysByType([...rows.keys()], this.vocabulary))}
      WITH r, ${Object.fromEntries(rows)} AS rows
      SET r = rows[r.key].properties RETURN collect(r.key)`);
    for (const key of found) rows.delete(key);
    if (rows.size > 0) await this.put([...rows.values()], createRelations);
  }

  /** A statement gives the number of rows that it wrote: one is missing where what it needs is. */
  private async put<Row>(
    rows: readonly Row[],
    statementOf: (rows: readonly Row[]) => Sql,
  ): Promise<void> {
    const [written] = await this.query<number>(statementOf(rows));
    if (written !== rows.length) {
      throw new Error('What is written refers to an entity or a source that is not there.');
    }
  }
}

/** The label is set once, and anew where an entity gets another type. */
function putEntities(rows: readonly stored.StoredProperties[]): Sql {
  return sql`
    UNWIND ${rows} AS row
    MERGE (n:Entity {slug: row.slug})
    FOREACH (_ IN CASE WHEN n.type = row.type THEN [] ELSE [1] END |
      REMOVE n:${raw(entityTypeNames.join(':'))} SET n:$(row.type))
    SET n = row RETURN [count(n)]`;
}

function updateDerivedEntities(rows: readonly stored.StoredProperties[]): Sql {
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

function createRelations(
  rows: readonly { type: string; properties: stored.StoredProperties }[],
): Sql {
  return sql`
    UNWIND ${rows} AS row
    MATCH (a:Entity {slug: row.properties.fromSlug}) USING INDEX SEEK a:Entity(slug)
    MATCH (b:Entity {slug: row.properties.toSlug}) USING INDEX SEEK b:Entity(slug)
    CREATE (a)-[r:$(row.type)]->(b) SET r = row.properties RETURN [count(r)]`;
}

function removeEvidence(ids: readonly string[]): Sql {
  return sql`
    MATCH (v:Evidence) USING INDEX SEEK v:Evidence(id) WHERE v.id IN ${ids} DETACH DELETE v`;
}

function createEvidence(rows: readonly stored.StoredProperties[]): Sql {
  return sql`
    UNWIND ${rows} AS row
    MATCH (s:Source {slug: row.sourceSlug}) USING INDEX SEEK s:Source(slug)
    CREATE (v:Evidence)-[:FROM]->(s) SET v = row RETURN [count(v)]`;
}

/** Of records with the same key the last one counts. */
function* batches<T>(all: readonly T[], keyOf: (record: T) => string): Generator<readonly T[]> {
  const latest = [...new Map(all.map((record) => [keyOf(record), record])).values()];
  for (let start = 0; start < latest.length; start += BATCH)
    yield latest.slice(start, start + BATCH);
}
