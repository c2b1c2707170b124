import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import type { EntityEntry, EntrySet, RelationEntry, SourceEntry } from '../writing/entries.js';
import type { Draft, DraftEntries } from './draft.js';

const compress = promisify(deflateRaw);
const decompress = promisify(inflateRaw);

/** The entries that are packed together, of which only one batch is in memory at a time. */
const BATCH_ENTRIES = 2_000;

/** Speed counts: the documents of an import are packed once and unpacked three times. */
const LEVEL = 1;

type Kind = 'sources' | 'entities' | 'relations';

/**
 * A document that was read, with its entries as compressed JSON: all documents of an import are
 * kept in this form, in which they take about a tenth of their size as files. So each file is read
 * and parsed once, and what is checked is what is written.
 */
export class PackedDocument implements EntrySet {
  private constructor(private readonly packed: Readonly<Record<Kind, readonly Buffer[]>>) {}

  static async of({ sources, entities, relations }: DraftEntries): Promise<PackedDocument> {
    return new PackedDocument({
      sources: await pack(sources ?? []),
      entities: await pack(entities ?? []),
      relations: await pack(relations ?? []),
    });
  }

  /** Returns the draft that was packed. */
  async draft(): Promise<DraftEntries> {
    return {
      sources: await this.all<Draft<SourceEntry>>('sources'),
      entities: await this.all<Draft<EntityEntry>>('entities'),
      relations: await this.all<Draft<RelationEntry>>('relations'),
    };
  }

  /** Yields the sources of a document whose form is right, in batches. */
  sources(): AsyncGenerator<readonly SourceEntry[]> {
    return this.batches('sources');
  }

  entities(): AsyncGenerator<readonly EntityEntry[]> {
    return this.batches('entities');
  }

  relations(): AsyncGenerator<readonly RelationEntry[]> {
    return this.batches('relations');
  }

  private async all<T>(kind: Kind): Promise<T[]> {
    const entries: T[] = [];
    for await (const batch of this.batches<T>(kind)) entries.push(...batch);
    return entries;
  }

  private async *batches<T>(kind: Kind): AsyncGenerator<readonly T[]> {
    for (const batch of this.packed[kind]) {
      yield JSON.parse((await decompress(batch)).toString()) as readonly T[];
    }
  }
}

async function pack(entries: readonly unknown[]): Promise<Buffer[]> {
  const batches: Buffer[] = [];
  for (let start = 0; start < entries.length; start += BATCH_ENTRIES) {
    const text = JSON.stringify(entries.slice(start, start + BATCH_ENTRIES));
    batches.push(await compress(text, { level: LEVEL }));
  }
  return batches;
}
