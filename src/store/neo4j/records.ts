import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import type {
  EntityRecord,
  EvidenceRecord,
  RelationRecord,
  SourceRecord,
} from '../../model/records.js';
import { type Sql, raw, sql } from '../engine/query-text.js';
import type { GraphRecords } from '../store.js';
import type { Query } from './connection.js';
import { inParts } from './step.js';
import {
  detailsOf,
  detailsRow,
  evidenceOf,
  evidenceRow,
  Rows,
  sourceOf,
  sourceRow,
} from './rows.js';

const BATCH = 2_000;

/** All records, as the transaction of the query sees them. */
export class Neo4jRecords implements GraphRecords {
  private readonly rows: Rows;

  constructor(
    private readonly query: Query,
    private readonly vocabulary: Vocabulary,
  ) {
    this.rows = new Rows(vocabulary);
  }

  entities(): AsyncGenerator<readonly EntityRecord[]> {
    const found = sql`[${this.rows.entity('n')}, ${detailsRow}]`;
    const entityOf = this.rows.entityOf();
    return this.inBatches(
      (after) => afterKey('(n:Entity)', 'n:Entity', 'slug', after, found),
      (row) => {
        const [entity, details] = row as [unknown, unknown];
        return { ...entityOf(entity), details: detailsOf(details) };
      },
      ({ slug }) => slug,
    );
  }

  sources(): AsyncGenerator<readonly SourceRecord[]> {
    return this.inBatches(
      (after) => afterKey('(s:Source)', 's:Source', 'slug', after, sourceRow),
      sourceOf,
      ({ slug }) => slug,
    );
  }

  /** Each type has its own index of keys, so what each gives in order is merged. */
  async *relations(): AsyncGenerator<readonly RelationRecord[]> {
    const heads: Head[] = [];
    for (const type of this.vocabulary.relationTypeNames)
      await advance(heads, this.relationsOfType(type));
    for (let batch: RelationRecord[] = []; ; batch = []) {
      while (batch.length < BATCH) {
        const [first] = heads;
        if (!first) break;
        const record = first.records[first.place++];
        if (record) batch.push(record);
        heads.shift();
        if (first.place < first.records.length) insert(heads, first);
        else await advance(heads, first.batches);
      }
      if (batch.length === 0) return;
      yield batch;
    }
  }

  async *evidence(): AsyncGenerator<readonly EvidenceRecord[]> {
    for (let [target, place] = ['', '']; ;) {
      const find = sql`
        MATCH (v:Evidence) USING INDEX SEEK v:Evidence(target, place)
        WHERE v.target >= ${target} AND v.place IS NOT NULL AND (v.target > ${target} OR v.place > ${place})
        WITH v ORDER BY v.target, v.place LIMIT ${BATCH}`;
      const list = sql`collect([${evidenceRow}, v.target, v.place])`;
      const found = await this.query<[unknown, string, string]>(inParts({ find, list }));
      const last = found.at(-1);
      if (last === undefined) return;
      yield found.map(([row]) => evidenceOf(row));
      [, target, place] = last;
    }
  }

  private relationsOfType(type: string): AsyncGenerator<readonly RelationRecord[]> {
    return this.inBatches(
      (after) =>
        afterKey(
          `()-[r:${type}]->()`,
          `r:${type}`,
          'key',
          after,
          this.rows.relation('r', undefined, [type]),
        ),
      this.rows.relationOf(),
      ({ key }) => key,
    );
  }

  private async *inBatches<T>(
    statementAfter: (key: string) => Sql,
    recordOf: (row: unknown) => T,
    keyOf: (record: T) => string,
  ): AsyncGenerator<readonly T[]> {
    for (let after = ''; ;) {
      const records = (await this.query(statementAfter(after))).map(recordOf);
      const last = records.at(-1);
      if (last === undefined) return;
      yield records;
      after = keyOf(last);
    }
  }
}

/** `typed` is the variable with its label or type. */
function afterKey(
  pattern: string,
  typed: string,
  key: 'slug' | 'key',
  after: string,
  row: Sql,
): Sql {
  const variable = raw(typed.charAt(0));
  const value = raw(`${typed.charAt(0)}.${key}`);
  const find = sql`
    MATCH ${raw(pattern)} USING INDEX SEEK ${raw(`${typed}(${key})`)} WHERE ${value} > ${after}
    WITH ${variable} ORDER BY ${value} LIMIT ${BATCH}`;
  return inParts({ find, list: sql`collect(${row})` });
}

/** What has come of the relations of one type, and the rest. */
interface Head {
  readonly records: readonly RelationRecord[];
  place: number;
  readonly batches: AsyncGenerator<readonly RelationRecord[]>;
}

/** Puts the next batch, where there is one, among the heads. */
async function advance(heads: Head[], batches: Head['batches']): Promise<void> {
  const next = await batches.next();
  if (!next.done) insert(heads, { records: next.value, place: 0, batches });
}

/** Keeps the head with the least key first. */
function insert(heads: Head[], head: Head): void {
  const key = keyOfHead(head);
  const place = heads.findIndex((other) => keyOfHead(other) > key);
  heads.splice(place < 0 ? heads.length : place, 0, head);
}

function keyOfHead({ records, place }: Head): string {
  return records[place]?.key ?? '';
}
