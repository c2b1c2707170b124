import DataLoader from 'dataloader';
import type {
  Answers,
  EntityItem,
  EvidenceItem,
  ExpansionAnswers,
  RelationItem,
  SourceItem,
} from '../../store/answers.js';
import type { EntryKind } from '../../model/records.js';
import type { Page, PageRequest } from '../../store/page.js';
import {
  wholeEntity,
  wholeEvidence,
  wholeRelation,
  wholeSource,
  type EntityExpansion,
  type EvidenceExpansion,
  type Expansions,
  type InterlockQuestion,
  type SetAside,
  type SourceExpansion,
} from '../../store/reading.js';
import type { DocumentRow, RelationRow, WitnessRow } from '../../store/rows.js';
import { groupBy } from '../../values/group-by.js';
import type { RequestStore } from './request-store.js';

/** The answer of an expansion for one record, with all answers of the same reading. */
export interface Expanded<K extends keyof Expansions> {
  readonly answer: ExpansionAnswers[K];
  readonly answers: Answers;
}

/** A page of the witnesses of two entities, with all answers of the same reading. */
export interface LoadedWitnesses {
  readonly page: Page<WitnessRow>;
  readonly answers: Answers;
}

/**
 * Loads in batches what no reading selected, by the same expansions and therefore with the same
 * answers.
 */
export class Loaders {
  private readonly expansions: {
    readonly [K in keyof Expansions]: Map<string, DataLoader<string, Expanded<K>>>;
  } = {
    related: new Map(),
    'related count': new Map(),
    evidence: new Map(),
    'sole support': new Map(),
  };
  private readonly witnessPages = new Map<string, DataLoader<string, LoadedWitnesses>>();

  constructor(private readonly store: RequestStore) {}

  private readonly entities = new DataLoader<string, EntityItem>(async (slugs) => {
    const shape = wholeEntity;
    const { found, answers } = await this.store.read({ start: 'entities by slug', slugs, shape });
    const rows = new Map(found.map((row) => [row.slug, { row, shape, answers }]));
    return slugs.map((slug) => rows.get(slug) ?? removed(slug));
  });

  private readonly relations = new DataLoader<Told, RelationItem, string>(
    (relations) => byFilter(relations, (same, filter) => this.readRelations(same, filter)),
    { cacheKeyFn },
  );

  private readonly pieces = new DataLoader<string, EvidenceItem>(async (ids) => {
    const shape = wholeEvidence;
    const { found, answers } = await this.store.read({ start: 'evidence by id', ids, shape });
    const rows = new Map(found.map((row) => [row.id, { row, shape, answers }]));
    return ids.map((id) => rows.get(id) ?? removed(id));
  });

  private readonly sources = new DataLoader<string, SourceItem>(async (slugs) => {
    const shape = wholeSource;
    const { found, answers } = await this.store.read({ start: 'sources by slug', slugs, shape });
    const rows = new Map(found.map((row) => [row.slug, { row, shape, answers }]));
    return slugs.map((slug) => rows.get(slug) ?? removed(slug));
  });

  private readonly formers = new DataLoader<string, readonly string[]>(async (slugs) => {
    const { found } = await this.store.read({ start: 'former slugs', slugs });
    return slugs.map((slug) => found.get(slug) ?? []);
  });

  private readonly rivalsOf = new DataLoader<Told, readonly RelationItem[], string>(
    (relations) => byFilter(relations, (same, filter) => this.readRivals(same, filter)),
    { cacheKeyFn },
  );

  private readonly documentsOf = {
    ENTITY: this.documentLoader('ENTITY'),
    RELATION: this.documentLoader('RELATION'),
    SOURCE: this.documentLoader('SOURCE'),
  };

  // These return whole records. Each rejects if the record was removed after a reference to it was read.

  entity(slug: string): Promise<EntityItem> {
    return this.entities.load(slug);
  }

  relation(key: string): Promise<RelationItem> {
    return this.relations.load({ key });
  }

  /** Returns the whole record of a row, without the sources that are set aside for the row. */
  wholeRelation(row: RelationRow): Promise<RelationItem> {
    return this.relations.load(row);
  }

  evidence(id: string): Promise<EvidenceItem> {
    return this.pieces.load(id);
  }

  source(slug: string): Promise<SourceItem> {
    return this.sources.load(slug);
  }

  /** Returns the slugs that are merged into a slug, sorted. */
  formerSlugs(slug: string): Promise<readonly string[]> {
    return this.formers.load(slug);
  }

  /** Returns the documents with an entry on a record, sorted by slug. */
  documents(of: EntryKind, record: string): Promise<readonly DocumentRow[]> {
    return this.documentsOf[of].load(record);
  }

  /** Returns the entities that still exist, in the order of the slugs. */
  async presentEntities(slugs: readonly string[]): Promise<EntityItem[]> {
    const loaded = await this.entities.loadMany([...slugs]);
    return loaded.filter((item): item is EntityItem => !(item instanceof Error));
  }

  /** Returns the sources that exist, in the order of the slugs. */
  async presentSources(slugs: readonly string[]): Promise<SourceItem[]> {
    const loaded = await this.sources.loadMany([...slugs]);
    return loaded.filter((item): item is SourceItem => !(item instanceof Error));
  }

  /**
   * Returns the rivals of a relation that the graph has, sorted by key: without the sources that are
   * set aside for the relation.
   */
  rivals(relation: RelationRow): Promise<readonly RelationItem[]> {
    return this.rivalsOf.load(relation);
  }

