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

  // Of the events: one in the year 2023, one on 10 to 12 May 2024, one on 11 May, one without a date.
  it.each([
    ['events', '{ from: "2024-05", to: "2024-05" }', ['briefing', 'forum-2024', 'session']],
    // The day of the briefing is doubted.
    ['events', '{ from: "2024-05", to: "2024-05", certainly: true }', ['forum-2024']],
    ['events', '{ from: "2023-06", to: "2023-06-30" }', ['forum-2023', 'session']],
    ['events', '{ from: "2023-06", to: "2023-06-30", certainly: true }', []],
    ['events', '{ from: "2023", to: "2023", certainly: true }', ['forum-2023']],
    ['events', '{ from: "2024-05-12" }', ['forum-2024', 'session']],
    ['events', '{ from: "2024-05-13" }', ['session']],
    ['events', '{ to: "2024-05-09" }', ['forum-2023', 'session']],
    ['events', '{ from: "2024-05-12", certainly: true }', ['forum-2024']],
    [
      'events',
      '{ from: "2024-05-10/2024-05-11", to: "2024-05-09/2024-05-10" }',
      ['forum-2024', 'session'],
    ],
    ['events', '{}', ['briefing', 'forum-2023', 'forum-2024', 'session']],
    // A statement is dated as the event that it was made at, unless by itself.
    ['statements', '{ from: "2024-05-10", to: "2024-05-10" }', ['st-silence', 'st-water']],
    ['statements', '{ from: "2024-05", to: "2024-05", certainly: true }', ['st-water']],
    ['statements', '{ from: "2024-06", certainly: true }', ['st-bread']],
    // What began is not known to have ended.
    ['topics', '{ to: "2019" }', ['rights', 'speech']],
    ['topics', '{ from: "2030" }', ['rights', 'speech', 'watch']],
    ['topics', '{ from: "2020-01", to: "2020-01", certainly: true }', ['watch']],
    ['instruments', '{ to: "1966-12-15" }', ['protocol']],
    ['instruments', '{ from: "2024" }', ['protocol', 'treaty']],
    ['reports', '{ from: "2024-03-31", to: "2024-04" }', ['report']],
    ['reports', '{ from: "2024-04" }', []],
  ])('keeps %s that were during %s', async (field, during, slugs) => {
    const data = await app.data(`{
      ${field}(filter: { during: ${during} }, orderBy: { by: SLUG }) { totalCount nodes { slug } }
    }`);
    expect([data[field].totalCount, slugsOf(data[field])]).toEqual([slugs.length, slugs]);
  });
});
