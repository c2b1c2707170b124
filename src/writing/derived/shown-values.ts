import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import type { SourceRecord } from '../../model/records.js';
import { recomputeEntity } from '../merging-entities.js';
import { recomputeRelation } from '../merging-relations.js';
import type { WorkingGraph } from '../working-graph.js';

/** Recomputes the shown values of every target of a source whose weight changed. */
export async function recomputeShownValues(
  graph: WorkingGraph,
  vocabulary: Vocabulary,
): Promise<void> {
  const sources = graph.sources
    .difference()
    .changed.filter(({ before, now }) => weightOf(before) !== weightOf(now))
    .map(({ now }) => now.slug);
  const context = { vocabulary, sources: graph.sources.now };
  for (const target of await graph.loadTargetsOf(sources)) {
    const entity = graph.entity(target);
    const relation = graph.relation(target);
    if (entity) graph.putEntity(recomputeEntity(entity, context));
    if (relation) graph.putRelation(recomputeRelation(relation, context));
  }
}

/** Returns, as text, everything that decides how much the evidence of a source counts. */
function weightOf({ publisherSlug, informerSlugs, publishedAt }: SourceRecord): string {
  return JSON.stringify([publisherSlug, informerSlugs, publishedAt]);
}
