import { limits } from '../limits.js';
import { Bounds } from '../store/bounds.js';
import type { EndsQuestion } from '../store/reading.js';
import type { RelationEnds } from '../store/rows.js';
import type { Store } from '../store/store.js';
import type { Measure, MeasureName, MeasureResult } from './measure.js';
import type { Measuring } from './measuring-threads.js';
import type { MeasuredGraph } from './neighbours.js';
import { SharedWork } from './shared-work.js';

/** The entities and relations that a measure was computed over, and its result. */
export interface Measured<M extends MeasureName = MeasureName> {
  /** The slugs of the entities, by their numbers; so the numbers are in the order of slugs. */
  readonly slugs: readonly string[];
  readonly relationCount: number;
  readonly result: MeasureResult<M>;
}

interface KeptGraph extends MeasuredGraph, Pick<RelationEnds, 'slugs'> {}

/** The entities and relations of all graphs that are kept, and those of all results. */
const KEPT_RECORDS = 2_000_000;

/** Measures the graph of a store. What was read and computed is kept until the graph changes. */
export class GraphMeasures {
  private readonly graphs = new SharedWork<KeptGraph>(
    KEPT_RECORDS,
    ({ nodeCount, from }) => 1 + nodeCount + from.length,
  );
  private readonly results = new SharedWork<MeasureResult>(
    KEPT_RECORDS,
    ({ nodes }) => 1 + nodes.length,
  );

  constructor(
    private readonly store: Pick<Store, 'read' | 'graphVersion'>,
    private readonly compute: Measuring,
  ) {}

  /**
   * Computes a measure over the relations that match a question, and the entities that these join.
   * @throws KenesError TOO_LARGE if there are too many relations; the reason of the signal.
   */
  async measured<M extends MeasureName>(
    question: EndsQuestion,
    measure: Measure<M>,
    signal: AbortSignal,
  ): Promise<Measured<M>> {
    const key = JSON.stringify([await this.store.graphVersion(), question]);
    const graph = await this.graphs.result(key, (end) => this.read(question, end), signal);
    const result = await this.results.result(
      JSON.stringify([key, measure]),
      (end) => this.compute(graph, measure, end),
      signal,
    );
    return { slugs: graph.slugs, relationCount: graph.from.length, result };
  }

  private async read(question: EndsQuestion, signal: AbortSignal): Promise<KeptGraph> {
    const bounds = new Bounds(signal);
    const limit = limits.measuredRelations.value;
    // It takes several queries: if the graph was changed between them, it is read again.
    const reading = { start: 'ends of relations', question, limit } as const;
    for (;;) {
      const version = await this.store.graphVersion();
      const { found } = await this.store.read(reading, bounds);
      if (version === (await this.store.graphVersion()))
        return { ...found, nodeCount: found.slugs.length };
    }
  }
}
