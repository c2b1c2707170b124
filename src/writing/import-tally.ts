/** How many of something an import adds and changes. */
export interface Tally {
  readonly added: number;
  readonly changed: number;
}

/** What an import changes: what it adds, and what of all that was there before it. */
export interface ImportSummary {
  readonly sources: Tally;
  readonly entities: Tally;
  readonly relations: Tally;
  readonly evidence: Tally & { readonly removed: number };
}

/** Counts each thing once, however many slices and documents of one import touch it. */
export class ImportTally {
  readonly sources = new Touched();
  readonly entities = new Touched();
  readonly relations = new Touched();
  readonly evidence = new Touched();

  summary(): ImportSummary {
    return {
      sources: this.sources.tally(),
      entities: this.entities.tally(),
      relations: this.relations.tally(),
      evidence: { ...this.evidence.tally(), removed: this.evidence.removed.size },
    };
  }
}

/** What a slice adds, changes and removes. */
interface Changed<T> {
  readonly added: readonly T[];
  readonly changed: readonly T[];
  /** By their keys. */
  readonly removed?: readonly string[];
}

class Touched {
  readonly removed = new Set<string>();
  private readonly added = new Set<string>();
  private readonly changed = new Set<string>();

  count<T>({ added, changed, removed = [] }: Changed<T>, keyOf: (record: T) => string): void {
    for (const key of added.map(keyOf)) {
      if (this.removed.delete(key)) this.changed.add(key);
      else this.added.add(key);
    }
    for (const key of changed.map(keyOf)) if (!this.added.has(key)) this.changed.add(key);
    for (const key of removed) {
      if (this.added.delete(key)) continue;
      this.changed.delete(key);
      this.removed.add(key);
    }
  }

  tally(): Tally {
    return { added: this.added.size, changed: this.changed.size };
  }
}
