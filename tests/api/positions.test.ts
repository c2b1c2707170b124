import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sortKey } from '../../src/values/sort-key.js';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';

const slugsOf = (nodes: readonly { readonly slug: string }[]): string[] =>
  nodes.map(({ slug }) => slug);

/** By slug: names would say less. */
const sorted = (nodes: readonly { readonly slug: string }[]): string[] => slugsOf(nodes).sort();

describeOnEngines(
  'the positions on the preventive mechanism at the conference of the seed',
  (engine) => {
    let app: TestApp;

    beforeAll(async () => {
      app = await openApp(engine);
    });

    afterAll(() => app.close());

    it('tell who said what, for whom, by which act and on which day', async () => {
      const { positions } = await app.data(
        `{ positions(topic: "npm", event: "conference-penitentiary-2025") {
        topics { slug }
        event { slug name }
        statements { totalCount nodes {
          statement { slug evidence { totalCount } } act date
          actors { slug name } onBehalfOf { slug name } topics { slug name }
        } }
      } }`,
        { language: 'en' },
      );
      expect(slugsOf(positions.topics)).toEqual(['npm', 'independence-of-monitoring-visits']);
      expect(positions.event.slug).toBe('conference-penitentiary-2025');
      interface Node {
        readonly slug: string;
      }
      interface Position {
        readonly statement: Node;
        readonly act: string;
        readonly date: string;
        readonly actors: Node[];
        readonly onBehalfOf: Node[];
        readonly topics: Node[];
      }
      const lines = (positions.statements.nodes as Position[]).map(
        ({ statement, act, date, actors, onBehalfOf, topics }) =>
          [statement.slug, act, date, ...[actors, onBehalfOf, topics].map(slugsOf)].join(' | '),
      );
      expect(lines).toEqual([
        'st-bogner-npm | NOTED | 2025-12-10 | matilda-bogner | ohchr-central-asia | npm',
        'st-khojimatov-npm-capacity | NOTED | 2025-12-10 | sukhrob-khojimatov | undp-kazakhstan | independence-of-monitoring-visits,npm',
        'st-khojimatov-welcome | WELCOMED | 2025-12-10 | sukhrob-khojimatov | undp-kazakhstan | npm',
        'st-lastaev-npm | NOTED | 2025-12-10 | artur-lastaev | ombudsman-kz | npm',
        'st-vassilenko-institutions | NOTED | 2025-12-10 | stanislav-vassilenko | mfa-kz | npm',
      ]);
      expect(positions.statements.totalCount).toBe(lines.length);
    });

    it('tell who spoke, and which of the organisers did not in these sources', async () => {
      const { positions } = await app.data(
        `{ positions(topic: "npm", event: "conference-penitentiary-2025") {
        speakers { totalCount nodes { slug } }
        silent(first: 100) { totalCount nodes { slug ... on Organization { participations(filter: { roles: [CO_ORGANIZER] }) { nodes { slug } } } } }
      } }`,
      );
      expect(sorted(positions.speakers.nodes)).toEqual([
      'artur-lastaev', 'matilda-bogner', 'mfa-kz', 'ohchr-central-asia', 'ombudsman-kz',
      'stanislav-vassilenko', 'sukhrob-khojimatov', 'undp-kazakhstan',
    ]); // prettier-ignore
      interface Silent {
        readonly slug: string;
        readonly participations?: { readonly nodes: readonly { readonly slug: string }[] };
      }
      const coOrganizers = (positions.silent.nodes as Silent[]).filter(({ participations }) =>
        participations?.nodes.some(({ slug }) => slug === 'conference-penitentiary-2025'),
      );
      expect(sorted(coOrganizers)).toEqual([
        'council-of-europe',
        'mvd-kz',
        'osce-programme-office-astana',
      ]);
      const both = slugsOf([...positions.speakers.nodes, ...positions.silent.nodes]);
      expect(new Set(both).size).toBe(both.length);
      expect([positions.speakers.totalCount, positions.silent.totalCount]).toEqual([8, 15]);
    });

    it.each(['EN', 'RU', 'KK'])('list both in the order of their names in %s', async (language) => {
      const { positions } = await app.data(
        `query ($order: EntityOrder) { positions(topic: "npm", event: "conference-penitentiary-2025") {
        speakers(orderBy: $order) { nodes { name(language: ${language}) } }
        silent(first: 100, orderBy: $order) { nodes { name(language: ${language}) } }
      } }`,
        { variables: { order: { by: 'NAME', language } } },
      );
      for (const { nodes } of [positions.speakers, positions.silent]) {
        const keys = (nodes as { readonly name: string }[]).map(({ name }) => sortKey(name));
        expect(keys).toEqual([...keys].sort());
      }
    });

    it('list both in another order, page by page', async () => {
      const { positions } = await app.data(`
        { positions(topic: "npm", event: "conference-penitentiary-2025") {
          all: silent(first: 100, orderBy: { by: DEGREE, direction: DESC }) { nodes { slug degree } }
          start: silent(first: 5, orderBy: { by: DEGREE, direction: DESC }) { nodes { slug } pageInfo { endCursor } }
        } }`);
      const degrees = (positions.all.nodes as { readonly degree: number }[]).map(
        ({ degree }) => degree,
      );
      expect(degrees).toEqual([...degrees].sort((one, other) => other - one));
      const next = await app.data(
        `query ($after: String) { positions(topic: "npm", event: "conference-penitentiary-2025") {
          silent(first: 100, after: $after, orderBy: { by: DEGREE, direction: DESC }) { nodes { slug } } } }`,
        { variables: { after: positions.start.pageInfo.endCursor } },
      );
      expect(slugsOf([...positions.start.nodes, ...next.positions.silent.nodes])).toEqual(
        slugsOf(positions.all.nodes),
      );
    });

    it('take one reading a list, beside what finds the topics', async () => {
      await app.data(
        `{ positions(topic: "npm", event: "conference-penitentiary-2025") {
        statements { totalCount nodes { statement { text } date actors { name } onBehalfOf { name partOf { nodes { name } } } topics { name } } }
      } }`,
      );
      expect(app.reads.at(-1)).toEqual({
        start: 'page of entities',
        expansions: ['events', 'actors', 'onBehalfOf', 'onBehalfOf.partOf', 'topics'],
      });
      expect(app.reads).toHaveLength(4);
    });

    it.each([
      [
        '{ positions(topic: "torture-preventions") { topics { slug } } }',
        'Unknown slug “torture-preventions” in `topic`. Did you mean “torture-prevention”? `entities(filter: { types: [TOPIC] })` lists valid slugs.',
      ],
      [
        '{ positions(topic: "npm", event: "conference-penitentary-2025") { topics { slug } } }',
        'Unknown slug “conference-penitentary-2025” in `event`. Did you mean “conference-penitentiary-2025”? `entities(filter: { types: [EVENT] })` lists valid slugs.',
      ],
      [
        '{ positions(topic: "npm", actors: ["artur-lastayev"]) { topics { slug } } }',
        'Unknown slug “artur-lastayev” in `actors`. Did you mean “artur-lastaev”? `entities` lists valid slugs.',
      ],
      [
        '{ positions(topic: "opcat") { topics { slug } } }',
        '`topic` must be the slug of an entity of the type TOPIC: “opcat” is of the type INSTRUMENT.',
      ],
      [
        `{ positions(topic: "npm", actors: [${'"a",'.repeat(101)}]) { topics { slug } } }`,
        '`actors` must have at most 100 slugs (got 101).',
      ],
      [
        '{ positions(topic: "npm", during: { from: "2025", to: "2024" }) { topics { slug } } }',
        '`from` must not be after `to` (got 2025 and 2024).',
      ],
    ])('refuse what is not there: %s', async (query, message) => {
      const { errors } = await app.ask(query);
      expect(errors?.map((error) => error.message)).toEqual([message]);
    });
  },
);

