import type { EntityType } from '../../vocabulary/entity-types.js';
import type { Direction, Vocabulary } from '../../vocabulary/vocabulary.js';
import type { KeyedAsk } from '../answering/asks.js';
import { inPageOrder } from '../engine/graph-rows.js';
import { type Sql, allOf, raw, sql } from '../engine/query-text.js';
import type { Values } from '../engine/row-readers.js';
import { relatedKeyset } from '../engine/stored-values.js';
import { relationOrderValues } from '../orders.js';
import type { Keyset, PageRequest, Row } from '../page.js';
import type { RelatedQuestion } from '../reading.js';
import type { RelatedRow } from '../rows.js';
import type { EntityColumns } from './columns.js';
import { relationPattern, type Conditions } from './conditions.js';
import type { EntryContext } from './context.js';
import {
  firstRowsOfOwners,
  keyed,
  ownerPage,
  tuple,
  type KeyedEntry,
  type RecordsByKind,
  type Tuple,
} from './entry.js';
import { keysetConditions, presence, top } from './pages.js';

/** The type and the direction of all relations of a question, where it allows only one of them. */
interface OneWay {
  readonly type: string;
  readonly direction: Direction;
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
  direction?: Direction,
];

type RelatedTuple = Tuple<'relation' | 'entity' | 'keySuffix' | 'type' | 'direction'>;

export function relatedPages(
  { question, page, relation, entity }: KeyedAsk<'related'>,
  context: EntryContext,
): KeyedEntry<readonly Row<RelatedRow>[]> {
  const conditions = context.conditions();
  const oneWay = oneWayOf(question, conditions);
  const types = oneWay ? [oneWay.type] : undefined;
  const relations = context.columns.relation('r', relation, types, { key: true });
  const entities = context.columns.entity(
    'far',
    entity,
    farTypes(question, oneWay, context.vocabulary),
  );
  const row = relatedTuple(relations.list, entities.list, oneWay);
  const read = (near: string, values: RelatedValues): Row<RelatedRow> => {
    const [relationValues, entityValues, suffix, type = '', direction = 'FORWARD'] = values;
    const far = entities.read(entityValues);
    const key = keyBetween(near, far.slug, oneWay ?? { type, direction }) + suffix;
    const item = { relation: relations.read(relationValues, key), entity: far };
    return { item, keyset: relatedKeyset(item, question.order) };
  };
  return keyed<
    readonly [slug: string, found: readonly RelatedValues[]],
    readonly Row<RelatedRow>[]
  >({
    find: (slugs) => sql`
      UNWIND ${slugs} AS owner
      CALL (owner) {
        ${oneWay && question.order.by === 'SLUG' ? relatedInOrder(oneWay, question, page, conditions) : relatedSorted(question, page, conditions)}
        RETURN collect(${row.list}) AS found
      }`,
    list: sql`collect(${ownerPage.list})`,
    read: ([near, found]) => inPageOrder(found, page).map((values) => read(near, values)),
    recordsEach: page.limit,
    records: recordsOf(row, entities, oneWay, page),
  });
}

function relatedTuple(relation: Sql, entity: Sql, oneWay: OneWay | null): RelatedTuple {
  const slugs = 'size(owner) + size(far.slug)';
  const type = oneWay ? String(oneWay.type.length) : 'size(type(r))';
  const keySuffix = raw(`substring(r.key, ${slugs} + ${type} + 2)`);
  const isForward = raw("CASE startNode(r) WHEN far THEN 'BACKWARD' ELSE 'FORWARD' END");
  const others = oneWay ? {} : { type: raw('type(r)'), direction: isForward };
  return tuple({ relation, entity, keySuffix, ...others });
}

function keyBetween(near: string, far: string, { type, direction }: OneWay): string {
  const [from, to] = direction === 'FORWARD' ? [near, far] : [far, near];
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
  const ofEntity = (field: 'slug' | 'type'): string | undefined =>
    entities.valueOf(row.at('row', 'entity'), field);
  const near = ownerPage.at('owner', 'owner');
  const far = ofEntity('slug') ?? 'null';
  const isForward = oneWay
    ? String(oneWay.direction === 'FORWARD')
    : `${row.at('row', 'direction')} = 'FORWARD'`;
  const fromSlug = `CASE WHEN ${isForward} THEN ${near} ELSE ${far} END`;
  const toSlug = `CASE WHEN ${isForward} THEN ${far} ELSE ${near} END`;
  const type = oneWay ? `'${oneWay.type}'` : row.at('row', 'type');
  const key = `${fromSlug} + '~' + ${type} + '~' + ${toSlug} + ${row.at('row', 'keySuffix')}`;
  const ofRelation: Readonly<Record<string, string>> = { key, fromSlug, toSlug };
  return {
    relation: { unwind, valueOf: (field) => ofRelation[field] },
    entity: {
      unwind,
      valueOf: (field) => (field === 'slug' || field === 'type' ? ofEntity(field) : undefined),
    },
  };
}

function oneWayOf({ types, direction }: RelatedQuestion, conditions: Conditions): OneWay | null {
  const type = conditions.oneType(types);
  return type === null || direction === null ? null : { type, direction };
}

/** From the index of the type that has both ends' slugs: however many there are, a page is a seek. */
function relatedInOrder(
  { type, direction }: OneWay,
  { types, filter, order }: RelatedQuestion,
  page: PageRequest,
  conditions: Conditions,
): Sql {
  const [near, far] = direction === 'FORWARD' ? ['fromSlug', 'toSlug'] : ['toSlug', 'fromSlug'];
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
  const conditions = context.conditions();
  const all = conditions.relation('r', 'far', direction, types, filter);
  const type = conditions.typePattern(types);
  // Without conditions and with nothing said of the far end, the node itself knows the number.
  const count =
    all.length === 0
      ? raw(`COUNT { ${relationPattern('n', type, '', direction)} }`)
      : sql`COUNT { MATCH ${raw(relationPattern('n', `r${type}`, 'far', direction))} WHERE ${allOf(all)} }`;
  return keyed<readonly [slug: string, count: number], number>({
    find: (slugs) => sql`
      UNWIND ${slugs} AS slug MATCH (n:Entity {slug: slug}) USING INDEX SEEK n:Entity(slug)`,
    list: sql`collect([slug, ${count}])`,
    read: ([, found]) => found,
  });
}

/** A keyset among relations of one type, which need not be told apart by it. */
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
  const ofEnds = ends.flatMap((end) => (oneWay.direction === 'FORWARD' ? end.to : end.from));
  return entityTypes ? ofEnds.filter((type) => entityTypes.includes(type)) : ofEnds;
}
