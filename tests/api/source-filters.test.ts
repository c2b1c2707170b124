import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { slugsOf } from '../support/answers.js';
import type { TestApp } from '../support/app.js';
import { openCouncil } from '../support/council.js';
import { describeOnEngines } from '../support/engines.js';

describeOnEngines('a list of sources', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openCouncil(engine);
  });

  afterAll(async () => {
    await app.close();
  });

  it.each([
    ['', ['courier-2024', 'gazette-2024', 'kenes-editorial', 'ministry-2024', 'note']],
    ['(filter: { publishers: ["courier", "courier"] })', ['courier-2024', 'note']],
    ['(filter: { kinds: ["NEWS"] })', ['courier-2024', 'gazette-2024']],
    ['(filter: { languages: ["ru", "kk"] })', ['courier-2024', 'ministry-2024']],
    ['(filter: { kinds: ["NEWS"], languages: ["ru"], publishers: ["courier"] })', ['courier-2024']],
    ['(filter: { informers: ["ministry"] })', ['courier-2024', 'gazette-2024', 'ministry-2024']],
    [
      '(filter: { during: { from: "2024-01", to: "2024-12" } })',
      ['courier-2024', 'gazette-2024', 'kenes-editorial', 'ministry-2024', 'note'],
    ],
    [
      '(filter: { during: { from: "2024", to: "2024", certainly: true } })',
      ['courier-2024', 'gazette-2024'],
    ],
    ['(filter: { during: { to: "1990" } })', ['kenes-editorial', 'ministry-2024', 'note']],
    ['(filter: { informers: [] })', []],
    ['(filter: { publishers: [] })', []],
    ['(filter: { kinds: [] })', []],
    ['(filter: { languages: [] })', []],
    ['(filter: {})', ['courier-2024', 'gazette-2024', 'kenes-editorial', 'ministry-2024', 'note']],
  ])('keeps those of the arguments “%s”', async (args, slugs) => {
    const { sources } = await app.data(`{ sources${args} { totalCount nodes { slug } } }`);
    expect([sources.totalCount, slugsOf(sources)]).toEqual([slugs.length, slugs]);
  });
});
