import type { WorkingGraph } from '../working-graph.js';

/**
 * Adds the new relations to the degrees of their ends. A relation of an entity with itself adds 1.
 */
export function deriveDegrees({ entities, relations }: WorkingGraph): void {
  for (const [key, { fromSlug, toSlug }] of relations.now) {
    if (relations.before.has(key)) continue;
    for (const slug of new Set([fromSlug, toSlug])) {
      const entity = entities.get(slug);
      if (entity) entities.put({ ...entity, degree: entity.degree + 1 });
    }
  }
}
