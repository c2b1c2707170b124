import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';

const DISAGREEMENT = `
  kind
  property
  target { ... on Entity { slug } ... on Relation { key } }
  sides {
    value
    shown
    publisherCount
    originCount
    relation { key }
    statement { slug }
    evidence { stance value target { ... on Entity { slug } ... on Relation { key } } source { slug publisher { slug } } }
  }`;

interface Side {
  readonly value: string | null;
  readonly shown: boolean;
  readonly publisherCount: number;
  readonly originCount: number;
  readonly relation: { readonly key: string } | null;
  readonly statement: { readonly slug: string } | null;
  readonly evidence: readonly {
    readonly source: { readonly slug: string; readonly publisher: { readonly slug: string } };
  }[];
}

interface Disagreement {
  readonly kind: string;
  readonly property: string | null;
  readonly target: { readonly slug?: string; readonly key?: string };
  readonly sides: readonly Side[];
}

const nameOf = ({ target }: Disagreement): string => target.slug ?? target.key ?? '';

/** A side in a line: what, whether it is shown, how many publishers and origins, and the publishers. */
const lineOf = ({ value, statement, shown, publisherCount, originCount, evidence }: Side): string =>
  [
    value ?? statement?.slug ?? '–',
    shown ? 'shown' : 'not shown',
    `${publisherCount}/${originCount}`,
    [...new Set(evidence.map(({ source }) => source.publisher.slug))].sort().join(' '),
  ].join(' | ');

