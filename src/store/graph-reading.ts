import type { Level } from './level.js';
import { itemsOf, pageOf, readPage, unique } from './pages.js';
import {
  wantedEntityParts,
  wantedRelationParts,
  type DisagreementPageReading,
  type Following,
  type GraphShape,
  type InterlockPageReading,
  type NetworkQuestion,
  type NetworkReading,
  type PathsReading,
  type WitnessesReading,
} from './reading.js';
import type {
  EntityRecord,
  NetworkRecord,
  Page,
  PathRecord,
  PathsRecord,
  RelationRecord,
  WitnessRecord,
} from './records.js';
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
  const { paths, truncation } = await steps.paths(question);
  const records = await readRecords(
    steps,
    paths.flatMap(({ slugs }) => slugs),
    paths.flatMap(({ keys }) => keys),
    question,
    shape,
    level,
  );
  return {
    paths: paths.flatMap(({ slugs, keys }) => records.of(slugs, keys)),
    truncation,
  };
}

/** One statement for each level, one for the entities and one for the relations, whatever their number. */
async function readNetwork(
  steps: Steps,
  { question, shape }: NetworkReading,
  level: Level,
): Promise<NetworkRecord> {
  const slugs = await (question.center === null
    ? steps.mostRelated(question, question.limit + 1)
    : nearest(steps, question, question.center));
  const chosen = slugs.slice(0, question.limit);
  const [entities, relations] = await Promise.all([
    steps.entities(chosen),
    steps.relationsAmong(chosen, ofAnyEnds(question), wantedRelationParts(shape.relations)),
  ]);
  const found = new Map(entities.map((entity) => [entity.slug, entity]));
  const ordered = chosen.flatMap((slug) => found.get(slug) ?? []);
  level.addEntities(shape.entities, ordered);
  level.addRelations(shape.relations, relations);
  return {
    entities: ordered,
    relations,
    truncation: slugs.length > question.limit ? 'LIMIT' : null,
  };
}

/** Entity types choose the entities; what these have between them is shown, whichever types they are. */
function ofAnyEnds({ types, direction, filter }: Following): Following {
  const others = Object.entries(filter).filter(([name]) => name !== 'entityTypes');
  return { types, direction, filter: Object.fromEntries(others) };
}

/** The nearest entities, one more than the limit where there are more. */
async function nearest(
  steps: Steps,
  question: NetworkQuestion,
  center: readonly string[],
): Promise<string[]> {
  const { depth, limit } = question;
  const centers = await steps.entities(unique(center));
  const chosen = centers
    .sort((one, other) => other.degree - one.degree || (one.slug < other.slug ? -1 : 1))
    .map(({ slug }) => slug);
  let frontier: readonly string[] = chosen.slice();
  for (let distance = 0; distance < depth && frontier.length > 0; distance++) {
    const room = limit + 1 - chosen.length;
    if (room <= 0) break;
    frontier = await steps.neighbours(frontier, question, chosen, room);
    chosen.push(...frontier);
  }
  return chosen;
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
    shape,
    level,
  );
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
  shape: GraphShape,
  level: Level,
): Promise<Records> {
  const [entities, relations] = await Promise.all([
    steps.entities(unique(slugs)),
    steps.relations(unique(keys), filter),
  ]);
  level.addEntities(shape.entities, entities);
  level.addRelations(shape.relations, relations);
  return new Records(entities, relations);
}

class Records {
  private readonly bySlug: ReadonlyMap<string, EntityRecord>;
  private readonly byKey: ReadonlyMap<string, RelationRecord>;

  constructor(entities: readonly EntityRecord[], relations: readonly RelationRecord[]) {
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
}
