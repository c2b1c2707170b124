import { KenesError } from '../../errors.js';
import { pageOf, unique, type Page } from '../page.js';
import {
  setAsideBy,
  type EntityShape,
  type GraphShape,
  type Reading,
  type RelationConditions,
} from '../reading.js';
import type {
  EntityRow,
  NetworkRows,
  PathRow,
  PathRows,
  RelationRow,
  WitnessRow,
} from '../rows.js';
import type { Engine, FoundPath, FoundPaths, PairParts } from './asks.js';
import type { Levels } from './levels.js';
import { graphPartsOf, isPlain } from './parts.js';
import { GIVEN_UP, keysOf } from './path-search.js';

// The starts of readings that find a part of the graph: entities and the relations between them.

/** Finds paths and reads their entities and relations, which it adds to the levels. */
export async function readPaths(
  { question, shape }: Reading<'paths'>,
  engine: Engine,
  levels: Levels,
): Promise<PathRows> {
  const parts = graphPartsOf(withCounts(shape));
  const { paths, truncation, rows } = await engine
    .one({ kind: 'paths', question, ...parts })
    .catch(stoppedSearch);
  const part = rows
    ? new GraphPart(rows.entities, rows.relations)
    : await readGraphPart(
        engine,
        paths.flatMap(({ slugs }) => slugs),
        paths.flatMap(keysOf),
        question.filter,
        parts,
      );
  part.addTo(levels, shape);
  return { paths: paths.flatMap((path) => part.pathOf(path)), truncation };
}

/** Adds the parts by which the best attested relation of a hop is chosen. */
function withCounts({ entities, relations }: GraphShape): GraphShape {
  const { parts } = relations;
  const counts = ['publisherCount', 'originCount', 'standing'] as const;
  return { entities, relations: { ...relations, parts: parts && new Set([...parts, ...counts]) } };
}

/**
 * Returns the answer of a search that was stopped, if the engine timed out; else throws the error.
 */
function stoppedSearch(error: unknown): FoundPaths {
  if (error instanceof KenesError && error.code === 'TIMED_OUT') return GIVEN_UP;
  throw error;
}

/** Reads a network, and adds its entities and relations to the levels. */
export async function readNetwork(
  { question, shape }: Reading<'network'>,
  engine: Engine,
  levels: Levels,
): Promise<NetworkRows> {
  const { limit } = question;
  const found = await engine.one({ kind: 'network', question, ...graphPartsOf(shape) });
  const entities = found.entities.slice(0, limit);
  new GraphPart(entities, found.relations).addTo(levels, shape);
  return {
    entities,
    relations: found.relations,
    truncation: found.entities.length > limit ? 'LIMIT' : null,
  };
}

/** Reads a page of witnesses for each other entity, and adds its records to the levels. */
export async function readWitnesses(
  { question, others, page, shape }: Reading<'witnesses'>,
  engine: Engine,
  levels: Levels,
): Promise<Map<string, Page<WitnessRow>>> {
  const found = await engine.each({ kind: 'witnesses', question, page }, unique(others));
  const pages = [...found].map(([other, rows]) => [other, pageOf(rows, page)] as const);
  const witnesses = pages.flatMap(([, { rows }]) => rows.map(({ item }) => item));
  const part = await readGraphPart(
    engine,
    witnesses.map(({ slug }) => slug),
    witnesses.flatMap(({ keys }) => keys),
    question.filter,
    graphPartsOf(shape),
  );
  part.addTo(levels, shape);
  return new Map(
    pages.map(([other, { rows, ...rest }]) => [
      other,
      {
        ...rest,
        rows: rows.flatMap(({ item: { slug, keys }, keyset }) =>
          part.witnessOf(slug, keys).map((item) => ({ item, keyset })),
        ),
      },
    ]),
  );
}

/** Reads entities and relations, each once. The relations' counts leave out sources set aside. */
async function readGraphPart(
  engine: Engine,
  slugs: readonly string[],
  keys: readonly string[],
  filter: RelationConditions,
  { entity, relation }: PairParts,
): Promise<GraphPart> {
  const byKey = {
    kind: 'relations by key',
    parts: relation,
    ...setAsideBy(filter),
  } as const;
  const [entities, relations] = await Promise.all([
    engine.each({ kind: 'entities by slug', parts: entity }, unique(slugs)),
    engine.each(byKey, unique(keys)),
  ]);
  return new GraphPart([...entities.values()], [...relations.values()]);
}

class GraphPart {
  private readonly bySlug: ReadonlyMap<string, EntityRow>;
  private readonly byKey: ReadonlyMap<string, RelationRow>;

  constructor(
    private readonly entities: readonly EntityRow[],
    private readonly relations: readonly RelationRow[],
  ) {
    this.bySlug = new Map(entities.map((entity) => [entity.slug, entity]));
    this.byKey = new Map(relations.map((relation) => [relation.key, relation]));
  }

  /** Returns the path; an empty list if it was broken since it was found. */
  pathOf({ slugs, hops: found }: FoundPath): [PathRow] | [] {
    const entities = slugs.flatMap((slug) => this.bySlug.get(slug) ?? []);
    const hops = found.map(({ keys, count }) => ({ relations: this.relationsOf(keys), count }));
    const isWhole =
      entities.length === slugs.length && hops.every(({ relations }) => relations.length > 0);
    return isWhole ? [{ entities, hops }] : [];
  }

  /** Returns the witness; an empty list if one of its records was removed since it was found. */
  witnessOf(slug: string, keys: readonly string[]): WitnessRow[] {
    const entity = this.bySlug.get(slug);
    const relations = this.relationsOf(keys);
    return entity && relations.length === keys.length ? [{ entity, relations }] : [];
  }

  private relationsOf(keys: readonly string[]): RelationRow[] {
    return keys.flatMap((key) => this.byKey.get(key) ?? []);
  }

  /** Adds the rows to the levels. Ends of relations that were read already are not read again. */
  addTo(levels: Levels, { entities, relations }: GraphShape): void {
    levels.addEntities(entities, () => this.entities);
    const others = { ...relations };
    if (this.linkEnds(levels, relations.from, ({ fromSlug }) => fromSlug)) delete others.from;
    if (this.linkEnds(levels, relations.to, ({ toSlug }) => toSlug)) delete others.to;
    levels.addRelations(others, () => this.relations);
  }

  /** Links the ends if all were read and the shape has no expansions; returns whether it did. */
  private linkEnds(
    levels: Levels,
    shape: EntityShape | undefined,
    slugOf: (relation: RelationRow) => string,
  ): boolean {
    if (!shape || !isPlain(shape)) return false;
    if (!this.relations.every((relation) => this.bySlug.has(slugOf(relation)))) return false;
    levels.linkEntities(shape, this.bySlug);
    return true;
  }
}
