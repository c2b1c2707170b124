import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { TestApp } from '../support/app.js';
import { openCouncil } from '../support/council.js';
import { describeOnEngines } from '../support/engines.js';

describeOnEngines('a list of all relations', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openCouncil(engine);
  });

  afterAll(async () => {
    await app.close();
  });

  it.each([
    [
      'from: ["ada", "ada"]',
      [
        'ada~MADE~st-water',
        'ada~MEMBER_OF~council',
        'ada~MEMBER_OF~council~2',
        'ada~PARTICIPATED_IN~forum-2024~MODERATOR',
        'ada~PARTICIPATED_IN~forum-2024~SPEAKER',
      ],
    ],
    ['to: ["watch"]', ['ministry~SUPPORTS~watch~PROJECT', 'st-bread~ABOUT~watch']],
    [
      'from: ["ministry", "council"], to: ["ministry"]',
      ['council~PART_OF~ministry', 'ministry~SUPPORTS~ministry~FUNDING'],
    ],
    [
      'filter: { relationTypes: [ABOUT, BROADER] }',
      [
        'forum-2024~ABOUT~rights',
        'speech~BROADER~rights',
        'st-bread~ABOUT~watch',
        'st-water~ABOUT~speech',
      ],
    ],
    [
      'filter: { entityTypes: [PLACE], direction: FORWARD }',
      ['forum-2024~HELD_IN~hall', 'hall~LOCATED_IN~almaty'],
    ],
    [
      'filter: { roles: [ORGANIZER], minPublishers: 1 }, to: ["forum-2024"]',
      [
        'council~PARTICIPATED_IN~forum-2024~ORGANIZER',
        'ministry~PARTICIPATED_IN~forum-2024~ORGANIZER',
      ],
    ],
    [
      'filter: { relationTypes: [MEMBER_OF], during: { from: "2023", to: "2023" } }',
      ['bek~MEMBER_OF~council', 'cleo~MEMBER_OF~ministry'],
    ],
    [
      'filter: { relationTypes: [SUBMITTED, MEMBER_OF], during: { from: "2024-04-30", certainly: true } }',
      [],
    ],
    [
      'filter: { kinds: [PROJECT, FUNDING] }',
      ['ministry~SUPPORTS~ministry~FUNDING', 'ministry~SUPPORTS~watch~PROJECT'],
    ],
    ['from: []', []],
    ['to: []', []],
    ['from: ["ada"], to: ["almaty"]', []],
    ['filter: { relationTypes: [] }', []],
  ])('keeps those of the arguments %s', async (args, keys) => {
    const { relations } = await app.data(
      `{ relations(${args}) { totalCount nodes { key from { slug } to { slug } } } }`,
    );
    expect([relations.totalCount, relations.nodes]).toEqual([
      keys.length,
      keys.map((key) => {
        const [from, , to] = key.split('~');
        return { key, from: { slug: from }, to: { slug: to } };
      }),
    ]);
  });

  it.each([
    'from: "2024-05-10", to: "2024-05-10"',
    'from: "2023", to: "2023"',
    'to: "2019"',
    'from: "2030-01"',
    '',
  ])('says that one held (%s) where a filter would keep it', async (range) => {
    const { all, possible, certain } = await app.data(`{
      all: relations(first: 100) { nodes { key held${range && `(${range})`} } }
      possible: relations(first: 100, filter: { during: { ${range} } }) { nodes { key } }
      certain: relations(first: 100, filter: { during: { ${range} certainly: true } }) { nodes { key } }
    }`);
    const keys = (nodes: { key: string }[]) => new Set(nodes.map(({ key }) => key));
    const expected = (key: string) => {
      if (keys(certain.nodes).has(key)) return 'CERTAINLY';
      return keys(possible.nodes).has(key) ? 'POSSIBLY' : 'NOT';
    };
    expect(all.nodes.length).toBeGreaterThan(5);
    for (const { key, held } of all.nodes) expect([key, held]).toEqual([key, expected(key)]);
  });
});
