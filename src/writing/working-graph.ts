import {
  isRelationKey,
  type EntityRecord,
  type RelationRecord,
  type SourceRecord,
} from '../model/records.js';
import type { Transaction } from '../store/store.js';
import type { ChangeSet } from './change-set.js';
import { EvidenceTable } from './evidence-table.js';
import type { WithEvidence } from './evidence.js';
import { RecordTable } from './record-table.js';

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

  /** Returns an entity that was loaded or put, with its evidence; undefined if there is none. */
  entity(slug: string): WithEvidence<EntityRecord> | undefined {
    const record = this.entities.get(slug);
    return record && { record, evidence: this.evidence.get(slug) ?? [] };
  }

  relation(key: string): WithEvidence<RelationRecord> | undefined {
    const record = this.relations.get(key);
    return record && { record, evidence: this.evidence.get(key) ?? [] };
  }

  putEntity({ record, evidence }: WithEvidence<EntityRecord>): void {
    this.entities.put(record);
    this.evidence.put(record.slug, evidence);
  }

  putRelation({ record, evidence }: WithEvidence<RelationRecord>): void {
    this.relations.put(record);
    this.evidence.put(record.key, evidence);
  }

  /** Loads the evidence for the targets, and the sources of that evidence. */
  async loadEvidence(targets: readonly string[]): Promise<void> {
    const found = await this.evidence.load(targets);
    await this.sources.load(found.map(({ sourceSlug }) => sourceSlug));
  }

  /**
   * Loads the targets of all evidence from the sources, with their evidence. Returns their slugs
   * and keys.
   */
  async loadTargetsOf(sources: readonly string[]): Promise<readonly string[]> {
    if (sources.length === 0) return [];
    const targets = await this.transaction.targetsOfSources(sources);
    await this.entities.load(targets.filter((target) => !isRelationKey(target)));
    await this.relations.load(targets.filter(isRelationKey));
    await this.loadEvidence(targets);
    return targets;
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

  changes(): ChangeSet {
    return {
      sources: this.sources.difference(),
      entities: this.entities.difference(),
      relations: this.relations.difference(),
      evidence: this.evidence.difference(),
    };
  }
}
