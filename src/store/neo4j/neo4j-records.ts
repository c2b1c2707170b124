import type {
  DocumentRecord,
  EntityRecord,
  EntryRecord,
  EvidenceRecord,
  RelationRecord,
  SourceRecord,
} from '../../model/records.js';
import { type Sql, raw, sql } from '../engine/query-text.js';
import type { Values } from '../engine/row-readers.js';
import { wholeEntity, wholeEvidence, wholeRelation, wholeSource } from '../engine/whole-records.js';
import { entityParts, relationParts } from '../reading.js';
import type { GraphRecords } from '../store.js';
import { evidenceColumns, sourceColumns } from './columns.js';
import type { Query } from './connection.js';
import type { EntryContext } from './context.js';
import { queryOf } from './entry.js';
import { Neo4jTransaction } from './transaction.js';

const BATCH = 2_000;

/**
 * All records, as the transaction of the query sees them; of entries, those of the documents that are
 * named, if any are.
 */
export class Neo4jRecords implements GraphRecords {
  constructor(
    private readonly query: Query,
    private readonly context: EntryContext,
    private readonly withEntries?: ReadonlySet<string>,
  ) {}

  entities(): AsyncGenerator<readonly EntityRecord[]> {
    const { list, read } = this.context.columns.entity('n', entityParts);
    return this.inBatches(
      (after) => afterKey('(n:Entity)', 'n:Entity', 'slug', after, list),
      (values) => wholeEntity(read(values)),
      ({ slug }) => slug,
    );
  }

  sources(): AsyncGenerator<readonly SourceRecord[]> {
    const { list, read } = sourceColumns();
    return this.inBatches(
      (after) => afterKey('(s:Source)', 's:Source', 'slug', after, list),
      (values) => wholeSource(read(values)),
      ({ slug }) => slug,
    );
  }

  /** Each type has its own index of keys, so the sorted relations of all types are merged. */
  async *relations(): AsyncGenerator<readonly RelationRecord[]> {
    const heads: Head[] = [];
    for (const type of this.context.vocabulary.relationTypeNames)
      await advance(heads, this.relationsOfType(type));
    for (let batch: RelationRecord[] = []; ; batch = []) {
      while (batch.length < BATCH) {
        const [first] = heads;
        if (!first) break;
        const record = first.records[first.index++];
        if (record) batch.push(record);
        heads.shift();
        if (first.index < first.records.length) insert(heads, first);
        else await advance(heads, first.batches);
      }
      if (batch.length === 0) return;
      yield batch;
    }
  }

  async *evidence(): AsyncGenerator<readonly EvidenceRecord[]> {
    const { list, read } = evidenceColumns();
    for (let [target, place] = ['', '']; ;) {
      const find = sql`
        MATCH (v:Evidence) USING INDEX SEEK v:Evidence(target, place)
        WHERE v.target >= ${target} AND v.place IS NOT NULL AND (v.target > ${target} OR v.place > ${place})
        WITH v ORDER BY v.target, v.place LIMIT ${BATCH}`;
      const found = await this.query<[values: Values, target: string, place: string]>(
        queryOf(find, sql`collect([${list}, v.target, v.place])`),
      );
      const last = found.at(-1);
      if (last === undefined) return;
      yield found.map(([values]) => wholeEvidence(read(values)));
      [, target, place] = last;
    }
  }

  documents(): AsyncGenerator<readonly DocumentRecord[]> {
    return this.inBatches(
      (after) =>
        afterKey(
          '(d:Document)',
          'd:Document',
          'slug',
          after,
          raw('[d.slug, d.entryCount, d.defaults]'),
        ),
      ([slug, entryCount, defaults]) => ({
        slug: slug as string,
        entryCount: entryCount as number,
        defaults: defaults as string | null,
      }),
      ({ slug }) => slug,
    );
  }

  async *entries(): AsyncGenerator<readonly EntryRecord[]> {
    const transaction = new Neo4jTransaction(this.query, this.context);
    for await (const batch of this.documents()) {
      for (const { slug } of batch)
        if (this.withEntries?.has(slug) ?? true) yield* transaction.entriesOf(slug);
    }
  }

  private relationsOfType(type: string): AsyncGenerator<readonly RelationRecord[]> {
    const { list, read } = this.context.columns.relation('r', relationParts, [type]);
    return this.inBatches(
      (after) => afterKey(`()-[r:${type}]->()`, `r:${type}`, 'key', after, list),
      (values) => wholeRelation(read(values)),
      ({ key }) => key,
    );
  }

  private async *inBatches<T>(
    queryAfter: (key: string) => Sql,
    recordOf: (values: Values) => T,
    keyOf: (record: T) => string,
  ): AsyncGenerator<readonly T[]> {
    for (let after = ''; ;) {
      const records = (await this.query<Values>(queryAfter(after))).map(recordOf);
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
  return queryOf(find, sql`collect(${row})`);
}

/** What has come of the relations of one type, and the rest. */
interface Head {
  readonly records: readonly RelationRecord[];
  /** Of the first record that was not taken yet. */
  index: number;
  readonly batches: AsyncGenerator<readonly RelationRecord[]>;
}

/** Puts the next batch, where there is one, among the heads. */
async function advance(heads: Head[], batches: Head['batches']): Promise<void> {
  const next = await batches.next();
  if (!next.done) insert(heads, { records: next.value, index: 0, batches });
}

/** Keeps the head with the least key first. */
function insert(heads: Head[], head: Head): void {
  const key = keyOfHead(head);
  const index = heads.findIndex((other) => keyOfHead(other) > key);
  heads.splice(index < 0 ? heads.length : index, 0, head);
}

function keyOfHead({ records, index }: Head): string {
  return records[index]?.key ?? '';
}
