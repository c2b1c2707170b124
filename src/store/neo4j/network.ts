import type { FoundNetwork, SingleAsk } from '../answering/asks.js';
import { type Sql, allOf, join, raw, sql } from '../engine/query-text.js';
import type { Values } from '../engine/row-readers.js';
import { ABOUT, amongAll, hasLines, haveRelation, MADE, type NetworkQuestion } from '../reading.js';
import type { Columns } from './columns.js';
import { relationPattern, type Conditions } from './conditions.js';
import type { EntryContext } from './context.js';
import { tuple, type RecordsIn, type SingleEntry } from './entry.js';
import { topOfMany } from './pages.js';

/** About how many relations each entity has with others of its network. */
const RELATIONS_EACH = 10;

/** Whether a row holds an entity or a relation. */
const kinds = { entity: 0, relation: 1 } as const;

type NetworkValues = readonly [kind: (typeof kinds)[keyof typeof kinds], record: Values];

/**
 * Rows of entities, one more than the limit where there are more, and of all relations between those
 * within the limit, in no order. Nodes are compared as such, which takes half as long as by their
 * slugs; none comes with a list until all are found, as in `topOfMany`.
 */
export function network(
  { question, entity, relation }: SingleAsk<'network'>,
  context: EntryContext,
): SingleEntry<FoundNetwork> {
  const { limit } = question;
  const conditions = context.conditions();
  const { types, filter } = amongAll(question);
  const between = conditions.relation('r', 'far', 'FORWARD', types, filter);
  const type = conditions.oneType(types);
  const entities = context.columns.entity('n', entity);
  const relations = context.columns.relation('r', relation, type === null ? undefined : [type]);
  return {
    find: sql`${nodesOf(question, conditions)}
      WITH collect(n) AS found
      CALL (found) {
        WITH found[..${limit}] AS nodes UNWIND nodes AS n
        MATCH (n)-[r${raw(conditions.typePattern(types))}]->(far)
        WHERE far IN nodes AND ${allOf(between)}
        RETURN collect(${rowOf('relation', relations.list).list}) AS relations
      }
      CALL (found) { ${relationsOfLines(question, rowOf('relation', relations.list).list, conditions)} }`,
    list: sql`[n IN found | ${rowOf('entity', entities.list).list}] + relations + ofLines`,
    read: (rows) => {
      const ofKind = (kind: keyof typeof kinds): Values[] =>
        (rows as readonly NetworkValues[])
          .filter(([its]) => its === kinds[kind])
          .map(([, values]) => values);
      return {
        entities: ofKind('entity').map((values) => entities.read(values)),
        relations: ofKind('relation')
          .map((values) => relations.read(values))
          .sort((one, other) => (one.key < other.key ? -1 : 1)),
      };
    },
    recordCount: limit * (1 + RELATIONS_EACH),
    records: {
      entity: { ...recordsOf('entity', entities), count: limit },
      relation: { ...recordsOf('relation', relations), count: limit * RELATIONS_EACH },
    },
  };
}

/** The relations of the statements that are lines between the nodes that were `found`. */
function relationsOfLines(question: NetworkQuestion, row: Sql, conditions: Conditions): Sql {
  if (!hasLines(question)) return raw('RETURN [] AS ofLines');
  const { filter } = amongAll(question);
  const all = [
    sql`far IN nodes AND NOT s IN nodes`,
    ...conditions.relation('m', 's', 'FORWARD', [MADE], filter),
    ...conditions.relation('a', 'far', 'FORWARD', [ABOUT], filter),
  ];
  return sql`
    WITH found[..${question.limit}] AS nodes UNWIND nodes AS n
    MATCH (n)-[m:${raw(MADE)}]->(s)-[a:${raw(ABOUT)}]->(far) WHERE ${allOf(all)}
    UNWIND [m, a] AS r WITH DISTINCT r RETURN collect(${row}) AS ofLines`;
}

function rowOf(kind: keyof typeof kinds, record: Sql) {
  return tuple({ kind: raw(String(kinds[kind])), record });
}

function recordsOf(
  kind: keyof typeof kinds,
  { list, valueOf }: Pick<Columns<unknown>, 'list' | 'valueOf'>,
): RecordsIn {
  const row = rowOf(kind, list);
  return {
    unwind: (table) => sql`
      UNWIND ${raw(table)} AS row WITH row WHERE ${raw(`${row.at('row', 'kind')} = ${kinds[kind]}`)}`,
    valueOf: (field) => valueOf(row.at('row', 'record'), field),
  };
}

