import type { KeyedAsk, SingleAsk } from '../answering/asks.js';
import {
  entityPartsOf,
  evidencePartsOf,
  graphPartsOf,
  isPlain,
  relationPartsOf,
  sourcePartsOf,
} from '../answering/parts.js';
import {
  followUpsOfDisagreements,
  followUpsOfEntities,
  followUpsOfEvidence,
  followUpsOfRelations,
  followUpsOfSources,
  type FollowUp,
} from '../answering/plan.js';
import { type Sql, allOf, join, raw, sql, textOf } from '../engine/query-text.js';
import type { PageSelection } from '../page.js';
import type { Reading, RelationShape, Start } from '../reading.js';
import type { EntryContext } from './context.js';
import { keyedEntry, singleEntry } from './kinds.js';
import {
  rowsTogether,
  tuple,
  type RecordKind,
  type RecordsByKind,
  type RecordsIn,
} from './entry.js';

/** Records that a fused query returns at most. */
const FUSED_RECORDS = 20_000;

/** Entities that a network is fused for: what follows from more is asked in parts. */
const FUSED_NODES = 500;

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
 * The asks of a reading as one query, each for the keys that the asks before it find. What would be
 * too much is left out, and starts that are rare. Null where that leaves one ask.
 */
export function fuse<S extends Start>(
  reading: Reading<S>,
  context: EntryContext,
): FusedReading | null {
  const fusion = new Fusion(context);
  starts[reading.start](reading, fusion);
  return fusion.result();
}

/** What follows from a record of any kind. */
type AnyFollowUp = FollowUp<never>;

/** Records that a table holds: where they are, and how many there are at most. */
interface FoundRecords extends RecordsIn {
  readonly table: string;
  readonly count: number;
}

/** A table of a fused query, with the records that it holds. */
interface Table {
  readonly name: string;
  readonly records: RecordsByKind;
  readonly count: number;
}

/** The answer of the query: rows of tables, some at a time. */
const part = tuple({ index: raw('index'), rows: raw('rows'), together: raw('together') });

class Fusion {
  private readonly texts: Sql[] = [];
  private readonly tables: (FusedTable & { readonly together: number })[] = [];
  /** The variables of keys and tables, by what they are made of. */
  private readonly known = new Map<string, string>();
  private recordCount = 0;

  constructor(private readonly context: EntryContext) {}

  result(): FusedReading | null {
    if (this.tables.length < 2) return null;
    const parts = this.tables.map(
      ({ together }, index) => sql`[${raw(`${index}, t${index}`)}, ${together}]`,
    );
    const [index, rows, together] = [
      part.at('part', 'index'),
      part.at('part', 'rows'),
      part.at('part', 'together'),
    ];
    return {
      query: sql`${join(this.texts, '\n')}
        UNWIND [${join(parts, ', ')}] AS part
        UNWIND range(0, size(${raw(rows)}) - 1, ${raw(together)}) AS start
        RETURN [[${raw(index)}, ${raw(rows)}[start..start + ${raw(together)}]]]`,
      tables: this.tables,
    };
  }

  /** Null where more than one query may answer the ask. */
  single(ask: SingleAsk): Table | null {
    const entry = singleEntry(ask, this.context);
    if (!('find' in entry)) return null;
    const { find, list, records, recordCount } = entry;
    this.recordCount += recordCount;
    const name = this.addTable(sql`CALL () { ${find}`, list, {
      name: JSON.stringify(ask),
      isKeyed: false,
      together: rowsTogether(1),
    });
    return { name, records, count: recordCount };
  }

  given(ask: KeyedAsk, keys: readonly string[]): Table {
    const { find, list, records, recordsEach } = keyedEntry(ask, this.context);
    this.recordCount += keys.length * recordsEach;
    const name = this.addTable(sql`CALL () { ${find(keys)}`, list, {
      name: JSON.stringify(ask),
      isKeyed: true,
      keys,
      together: rowsTogether(recordsEach),
    });
    return { name, records, count: keys.length * recordsEach };
  }

