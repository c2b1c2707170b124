import { Worker } from 'node:worker_threads';
import type { Measure, MeasureName, MeasureResult, MeasureWork } from './measure.js';
import type { MeasuredGraph } from './neighbours.js';

/** Computes a measure of a graph. If the signal aborts, it rejects with its reason. */
export type Measuring = <M extends MeasureName>(
  graph: MeasuredGraph,
  measure: Measure<M>,
  signal: AbortSignal,
) => Promise<MeasureResult<M>>;

/** The heap of a thread in MB: twice what the largest graph takes. */
const HEAP_MB = 512;

/**
 * Returns a function that computes measures in threads, so that the event loop stays free. They run
 * one after the other, since each takes a whole processor. One whose signal aborts is ended.
 */
export function measuringThreads(thread = new URL('thread.js', import.meta.url)): Measuring {
  let last: Promise<unknown> = Promise.resolve();
  return ({ nodeCount, from, to }, measure, signal) => {
    const work = { graph: { nodeCount, from, to }, measure };
    const turn = last.catch(() => undefined).then(() => run(thread, work, signal));
    last = turn;
    return turn;
  };
}

async function run<M extends MeasureName>(
  thread: URL,
  workerData: MeasureWork<M>,
  signal: AbortSignal,
): Promise<MeasureResult<M>> {
  signal.throwIfAborted();
  const worker = new Worker(thread, {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  const end = (): void => void worker.terminate();
  signal.addEventListener('abort', end, { once: true });
  try {
    return await new Promise<MeasureResult<M>>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('The thread ended without a result.')));
    });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', end);
  }
}
