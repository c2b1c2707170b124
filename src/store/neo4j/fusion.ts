import type { KeyedAsk, SingleAsk } from '../answering/asks.js';
import { type Sql, allOf, join, raw, sql, textOf } from '../engine/query-text.js';
import type { Reading, Start } from '../reading.js';
import type { EntryContext } from './context.js';
import { rowsTogether, tuple } from './entry.js';
import type { RecordKind, RecordsByKind, RecordsIn } from './entry.js';
import { asksOf, leadsOf, planOf, type AnyFollowUp, type StartPlan } from './fusion-plan.js';
import { keyedEntry, singleEntry } from './kinds.js';

/** Records that a fused query returns at most. */
const FUSED_RECORDS = 20_000;

/** Entries of a fused query at most: planning takes some 15 ms for each. */
const FUSED_ENTRIES = 40;

/** A reading as one query, whose rows are of the type `FusedPart`. */
export interface FusedReading {
  readonly query: Sql;
  readonly tables: readonly FusedTable[];
}

/** Some rows of the table with that index. */
export type FusedPart = readonly [index: number, rows: readonly unknown[]];

/** A table of rows that answer an ask. */
export interface FusedTable {
  /** The ask, as text. */
  readonly name: string;
  readonly isKeyed: boolean;
  /** The keys it was asked for; absent where they follow from other tables, and all were found. */
  readonly keys?: readonly string[];
}

/**
 * The asks of a reading as one query, each for the keys that the asks before it find. Asks that would
 * return too much are left out. Null where that leaves one ask.
 */
export function fuse<S extends Start>(
  reading: Reading<S>,
  context: EntryContext,
): FusedReading | null {
  const plan = planOf(reading);
  return plan && new Fusion(context).start(plan).result();
}

/** The rows of an ask in a fused query, as the variable of a list. */
interface Table {
  readonly variable: string;
  readonly records: RecordsByKind;
  readonly count: number;
}

/** Records that a table holds: where they are, and how many there are at most. */
interface FoundRecords extends RecordsIn {
  readonly table: string;
  readonly count: number;
}

/** The tables as they are returned: some rows of one at a time. */
const part = tuple({ index: raw('index'), rows: raw('rows'), together: raw('together') });

class Fusion {
  private readonly texts: Sql[] = [];
  private readonly tables: (FusedTable & { readonly together: number })[] = [];
  /** The variables of keys and tables, by what they are made of. */
  private readonly known = new Map<string, string>();
  private recordCount = 0;

  constructor(private readonly context: EntryContext) {}

  start({ rows, count, leads }: StartPlan): this {
    if (count) this.single(count);
    const table = rows && ('each' in rows ? this.given(rows.each, rows.keys) : this.single(rows));
    if (table) for (const [kind, followUps] of leads) this.follow(followUps, kind, table);
    return this;
  }

  result(): FusedReading | null {
    if (this.tables.length < 2) return null;
    const parts = this.tables.map(
      ({ together }, index) => sql`[${raw(`${index}, t${index}`)}, ${together}]`,
    );
    const [index, rows, together] = (['index', 'rows', 'together'] as const).map((name) =>
      raw(part.at('part', name)),
    );
    return {
      query: sql`${join(this.texts, '\n')}
        UNWIND [${join(parts, ', ')}] AS part
        UNWIND range(0, size(${rows}) - 1, ${together}) AS start
        RETURN [[${index}, ${rows}[start..start + ${together}]]]`,
      tables: this.tables,
    };
  }

  /** Null where more than one query may answer the ask. */
  private single(ask: SingleAsk): Table | null {
    const entry = singleEntry(ask, this.context);
    if (!('find' in entry)) return null;
    const { find, list, records = {}, recordCount = 1 } = entry;
    this.recordCount += recordCount;
    const variable = this.addTable('', find, list, {
      name: JSON.stringify(ask),
      isKeyed: false,
      together: rowsTogether(),
    });
    return { variable, records, count: recordCount };
  }

