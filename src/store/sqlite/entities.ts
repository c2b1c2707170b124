import type { EntityType } from '../../vocabulary/entity-types.js';
import { raw, sql } from '../engine/query-text.js';
import { entityOrderValues } from '../orders.js';
import { readByKey } from './by-key.js';
import { entityColumns } from './columns.js';
import { Conditions, inList, isAnchoredEntity, storedColumn } from './conditions.js';
import type { KeyedKinds, SingleKinds } from './entry.js';
import { readPage } from './pages.js';

export const keyedEntityKinds = {
  async 'entities by slug'({ query }, { parts }, slugs) {
    return readByKey(query, entityColumns(parts), 'entity e', 'e.slug', slugs, (row) => row.slug);
  },
} satisfies Partial<KeyedKinds>;

export const singleEntityKinds = {
  async 'page of entities'({ query, vocabulary }, { question, page, parts }) {
    const { filter, order } = question;
    // Of few entities all are sorted: an index in the order would lead past all others. The plus
    // keeps the planner from it.
    const sign = isAnchoredEntity(filter) ? '+' : '';
    const values = entityOrderValues(order).map((name) => raw(`${sign}e.${storedColumn(name)}`));
    return readPage(
      query,
      entityColumns(parts, onlyType(filter.types)),
      raw('entity e'),
      [new Conditions(vocabulary).entity('e', filter)],
      { values, page, descending: order.descending },
    );
  },

  async 'count of entities'({ query, vocabulary }, { question: { filter } }) {
    const { types, ...others } = filter;
    if (Object.keys(others).length === 0) {
      const ofTypes = types ? inList(raw('type'), types) : raw('true');
      return query<number>(
        sql`SELECT coalesce(sum(number), 0) FROM tally WHERE kept = 'entity' AND ${ofTypes}`,
      );
    }
    const condition = new Conditions(vocabulary).entity('e', filter);
    return query<number>(sql`SELECT count(*) FROM entity e WHERE ${condition}`);
  },
} satisfies Partial<SingleKinds>;

/** The type that all have, where only one is possible. */
export function onlyType(types: readonly EntityType[] | undefined): EntityType | undefined {
  return types?.length === 1 ? types[0] : undefined;
}
