import { groupBy } from '../values/group-by.js';
import type { EvidenceRecord } from '../model/records.js';
import { differenceOf, type Difference } from './record-table.js';

export interface EvidenceDifference extends Difference<EvidenceRecord> {
  readonly removed: readonly EvidenceRecord[];
}

/** All evidence for some targets: as it was in the store, and as it is to be. */
export class EvidenceTable {
  /** By id. */
  private readonly stored = new Map<string, EvidenceRecord>();
  /** By target. */
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
    for (const target of missing) this.current.set(target, byTarget.get(target) ?? []);
    return found;
  }

  /** Undefined where the evidence for the target was not read. */
  get(target: string): readonly EvidenceRecord[] | undefined {
    return this.current.get(target);
  }

  put(target: string, evidence: readonly EvidenceRecord[]): void {
    this.current.set(target, evidence);
  }

  /** Whether any of the evidence comes from a source. */
  cites(source: string): boolean {
    return this.all().some(({ sourceSlug }) => sourceSlug === source);
  }

  difference(): EvidenceDifference {
    const all = this.all();
    const kept = new Set(all.map(({ id }) => id));
    return {
      ...differenceOf(all, ({ id }) => this.stored.get(id)),
      removed: [...this.stored.values()].filter(({ id }) => !kept.has(id)),
    };
  }

  private all(): EvidenceRecord[] {
    return [...this.current.values()].flat();
  }
}