/** Topics in a circle; statements by people, for an office, and by nobody who is named. */
const WORLD = `
kenes: 1
entities:
  - { slug: water, type: Topic }
  - { slug: rivers, type: Topic }
  - { slug: dams, type: Topic }
  - { slug: bread, type: Topic }
  - { slug: forum, type: Event, startDate: 2024-05-10 }
  - { slug: hearing, type: Event }
  - { slug: office, type: Organization }
  - { slug: council, type: Organization }
  - { slug: ada, type: Person }
  - { slug: bek, type: Person }
  - { slug: cleo, type: Person }
  - { slug: st-1, type: Statement, act: NOTED, text: { en: One } }
  - { slug: st-2, type: Statement, act: URGED, date: 2023-01-02, text: { en: Two } }
  - { slug: st-3, type: Statement, text: { en: Three } }
  - { slug: st-4, type: Statement, act: NOTED, text: { en: Four } }
evidence: [{ source: kenes-editorial }]
relations:
  - { type: BROADER, from: rivers, to: water }
  - { type: BROADER, from: dams, to: rivers }
  - { type: BROADER, from: water, to: dams }
  - { type: ABOUT, from: st-1, to: water }
  - { type: ABOUT, from: st-1, to: bread }
  - { type: ABOUT, from: st-1, to: council }
  - { type: ABOUT, from: st-2, to: dams }
  - { type: ABOUT, from: st-3, to: rivers }
  - { type: ABOUT, from: st-4, to: bread }
  - { type: MADE, from: ada, to: st-1 }
  - { type: MADE, from: bek, to: st-1 }
  - { type: MADE, from: bek, to: st-2 }
  - { type: MADE, from: cleo, to: st-4 }
  - { type: ON_BEHALF_OF, from: st-1, to: office }
  - { type: MADE_AT, from: st-1, to: forum }
  - { type: MADE_AT, from: st-4, to: forum }
  - { type: MADE_AT, from: st-3, to: hearing }
  - { type: PARTICIPATED_IN, from: ada, to: forum, role: SPEAKER }
  - { type: PARTICIPATED_IN, from: ada, to: forum, role: MODERATOR }
  - { type: PARTICIPATED_IN, from: cleo, to: forum, role: SPEAKER }
  - { type: PARTICIPATED_IN, from: office, to: forum, role: REPRESENTED }
  - { type: PARTICIPATED_IN, from: council, to: forum, role: ORGANIZER }
  - { type: PARTICIPATED_IN, from: bek, to: hearing, role: SPEAKER }
`;

