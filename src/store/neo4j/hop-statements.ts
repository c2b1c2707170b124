import { turned, type HopQuestion } from '../answering/path-search.js';
import {
  amongAll,
  haveRelation,
  type EntityPart,
  type Following,
  type InterlockQuestion,
  type NetworkQuestion,
  type PageRequest,
  type PathsQuestion,
  type RecordParts,
} from '../reading.js';
import { type Sql, allOf, join, raw, sql } from '../engine/query-text.js';
import { relationPattern, type Conditions } from './conditions.js';
import { placeConditions, top, topOfMany } from './pages.js';
import { relationByEnds } from './relation-statements.js';
import type { Rows } from './rows.js';
import type { Finding, Keys } from './step.js';

// Cypher of questions that follow relations from entities to entities.

/** Paths that are sorted and cut by the server; of more, the first are found otherwise. */
const MANY_PATHS = 500;

/** Relations of an entity that the server's search over filtered relations gets through quickly. */
const LARGE_HUB = 20_000;

/** Relations of an end that are brought at once for a search of ours. */
const FEW_HOPS = 1_000;

/**
 * The one row: how many shortest paths there are, as far as they are counted; the first of them in
 * their order, each as the slugs of its entities and the keys of its relations; then, each once,
 * the entities and the relations that these have. Where there are too many, or the server would
 * look through a large hub, which it does not, a search of ours is to find them: then the row ends
 * with the degree of both ends and, where they are few, their hops.
 */
export function shortestPaths(
  question: PathsQuestion,
  parts: Partial<RecordParts>,
  conditions: Conditions,
  rows: Rows,
): Finding {
  const { from, to, types, direction, filter, maxLength, limit } = question;
  const { entityTypes, ...others } = filter;
  const ofRelations = conditions.relation('r', '', direction, types, others);
  const type = conditions.typePattern(types);
  const all = [
    ...(ofRelations.length > 0
      ? [sql`all(r IN relationships(p) WHERE ${allOf(ofRelations)})`]
      : []),
    ...(entityTypes
      ? [sql`all(n IN nodes(p) WHERE n.type IN ${entityTypes} OR n.slug IN ${[from, to]})`]
      : []),
  ];
  const pattern = relationPattern('a', `${type}*..${String(maxLength)}`, 'b', direction);
  return {
    find: sql`
      ${all.length > 0 ? hasLargeHub : raw('WITH false AS isLarge')}
      MATCH (a:Entity {slug: ${from}}) USING INDEX SEEK a:Entity(slug)
      MATCH (b:Entity {slug: ${to}}) USING INDEX SEEK b:Entity(slug)
      CALL (isLarge, a, b) {
        WITH * WHERE NOT isLarge
        MATCH p = allShortestPaths(${raw(pattern)}) WHERE ${allOf(all)}
        WITH p LIMIT ${MANY_PATHS}
        WITH p ORDER BY [i IN range(1, length(p)) | [nodes(p)[i].slug, relationships(p)[i - 1].key]]
        RETURN collect(p) AS found
      }
      WITH a, b, size(found) AS number, found[..${limit}] AS shown,
        isLarge OR size(found) = ${MANY_PATHS} AS isOurs
      CALL (shown) {
        UNWIND shown AS p UNWIND nodes(p) AS n WITH DISTINCT n
        RETURN collect(${rows.entity('n', parts.entity)}) AS entities
      }
      CALL (shown) {
        UNWIND shown AS p UNWIND relationships(p) AS r WITH DISTINCT r
        RETURN collect(${rows.relation('r', parts.relation, types ?? undefined)}) AS relations
      }
      ${hopsOfEnd('a', question, conditions)}
      ${hopsOfEnd('b', turned(question), conditions)}`,
    list: sql`[[number,
      [p IN shown | [[n IN nodes(p) | n.slug], [r IN relationships(p) | r.key]]], entities, relations,
      CASE WHEN isOurs THEN [${endRow('a')}, ${endRow('b')}] END]]`,
  };
}

const hasLargeHub = sql`
  MATCH (hub:Entity) USING INDEX hub:Entity(degree, slug)
  WHERE hub.degree IS NOT NULL AND hub.slug IS NOT NULL
  WITH hub.degree > ${LARGE_HUB} AS isLarge, hub ORDER BY hub.degree DESC LIMIT 1
  WITH isLarge`;

