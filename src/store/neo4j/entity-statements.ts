import type { EntityType } from '../../vocabulary/entity-types.js';
import { entityOrderValues } from '../orders.js';
import type { EntityConditions, EntityPart, EntityQuestion, PageRequest } from '../reading.js';
import { type Sql, allOf, raw, sql } from '../engine/query-text.js';
import { anchor } from './anchors.js';
import type { Conditions } from './conditions.js';
import { placeConditions, presence, top, usingIndex } from './pages.js';
import { detailsRow, type Rows } from './rows.js';
import type { Finding, Keys } from './step.js';

/** Each row: the slug, and the entity. */
export function entitiesBySlug(
  slugs: Keys,
  parts: readonly EntityPart[] | undefined,
  rows: Rows,
): Finding {
  const list = sql`collect([n.slug, ${rows.entity('n', parts)}])`;
  return { find: entitiesOf(slugs), list };
}

export function detailsBySlug(slugs: Keys): Finding {
  return { find: entitiesOf(slugs), list: sql`collect([n.slug, ${detailsRow}])` };
}

export function entitiesWithDetails(slugs: Keys, rows: Rows): Finding {
  return {
    find: entitiesOf(slugs),
    list: sql`collect([n.slug, ${rows.entity('n')}, ${detailsRow}])`,
  };
}

/**
 * From the index, whatever the planner thinks of the graph: it may have planned the statement when
 * there was next to nothing to find.
 */
function entitiesOf(slugs: Keys): Sql {
  return sql`MATCH (n:Entity) USING INDEX SEEK n:Entity(slug) WHERE n.slug IN ${slugs}`;
}

/** Each row: the entity, then what its order compares before its slug, or null for its slug alone. */
export function entityPage(
  { filter, order }: EntityQuestion,
  page: PageRequest,
  parts: readonly EntityPart[] | undefined,
  conditions: Conditions,
  rows: Rows,
): Finding {
  const names = entityOrderValues(order);
  const values = names.map((name) => raw(`n.${name}`));
  const places = placeConditions(values, page, order.descending);
  const anchored = anchor('n', filter, conditions);
  const found = anchored
    ? sql`${anchored.match} WITH n WHERE ${allOf([...anchored.conditions, ...places])}`
    : entitiesInOrder(names, values, places, filter, conditions);
  const compared = names.length > 1 ? (values[0] ?? raw('null')) : raw('null');
  return {
    find: sql`${found} ${top('n', values, page, order.descending)}`,
    list: sql`collect([${rows.entity('n', parts, filter.types)}, ${compared}])`,
  };
}

/** From the index that has the order, of the one type where there is one. */
function entitiesInOrder(
  names: readonly string[],
  values: readonly Sql[],
  places: readonly Sql[],
  filter: EntityConditions,
  conditions: Conditions,
): Sql {
  const { label, others } = labelled(filter);
  const all = [...presence(values, places), ...places, ...conditions.entityParts('n', others)];
  return sql`
    MATCH (n:${raw(label)}) ${usingIndex(`n:${label}(${names.join(', ')})`, places)}
    WHERE ${allOf(all)}`;
}

export function entityCount({ filter }: EntityQuestion, conditions: Conditions): Finding {
  const list = raw('[count(n)]');
  const anchored = anchor('n', filter, conditions);
  if (anchored) {
    return { find: sql`${anchored.match} WITH n WHERE ${allOf(anchored.conditions)}`, list };
  }
  const { label, others } = labelled(filter);
  const all = allOf(conditions.entityParts('n', others));
  return { find: sql`MATCH (n:${raw(label)}) WHERE ${all}`, list };
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