describeOnEngines('positions', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine, { documents: [WORLD] });
  });

  afterAll(() => app.close());

  async function ask(args: string) {
    const { positions } = await app.data(
      `{ positions(${args}) {
        topics { slug }
        event { slug }
        statements { nodes { date statement { slug } topics { slug } actors { slug } } }
        speakers { totalCount nodes { slug } }
        silent { totalCount nodes { slug } }
      } }`,
    );
    return {
      topics: slugsOf(positions.topics),
      event: positions.event?.slug as string | undefined,
      statements: positions.statements.nodes.map(
        ({ statement }: { statement: { slug: string } }) => statement.slug,
      ) as string[],
      speakers: sorted(positions.speakers.nodes),
      silent: sorted(positions.silent.nodes),
      nodes: positions.statements.nodes as Record<string, unknown>[],
    };
  }

  it('are on the topic and on all narrower ones, also in a circle, by date and the undated last', async () => {
    const found = await ask('topic: "water"');
    expect(found.topics).toEqual(['water', 'dams', 'rivers']);
    expect(found.statements).toEqual(['st-2', 'st-1', 'st-3']);
    expect(found.nodes).toEqual([
      { date: '2023-01-02', statement: { slug: 'st-2' }, topics: [{ slug: 'dams' }], actors: [{ slug: 'bek' }] },
      { date: '2024-05-10', statement: { slug: 'st-1' }, topics: [{ slug: 'water' }], actors: [{ slug: 'ada' }, { slug: 'bek' }] },
      { date: null, statement: { slug: 'st-3' }, topics: [{ slug: 'rivers' }], actors: [] },
    ]); // prettier-ignore
  });

  it('name as speakers those who spoke and those who were spoken for', async () => {
    expect((await ask('topic: "water"')).speakers).toEqual(['ada', 'bek', 'office']);
  });

  it('name nobody as silent where no event is given', async () => {
    const found = await ask('topic: "water"');
    expect([found.event, found.silent]).toEqual([undefined, []]);
  });

  it.each<[string, string, { statements: string[]; speakers: string[]; silent: string[] }]>([
    [
      'at an event',
      'topic: "water", event: "forum"',
      { statements: ['st-1'], speakers: ['ada', 'bek', 'office'], silent: ['cleo', 'council'] },
    ],
    [
      'at an event where nobody is named as the speaker',
      'topic: "water", event: "hearing"',
      { statements: ['st-3'], speakers: [], silent: ['bek'] },
    ],
    [
      'by an act, which silence does not depend on',
      'topic: "water", event: "forum", acts: [URGED]',
      { statements: [], speakers: [], silent: ['cleo', 'council'] },
    ],
    [
      'by one of some acts',
      'topic: "water", acts: [URGED, PRAISED]',
      { statements: ['st-2'], speakers: ['bek'], silent: [] },
    ],
    ['by no act', 'topic: "water", acts: []', { statements: [], speakers: [], silent: [] }],
    [
      'of somebody',
      'topic: "water", actors: ["ada"]',
      { statements: ['st-1'], speakers: ['ada', 'bek', 'office'], silent: [] },
    ],
    [
      'for an organization, or of somebody who said nothing on it',
      'topic: "water", event: "forum", actors: ["office", "cleo"]',
      { statements: ['st-1'], speakers: ['ada', 'bek', 'office'], silent: ['cleo'] },
    ],
    [
      'in a range of time',
      'topic: "water", during: { to: "2023", certainly: true }',
      { statements: ['st-2'], speakers: ['bek'], silent: [] },
    ],
    [
      'on a narrower topic of a circle, which is all of it',
      'topic: "dams"',
      { statements: ['st-2', 'st-1', 'st-3'], speakers: ['ada', 'bek', 'office'], silent: [] },
    ],
    [
      'on another topic',
      'topic: "bread"',
      { statements: ['st-1', 'st-4'], speakers: ['ada', 'bek', 'cleo', 'office'], silent: [] },
    ],
    [
      'about an entity that is no topic',
      'about: "council"',
      { statements: ['st-1'], speakers: ['ada', 'bek', 'office'], silent: [] },
    ],
    [
      'about it at an event',
      'about: "council", event: "forum"',
      { statements: ['st-1'], speakers: ['ada', 'bek', 'office'], silent: ['cleo', 'council'] },
    ],
    ['about what nobody spoke of', 'about: "ada"', { statements: [], speakers: [], silent: [] }],
    [
      'at an event, about anything',
      'event: "forum"',
      {
        statements: ['st-1', 'st-4'],
        speakers: ['ada', 'bek', 'cleo', 'office'],
        silent: ['council'],
      },
    ],
    [
      'about a topic, as by its own argument',
      'about: "water", event: "forum"',
      { statements: ['st-1'], speakers: ['ada', 'bek', 'office'], silent: ['cleo', 'council'] },
    ],
  ])('are those %s', async (_what, args, expected) => {
    const { statements, speakers, silent } = await ask(args);
    expect({ statements, speakers, silent }).toEqual(expected);
  });

  it.each([
    ['about: "water"', 'water', ['water', 'dams', 'rivers'], [['water']]],
    ['about: "council"', 'council', [], [['bread', 'water']]],
    ['event: "forum"', null, ['bread', 'water'], [['bread', 'water'], ['bread']]],
  ])('say which topics are theirs: %s', async (args, about, topics, ofEach) => {
    const { positions } = await app.data(`{
      positions(${args}) {
        about { slug }
        topics { slug }
        statements { nodes { statement { slug } topics { slug } } }
      }
    }`);
    const atForum = positions.statements.nodes.filter(
      ({ statement }: { statement: { slug: string } }) => /st-[14]/.test(statement.slug),
    );
    expect([
      positions.about?.slug ?? null,
      slugsOf(positions.topics),
      atForum.map((one: { topics: { slug: string }[] }) => slugsOf(one.topics)),
    ]).toEqual([about, topics, ofEach]);
  });

  it.each([
    [
      'acts: [NOTED]',
      '`positions` needs `about`, `event` or both. `about` is the slug of any entity, `event` that of an event.',
    ],
    ['about: "water", topic: "water"', '`about` and `topic` cannot be used together. Use `about`.'],
    [
      'about: "watre"',
      'Unknown slug “watre” in `about`. Did you mean “water”? `entities` lists valid slugs.',
    ],
    [
      'event: "ada"',
      '`event` must be the slug of an entity of the type EVENT: “ada” is of the type PERSON.',
    ],
  ])('are refused with what is needed: %s', async (args, message) => {
    const { errors } = await app.ask(`{ positions(${args}) { topics { slug } } }`);
    expect(errors?.map((error) => error.message)).toEqual([message]);
  });

  describe('come', () => {
    it('page by page, in the order that is asked for', async () => {
      const page = async (args: string) => {
        const { positions } = await app.data(
          `{ positions(topic: "water") { statements(orderBy: { by: SLUG, direction: DESC }, ${args}) { totalCount nodes { statement { slug } } pageInfo { hasNextPage endCursor } } } }`,
        );
        return positions.statements;
      };
      const first = await page('first: 2');
      const second = await page(`first: 2, after: "${first.pageInfo.endCursor}"`);
      const slugs = [first, second].map(({ nodes }) =>
        nodes.map(({ statement }: { statement: { slug: string } }) => statement.slug),
      );
      expect([first.totalCount, slugs, second.pageInfo.hasNextPage]).toEqual([
        3,
        [['st-3', 'st-2'], ['st-1']],
        false,
      ]);
    });

    it('only with a cursor of their own', async () => {
      const { data } = await app.ask(
        '{ positions(topic: "water") { speakers(first: 1) { pageInfo { endCursor } } } }',
      );
      const cursor = data.positions.speakers.pageInfo.endCursor as string;
      const { errors } = await app.ask(
        `{ positions(topic: "bread") { speakers(first: 1, after: "${cursor}") { totalCount } } }`,
      );
      expect(errors?.[0]?.message).toMatch(/^`after` is a cursor of another list\./);
    });
  });
});