  private given(ask: KeyedAsk, keys: readonly string[]): Table {
    const { find, list, records = {}, recordsEach = 1 } = keyedEntry(ask, this.context);
    const count = keys.length * recordsEach;
    this.recordCount += count;
    const variable = this.addTable('', find(keys), list, {
      name: JSON.stringify(ask),
      isKeyed: true,
      keys,
      together: rowsTogether(recordsEach),
    });
    return { variable, records, count };
  }

  /** Adds all that follows from the records of one kind in a table. */
  private follow(
    followUps: readonly AnyFollowUp[],
    kind: RecordKind,
    { variable, records, count }: Table,
  ): void {
    const ofKind = records[kind];
    if (!ofKind) return;
    const found = { count, ...ofKind, table: variable };
    for (const followUp of followUps) {
      const keys = this.keysOf(followUp, found);
      if (keys === null) continue;
      const asks = asksOf(followUp);
      if (asks.count) this.keyed(asks.count, keys, found.count);
      const next = asks.rows && this.keyed(asks.rows, keys, found.count);
      if (next)
        for (const [nextKind, leads] of leadsOf(followUp)) this.follow(leads, nextKind, next);
    }
  }

  /** The table of an ask for the keys of a variable; null where it would be too much. */
  private keyed(ask: KeyedAsk, keys: string, keyCount: number): Table | null {
    const { find, list, records = {}, recordsEach = 1 } = keyedEntry(ask, this.context);
    const count = keyCount * recordsEach;
    const name = JSON.stringify(ask);
    const made = `${name} for ${keys}`;
    const known = this.known.get(made);
    if (known !== undefined) return { variable: known, records, count };
    if (this.recordCount + count > FUSED_RECORDS || this.tables.length >= FUSED_ENTRIES)
      return null;
    this.recordCount += count;
    const together = rowsTogether(recordsEach);
    const variable = this.addTable(keys, find(raw(keys)), list, { name, isKeyed: true, together });
    this.known.set(made, variable);
    return { variable, records, count };
  }

  /** A variable that has the distinct keys of what follows; null where the rows do not have them. */
  private keysOf(
    { keys: { field, onTypes }, kind }: AnyFollowUp,
    { table, unwind, valueOf }: FoundRecords,
  ): string | null {
    const value = valueOf(field);
    if (value === undefined) return null;
    const conditions = [
      ...(onTypes ? [sql`${raw(valueOf('type') ?? 'null')} IN ${[...onTypes]}`] : []),
      // A target is an entity or a relation.
      ...(field === 'target'
        ? [raw(`toString(${value}) CONTAINS '~' = ${kind === 'linked relations'}`)]
        : []),
    ];
    const key =
      conditions.length === 0
        ? raw(value)
        : sql`CASE WHEN ${allOf(conditions)} THEN ${raw(value)} END`;
    const isList = field === 'informerSlugs' || field === 'sources';
    const each = isList ? sql`UNWIND ${key} AS key` : sql`WITH ${key} AS key`;
    // The planner does not know that the values of rows are text.
    const collected = sql`${unwind(table)} ${each} RETURN collect(DISTINCT toString(key))`;
    const made = textOf(collected, (index) => JSON.stringify(collected.values[index]));
    const known = this.known.get(made);
    if (known !== undefined) return known;
    const variable = `k${this.known.size}`;
    this.known.set(made, variable);
    this.texts.push(sql`CALL (${raw(table)}) { ${collected} AS ${raw(variable)} }`);
    return variable;
  }

  /** `scope` is the variable that the text needs, if any. */
  private addTable(
    scope: string,
    find: Sql,
    list: Sql,
    table: FusedTable & { readonly together: number },
  ): string {
    const variable = `t${this.tables.length}`;
    this.texts.push(sql`CALL (${raw(scope)}) { ${find} RETURN ${list} AS ${raw(variable)} }`);
    this.tables.push(table);
    return variable;
  }
}
