import type { EntityType } from '../../vocabulary/entity-types.js';
import type { Direction, Vocabulary } from '../../vocabulary/vocabulary.js';
import { inPageOrder } from '../engine/graph-rows.js';
import { orderBy, readsDown } from '../engine/ordering.js';
import { type Sql, allOf, raw, sql } from '../engine/query-text.js';
import type { Values } from '../engine/row-readers.js';
import { relatedKeyset } from '../engine/stored-values.js';
import { relationOrderValues } from '../orders.js';
import type { PageRequest } from '../page.js';
import type { EntityPart, Following, RelatedQuestion } from '../reading.js';
import { forEachKey } from './by-key.js';
import { entityColumns, relationColumns } from './columns.js';
import { directionsOf, endColumns, storedColumn } from './conditions.js';
import { conditionsOf, countOfRelated, hasStoredCounts } from './count-of-related.js';
import { onlyType } from './entities.js';
import type { KeyedKinds } from './entry.js';
import { firstOf, keysetColumns, keysetConditions, keysetNames } from './pages.js';

/** The entity whose relations are read. */
const OWNER = raw('k.value');

export const relatedKinds = {
  async related({ query, vocabulary }, ask, slugs) {
    const { question, page } = ask;
    const { descending } = question.order;
    const down = readsDown(descending, page);
    const names = relationOrderValues(question.order);
    const relation = relationColumns(ask.relation);
    const entity = entityColumns(ask.entity, onlyType(farTypes(question, vocabulary)));
    const limit = page.limit + 1;
    const pages = directionsOf(question.direction).map((direction) => {
      const values = names.map((name) => relationColumn(name, direction));
      const conditions = [
        ...conditionsOf(OWNER, question, direction, vocabulary),
        ...keysetConditions(values, page, descending),
      ];
      const far = farEntity(direction, ask.entity, entity.selected);
      return sql`
        SELECT ${relation.selected}, ${far.selected}, ${keysetColumns(values)} FROM ${far.from}
        WHERE ${allOf(conditions)} ORDER BY ${orderBy(values, down)} LIMIT ${limit}`;
    });
    const found = await query<[string, [Values, Values][]][]>(
      forEachKey(
        slugs,
        sql`
          SELECT json_group_array(json_array(${relation.json}, ${entity.json}))
          FROM (${firstOf(pages, keysetNames(names.length), down, limit)})`,
      ),
      rowsOfPages(slugs, question, page),
    );
    const rowOf = ([relationValues, entityValues]: [Values, Values]) => {
      const item = { relation: relation.read(relationValues), entity: entity.read(entityValues) };
      return { item, keyset: relatedKeyset(item, question.order) };
    };
    return new Map(found.map(([slug, rows]) => [slug, inPageOrder(rows, page).map(rowOf)]));
  },

  async 'count of related'({ query, vocabulary }, { question }, slugs) {
    const count = sql`SELECT ${countOfRelated(OWNER, question, vocabulary)}`;
    const typeCount = (question.types ?? vocabulary.relationTypeNames).length;
    const rows = hasStoredCounts(question) ? slugs.length * typeCount : undefined;
    return new Map(await query<[string, number][]>(forEachKey(slugs, count), rows));
  },
} satisfies Partial<KeyedKinds>;

/** Joins the far entity only if more than its slug and its type is selected. */
function farEntity(
  direction: Direction,
  parts: readonly EntityPart[],
  selected: Sql,
): { readonly from: Sql; readonly selected: Sql } {
  const { far, farType } = endColumns(direction);
  if (parts.length === 0)
    return { from: raw('relation r'), selected: raw(`r.${far} AS e_slug, r.${farType} AS e_type`) };
  return { from: raw(`relation r JOIN entity e ON e.slug = r.${far}`), selected };
}

/** Returns the types that the far entities may have; undefined for all. */
function farTypes(
  { types, direction, filter }: Following,
  { relationTypes }: Vocabulary,
): readonly EntityType[] | undefined {
  if (filter.entityTypes) return filter.entityTypes;
  const far = types?.flatMap((type) =>
    directionsOf(direction).flatMap((one) =>
      (relationTypes[type]?.ends ?? []).flatMap(({ from, to }) => (one === 'FORWARD' ? to : from)),
    ),
  );
  return far && [...new Set(far)];
}

/**
 * Returns how many rows the pages read: only those that they return if an index has their order.
 */
function rowsOfPages(
  slugs: readonly string[],
  { types, direction, filter, order }: RelatedQuestion,
  page: PageRequest,
): number {
  const isInOrder =
    order.by === 'SLUG' &&
    types?.length === 1 &&
    direction !== null &&
    Object.keys(filter).length === 0;
  return isInOrder ? slugs.length * (page.limit + 1) : Infinity;
}

function relationColumn(name: string, direction: Direction): Sql {
  return raw(`r.${name === 'far' ? endColumns(direction).far : storedColumn(name)}`);
}
