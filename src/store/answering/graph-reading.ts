import type { Level } from './level.js';
import { itemsOf, pageOf, readPage, unique } from '../page.js';
import {
  graphParts,
  isPlain,
  wantedEntityParts,
  type DisagreementPageReading,
  type EntityShape,
  type Following,
  type GraphShape,
  type InterlockPageReading,
  type NetworkReading,
  type PathsReading,
  type RecordParts,
  type WitnessesReading,
} from '../reading.js';
import type {
  EntityRecord,
  NetworkRecord,
  Page,
  PathRecord,
  PathsRecord,
  RelationRecord,
  WitnessRecord,
} from '../../model/records.js';
import type { Steps } from './steps.js';

// Readings that look at the graph as a whole: along its relations, and at what sources make of it.

export type GraphReading =
  PathsReading | NetworkReading | InterlockPageReading | WitnessesReading | DisagreementPageReading;

export async function readGraph(
  steps: Steps,
  reading: GraphReading,
  level: Level,
): Promise<unknown> {
  switch (reading.start) {
    case 'paths':
      return readPaths(steps, reading, level);
    case 'network':
      return readNetwork(steps, reading, level);
    case 'page of interlocks': {
      const { question, page, shape } = reading;
      const found = await readPage(
        reading,
        () => steps.interlockPage(question, page, wantedEntityParts(shape)),
        () => steps.interlockCount(question),
      );
      level.addEntities(
        shape,
        itemsOf(found).map(({ entity }) => entity),
      );
      return found;
    }
    case 'page of disagreements':
      return readPage(
        reading,
        () => steps.disagreementPage(reading.question, reading.page),
        () => steps.disagreementCount(reading.question),
      );
    case 'witnesses':
      return readWitnesses(steps, reading, level);
  }
}

async function readPaths(
  steps: Steps,
  { question, shape }: PathsReading,
  level: Level,
): Promise<PathsRecord> {
  const parts = graphParts(shape);
  const { paths, truncation, entities, relations } = await steps.paths(question, parts);
  const records =
    entities && relations
      ? new Records(entities, relations)
      : await readRecords(
          steps,
          paths.flatMap(({ slugs }) => slugs),
          paths.flatMap(({ keys }) => keys),
          question,
          parts,
        );
  records.addTo(level, shape);
  return { paths: paths.flatMap(({ slugs, keys }) => records.of(slugs, keys)), truncation };
}

async function readNetwork(
  steps: Steps,
  { question, shape }: NetworkReading,
  level: Level,
): Promise<NetworkRecord> {
  const { limit } = question;
  const found = await steps.network(question, graphParts(shape));
  const entities = found.entities.slice(0, limit);
  new Records(entities, found.relations).addTo(level, shape);
  return {
    entities,
    relations: found.relations,
    truncation: found.entities.length > limit ? 'LIMIT' : null,
  };
}

async function readWitnesses(
  steps: Steps,
  { question, others, page, shape }: WitnessesReading,
  level: Level,
): Promise<Map<string, Page<WitnessRecord>>> {
  const found = await steps.witnesses(unique(others), question, page);
  const pages = [...found].map(([other, rows]) => [other, pageOf(rows, page)] as const);
  const witnesses = pages.flatMap(([, { rows }]) => rows.map(({ item }) => item));
  const records = await readRecords(
    steps,
    witnesses.map(({ slug }) => slug),
    witnesses.flatMap(({ keys }) => keys),
    question,
    graphParts(shape),
  );
  records.addTo(level, shape);
  return new Map(
    pages.map(([other, { rows, ...rest }]) => [
      other,
      {
        ...rest,
        rows: rows.flatMap(({ item: { slug, keys }, keyset }) =>
          records.of([slug], keys).map(({ entities: [entity], relations }) => ({
            item: { entity, relations } as WitnessRecord,
            keyset,
          })),
        ),
      },
    ]),
  );
}

/** Reads records, each once. */
async function readRecords(
  steps: Steps,
  slugs: readonly string[],
  keys: readonly string[],
  { filter }: Following,
  { entity }: RecordParts,
): Promise<Records> {
  const [entities, relations] = await Promise.all([
    steps.entities(unique(slugs), entity),
    steps.relations(unique(keys), filter),
  ]);
  return new Records(entities, relations);
}

/** A part of the graph. */
class Records {
  private readonly bySlug: ReadonlyMap<string, EntityRecord>;
  private readonly byKey: ReadonlyMap<string, RelationRecord>;

  constructor(
    private readonly entities: readonly EntityRecord[],
    private readonly relations: readonly RelationRecord[],
  ) {
    this.bySlug = new Map(entities.map((entity) => [entity.slug, entity]));
    this.byKey = new Map(relations.map((relation) => [relation.key, relation]));
  }

  /** Empty where one of them has gone since it was found. */
  of(slugs: readonly string[], keys: readonly string[]): [PathRecord] | [] {
    const entities = slugs.flatMap((slug) => this.bySlug.get(slug) ?? []);
    const relations = keys.flatMap((key) => this.byKey.get(key) ?? []);
    const isWhole = entities.length === slugs.length && relations.length === keys.length;
    return isWhole ? [{ entities, relations }] : [];
  }

  /** Has what is wanted of them read; ends of relations that are here are not read again. */
  addTo(level: Level, shape: GraphShape): void {
    level.addEntities(shape.entities, this.entities);
    const relations = { ...shape.relations };
    if (this.giveEnds('from', relations.from)) delete relations.from;
    if (this.giveEnds('to', relations.to)) delete relations.to;
    level.addRelations(relations, this.relations);
  }

  /** Gives records of their own, so that what is read for the one does not show in the other. */
  private giveEnds(name: 'from' | 'to', shape: EntityShape | undefined): boolean {
    if (!shape || !isPlain(shape)) return false;
    const ends = this.relations.map((relation) => this.bySlug.get(relation[`${name}Slug`]));
    if (ends.includes(undefined)) return false;
    for (const [place, relation] of this.relations.entries()) {
      const end = ends[place];
      if (end) relation[name] = { ...end };
    }
    return true;
  }
}
