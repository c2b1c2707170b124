import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { slugsOf } from '../support/answers.js';
import type { TestApp } from '../support/app.js';
import { openCouncil } from '../support/council.js';
import { describeOnEngines } from '../support/engines.js';

describeOnEngines('a list of entities', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openCouncil(engine);
  });

  afterAll(async () => {
    await app.close();
  });

  const events = ['forum-2023', 'forum-2024', 'briefing', 'session'];

  it.each([
    // Case and punctuation do not count; Latin comes before Cyrillic; equals go by their slugs.
    ['people', '{ by: NAME, language: EN }', ['ada', 'cleo', 'dana', 'dana-2', 'bek']],
    [
      'people',
      '{ by: NAME, language: EN, direction: DESC }',
      ['bek', 'dana-2', 'dana', 'cleo', 'ada'],
    ],
    ['people', '{ by: NAME, language: RU }', ['cleo', 'dana-2', 'ada', 'bek', 'dana']],
    ['people', '{ by: NAME, language: KK }', ['cleo', 'dana-2', 'ada', 'bek', 'dana']],
    ['people', '{}', ['ada', 'cleo', 'dana', 'dana-2', 'bek']],
    ['people', '{ by: SLUG }', ['ada', 'bek', 'cleo', 'dana', 'dana-2']],
    ['people', '{ by: SLUG, direction: DESC }', ['dana-2', 'dana', 'cleo', 'bek', 'ada']],
    ['people', '{ by: DEGREE }', ['dana-2', 'cleo', 'dana', 'bek', 'ada']],
    ['people', '{ by: DEGREE, direction: DESC }', ['ada', 'bek', 'dana', 'cleo', 'dana-2']],
    [
      'people',
      '{ by: DEGREE, direction: DESC, relations: { relationTypes: [MADE] } }',
      ['bek', 'ada', 'dana-2', 'dana', 'cleo'],
    ],
    [
      'people',
      '{ by: DEGREE, direction: DESC, relations: { relationTypes: [MEMBER_OF] } }',
      ['ada', 'cleo', 'bek', 'dana-2', 'dana'],
    ],
    [
      'people',
      '{ by: DEGREE, relations: { entityTypes: [EVENT], roles: [SPEAKER], direction: FORWARD } }',
      ['cleo', 'dana-2', 'ada', 'bek', 'dana'],
    ],
    ['events', '{ by: DATE }', events],
    // What has no date comes last, too.
    [
      'events',
      '{ by: DATE, direction: DESC }',
      ['briefing', 'forum-2024', 'forum-2023', 'session'],
    ],
    ['people', '{ by: DATE }', ['ada', 'bek', 'cleo', 'dana', 'dana-2']],
  ])('orders %s by %s', async (field, orderBy, slugs) => {
    const data = await app.data(`{ ${field}(orderBy: ${orderBy}) { nodes { slug } } }`);
    expect(slugsOf(data[field])).toEqual(slugs);
  });

  it('is paged in the order of a number of relations', async () => {
    const orderBy = '{ by: DEGREE, direction: DESC, relations: { relationTypes: [MEMBER_OF] } }';
    const page = async (args: string) => {
      const { people } = await app.data(
        `{ people(orderBy: ${orderBy}, ${args}) { totalCount nodes { slug } pageInfo { startCursor endCursor hasNextPage } } }`,
      );
      return people;
    };
    const first = await page('first: 2');
    const rest = await page(`first: 9, after: "${first.pageInfo.endCursor}"`);
    const back = await page(`last: 9, before: "${rest.pageInfo.startCursor}"`);
    expect([slugsOf(first), slugsOf(rest), slugsOf(back)]).toEqual([
      ['ada', 'cleo'],
      ['bek', 'dana-2', 'dana'],
      ['ada', 'cleo'],
    ]);
    expect([first.totalCount, first.pageInfo.hasNextPage]).toEqual([5, true]);
  });

  it('counts relations only in the order of a number of relations', async () => {
    const { errors } = await app.ask(
      '{ people(orderBy: { relations: { relationTypes: [MADE] } }) { totalCount } }',
    );
    expect(errors?.map(({ message }) => message)).toEqual([
      '`relations` is allowed only with `by: DEGREE` (got NAME).',
    ]);
  });

  it('is ordered by name in the language that the client accepts', async () => {
    const query = '{ people { nodes { slug } } }';
    const inRussian = await app.data(query, { language: 'ru, en;q=0.5' });
    expect(slugsOf(inRussian.people)).toEqual(['cleo', 'dana-2', 'ada', 'bek', 'dana']);
  });
});