/** Of an end `n` its hops, as `nHops`: none where they are many or not wanted. */
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

/** The one row: the entities and the relations of paths. */
export function recordsOfPaths(
  slugs: readonly string[],
  keys: readonly string[],
  parts: Partial<RecordParts>,
  rows: Rows,
): Finding {
  return {
    find: sql`
      CALL () {
        MATCH (n:Entity) USING INDEX SEEK n:Entity(slug) WHERE n.slug IN ${slugs}
        RETURN collect(${rows.entity('n', parts.entity)}) AS entities
      }
      CALL () {
        UNWIND ${keys} AS key ${relationByEnds('key')}
        RETURN collect(${rows.relation('r', parts.relation)}) AS relations
      }`,
    list: raw('[[entities, relations]]'),
  };
}

/** Each row: the near slug, the far one, the key and the far degree. */
export function hopsFrom(slugs: Keys, question: HopQuestion, conditions: Conditions): Finding {
  const { goal, ahead, goesOn, most } = question;
  const others = sql`
      CALL (nodes, met) {
        WITH * WHERE size(met) = 0 UNWIND nodes AS n ${hop('n', question, goal, conditions)}
        WITH n, far, r LIMIT ${most} RETURN collect(${raw(hopRow('n'))}) AS others
      }`;
  return {
    find: sql`
      MATCH (n:Entity) USING INDEX SEEK n:Entity(slug) WHERE n.slug IN ${slugs}
      WITH collect(n) AS nodes
      CALL (nodes) {
        UNWIND nodes AS n ${hop('n', question, goal, conditions)} AND far.slug IN ${ahead}
        WITH n, far, r LIMIT ${most} RETURN collect(${raw(hopRow('n'))}) AS met
      }
      ${goesOn ? others : raw('')}`,
    list: raw(goesOn ? 'met + others' : 'met'),
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

function hopRow(n: string): string {
  return `[${n}.slug, far.slug, r.key, far.degree]`;
}

/**
 * Each row of a network: 0 and an entity, one more than the limit where there are more; or 1 and a
 * relation between those within the limit, in no order. Nodes are told apart as such, which takes
 * half as long as by their slugs; none comes with a list until all are found, as with `topOfMany`.
 */
export function network(
  question: NetworkQuestion,
  parts: Partial<RecordParts>,
  conditions: Conditions,
  rows: Rows,
): Finding {
  const { center, depth, limit } = question;
  const { types, filter } = amongAll(question);
  const all = conditions.relation('r', 'far', 'FORWARD', types, filter);
  const type = conditions.oneType(types);
  const found =
    center === null
      ? [mostRelated(question, conditions)]
      : [
          centers(center, limit),
          ...Array.from({ length: depth }, (_, distance) =>
            nextLevel(distance, question, conditions),
          ),
        ];
  return {
    find: sql`${join(found, ' ')}
      WITH collect(n) AS found
      CALL (found) {
        WITH found[..${limit}] AS nodes UNWIND nodes AS n
        MATCH (n)-[r${raw(conditions.typePattern(types))}]->(far)
        WHERE far IN nodes AND ${allOf(all)}
        RETURN collect([1, ${rows.relation('r', parts.relation, type === null ? undefined : [type])}]) AS relations
      }`,
    list: sql`[n IN found | [0, ${rows.entity('n', parts.entity)}]] + relations`,
  };
}

function centers(slugs: readonly string[], limit: number): Sql {
  return sql`
    MATCH (n:Entity) USING INDEX SEEK n:Entity(slug) WHERE n.slug IN ${slugs}
    WITH n, 0 AS distance ORDER BY n.degree DESC, n.slug LIMIT ${limit + 1}`;
}

function mostRelated(question: NetworkQuestion, conditions: Conditions): Sql {
  const all = ['n.degree', 'n.slug'].map((value) => raw(`${value} IS NOT NULL`));
  all.push(...conditions.entityParts('n', haveRelation(question)));
  return sql`
    MATCH (n:Entity) USING INDEX n:Entity(degree, slug) WHERE ${allOf(all)}
    WITH n ORDER BY n.degree DESC, n.slug LIMIT ${question.limit + 1}`;
}

/** What was found, and what those that are that far away lead to: the nearest of it all. */
function nextLevel(
  distance: number,
  { types, direction, filter, limit }: NetworkQuestion,
  conditions: Conditions,
): Sql {
  const pattern = relationPattern('n', `r${conditions.typePattern(types)}`, 'far', direction);
  const all = conditions.relation('r', 'far', direction, types, filter);
  const last = raw(String(distance));
  // One number, so that the slugs are the second value: no entity has a billion relations.
  const values = [raw('distance * 1000000000 - n.degree'), raw('n.slug')];
  return sql`
    CALL (n, distance) {
      RETURN n AS near, distance AS steps
      UNION ALL
      WITH n WHERE distance = ${last} MATCH ${raw(pattern)} WHERE ${allOf(all)}
      RETURN far AS near, ${last} + 1 AS steps
    }
    WITH near AS n, min(steps) AS distance
    ${topOfMany(['n', 'distance'], values, { limit, backward: false })}`;
}

/** Each row: the entity that is met, and through how many witnesses. */
export function interlockPage(
  question: InterlockQuestion,
  page: PageRequest,
  parts: readonly EntityPart[] | undefined,
  conditions: Conditions,
  rows: Rows,
): Finding {
  // Turned round, so that both values of the order go the same way.
  const values = [raw('-weight'), raw('other.slug')];
  const places = placeConditions(values, page);
  return {
    find: sql`${interlocks(question, conditions)}
      WITH other, weight WHERE ${allOf(places)} ${topOfMany(['other', 'weight'], values, page)}`,
    list: sql`collect([${rows.entity('other', parts, question.otherTypes ?? undefined)}, weight])`,
  };
}

export function interlockCount(question: InterlockQuestion, conditions: Conditions): Finding {
  return { find: interlocks(question, conditions), list: raw('[count(other)]') };
}

function interlocks(question: InterlockQuestion, conditions: Conditions): Sql {
  const { slug, otherTypes } = question;
  const others = otherTypes ? [sql`other.type IN ${otherTypes}`] : [];
  return sql`
    MATCH (x:Entity {slug: ${slug}}) USING INDEX SEEK x:Entity(slug)
    ${hopTo('x', 'witness', question, conditions, [])}
    WITH DISTINCT x, witness WHERE witness <> x
    CALL (x, witness) {
      ${hopTo('other', 'witness', question, conditions, others)} AND other <> x AND other <> witness
      RETURN DISTINCT other
    }
    WITH other, count(*) AS weight`;
}

/** Each row: the other, and its page as pairs of a witness’ slug and the keys of the relations. */
export function witnessPages(
  others: Keys,
  question: InterlockQuestion,
  page: PageRequest,
  conditions: Conditions,
): Finding {
  const values = [raw('witness.slug')];
  const places = placeConditions(values, page);
  return {
    find: sql`
      MATCH (x:Entity {slug: ${question.slug}}) USING INDEX SEEK x:Entity(slug)
      UNWIND ${others} AS slug
      MATCH (other:Entity {slug: slug}) USING INDEX SEEK other:Entity(slug)
      CALL (x, other) {
        ${hopTo('other', 'witness', question, conditions, places)} AND witness <> x AND witness <> other
        WITH DISTINCT x, other, witness
        ${hopTo('x', 'witness', question, conditions, [])}
        WITH DISTINCT x, other, witness ${top('x, other, witness', values, page)}
        CALL (x, other, witness) {
          UNWIND [x, other] AS near
          ${hopTo('near', 'witness', question, conditions, [])}
          WITH DISTINCT r.key AS key ORDER BY key
          RETURN collect(key) AS keys
        }
        RETURN collect([witness.slug, keys]) AS found
      }`,
    list: raw('collect([slug, found])'),
  };
}

/** Matches the relations `r` of an entity with a witness. */
function hopTo(
  near: string,
  witness: string,
  { types, direction, filter }: Following,
  conditions: Conditions,
  others: readonly Sql[],
): Sql {
  const pattern = relationPattern(near, `r${conditions.typePattern(types)}`, witness, direction);
  const all = [...conditions.relation('r', witness, direction, types, filter), ...others];
  return sql`MATCH ${raw(pattern)} WHERE ${allOf(all)}`;
}
