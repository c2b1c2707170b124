import type { Direction, Vocabulary } from '../../vocabulary/vocabulary.js';
import type {
  DuringCondition,
  EntityConditions,
  RelatedCondition,
  RelationConditions,
} from '../reading.js';
import { type Sql, allOf, join, raw, sql } from '../engine/query-text.js';
import { entityPropertyName, relationPropertyName } from './stored-names.js';

/** A pattern between two variables, and what must hold of the relation it finds. */
export interface Hop {
  readonly pattern: Sql;
  readonly conditions: readonly Sql[];
}

// Not literals: the planner would fold the whole condition, and what an index hint needs with it.
const ALWAYS = sql`${true}`;
const NEVER = sql`${false}`;

/** Cypher of filters. Each condition is true or false, never null. */
export class Conditions {
  private variables = 0;

  constructor(readonly vocabulary: Vocabulary) {}

  /** A variable that the query does not have yet. */
  variable(): string {
    return `x${++this.variables}`;
  }

  /** Of an entity `n`, as one. */
  entity(n: string, conditions: EntityConditions): Sql {
    const parts = this.entityParts(n, conditions);
    return parts.length === 0 ? ALWAYS : sql`(${allOf(parts)})`;
  }

  /** Of an entity `n`, all of which must hold. */
  entityParts(n: string, conditions: EntityConditions): Sql[] {
    const parts: Sql[] = [];
    if (conditions.types) parts.push(sql`${raw(n)}.type IN ${conditions.types}`);
    if (conditions.slugs) parts.push(sql`${raw(n)}.slug IN ${conditions.slugs}`);
    if (conditions.kinds) parts.push(known(sql`${raw(n)}.kind IN ${conditions.kinds}`));
    for (const [property, values] of Object.entries(conditions.values ?? {}))
      parts.push(known(sql`${raw(`${n}.${entityPropertyName(property)}`)} IN ${values}`));
    if (conditions.during) parts.push(...during(n, conditions.during));
    if (conditions.began) parts.push(...began(n, conditions.began));
    for (const related of conditions.related ?? []) parts.push(this.related(n, related));
    for (const all of conditions.and ?? []) parts.push(this.entity(n, all));
    if (conditions.or) {
      const branches = conditions.or.map((branch) => this.entity(n, branch));
      parts.push(branches.length === 0 ? NEVER : sql`(${join(branches, ' OR ')})`);
    }
    if (conditions.not) parts.push(sql`NOT ${this.entity(n, conditions.not)}`);
    return parts;
  }

  /** The relations of `near` that are followed that way, null for either, to `far`. */
  hop(
    near: string,
    far: string,
    { types, direction, filter }: Pick<RelatedCondition, 'types' | 'direction' | 'filter'>,
  ): Hop {
    const r = this.variable();
    return {
      pattern: raw(relationPattern(near, `${r}${this.typePattern(types)}`, far, direction)),
      conditions: this.relation(r, far, direction, types, filter),
    };
  }

  /** `:TYPE` where it is one: the server finds the relations of one type without the others. */
  typePattern(types: readonly string[] | null): string {
    const type = this.oneType(types);
    return type === null ? '' : `:${type}`;
  }

  oneType(types: readonly string[] | null): string | null {
    const [type] = types ?? [];
    return type !== undefined && types?.length === 1 && this.vocabulary.relationTypes[type]
      ? type
      : null;
  }

  /** Of a relation `r` that is followed that way to `far`, and found by its type if it is one. */
  relation(
    r: string,
    far: string,
    direction: Direction | null,
    types: readonly string[] | null,
    filter: RelationConditions,
  ): Sql[] {
    const parts: Sql[] = [];
    if (types && this.oneType(types) === null) parts.push(sql`type(${raw(r)}) IN ${types}`);
    if (filter.entityTypes)
      parts.push(sql`${raw(farType(r, far, direction))} IN ${filter.entityTypes}`);
    for (const [property, values] of Object.entries(filter.values ?? {})) {
      if (!this.vocabulary.relationProperties[property]) return [NEVER];
      parts.push(known(sql`${raw(`${r}.${relationPropertyName(property)}`)} IN ${values}`));
    }
    if (filter.during) parts.push(...during(r, filter.during));
    if (filter.began) parts.push(...began(r, filter.began));
    const ofSupport = supportConditions(r, filter);
    if (filter.included && ofSupport.length > 0)
      parts.push(sql`(${allOf(ofSupport)} OR ${raw(r)}.key IN ${filter.included})`);
    else parts.push(...ofSupport);
    if (filter.excluded) parts.push(sql`NOT ${raw(r)}.key IN ${filter.excluded}`);
    return parts;
  }

