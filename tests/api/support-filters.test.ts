import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';

/**
 * Who chaired a forum: the Gazette says Ada in 2019; the Courier says in 2021 that it was not her but
 * Bek, whom the Gazette then names, too. The Letter, which is undated, implies a third; the editors
 * add a topic; and the Courier alone denies that Dina was there.
 */
const world = `kenes: 1
sources:
  - { slug: gazette-2019, publisher: gazette, publishedAt: 2019-05-02 }
  - { slug: courier-2021, publisher: courier, informers: [ministry], publishedAt: 2021-03 }
  - { slug: gazette-2021, publisher: gazette, informers: [ministry], publishedAt: "2021" }
  - { slug: letter, publisher: courier }
entities:
  - { slug: gazette, type: Organization }
  - { slug: courier, type: Organization }
  - { slug: ministry, type: Organization }
  - { slug: forum, type: Event }
  - { slug: water, type: Topic }
  - { slug: ada, type: Person }
  - { slug: bek, type: Person }
  - { slug: cem, type: Person }
  - { slug: dina, type: Person }
relations:
  - type: PARTICIPATED_IN
    from: ada
    to: forum
    role: MODERATOR
    evidence:
      - { source: gazette-2019 }
      - { source: courier-2021, stance: CONTRADICTS, value: bek~PARTICIPATED_IN~forum~MODERATOR }
  - type: PARTICIPATED_IN
    from: bek
    to: forum
    role: MODERATOR
    evidence: [{ source: courier-2021 }, { source: gazette-2021 }]
  - { type: PARTICIPATED_IN, from: cem, to: forum, role: SPEAKER, evidence: [{ source: letter, inferred: true }] }
  - { type: PARTICIPATED_IN, from: dina, to: forum, role: SPEAKER, evidence: [{ source: courier-2021, stance: CONTRADICTS }] }
  - { type: ABOUT, from: forum, to: water, evidence: [{ source: kenes-editorial }] }
`;

const ADA = 'ada~PARTICIPATED_IN~forum~MODERATOR';
const BEK = 'bek~PARTICIPATED_IN~forum~MODERATOR';
const CEM = 'cem~PARTICIPATED_IN~forum~SPEAKER';
const DINA = 'dina~PARTICIPATED_IN~forum~SPEAKER';
const WATER = 'forum~ABOUT~water';

