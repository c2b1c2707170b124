import type { Sql } from '../engine/query-text.js';
import type { Connection } from './database.js';

/**
 * Connections that read at the same time. A query waits until any of them is free, so that no query
 * waits for a slow one while another connection is idle.
 */
export class ReaderPool {
  private readonly free: Connection[];
  private readonly waiting: ((connection: Connection) => void)[] = [];

  constructor(private readonly connections: readonly Connection[]) {
    this.free = [...connections];
  }

  async query<T>(query: Sql): Promise<T> {
    // The connection that was used last has the most of the graph in its cache.
    const connection =
      this.free.pop() ?? (await new Promise<Connection>((resolve) => this.waiting.push(resolve)));
    try {
      return await connection.query<T>(query);
    } finally {
      const next = this.waiting.shift();
      if (next) next(connection);
      else this.free.push(connection);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.connections.map((connection) => connection.close()));
  }
}