describeOnEngines('the disagreements of the seed', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine);
  });

  afterAll(() => app.close());

  async function sidesOf(target: string, property: string | null): Promise<string[]> {
    const { disagreements } = await app.data(
      `query ($target: String!) { disagreements(targets: [$target]) { nodes { ${DISAGREEMENT} } } }`,
      { variables: { target } },
    );
    const [found] = (disagreements.nodes as Disagreement[]).filter(
      (one) => one.property === property,
    );
    return found?.sides.map(lineOf) ?? [];
  }

  it('are listed by slug and key, then by property', async () => {
    const { disagreements } = await app.data(
      `{ disagreements(first: 100) { totalCount nodes { ${DISAGREEMENT} } } }`,
    );
    const found = (disagreements.nodes as Disagreement[]).map((one) =>
      [one.kind, nameOf(one), one.property].filter((part) => part !== null).join(' '),
    );
    expect(found).toEqual([
      'PROPERTY kaz-iccpr-report-3 ordinal',
      'PROPERTY kaz-iccpr-report-3~REVIEWED_BY~un-human-rights-committee date',
      'RIVAL_RELATIONS kazakhstan~PARTY_TO~opcat~ACCESSION',
      'PROPERTY kazakhstan~PARTY_TO~opcat~RATIFICATION date',
      'RIVAL_RELATIONS national-centre-for-human-rights-kz~PARTICIPATED_IN~conference-penitentiary-2025~ORGANIZER',
      'PROPERTY npm model',
      'DISPUTED_STATEMENT st-dzhanibekov-figures-kznews~DISPUTES~st-dzhanibekov-figures',
      'PROPERTY st-khojimatov-npm-capacity act',
      'PROPERTY st-khojimatov-npm-capacity text',
      'PROPERTY st-khojimatov-welcome act',
      'PROPERTY st-lastaev-prison-medicine act',
      'PROPERTY st-lastaev-recidivism act',
      'PROPERTY st-lastaev-rights-beyond-walls act',
      'DISPUTED_STATEMENT st-ombudsman-torture-cases-series~DISPUTES~st-lastaev-torture-figures',
      'DISPUTED_STATEMENT st-omct-smear~DISPUTES~st-ombudsman-2025-05-14',
    ]);
    expect(disagreements.totalCount).toBe(found.length);
  });

  it.each<[string, string, string | null, string[]]>([
    [
      'who organised the conference',
      'ombudsman-kz~PARTICIPATED_IN~conference-penitentiary-2025~ORGANIZER',
      null,
      [
        'ombudsman-kz~PARTICIPATED_IN~conference-penitentiary-2025~ORGANIZER | shown | 2/1 | astana-times kazakhstan-today',
        'national-centre-for-human-rights-kz~PARTICIPATED_IN~conference-penitentiary-2025~ORGANIZER | shown | 1/1 | kazpravda',
      ],
    ],
    [
      'the ordinal of the report under the Covenant',
      'kaz-iccpr-report-3',
      'ordinal',
      ['3 | shown | 3/4 | kazakhstan-today kibhr ohchr', '4 | not shown | 1/1 | mfa-kz'],
    ],
    [
      'the days of its review',
      'kaz-iccpr-report-3~REVIEWED_BY~un-human-rights-committee',
      'date',
      [
        '2025-06-24/2025-06-25 | shown | 2/2 | kibhr mfa-kz ohchr',
        '2025-07-24/2025-07-25 | not shown | 1/1 | kibhr',
      ],
    ],
    [
      'how Kazakhstan bound itself to the protocol against torture',
      'kazakhstan~PARTY_TO~opcat~RATIFICATION',
      null,
      [
        'kazakhstan~PARTY_TO~opcat~RATIFICATION | shown | 2/2 | adilet apt',
        'kazakhstan~PARTY_TO~opcat~ACCESSION | shown | 2/1 | astana-times kazakhstan-today',
      ],
    ],
    [
      'the day of that',
      'kazakhstan~PARTY_TO~opcat~RATIFICATION',
      'date',
      ['2008-06-26 | shown | 1/1 | adilet', '2008-10-22 | not shown | 1/1 | apt'],
    ],
    [
      'how many cases or complaints of torture there were',
      'st-lastaev-torture-figures',
      null,
      [
        'st-lastaev-torture-figures | shown | 1/1 | kazpravda',
        'st-ombudsman-torture-cases-series | shown | 1/1 | kazinform',
      ],
    ],
  ])('are told with both sides: %s', async (_what, target, property, sides) => {
    expect(await sidesOf(target, property)).toEqual(sides);
  });

  it('take three readings a page, however many there are and whatever is asked of them', async () => {
    await app.data(
      `{ disagreements(first: 100) { nodes {
        target { ... on Entity { name } ... on Relation { from { name } to { name } evidence { nodes { note } } } }
        sides {
          relation { title from { name } }
          statement { text madeBy { nodes { name } } }
          evidence { note source { title publisher { name } informers { name } } }
        }
      } } }`,
    );
    expect(app.reads.map(({ start }) => start)).toEqual([
      'page of disagreements',
      'entities by slug',
      'relations by key',
    ]);
  });

  it('are counted without being read', async () => {
    const { disagreements } = await app.data(
      '{ disagreements(kinds: [DISPUTED_STATEMENT]) { totalCount } }',
    );
    expect(disagreements.totalCount).toBe(3);
    expect(app.reads.map(({ start }) => start)).toEqual(['page of disagreements']);
  });

  it.each([1, 2, 7])(
    'are the same page by page of %i, from the start and from the end',
    async (size) => {
      const page = async (
        variables: Record<string, unknown>,
      ): Promise<{ names: string[]; pageInfo: Record<string, string> }> => {
        const { disagreements } = await app.data(
          `query ($first: Int, $last: Int, $after: String, $before: String) {
            disagreements(first: $first, last: $last, after: $after, before: $before) {
              nodes { ${DISAGREEMENT} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
            }
          }`,
          { variables },
        );
        const names = (disagreements.nodes as Disagreement[]).map(
          (one) => `${nameOf(one)} ${one.property}`,
        );
        return { names, pageInfo: disagreements.pageInfo };
      };
      const all = (await page({ first: 100 })).names;
      const forward: string[] = [];
      for (let after = {}, more = true; more;) {
        const { names, pageInfo } = await page({ first: size, ...after });
        forward.push(...names);
        after = { after: pageInfo['endCursor'] };
        more = Boolean(pageInfo['hasNextPage']);
      }
      const backward: string[] = [];
      for (let before = {}, more = true; more;) {
        const { names, pageInfo } = await page({ last: size, ...before });
        backward.unshift(...names);
        before = { before: pageInfo['startCursor'] };
        more = Boolean(pageInfo['hasPreviousPage']);
      }
      expect([forward, backward]).toEqual([all, all]);
    },
  );

  it('have cursors that are good for the same kinds and targets only', async () => {
    const { disagreements } = await app.data(
      '{ disagreements(first: 1) { pageInfo { endCursor } } }',
    );
    const { errors } = await app.ask(
      `{ disagreements(kinds: [PROPERTY], after: "${disagreements.pageInfo.endCursor}") { totalCount } }`,
    );
    expect(errors?.[0]?.message).toMatch(/^`after` is a cursor of another list\./);
  });

  describe('and what rests on one source alone:', () => {
    it('the relations that it alone confirms, by key, on all pages', async () => {
      const relations = await app.store.snapshot(async (records) => {
        const all: { key: string; sources: readonly string[] }[] = [];
        for await (const batch of records.relations()) all.push(...batch);
        return all;
      });
      const expected = relations
        .filter(({ sources }) => sources.length === 1 && sources[0] === 'kt-2025-12-11')
        .map(({ key }) => key)
        .sort();
      expect(expected.length).toBeGreaterThan(20);
      const keys: string[] = [];
      for (let after = '', more = true; more;) {
        const { source } = await app.data(
          `{ source(slug: "kt-2025-12-11") { soleSupportOf(first: 17${after}) { totalCount nodes { key publisherCount } pageInfo { hasNextPage endCursor } } } }`,
        );
        const { totalCount, nodes, pageInfo } = source.soleSupportOf;
        expect(totalCount).toBe(expected.length);
        keys.push(...nodes.map(({ key }: { key: string }) => key));
        after = `, after: "${pageInfo.endCursor}"`;
        more = pageInfo.hasNextPage;
      }
      expect(keys).toEqual(expected);
      expect(keys).toContain('matilda-bogner~MADE~st-bogner-npm');
      expect(keys).not.toContain(
        'mvd-kz~PARTICIPATED_IN~conference-penitentiary-2025~CO_ORGANIZER',
      );
    });

    it('of many sources in one reading', async () => {
      const { sources } = await app.data(
        '{ sources(first: 100) { nodes { slug soleSupportOf(last: 1) { totalCount nodes { key from { name } } } } } }',
      );
      expect(app.reads).toEqual([
        { start: 'page of sources', expansions: ['soleSupportOf', 'soleSupportOf.from'] },
      ]);
      const { totalCount } = sources.nodes.find(
        ({ slug }: { slug: string }) => slug === 'kenes-editorial',
      ).soleSupportOf;
      expect(totalCount).toBe(0);
    });

    it('with cursors that are checked', async () => {
      const { errors } = await app.ask(
        '{ source(slug: "kt-2025-12-11") { soleSupportOf(first: 1000) { totalCount } } }',
      );
      expect(errors?.[0]?.message).toMatch(/^`first` must be between 0 and 100 \(got 1000\)\./);
    });
  });
});