  /** Adds all that follows from the records of one kind in a table. */
  follow(followUps: readonly AnyFollowUp[], kind: RecordKind, table: Table | null): void {
    const records = table?.records[kind];
    if (!table || !records) return;
    const found = { ...records, table: table.name, count: table.count };
    for (const followUp of followUps) {
      const keys = this.keysOf(followUp, found);
      if (keys === null) continue;
      if ('count' in followUp && followUp.count) this.keyed(followUp.count, keys, found.count);
      const rows = 'rows' in followUp ? followUp.rows : null;
      const next = rows && this.keyed(rows, keys, found.count);
      if (next)
        for (const [leadKind, leads] of leadsOf(followUp)) this.follow(leads, leadKind, next);
    }
  }

  /** The table of an ask for the keys that a variable has; null where it would be too much. */
  private keyed(ask: KeyedAsk, keys: string, keyCount: number): Table | null {
    const { find, list, records, recordsEach } = keyedEntry(ask, this.context);
    const count = keyCount * recordsEach;
    const name = JSON.stringify(ask);
    const made = `${name} for ${keys}`;
    const known = this.known.get(made);
    if (known !== undefined) return { name: known, records, count };
    if (this.recordCount + count > FUSED_RECORDS || this.tables.length >= FUSED_ENTRIES)
      return null;
    this.recordCount += count;
    const table = this.addTable(sql`CALL (${raw(keys)}) { ${find(raw(keys))}`, list, {
      name,
      isKeyed: true,
      together: rowsTogether(recordsEach),
    });
    this.known.set(made, table);
    return { name: table, records, count };
  }

  /** A variable that has the distinct keys of what follows; null where the rows do not have them. */
  private keysOf(
    { keys: { field, onTypes }, kind }: AnyFollowUp,
    found: FoundRecords,
  ): string | null {
    const { table, unwind, valueOf } = found;
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
    const keys = field === 'informerSlugs' ? sql`UNWIND ${key} AS key` : sql`WITH ${key} AS key`;
    // The planner does not know that values of rows are text.
    const collected = sql`${unwind(table)} ${keys} RETURN collect(DISTINCT toString(key))`;
    const made = textOf(collected, (index) => JSON.stringify(collected.values[index]));
    const known = this.known.get(made);
    if (known !== undefined) return known;
    const variable = `k${this.known.size}`;
    this.known.set(made, variable);
    this.texts.push(sql`CALL (${raw(table)}) { ${collected} AS ${raw(variable)} }`);
    return variable;
  }

  private addTable(
    find: Sql,
    list: Sql,
    table: FusedTable & { readonly together: number },
  ): string {
    const variable = `t${this.tables.length}`;
    this.texts.push(sql`${find} RETURN ${list} AS ${raw(variable)} }`);
    this.tables.push(table);
    return variable;
  }
}

/** The records that the rows of a follow-up hold, with what follows from them. */
function leadsOf(
  followUp: AnyFollowUp,
): readonly (readonly [RecordKind, readonly AnyFollowUp[]])[] {
  switch (followUp.kind) {
    case 'related':
      return [
        ['relation', followUpsOfRelations(followUp.expansion.relation)],
        ['entity', followUpsOfEntities(followUp.expansion.entity)],
      ];
    case 'related count':
      return [];
    case 'evidence':
      return [['evidence', followUpsOfEvidence(followUp.expansion.evidence)]];
    case 'sole support':
      return [['relation', followUpsOfRelations(followUp.expansion.relation)]];
    case 'linked entities':
      return [['entity', followUpsOfEntities(followUp.shape)]];
    case 'linked relations':
      return [['relation', followUpsOfRelations(followUp.shape)]];
    case 'linked sources':
      return [['source', followUpsOfSources(followUp.shape)]];
  }
}

