import { raw, sql } from '../engine/query-text.js';
import type { Changes, Transaction } from '../store.js';
import type { OpenTransaction } from './connection.js';
import type { EntryContext } from './context.js';
import { Neo4jTransaction } from './transaction.js';
import { UndoMaker, type Undo } from './undo.js';

/**
 * The time from the commit of a chunk to the lock for the next one, in seconds, after which the
 * process counts as dead. Until then, others that get the lock wait.
 */
const PAUSE_SECONDS = 5;

interface Surroundings {
  readonly context: EntryContext;
  /** The number of records after which a chunk is committed. */
  readonly chunkRecords: number;
  /** Begins the transaction of the next chunk. */
  readonly begin: () => Promise<OpenTransaction>;
}

/**
 * A transaction that commits what it has applied after every few thousand records. With each
 * chunk, the graph gets nodes with what takes it back (`KenesUndo`), and the node of the lock gets
 * the id of the piece of writing (`writing`). The last chunk removes both: then the piece is done.
 */
export class ChunkedTransaction implements Transaction {
  /** True if a chunk has been committed. */
  isChunked = false;
  private readonly undos = new UndoMaker();
  private readonly reading = this.undos.watching(() => this.inner);
  readonly entities = this.reading.entities;
  readonly entityTypes = this.reading.entityTypes;
  readonly relations = this.reading.relations;
  readonly relationsOf = this.reading.relationsOf;
  readonly sources = this.reading.sources;
  readonly evidence = this.reading.evidence;
  readonly targetsOfSources = this.reading.targetsOfSources;
  readonly sourcesOf = this.reading.sourcesOf;
  readonly slugsNaming = this.reading.slugsNaming;
  readonly targetsOfRivals = this.reading.targetsOfRivals;
  readonly targetsDeniedFor = this.reading.targetsDeniedFor;
  readonly namesakes = this.reading.namesakes;
  readonly documents = this.reading.documents;
  readonly entries = this.reading.entries;
  readonly compareEntries = this.reading.compareEntries;
  readonly entriesOf = this.reading.entriesOf;
  readonly joins = this.reading.joins;
  private inner: Neo4jTransaction;
  /** What takes back the changes of the chunk that is open. */
  private ofChunk: Undo[] = [];
  private recordCount = 0;
  private undoCount = 0;

  /** @param id the id of the piece of writing. */
  constructor(
    private readonly id: string,
    private open: OpenTransaction,
    private readonly surroundings: Surroundings,
  ) {
    this.inner = new Neo4jTransaction(open.query, surroundings.context);
  }

  async apply(changes: Changes): Promise<void> {
    this.ofChunk.push(this.undos.undoOf(changes));
    await this.inner.apply(changes);
    this.recordCount += recordsIn(changes);
    if (this.recordCount >= this.surroundings.chunkRecords) await this.commitChunk();
  }

  markMerged(): Promise<void> {
    return this.inner.markMerged();
  }

  async commit(): Promise<void> {
    if (this.isChunked) {
      await this.open.query(
        raw(`
        MATCH (k:Kenes {id: 1}) REMOVE k.writing, k.writingUntil
        WITH k MATCH (u:KenesUndo) DELETE u RETURN []`),
      );
    }
    await this.open.commit();
  }

  /** Rolls back the chunk that is open. */
  rollback(): Promise<void> {
    return this.open.rollback();
  }

  private async commitChunk(): Promise<void> {
    const rows = this.ofChunk.map((undo) => ({
      number: ++this.undoCount,
      undo: JSON.stringify(undo),
    }));
    await this.open.query(sql`UNWIND ${rows} AS row CREATE (u:KenesUndo) SET u = row RETURN []`);
    await this.open.query(sql`
      MATCH (k:Kenes {id: 1})
      SET k.writing = ${this.id}, k.writingUntil = datetime() + duration({seconds: ${PAUSE_SECONDS}})
      RETURN []`);
    await this.open.commit();
    this.isChunked = true;
    this.open = await this.surroundings.begin();
    this.inner = new Neo4jTransaction(this.open.query, this.surroundings.context);
    this.ofChunk = [];
    this.recordCount = 0;
  }
}

/** Counts the records that are written and removed. */
function recordsIn({ added = {}, removed = {}, ...written }: Changes): number {
  const lists = [written, added, removed].flatMap((changes) => listsOf({ ...changes }));
  return lists.reduce((count, { length }) => count + length, 0);
}

function listsOf(lists: Readonly<Partial<Record<string, readonly unknown[]>>>) {
  return Object.values(lists).map((list = []) => list);
}
