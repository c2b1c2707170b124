import DataLoader from 'dataloader';
import {
  bareEntityShape,
  entityShape,
  graphShape,
  relationShape,
  sourceShape,
  type EntityExpansion,
  type EvidenceExpansion,
  type InterlockQuestion,
  type PageRequest,
  type SourceExpansion,
} from '../../store/reading.js';
import type {
  AnsweredExpansion,
  Answers,
  EntityDetails,
  EntityRecord,
  Page,
  RelationRecord,
  SourceRecord,
  WitnessRecord,
} from '../../model/records.js';
import type { RequestStore } from './request-store.js';

/** Loads, in batches, what no reading brought: by the same expansions, so with the same answers. */
export class Loaders {
  private readonly expansions = new Map<string, DataLoader<string, AnsweredExpansion>>();

  private readonly witnessPages = new Map<string, DataLoader<string, Page<WitnessRecord>>>();

  constructor(private readonly store: RequestStore) {}

  readonly entity = new DataLoader<string, EntityRecord | null>(async (slugs) => {
    const found = await this.store.read({ start: 'entities by slug', slugs, shape: entityShape() });
    return inOrderOf(slugs, found, (record) => record.slug);
  });

  readonly details = new DataLoader<string, EntityDetails | null>(async (slugs) => {
    const shape = { ...bareEntityShape(), details: true };
    const found = await this.store.read({ start: 'entities by slug', slugs, shape });
    return inOrderOf(slugs, found, (record) => record.slug).map(
      (record) => record?.details ?? null,
    );
  });

  readonly relation = new DataLoader<string, RelationRecord | null>(async (keys) => {
    const found = await this.store.read({
      start: 'relations by key',
      keys,
      shape: relationShape(),
    });
    return inOrderOf(keys, found, (record) => record.key);
  });

  readonly source = new DataLoader<string, SourceRecord | null>(async (slugs) => {
    const found = await this.store.read({ start: 'sources by slug', slugs, shape: sourceShape() });
    return inOrderOf(slugs, found, (record) => record.slug);
  });

  expansionOfEntity(slug: string, expansion: EntityExpansion): Promise<AnsweredExpansion> {
    return this.loaderOf('entity', expansion, async (slugs) => {
      const expansions = new Map([[expansion.key, expansion]]);
      const shape = { ...bareEntityShape(), expansions };
      const found = await this.store.read({ start: 'entities by slug', slugs, shape });
      return new Map(found.map((record) => [record.slug, record.answers]));
    }).load(slug);
  }

  expansionOfRelation(key: string, expansion: EvidenceExpansion): Promise<AnsweredExpansion> {
    return this.loaderOf('relation', expansion, async (keys) => {
      const shape = { ...relationShape(), expansions: new Map([[expansion.key, expansion]]) };
      const found = await this.store.read({ start: 'relations by key', keys, shape });
      return new Map(found.map((record) => [record.key, record.answers]));
    }).load(key);
  }

  expansionOfSource(slug: string, expansion: SourceExpansion): Promise<AnsweredExpansion> {
    return this.loaderOf('source', expansion, async (slugs) => {
      const shape = { expansions: new Map([[expansion.key, expansion]]) };
      const found = await this.store.read({ start: 'sources by slug', slugs, shape });
      return new Map(found.map((record) => [record.slug, record.answers]));
    }).load(slug);
  }

  /** Through what an entity meets another one: a page of it. */
  witnesses(
    question: InterlockQuestion,
    page: PageRequest,
    other: string,
  ): Promise<Page<WitnessRecord>> {
    const name = JSON.stringify([question, page]);
    let loader = this.witnessPages.get(name);
    if (!loader) {
      loader = new DataLoader(async (others) => {
        const shape = graphShape();
        const found = await this.store.read({ start: 'witnesses', question, others, page, shape });
        return others.map((slug) => found.get(slug) ?? new Error(`${slug} is gone.`));
      });
      this.witnessPages.set(name, loader);
    }
    return loader.load(other);
  }

  private loaderOf(
    owner: string,
    expansion: EntityExpansion | SourceExpansion,
    read: (keys: readonly string[]) => Promise<ReadonlyMap<string, Answers | undefined>>,
  ): DataLoader<string, AnsweredExpansion> {
    const wish =
      expansion.kind === 'related count'
        ? 'count'
        : `${String(expansion.wantsRows)} ${String(expansion.wantsCount)}`;
    const name = `${owner} ${expansion.key} ${wish}`;
    let loader = this.expansions.get(name);
    if (!loader) {
      loader = new DataLoader(async (keys) => {
        const answers = await read(keys);
        return keys.map(
          (key) => answers.get(key)?.get(expansion.key) ?? new Error(`${key} is gone.`),
        );
      });
      this.expansions.set(name, loader);
    }
    return loader;
  }
}

function inOrderOf<T>(
  keys: readonly string[],
  found: readonly T[],
  keyOf: (record: T) => string,
): (T | null)[] {
  const byKey = new Map(found.map((record) => [keyOf(record), record]));
  return keys.map((key) => byKey.get(key) ?? null);
}
