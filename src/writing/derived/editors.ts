import { EDITORIAL_SOURCE } from '../../model/attestation.js';
import { EDITORS, editorialSource, editorsEntry } from '../editorial.js';
import { emptyEntity, mergeEntity } from '../merging-entities.js';
import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import { mergeSource } from '../merging-sources.js';
import type { WorkingGraph } from '../working-graph.js';

/** Adds the editors as a source, and as its publisher, when evidence first cites them. */
export async function addEditors(graph: WorkingGraph, vocabulary: Vocabulary): Promise<void> {
  const { sources, entities } = graph;
  if (!graph.evidence.cites(EDITORIAL_SOURCE)) return;
  await sources.load([EDITORIAL_SOURCE]);
  if (sources.get(EDITORIAL_SOURCE)) return;
  sources.put(mergeSource([editorialSource]));
  await entities.load([EDITORS]);
  if (!entities.get(EDITORS)) await putEditors(graph, vocabulary);
}

/** Puts the editors of whom no document says anything. */
export async function putEditors(graph: WorkingGraph, vocabulary: Vocabulary): Promise<void> {
  await graph.entities.load([EDITORS]);
  await graph.loadEvidence([EDITORS]);
  const before = graph.entities.get(EDITORS) ?? {
    ...emptyEntity(EDITORS, editorsEntry.entry.type),
    version: 1,
  };
  const context = { vocabulary, sources: graph.sources.now };
  graph.putEntity(mergeEntity([editorsEntry], before, context));
}