describeOnEngines('how well sources support relations', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine, { documents: [world] });
  });

  afterAll(() => app.close());

  const relations = async (filter: string, fields = 'key'): Promise<Record<string, unknown>[]> => {
    const { relations: found } = await app.data(
      `{ relations(filter: { ${filter} }) { totalCount nodes { ${fields} } } }`,
    );
    expect(found.totalCount).toBe(found.nodes.length);
    return found.nodes as Record<string, unknown>[];
  };
  const keys = async (filter: string): Promise<string[]> =>
    (await relations(filter)).map(({ key }) => String(key));

  it('is told of each, with its sources, their publishers and its rivals', async () => {
    const fields = `key standing isContested sources { slug publishedAt } publishers { slug }
      rivals { key standing }`;
    const none = { sources: [], publishers: [], rivals: [] };
    expect(await relations('', fields)).toEqual([
      {
        key: ADA, standing: 'STATED', isContested: true,
        sources: [{ slug: 'gazette-2019', publishedAt: '2019-05-02' }],
        publishers: [{ slug: 'gazette' }], rivals: [{ key: BEK, standing: 'STATED' }],
      },
      {
        key: BEK, standing: 'STATED', isContested: true,
        sources: [{ slug: 'courier-2021', publishedAt: '2021-03' }, { slug: 'gazette-2021', publishedAt: '2021' }],
        publishers: [{ slug: 'courier' }, { slug: 'gazette' }], rivals: [{ key: ADA, standing: 'STATED' }],
      },
      { key: CEM, standing: 'INFERRED', isContested: false, ...none },
      { key: DINA, standing: 'DENIED', isContested: true, ...none },
      { key: WATER, standing: 'EDITORIAL', isContested: false, ...none },
    ]); // prettier-ignore
  });

  it.each([
    ['standing: [STATED]', [ADA, BEK]],
    ['standing: [INFERRED, EDITORIAL]', [CEM, WATER]],
    ['standing: []', []],
    ['contested: true', [ADA, BEK, DINA]],
    ['contested: false', [CEM, WATER]],
    ['maxPublishers: 1', [ADA, CEM, DINA, WATER]],
    ['maxPublishers: 0', [CEM, DINA, WATER]],
    ['minPublishers: 1, maxOrigins: 1', [ADA, BEK]],
    ['sources: ["letter", "gazette-2019"]', [ADA]],
    ['publishers: ["courier"]', [BEK]],
    ['publishers: ["courier", "gazette"], contested: true', [ADA, BEK]],
  ])('is a filter: %s', async (filter, expected) => {
    expect(await keys(filter)).toEqual(expected);
  });

  it.each([
    // Only the first report was there. Its claim was contested by nobody.
    ['publishedUntil: "2020"', [[ADA, 'STATED', false, 1, 1]]],
    // A source of March is known in April; one of the year 2021 may be of December.
    [
      'publishedUntil: "2021-04"',
      [[ADA, 'STATED', true, 1, 1], [BEK, 'STATED', true, 1, 1], [DINA, 'DENIED', true, 0, 0]],
    ],
    // The undated letter and the choices of the editors stay aside.
    [
      'publishedUntil: "2030"',
      [[ADA, 'STATED', true, 1, 1], [BEK, 'STATED', true, 2, 1], [DINA, 'DENIED', true, 0, 0]],
    ],
    ['publishedUntil: "2018"', []],
    ['publishedUntil: "2020", contested: false', [[ADA, 'STATED', false, 1, 1]]],
    ['publishedUntil: "2020", contested: true', []],
    ['publishedUntil: "2021-04", maxPublishers: 1, publishers: ["courier"]', [[BEK, 'STATED', true, 1, 1]]],
    ['publishedUntil: "2021-04", without: ["gazette-2019"], standing: [STATED]', [[BEK, 'STATED', true, 1, 1]]],
    [
      'without: ["courier-2021"]',
      [[ADA, 'STATED', false, 1, 1], [BEK, 'STATED', false, 1, 1], [CEM, 'INFERRED', false, 0, 0], [WATER, 'EDITORIAL', false, 0, 0]],
    ],
  ])('is decided anew by the sources that are left: %s', async (filter, expected) => {
    const found = await relations(filter, 'key standing isContested publisherCount originCount');
    expect(found.map((one) => Object.values(one))).toEqual(expected);
  }); // prettier-ignore

  // ADA is stated of 2019 and denied for BEK in 2021-03; both papers of 2021 state BEK.
  it.each([
    ['publishedUntil: "2030"', [[ADA, [[BEK, 2]]], [BEK, [[ADA, 1]]], [DINA, []]]],
    ['publishedUntil: "2021-04"', [[ADA, [[BEK, 1]]], [BEK, [[ADA, 1]]], [DINA, []]]],
    ['publishedUntil: "2020"', [[ADA, []]]],
    // BEK is left, but nothing that is left says that the two exclude each other.
    ['without: ["courier-2021"]', [[ADA, []], [BEK, []], [CEM, []], [WATER, []]]],
    // The denial is left, and ADA has fallen.
    ['without: ["gazette-2019"]', [[BEK, []], [CEM, []], [DINA, []], [WATER, []]]],
  ])('lists the rivals that the sources leave, with what these count: %s', async (filter, expected) => {
    const found = await relations(filter, 'key rivals { key publisherCount }');
    const pairs = found.map(({ key, rivals }) => [
      key,
      (rivals as { key: string; publisherCount: number }[]).map((one) => Object.values(one)),
    ]);
    expect(pairs).toEqual(expected);
  }); // prettier-ignore

  it('is told in sentences by the sources that are left', async () => {
    const sentenceOf = async (filter: string) =>
      (await relations(filter, 'key sentence(language: EN)')).find(({ key }) => key === ADA)![
        'sentence'
      ];
    expect(await sentenceOf('publishedUntil: "2021-04"')).toMatch(/Bek/i);
    expect(await sentenceOf('publishedUntil: "2020"')).not.toMatch(/Bek/i);
    expect(await sentenceOf('without: ["courier-2021"]')).not.toMatch(/Bek/i);
  });

  it('is looked at by networks, paths, interlocks, degrees and filters of entities', async () => {
    const { network, paths, interlocks, entity, people } = await app.data(`{
      network(center: ["forum"], filter: { publishedUntil: "2020" }) { nodes { slug } edges { key isContested } }
      paths(from: "ada", to: "bek", filter: { publishedUntil: "2020" }) { paths { length } }
      interlocks(slug: "ada", filter: { standing: [STATED] }) { nodes { entity { slug } } }
      entity(slug: "forum") { degree(filter: { contested: true }) relations(filter: { standing: [INFERRED] }) { nodes { slug } } }
      people(orderBy: { by: SLUG }, filter: { related: [{ relation: { maxPublishers: 0 } }] }) { nodes { slug } }
    }`);
    expect(network).toEqual({
      nodes: [{ slug: 'forum' }, { slug: 'ada' }],
      edges: [{ key: ADA, isContested: false }],
    });
    expect(paths).toEqual({ paths: [] });
    expect(interlocks).toEqual({ nodes: [{ entity: { slug: 'bek' } }] });
    expect(entity).toEqual({ degree: 3, relations: { nodes: [{ slug: 'cem' }] } });
    expect(people).toEqual({ nodes: [{ slug: 'cem' }, { slug: 'dina' }] });
  });

  it('is explained by the sources of a day', async () => {
    const { paths } = await app.data(`{
      paths(from: "bek", to: "forum", filter: { publishedUntil: "2021-04" }) { paths { explanation(language: EN) } }
    }`);
    const [{ explanation }] = paths.paths;
    expect(explanation).toBe(
      'bek moderated forum [1]; however, according to gazette, ada moderated forum [2].\n\n[1] courier, March 2021\n[2] gazette, 2 May 2019',
    );
  });

  it('names the rival in its sentence, and who holds that, even if only the rival is denied', async () => {
    const { bek, ada } = await app.data(`{
      bek: relation(key: "${BEK}") { sentence(language: EN) }
      ada: relation(key: "${ADA}") { sentence(language: EN) }
    }`);
    expect([bek.sentence, ada.sentence]).toEqual([
      'bek moderated forum; however, according to gazette, ada moderated forum.',
      'ada moderated forum; however, according to courier, bek moderated forum.',
    ]);
  });

  it('is shown by evidence of one stance, explicit or inferred, or of some sources', async () => {
    const { relation, source } = await app.data(`{
      relation(key: "${ADA}") {
        against: evidence(properties: [], stance: CONTRADICTS) { totalCount nodes { source { slug } } }
        explicit: evidence(properties: [], inferred: false, sources: ["gazette-2019"]) { nodes { source { slug } } }
        inferred: evidence(inferred: true) { totalCount }
      }
      source(slug: "courier-2021") { evidence(stance: CONTRADICTS, properties: []) { nodes { target { ... on Relation { key } } } } }
    }`);
    expect(relation).toEqual({
      against: { totalCount: 1, nodes: [{ source: { slug: 'courier-2021' } }] },
      explicit: { nodes: [{ source: { slug: 'gazette-2019' } }] },
      inferred: { totalCount: 0 },
    });
    expect(source.evidence.nodes).toEqual([{ target: { key: ADA } }, { target: { key: DINA } }]);
  });

  it('is shown without evidence of sources that are set aside', async () => {
    const { relation } = await app.data(`{
      relation(key: "${BEK}") {
        without: evidence(properties: [], without: ["courier-2021"]) { totalCount nodes { source { slug } } }
        known: evidence(properties: [], publishedUntil: "2021-06") { totalCount nodes { source { slug } } }
      }
    }`);
    expect(relation).toEqual({
      without: { totalCount: 1, nodes: [{ source: { slug: 'gazette-2021' } }] },
      known: { totalCount: 1, nodes: [{ source: { slug: 'courier-2021' } }] },
    });
  });

  it.each([
    ['{ relations(filter: { sources: ["gazette-2091"] }) { totalCount } }', 'Unknown source “gazette-2091” in `sources`.', 'gazette-2019'],
    ['{ relations(filter: { publishers: ["gazete"] }) { totalCount } }', 'Unknown slug “gazete” in `filter.publishers`.', 'gazette'],
    ['{ network(filter: { without: ["leter"] }) { truncated } }', 'Unknown source “leter” in `without`.', 'letter'],
    ['{ interlocks(slug: "ada", filter: { sources: ["leter"] }) { totalCount } }', 'Unknown source “leter” in `sources`.', 'letter'],
    ['{ entities(filter: { related: [{ relation: { sources: ["leter"] } }] }) { totalCount } }', 'Unknown source “leter” in `sources`.', 'letter'],
    ['{ entity(slug: "ada") { relations(filter: { without: ["leter"] }) { totalCount } } }', 'Unknown source “leter” in `without`.', 'letter'],
    ['{ entity(slug: "ada") { degree(filter: { publishers: ["gazete"] }) } }', 'Unknown slug “gazete” in `filter.publishers`.', 'gazette'],
    [`{ relation(key: "${ADA}") { evidence(without: ["leter"]) { totalCount } } }`, 'Unknown source “leter” in `without`.', 'letter'],
    [`{ relation(key: "${ADA}") { evidence(sources: ["leter"]) { totalCount } } }`, 'Unknown source “leter” in `sources`.', 'letter'],
  ])('is refused for a name that there is not: %s', async (query, message, nearest) => {
    const { errors } = await app.ask(query);
    expect(errors?.[0]?.message).toMatch(message);
    expect(errors?.[0]?.extensions).toMatchObject({ nearest });
  }); // prettier-ignore
});