/** Papers A and B have what they say from the office; C does not say from whom; D is its own. */
const SOURCES = `
kenes: 1
sources:
  - { slug: a, publisher: paper-a, informers: [office] }
  - { slug: b, publisher: paper-b, informers: [office] }
  - { slug: c, publisher: paper-c }
  - { slug: d, publisher: paper-d, informers: [paper-d] }
entities:
  - { slug: office, type: Organization }
  - { slug: paper-a, type: Organization }
  - { slug: paper-b, type: Organization }
  - { slug: paper-c, type: Organization }
  - { slug: paper-d, type: Organization }
`;

const EVERY_KIND = `${SOURCES}
  - { slug: meeting, type: Event, startDate: 2024-05-10, evidence: [{ source: a, property: startDate }, { source: b, property: startDate }, { source: d, property: startDate, stance: CONTRADICTS, value: 2024-05-11 }, { source: c, property: startDate, value: 2024-05 }] }
  - { slug: rumour, type: Event, evidence: [{ source: a }, { source: d, stance: CONTRADICTS }] }
  - { slug: forum, type: Event, kind: CONFERENCE, startDate: 2024 }
  - { slug: st-one, type: Statement, text: { en: One. }, evidence: [{ source: a }, { source: d, inferred: true }] }
  - { slug: st-two, type: Statement, text: { en: Two. }, evidence: [{ source: c }, { source: d }] }
  - { slug: ada, type: Person }
  - { slug: bek, type: Person }
  - { slug: cleo, type: Person }
relations:
  - { type: DISPUTES, from: st-two, to: st-one, evidence: [{ source: kenes-editorial, note: They differ. }] }
  - { type: PARTICIPATED_IN, from: ada, to: meeting, role: ORGANIZER, evidence: [{ source: a }, { source: b }] }
  - type: PARTICIPATED_IN
    from: bek
    to: meeting
    role: ORGANIZER
    evidence:
      - { source: d }
      - { source: a, stance: CONTRADICTS, value: ada~PARTICIPATED_IN~meeting~ORGANIZER }
      - { source: c, stance: CONTRADICTS, value: cleo~PARTICIPATED_IN~meeting~ORGANIZER }
  - { type: PARTICIPATED_IN, from: ada, to: forum, role: SPEAKER, evidence: [{ source: b }, { source: c, stance: CONTRADICTS }, { source: d, stance: CONTRADICTS, value: she was ill }] }
`;

