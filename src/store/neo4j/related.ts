import type { EntityType } from '../../vocabulary/entity-types.js';
import type { Direction, Vocabulary } from '../../vocabulary/vocabulary.js';
import type { KeyedAsk } from '../answering/asks.js';
import { inPageOrder } from '../engine/graph-rows.js';
import { type Sql, allOf, raw, sql } from '../engine/query-text.js';
import type { Values } from '../engine/row-readers.js';
import { relatedKeyset } from '../engine/stored-values.js';
import { relationOrderValues } from '../orders.js';
import type { Keyset, PageRequest, Row } from '../page.js';
import type { Following, RelatedQuestion } from '../reading.js';
import type { RelatedRow } from '../rows.js';
import type { EntityColumns } from './columns.js';
import { relationPattern, type Conditions } from './conditions.js';
import type { EntryContext } from './context.js';
import { countingEach, findEach, firstRowsOfOwners, ownerRow, ownerRows } from './entry.js';
import { recordsAt, tuple, type KeyedEntry, type RecordsByKind, type Tuple } from './entry.js';
import { keysetConditions, presence, top } from './pages.js';

/** The type and the direction of all relations of a question, where it allows only one of each. */
interface OneWay {
  readonly type: string;
  readonly isForward: boolean;
}

/**
 * A relation and the entity at its other end. The key of a relation repeats the slugs of both ends
 * and its type, so a row has only what follows them; type and direction where they may differ.
 */
type RelatedValues = readonly [
  relation: Values,
  entity: Values,
  keySuffix: string,
  type?: string,
  isForward?: boolean,
];

type RelatedTuple = Tuple<'relation' | 'entity' | 'keySuffix' | 'type' | 'isForward'>;

export function relatedPages(
  { question, page, relation, entity }: KeyedAsk<'related'>,
  context: EntryContext,
): KeyedEntry<readonly Row<RelatedRow>[]> {
  const conditions = context.conditions();
  const oneWay = oneWayOf(question, conditions);
  const { columns, vocabulary } = context;
  const relations = columns.relation('r', relation, oneWay ? [oneWay.type] : undefined, true);
  const entities = columns.entity('far', entity, farTypes(question, oneWay, vocabulary));
  const row = relatedTuple(relations.list, entities.list, oneWay);
  const inOrder = oneWay && question.order.by === 'SLUG';
  const found = inOrder
    ? relatedInOrder(oneWay, question, page, conditions)
    : relatedSorted(question, page, conditions);
  return {
    find: findEach(sql`${found} RETURN collect(${row.list})`),
    list: ownerRows,
    read: (values) => {
      const [near, rows] = values as readonly [string, readonly RelatedValues[]];
      return inPageOrder(rows, page).map(
        ([ofRelation, ofEntity, suffix, type = '', isForward = true]) => {
          const far = entities.read(ofEntity);
          const key = keyBetween(near, far.slug, oneWay ?? { type, isForward }) + suffix;
          const item = { relation: relations.read(ofRelation, key), entity: far };
          return { item, keyset: relatedKeyset(item, question.order) };
        },
      );
    },
    recordsEach: page.limit,
    records: recordsOf(row, entities, oneWay, page),
  };
}

function relatedTuple(relation: Sql, entity: Sql, oneWay: OneWay | null): RelatedTuple {
  const typeLength = oneWay ? String(oneWay.type.length) : 'size(type(r))';
  const keySuffix = raw(`substring(r.key, size(owner) + size(far.slug) + ${typeLength} + 2)`);
  const others = oneWay ? {} : { type: raw('type(r)'), isForward: raw('startNode(r) <> far') };
  return tuple({ relation, entity, keySuffix, ...others });
}

function keyBetween(near: string, far: string, { type, isForward }: OneWay): string {
  const [from, to] = isForward ? [near, far] : [far, near];
  return `${from}~${type}~${to}`;
}

/** Where the rows have relations and entities; the slugs and the key of a relation are rebuilt. */
function recordsOf(
  row: RelatedTuple,
  entities: EntityColumns,
  oneWay: OneWay | null,
  page: PageRequest,
): RecordsByKind {
  const unwind = firstRowsOfOwners(page.limit);
  const near = ownerRow.at('owner', 'owner');
  const far = entities.valueOf(row.at('row', 'entity'), 'slug') ?? 'null';
  const isForward = oneWay ? String(oneWay.isForward) : `${row.at('row', 'isForward')} = true`;
  const fromSlug = `CASE WHEN ${isForward} THEN ${near} ELSE ${far} END`;
  const toSlug = `CASE WHEN ${isForward} THEN ${far} ELSE ${near} END`;
  const type = oneWay ? `'${oneWay.type}'` : row.at('row', 'type');
  const key = `${fromSlug} + '~' + ${type} + '~' + ${toSlug} + ${row.at('row', 'keySuffix')}`;
  const ofRelation: Readonly<Record<string, string>> = { key, fromSlug, toSlug };
  return {
    relation: { unwind, valueOf: (field) => ofRelation[field] },
    entity: recordsAt(row.at('row', 'entity'), entities, unwind),
  };
}

