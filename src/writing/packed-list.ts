import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';

const compress = promisify(deflateRaw);
const decompress = promisify(inflateRaw);

/** The number of items that are packed together, of which only one batch is in memory at a time. */
const BATCH = 2_000;

/** Speed counts: a list is packed once and unpacked several times. */
const LEVEL = 1;

/**
 * A list that is kept in memory as compressed JSON, in which it takes about a tenth of its size. Its
 * items keep their order.
 */
export class PackedList<T> {
  length = 0;
  private readonly packed: Buffer[] = [];
  private open: T[] = [];

  static async of<T>(items: readonly T[]): Promise<PackedList<T>> {
    const list = new PackedList<T>();
    await list.add(items);
    return list;
  }

  async add(items: readonly T[]): Promise<void> {
    this.length += items.length;
    for (const item of items) {
      this.open.push(item);
      if (this.open.length === BATCH) await this.pack();
    }
  }

  /** Yields the items in batches. Items that are added meanwhile are left out or come last. */
  async *batches(): AsyncGenerator<readonly T[]> {
    for (const batch of this.packed) {
      yield JSON.parse((await decompress(batch)).toString()) as readonly T[];
    }
    if (this.open.length > 0) yield [...this.open];
  }

  private async pack(): Promise<void> {
    const items = this.open;
    this.open = [];
    this.packed.push(await compress(JSON.stringify(items), { level: LEVEL }));
  }
}
