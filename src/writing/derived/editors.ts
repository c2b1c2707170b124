import { EDITORIAL_SOURCE } from '../../model/attestation.js';
import { EDITORS, editorialSource, editorsEntry } from '../editorial.js';
import { emptyEntity, mergeEntity } from '../merging-entities.js';
import type { MergeContext } from '../merging-values.js';
import { mergeSource } from '../merging-sources.js';
import type { WorkingGraph } from '../working-graph.js';

/** Adds the editors as a source, and as its publisher, when evidence first cites them. */
export async function addEditors(
  graph: WorkingGraph,
  { vocabulary }: Pick<MergeContext, 'vocabulary'>,
): Promise<void> {
  const { sources, entities } = graph;
  if (!graph.evidence.cites(EDITORIAL_SOURCE)) return;
  await sources.load([EDITORIAL_SOURCE]);
  if (sources.get(EDITORIAL_SOURCE)) return;
  sources.put(mergeSource([editorialSource]));
  await entities.load([EDITORS]);
  if (entities.get(EDITORS)) return;
  const empty = emptyEntity(EDITORS, editorsEntry.entry.type);
  const context = { vocabulary, sources: sources.now };
  graph.putEntity(mergeEntity([editorsEntry], { ...empty, version: 1 }, context));
}
