import { entryKinds, type EntryKind } from '../model/records.js';
import { PackedList } from './packed-list.js';

/** The keys of records that are to be merged again, by kind. A key may come several times. */
export class StaleKeys {
  private readonly lists = new Map<EntryKind, PackedList<string>>(
    entryKinds.map((kind) => [kind, new PackedList<string>()]),
  );

  add(kind: EntryKind, keys: readonly string[]): Promise<void> {
    return this.of(kind).add(keys);
  }

  /** Yields the keys of a kind in batches, each key once in a batch. */
  async *batches(kind: EntryKind): AsyncGenerator<readonly string[]> {
    for await (const keys of this.of(kind).batches()) yield [...new Set(keys)];
  }

  private of(kind: EntryKind): PackedList<string> {
    const list = this.lists.get(kind);
    if (!list) throw new Error(`There is no list of the kind ${kind}.`);
    return list;
  }
}
