import type { EntityTypeDefinition } from '../../vocabulary/entity-types.js';
import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import { groupBy } from '../../values/group-by.js';
import { observationsOf, type DateProperties } from '../../model/observations.js';
import {
  UNDATED,
  hasTimeOfEnd,
  timeAround,
  timeOfProperties,
  timeOfRelation,
  type Observation,
  type Time,
} from '../../model/time.js';
import type { EntityRecord, RelationRecord } from '../../model/records.js';
import type { WorkingGraph } from '../working-graph.js';

/**
 * Recomputes the times of the entities and relations that were put or removed, whose evidence is
 * loaded, and of all that depend on them.
 * An entity without a date of its own may inherit the time of others: a statement inherits that of
 * the events where it was made. A relation may have the time of one of its ends. Therefore the
 * order is: own dates of entities, inherited times, relations.
 */
export async function deriveTimes(graph: WorkingGraph, vocabulary: Vocabulary): Promise<void> {
  const entities = graph.entities.putRecords().map(({ slug }) => slug);
  const relations = [...graph.relations.putRecords(), ...graph.relations.removedRecords()];
  const dated = deriveOwnTimes(graph, vocabulary, entities);
  const inheriting = await deriveInheritedTimes(graph, vocabulary, { entities, relations, dated });
  await deriveRelationTimes(graph, vocabulary, {
    keys: new Set(relations.map(({ key }) => key)),
    redated: new Set([...dated, ...inheriting]),
  });
}

/** Returns the slugs of those entities whose time changed. */
function deriveOwnTimes(
  graph: WorkingGraph,
  vocabulary: Vocabulary,
  slugs: readonly string[],
): string[] {
  return slugs.filter((slug) => {
    const entity = graph.entities.get(slug);
    if (!entity || canInherit(entity, vocabulary)) return false;
    const definition = vocabulary.entityTypes[entity.type];
    const observations = (): readonly Observation[] =>
      observationsIn(graph, slug, datesOf(definition));
    const time = timeOfProperties(definition, entity.properties, observations);
    return putTime(graph, entity, time ?? UNDATED);
  });
}

/** The changes that may change the inherited times of entities. */
interface Causes {
  /** Slugs of all entities that were put. */
  readonly entities: readonly string[];
  /** All relations that were put or removed. */
  readonly relations: readonly RelationRecord[];
  /** Slugs of the entities whose own time changed. */
  readonly dated: readonly string[];
}

/** Returns the slugs of those entities whose time changed. */
async function deriveInheritedTimes(
  graph: WorkingGraph,
  vocabulary: Vocabulary,
  { entities, relations, dated }: Causes,
): Promise<string[]> {
  const types = inheritanceTypes(vocabulary);
  await graph.loadRelationsOf(dated, types);
  const redated = new Set(dated);
  const put = new Set(relations);
  const known = [...new Set([...graph.relations.now.values(), ...relations])].filter(({ type }) =>
    types.includes(type),
  );
  const heirs = new Set([
    ...entities.filter((slug) => canInherit(graph.entities.get(slug), vocabulary)),
    ...known
      .filter((relation) => put.has(relation) || redated.has(relation.toSlug))
      .map(({ fromSlug }) => fromSlug),
  ]);
  await graph.entities.load(heirs);
  // The time of an heir depends on everything that it inherits from, not only on what changed.
  await graph.loadRelationsOf(heirs, types);
  const inherited = groupBy(
    [...graph.relations.now.values()].filter(
      ({ type, fromSlug }) => types.includes(type) && heirs.has(fromSlug),
    ),
    ({ fromSlug }) => fromSlug,
  );
  await graph.entities.load([...inherited.values()].flat().map(({ toSlug }) => toSlug));
  return [...heirs].filter((slug) =>
    deriveInheritedTime(graph, vocabulary, slug, inherited.get(slug) ?? []),
  );
}

/** Returns whether the time changed. */
function deriveInheritedTime(
  graph: WorkingGraph,
  vocabulary: Vocabulary,
  slug: string,
  relations: readonly RelationRecord[],
): boolean {
  const entity = graph.entities.get(slug);
  const type = entity && inheritsAlong(entity, vocabulary);
  if (!entity || type === undefined) return false;
  const own = timeOfProperties(vocabulary.entityTypes[entity.type], entity.properties);
  const inherited = relations
    .filter((relation) => relation.type === type)
    .flatMap((relation) => graph.entities.get(relation.toSlug)?.time ?? []);
  return putTime(graph, entity, own ?? timeAround(inherited));
}

/**
 * Recomputes the times of relations by key, and of all relations of an entity whose time changed.
 */
async function deriveRelationTimes(
  graph: WorkingGraph,
  vocabulary: Vocabulary,
  { keys, redated }: { readonly keys: ReadonlySet<string>; readonly redated: ReadonlySet<string> },
): Promise<void> {
  await graph.loadRelationsOf(redated, followingTypes(vocabulary));
  const affected = [...graph.relations.now.values()].filter(
    ({ key, fromSlug, toSlug }) => keys.has(key) || redated.has(fromSlug) || redated.has(toSlug),
  );
  await graph.entities.load(affected.flatMap(({ fromSlug, toSlug }) => [fromSlug, toSlug]));
  for (const relation of affected) {
    const { fromSlug, toSlug } = relation;
    const surroundings = {
      from: graph.entities.get(fromSlug)?.time,
      to: graph.entities.get(toSlug)?.time,
      observations: () => observationsIn(graph, relation.key, STATE_DATES),
    };
    graph.relations.put({ ...relation, time: timeOfRelation(relation, surroundings, vocabulary) });
  }
}

/** The properties that say when a state began and ended. */
const STATE_DATES: DateProperties = { starts: ['since', 'date'], end: 'until' };

function datesOf({ time }: EntityTypeDefinition): DateProperties {
  if (!time) return { starts: [] };
  return { starts: [time.start], ...(time.end === undefined ? {} : { end: time.end }) };
}

/** Returns what sources observe of a target whose evidence is loaded. */
function observationsIn(
  { evidence, sources }: WorkingGraph,
  target: string,
  dates: DateProperties,
): readonly Observation[] {
  return observationsOf(evidence.get(target) ?? [], sources.now, dates);
}

/** Returns whether the time changed. */
function putTime(graph: WorkingGraph, entity: EntityRecord, time: Time): boolean {
  if (JSON.stringify(time) === JSON.stringify(entity.time)) return false;
  graph.entities.put({ ...entity, time });
  return true;
}

/**
 * Returns the relation type along which an entity inherits its time; undefined if it never does.
 */
function inheritsAlong({ type }: EntityRecord, vocabulary: Vocabulary): string | undefined {
  return vocabulary.entityTypes[type].time?.elseOf;
}

function canInherit(entity: EntityRecord | undefined, vocabulary: Vocabulary): boolean {
  return entity !== undefined && inheritsAlong(entity, vocabulary) !== undefined;
}

/** Returns the relation types along which any entity inherits its time. */
function inheritanceTypes({ entityTypes }: Vocabulary): string[] {
  return Object.values(entityTypes).flatMap(({ time }) => time?.elseOf ?? []);
}

/** Returns the relation types that have the time of one of their ends. */
function followingTypes(vocabulary: Vocabulary): string[] {
  return vocabulary.relationTypeNames.filter((type) => hasTimeOfEnd(type, vocabulary));
}
