import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import { EDITORIAL_SOURCE } from '../../model/attestation.js';
import { editorialSource, editors } from '../editorial.js';
import { mergeEntity, newEntity } from '../merging-entities.js';
import { mergeSource } from '../merging-sources.js';
import type { WorkingGraph } from '../working-graph.js';

/** Adds the editors as a source, and as its publisher, when evidence first cites them. */
export async function addEditors(graph: WorkingGraph, vocabulary: Vocabulary): Promise<void> {
  const { sources, entities } = graph;
  if (!graph.evidence.cites(EDITORIAL_SOURCE)) return;
  await sources.load([EDITORIAL_SOURCE]);
  if (sources.get(EDITORIAL_SOURCE)) return;
  sources.put(mergeSource(editorialSource, undefined));
  await entities.load([editors.slug]);
  if (entities.get(editors.slug)) return;
  graph.putEntity(mergeEntity(editors, newEntity(editors), { vocabulary, sources: sources.now }));
}
