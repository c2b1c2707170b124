import type { EntityType } from '../../vocabulary/entity-types.js';
import type { Direction, Vocabulary } from '../../vocabulary/vocabulary.js';
import { relationOrderValues } from '../orders.js';
import type { PageRequest, RecordParts, RelatedQuestion } from '../reading.js';
import type { Keyset } from '../../model/records.js';
import { type Sql, allOf, raw, sql } from '../engine/query-text.js';
import { relationPattern, type Conditions, type Way } from './conditions.js';
import { placeConditions, presence, top } from './pages.js';
import type { Rows } from './rows.js';
import type { Finding, Keys } from './step.js';

/** Each row: a slug, and its page as pairs of a relation and the entity at its other end. */
export function relatedPage(
  slugs: Keys,
  question: RelatedQuestion,
  page: PageRequest,
  parts: Partial<RecordParts>,
  conditions: Conditions,
  rows: Rows,
): Finding {
  const { types, direction, order } = question;
  const type = conditions.oneType(types);
  const found =
    type !== null && direction !== null && order.by === 'SLUG'
      ? relatedInOrder(type, direction, question, page, conditions)
      : relatedSorted(question, page, conditions);
  const far =
    type === null || direction === null
      ? undefined
      : farTypes(type, direction, conditions.vocabulary);
  return {
    find: sql`
    UNWIND ${slugs} AS slug
    CALL (slug) {
      ${found}
      RETURN collect([${rows.relation('r', parts.relation, type === null ? undefined : [type])}, ${rows.entity('far', parts.entity, far)}]) AS found
    }`,
    list: raw('collect([slug, found])'),
  };
}

/** From the index of the type that has both ends' slugs: however many there are, a page is a seek. */
function relatedInOrder(
  type: string,
  way: Direction,
  { types, filter, order }: RelatedQuestion,
  page: PageRequest,
  conditions: Conditions,
): Sql {
  const [near, far] = way === 'FORWARD' ? ['fromSlug', 'toSlug'] : ['toSlug', 'fromSlug'];
  const values = [raw(`r.${far}`), raw('r.key')];
  const places = placeConditions(values, withoutType(page), order.descending);
  const all = [
    raw(`r.${near} = slug`),
    ...presence(values.slice(0, 1), places),
    ...places,
    ...conditions.relation('r', 'far', way, types, filter),
  ];
  return sql`
    MATCH ${raw(relationPattern('', `r:${type}`, 'far', way))}
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
    ...placeConditions(values, page, order.descending),
    ...conditions.relation('r', 'far', direction, types, filter),
  ];
  const pattern = relationPattern('n', `r${conditions.typePattern(types)}`, 'far', direction);
  return sql`
    MATCH (n:Entity {slug: slug}) USING INDEX SEEK n:Entity(slug)
    WITH n MATCH ${raw(pattern)}
    WHERE ${allOf(all)} ${top('r, far', values, page, order.descending)}`;
}

function orderValue(name: string, way: Way): Sql {
  if (name === 'type') return raw('type(r)');
  if (name !== 'far') return raw(`r.${name}`);
  return raw({ FORWARD: 'r.toSlug', BACKWARD: 'r.fromSlug', EITHER: 'far.slug' }[way ?? 'EITHER']);
}

export function relatedCount(
  slugs: Keys,
  { types, direction, filter }: RelatedQuestion,
  conditions: Conditions,
): Finding {
  const all = conditions.relation('r', 'far', direction, types, filter);
  const type = conditions.typePattern(types);
  // Without conditions and with nothing said of the far end, the node itself knows the number.
  const count =
    all.length === 0
      ? raw(`COUNT { ${relationPattern('n', type, '', direction)} }`)
      : sql`COUNT { MATCH ${raw(relationPattern('n', `r${type}`, 'far', direction))} WHERE ${allOf(all)} }`;
  return {
    find: sql`
    UNWIND ${slugs} AS slug MATCH (n:Entity {slug: slug}) USING INDEX SEEK n:Entity(slug)`,
    list: sql`collect([slug, ${count}])`,
  };
}

/** A place among relations of one type, which need not be told apart by it. */
function withoutType({ after, before, ...page }: PageRequest): PageRequest {
  const without = ([far = '', , key = '']: Keyset): Keyset => [far, key];
  return {
    ...page,
    ...(after && { after: without(after) }),
    ...(before && { before: without(before) }),
  };
}

function farTypes(type: string, way: Direction, { relationTypes }: Vocabulary): EntityType[] {
  const ends = relationTypes[type]?.ends ?? [];
  return ends.flatMap((end) => (way === 'FORWARD' ? end.to : end.from));
}