const starts: { readonly [S in Start]: (reading: Reading<S>, fusion: Fusion) => void } = {
  'entities by slug': ({ slugs, shape }, fusion) => {
    const table = fusion.given({ kind: 'entities by slug', parts: entityPartsOf(shape) }, slugs);
    fusion.follow(followUpsOfEntities(shape), 'entity', table);
  },
  'relations by key': ({ keys, shape }, fusion) => {
    const table = fusion.given({ kind: 'relations by key', parts: relationPartsOf(shape) }, keys);
    fusion.follow(followUpsOfRelations(shape), 'relation', table);
  },
  'evidence by id': ({ ids, shape }, fusion) => {
    const table = fusion.given({ kind: 'evidence by id', parts: evidencePartsOf(shape) }, ids);
    fusion.follow(followUpsOfEvidence(shape), 'evidence', table);
  },
  'sources by slug': ({ slugs, shape }, fusion) => {
    const table = fusion.given({ kind: 'sources by slug', parts: sourcePartsOf(shape) }, slugs);
    fusion.follow(followUpsOfSources(shape), 'source', table);
  },
  'page of entities': ({ question, page, shape, ...wants }, fusion) => {
    const table = pageTable(fusion, wants, {
      rows: { kind: 'page of entities', question, page, parts: entityPartsOf(shape) },
      count: { kind: 'count of entities', question: { filter: question.filter } },
    });
    fusion.follow(followUpsOfEntities(shape), 'entity', table);
  },
  'page of relations': ({ question, page, shape, ...wants }, fusion) => {
    const table = pageTable(fusion, wants, {
      rows: { kind: 'page of relations', question, page, parts: relationPartsOf(shape) },
      count: { kind: 'count of relations', question },
    });
    fusion.follow(followUpsOfRelations(shape), 'relation', table);
  },
  'page of sources': ({ question, page, shape, ...wants }, fusion) => {
    const table = pageTable(fusion, wants, {
      rows: { kind: 'page of sources', question, page, parts: sourcePartsOf(shape) },
      count: { kind: 'count of sources', question },
    });
    fusion.follow(followUpsOfSources(shape), 'source', table);
  },
  'page of interlocks': ({ question, page, shape, ...wants }, fusion) => {
    const table = pageTable(fusion, wants, {
      rows: { kind: 'page of interlocks', question, page, parts: entityPartsOf(shape) },
      count: { kind: 'count of interlocks', question },
    });
    fusion.follow(followUpsOfEntities(shape), 'entity', table);
  },
  'page of disagreements': ({ question, page, shape, ...wants }, fusion) => {
    const table = pageTable(fusion, wants, {
      rows: { kind: 'page of disagreements', question, page },
      count: { kind: 'count of disagreements', question },
    });
    fusion.follow(followUpsOfDisagreements(shape), 'disagreement', table);
  },
  network: ({ question, shape }, fusion) => {
    if (question.limit > FUSED_NODES) return;
    const table = fusion.single({ kind: 'network', question, ...graphPartsOf(shape) });
    fusion.follow(followUpsOfEntities(shape.entities), 'entity', table);
    fusion.follow(followUpsOfRelations(withoutPlainEnds(shape.relations)), 'relation', table);
  },
  // Which entities these lead to is known only to several queries.
  paths: () => undefined,
  witnesses: () => undefined,
};

/** The table of the rows of a page, if they are selected. */
function pageTable(
  fusion: Fusion,
  { wantsRows, wantsCount }: Pick<PageSelection, 'wantsRows' | 'wantsCount'>,
  asks: { readonly rows: SingleAsk; readonly count: SingleAsk },
): Table | null {
  if (wantsCount) fusion.single(asks.count);
  return wantsRows ? fusion.single(asks.rows) : null;
}

/** Plain ends of a network's relations are among its entities. */
function withoutPlainEnds({ from, to, ...others }: RelationShape): RelationShape {
  return {
    ...others,
    ...(from && !isPlain(from) && { from }),
    ...(to && !isPlain(to) && { to }),
  };
}
