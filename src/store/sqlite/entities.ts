import type { EntityType } from '../../vocabulary/entity-types.js';
import { raw, sql } from '../engine/query-text.js';
import { entityOrderValues, RELATED_COUNT } from '../orders.js';
import { readByKey } from './by-key.js';
import { entityColumns } from './columns.js';
import { Conditions, inList, isAnchoredEntity, storedColumn } from './conditions.js';
import { countOfRelated } from './count-of-related.js';
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
    // A few entities are sorted after they were found, since an index in the order would read all
    // others too. The plus keeps the planner from using that index.
    const sign = isAnchoredEntity(filter) ? '+' : '';
    const values = entityOrderValues(order).map((name) => raw(`${sign}e.${storedColumn(name)}`));
    const columns = entityColumns(parts, onlyType(filter.types));
    const condition = new Conditions(vocabulary).entity('e', filter);
    const { relations, descending } = order;
    if (relations) {
      const count = countOfRelated(raw('e.slug'), relations, vocabulary);
      // The limit keeps the planner from counting anew wherever the number is compared.
      const counted = sql`(
        SELECT e.*, ${count} AS ${raw(RELATED_COUNT)} FROM entity e WHERE ${condition} LIMIT -1) e`;
      return readPage(query, columns, counted, [], { values, page, descending });
    }
    return readPage(query, columns, raw('entity e'), [condition], { values, page, descending });
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

/** Returns the type of all entities if only one is possible, else undefined. */
export function onlyType(types: readonly EntityType[] | undefined): EntityType | undefined {
  return types?.length === 1 ? types[0] : undefined;
}
