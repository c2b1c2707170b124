import type { FoundPath, FoundPaths, PairParts, SingleAsk } from '../answering/asks.js';
import { hopOf, keysOf, searchPaths, turned } from '../answering/path-search.js';
import type { Hop, HopQuestion, PathEnd } from '../answering/path-search.js';
import { type Sql, allOf, raw, sql } from '../engine/query-text.js';
import type { Values } from '../engine/row-readers.js';
import { unique } from '../page.js';
import type { PathsQuestion } from '../reading.js';
import { relationPattern, type Conditions } from './conditions.js';
import type { EntryContext } from './context.js';
import { entitiesOf } from './entities.js';
import type { SingleEntry } from './entry.js';
import { relationByEnds } from './relations.js';

/** Paths that the server sorts and cuts; where there are more, a search of ours finds the first. */
const MANY_PATHS = 500;

/** Relations of an entity that the server's search over filtered relations gets through quickly. */
const LARGE_HUB = 20_000;

/** Relations of an end that are returned at once for a search of ours. */
const FEW_HOPS = 1_000;

/** Runs an entry as a query of its own. */
export type RunEntry = <A>(entry: SingleEntry<A>) => Promise<A>;

/** By the server's own search; where that would look at too much, by ours, the cheaper side first. */
export async function findPaths(
  ask: SingleAsk<'paths'>,
  context: EntryContext,
  run: RunEntry,
): Promise<FoundPaths> {
  const { paths, ends } = await run(shortestPaths(ask, context));
  if (!ends) return paths;
  const searched = await searchPaths(ask.question, ends, (slugs, question) =>
    run(hopsFrom(slugs, question, context)),
  );
  if (searched.paths.length === 0) return searched;
  return { ...searched, rows: await run(recordsOfPaths(searched.paths, ask, context)) };
}

/** What the server's search found, or the ends that a search of ours starts from. */
interface ServerSearch {
  readonly paths: FoundPaths;
  readonly ends: readonly [from: PathEnd, to: PathEnd] | null;
}

type EndValues = readonly [degree: number, hops: readonly Hop[] | null];

/** The slugs of a path, and the keys along each of the ways through its parallel relations. */
type PathValues = readonly [slugs: readonly string[], ways: readonly (readonly string[])[]];

type SearchValues = readonly [
  pathCount: number,
  paths: readonly PathValues[],
  records: RecordValues,
  ends: readonly [from: EndValues, to: EndValues] | null,
];

/**
 * One row: how many shortest paths there are, if these are all; the first of them in their order,
 * each as the slugs of its entities and the keys of its relations; the records of these. Both
 * ends follow where a search of ours is to find the paths: where there are too many, or the server
 * would look through a large hub, which it is then kept from.
 */
function shortestPaths(
  { question, ...parts }: SingleAsk<'paths'>,
  context: EntryContext,
): SingleEntry<ServerSearch> {
  const conditions = context.conditions();
  const records = recordsIn(parts, context, question.types);
  return {
    find: sql`
      ${serverSearch(question, conditions)}
      WITH a, b, size(found) AS pathCount, found[..${question.limit}] AS shown,
        isLarge OR reduce(ways = 0, parallel IN found | ways + size(parallel)) = ${MANY_PATHS} AS isOurs
      CALL (shown) {
        UNWIND shown AS parallel UNWIND nodes(parallel[0]) AS n WITH DISTINCT n
        RETURN collect(${records.entity}) AS entities
      }
      CALL (shown) {
        UNWIND shown AS parallel UNWIND parallel AS p UNWIND relationships(p) AS r WITH DISTINCT r
        RETURN collect(${records.relation}) AS relations
      }
      ${hopsOfEnd('a', question, conditions)}
      ${hopsOfEnd('b', turned(question), conditions)}`,
    list: sql`[[pathCount,
      [ps IN shown | [[n IN nodes(ps[0]) | n.slug], [p IN ps | [r IN relationships(p) | r.key]]]],
      [entities, relations],
      CASE WHEN isOurs THEN [${endRow('a')}, ${endRow('b')}] END]]`,
    read: (rows) => {
      // No row where an end is not there.
      const [row] = rows as readonly SearchValues[];
      const [pathCount, paths, values, ends] = row ?? [0, [], [[], []] as const, null];
      const endOf = ([degree, hops]: EndValues): PathEnd => ({ degree, hops });
      return {
        paths: {
          paths: paths.map(pathOf),
          truncation: pathCount > question.limit ? 'LIMIT' : null,
          rows: records.read(values),
        },
        ends: ends && [endOf(ends[0]), endOf(ends[1])],
      };
    },
  };
}

function pathOf([slugs, ways]: PathValues): FoundPath {
  const hops = slugs.slice(1).map((_, index) => hopOf(ways.flatMap((keys) => keys[index] ?? [])));
  return { slugs, hops };
}

/**
 * Finds both ends `a` and `b`, the paths between them as `found`, each as the list of the ways through
 * its parallel relations, and whether there is a large hub.
 */
