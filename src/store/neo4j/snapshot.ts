import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type {
  DocumentRecord,
  EntityRecord,
  EntryRecord,
  EvidenceRecord,
  RelationRecord,
  SourceRecord,
} from '../../model/records.js';
import type { GraphRecords } from '../store.js';

type Kind = keyof GraphRecords;

/**
 * A copy of all records, or of some kinds of them, in a folder of its own, a file a batch: a
 * transaction of Neo4j sees what others commit in the meantime, and a whole graph does not fit in
 * memory.
 */
export class Snapshot implements GraphRecords {
  private readonly batchCounts: Record<Kind, number> = {
    entities: 0,
    relations: 0,
    sources: 0,
    evidence: 0,
    documents: 0,
    entries: 0,
  };

  private constructor(private readonly folder: string) {}

  static async of(records: GraphRecords, kinds?: readonly Kind[]): Promise<Snapshot> {
    const snapshot = new Snapshot(await mkdtemp(path.join(tmpdir(), 'kenes-')));
    try {
      for (const kind of kinds ?? (Object.keys(snapshot.batchCounts) as Kind[])) {
        for await (const batch of records[kind]()) await snapshot.add(kind, batch);
      }
      return snapshot;
    } catch (error) {
      await snapshot.remove();
      throw error;
    }
  }

  entities(): AsyncIterable<readonly EntityRecord[]> {
    return this.batches('entities');
  }

  relations(): AsyncIterable<readonly RelationRecord[]> {
    return this.batches('relations');
  }

  sources(): AsyncIterable<readonly SourceRecord[]> {
    return this.batches('sources');
  }

  evidence(): AsyncIterable<readonly EvidenceRecord[]> {
    return this.batches('evidence');
  }

  documents(): AsyncIterable<readonly DocumentRecord[]> {
    return this.batches('documents');
  }

  entries(): AsyncIterable<readonly EntryRecord[]> {
    return this.batches('entries');
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  private async add(kind: Kind, batch: readonly unknown[]): Promise<void> {
    await writeFile(this.file(kind, this.batchCounts[kind]++), JSON.stringify(batch));
  }

  private async *batches<T>(kind: Kind): AsyncGenerator<readonly T[]> {
    for (let number = 0; number < this.batchCounts[kind]; number++) {
      yield JSON.parse(await readFile(this.file(kind, number), 'utf8')) as T[];
    }
  }

  private file(kind: Kind, number: number): string {
    return path.join(this.folder, `${kind}-${number}.json`);
  }
}
