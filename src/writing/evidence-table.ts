import { isDeepStrictEqual } from 'node:util';
import { groupBy } from '../values/group-by.js';
import type { EvidenceRecord } from '../model/records.js';
import { differenceOf, type Difference } from './record-table.js';

/** All evidence for the targets that were read: as stored, and with the changes made since. */
export class EvidenceTable {
  /** The key is the id of the evidence. */
  private readonly stored = new Map<string, EvidenceRecord>();
  /** The key is the target of the evidence. */
  private readonly storedFor = new Map<string, readonly EvidenceRecord[]>();
  private readonly current = new Map<string, readonly EvidenceRecord[]>();

  constructor(
    private readonly read: (targets: readonly string[]) => Promise<readonly EvidenceRecord[]>,
  ) {}

  /** Reads the evidence for the targets that was not read yet, and returns it. */
  async load(targets: Iterable<string>): Promise<readonly EvidenceRecord[]> {
    const missing = [...new Set(targets)].filter((target) => !this.current.has(target));
    if (missing.length === 0) return [];
    const found = await this.read(missing);
    for (const piece of found) this.stored.set(piece.id, piece);
    const byTarget = groupBy(found, ({ target }) => target);
    for (const target of missing) {
      this.storedFor.set(target, byTarget.get(target) ?? []);
      this.current.set(target, byTarget.get(target) ?? []);
    }
    return found;
  }

  /** Returns the evidence for a target; undefined if it was not read. */
  get(target: string): readonly EvidenceRecord[] | undefined {
    return this.current.get(target);
  }

  /** Returns whether the evidence for a target differs from the stored. */
  isChanged(target: string): boolean {
    const now = this.current.get(target) ?? [];
    const before = this.storedFor.get(target) ?? [];
    if (now.length !== before.length) return true;
    return now.some((piece) => !isDeepStrictEqual(piece, this.stored.get(piece.id)));
  }

  /** Returns all evidence that was read, as stored. */
  before(): EvidenceRecord[] {
    return [...this.stored.values()];
  }

  /** Returns all evidence that was read or put. */
  now(): EvidenceRecord[] {
    return [...this.current.values()].flat();
  }

  /** Replaces all evidence for a target. */
  put(target: string, evidence: readonly EvidenceRecord[]): void {
    this.current.set(target, evidence);
  }

  /** Returns whether any of the evidence comes from the source. */
  cites(source: string): boolean {
    return this.now().some(({ sourceSlug }) => sourceSlug === source);
  }

  /** Returns the evidence that was added, changed or removed. */
  difference(): Difference<EvidenceRecord> {
    const all = this.now();
    const kept = new Set(all.map(({ id }) => id));
    return {
      ...differenceOf(all, ({ id }) => this.stored.get(id)),
      removed: [...this.stored.values()].filter(({ id }) => !kept.has(id)),
    };
  }
}
