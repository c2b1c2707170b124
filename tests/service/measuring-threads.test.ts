import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { computeMeasure, type Measure } from '../../src/measures/measure.js';
import { measuringThreads, type Measuring } from '../../src/measures/measuring-threads.js';
import { randomGraph } from '../measures/reference.js';
import { buildService } from '../support/build.js';
import { Random } from '../support/worlds.js';

const small = randomGraph(new Random(3), 50, 100);

/** Its betweenness takes more than a second. */
const large = randomGraph(new Random(3), 50_000, 200_000);

const measures: readonly Measure[] = [
  { measure: 'DEGREE' },
  { measure: 'PAGERANK', direction: null },
  { measure: 'PAGERANK', direction: 'BACKWARD' },
  { measure: 'BETWEENNESS' },
  { measure: 'communities' },
  { measure: 'components' },
];

describe('a thread', () => {
  const staying = new AbortController().signal;
  let measuring: Measuring;

  beforeAll(async () => {
    const built = await buildService();
    measuring = measuringThreads(pathToFileURL(join(built, 'measures', 'thread.js')));
  }, 240_000);

  it.each(measures)('computes $measure as it is computed here', async (measure) => {
    expect(await measuring(small, measure, staying)).toEqual(computeMeasure(small, measure));
  });

  it('is ended when nobody waits for its result any more, and the next one runs', async () => {
    const leaving = new AbortController();
    const start = performance.now();
    const left = measuring(large, { measure: 'BETWEENNESS' }, leaving.signal);
    const waiting = measuring(small, { measure: 'DEGREE' }, staying);
    setTimeout(() => leaving.abort(new Error('The client left.')), 100);
    await expect(left).rejects.toThrow('The client left.');
    expect(performance.now() - start).toBeLessThan(1_000);
    expect(await waiting).toEqual(computeMeasure(small, { measure: 'DEGREE' }));
  });

  it('is not started for who has left while others were computed', async () => {
    const first = measuring(small, { measure: 'DEGREE' }, staying);
    const gone = measuring(
      large,
      { measure: 'BETWEENNESS' },
      AbortSignal.abort(new Error('Gone.')),
    );
    await expect(gone).rejects.toThrow('Gone.');
    await first;
  });

  it('that fails reports what went wrong', async () => {
    const broken = measuringThreads(pathToFileURL('/nowhere/thread.js'));
    await expect(broken(small, { measure: 'DEGREE' }, staying)).rejects.toThrow(
      'Cannot find module',
    );
  });
});
