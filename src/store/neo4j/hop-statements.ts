import type { HopQuestion } from '../path-search.js';
import {
  haveRelation,
  type EntityPart,
  type Following,
  type InterlockQuestion,
  type PageRequest,
  type PathsQuestion,
  type RelationPart,
} from '../reading.js';
import { allOf, fixed, statement, type StatementText } from '../statement-text.js';
import { relationPattern, type Conditions } from './conditions.js';
import { placeConditions, top } from './pages.js';
import type { Rows } from './rows.js';
import type { Finding, Keys } from './step.js';

// Cypher of questions that follow relations from entities to entities.

/** Paths that are sorted and cut by the server; of more, the first are found otherwise. */
export const MANY_PATHS = 500;

/**
 * The one row: how many shortest paths there are, as far as they are counted; the first of them in
 * their order, each as the slugs of its entities and the keys of its relations; then, each once,
 * the entities and the relations that these have.
 */
export function shortestPaths(
  { from, to, types, direction, filter, maxLength, limit }: PathsQuestion,
  conditions: Conditions,
  rows: Rows,
): Finding {
  const { entityTypes, ...others } = filter;
  const ofRelations = conditions.relation('r', '', direction, types, others);
  const type = conditions.typePattern(types);
  const all = [
    ...(ofRelations.length > 0
      ? [statement`all(r IN relationships(p) WHERE ${allOf(ofRelations)})`]
      : []),
    ...(entityTypes
      ? [statement`all(n IN nodes(p) WHERE n.type IN ${entityTypes} OR n.slug IN ${[from, to]})`]
      : []),
  ];
  const pattern = relationPattern('a', `${type}*..${String(maxLength)}`, 'b', direction);
  return {
    find: statement`
      MATCH (a:Entity {slug: ${from}}) USING INDEX SEEK a:Entity(slug)
      MATCH (b:Entity {slug: ${to}}) USING INDEX SEEK b:Entity(slug)
      MATCH p = allShortestPaths(${fixed(pattern)}) WHERE ${allOf(all)}
      WITH p LIMIT ${MANY_PATHS}
      WITH p ORDER BY [i IN range(1, length(p)) | [nodes(p)[i].slug, relationships(p)[i - 1].key]]
      WITH collect(p) AS found
      WITH size(found) AS number, found[..${limit}] AS shown
      CALL (shown) {
        UNWIND shown AS p UNWIND nodes(p) AS n WITH DISTINCT n
        RETURN collect(${rows.entity('n')}) AS entities
      }
      CALL (shown) {
        UNWIND shown AS p UNWIND relationships(p) AS r WITH DISTINCT r
        RETURN collect(${rows.relation('r', undefined, type === '' ? undefined : (types ?? undefined))}) AS relations
      }`,
    list: fixed(`[[number,
      [p IN shown | [[n IN nodes(p) | n.slug], [r IN relationships(p) | r.key]]], entities, relations]]`),
  };
}

/** Each row: the near slug, the far one, the key and the far degree. */
export function hopsFrom(
  slugs: Keys,
  { types, direction, filter, goal }: HopQuestion,
  conditions: Conditions,
): Finding {
  const { entityTypes, ...others } = filter;
  const all = conditions.relation('r', 'far', direction, types, others);
  if (entityTypes) all.push(statement`(far.type IN ${entityTypes} OR far.slug = ${goal})`);
  return {
    find: statement`${followed(slugs, types, direction, conditions)} WHERE ${allOf(all)}`,
    list: fixed('collect([n.slug, far.slug, r.key, far.degree])'),
  };
}

export function neighboursOf(
  slugs: Keys,
  { types, direction, filter }: Following,
  known: readonly string[],
  limit: number,
  conditions: Conditions,
  rows: Rows,
): Finding {
  const all = conditions.relation('r', 'far', direction, types, filter);
  return {
    find: statement`${followed(slugs, types, direction, conditions)} WHERE ${allOf(all)}
      WITH DISTINCT far WHERE NOT far.slug IN ${known}
      WITH far ORDER BY far.degree DESC, far.slug LIMIT ${limit}`,
    list: statement`collect(${rows.entity('far', undefined, filter.entityTypes)})`,
  };
}

