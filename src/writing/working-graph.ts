import { isDeepStrictEqual } from 'node:util';
import type { EntityRecord, RelationRecord, SourceRecord } from '../model/records.js';
import type { Changes, Transaction } from '../store/store.js';
import { statedEntity, statedRelation, storeChanges, type ChangeSet } from './change-set.js';
import { EvidenceTable } from './evidence-table.js';
import type { WithEvidence } from './evidence.js';
import { RecordTable } from './record-table.js';

/** The slugs and keys of records whose entries changed. */
export interface SaidKeys {
  readonly entities?: ReadonlySet<string>;
  readonly relations?: ReadonlySet<string>;
}

/**
 * The part of the graph that one slice of entries needs, read from the store on demand. Each record
 * is available as stored and with its changes. Nothing is written until `changes()` is applied.
 */
export class WorkingGraph {
  readonly entities: RecordTable<EntityRecord>;
  readonly relations: RecordTable<RelationRecord>;
  readonly sources: RecordTable<SourceRecord>;
  readonly evidence: EvidenceTable;

  constructor(private readonly transaction: Transaction) {
    this.entities = new RecordTable(
      (slugs) => transaction.entities(slugs),
      (record) => record.slug,
    );
    this.relations = new RecordTable(
      (keys) => transaction.relations(keys),
      (record) => record.key,
    );
    this.sources = new RecordTable(
      (slugs) => transaction.sources(slugs),
      (record) => record.slug,
    );
    this.evidence = new EvidenceTable((targets) => transaction.evidence(targets));
  }

  putEntity({ record, evidence }: WithEvidence<EntityRecord>): void {
    this.entities.put(record);
    this.evidence.put(record.slug, evidence);
  }

  putRelation({ record, evidence }: WithEvidence<RelationRecord>): void {
    this.relations.put(record);
    this.evidence.put(record.key, evidence);
  }

  /** Removes an entity that was loaded together with its evidence. */
  removeEntity(slug: string): void {
    this.entities.remove(slug);
    this.evidence.put(slug, []);
  }

  /** Removes a relation that was loaded together with its evidence. */
  removeRelation(key: string): void {
    this.relations.remove(key);
    this.evidence.put(key, []);
  }

  /** Loads the evidence for the targets, and the sources of that evidence. */
  async loadEvidence(targets: readonly string[]): Promise<void> {
    const found = await this.evidence.load(targets);
    await this.sources.load(found.map(({ sourceSlug }) => sourceSlug));
  }

  /** Loads the evidence that denies other relations in favour of these. */
  async loadEvidenceInFavourOf(keys: readonly string[]): Promise<void> {
    await this.loadEvidence(await this.transaction.targetsDeniedFor(keys));
  }

  /** Loads the relations of the types that have one of the entities at an end. */
  async loadRelationsOf(slugs: Iterable<string>, types: readonly string[]): Promise<void> {
    // An entity that is new has no relations in the store.
    const stored = [...new Set(slugs)].filter((slug) => this.entities.before.has(slug));
    if (stored.length === 0 || types.length === 0) return;
    for (const relation of await this.transaction.relationsOf(stored, types)) {
      this.relations.remember(relation);
    }
  }

  /**
   * Returns all changes. A record of which something else is said gets its next version. What
   * follows from other records leaves the version as it is.
   * @param said the records whose entries changed.
   */
  changes(said: SaidKeys): ChangeSet {
    for (const entity of this.entities.putRecords()) {
      const { slug } = entity;
      const before = this.entities.before.get(slug);
      const isSaid =
        said.entities?.has(slug) === true && this.isSaidAnew(slug, before, entity, statedEntity);
      this.entities.put({ ...entity, version: entity.version + Number(isSaid) });
    }
    for (const relation of this.relations.putRecords()) {
      const { key } = relation;
      const before = this.relations.before.get(key);
      const isSaid =
        said.relations?.has(key) === true && this.isSaidAnew(key, before, relation, statedRelation);
      this.relations.put({ ...relation, version: relation.version + Number(isSaid) });
    }
    return {
      sources: this.sources.difference(),
      entities: this.entities.difference(),
      relations: this.relations.difference(),
      evidence: this.evidence.difference(),
    };
  }

  /** Returns all records that were put, changed or not, and the removals. */
  whole(): Changes {
    const { removed } = storeChanges(this.changes({}));
    return {
      sources: this.sources.putRecords(),
      entities: this.entities.putRecords(),
      relations: this.relations.putRecords(),
      evidence: this.evidence.now(),
      ...(removed ? { removed } : {}),
    };
  }

  private isSaidAnew<R extends { readonly version: number }>(
    target: string,
    before: R | undefined,
    now: R,
    stated: (record: R) => object,
  ): boolean {
    // A version of 0 is that of an organization which a source names and nothing is said of yet.
    if (before === undefined || before.version === 0) return true;
    if (this.evidence.isChanged(target)) return true;
    return !isDeepStrictEqual(stated(before), stated(now));
  }
}
