import type {
  DocumentRecord,
  EntityRecord,
  EntryRecord,
  EvidenceRecord,
  RelationRecord,
  SourceRecord,
} from '../../model/records.js';
import type { Changes, Removals, Transaction } from '../store.js';
import type { Query } from './connection.js';
import type { EntryContext } from './context.js';
import { entryId } from './stored-properties.js';
import { Neo4jTransaction } from './transaction.js';

/** What takes back the changes that were applied at once. */
export interface Undo {
  /** The slugs, keys and ids of the records that were added. */
  readonly added: Removals;
  /** The records that were changed or removed, as they were. */
  readonly before: Omit<Changes, 'added' | 'removed' | 'derivedEntities'>;
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
  private readonly documents = new Remembered<DocumentRecord>(({ slug }) => slug);
  private readonly entries = new Remembered<EntryRecord>(entryId);

  /** Returns a transaction that reads through this one and remembers what it finds. */
  watching(inner: () => Transaction): Omit<Transaction, 'apply' | 'markMerged'> {
    const { sources, entities, relations, evidence, documents, entries } = this;
    return {
      sources: async (slugs) => sources.add(await inner().sources(slugs)),
      sourcesOf: async (slugs) => sources.add(await inner().sourcesOf(slugs)),
      entities: async (slugs) => entities.add(await inner().entities(slugs)),
      entityTypes: (slugs) => inner().entityTypes(slugs),
      relations: async (keys) => relations.add(await inner().relations(keys)),
      relationsOf: async (slugs, types) => relations.add(await inner().relationsOf(slugs, types)),
      evidence: async (targets) => evidence.add(await inner().evidence(targets)),
      documents: async (slugs) => documents.add(await inner().documents(slugs)),
      entries: async (kind, keys) => entries.add(await inner().entries(kind, keys)),
      compareEntries: async (compared) => {
        const comparison = await inner().compareEntries(compared);
        entries.add([...comparison.different.values()]);
        return comparison;
      },
      async *entriesOf(document) {
        for await (const batch of inner().entriesOf(document)) yield entries.add(batch);
      },
      targetsOfSources: (slugs) => inner().targetsOfSources(slugs),
      slugsNaming: (kind, entities) => inner().slugsNaming(kind, entities),
      targetsOfRivals: (slugs) => inner().targetsOfRivals(slugs),
      targetsDeniedFor: (keys) => inner().targetsDeniedFor(keys),
      namesakes: (slugs) => inner().namesakes(slugs),
      joins: () => inner().joins(),
    };
  }

  /** Returns the undo of changes, and forgets which records were read before them, but documents. */
  undoOf({ derivedEntities = [], added = {}, removed = {}, ...changes }: Changes): Undo {
    const changed = [...changes.entities, ...derivedEntities];
    const { documents = [], entries = [] } = changes;
    const undos = {
      sources: this.sources.undoOf(changes.sources, removed.sources),
      entities: this.entities.undoOf(changed, removed.entities),
      relations: this.relations.undoOf(
        [...changes.relations, ...(added.relations ?? [])],
        removed.relations,
      ),
      evidence: this.evidence.undoOf(
        [...changes.evidence, ...(added.evidence ?? [])],
        removed.evidence,
      ),
      documents: this.documents.undoOf(documents, removed.documents),
      entries: this.entries.undoOf(entries, removed.entries?.map(entryId)),
    };
    // Documents are read before all of their entries, and written after them.
    for (const read of [this.sources, this.entities, this.relations, this.evidence, this.entries])
      read.forget();
    const keysOf = <T>({ added }: { added: readonly T[] }, keyOf: (record: T) => string) =>
      added.map(keyOf);
    return {
      added: {
        sources: keysOf(undos.sources, ({ slug }) => slug),
        entities: keysOf(undos.entities, ({ slug }) => slug),
        relations: keysOf(undos.relations, ({ key }) => key),
        evidence: keysOf(undos.evidence, ({ id }) => id),
        documents: keysOf(undos.documents, ({ slug }) => slug),
        entries: undos.entries.added.map(({ document, kind, key }) => ({ document, kind, key })),
      },
      before: {
        sources: undos.sources.before,
        entities: undos.entities.before,
        relations: undos.relations.before,
        evidence: undos.evidence.before,
        documents: undos.documents.before,
        entries: undos.entries.before,
      },
    };
  }
}

/** The records of one kind that were read, and have not been forgotten since. */
class Remembered<T> {
  private readonly read = new Map<string, T>();
  /** The keys of all records that were added or changed: an earlier undo has what they were. */
  private readonly touched = new Set<string>();

  constructor(private readonly keyOf: (record: T) => string) {}

  add(records: readonly T[]): readonly T[] {
    for (const record of records) this.read.set(this.keyOf(record), record);
    return records;
  }

  /** @param removed the keys of the records that are removed. */
  undoOf(written: readonly T[], removed: readonly string[] = []): { added: T[]; before: T[] } {
    const added: T[] = [];
    const before: T[] = [];
    for (const key of removed) {
      const record = this.read.get(key);
      if (record && this.touch(key)) before.push(record);
    }
    for (const record of written) {
      const key = this.keyOf(record);
      const stored = this.read.get(key);
      if (!this.touch(key)) continue;
      if (stored) before.push(stored);
      else added.push(record);
    }
    return { added, before };
  }

  forget(): void {
    this.read.clear();
  }

  /** Returns false if the key was touched before. */
  private touch(key: string): boolean {
    const isFirst = !this.touched.has(key);
    this.touched.add(key);
    return isFirst;
  }
}

/** Takes back changes. Those that were applied after them must have been taken back before. */
export async function takeBack(
  { added, before }: Undo,
  query: Query,
  context: EntryContext,
): Promise<void> {
  await new Neo4jTransaction(query, context).apply({ ...before, removed: added });
}