describeOnEngines('disagreements', (engine) => {
  it('are of every kind, each with its sides and what speaks for them', async () => {
    const app = await openApp(engine, { documents: [EVERY_KIND] });
    const { disagreements } = await app.data(`{ disagreements { nodes { ${DISAGREEMENT} } } }`);
    const found = (disagreements.nodes as Disagreement[]).map((one) => [
      [one.kind, nameOf(one), one.property].filter((part) => part !== null).join(' '),
      ...one.sides.map(lineOf),
    ]);
    expect(found).toEqual([
      [
        'DENIAL ada~PARTICIPATED_IN~forum~SPEAKER',
        'ada~PARTICIPATED_IN~forum~SPEAKER | shown | 1/1 | paper-b',
        '– | not shown | 1/1 | paper-c',
        'she was ill | not shown | 1/1 | paper-d',
      ],
      [
        'RIVAL_RELATIONS ada~PARTICIPATED_IN~meeting~ORGANIZER',
        'ada~PARTICIPATED_IN~meeting~ORGANIZER | shown | 2/1 | paper-a paper-b',
        'bek~PARTICIPATED_IN~meeting~ORGANIZER | shown | 1/1 | paper-d',
      ],
      [
        'RIVAL_RELATIONS bek~PARTICIPATED_IN~meeting~ORGANIZER',
        'bek~PARTICIPATED_IN~meeting~ORGANIZER | shown | 1/1 | paper-d',
        // The graph has no such relation: it is known from what it rules out.
        'cleo~PARTICIPATED_IN~meeting~ORGANIZER | not shown | 1/1 | paper-c',
      ],
      [
        'PROPERTY meeting startDate',
        // May is no other day.
        '2024-05-10 | shown | 2/1 | paper-a paper-b paper-c',
        '2024-05-11 | not shown | 1/1 | paper-d',
      ],
      ['DENIAL rumour', 'rumour | shown | 1/1 | paper-a', '– | not shown | 1/1 | paper-d'],
      [
        'DISPUTED_STATEMENT st-two~DISPUTES~st-one',
        'st-two | shown | 2/1 | paper-c paper-d',
        'st-one | shown | 1/1 | paper-a paper-d',
      ],
    ]);
    const [, rivals] = disagreements.nodes as Disagreement[];
    expect(rivals!.sides.map(({ relation }) => relation?.key)).toEqual([
      'ada~PARTICIPATED_IN~meeting~ORGANIZER',
      'bek~PARTICIPATED_IN~meeting~ORGANIZER',
    ]);
    await app.close();
  });

  it.each<[string, string, string[]]>([
    [
      'of some kinds',
      'kinds: [DENIAL, DISPUTED_STATEMENT]',
      ['ada~PARTICIPATED_IN~forum~SPEAKER', 'rumour', 'st-two~DISPUTES~st-one'],
    ],
    ['of no kind', 'kinds: []', []],
    [
      'on an entity and its relations',
      'targets: ["meeting"]',
      ['ada~PARTICIPATED_IN~meeting~ORGANIZER', 'bek~PARTICIPATED_IN~meeting~ORGANIZER', 'meeting'],
    ],
    [
      'on the relations of an entity',
      'targets: ["ada"]',
      ['ada~PARTICIPATED_IN~forum~SPEAKER', 'ada~PARTICIPATED_IN~meeting~ORGANIZER'],
    ],
    ['on a statement', 'targets: ["st-one"]', ['st-two~DISPUTES~st-one']],
    [
      'on a relation and its rivals',
      'targets: ["bek~PARTICIPATED_IN~meeting~ORGANIZER"]',
      ['ada~PARTICIPATED_IN~meeting~ORGANIZER', 'bek~PARTICIPATED_IN~meeting~ORGANIZER'],
    ],
    [
      'on a rival that the graph does not have',
      'targets: ["cleo~PARTICIPATED_IN~meeting~ORGANIZER"], kinds: [RIVAL_RELATIONS]',
      ['bek~PARTICIPATED_IN~meeting~ORGANIZER'],
    ],
    ['on what nobody contests', 'targets: ["office"]', []],
  ])('can be asked for by what they are: those %s', async (_what, args, names) => {
    const app = await openApp(engine, { documents: [EVERY_KIND] });
    const { disagreements } = await app.data(
      `{ disagreements(${args}) { totalCount nodes { ${DISAGREEMENT} } } }`,
    );
    expect((disagreements.nodes as Disagreement[]).map(nameOf)).toEqual(names);
    expect(disagreements.totalCount).toBe(names.length);
    await app.close();
  });

  const linesIn = async (app: TestApp, args: string): Promise<string[][]> => {
    const { disagreements } = await app.data(
      `{ disagreements(${args}) { totalCount nodes { ${DISAGREEMENT} } } }`,
    );
    const found = (disagreements.nodes as Disagreement[]).map((one) => [
      nameOf(one),
      ...one.sides.map(lineOf),
    ]);
    expect(disagreements.totalCount).toBe(found.length);
    return found;
  };

  it.each<[string, string, string[][]]>([
    [
      'a denial, a rival and another value are not',
      'without: ["d"]',
      [
        [
          'ada~PARTICIPATED_IN~forum~SPEAKER',
          'ada~PARTICIPATED_IN~forum~SPEAKER | shown | 1/1 | paper-b',
          '– | not shown | 1/1 | paper-c',
        ],
        [
          'st-two~DISPUTES~st-one',
          'st-one | shown | 1/1 | paper-a',
          'st-two | shown | 1/1 | paper-c',
        ],
      ],
    ],
    [
      'two relations that only it contrasts are not',
      'without: ["a"]',
      [
        [
          'ada~PARTICIPATED_IN~forum~SPEAKER',
          'ada~PARTICIPATED_IN~forum~SPEAKER | shown | 1/1 | paper-b',
          '– | not shown | 1/1 | paper-c',
          'she was ill | not shown | 1/1 | paper-d',
        ],
        [
          'bek~PARTICIPATED_IN~meeting~ORGANIZER',
          'bek~PARTICIPATED_IN~meeting~ORGANIZER | shown | 1/1 | paper-d',
          'cleo~PARTICIPATED_IN~meeting~ORGANIZER | not shown | 1/1 | paper-c',
        ],
        [
          'meeting',
          '2024-05-10 | shown | 1/1 | paper-b paper-c',
          '2024-05-11 | not shown | 1/1 | paper-d',
        ],
        [
          'st-two~DISPUTES~st-one',
          'st-two | shown | 2/1 | paper-c paper-d',
          'st-one | shown | 0/0 | paper-d',
        ],
      ],
    ],
    [
      'what is denied of a relation that falls is not',
      'without: ["b"], kinds: [DENIAL]',
      [['rumour', 'rumour | shown | 1/1 | paper-a', '– | not shown | 1/1 | paper-d']],
    ],
    [
      'a dispute that only editors see is not',
      'without: ["kenes-editorial"], targets: ["st-one"]',
      [],
    ],
    ['nothing is that no dated source says', 'publishedUntil: "2025"', []],
  ])('are those of the sources that a reader has not set aside: %s', async (_what, args, lines) => {
    const app = await openApp(engine, { documents: [EVERY_KIND] });
    expect(await linesIn(app, args)).toEqual(lines);
    await app.close();
  });

  it('tell of a rival that falls what is still said in its favour', async () => {
    const app = await openApp(engine, {
      documents: [
        `${SOURCES}
  - { slug: meeting, type: Event }
  - { slug: ada, type: Person }
  - { slug: bek, type: Person }
relations:
  - { type: PARTICIPATED_IN, from: ada, to: meeting, role: ORGANIZER, evidence: [{ source: b }] }
  - type: PARTICIPATED_IN
    from: bek
    to: meeting
    role: ORGANIZER
    evidence:
      - { source: d }
      - { source: a, stance: CONTRADICTS, value: ada~PARTICIPATED_IN~meeting~ORGANIZER }
`,
      ],
    });
    expect(await linesIn(app, 'without: ["b"]')).toEqual([
      [
        'ada~PARTICIPATED_IN~meeting~ORGANIZER',
        'bek~PARTICIPATED_IN~meeting~ORGANIZER | shown | 1/1 | paper-d',
        'ada~PARTICIPATED_IN~meeting~ORGANIZER | not shown | 1/1 | paper-a',
      ],
    ]);
    const { disagreements } = await app.data(
      '{ disagreements(without: ["b"]) { nodes { sides { relation { key publisherCount } } } } }',
    );
    expect(disagreements.nodes[0].sides.map(({ relation }: Side) => relation)).toEqual([
      { key: 'bek~PARTICIPATED_IN~meeting~ORGANIZER', publisherCount: 1 },
      null,
    ]);
    await app.close();
  });

  it('are told whole where more sources speak than one statement brings', async () => {
    const number = 450;
    const sources = Array.from({ length: number }, (_, index) => `s-${String(index + 1000)}`);
    const app = await openApp(engine, {
      documents: [
        `kenes: 1
sources:
${sources.map((slug) => `  - { slug: ${slug}, publisher: paper }`).join('\n')}
entities:
  - { slug: paper, type: Organization }
  - slug: meeting
    type: Event
    startDate: 2024-05-10
    evidence:
${sources.map((slug, index) => `      - { source: ${slug}, property: startDate${index % 3 === 1 ? ', stance: CONTRADICTS, value: 2024-05-11' : ''} }`).join('\n')}`,
      ],
    });
    const { disagreements } = await app.data(
      '{ disagreements { nodes { sides { value publisherCount evidence { id } } } } }',
    );
    const [{ sides }] = disagreements.nodes;
    expect(sides.map(({ value, evidence }: Side) => [value, evidence.length])).toEqual([
      ['2024-05-10', 300],
      ['2024-05-11', 150],
    ]);
    await app.close();
  });

  it('are none where nobody disagrees', async () => {
    const document = `${SOURCES}
  - { slug: meeting, type: Event, startDate: 2024-05-10, evidence: [{ source: a, property: startDate }, { source: d, property: startDate, value: 2024 }] }
  - { slug: ada, type: Person }
relations:
  - { type: MEMBER_OF, from: ada, to: office, title: head, evidence: [{ source: a, property: title }, { source: b, property: title, value: director }] }
`;
    const app = await openApp(engine, { documents: [document] });
    const { disagreements } = await app.data(
      `{ disagreements { totalCount nodes { ${DISAGREEMENT} } pageInfo { hasNextPage endCursor } } }`,
    );
    expect(disagreements).toEqual({
      totalCount: 0,
      nodes: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
    await app.close();
  });
});

describeOnEngines('the disagreements of an entity', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine);
  });

  afterAll(() => app.close());

  const CONFERENCE = 'conference-penitentiary-2025';

  it('are those that the list has on it and on its relations', async () => {
    const { entity, disagreements } = await app.data(`{
      entity(slug: "${CONFERENCE}") {
        disagreements(first: 100) { totalCount nodes { ${DISAGREEMENT} } }
      }
      disagreements(targets: ["${CONFERENCE}"], first: 100) { totalCount nodes { ${DISAGREEMENT} } }
    }`);
    expect(entity.disagreements).toEqual(disagreements);
    const names = (disagreements.nodes as Disagreement[]).map(nameOf);
    expect(names).toContain(
      `national-centre-for-human-rights-kz~PARTICIPATED_IN~${CONFERENCE}~ORGANIZER`,
    );
    for (const name of names) expect(name).toContain(CONFERENCE);
  });

  it('are those of the sources that a reader has not set aside', async () => {
    const aside = 'without: ["kazpravda-2025-12-10"], first: 100';
    const { entity, disagreements } = await app.data(`{
      entity(slug: "${CONFERENCE}") { disagreements(${aside}) { totalCount nodes { ${DISAGREEMENT} } } }
      disagreements(targets: ["${CONFERENCE}"], ${aside}) { totalCount nodes { ${DISAGREEMENT} } }
    }`);
    expect(entity.disagreements).toEqual(disagreements);
    // Only that source says that another one organised it.
    expect((disagreements.nodes as Disagreement[]).map(nameOf)).not.toContain(
      `national-centre-for-human-rights-kz~PARTICIPATED_IN~${CONFERENCE}~ORGANIZER`,
    );
  });

  it('are paged, of some kinds, and carry what they are about', async () => {
    const ask = async (args: string) => {
      const { entity } = await app.data(`{
        entity(slug: "kazakhstan") {
          disagreements(${args}) {
            nodes { kind target { ... on Relation { key from { slug } } } }
            pageInfo { endCursor }
          }
        }
      }`);
      return entity.disagreements;
    };
    const kinds = 'kinds: [PROPERTY, RIVAL_RELATIONS]';
    const all = await ask(`${kinds}, first: 100`);
    expect(all.nodes.length).toBeGreaterThan(1);
    const first = await ask(`${kinds}, first: 1`);
    const rest = await ask(`${kinds}, first: 100, after: "${first.pageInfo.endCursor}"`);
    expect([...first.nodes, ...rest.nodes]).toEqual(all.nodes);
    for (const { kind, target } of all.nodes) {
      expect(['PROPERTY', 'RIVAL_RELATIONS']).toContain(kind);
      expect(target.from.slug).toBe('kazakhstan');
    }
  });

  it('are none where nobody disagrees', async () => {
    const { entity } = await app.data(
      '{ entity(slug: "astana") { disagreements { totalCount nodes { kind } } } }',
    );
    expect(entity.disagreements).toEqual({ totalCount: 0, nodes: [] });
  });
});

