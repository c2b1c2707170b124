import { LRUCache } from 'lru-cache';
import { KenesError } from '../../errors.js';
import type { Bounds } from '../bounds.js';
import type { Reading } from '../reading.js';
import { setsSourcesAside } from '../answering/without-sources.js';
import type { Sql } from '../engine/query-text.js';
import type { Query } from './connection.js';
import { fuse, type FusedReading } from './fusion.js';
import type { Statements } from './statements.js';
import { statementEach, type RowSource, type Step } from './step.js';

/** When one statement answers a reading; a service does so once the server has planned it. */
export type Fusing = 'when planned' | 'always' | 'never';

/** Statements that are remembered. The server keeps 1,000 plans, if it is not told otherwise. */
const REMEMBERED = 500;

/** Statements that wait to be planned; what comes beyond has to come again. */
const WAITING = 20;

/**
 * Answers readings by one statement each. The server takes tens or hundreds of milliseconds to plan
 * one that it has not seen, so a reading that comes again has its statement planned in the
 * background, and is answered step by step until then.
 */
export class FusedReadings {
  /** By text. */
  private readonly statements = new LRUCache<string, 'seen' | 'planned' | 'failed'>({
    max: REMEMBERED,
  });
  private readonly waiting: Sql[] = [];
  private isPlanning = false;

  constructor(
    private readonly query: Query,
    private readonly steps: Statements,
    private readonly fusing: Fusing,
  ) {}

  /** The rows of a reading: what one statement brings, and for all else a statement each. */
  async rows(reading: Reading, bounds: Bounds): Promise<RowSource> {
    const each = statementEach(this.query);
    // Which relations are left without some sources is worked out before a statement is made.
    const isFusible = this.fusing !== 'never' && !setsSourcesAside(reading);
    const fused = isFusible ? fuse(reading, this.steps) : null;
    if (!fused || (this.fusing === 'when planned' && !this.isPlanned(fused.statement))) return each;
    const rows = await bounds
      .run(
        () => this.query<readonly [step: number, rows: readonly unknown[]]>(fused.statement),
        () => 0, // Each step counts what it takes of them.
      )
      .catch((error: unknown) => {
        // All steps together take the server more memory than one after the other.
        if (error instanceof KenesError && error.code === 'TOO_LARGE') return null;
        throw error;
      });
    if (!rows) return each;
    const tables = fused.steps.map((): unknown[] => []);
    for (const [step, some] of rows) tables[step]?.push(...some);
    return fromTables(fused, tables, each);
  }

  private isPlanned(statement: Sql): boolean {
    const text = textOf(statement);
    const state = this.statements.get(text);
    if (!state) this.statements.set(text, 'seen');
    if (state === 'seen' && this.waiting.length < WAITING) {
      this.waiting.push(statement);
      if (!this.isPlanning) void this.plan();
    }
    return state === 'planned';
  }

  /** One after the other, and by running them: the server keeps less of what it only explains. */
  private async plan(): Promise<void> {
    this.isPlanning = true;
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) {
      const text = textOf(next);
      if (this.statements.get(text) !== 'seen') continue;
      try {
        await this.query(next);
        this.statements.set(text, 'planned');
      } catch (error) {
        // The same is answered step by step, which tells what is wrong.
        const isAway = error instanceof KenesError && error.code === 'STORE_UNAVAILABLE';
        this.statements.set(text, isAway ? 'seen' : 'failed');
      }
    }
    this.isPlanning = false;
  }
}

/** The rows of a step; those of a step that is for keys begin with the key. */
type Table = readonly unknown[];

function fromTables({ steps }: FusedReading, tables: readonly Table[], each: RowSource): RowSource {
  const byStep = new Map<string, Map<unknown, unknown>>();

  const rowsByKey = ({ name }: Step): Map<unknown, unknown> => {
    let rows = byStep.get(name);
    if (!rows) {
      rows = new Map();
      for (const [index, step] of steps.entries()) {
        if (step.name !== name) continue;
        for (const key of step.keys ?? []) rows.set(key, null);
        for (const row of tables[index] ?? []) rows.set((row as readonly unknown[])[0], row);
      }
      byStep.set(name, rows);
    }
    return rows;
  };

  return async <Row>(step: Step, keys?: readonly string[]): Promise<Row[]> => {
    if (!keys) {
      const table = tables[steps.findIndex(({ name }) => name === step.name)];
      return table ? ([...table] as Row[]) : each(step);
    }
    const rows = rowsByKey(step);
    const there = keys.map((key) => rows.get(key)).filter((row) => row);
    const missing = keys.filter((key) => !rows.has(key));
    const others = missing.length > 0 ? await each<Row>(step, missing) : [];
    return [...(there as Row[]), ...others];
  };
}

function textOf(statement: Sql): string {
  return textOf(statement, () => '?');
}
