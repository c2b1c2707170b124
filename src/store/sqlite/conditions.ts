import { EDITORIAL_SOURCE } from '../../model/attestation.js';
import type { Direction, Vocabulary } from '../../vocabulary/vocabulary.js';
import type {
  DuringCondition,
  EntityConditions,
  Following,
  RelatedCondition,
  RelationConditions,
} from '../reading.js';
import { type Sql, allOf, join, raw, sql } from '../engine/query-text.js';

/**
 * Passes a list of values as one parameter, so that the query's text does not depend on its length.
 */
export function inList(column: Sql, values: readonly string[]): Sql {
  return sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`;
}

/**
 * Returns the columns of the near and of the far end of a relation that is followed in a direction.
 */
export function endColumns(
  direction: Direction,
): Readonly<Record<'near' | 'nearType' | 'far' | 'farType', string>> {
  return direction === 'FORWARD'
    ? { near: 'from_slug', nearType: 'from_type', far: 'to_slug', farType: 'to_type' }
    : { near: 'to_slug', nearType: 'to_type', far: 'from_slug', farType: 'from_type' };
}

/** Returns the directions that a question follows; null stands for both. */
export function directionsOf(direction: Direction | null): readonly Direction[] {
  return direction === null ? ['FORWARD', 'BACKWARD'] : [direction];
}

/** Returns the column of a value that orders compare (orders.ts). */
export function storedColumn(orderValue: string): string {
  return storedColumns[orderValue] ?? orderValue;
}

const storedColumns: Readonly<Record<string, string>> = {
  dateFirst: 'date_first',
  startEarliest: 'start_earliest',
};

/** Returns a query of the slugs that the relations of these entities lead to, each once. */
export function farSlugs(
  slugs: readonly string[],
  { types, direction, filter }: Following,
  vocabulary: Vocabulary,
): Sql {
  const each = directionsOf(direction).map((one) => {
    const { near, far } = endColumns(one);
    const condition = new Conditions(vocabulary).relation('r', one, types, filter);
    return sql`
      SELECT r.${raw(far)} AS slug FROM relation r
      WHERE ${inList(raw(`r.${near}`), slugs)} AND ${condition}`;
  });
  return join(each, ' UNION ');
}

/** Builds the SQL conditions of filters. Every condition is true or false, never null. */
export class Conditions {
  private aliases = 0;

  constructor(private readonly vocabulary: Vocabulary) {}

  /** Returns a condition of the relation `alias`, which is followed in the direction. */
  relation(
    alias: string,
    direction: Direction,
    types: readonly string[] | null,
    filter: RelationConditions,
  ): Sql {
    const column = (name: string): Sql => raw(`${alias}.${name}`);
    const parts: Sql[] = [];
    if (types) parts.push(typeCondition(column('type'), types));
    if (filter.entityTypes)
      parts.push(inList(column(endColumns(direction).farType), filter.entityTypes));
    for (const [property, values] of Object.entries(filter.values ?? {})) {
      parts.push(this.value(alias, types, property, values));
    }
    if (filter.during) parts.push(during(alias, filter.during));
    if (filter.began) parts.push(began(alias, filter.began));
    const ofSupport = supportConditions(column, filter);
    if (filter.included && ofSupport.length > 0)
      parts.push(sql`(${allOf(ofSupport)} OR ${inList(column('key'), filter.included)})`);
    else parts.push(...ofSupport);
    if (filter.excluded) parts.push(sql`NOT ${inList(column('key'), filter.excluded)}`);
    return allOf(parts);
  }

  /** A qualifier has a column, and so an index; other properties are read from JSON. */
  private value(
    alias: string,
    types: readonly string[] | null,
    property: string,
    values: readonly string[],
  ): Sql {
    const qualified = this.vocabulary.relationTypeNames.filter(
      (type) => this.vocabulary.relationType(type).qualifier === property,
    );
    if (types?.every((type) => qualified.includes(type))) {
      return sql`coalesce(${inList(raw(`${alias}.qualifier`), values)}, false)`;
    }
    return ownValue(alias, property, values);
  }

  /** Returns a condition of the entity `alias`. */
  entity(alias: string, conditions: EntityConditions): Sql {
    return this.matching(
      { slug: raw(`${alias}.slug`), type: raw(`${alias}.type`), alias },
      conditions,
    );
  }

  /**
   * Returns the condition of an entity. Nested conditions come first, because SQLite's parser keeps
   * all that precedes them on a stack of 100 entries; the planner chooses the order of evaluation.
   */
  private matching(entity: EntityColumns, conditions: EntityConditions): Sql {
    const { types, slugs, related, and, or, not } = conditions;
    const parts: Sql[] = [];
    for (const one of related ?? []) parts.push(this.related(entity.slug, one));
    for (const one of and ?? []) parts.push(this.matching(entity, one));
    if (or) {
      const branches = or.map((branch) => this.matching(entity, branch));
      parts.push(branches.length === 0 ? raw('false') : sql`(${join(branches, ' OR ')})`);
    }
    if (not) parts.push(sql`NOT ${this.matching(entity, not)}`);
    parts.push(...this.ownColumns(entity, conditions));
    // The plus keeps the planner from using the index of types if each choice leads to few slugs.
    const type = isAnchoredChoice(or) ? sql`+${entity.type}` : entity.type;
    if (types) parts.push(typeCondition(type, types));
    if (slugs) parts.push(inList(entity.slug, slugs));
    return sql`(${allOf(parts)})`;
  }

  /** Returns the conditions on other columns of the entity than its slug and its type. */
  private ownColumns(
    { slug, alias }: EntityColumns,
    { kinds, values, during: range, began: beginning }: EntityConditions,
  ): Sql[] {
    if (!kinds && !values && !range && !beginning) return [];
    const entity = alias ?? `e${++this.aliases}`;
    const parts: Sql[] = [];
    if (kinds) parts.push(sql`coalesce(${inList(raw(`${entity}.kind`), kinds)}, false)`);
    for (const [property, allowed] of Object.entries(values ?? {}))
      parts.push(ownValue(entity, property, allowed));
    if (range) parts.push(during(entity, range));
    if (beginning) parts.push(began(entity, beginning));
    if (alias !== undefined) return parts;
    return [
      sql`EXISTS (SELECT 1 FROM entity ${raw(entity)} WHERE ${raw(entity)}.slug = ${slug} AND ${allOf(parts)})`,
    ];
  }

  private related(slug: Sql, condition: RelatedCondition): Sql {
    const directions = directionsOf(condition.direction);
    if (condition.quantifier === 'EVERY') {
      return allOf(
        directions.map((one) => sql`NOT EXISTS (${this.hop(condition, one, slug, 'unlike')})`),
      );
    }
    if (condition.quantifier === 'SOME' && condition.atLeast > 1) {
      const hops = directions.map((one) => this.hop(condition, one, slug, 'like'));
      return sql`(SELECT count(DISTINCT slug) FROM (${join(hops, ' UNION ALL ')})) >= ${condition.atLeast}`;
    }
    const hops = (near: Sql | null): Sql =>
      join(
        directions.map((one) => this.hop(condition, one, near, 'like')),
        ' UNION ALL ',
      );
    // If the condition names the far end by its slug, the few entities related to it are found
    // first.
    const some = isAnchored(condition)
      ? sql`${slug} IN (${hops(null)})`
      : sql`EXISTS (${hops(slug)})`;
    return condition.quantifier === 'NONE' ? sql`NOT ${some}` : some;
  }

  /**
   * Returns a query of the slugs of far entities that relations lead to from `near`. If `near` is
   * null, returns a query of the near entities of all relations with a matching far entity.
   * `unlike` selects the far entities that do not match.
   */
  private hop(
    condition: RelatedCondition,
    direction: Direction,
    near: Sql | null,
    far: 'like' | 'unlike',
  ): Sql {
    const relation = `r${++this.aliases}`;
    const ends = endColumns(direction);
    const farSlug = raw(`${relation}.${ends.far}`);
    const like = this.matching(
      { slug: farSlug, type: raw(`${relation}.${ends.farType}`) },
      condition.entity,
    );
    const parts = [
      far === 'like' ? like : sql`NOT ${like}`,
      this.relation(relation, direction, condition.types, condition.filter),
    ];
    if (near) parts.push(sql`${raw(`${relation}.${ends.near}`)} = ${near}`);
    const answer = near ? farSlug : raw(`${relation}.${ends.near}`);
    return sql`SELECT ${answer} AS slug FROM relation ${raw(relation)} WHERE ${allOf(parts)}`;
  }
}

/** Returns the conditions on how well sources support a relation. */
function supportConditions(
  column: (name: string) => Sql,
  { minPublishers, maxPublishers, minOrigins, maxOrigins, ...filter }: RelationConditions,
): Sql[] {
  const { standing, isContested, sources, publishers } = filter;
  const parts: Sql[] = [];
  if (minPublishers !== undefined)
    parts.push(sql`${column('publisher_count')} >= ${minPublishers}`);
  if (maxPublishers !== undefined)
    parts.push(sql`${column('publisher_count')} <= ${maxPublishers}`);
  if (minOrigins !== undefined) parts.push(sql`${column('origin_count')} >= ${minOrigins}`);
  if (maxOrigins !== undefined) parts.push(sql`${column('origin_count')} <= ${maxOrigins}`);
  if (standing) parts.push(inList(column('standing'), standing));
  if (isContested !== undefined)
    parts.push(sql`${column('is_contested')} = ${Number(isContested)}`);
  const confirmedBy = (isOfThem: Sql): Sql => sql`${column('key')} IN (
    SELECT v.target FROM evidence v WHERE ${isOfThem} AND v.source <> ${EDITORIAL_SOURCE}
      AND v.property = '' AND v.stance = 'CONFIRMS' AND v.inferred = 0)`;
  if (sources) parts.push(confirmedBy(inList(raw('v.source'), sources)));
  if (publishers)
    parts.push(
      confirmedBy(sql`v.source IN (
        SELECT s.slug FROM source s WHERE ${inList(raw('s.publisher'), publishers)})`),
    );
  return parts;
}

function ownValue(alias: string, property: string, values: readonly string[]): Sql {
  return sql`coalesce(${inList(raw(`json_extract(${alias}.properties, '$.${property}')`), values)}, false)`;
}

/** The columns of an entity's slug and type, and the alias of its row if the query joins it. */
interface EntityColumns {
  readonly slug: Sql;
  readonly type: Sql;
  readonly alias?: string;
}

/** Compares a single type by `=`, so that an index can also provide the order within that type. */
function typeCondition(column: Sql, types: readonly string[]): Sql {
  return types.length === 1 ? sql`${column} = ${types[0]}` : inList(column, types);
}

function during(alias: string, { from, to, certainly }: DuringCondition): Sql {
  const [start, end] = certainly
    ? ['start_latest', 'end_earliest']
    : ['start_earliest', 'end_latest'];
  return sql`${raw(`${alias}.${start}`)} <= ${to} AND ${raw(`${alias}.${end}`)} >= ${from}`;
}

function began(alias: string, { from, to, certainly }: DuringCondition): Sql {
  const [first, last] = certainly
    ? ['start_earliest', 'start_latest']
    : ['start_latest', 'start_earliest'];
  return sql`${raw(`${alias}.${first}`)} >= ${from} AND ${raw(`${alias}.${last}`)} <= ${to}`;
}

function isAnchored({ entity }: RelatedCondition): boolean {
  return isAnchoredEntity(entity);
}

/** Returns whether only a few entities can match: those named by slug, or related to such ones. */
export function isAnchoredEntity({ slugs, related, and, or }: EntityConditions): boolean {
  if (slugs || isAnchoredChoice(or)) return true;
  const leads = related?.some(
    (condition) => condition.quantifier === 'SOME' && isAnchored(condition),
  );
  return (leads ?? false) || (and?.some(isAnchoredEntity) ?? false);
}

function isAnchoredChoice(or: EntityConditions['or'] = []): boolean {
  return or.length > 0 && or.every(isAnchoredEntity);
}
