import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { TestApp } from '../support/app.js';
import { openCouncil } from '../support/council.js';
import { describeOnEngines } from '../support/engines.js';

/** What is asked, the argument that is wrong in it, and the name that is suggested. */
const mistakes: [query: string, argument: string, nearest: string | undefined][] = [
  ['entities(filter: { slugs: ["hall", "counsil"] })', 'filter.slugs', 'council'],
  ['entities(filter: { slugs: ["ada\' OR 1=1 --"] })', 'filter.slugs', undefined],
  ['entities(filter: { slugs: ["\\u0000"] })', 'filter.slugs', undefined],
  ['entities(filter: { kinds: ["CONFERENCE", "nhri"] })', 'filter.kinds[1]', 'NHRI'],
  ['people(filter: { not: { slugs: ["counsil"] } })', 'filter.not.slugs', 'council'],
  [
    'people(filter: { or: [{ types: [PERSON] }, { related: [{ entity: { slugs: ["counsil"] } }] }] })',
    'filter.or[1].related[0].entity.slugs',
    'council',
  ],
  ['relations(from: ["counsil"])', 'from', 'council'],
  ['relations(to: ["counsil"])', 'to', 'council'],
  ['sources(filter: { publishers: ["courrier"] })', 'filter.publishers', 'courier'],
  ['sources(filter: { kinds: ["NEW"] })', 'filter.kinds[0]', 'NEWS'],
  ['disagreements(targets: ["counsil"])', 'targets', 'council'],
  ['disagreements(targets: ["ada~MEMBER_OF~counsil"])', 'targets', 'ada~MEMBER_OF~council'],
];

describeOnEngines('a name that does not exist', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openCouncil(engine);
  });

  afterAll(async () => {
    await app.close();
  });

  it.each(mistakes)('is an error in %s', async (field, argument, nearest) => {
    const { errors } = await app.ask(`{ ${field} { totalCount } }`);
    expect(errors?.map(({ extensions }) => extensions)).toMatchObject([
      { code: 'BAD_USER_INPUT', argument, ...(nearest === undefined ? {} : { nearest }) },
    ]);
  });
});