export function mostRelated(
  question: Following,
  limit: number,
  conditions: Conditions,
  rows: Rows,
): Finding {
  const all = ['n.degree', 'n.slug'].map((value) => fixed(`${value} IS NOT NULL`));
  all.push(...conditions.entityParts('n', haveRelation(question)));
  return {
    find: statement`
      MATCH (n:Entity) USING INDEX n:Entity(degree, slug) WHERE ${allOf(all)}
      WITH n ORDER BY n.degree DESC, n.slug LIMIT ${limit}`,
    list: statement`collect(${rows.entity('n')})`,
  };
}

/** Matches the relations `r` from entities `n` to `far`. */
function followed(
  slugs: Keys,
  types: Following['types'],
  direction: Following['direction'],
  conditions: Conditions,
): StatementText {
  const pattern = relationPattern('n', `r${conditions.typePattern(types)}`, 'far', direction);
  return statement`
    MATCH (n:Entity) USING INDEX SEEK n:Entity(slug) WHERE n.slug IN ${slugs}
    MATCH ${fixed(pattern)}`;
}

export function relationsAmong(
  slugs: Keys,
  { types, filter }: Following,
  parts: readonly RelationPart[] | undefined,
  conditions: Conditions,
  rows: Rows,
): Finding {
  const all = conditions.relation('r', 'far', 'FORWARD', types, filter);
  const type = conditions.oneType(types);
  return {
    find: statement`${followed(slugs, types, 'FORWARD', conditions)}
      WHERE r.toSlug IN ${slugs} AND ${allOf(all)} WITH r ORDER BY r.key`,
    list: statement`collect(${rows.relation('r', parts, type === null ? undefined : [type])})`,
  };
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
  const values = [fixed('-weight'), fixed('other.slug')];
  const places = placeConditions(values, page);
  return {
    find: statement`${interlocks(question, conditions)}
      WITH other, weight WHERE ${allOf(places)} ${top('other, weight', values, page)}`,
    list: statement`collect([${rows.entity('other', parts, question.otherTypes ?? undefined)}, weight])`,
  };
}

export function interlockCount(question: InterlockQuestion, conditions: Conditions): Finding {
  return { find: interlocks(question, conditions), list: fixed('[count(other)]') };
}

function interlocks(question: InterlockQuestion, conditions: Conditions): StatementText {
  const { slug, otherTypes } = question;
  const others = otherTypes ? [statement`other.type IN ${otherTypes}`] : [];
  return statement`
    MATCH (x:Entity {slug: ${slug}}) USING INDEX SEEK x:Entity(slug)
    ${hopTo('x', 'witness', question, conditions, [])}
    WITH DISTINCT x, witness WHERE witness <> x
    ${hopTo('other', 'witness', question, conditions, others)} AND other <> x AND other <> witness
    WITH other, count(DISTINCT witness) AS weight`;
}

/** Each row: the other, and its page as pairs of a witness’ slug and the keys of the relations. */
export function witnessPages(
  others: Keys,
  question: InterlockQuestion,
  page: PageRequest,
  conditions: Conditions,
): Finding {
  const values = [fixed('witness.slug')];
  const places = placeConditions(values, page);
  return {
    find: statement`
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
    list: fixed('collect([slug, found])'),
  };
}

/** Matches the relations `r` of an entity with a witness. */
function hopTo(
  near: string,
  witness: string,
  { types, direction, filter }: Following,
  conditions: Conditions,
  others: readonly StatementText[],
): StatementText {
  const pattern = relationPattern(near, `r${conditions.typePattern(types)}`, witness, direction);
  const all = [...conditions.relation('r', witness, direction, types, filter), ...others];
  return statement`MATCH ${fixed(pattern)} WHERE ${allOf(all)}`;
}