function serverSearch(question: PathsQuestion, conditions: Conditions): Sql {
  const { from, to, types, direction, filter, maxLength } = question;
  const { entityTypes, ...others } = filter;
  const ofRelations = conditions.relation('r', '', direction, types, others);
  const all = [
    ...(ofRelations.length > 0
      ? [sql`all(r IN relationships(p) WHERE ${allOf(ofRelations)})`]
      : []),
    ...(entityTypes
      ? [sql`all(n IN nodes(p) WHERE n.type IN ${entityTypes} OR n.slug IN ${[from, to]})`]
      : []),
  ];
  const steps = `${conditions.typePattern(types)}*..${maxLength}`;
  return sql`
    ${all.length > 0 ? hasLargeHub : raw('WITH false AS isLarge')}
    MATCH (a:Entity {slug: ${from}}) USING INDEX SEEK a:Entity(slug)
    MATCH (b:Entity {slug: ${to}}) USING INDEX SEEK b:Entity(slug)
    CALL (isLarge, a, b) {
      WITH * WHERE NOT isLarge
      MATCH p = allShortestPaths(${raw(relationPattern('a', steps, 'b', direction))}) WHERE ${allOf(all)}
      WITH p LIMIT ${MANY_PATHS}
      WITH [n IN nodes(p) | n.slug] AS slugs, collect(p) AS parallel ORDER BY slugs
      RETURN collect(parallel) AS found
    }`;
}

const hasLargeHub = sql`
  MATCH (hub:Entity) USING INDEX hub:Entity(degree, slug)
  WHERE hub.degree IS NOT NULL AND hub.slug IS NOT NULL
  WITH hub.degree > ${LARGE_HUB} AS isLarge, hub ORDER BY hub.degree DESC LIMIT 1
  WITH isLarge`;

/** The hops of an end `n`, as `nHops`: none where they are many or not needed. */
function hopsOfEnd(n: string, question: PathsQuestion, conditions: Conditions): Sql {
  return sql`
    CALL (isOurs, ${raw(n)}) {
      WITH * WHERE isOurs AND ${hasFewHops(n)}
      ${hop(n, question, question.to, conditions)}
      RETURN collect(${raw(hopRow(n))}) AS ${raw(`${n}Hops`)}
    }`;
}

function hasFewHops(n: string): Sql {
  return sql`${raw(n)}.degree <= ${FEW_HOPS}`;
}

function endRow(n: string): Sql {
  return sql`[${raw(n)}.degree, CASE WHEN ${hasFewHops(n)} THEN ${raw(n)}Hops END]`;
}

/** One row: the entities and the relations of paths. */
function recordsOfPaths(
  paths: readonly FoundPath[],
  parts: PairParts,
  context: EntryContext,
): SingleEntry<NonNullable<FoundPaths['rows']>> {
  const records = recordsIn(parts, context);
  return {
    find: sql`
      CALL () {
        ${entitiesOf(unique(paths.flatMap(({ slugs }) => slugs)))}
        RETURN collect(${records.entity}) AS entities
      }
      CALL () {
        UNWIND ${unique(paths.flatMap(keysOf))} AS key ${relationByEnds('key')}
        RETURN collect(${records.relation}) AS relations
      }`,
    list: raw('[[entities, relations]]'),
    read: (rows) => {
      const [values] = rows as readonly RecordValues[];
      return records.read(values ?? [[], []]);
    },
  };
}

type RecordValues = readonly [entities: readonly Values[], relations: readonly Values[]];

/** The columns of entities `n` and relations `r`, with the reader of both. */
function recordsIn(
  { entity, relation }: PairParts,
  { columns }: EntryContext,
  types: readonly string[] | null = null,
): { entity: Sql; relation: Sql; read: (values: RecordValues) => NonNullable<FoundPaths['rows']> } {
  const entities = columns.entity('n', entity);
  const relations = columns.relation('r', relation, types ?? undefined);
  return {
    entity: entities.list,
    relation: relations.list,
    read: ([ofEntities, ofRelations]) => ({
      entities: ofEntities.map((values) => entities.read(values)),
      relations: ofRelations.map((values) => relations.read(values)),
    }),
  };
}

function hopsFrom(
  slugs: readonly string[],
  question: HopQuestion,
  context: EntryContext,
): SingleEntry<readonly Hop[]> {
  const { goal, targets, expandFurther, maxHops } = question;
  const conditions = context.conditions();
  const others = sql`
      CALL (nodes, met) {
        WITH * WHERE size(met) = 0 UNWIND nodes AS n ${hop('n', question, goal, conditions)}
        WITH n, far, r LIMIT ${maxHops} RETURN collect(${raw(hopRow('n'))}) AS others
      }`;
  return {
    find: sql`
      ${entitiesOf(slugs)}
      WITH collect(n) AS nodes
      CALL (nodes) {
        UNWIND nodes AS n ${hop('n', question, goal, conditions)} AND far.slug IN ${targets}
        WITH n, far, r LIMIT ${maxHops} RETURN collect(${raw(hopRow('n'))}) AS met
      }
      ${expandFurther ? others : raw('')}`,
    list: raw(expandFurther ? 'met + others' : 'met'),
    read: (hops) => hops as readonly Hop[],
  };
}

function hop(
  n: string,
  { types, direction, filter }: PathsQuestion,
  goal: string,
  conditions: Conditions,
): Sql {
  const { entityTypes, ...others } = filter;
  const all = conditions.relation('r', 'far', direction, types, others);
  if (entityTypes) all.push(sql`(far.type IN ${entityTypes} OR far.slug = ${goal})`);
  const pattern = relationPattern(n, `r${conditions.typePattern(types)}`, 'far', direction);
  return sql`MATCH ${raw(pattern)} WHERE ${allOf(all)}`;
}

/** Of the type `Hop`. */
function hopRow(n: string): string {
  return `[${n}.slug, far.slug, r.key, far.degree]`;
}
