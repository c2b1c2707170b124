import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { Transaction } from '../store/store.js';
import { storeChanges, type ChangeSet } from './change-set.js';
import { deriveAttestations } from './derived/attestations.js';
import { deriveDegrees } from './derived/degrees.js';
import { addEditors } from './derived/editors.js';
import { recomputeShownValues } from './derived/shown-values.js';
import { deriveTimes } from './derived/times.js';
import { keyOfEntry, type Entries, type EntrySet } from './entries.js';
import { mergeEntity, newEntity } from './merging-entities.js';
import { mergeRelation, newRelation } from './merging-relations.js';
import { mergeSource } from './merging-sources.js';
import { slicesOf } from './slices.js';
import { WorkingGraph } from './working-graph.js';

/** The number of entries that one written slice takes from the set, and its changes. */
export interface WrittenSlice {
  readonly entryCount: number;
  readonly changes: ChangeSet;
}

/**
 * Writes a set of checked entries into the graph, slice by slice. Nobody but the transaction sees
 * the graph between two slices. Every change of the graph takes these steps:
 *
 *   1. load the records that the entries refer to (working-graph.ts);
 *   2. merge each entry into its record (merging-*.ts);
 *   3. recompute the derived values of these records and of others (derived/);
 *   4. apply the difference to the store (change-set.ts).
 *
 * `onSlice` is called after each slice.
 */
export async function writeEntries(
  transaction: Transaction,
  set: EntrySet,
  vocabulary: Vocabulary,
  onSlice: (slice: WrittenSlice) => void,
): Promise<void> {
  for await (const { entries, entryCount } of slicesOf(set)) {
    const graph = new WorkingGraph(transaction);
    await loadRecords(graph, entries, vocabulary);
    mergeEntries(graph, entries, vocabulary);
    await deriveFrom(graph, vocabulary);
    const changes = graph.changes();
    await transaction.apply(storeChanges(changes));
    onSlice({ entryCount, changes });
  }
}

async function loadRecords(
  graph: WorkingGraph,
  { sources = [], entities = [], relations = [] }: Entries,
  vocabulary: Vocabulary,
): Promise<void> {
  const keys = relations.map((relation) => keyOfEntry(relation, vocabulary));
  const slugs = entities.map((entity) => entity.slug);
  const cited = [...entities, ...relations].flatMap((entry) =>
    (entry.evidence ?? []).map((piece) => piece.source),
  );
  await graph.sources.load([...sources.map((source) => source.slug), ...cited]);
  await graph.entities.load([...slugs, ...relations.flatMap(({ from, to }) => [from, to])]);
  await graph.relations.load(keys);
  await graph.loadEvidence([...slugs, ...keys]);
}

function mergeEntries(
  graph: WorkingGraph,
  { sources = [], entities = [], relations = [] }: Entries,
  vocabulary: Vocabulary,
): void {
  for (const entry of sources) {
    graph.sources.put(mergeSource(entry, graph.sources.get(entry.slug)));
  }
  const context = { vocabulary, sources: graph.sources.now };
  for (const entry of entities) {
    const before = graph.entity(entry.slug) ?? newEntity(entry);
    graph.putEntity(mergeEntity(entry, before, context));
  }
  for (const entry of relations) {
    const key = keyOfEntry(entry, vocabulary);
    const before = graph.relation(key) ?? newRelation(key, entry, graph.entities.now);
    graph.putRelation(mergeRelation(entry, before, context));
  }
}

/**
 * Recomputes derived values. The order matters: shown values decide times, and each step uses the
 * changes of the steps before it.
 */
async function deriveFrom(graph: WorkingGraph, vocabulary: Vocabulary): Promise<void> {
  await recomputeShownValues(graph, vocabulary);
  await addEditors(graph, vocabulary);
  await deriveTimes(graph, vocabulary);
  deriveAttestations(graph);
  deriveDegrees(graph);
}
