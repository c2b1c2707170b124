import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';

const head = (slug: string, source: string, dates = ''): string =>
  `  - { type: MEMBER_OF, from: ${slug}, to: council, evidence: [{ source: ${source} }]${dates} }`;

/** As docs/writing-documents.md says that one writes it. */
const document = `kenes: 1
document: offices
sources:
  - { slug: on-the-day, publisher: press, publishedAt: 2023-04-20 }
  - { slug: later, publisher: press, publishedAt: 2024-01-31 }
entities:
  - { slug: press, type: Organization }
  - { slug: council, type: Organization }
  - { slug: ann, type: Person }
  - { slug: bob, type: Person }
relations:
${head('ann', 'on-the-day')}
${head('bob', 'later', ', since: "[..2023-04-20]", until: "[2023-04-20..]"')}
`;

describeOnEngines('an office of which only one day is known', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine, { documents: [document] });
  });

  afterAll(async () => {
    await app.close();
  });

  it.each([
    ['by a source of that day, without dates', 'ann'],
    ['by a later source, with dates that only bound it', 'bob'],
  ])('was certainly held on it, and perhaps before and after: %s', async (_, slug) => {
    const { relation } = await app.data(`{
      relation(key: "${slug}~MEMBER_OF~council") {
        before: held(from: "2023-04-19", to: "2023-04-19")
        onTheDay: held(from: "2023-04-20", to: "2023-04-20")
        after: held(from: "2023-04-21", to: "2023-04-21")
      }
    }`);
    expect(relation).toEqual({ before: 'POSSIBLY', onTheDay: 'CERTAINLY', after: 'POSSIBLY' });
  });
});
