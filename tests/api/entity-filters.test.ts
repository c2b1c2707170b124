import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { slugsOf } from '../support/answers.js';
import type { TestApp } from '../support/app.js';
import { councilWithout, openCouncil } from '../support/council.js';
import { describeOnEngines } from '../support/engines.js';

const all = councilWithout();

describeOnEngines('a list of entities', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openCouncil(engine);
  });

  afterAll(async () => {
    await app.close();
  });

  it.each([
    ['all, without conditions', '{}', all],
    [
      'those of some types',
      '{ types: [EVENT, PLACE] }',
      ['almaty', 'briefing', 'forum-2023', 'forum-2024', 'hall', 'session'],
    ],
    ['none of no type', '{ types: [] }', []],
    [
      'those of some kinds',
      '{ kinds: ["CONFERENCE", "NHRI"] }',
      ['council', 'forum-2023', 'forum-2024'],
    ],
    ['none of no kind', '{ kinds: [] }', []],
    [
      'those not of a kind, with what has none',
      '{ not: { kinds: ["MEDIA"] } }',
      councilWithout('gazette'),
    ],
    ['those of some slugs', '{ slugs: ["hall", "ada", "ada"] }', ['ada', 'hall']],
    ['none of no slug', '{ slugs: [] }', []],
    [
      'what meets all conditions',
      '{ types: [EVENT], kinds: ["CONFERENCE"], slugs: ["session", "forum-2023"] }',
      ['forum-2023'],
    ],
    [
      'what meets all of `and`',
      '{ and: [{ types: [EVENT] }, { kinds: ["SESSION"] }] }',
      ['session'],
    ],
    ['all by an empty `and`', '{ and: [] }', all],
    [
      'what meets one of `or`',
      '{ or: [{ slugs: ["ada"] }, { types: [REPORT] }] }',
      ['ada', 'report'],
    ],
    ['none by an empty `or`', '{ or: [] }', []],
    ['all by the opposite of an empty `or`', '{ not: { or: [] } }', all],
    ['none by the opposite of no conditions', '{ not: {} }', []],
    [
      'what meets `or` and the rest',
      '{ types: [PERSON], or: [{ slugs: ["ada", "hall"] }, { slugs: ["bek"] }] }',
      ['ada', 'bek'],
    ],
    [
      'conditions in each other',
      '{ not: { or: [{ not: { types: [PERSON, PLACE] } }, { and: [{ slugs: ["hall", "ada"] }] }] } }',
      ['almaty', 'bek', 'cleo', 'dana', 'dana-2'],
    ],
    [
      'all where a condition is null',
      '{ types: null, kinds: null, slugs: null, during: null, related: null, and: null, or: null, not: null }',
      all,
    ],
  ])('keeps %s', async (_what, filter, slugs) => {
    const { entities } = await app.data(
      `{ entities(filter: ${filter}, orderBy: { by: SLUG }, first: 100) { totalCount nodes { slug } } }`,
    );
    expect([entities.totalCount, slugsOf(entities)]).toEqual([slugs.length, slugs]);
  });

  // As deep as filters may be, in each of the ways that make statements nest.
  it.each<[string, string, string, number, string?]>([
    ['related', '{ related: [{ entity: ', ' }] }', 4],
    ['related to nothing but', '{ related: [{ quantifier: EVERY, entity: ', ' }] }', 4],
    ['related to none', '{ related: [{ quantifier: NONE, entity: ', ' }] }', 4],
    ['related to two', '{ related: [{ atLeast: 2, entity: ', ' }] }', 4],
    ['not', '{ not: ', ' }', 8],
    ['or', '{ or: [{ kinds: ["NHRI"] }, ', '] }', 8],
    ['or of slugs', '{ or: [{ slugs: ["ada"] }, ', '] }', 8, '{ slugs: ["bek"] }'],
    [
      'or of what slugs lead to',
      '{ or: [{ slugs: ["ada"] }, { related: [{ entity: ',
      ' }] }] }',
      2,
      '{ related: [{ entity: { slugs: ["council"] } }] }',
    ],
    ['and', '{ and: [{ types: [PERSON, EVENT] }, ', '] }', 8],
    [
      'related but not or',
      '{ related: [{ atLeast: 2, entity: { not: { or: [{ kinds: ["NHRI"] }, ',
      '] } } }] }',
      2,
    ],
  ])(
    'keeps what a filter says that nests as deep as it may: %s',
    async (
      _what,
      before,
      after,
      depth,
      leaf = '{ kinds: ["CONFERENCE", "NHRI"], during: { from: "2024" }, types: [EVENT, ORGANIZATION] }',
    ) => {
      const filter = `${before.repeat(depth)}${leaf}${after.repeat(depth)}`;
      const { entities } = await app.data(
        `{ entities(filter: ${filter}, first: 100) { totalCount nodes { slug } } }`,
      );
      expect(entities.nodes).toHaveLength(entities.totalCount);
    },
  );

  it.each([
    ['people', ['ada', 'bek', 'cleo', 'dana', 'dana-2']],
    ['organizations', ['council', 'courier', 'gazette', 'kenes-editors', 'ministry']],
    ['events', ['briefing', 'forum-2023', 'forum-2024', 'session']],
    ['topics', ['rights', 'speech', 'watch']],
    ['instruments', ['protocol', 'treaty']],
    ['reports', ['report']],
    ['statements', ['st-bread', 'st-silence', 'st-water']],
    ['places', ['almaty', 'hall']],
  ])(
    'keeps %s in the field of their type, whatever else its filter allows',
    async (field, slugs) => {
      const data = await app.data(`{
      all: ${field}(orderBy: { by: SLUG }) { totalCount nodes { slug type } }
      these: ${field}(filter: { types: [PERSON, EVENT] }) { totalCount nodes { slug } }
    }`);
      const isThese = field === 'people' || field === 'events';
      expect(slugsOf(data.all)).toEqual(slugs);
      expect(new Set(data.all.nodes.map(({ type }: { type: string }) => type)).size).toBe(1);
      expect([data.all.totalCount, data.these.totalCount, data.these.nodes.length]).toEqual([
        slugs.length,
        isThese ? slugs.length : 0,
        isThese ? slugs.length : 0,
      ]);
    },
  );
});
