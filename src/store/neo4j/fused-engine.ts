import type { Engine, KeyedAnswer, KeyedAsk, KeyedAsks, KeyedKind } from '../answering/asks.js';
import type { EntryContext } from './context.js';
import { keyOf } from './engine.js';
import type { KeyedRow } from './entry.js';
import type { FusedPart, FusedTable } from './fusion.js';
import { keyedEntry, singleEntry } from './kinds.js';

/** An engine that answers from the rows of a fused query, and asks another engine for all else. */
export function fusedEngine(
  tables: readonly FusedTable[],
  parts: readonly FusedPart[],
  engine: Engine,
  context: EntryContext,
): Engine {
  const rows = new FusedRows(tables, parts);
  return {
    async each<K extends KeyedKind>(
      ask: KeyedAsk<K>,
      keys: readonly string[],
    ): Promise<KeyedAnswer<K>> {
      const byKey = rows.keyed(JSON.stringify(ask));
      if (!byKey) return engine.each(ask, keys);
      const { read } = keyedEntry(ask, context);
      const missing = keys.filter((key) => !byKey.has(key));
      const others = missing.length === 0 ? [] : await engine.each(ask, missing);
      const answer = new Map<string, KeyedAsks[K]['answer']>(others);
      for (const key of keys) {
        const row = byKey.get(key);
        if (row) answer.set(key, read(row));
      }
      return answer;
    },
    async one(ask) {
      const found = rows.single(JSON.stringify(ask));
      if (!found) return engine.one(ask);
      const entry = singleEntry(ask, context);
      return 'find' in entry ? entry.read(found) : engine.one(ask);
    },
  };
}

/** The rows that a fused query returned, by the asks that they answer. */
class FusedRows {
  private readonly rows: readonly unknown[][];
  private readonly byKey = new Map<string, ReadonlyMap<string, KeyedRow | null>>();

  constructor(
    private readonly tables: readonly FusedTable[],
    parts: readonly FusedPart[],
  ) {
    this.rows = tables.map(() => []);
    for (const [index, rows] of parts) this.rows[index]?.push(...rows);
  }

  single(name: string): readonly unknown[] | undefined {
    return this.rows[this.tables.findIndex((table) => table.name === name && !table.isKeyed)];
  }

  /**
   * By key the rows of all tables that answer the ask: null for a key that nothing is found for.
   * Undefined where no table answers it.
   */
  keyed(name: string): ReadonlyMap<string, KeyedRow | null> | undefined {
    const known = this.byKey.get(name);
    if (known) return known;
    const byKey = new Map<string, KeyedRow | null>();
    let isAsked = false;
    for (const [index, table] of this.tables.entries()) {
      if (table.name !== name || !table.isKeyed) continue;
      isAsked = true;
      for (const key of table.keys ?? []) byKey.set(key, null);
      for (const row of (this.rows[index] ?? []) as KeyedRow[]) byKey.set(keyOf(row), row);
    }
    if (!isAsked) return undefined;
    this.byKey.set(name, byKey);
    return byKey;
  }
}