/** Finds the nodes `n` of a network in their order. */
function nodesOf(question: NetworkQuestion, conditions: Conditions): Sql {
  const { center, depth, limit } = question;
  if (center === null) return mostRelated(question, conditions);
  const levels = Array.from({ length: depth }, (_, distance) =>
    nextLevel(distance, question, conditions),
  );
  return join([centers(center, limit), ...levels], ' ');
}

function centers(slugs: readonly string[], limit: number): Sql {
  return sql`
    MATCH (n:Entity) USING INDEX SEEK n:Entity(slug) WHERE n.slug IN ${slugs}
    WITH n, 0 AS distance ORDER BY n.degree DESC, n.slug LIMIT ${limit + 1}`;
}

function mostRelated(question: NetworkQuestion, conditions: Conditions): Sql {
  const all = ['n.degree', 'n.slug'].map((value) => raw(`${value} IS NOT NULL`));
  all.push(...conditions.entityParts('n', haveRelation(question)), ...isNode('n', question));
  return sql`
    MATCH (n:Entity) USING INDEX n:Entity(degree, slug) WHERE ${allOf(all)}
    WITH n ORDER BY n.degree DESC, n.slug LIMIT ${question.limit + 1}`;
}

/** The nodes found so far, and those that the nodes at that distance lead to: the nearest of all. */
function nextLevel(distance: number, question: NetworkQuestion, conditions: Conditions): Sql {
  const { types, direction, filter, limit } = question;
  const pattern = relationPattern('n', `r${conditions.typePattern(types)}`, 'far', direction);
  const all = [
    ...conditions.relation('r', 'far', direction, types, filter),
    ...isNode('far', question),
  ];
  const last = raw(String(distance));
  const alongLines = linesFrom('n', question, conditions).map(
    (line) => sql`
      UNION ALL
      WITH n WHERE distance = ${last} ${line}
      RETURN far AS near, ${last} + 1 AS steps`,
  );
  // One number, so that the slugs are the second value: no entity has a billion relations.
  const values = [raw('distance * 1000000000 - n.degree'), raw('n.slug')];
  return sql`
    CALL (n, distance) {
      RETURN n AS near, distance AS steps
      UNION ALL
      WITH n WHERE distance = ${last} MATCH ${raw(pattern)} WHERE ${allOf(all)}
      RETURN far AS near, ${last} + 1 AS steps
      ${join(alongLines, ' ')}
    }
    WITH near AS n, min(steps) AS distance
    ${topOfMany(['n', 'distance'], values, { limit, backward: false })}`;
}

/** The condition that an entity is no statement, where statements are lines. */
function isNode(n: string, { fold }: NetworkQuestion): Sql[] {
  return fold === null ? [] : [sql`${raw(n)}.type <> ${'Statement'}`];
}

/** Finds what `far` statements of a node lead to, from either end. */
function linesFrom(n: string, question: NetworkQuestion, conditions: Conditions): Sql[] {
  if (!hasLines(question)) return [];
  const { center, direction, filter } = question;
  const ofAll = amongAll(question).filter;
  const isLine = [sql`NOT s.slug IN ${center ?? []}`, ...isNode('far', question)];
  const lines = {
    FORWARD: () => {
      const all = [
        ...conditions.relation('m', 's', 'FORWARD', [MADE], ofAll),
        ...conditions.relation('a', 'far', 'FORWARD', [ABOUT], filter),
      ];
      const pattern = raw(`(${n})-[m:${MADE}]->(s)-[a:${ABOUT}]->(far)`);
      return sql`MATCH ${pattern} WHERE ${allOf([...isLine, ...all])}`;
    },
    BACKWARD: () => {
      const all = [
        ...conditions.relation('a', 's', 'BACKWARD', [ABOUT], ofAll),
        ...conditions.relation('m', 'far', 'BACKWARD', [MADE], filter),
      ];
      const pattern = raw(`(${n})<-[a:${ABOUT}]-(s)<-[m:${MADE}]-(far)`);
      return sql`MATCH ${pattern} WHERE ${allOf([...isLine, ...all])}`;
    },
  };
  const directions = direction === null ? (['FORWARD', 'BACKWARD'] as const) : [direction];
  return directions.map((one) => lines[one]());
}
