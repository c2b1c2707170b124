import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { raw, sql } from '../engine/query-text.js';
import type { Transaction, WriteOptions } from '../store.js';
import type { Neo4jConnection, OpenTransaction, Query } from './connection.js';
import type { EntryContext } from './context.js';
import { ChunkedTransaction } from './chunked-transaction.js';
import { checkVersion, writeLock } from './schema.js';
import { storeBusy } from './store-error.js';
import { Neo4jTransaction } from './transaction.js';
import { takeBack, type Undo } from './undo.js';

/**
 * The number of records after which a chunk is committed. The server holds the changes of a
 * transaction in its memory, 7 kilobytes for each record.
 */
const CHUNK_RECORDS = 20_000;

/**
 * How long another process that writes in chunks is waited for: longer than it takes until one that
 * was killed counts as dead.
 */
const PATIENCE_MS = 8_000;
const RETRY_DELAY_MS = 250;

/**
 * Writes to the graph, one piece at a time. A piece that is large is committed in chunks
 * (chunked-transaction.ts), each with what takes it back. If it fails, it is taken back, from its
 * last chunk to its first. If its process was killed, that is done by whoever next writes, copies
 * the graph or opens the store.
 */
export class Writing {
  constructor(
    private readonly connection: Neo4jConnection,
    private readonly context: EntryContext,
    private readonly chunkRecords = CHUNK_RECORDS,
  ) {}

  /** Runs work in one transaction. Nothing is written meanwhile. */
  async alone<T>(work: (query: Query) => Promise<T>): Promise<T> {
    const open = await this.begin();
    try {
      const result = await work(open.query);
      await open.commit();
      return result;
    } catch (error) {
      await open.rollback();
      throw error;
    }
  }

  /** Runs work in one transaction if it is small or a trial, else in chunks. */
  async write<T>(
    work: (transaction: Transaction) => Promise<T>,
    { isTrial = false }: WriteOptions,
  ): Promise<T> {
    if (isTrial) return this.alone((query) => work(new Neo4jTransaction(query, this.context)));
    const id = randomUUID();
    const transaction = new ChunkedTransaction(id, await this.begin(), {
      context: this.context,
      chunkRecords: this.chunkRecords,
      begin: () => this.continue(id),
    });
    try {
      const result = await work(transaction);
      await transaction.commit();
      return result;
    } catch (error) {
      await transaction.rollback();
      // What cannot be taken back now is taken back by whoever writes next.
      if (transaction.isChunked) await this.takeBackAll(id).catch(() => undefined);
      throw error;
    }
  }

  /** Takes back what a process left that was killed. Does nothing while one is writing. */
  async recover(): Promise<void> {
    const { id, isDead } = await unfinishedIn(this.connection.startupQuery);
    if (id !== null && isDead) await this.alone(() => Promise.resolve());
  }

  /** Begins a transaction on a graph in which no piece is half written. */
  private async begin(): Promise<OpenTransaction> {
    for (const start = Date.now(); ;) {
      const open = await this.connection.begin(writeLock);
      try {
        await checkVersion(open.query);
        const { id, isDead } = await unfinishedIn(open.query);
        if (id === null) return open;
        if (isDead) await takeBackLast(open.query, this.context);
        await open.commit();
        if (isDead) continue;
      } catch (error) {
        await open.rollback();
        throw error;
      }
      if (Date.now() - start > PATIENCE_MS) throw storeBusy();
      await delay(RETRY_DELAY_MS);
    }
  }

  /** Begins the next chunk of a piece. @throws KenesError if another process has taken it back. */
  private async continue(piece: string): Promise<OpenTransaction> {
    const open = await this.connection.begin(writeLock);
    try {
      const { id } = await unfinishedIn(open.query);
      if (id !== piece) throw storeBusy();
      return open;
    } catch (error) {
      await open.rollback();
      throw error;
    }
  }

  private async takeBackAll(piece: string): Promise<void> {
    for (let isDone = false; !isDone;) {
      const open = await this.continue(piece);
      try {
        isDone = await takeBackLast(open.query, this.context);
        await open.commit();
      } catch (error) {
        await open.rollback();
        throw error;
      }
    }
  }
}

/** Returns the id of a piece that is half written, and whether its process seems to be dead. */
async function unfinishedIn(query: Query): Promise<{ id: string | null; isDead: boolean }> {
  const [found] = await query<[id: string | null, isDead: boolean]>(
    raw(`
    OPTIONAL MATCH (k:Kenes {id: 1})
    RETURN [[k.writing, coalesce(k.writingUntil < datetime(), true)]]`),
  );
  const [id = null, isDead = false] = found ?? [];
  return { id, isDead };
}

/** Takes back the last changes of the piece that is half written. Returns true if none are left. */
async function takeBackLast(query: Query, context: EntryContext): Promise<boolean> {
  const [last] = await query<[number: number, undo: string]>(
    raw('MATCH (u:KenesUndo) WITH u ORDER BY u.number DESC LIMIT 1 RETURN [[u.number, u.undo]]'),
  );
  if (!last) {
    await query(raw('MATCH (k:Kenes {id: 1}) REMOVE k.writing, k.writingUntil RETURN []'));
    return true;
  }
  const [number, undo] = last;
  await takeBack(JSON.parse(undo) as Undo, query, context);
  await query(sql`MATCH (u:KenesUndo {number: ${number}}) DELETE u RETURN []`);
  return false;
}
