import type { WorkingGraph } from '../working-graph.js';

/**
 * By how much the degrees of entities change through the relations that are added and removed. They
 * are added up over all slices, so that an entity is written once, however many of its relations are.
 */
export class DegreeChanges {
  private readonly bySlug = new Map<string, number>();

  /** Counts the new and the removed relations of a slice. A relation to itself counts once. */
  count({ relations }: WorkingGraph): void {
    for (const [key, relation] of relations.now)
      if (!relations.before.has(key)) this.add(relation, 1);
    for (const relation of relations.removedRecords()) this.add(relation, -1);
  }

  /** The entities whose degree is another one than before. */
  slugs(): string[] {
    return [...this.bySlug].filter(([, by]) => by !== 0).map(([slug]) => slug);
  }

  /** Puts the degrees of those of the entities that are there. */
  async derive({ entities }: WorkingGraph, slugs: readonly string[]): Promise<void> {
    await entities.load(slugs);
    for (const slug of slugs) {
      const entity = entities.get(slug);
      if (entity) entities.put({ ...entity, degree: entity.degree + (this.bySlug.get(slug) ?? 0) });
    }
  }

  private add(ends: { readonly fromSlug: string; readonly toSlug: string }, by: number): void {
    for (const slug of new Set([ends.fromSlug, ends.toSlug]))
      this.bySlug.set(slug, (this.bySlug.get(slug) ?? 0) + by);
  }
}
