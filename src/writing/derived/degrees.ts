import type { WorkingGraph } from '../working-graph.js';

/**
 * Adds the new relations to the degrees of their ends, which must be loaded, and takes the removed
 * ones off. A relation of an entity with itself counts once.
 */
export function deriveDegrees({ entities, relations }: WorkingGraph): void {
  const count = (ends: { readonly fromSlug: string; readonly toSlug: string }, by: number) => {
    for (const slug of new Set([ends.fromSlug, ends.toSlug])) {
      const entity = entities.get(slug);
      if (entity) entities.put({ ...entity, degree: entity.degree + by });
    }
  };
  for (const [key, relation] of relations.now) {
    if (!relations.before.has(key)) count(relation, 1);
  }
  for (const relation of relations.removedRecords()) count(relation, -1);
}