describeOnEngines('a source', (engine) => {
  it('is the sole support of what no other one says outright', async () => {
    const document = `${SOURCES}
  - { slug: ada, type: Person, evidence: [{ source: a }] }
  - { slug: bek, type: Person }
relations:
  - { type: MEMBER_OF, from: ada, to: office, title: head, evidence: [{ source: a }, { source: b, inferred: true }, { source: c, stance: CONTRADICTS }] }
  - { type: MEMBER_OF, from: ada, to: paper-a, evidence: [{ source: a }, { source: b }] }
  - { type: MEMBER_OF, from: ada, to: paper-b, evidence: [{ source: a, inferred: true }] }
  - { type: MEMBER_OF, from: ada, to: paper-c, since: 2020, evidence: [{ source: a, property: since }] }
  - { type: MEMBER_OF, from: bek, to: office, evidence: [{ source: a, note: once }, { source: kenes-editorial }] }
  - { type: MEMBER_OF, from: bek, to: paper-a, evidence: [{ source: kenes-editorial }] }
`;
    const app = await openApp(engine, { documents: [document] });
    const supportOf = async (args = ''): Promise<unknown[]> => {
      const { sources } = await app.data(
        `{ sources { nodes { slug soleSupportOf${args} { totalCount nodes { key publisherCount } } } } }`,
      );
      return sources.nodes.map(
        ({
          slug,
          soleSupportOf,
        }: {
          slug: string;
          soleSupportOf: { totalCount: number; nodes: { key: string; publisherCount: number }[] };
        }) => {
          expect(soleSupportOf.nodes.every(({ publisherCount }) => publisherCount === 1)).toBe(
            true,
          );
          return [slug, soleSupportOf.totalCount, ...soleSupportOf.nodes.map(({ key }) => key)];
        },
      );
    };
    // Of those that are left, one is the only one of more, and one that is not left of none.
    expect(await supportOf('(without: ["b"])')).toEqual([
      ['a', 3, 'ada~MEMBER_OF~office', 'ada~MEMBER_OF~paper-a', 'bek~MEMBER_OF~office'],
      ['b', 0],
      ['c', 0],
      ['d', 0],
      ['kenes-editorial', 0],
    ]);
    expect(await supportOf('(without: ["a"])')).toEqual([
      ['a', 0],
      ['b', 1, 'ada~MEMBER_OF~paper-a'],
      ['c', 0],
      ['d', 0],
      ['kenes-editorial', 0],
    ]);
    expect(await supportOf()).toEqual([
      ['a', 2, 'ada~MEMBER_OF~office', 'bek~MEMBER_OF~office'],
      ['b', 0],
      ['c', 0],
      ['d', 0],
      ['kenes-editorial', 0],
    ]);
    await app.close();
  });
});