  /** Returns the relations that still exist, in the order of the keys. */
  async presentRelations(keys: readonly string[], setAside?: SetAside): Promise<RelationItem[]> {
    const loaded = await this.relations.loadMany(keys.map((key) => ({ key, setAside })));
    return loaded.filter((item): item is RelationItem => !(item instanceof Error));
  }

  expandEntity<K extends EntityExpansion['kind']>(
    kind: K,
    slug: string,
    expansion: EntityExpansion & Expansions[K],
  ): Promise<Expanded<K>> {
    return this.expand(kind, 'entity', slug, expansion, async (slugs) => {
      const shape = { parts: new Set<never>(), expansions: new Map([['', expansion]]) };
      return (await this.store.read({ start: 'entities by slug', slugs, shape })).answers;
    });
  }

  expandRelation(key: string, expansion: EvidenceExpansion): Promise<Expanded<'evidence'>> {
    return this.expand('evidence', 'relation', key, expansion, async (keys) => {
      const shape = { parts: new Set<never>(), expansions: new Map([['', expansion]]) };
      return (await this.store.read({ start: 'relations by key', keys, shape })).answers;
    });
  }

  expandSource<K extends SourceExpansion['kind']>(
    kind: K,
    slug: string,
    expansion: SourceExpansion & Expansions[K],
  ): Promise<Expanded<K>> {
    return this.expand(kind, 'source', slug, expansion, async (slugs) => {
      const shape = { parts: new Set<never>(), expansions: new Map([['', expansion]]) };
      return (await this.store.read({ start: 'sources by slug', slugs, shape })).answers;
    });
  }

  /** Returns a page of the witnesses of an entity and another one. */
  witnesses(
    question: InterlockQuestion,
    page: PageRequest,
    other: string,
  ): Promise<LoadedWitnesses> {
    const name = JSON.stringify([question, page]);
    let loader = this.witnessPages.get(name);
    if (!loader) {
      loader = new DataLoader(async (others) => {
        const shape = { entities: wholeEntity, relations: wholeRelation };
        const reading = { start: 'witnesses', question, others, page, shape } as const;
        const { found, answers } = await this.store.read(reading);
        return others.map((slug) => {
          const witnesses = found.get(slug);
          return witnesses ? { page: witnesses, answers } : removed(slug);
        });
      });
      this.witnessPages.set(name, loader);
    }
    return loader.load(other);
  }

  private async readRelations(
    relations: readonly Told[],
    filter: SetAside,
  ): Promise<(RelationItem | Error)[]> {
    const shape = wholeRelation;
    const keys = relations.map(({ key }) => key);
    const reading = { start: 'relations by key', keys, shape, ...filter } as const;
    const { found, answers } = await this.store.read(reading);
    const rows = new Map(found.map((row) => [row.key, { row, shape, answers }]));
    return keys.map((key) => rows.get(key) ?? removed(key));
  }

  private async readRivals(
    relations: readonly Told[],
    filter: SetAside,
  ): Promise<(readonly RelationItem[])[]> {
    const keys = relations.map(({ key }) => key);
    const { found } = await this.store.read({ start: 'rivals of relations', keys, ...filter });
    return Promise.all(
      relations.map(({ key, setAside }) => this.presentRelations(found.get(key) ?? [], setAside)),
    );
  }

  private documentLoader(of: EntryKind): DataLoader<string, readonly DocumentRow[]> {
    return new DataLoader(async (keys) => {
      const { found } = await this.store.read({ start: 'documents of records', of, keys });
      return keys.map((key) => found.get(key) ?? []);
    });
  }

  private expand<K extends keyof Expansions>(
    kind: K,
    owner: string,
    key: string,
    expansion: Expansions[K],
    read: (keys: readonly string[]) => Promise<Answers>,
  ): Promise<Expanded<K>> {
    const loaders: Map<string, DataLoader<string, Expanded<K>>> = this.expansions[kind];
    const name = `${owner} ${JSON.stringify(expansion)}`;
    let loader = loaders.get(name);
    if (!loader) {
      loader = new DataLoader(async (keys) => {
        const answers = await read(keys);
        return keys.map((one) => {
          const answer = answers.of(kind, expansion, one);
          return answer === undefined ? removed(one) : { answer, answers };
        });
      });
      loaders.set(name, loader);
    }
    return loader.load(key);
  }
}

/** A relation, and the sources that its support is told without. */
type Told = Pick<RelationRow, 'key' | 'setAside'>;

function cacheKeyFn({ key, setAside }: Told): string {
  return JSON.stringify([key, setAside]);
}

/** Reads relations together for which the same sources are set aside. Keeps their order. */
async function byFilter<T>(
  relations: readonly Told[],
  read: (same: readonly Told[], filter: SetAside) => Promise<readonly T[]>,
): Promise<(T | Error)[]> {
  const groups = groupBy(relations, ({ setAside }) => JSON.stringify(setAside));
  const found = new Map<Told | undefined, T>();
  await Promise.all(
    [...groups.values()].map(async (group) => {
      const items = await read(group, group[0]?.setAside ?? {});
      for (const [index, item] of items.entries()) found.set(group[index], item);
    }),
  );
  return relations.map((relation) => found.get(relation) ?? removed(relation.key));
}

function removed(key: string): Error {
  return new Error(`${key} was removed while the request was answered.`);
}
