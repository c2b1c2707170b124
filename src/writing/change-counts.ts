import type { ChangeSet } from './change-set.js';

/** The numbers of records of one kind that are added, changed and removed. */
export interface ChangeCount {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/**
 * The changes of an import by kind. A record that the import itself adds is not counted as changed.
 */
export interface ImportSummary {
  readonly sources: ChangeCount;
  readonly entities: ChangeCount;
  readonly relations: ChangeCount;
  readonly evidence: ChangeCount;
}

/** Counts each record once, however many slices and documents of one import change it. */
export class ChangeCounts {
  private readonly sources = new ChangedKeys();
  private readonly entities = new ChangedKeys();
  private readonly relations = new ChangedKeys();
  private readonly evidence = new ChangedKeys();

  add({ sources, entities, relations, evidence }: ChangeSet): void {
    this.sources.add(sources, ({ slug }) => slug);
    this.entities.add(entities, ({ slug }) => slug);
    this.relations.add(relations, ({ key }) => key);
    this.evidence.add(evidence, ({ id }) => id);
  }

  summary(): ImportSummary {
    return {
      sources: this.sources.count(),
      entities: this.entities.count(),
      relations: this.relations.count(),
      evidence: this.evidence.count(),
    };
  }
}

interface Changed<T> {
  readonly added: readonly T[];
  readonly changed: readonly { readonly now: T }[];
  readonly removed: readonly T[];
}

/** The keys of the records of one kind that the import added, changed and removed so far. */
class ChangedKeys {
  private readonly removed = new Set<string>();
  private readonly added = new Set<string>();
  private readonly changed = new Set<string>();

  add<T>({ added, changed, removed }: Changed<T>, keyOf: (record: T) => string): void {
    for (const key of added.map(keyOf)) {
      if (this.removed.delete(key)) this.changed.add(key);
      else this.added.add(key);
    }
    for (const key of changed.map(({ now }) => keyOf(now))) {
      if (!this.added.has(key)) this.changed.add(key);
    }
    for (const key of removed.map(keyOf)) {
      if (this.added.delete(key)) continue;
      this.changed.delete(key);
      this.removed.add(key);
    }
  }

  count(): ChangeCount {
    return { added: this.added.size, changed: this.changed.size, removed: this.removed.size };
  }
}
