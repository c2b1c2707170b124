import { isDeepStrictEqual } from 'node:util';

/** Records that differ from those in the store. */
export interface Difference<T> {
  readonly added: readonly T[];
  readonly changed: readonly { readonly before: T; readonly now: T }[];
  readonly removed: readonly T[];
}

/** Records of one kind, by slug or key: as stored, and with the changes made since. */
export class RecordTable<T extends object> {
  private readonly stored = new Map<string, T>();
  private readonly current = new Map<string, T>();
  private readonly removed = new Set<string>();
  /** The keys that were read, including those without a record. */
  private readonly read = new Set<string>();

  constructor(
    private readonly readRecords: (keys: readonly string[]) => Promise<readonly T[]>,
    private readonly keyOf: (record: T) => string,
  ) {}

  /** The records that were read, as stored. */
  get before(): ReadonlyMap<string, T> {
    return this.stored;
  }

  /** The records that were read or put, with their changes. */
  get now(): ReadonlyMap<string, T> {
    return this.current;
  }

  get(key: string): T | undefined {
    return this.current.get(key);
  }

  /** Reads the records of the keys that were not read yet. */
  async load(keys: Iterable<string>): Promise<void> {
    const missing = [...new Set(keys)].filter((key) => !this.read.has(key));
    if (missing.length === 0) return;
    for (const key of missing) this.read.add(key);
    for (const record of await this.readRecords(missing)) this.remember(record);
  }

  /** Adds a record that was read elsewhere. A record that was put under its key stays current. */
  remember(record: T): void {
    const key = this.keyOf(record);
    this.read.add(key);
    if (this.stored.has(key)) return;
    this.stored.set(key, record);
    if (!this.current.has(key)) this.current.set(key, record);
  }

  /** Sets the current record of its key. Nothing is written to the store. */
  put(record: T): void {
    this.current.set(this.keyOf(record), record);
  }

  /** Removes a record that was loaded. Nothing is removed from the store. */
  remove(key: string): void {
    this.current.delete(key);
    if (this.stored.has(key)) this.removed.add(key);
  }

  /** Returns the records that were removed, as stored. */
  removedRecords(): T[] {
    return [...this.removed].flatMap((key) => this.stored.get(key) ?? []);
  }

  /** Returns the records that were put, including those equal to the stored ones. */
  putRecords(): T[] {
    return [...this.current].flatMap(([key, record]) =>
      record === this.stored.get(key) ? [] : [record],
    );
  }

  /** Returns the records that differ from the stored ones. */
  difference(): Difference<T> {
    const changes = differenceOf(this.putRecords(), (record) =>
      this.stored.get(this.keyOf(record)),
    );
    return { ...changes, removed: this.removedRecords() };
  }
}

/** Compares records with the ones before them by deep equality. Equal records are left out. */
export function differenceOf<T extends object>(
  records: Iterable<T>,
  beforeOf: (record: T) => T | undefined,
): Omit<Difference<T>, 'removed'> {
  const added: T[] = [];
  const changed: { before: T; now: T }[] = [];
  for (const now of records) {
    const before = beforeOf(now);
    if (!before) added.push(now);
    else if (now !== before && !isDeepStrictEqual(now, before)) changed.push({ before, now });
  }
  return { added, changed };
}
