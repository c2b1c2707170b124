import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';

const all = [
  'ada', 'almaty', 'bek', 'briefing', 'cleo', 'council', 'courier', 'dana', 'dana-2', 'forum-2023',
  'forum-2024', 'gazette', 'hall', 'kenes-editors', 'ministry', 'protocol', 'report', 'rights',
  'session', 'speech', 'st-bread', 'st-silence', 'st-water', 'treaty', 'watch',
]; // prettier-ignore

const without = (...left: string[]): string[] => all.filter((slug) => !left.includes(slug));

/** Those that no relation touches. */
const alone = ['briefing', 'courier', 'dana-2', 'gazette', 'kenes-editors', 'st-silence'];

const slugsOf = ({ nodes }: { nodes: readonly { slug: string }[] }): string[] =>
  nodes.map(({ slug }) => slug);

describeOnEngines('a list', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine, {
      documents: [await readFile('tests/worlds/council.yaml', 'utf8')],
    });
  });

  afterAll(async () => {
    await app.close();
  });

  describe('of entities keeps', () => {
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
        '{ kinds: ["CONFERENCE", "NHRI", "nhri"] }',
        ['council', 'forum-2023', 'forum-2024'],
      ],
      ['none of no kind', '{ kinds: [] }', []],
      [
        'those not of a kind, with what has none',
        '{ not: { kinds: ["MEDIA"] } }',
        without('gazette'),
      ],
      ['those of some slugs', '{ slugs: ["hall", "nobody", "ada", "ada"] }', ['ada', 'hall']],
      ['none of no slug', '{ slugs: [] }', []],
      ['none of a strange slug', `{ slugs: ["ada' OR 1=1 --", "\\u0000", "😀", "\\\\"] }`, []],
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
    ])('%s', async (_what, filter, slugs) => {
      const { entities } = await app.data(
        `{ entities(filter: ${filter}, orderBy: { by: SLUG }, first: 100) { totalCount nodes { slug } } }`,
      );
      expect([entities.totalCount, slugsOf(entities)]).toEqual([slugs.length, slugs]);
    });

    // Of the events: one in the year 2023, one on 10 to 12 May 2024, one on 11 May, one without a date.
    it.each([
      ['events', '{ from: "2024-05", to: "2024-05" }', ['briefing', 'forum-2024', 'session']],
      ['events', '{ from: "2024-05", to: "2024-05", certainly: true }', ['briefing', 'forum-2024']],
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
    ])('%s that were during %s', async (field, during, slugs) => {
      const data = await app.data(`{
        ${field}(filter: { during: ${during} }, orderBy: { by: SLUG }) { totalCount nodes { slug } }
      }`);
      expect([data[field].totalCount, slugsOf(data[field])]).toEqual([slugs.length, slugs]);
    });

    const spoke = 'relation: { relationTypes: [PARTICIPATED_IN], roles: [SPEAKER] }';
    it.each([
      ['those that have any relation', '{ related: [{}] }', without(...alone)],
      ['those that have none', '{ related: [{ quantifier: NONE }] }', alone],
      ['all where nothing has to be related', '{ related: [] }', all],
      [
        'those at either end',
        `{ related: [{ ${spoke} }] }`,
        ['ada', 'bek', 'dana', 'forum-2023', 'forum-2024'],
      ],
      [
        'those at the first end',
        '{ related: [{ relation: { roles: [SPEAKER], direction: FORWARD } }] }',
        ['ada', 'bek', 'dana'],
      ],
      [
        'those at the second end',
        '{ related: [{ relation: { roles: [SPEAKER], direction: BACKWARD } }] }',
        ['forum-2023', 'forum-2024'],
      ],
      [
        'those with one of several values',
        '{ related: [{ relation: { roles: [MODERATOR, PARTICIPANT], direction: FORWARD } }] }',
        ['ada', 'dana'],
      ],
      ['none where no value will do', '{ related: [{ relation: { roles: [] } }] }', []],
      ['none where no type will do', '{ related: [{ relation: { relationTypes: [] } }] }', []],
      [
        'those that spoke where rights were the subject',
        `{ types: [PERSON], related: [{ ${spoke}, entity: { related: [{ relation: { relationTypes: [ABOUT] }, entity: { slugs: ["rights"] } }] } }] }`,
        ['ada', 'bek'],
      ],
      [
        'what meets two conditions of that sort',
        `{ related: [{ relation: { relationTypes: [MEMBER_OF], direction: FORWARD } }, { ${spoke} }] }`,
        ['ada', 'bek'],
      ],
      [
        'what is related to none such',
        '{ types: [PERSON], related: [{ relation: { relationTypes: [MEMBER_OF] }, quantifier: NONE }] }',
        ['dana', 'dana-2'],
      ],
      [
        'what is not related to one such',
        '{ types: [PERSON], not: { related: [{ relation: { relationTypes: [MEMBER_OF] } }] } }',
        ['dana', 'dana-2'],
      ],
      [
        'what is related to such only, or to nothing',
        '{ types: [PERSON], related: [{ relation: { relationTypes: [PARTICIPATED_IN] }, entity: { kinds: ["CONFERENCE"] }, quantifier: EVERY }] }',
        ['ada', 'bek', 'cleo', 'dana-2'],
      ],
      [
        'what is related to two at least, each counted once',
        '{ types: [ORGANIZATION], related: [{ relation: { relationTypes: [MEMBER_OF] }, atLeast: 2 }] }',
        ['council'],
      ],
      [
        'none related to three at least',
        '{ types: [ORGANIZATION], related: [{ relation: { relationTypes: [MEMBER_OF] }, atLeast: 3 }] }',
        [],
      ],
      [
        'who took part in two events, not in two roles',
        '{ types: [PERSON], related: [{ relation: { relationTypes: [PARTICIPATED_IN] }, atLeast: 2 }] }',
        ['dana'],
      ],
      [
        'who took part in two events, looking forward only',
        '{ related: [{ relation: { relationTypes: [PARTICIPATED_IN], direction: FORWARD }, atLeast: 2 }] }',
        ['dana'],
      ],
      [
        'what two publishers relate',
        '{ related: [{ relation: { minPublishers: 2 } }] }',
        ['ada', 'council', 'forum-2024'],
      ],
      [
        'what three publishers relate',
        '{ related: [{ relation: { minPublishers: 3 } }] }',
        ['ada', 'forum-2024'],
      ],
      [
        'what one origin relates',
        '{ related: [{ relation: { minOrigins: 1 } }] }',
        ['ada', 'cleo', 'council', 'forum-2024', 'ministry'],
      ],
      ['none that two origins relate', '{ related: [{ relation: { minOrigins: 2 } }] }', []],
      [
        'what is related, attested or not',
        '{ related: [{ relation: { minPublishers: 0 } }] }',
        without(...alone),
      ],
      [
        'what is related to a place',
        '{ related: [{ relation: { entityTypes: [PLACE] } }] }',
        ['almaty', 'forum-2024', 'hall'],
      ],
      [
        'who surely was a member in 2021',
        '{ types: [PERSON], related: [{ relation: { relationTypes: [MEMBER_OF], during: { from: "2021", to: "2021", certainly: true } } }] }',
        ['ada', 'bek'],
      ],
      [
        'who may have been a member in 2023',
        '{ types: [PERSON], related: [{ relation: { relationTypes: [MEMBER_OF], during: { from: "2023", to: "2023" } } }] }',
        ['bek', 'cleo'],
      ],
      [
        'what is related to itself, too',
        '{ related: [{ relation: { relationTypes: [SUPPORTS] }, entity: { slugs: ["ministry"] } }] }',
        ['ministry', 'watch'],
      ],
      [
        'what supports itself',
        '{ related: [{ relation: { relationTypes: [SUPPORTS], direction: FORWARD }, entity: { slugs: ["ministry"] } }] }',
        ['ministry'],
      ],
      [
        'what supports such only',
        '{ slugs: ["ministry", "watch"], related: [{ relation: { relationTypes: [SUPPORTS], direction: FORWARD }, entity: { types: [TOPIC] }, quantifier: EVERY }] }',
        ['watch'],
      ],
      [
        'what a chain of three leads to',
        '{ related: [{ relation: { relationTypes: [MEMBER_OF] }, entity: { related: [{ relation: { relationTypes: [PART_OF] }, entity: { related: [{ relation: { relationTypes: [SUBMITTED] }, entity: { slugs: ["report"] } }] } }] } }] }',
        ['ada', 'bek'],
      ],
      [
        'what one of two chains leads to, or a slug',
        '{ or: [{ related: [{ relation: { relationTypes: [SUPPORTS] }, entity: { slugs: ["ministry"] } }] }, { types: [PLACE], related: [{ entity: { slugs: ["forum-2024"] } }] }, { slugs: ["ministry", "treaty"] }] }',
        ['hall', 'ministry', 'treaty', 'watch'],
      ],
      [
        'what both of two choices lead to',
        '{ and: [{ or: [{ slugs: ["ministry", "treaty"] }, { related: [{ entity: { slugs: ["ministry"] } }] }] }, { or: [{ related: [{ relation: { relationTypes: [SUPPORTS] }, entity: { slugs: ["ministry"] } }] }] }] }',
        ['ministry', 'watch'],
      ],
    ])('%s', async (_what, filter, slugs) => {
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
      'what a filter says that nests as deep as it may: %s',
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
    ])('%s in the field of their type, whatever else its filter allows', async (field, slugs) => {
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
    });
  });

  describe('of entities is ordered', () => {
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
      ['people', '{ by: NAME, language: KK }', ['ada', 'cleo', 'dana', 'dana-2', 'bek']],
      ['people', '{}', ['ada', 'cleo', 'dana', 'dana-2', 'bek']],
      ['people', '{ by: SLUG }', ['ada', 'bek', 'cleo', 'dana', 'dana-2']],
      ['people', '{ by: SLUG, direction: DESC }', ['dana-2', 'dana', 'cleo', 'bek', 'ada']],
      ['people', '{ by: DEGREE }', ['dana-2', 'cleo', 'dana', 'bek', 'ada']],
      ['people', '{ by: DEGREE, direction: DESC }', ['ada', 'bek', 'dana', 'cleo', 'dana-2']],
      ['events', '{ by: DATE }', events],
      // What has no date comes last, too.
      [
        'events',
        '{ by: DATE, direction: DESC }',
        ['briefing', 'forum-2024', 'forum-2023', 'session'],
      ],
      ['people', '{ by: DATE }', ['ada', 'bek', 'cleo', 'dana', 'dana-2']],
    ])('%s by %s', async (field, orderBy, slugs) => {
      const data = await app.data(`{ ${field}(orderBy: ${orderBy}) { nodes { slug } } }`);
      expect(slugsOf(data[field])).toEqual(slugs);
    });

    it('by name in the language that the client accepts', async () => {
      const query = '{ people { nodes { slug } } }';
      const inRussian = await app.data(query, { language: 'ru, en;q=0.5' });
      expect(slugsOf(inRussian.people)).toEqual(['cleo', 'dana-2', 'ada', 'bek', 'dana']);
    });
  });

  describe('of the relations of an entity', () => {
    const keysOf = ({ edges }: { edges: readonly { relation: { key: string } }[] }): string[] =>
      edges.map(({ relation }) => relation.key.replace('PARTICIPATED_IN', 'PART'));

    it.each([
      [
        'ada',
        '{}',
        [
          'ada~MEMBER_OF~council',
          'ada~MEMBER_OF~council~2',
          'ada~PART~forum-2024~MODERATOR',
          'ada~PART~forum-2024~SPEAKER',
          'ada~MADE~st-water',
        ],
      ],
      [
        'ada',
        '{ by: SLUG, direction: DESC }',
        [
          'ada~MADE~st-water',
          'ada~PART~forum-2024~SPEAKER',
          'ada~PART~forum-2024~MODERATOR',
          'ada~MEMBER_OF~council~2',
          'ada~MEMBER_OF~council',
        ],
      ],
      [
        'council',
        '{ by: DATE }',
        [
          'ada~MEMBER_OF~council',
          'bek~MEMBER_OF~council',
          'ada~MEMBER_OF~council~2',
          'council~PART~forum-2024~ORGANIZER',
          'st-water~ON_BEHALF_OF~council',
          'council~PART_OF~ministry',
        ],
      ],
      [
        'council',
        '{ by: DATE, direction: DESC }',
        [
          'st-water~ON_BEHALF_OF~council',
          'council~PART~forum-2024~ORGANIZER',
          'ada~MEMBER_OF~council~2',
          'bek~MEMBER_OF~council',
          'ada~MEMBER_OF~council',
          'council~PART_OF~ministry',
        ],
      ],
      // The one with itself once; equals at the far end go by type and key.
      [
        'ministry',
        '{}',
        [
          'cleo~MEMBER_OF~ministry',
          'council~PART_OF~ministry',
          'ministry~PART~forum-2024~ORGANIZER',
          'ministry~SUPPORTS~ministry~FUNDING',
          'ministry~SUBMITTED~report',
          'ministry~SUPPORTS~watch~PROJECT',
        ],
      ],
      ['dana-2', '{}', []],
    ])('orders those of %s by %s', async (slug, orderBy, keys) => {
      const { entity } = await app.data(`{
        entity(slug: "${slug}") {
          relations(orderBy: ${orderBy}) { totalCount edges { relation { key } } }
        }
      }`);
      expect([entity.relations.totalCount, keysOf(entity.relations)]).toEqual([keys.length, keys]);
    });

    it.each([
      [
        '{ relationTypes: [MEMBER_OF, PART_OF] }',
        [
          'ada~MEMBER_OF~council',
          'ada~MEMBER_OF~council~2',
          'bek~MEMBER_OF~council',
          'council~PART_OF~ministry',
        ],
      ],
      ['{ direction: FORWARD }', ['council~PART~forum-2024~ORGANIZER', 'council~PART_OF~ministry']],
      [
        '{ direction: BACKWARD }',
        [
          'ada~MEMBER_OF~council',
          'ada~MEMBER_OF~council~2',
          'bek~MEMBER_OF~council',
          'st-water~ON_BEHALF_OF~council',
        ],
      ],
      [
        '{ direction: EITHER, entityTypes: [EVENT, STATEMENT] }',
        ['council~PART~forum-2024~ORGANIZER', 'st-water~ON_BEHALF_OF~council'],
      ],
      ['{ roles: [ORGANIZER, SPEAKER] }', ['council~PART~forum-2024~ORGANIZER']],
      ['{ minPublishers: 1 }', ['ada~MEMBER_OF~council', 'council~PART~forum-2024~ORGANIZER']],
      ['{ minPublishers: 2, minOrigins: 1 }', ['ada~MEMBER_OF~council']],
      [
        '{ during: { from: "2024-05-10", to: "2024-05-10", certainly: true } }',
        ['council~PART~forum-2024~ORGANIZER', 'st-water~ON_BEHALF_OF~council'],
      ],
      ['{ during: { to: "2019" } }', ['council~PART_OF~ministry']],
      ['{ entityTypes: [] }', []],
      ['{ acts: [RATIFICATION] }', []],
    ])('keeps those of an organization with %s', async (filter, keys) => {
      const { entity } = await app.data(`{
        entity(slug: "council") {
          relations(filter: ${filter}) { totalCount edges { relation { key } } }
          degree(filter: ${filter})
        }
      }`);
      expect([entity.relations.totalCount, entity.degree, keysOf(entity.relations)]).toEqual([
        keys.length,
        keys.length,
        keys,
      ]);
    });

    it.each([
      'from: "2024-05-10", to: "2024-05-10"',
      'from: "2023", to: "2023"',
      'to: "2019"',
      'from: "2030-01"',
      '',
    ])('held (%s) as its filter says', async (range) => {
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

    it('of one type is a field at each of its ends', async () => {
      const { council, ada, ministry } = await app.data(`{
        council: entity(slug: "council") {
          ... on Organization {
            members(orderBy: { by: DATE, direction: DESC }) {
              totalCount edges { relation { key title since } node { slug } } nodes { slug }
            }
            of2023: members(filter: { during: { from: "2023", to: "2023" } }) { nodes { slug } }
          }
        }
        ada: entity(slug: "ada") {
          ... on Person {
            memberships(first: 1) { totalCount edges { relation { key } node { slug kind } } }
          }
        }
        ministry: entity(slug: "ministry") {
          ... on Organization {
            supports { totalCount nodes { slug } } supportedBy { totalCount nodes { slug } }
          }
        }
      }`);
      const row = (key: string, since: string, slug: string, title: string | null) => ({
        relation: { key, title, since },
        node: { slug },
      });
      expect(council).toEqual({
        members: {
          totalCount: 3,
          edges: [
            row('ada~MEMBER_OF~council~2', '2024-01-01', 'ada', 'Chair'),
            row('bek~MEMBER_OF~council', '2021', 'bek', null),
            row('ada~MEMBER_OF~council', '2020', 'ada', 'Chair'),
          ],
          nodes: [{ slug: 'ada' }, { slug: 'bek' }, { slug: 'ada' }],
        },
        of2023: { nodes: [{ slug: 'bek' }] },
      });
      expect(ada.memberships).toEqual({
        totalCount: 2,
        edges: [
          { relation: { key: 'ada~MEMBER_OF~council' }, node: { slug: 'council', kind: 'NHRI' } },
        ],
      });
      expect(ministry).toEqual({
        supports: { totalCount: 2, nodes: [{ slug: 'ministry' }, { slug: 'watch' }] },
        supportedBy: { totalCount: 1, nodes: [{ slug: 'ministry' }] },
      });
    });
  });

  describe('of all relations', () => {
    it.each([
      [
        'from: ["ada", "nobody"]',
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
      ['from: ["\' OR 1=1 --", "\\u0000"]', []],
    ])('keeps %s', async (args, keys) => {
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
  });

  describe('of sources', () => {
    it.each([
      ['', ['courier-2024', 'gazette-2024', 'kenes-editorial', 'ministry-2024', 'note']],
      ['(filter: { publishers: ["courier", "nobody"] })', ['courier-2024', 'note']],
      ['(filter: { kinds: ["NEWS"] })', ['courier-2024', 'gazette-2024']],
      ['(filter: { languages: ["ru", "kk"] })', ['courier-2024', 'ministry-2024']],
      [
        '(filter: { kinds: ["NEWS"], languages: ["ru"], publishers: ["courier"] })',
        ['courier-2024'],
      ],
      ['(filter: { publishers: [] })', []],
      ['(filter: { kinds: [] })', []],
      ['(filter: { languages: [] })', []],
      [
        '(filter: {})',
        ['courier-2024', 'gazette-2024', 'kenes-editorial', 'ministry-2024', 'note'],
      ],
    ])('keeps %s', async (args, slugs) => {
      const { sources } = await app.data(`{ sources${args} { totalCount nodes { slug } } }`);
      expect([sources.totalCount, slugsOf(sources)]).toEqual([slugs.length, slugs]);
    });
  });
});