  private related(n: string, condition: RelatedCondition): Sql {
    const { quantifier, atLeast, entity } = condition;
    const far = this.variable();
    const { pattern, conditions } = this.hop(n, far, condition);
    if (quantifier === 'EVERY') {
      const unlike = sql`NOT ${this.entity(far, entity)}`;
      return sql`NOT EXISTS { MATCH ${pattern} WHERE ${allOf([...conditions, unlike])} }`;
    }
    const all = allOf([...conditions, ...this.entityParts(far, entity)]);
    if (quantifier === 'SOME' && atLeast > 1) {
      return sql`COUNT { MATCH ${pattern} WHERE ${all} RETURN DISTINCT ${raw(far)} } >= ${atLeast}`;
    }
    const some = sql`EXISTS { MATCH ${pattern} WHERE ${all} }`;
    return quantifier === 'NONE' ? sql`NOT ${some}` : some;
  }
}

/** Of how well sources support a relation `r`. */
function supportConditions(
  r: string,
  { minPublishers, maxPublishers, minOrigins, maxOrigins, ...filter }: RelationConditions,
): Sql[] {
  const { standing, isContested, sources, publishers } = filter;
  const property = (name: string): Sql => raw(`${r}.${name}`);
  const parts: Sql[] = [];
  if (minPublishers !== undefined)
    parts.push(sql`${property('publisherCount')} >= ${minPublishers}`);
  if (maxPublishers !== undefined)
    parts.push(sql`${property('publisherCount')} <= ${maxPublishers}`);
  if (minOrigins !== undefined) parts.push(sql`${property('originCount')} >= ${minOrigins}`);
  if (maxOrigins !== undefined) parts.push(sql`${property('originCount')} <= ${maxOrigins}`);
  if (standing) parts.push(sql`${property('standing')} IN ${standing}`);
  if (isContested !== undefined) parts.push(sql`${property('isContested')} = ${isContested}`);
  if (sources) parts.push(sql`any(slug IN ${property('sources')} WHERE slug IN ${sources})`);
  if (publishers)
    parts.push(sql`EXISTS {
      MATCH (s:Source) WHERE s.slug IN ${property('sources')} AND s.publisher IN ${publishers} }`);
  return parts;
}

/** `(near)-[r]->(far)`, or the other way, or either. */
export function relationPattern(
  near: string,
  r: string,
  far: string,
  direction: Direction | null,
): string {
  const [left, right] = { FORWARD: ['-', '->'], BACKWARD: ['<-', '-'], EITHER: ['-', '-'] }[
    direction ?? 'EITHER'
  ];
  return `(${near})${left ?? ''}[${r}]${right ?? ''}(${far})`;
}

function farType(r: string, far: string, direction: Direction | null): string {
  if (direction === null) return `${far}.type`;
  return direction === 'FORWARD' ? `${r}.toType` : `${r}.fromType`;
}

/** What is unknown does not match, and its negation does. */
function known(condition: Sql): Sql {
  return sql`coalesce(${condition}, false)`;
}

function during(variable: string, { from, to, certainly }: DuringCondition): Sql[] {
  const [start, end] = certainly ? ['startLatest', 'endEarliest'] : ['startEarliest', 'endLatest'];
  return [
    sql`${raw(`${variable}.${start}`)} <= ${to}`,
    sql`${raw(`${variable}.${end}`)} >= ${from}`,
  ];
}

function began(variable: string, { from, to, certainly }: DuringCondition): Sql[] {
  const [first, last] = certainly
    ? ['startEarliest', 'startLatest']
    : ['startLatest', 'startEarliest'];
  return [
    sql`${raw(`${variable}.${first}`)} >= ${from}`,
    sql`${raw(`${variable}.${last}`)} <= ${to}`,
  ];
}
