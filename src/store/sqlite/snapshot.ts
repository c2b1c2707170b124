import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import type {
  DocumentRecord,
  EntityRecord,
  EntryRecord,
  EvidenceRecord,
  RelationRecord,
  SourceRecord,
} from '../../model/records.js';
import { raw, sql } from '../engine/query-text.js';
import type { GraphRecords } from '../store.js';
import { wholeEvidence } from '../engine/whole-records.js';
import type { Values } from '../engine/row-readers.js';
import { evidenceParts } from '../reading.js';
import { evidenceColumns } from './columns.js';
import type { Connection } from './database.js';
import { SqliteTransaction } from './transaction.js';

const BATCH = 2_000;

/**
 * Reads all records as the open transaction of the connection sees them; of entries, those of the
 * documents that are named, if any are.
 */
export class SqliteSnapshot implements GraphRecords {
  private readonly transaction: SqliteTransaction;

  constructor(
    private readonly connection: Connection,
    vocabulary: Vocabulary,
    private readonly withEntries?: ReadonlySet<string>,
  ) {
    this.transaction = new SqliteTransaction(connection, vocabulary);
  }

  entities(): AsyncIterable<readonly EntityRecord[]> {
    return this.inBatches('entity', 'slug', (slugs) => this.transaction.entities(slugs));
  }

  relations(): AsyncIterable<readonly RelationRecord[]> {
    return this.inBatches('relation', 'key', (keys) => this.transaction.relations(keys));
  }

  sources(): AsyncIterable<readonly SourceRecord[]> {
    return this.inBatches('source', 'slug', (slugs) => this.transaction.sources(slugs));
  }

  async *evidence(): AsyncGenerator<readonly EvidenceRecord[]> {
    const { selected, json, read } = evidenceColumns(evidenceParts);
    for (let [target, keyset] = ['', '']; ;) {
      const found = await this.connection.query<[Values, string, string][]>(sql`
        SELECT json_group_array(json_array(${json}, v_target, keyset))
        FROM (SELECT ${selected}, v.place AS keyset FROM evidence v
          WHERE (v.target, v.place) > (${target}, ${keyset})
          ORDER BY v.target, v.place LIMIT ${BATCH})`);
      const last = found.at(-1);
      if (last === undefined) return;
      yield found.map(([row]) => wholeEvidence(read(row)));
      [, target, keyset] = last;
    }
  }

  documents(): AsyncIterable<readonly DocumentRecord[]> {
    return this.inBatches('document', 'slug', (slugs) => this.transaction.documents(slugs));
  }

  async *entries(): AsyncGenerator<readonly EntryRecord[]> {
    for await (const batch of this.documents()) {
      for (const { slug } of batch)
        if (this.withEntries?.has(slug) ?? true) yield* this.transaction.entriesOf(slug);
    }
  }

  private async *inBatches<T extends StoredRecord>(
    table: 'entity' | 'relation' | 'source' | 'document',
    key: 'slug' | 'key',
    read: (keys: readonly string[]) => Promise<readonly T[]>,
  ): AsyncGenerator<readonly T[]> {
    for (let after = ''; ;) {
      const keys = await this.connection.query<string[]>(sql`
        SELECT json_group_array(k) FROM (SELECT ${raw(key)} AS k FROM ${raw(table)}
          WHERE ${raw(key)} > ${after} ORDER BY ${raw(key)} LIMIT ${BATCH})`);
      const last = keys.at(-1);
      if (last === undefined) return;
      const found = new Map((await read(keys)).map((record) => [keyOf(record), record]));
      yield keys.flatMap((each) => found.get(each) ?? []);
      after = last;
    }
  }
}

type StoredRecord = EntityRecord | RelationRecord | SourceRecord | DocumentRecord;

function keyOf(record: StoredRecord): string {
  return 'key' in record ? record.key : record.slug;
}
