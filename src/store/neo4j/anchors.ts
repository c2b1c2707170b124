import type { EntityConditions, RelatedCondition } from '../reading.js';
import { type Sql, allOf, join, raw, sql } from '../engine/query-text.js';
import type { Conditions } from './conditions.js';

/** What binds each entity that can match once, and what must hold of it besides. */
export interface Anchored {
  readonly match: Sql;
  readonly conditions: readonly Sql[];
}

/**
 * Finds the entities `n` that match from slugs in the filter: where a chain of related entities ends
 * in slugs, the few entities that it leads to are found from there, and the chain is not checked for
 * all entities. The same holds for several chains of which one must match. Null where no condition
 * that must hold names a slug.
 */
export function anchor(
  n: string,
  filter: EntityConditions,
  conditions: Conditions,
): Anchored | null {
  const parts = conjuncts(filter);
  const index = anchorIndex(parts);
  const start = parts[index];
  if (!start) return null;
  const others = parts.filter((_, one) => one !== index).map((part) => conditions.entity(n, part));
  if (start.slugs) {
    return {
      match: sql`MATCH (${raw(n)}:Entity) USING INDEX SEEK ${raw(n)}:Entity(slug)
        WHERE ${raw(n)}.slug IN ${start.slugs}`,
      conditions: others,
    };
  }
  const related = start.related?.[0];
  if (related) return { match: reach(n, related, conditions), conditions: others };
  const branches = (start.or ?? []).flatMap((branch) => anchor(n, branch, conditions) ?? []);
  return { match: oneOf(n, branches), conditions: others };
}

/** Binds each entity `n` once that one of the branches leads to. */
function oneOf(n: string, branches: readonly Anchored[]): Sql {
  const found = branches.map(
    (branch) => sql`${branch.match} ${distinct(n, branch.conditions)} RETURN ${raw(n)}`,
  );
  return sql`CALL () { ${join(found, ' UNION ')} }`;
}

/** Binds each entity `n` once that is related to an entity that a slug leads to. */
function reach(n: string, related: RelatedCondition, conditions: Conditions): Sql {
  const far = conditions.variable();
  const start = anchor(far, related.entity, conditions);
  if (!start) throw new Error('A chain of related entities has no anchor.');
  const hop = conditions.hop(n, far, related);
  return join(
    [
      start.match,
      distinct(far, start.conditions),
      sql`MATCH ${hop.pattern} WHERE ${allOf(hop.conditions)}`,
      distinct(n, []),
    ],
    ' ',
  );
}

function distinct(variable: string, conditions: readonly Sql[]): Sql {
  const all = conditions.length === 0 ? raw('') : sql` WHERE ${allOf(conditions)}`;
  return sql`WITH DISTINCT ${raw(variable)}${all}`;
}

/** What must hold, each apart, with what stands in `and` as if it stood beside it. */
function conjuncts({ and, related, ...others }: EntityConditions): EntityConditions[] {
  return [
    ...Object.entries(others).map(([name, value]) => ({ [name]: value })),
    ...(related ?? []).map((condition) => ({ related: [condition] })),
    ...(and ?? []).flatMap(conjuncts),
  ];
}

/** The index of the part that anchors the others: best slugs, then one chain. -1 for none. */
function anchorIndex(parts: readonly EntityConditions[]): number {
  const kinds: ((part: EntityConditions) => boolean)[] = [
    ({ slugs }) => slugs !== undefined,
    ({ related = [] }) => related.some(leadsToSlug),
    ({ or = [] }) => or.length > 0 && or.every(isAnchored),
  ];
  const indexes = kinds.map((isOfKind) => parts.findIndex(isOfKind));
  return indexes.find((index) => index >= 0) ?? -1;
}

function isAnchored(filter: EntityConditions): boolean {
  return anchorIndex(conjuncts(filter)) >= 0;
}

function leadsToSlug({ quantifier, atLeast, entity }: RelatedCondition): boolean {
  return quantifier === 'SOME' && atLeast <= 1 && isAnchored(entity);
}
