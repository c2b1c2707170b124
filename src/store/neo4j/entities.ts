import type { EntityType } from '../../vocabulary/entity-types.js';
import type { KeyedAsk, SingleAsk } from '../answering/asks.js';
import { inPageOrder } from '../engine/graph-rows.js';
import { type Sql, allOf, raw, sql } from '../engine/query-text.js';
import type { Values } from '../engine/row-readers.js';
import { entityOrderValues, RELATED_COUNT } from '../orders.js';
import type { PageRequest, Row } from '../page.js';
import type { EntityConditions, EntityQuestion } from '../reading.js';
import type { EntityRow } from '../rows.js';
import { anchor } from './anchors.js';
import type { Conditions } from './conditions.js';
import type { EntryContext } from './context.js';
import { storedCounts } from './counts.js';
import { counting, eachRow, firstRows, recordsAt, tuple } from './entry.js';
import type { KeyedEntry, Keys, SingleEntry } from './entry.js';
import { keysetConditions, presence, top, usingIndex } from './pages.js';
import { countOfRelated } from './related.js';

export function entitiesBySlug(
  { parts }: KeyedAsk<'entities by slug'>,
  { columns }: EntryContext,
): KeyedEntry<EntityRow> {
  const entities = columns.entity('n', parts);
  return {
    find: entitiesOf,
    list: sql`collect(${entities.list})`,
    read: entities.read,
    records: { entity: recordsAt('row', entities, eachRow) },
  };
}

/**
 * From the index, whatever the planner thinks of the graph: it may have planned the query when there
 * was next to nothing to find.
 */
export function entitiesOf(slugs: Keys): Sql {
  return sql`MATCH (n:Entity) USING INDEX SEEK n:Entity(slug) WHERE n.slug IN ${slugs}`;
}

/** An entity and what the order compares of it before its slug: null where that is the slug alone. */
type EntityValues = readonly [entity: Values, compared: string | number | null];

export function entityPage(
  { question, page, parts }: SingleAsk<'page of entities'>,
  context: EntryContext,
): SingleEntry<readonly Row<EntityRow>[]> {
  const { filter, order } = question;
  const { values, kept, found } = entitiesFound(question, page, context.conditions());
  const entities = context.columns.entity('n', parts, filter.types);
  const compared = values.length > 1 ? (values[0] ?? raw('null')) : raw('null');
  const row = tuple({ entity: entities.list, compared });
  return {
    find: sql`${found} ${top(kept, values, page, order.descending)}`,
    list: sql`collect(${row.list})`,
    read: (rows) =>
      inPageOrder(rows as readonly EntityValues[], page).map(([values, first]) => {
        const item = entities.read(values);
        return { item, keyset: first === null ? [item.slug] : [first, item.slug] };
      }),
    recordCount: page.limit,
    records: {
      entity: recordsAt(row.at('row', 'entity'), entities, firstRows(page.limit)),
    },
  };
}

/** Finds the entities `n` between the keysets of a page, with the values that its order compares. */
function entitiesFound(
  { filter, order }: EntityQuestion,
  page: PageRequest,
  conditions: Conditions,
): { readonly values: readonly Sql[]; readonly kept: string; readonly found: Sql } {
  const names = entityOrderValues(order);
  const values = names.map((name) => raw(name === RELATED_COUNT ? name : `n.${name}`));
  const keysets = keysetConditions(values, page, order.descending);
  const anchored = anchor('n', filter, conditions);
  if (order.relations) {
    const count = countOfRelated('n', order.relations, conditions);
    const { label, others } = labelled(filter);
    const all = anchored
      ? sql`${anchored.match} WITH n WHERE ${allOf(anchored.conditions)}`
      : sql`MATCH (n:${raw(label)}) WHERE ${allOf(conditions.entityParts('n', others))}`;
    const found = sql`${all} WITH n, ${count} AS ${raw(RELATED_COUNT)} WHERE ${allOf(keysets)}`;
    return { values, kept: `n, ${RELATED_COUNT}`, found };
  }
  const found = anchored
    ? sql`${anchored.match} WITH n WHERE ${allOf([...anchored.conditions, ...keysets])}`
    : entitiesInOrder(names, values, keysets, filter, conditions);
  return { values, kept: 'n', found };
}

/** From the index that has the order, of the one type where there is one. */
function entitiesInOrder(
  names: readonly string[],
  values: readonly Sql[],
  keysets: readonly Sql[],
  filter: EntityConditions,
  conditions: Conditions,
): Sql {
  const { label, others } = labelled(filter);
  const all = [...presence(values, keysets), ...keysets, ...conditions.entityParts('n', others)];
  return sql`
    MATCH (n:${raw(label)}) ${usingIndex(`n:${label}(${names.join(', ')})`, keysets)}
    WHERE ${allOf(all)}`;
}

export function entityCount(
  { question: { filter } }: SingleAsk<'count of entities'>,
  context: EntryContext,
): SingleEntry<number> {
  const { types, ...conditionsBeside } = filter;
  if (Object.keys(conditionsBeside).length === 0) {
    return storedCounts(context.vocabulary, ({ entities }) =>
      entities.filter(({ type }) => types?.includes(type) ?? true),
    );
  }
  const conditions = context.conditions();
  const anchored = anchor('n', filter, conditions);
  const { label, others } = labelled(filter);
  const find = anchored
    ? sql`${anchored.match} WITH n WHERE ${allOf(anchored.conditions)}`
    : sql`MATCH (n:${raw(label)}) WHERE ${allOf(conditions.entityParts('n', others))}`;
  return counting(find, raw('count(n)'));
}

/** One type is a label, and with it an index of its own; several are compared. */
function labelled(filter: EntityConditions): {
  label: EntityType | 'Entity';
  others: EntityConditions;
} {
  const { types, ...others } = filter;
  const [label] = types ?? [];
  return label !== undefined && types?.length === 1
    ? { label, others }
    : { label: 'Entity', others: filter };
}
