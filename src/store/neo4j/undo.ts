import type {
  EntityRecord,
  EvidenceRecord,
  RelationRecord,
  SourceRecord,
} from '../../model/records.js';
import { sql } from '../engine/query-text.js';
import type { Changes, Transaction } from '../store.js';
import type { Query } from './connection.js';
import type { EntryContext } from './context.js';
import { keysByType, relationsOfTypes } from './relations.js';
import { Neo4jTransaction, removeEvidence } from './transaction.js';

/** What takes back the changes that were applied at once. */
export interface Undo {
  /** The slugs, keys and ids of the records that were added. */
  readonly added: Readonly<Record<Kind, readonly string[]>>;
  /** The records that were changed or removed, as they were. */
  readonly before: Records;
}

type Kind = 'sources' | 'entities' | 'relations' | 'evidence';

interface Records {
  readonly sources: readonly SourceRecord[];
  readonly entities: readonly EntityRecord[];
  readonly relations: readonly RelationRecord[];
  readonly evidence: readonly EvidenceRecord[];
}

/**
 * Remembers what one piece of writing read, and makes an undo of what it applies. The writer reads
 * each record before it changes it, so that a record which it did not find is one that it adds.
 */
export class UndoMaker {
  private readonly sources = new Remembered<SourceRecord>(({ slug }) => slug);
  private readonly entities = new Remembered<EntityRecord>(({ slug }) => slug);
  private readonly relations = new Remembered<RelationRecord>(({ key }) => key);
  private readonly evidence = new Remembered<EvidenceRecord>(({ id }) => id);

  /** Returns a transaction that reads through this one and remembers what it finds. */
  watching(inner: () => Transaction): Omit<Transaction, 'apply'> {
    return {
      sources: async (slugs) => this.sources.add(await inner().sources(slugs)),
      entities: async (slugs) => this.entities.add(await inner().entities(slugs)),
      relations: async (keys) => this.relations.add(await inner().relations(keys)),
      relationsOf: async (slugs, types) =>
        this.relations.add(await inner().relationsOf(slugs, types)),
      evidence: async (targets) => this.evidence.add(await inner().evidence(targets)),
      targetsOfSources: (slugs) => inner().targetsOfSources(slugs),
    };
  }

  /** Returns the undo of changes, and forgets what was read before them. */
  undoOf(changes: Changes): Undo {
    const { sources, relations, evidence, removedEvidence } = changes;
    const entities = [...changes.entities, ...(changes.derivedEntities ?? [])];
    const undos = {
      sources: this.sources.undoOf(sources.map(({ slug }) => slug)),
      entities: this.entities.undoOf(entities.map(({ slug }) => slug)),
      relations: this.relations.undoOf(relations.map(({ key }) => key)),
      evidence: this.evidence.undoOf([...evidence.map(({ id }) => id), ...removedEvidence]),
    };
    return {
      added: {
        sources: undos.sources.added,
        entities: undos.entities.added,
        relations: undos.relations.added,
        evidence: undos.evidence.added,
      },
      before: {
        sources: undos.sources.before,
        entities: undos.entities.before,
        relations: undos.relations.before,
        evidence: undos.evidence.before,
      },
    };
  }
}

/** The records of one kind that were read since the last changes. */
class Remembered<T> {
  private readonly read = new Map<string, T>();
  /** The keys of all records that were added or changed: an earlier undo has what they were. */
  private readonly touched = new Set<string>();

  constructor(private readonly keyOf: (record: T) => string) {}

  add(records: readonly T[]): readonly T[] {
    for (const record of records) this.read.set(this.keyOf(record), record);
    return records;
  }

  undoOf(keys: readonly string[]): { added: string[]; before: T[] } {
    const added: string[] = [];
    const before: T[] = [];
    for (const key of keys) {
      if (this.touched.has(key)) continue;
      this.touched.add(key);
      const record = this.read.get(key);
      if (record) before.push(record);
      else added.push(key);
    }
    this.read.clear();
    return { added, before };
  }
}

/** Takes back changes. Those that were applied after them must have been taken back before. */
export async function takeBack(
  { added, before }: Undo,
  query: Query,
  context: EntryContext,
): Promise<void> {
  await query(removeEvidence(added.evidence));
  await query(sql`${relationsOfTypes(keysByType(added.relations, context.vocabulary))} DELETE r`);
  await new Neo4jTransaction(query, context).apply({ ...before, removedEvidence: [] });
  await query(sql`
    MATCH (s:Source) USING INDEX SEEK s:Source(slug) WHERE s.slug IN ${added.sources}
    DETACH DELETE s`);
  await query(sql`
    MATCH (n:Entity) USING INDEX SEEK n:Entity(slug) WHERE n.slug IN ${added.entities}
    DETACH DELETE n`);
}
