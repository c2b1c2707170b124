import type { JoinRecord } from '../model/records.js';
import type { Transaction } from '../store/store.js';
import type { EntityType } from '../vocabulary/entity-types.js';
import { citedSources, namedEntities, type DraftEntries } from './draft.js';

/** The number of records that are read together. */
const BATCH = 2_000;

/** What the store has of the entities and sources that documents name. */
export interface StoredNames {
  /** The types of entities by slug. */
  readonly types: ReadonlyMap<string, EntityType>;
  /** The lengths of sources' texts in code points by slug; null if it is not known. */
  readonly lengths: ReadonlyMap<string, number | null>;
}

/** The entities and sources that documents name. */
export class Names {
  private readonly entities = new Set<string>();
  private readonly sources = new Set<string>();

  add(draft: DraftEntries): void {
    for (const slug of namedEntities(draft)) this.entities.add(slug);
    for (const slug of citedSources(draft)) this.sources.add(slug);
  }

  /** Reads what a store has of them, and of what the joins merge them into. */
  async readFrom(
    store: Pick<Transaction, 'entityTypes' | 'sources'>,
    joins: readonly JoinRecord[],
  ): Promise<StoredNames> {
    const former = joins.filter(({ slug }) => this.entities.has(slug));
    const entities = [...new Set([...this.entities, ...former.map(({ into }) => into)])];
    const types = new Map<string, EntityType>();
    for (const slugs of batches(entities))
      for (const [slug, type] of await store.entityTypes(slugs)) types.set(slug, type);
    const lengths = new Map<string, number | null>();
    for (const slugs of batches([...this.sources]))
      for (const { slug, text } of await store.sources(slugs))
        lengths.set(slug, text?.length ?? null);
    return { types, lengths };
  }
}

function* batches(slugs: readonly string[]): Generator<readonly string[]> {
  for (let start = 0; start < slugs.length; start += BATCH) yield slugs.slice(start, start + BATCH);
}
