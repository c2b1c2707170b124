import type { WebGraph } from './graph.js';
import type { Place } from './places.js';
import type { Unsettled } from './settle.js';

/** Settles a graph in a worker, and returns the place of each node. */
export async function settled(graph: WebGraph): Promise<ReadonlyMap<string, Place>> {
  const slugs = graph.nodes();
  const numbers = new Map(slugs.map((slug, index) => [slug, index]));
  const unsettled: Unsettled = {
    places: Float32Array.from(graph.mapNodes((_, { x, y }) => [x, y]).flat()),
    links: Uint32Array.from(
      graph.mapEdges((_, __, from, to) => [numbers.get(from) ?? 0, numbers.get(to) ?? 0]).flat(),
    ),
  };
  const places = await inWorker(unsettled);
  return new Map(
    slugs.map((slug, index) => [
      slug,
      { x: places[index * 2] ?? 0, y: places[index * 2 + 1] ?? 0 },
    ]),
  );
}

function inWorker(unsettled: Unsettled): Promise<Float32Array> {
  const worker = new Worker(new URL('./settle-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Float32Array>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Float32Array>) => resolve(data));
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    worker.postMessage(unsettled);
  }).finally(() => worker.terminate());
}
