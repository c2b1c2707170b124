import type { EntryKind } from '../model/records.js';
import {
  NO_LOCATION,
  withInstance,
  type Defaults,
  type EntriesByKind,
  type EntryLocation,
  type EvidenceEntry,
  type LocatedEntry,
  type NewDocument,
  type RelationEntry,
} from '../writing/entries.js';
import { PackedList } from '../writing/packed-list.js';
import type { EntryLocations } from './document-file.js';
import type { Draft, DraftEntries } from './draft.js';

const lists = { SOURCE: 'sources', ENTITY: 'entities', RELATION: 'relations' } as const;

/** An entry of a draft; null if its form is wrong. */
interface DraftEntry<K extends EntryKind> extends EntryLocation {
  readonly entry: Draft<EntriesByKind[K]>;
}

/**
 * A document that was read, with its entries packed, since all documents of an import are kept. So
 * each file is read and parsed once, and what is checked is what is written.
 */
export class PackedDocument implements NewDocument {
  private constructor(
    readonly slug: string,
    private readonly evidence: DraftEntries['evidence'],
    private readonly packed: { readonly [K in EntryKind]: PackedList<DraftEntry<K>> },
  ) {}

  static async of(
    slug: string,
    draft: DraftEntries,
    locations: EntryLocations,
  ): Promise<PackedDocument> {
    const pack = <K extends EntryKind>(kind: K): Promise<PackedList<DraftEntry<K>>> => {
      const entries = (draft[lists[kind]] ?? []) as readonly Draft<EntriesByKind[K]>[];
      const starts = locations[lists[kind]];
      return PackedList.of(
        entries.map((entry, index) => ({ entry, ...(starts[index] ?? NO_LOCATION) })),
      );
    };
    return new PackedDocument(slug, draft.evidence, {
      SOURCE: await pack('SOURCE'),
      ENTITY: await pack('ENTITY'),
      RELATION: await pack('RELATION'),
    });
  }

  /** The number of its entries. */
  get entryCount(): number {
    return this.packed.SOURCE.length + this.packed.ENTITY.length + this.packed.RELATION.length;
  }

  /** The defaults of a document whose form is right. */
  get defaults(): Defaults {
    // The form was checked, so no piece is null.
    return this.evidence ? { evidence: this.evidence as EvidenceEntry[] } : {};
  }

  /** Returns the draft that was packed. */
  async draft(): Promise<DraftEntries> {
    return {
      ...(this.evidence === undefined ? {} : { evidence: this.evidence }),
      sources: await this.drafts('SOURCE'),
      entities: await this.drafts('ENTITY'),
      relations: await this.drafts('RELATION'),
    };
  }

  /** Yields the entries of a document whose form is right, relations with `instance`. */
  async *entries<K extends EntryKind>(
    kind: K,
  ): AsyncGenerator<readonly LocatedEntry<EntriesByKind[K]>[]> {
    // The form was checked, so no entry is null.
    type Batches = AsyncGenerator<readonly LocatedEntry<EntriesByKind[K]>[]>;
    for await (const batch of this.packed[kind].batches() as Batches)
      yield kind === 'RELATION'
        ? batch.map(({ entry, ...location }) => ({
            entry: withInstance(entry as RelationEntry) as EntriesByKind[K],
            ...location,
          }))
        : batch;
  }

  private async drafts<K extends EntryKind>(kind: K): Promise<Draft<EntriesByKind[K]>[]> {
    const entries: Draft<EntriesByKind[K]>[] = [];
    for await (const batch of this.packed[kind].batches())
      entries.push(...batch.map(({ entry }) => entry));
    return entries;
  }
}
