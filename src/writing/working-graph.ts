import { isDeepStrictEqual } from 'node:util';
import type {
  EntityRecord,
  EvidenceRecord,
  RelationRecord,
  SourceRecord,
} from '../model/records.js';
import type { Changes, Transaction } from '../store/store.js';
import type { ImportTally } from './import-tally.js';

/** Records as they were in the store and as they are to be. */
class Table<T extends object> {
  readonly before = new Map<string, T>();
  readonly now = new Map<string, T>();
  /** What was looked for, found or not. */
  readonly known = new Set<string>();

  constructor(
    private readonly read: (keys: readonly string[]) => Promise<readonly T[]>,
    private readonly keyOf: (record: T) => string,
  ) {}

  async load(keys: Iterable<string>): Promise<void> {
    const missing = [...new Set(keys)].filter((key) => !this.known.has(key));
    if (missing.length === 0) return;
    for (const key of missing) this.known.add(key);
    for (const record of await this.read(missing)) this.remember(record);
  }

  remember(record: T): void {
    const key = this.keyOf(record);
    this.known.add(key);
    if (this.before.has(key)) return;
    this.before.set(key, record);
    if (!this.now.has(key)) this.now.set(key, record);
  }

  put(record: T): void {
    this.now.set(this.keyOf(record), record);
  }

  /** The records that differ from what they were. */
  changed(): { added: T[]; changed: T[] } {
    const added: T[] = [];
    const changed: T[] = [];
    for (const [key, record] of this.now) {
      const before = this.before.get(key);
      if (!before) added.push(record);
      else if (record !== before && !isDeepStrictEqual(record, before)) changed.push(record);
    }
    return { added, changed };
  }
}

/** The part of the graph that one import touches, read from the store as it is needed. */
export class WorkingGraph {
  readonly entities: Table<EntityRecord>;
  readonly relations: Table<RelationRecord>;
  readonly sources: Table<SourceRecord>;
  private readonly evidenceBefore = new Map<string, EvidenceRecord>();
  private readonly evidenceNow = new Map<string, readonly EvidenceRecord[]>();

  constructor(readonly transaction: Transaction) {
    this.entities = new Table(
      (slugs) => transaction.entities(slugs),
      (record) => record.slug,
    );
    this.relations = new Table(
      (keys) => transaction.relations(keys),
      (record) => record.key,
    );
    this.sources = new Table(
      (slugs) => transaction.sources(slugs),
      (record) => record.slug,
    );
  }

  /** The evidence of the targets, and the sources that it comes from. */
  async loadEvidence(targets: readonly string[]): Promise<void> {
    const missing = targets.filter((target) => !this.evidenceNow.has(target));
    if (missing.length === 0) return;
    for (const target of missing) this.evidenceNow.set(target, []);
    const found = await this.transaction.evidence(missing);
    const byTarget = new Map<string, EvidenceRecord[]>();
    for (const piece of found) {
      this.evidenceBefore.set(piece.id, piece);
      const pieces = byTarget.get(piece.target);
      if (pieces) pieces.push(piece);
      else byTarget.set(piece.target, [piece]);
    }
    for (const [target, pieces] of byTarget) this.evidenceNow.set(target, pieces);
    await this.sources.load(found.map((piece) => piece.sourceSlug));
  }

  /** Whether the evidence of a target was read or given. */
  hasEvidenceOf(target: string): boolean {
    return this.evidenceNow.has(target);
  }

  /** Whether any evidence that was read or given comes from a source. */
  cites(source: string): boolean {
    return [...this.evidenceNow.values()].flat().some((piece) => piece.sourceSlug === source);
  }

  evidenceOf(target: string): readonly EvidenceRecord[] {
    return this.evidenceNow.get(target) ?? [];
  }

  putEvidence(target: string, pieces: readonly EvidenceRecord[]): void {
    this.evidenceNow.set(target, pieces);
  }

  /** What is to be written, each changed record one version on; the tally gets how much that is. */
  changes(tally: ImportTally): Changes {
    const entities = this.entities.changed();
    const relations = this.relations.changed();
    const sources = this.sources.changed();
    const evidence = this.changedEvidence();
    tally.entities.count(entities, (entity) => entity.slug);
    tally.relations.count(relations, (relation) => relation.key);
    tally.sources.count(sources, (source) => source.slug);
    tally.evidence.count(evidence, (piece) => piece.id);
    const isUpheld = (entity: EntityRecord): boolean =>
      isDeepStrictEqual(contentOf(entity), contentOf(this.entities.before.get(entity.slug)));
    return {
      entities: [
        ...entities.added,
        ...entities.changed.filter((entity) => !isUpheld(entity)).map(nextVersion),
      ],
      derivedEntities: entities.changed.filter(isUpheld).map(nextVersion),
      relations: [...relations.added, ...relations.changed.map(nextVersion)],
      sources: [...sources.added, ...sources.changed],
      evidence: [...evidence.added, ...evidence.changed],
      removedEvidence: evidence.removed,
    };
  }

  private changedEvidence(): {
    added: EvidenceRecord[];
    changed: EvidenceRecord[];
    removed: string[];
  } {
    const added: EvidenceRecord[] = [];
    const changed: EvidenceRecord[] = [];
    const kept = new Set<string>();
    for (const piece of [...this.evidenceNow.values()].flat()) {
      kept.add(piece.id);
      const before = this.evidenceBefore.get(piece.id);
      if (!before) added.push(piece);
      else if (piece !== before && !isDeepStrictEqual(piece, before)) changed.push(piece);
    }
    return {
      added,
      changed,
      removed: [...this.evidenceBefore.keys()].filter((id) => !kept.has(id)),
    };
  }
}

/** All of an entity but what the writer upholds. */
function contentOf(entity: EntityRecord | undefined): object {
  return { ...entity, degree: null, time: null };
}

function nextVersion<T extends { readonly version: number }>(record: T): T {
  return { ...record, version: record.version + 1 };
}
