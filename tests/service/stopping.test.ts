import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { testNeo4j } from '../support/engines.js';
import { Service, adaAndBek, folder, people, type Environment } from '../support/processes.js';

/** The service ends within this time, in milliseconds, since Docker kills it then. */
const KILLED_MS = 10_000;

const SEED = { KENES_SEED: resolve('graph-seed') };

/** Two counts of who is related to one that is related to one …, which none is: seconds each. */
function heavyQuery(): string {
  let filter = '{ kinds: ["VENUE"] }';
  for (let depth = 0; depth < 4; depth++) filter = `{ related: [{ entity: ${filter} }] }`;
  const counts = Array.from(
    { length: 2 },
    (_, index) => `a${index}: entities(filter: ${filter}) { totalCount }`,
  );
  return `{ ${counts.join(' ')} }`;
}

const engines: readonly (readonly [string, () => Environment])[] = [
  ['SQLite', () => ({})],
  ...(testNeo4j
    ? ([
        [
          'Neo4j',
          () => ({
            NEO4J_URI: testNeo4j!.uri,
            NEO4J_USERNAME: testNeo4j!.username,
            NEO4J_PASSWORD: testNeo4j!.password,
          }),
        ],
      ] as const)
    : []),
];

describe.each(engines)('the service on %s that is told to stop', (_engine, settings) => {
  it('ends in time amid heavy requests, and answers them', async () => {
    const service = await Service.ready({ ...SEED, ...settings() });
    const answers = Array.from({ length: 10 }, () => service.ask(heavyQuery()));
    const outcome = Promise.all(answers);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    const { status, milliseconds } = await service.end();
    expect([status, service.error]).toEqual([0, '']);
    expect(milliseconds).toBeLessThan(KILLED_MS);
    for (const { data, errors } of await outcome) {
      // A fast server may have answered some within the grace.
      if (errors) expect(errors[0]!.extensions.code).toBe('STOPPING');
      else expect(data).toHaveProperty('a1');
    }
  });
});

describe('the service that is told to stop', () => {
  it('while it loads the seed keeps nothing of it, and loads it the next time', async () => {
    const slugs = Array.from({ length: 8_000 }, (_, index) => `person-${index}`);
    mkdirSync(join(folder, 'large'));
    writeFileSync(join(folder, 'large', 'many.yaml'), people(...slugs));
    const service = await Service.listening({ KENES_SEED: join(folder, 'large') });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const { status, milliseconds } = await service.end();
    expect([status, service.error]).toEqual([0, '']);
    expect(milliseconds).toBeLessThan(KILLED_MS);
    const isLoaded = service.messages.includes('seed loaded');
    const next = await Service.ready();
    if (!isLoaded) expect(await next.slugs()).toEqual(adaAndBek);
  });

  it('while it sends its own first queries ends in time', async () => {
    const service = await Service.ready(SEED);
    const { status, milliseconds } = await service.end();
    expect([status, service.error]).toEqual([0, '']);
    expect(milliseconds).toBeLessThan(KILLED_MS);
  });
});
