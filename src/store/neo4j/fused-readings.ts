import { LRUCache } from 'lru-cache';
import { KenesError } from '../../errors.js';
import type { Engine } from '../answering/asks.js';
import { setsSourcesAside } from '../answering/without-sources.js';
import type { Bounds } from '../bounds.js';
import { type Sql, textOf } from '../engine/query-text.js';
import type { Reading, Start } from '../reading.js';
import type { EndingQuery, Query } from './connection.js';
import type { EntryContext } from './context.js';
import { Neo4jEngine } from './engine.js';
import { fusedEngine } from './fused-engine.js';
import { fuse, type FusedPart } from './fusion.js';

/** When a reading is answered by one query; a service does so once the server has planned it. */
export type Fusing = 'when planned' | 'always' | 'never';

/** Queries that are remembered. The server keeps 1,000 plans unless it is configured otherwise. */
const REMEMBERED = 500;

/** Queries that wait to be planned; one that comes beyond them has to come again. */
const WAITING = 20;

/**
 * Answers each reading by one query. The server takes tens or hundreds of milliseconds to plan one
 * that it has not seen, so a reading that comes again has its query planned in the background, and
 * is answered stepwise until then.
 */
export class FusedReadings {
  /** By the text of the query. */
  private readonly queries = new LRUCache<string, 'seen' | 'planned' | 'failed'>({
    max: REMEMBERED,
  });
  private readonly waiting: Sql[] = [];
  private isPlanning = false;

  constructor(
    private readonly query: EndingQuery,
    private readonly context: EntryContext,
    private readonly fusing: Fusing,
  ) {}

  /** The engine for a reading: one that has all rows already, or one that asks for them step by step. */
  async engineFor<S extends Start>(reading: Reading<S>, bounds: Bounds): Promise<Engine> {
    const query: Query = (text) => this.query(text, bounds.signal);
    const stepwise = new Neo4jEngine(query, this.context);
    // Which relations no longer match without some sources is computed before a query is made.
    const isFusible = this.fusing !== 'never' && !setsSourcesAside(reading);
    const fused = isFusible ? fuse(reading, this.context) : null;
    if (!fused || (this.fusing === 'when planned' && !this.isPlanned(fused.query))) return stepwise;
    const parts = await bounds
      .run(
        () => query<FusedPart>(fused.query),
        () => 0, // Each ask counts the entries that it takes of them.
      )
      .catch((error: unknown) => {
        // All asks together take the server more memory than one after the other.
        if (error instanceof KenesError && error.code === 'TOO_LARGE') return null;
        throw error;
      });
    return parts ? fusedEngine(fused.tables, parts, stepwise, this.context) : stepwise;
  }

  private isPlanned(query: Sql): boolean {
    const text = nameOf(query);
    const state = this.queries.get(text);
    if (!state) this.queries.set(text, 'seen');
    if (state === 'seen' && this.waiting.length < WAITING) {
      this.waiting.push(query);
      if (!this.isPlanning) void this.plan();
    }
    return state === 'planned';
  }

  /** One after the other, and by running them: the server keeps less of what it only explains. */
  private async plan(): Promise<void> {
    this.isPlanning = true;
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) {
      const text = nameOf(next);
      if (this.queries.get(text) !== 'seen') continue;
      try {
        await this.query(next);
        this.queries.set(text, 'planned');
      } catch (error) {
        // The same reading is answered stepwise, where the error is reported.
        const isAway = error instanceof KenesError && error.code === 'STORE_UNAVAILABLE';
        this.queries.set(text, isAway ? 'seen' : 'failed');
      }
    }
    this.isPlanning = false;
  }
}

/** The text of a query: what the server keeps a plan for. */
function nameOf(query: Sql): string {
  return textOf(query, () => '?');
}