function oneWayOf({ types, direction }: RelatedQuestion, conditions: Conditions): OneWay | null {
  const type = conditions.oneType(types);
  return type === null || direction === null ? null : { type, isForward: direction === 'FORWARD' };
}

/** From the index of the type that has both ends' slugs: however many there are, a page is a seek. */
function relatedInOrder(
  { type, isForward }: OneWay,
  { types, direction, filter, order }: RelatedQuestion,
  page: PageRequest,
  conditions: Conditions,
): Sql {
  const [near, far] = isForward ? ['fromSlug', 'toSlug'] : ['toSlug', 'fromSlug'];
  const values = [raw(`r.${far}`), raw('r.key')];
  const keysets = keysetConditions(values, withoutType(page), order.descending);
  const all = [
    raw(`r.${near} = owner`),
    ...presence(values.slice(0, 1), keysets),
    ...keysets,
    ...conditions.relation('r', 'far', direction, types, filter),
  ];
  return sql`
    MATCH ${raw(relationPattern('', `r:${type}`, 'far', direction))}
    USING INDEX SEEK ${raw(`r:${type}(${near}, ${far})`)}
    WHERE ${allOf(all)} ${top('r, far', [raw(`r.${near}`), ...values], page, order.descending)}`;
}

function relatedSorted(
  { types, direction, filter, order }: RelatedQuestion,
  page: PageRequest,
  conditions: Conditions,
): Sql {
  const values = relationOrderValues(order).map((name) => orderValue(name, direction));
  const all = [
    ...keysetConditions(values, page, order.descending),
    ...conditions.relation('r', 'far', direction, types, filter),
  ];
  const pattern = relationPattern('n', `r${conditions.typePattern(types)}`, 'far', direction);
  return sql`
    MATCH (n:Entity {slug: owner}) USING INDEX SEEK n:Entity(slug)
    WITH n MATCH ${raw(pattern)}
    WHERE ${allOf(all)} ${top('r, far', values, page, order.descending)}`;
}

function orderValue(name: string, direction: Direction | null): Sql {
  if (name === 'type') return raw('type(r)');
  if (name !== 'far') return raw(`r.${name}`);
  const far = { FORWARD: 'r.toSlug', BACKWARD: 'r.fromSlug', EITHER: 'far.slug' };
  return raw(far[direction ?? 'EITHER']);
}

export function relatedCount(
  { question: { types, direction, filter } }: KeyedAsk<'count of related'>,
  context: EntryContext,
): KeyedEntry<number> {
  const count = countOfRelated('n', { types, direction, filter }, context.conditions());
  return countingEach(
    (slugs) => sql`
      UNWIND ${slugs} AS owner MATCH (n:Entity {slug: owner}) USING INDEX SEEK n:Entity(slug)
      WITH owner, ${count} AS found`,
  );
}

/** The number of relations that a question follows from a node, as an expression. */
export function countOfRelated(
  n: string,
  { types, direction, filter }: Following,
  conditions: Conditions,
): Sql {
  const all = conditions.relation('r', 'far', direction, types, filter);
  const type = conditions.typePattern(types);
  // Without conditions and with nothing said of the far end, the node itself knows the number.
  return all.length === 0
    ? raw(`COUNT { ${relationPattern(n, type, '', direction)} }`)
    : sql`COUNT { MATCH ${raw(relationPattern(n, `r${type}`, 'far', direction))} WHERE ${allOf(all)} }`;
}

/** The keyset among relations of one type, which does not compare the type. */
function withoutType({ after, before, ...page }: PageRequest): PageRequest {
  const without = ([far = '', , key = '']: Keyset): Keyset => [far, key];
  return {
    ...page,
    ...(after && { after: without(after) }),
    ...(before && { before: without(before) }),
  };
}

/** The types that the far ends may have; undefined for all. */
function farTypes(
  { filter: { entityTypes } }: RelatedQuestion,
  oneWay: OneWay | null,
  { relationTypes }: Vocabulary,
): readonly EntityType[] | undefined {
  if (!oneWay) return entityTypes;
  const ends = relationTypes[oneWay.type]?.ends ?? [];
  const ofEnds = ends.flatMap((end) => (oneWay.isForward ? end.to : end.from));
  return entityTypes ? ofEnds.filter((type) => entityTypes.includes(type)) : ofEnds;
}
