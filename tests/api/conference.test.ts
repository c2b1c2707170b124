import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { relationTypes, type RelationTypeDefinition } from '../../src/vocabulary/relation-types.js';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';

const SEED = 'kt-2025-12-11';

interface Voice {
  readonly source: { readonly slug: string };
  readonly inferred: boolean;
  readonly stance: string;
  readonly value: string | null;
}

/** What sources say on a whole: `source`, `source: inferred` or `source: against KEY`. */
function voicesOf(relation: { evidence: { nodes: readonly Voice[] } }): string[] {
  return relation.evidence.nodes.map(({ source, inferred, stance, value }) => {
    const against = stance === 'CONTRADICTS' ? `: against ${String(value)}` : '';
    return `${source.slug}${inferred ? ': inferred' : against}`;
  });
}

type Evidenced = Parameters<typeof voicesOf>[0];

interface Slugs {
  readonly nodes: readonly { readonly slug: string }[];
}

interface Edge {
  readonly node: { readonly slug: string };
  readonly relation: Evidenced & { readonly publisherCount: number; readonly originCount: number };
}

interface RestEdge {
  readonly node: { readonly slug: string; readonly kind: string; readonly supplements: Slugs };
  readonly relation: Evidenced;
}

function slugsOf({ nodes }: Slugs): string[] {
  return nodes.map(({ slug }) => slug);
}

/** What sources say of each of several relations, by key. */
function sidesOf({ nodes }: { nodes: readonly (Evidenced & { key: string })[] }): object {
  return Object.fromEntries(nodes.map((relation) => [relation.key, voicesOf(relation)]));
}

const voices = 'evidence(properties: []) { nodes { stance inferred value source { slug } } }';

describeOnEngines('the conference of the seed', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine);
  });

  afterAll(async () => {
    await app.close();
  });

  it('has its organisers and co-organisers with how many publishers and origins say so', async () => {
    const { entity } = await app.data(`{
      entity(slug: "conference-penitentiary-2025") {
        ... on Event {
          participants(filter: { roles: [ORGANIZER, CO_ORGANIZER] }) {
            totalCount
            edges { relation { role publisherCount originCount } node { slug } }
          }
        }
      }
    }`);
    const co = { role: 'CO_ORGANIZER', publisherCount: 3, originCount: 2 };
    expect(entity.participants).toEqual({
      totalCount: 6,
      edges: [
        { relation: co, node: { slug: 'council-of-europe' } },
        { relation: co, node: { slug: 'mvd-kz' } },
        {
          relation: { role: 'ORGANIZER', publisherCount: 1, originCount: 1 },
          node: { slug: 'national-centre-for-human-rights-kz' },
        },
        {
          relation: { role: 'ORGANIZER', publisherCount: 2, originCount: 1 },
          node: { slug: 'ombudsman-kz' },
        },
        { relation: co, node: { slug: 'osce-programme-office-astana' } },
        { relation: co, node: { slug: 'undp-kazakhstan' } },
      ],
    });
  });

  it('has five speakers by the seed report, and eight by all sources', async () => {
    const { entity } = await app.data(`{
      entity(slug: "conference-penitentiary-2025") {
        ... on Event {
          participants(filter: { roles: [SPEAKER] }) {
            edges { node { slug } relation { publisherCount originCount ${voices} } }
          }
        }
      }
    }`);
    const speakers = entity.participants.edges.map(({ node, relation }: Edge) => [
      node.slug,
      relation.publisherCount,
      relation.originCount,
      voicesOf(relation),
    ]);
    expect(speakers).toEqual([
      ['aleska-simkic', 2, 1, ['astana-times-2025-12', SEED]],
      [
        'artur-lastaev',
        4,
        4,
        [
          'astana-times-2025-12',
          'baq-kk-2025-12-10-lastayev: inferred',
          'baq-kk-2025-12-10-opening',
          'baq-ru-2025-12-10-opening',
          'kazpravda-2025-12-10',
          'kazpravda-2025-12-colony',
          SEED,
          'kt-en-2025-12-11',
        ],
      ],
      ['botagoz-zhakselekova', 0, 0, ['baq-ru-2025-12-10-zhakselekova: inferred']],
      ['igor-rogov', 0, 0, ['baq-ru-2025-12-10-rogov: inferred']],
      ['katarzyna-wawiernia', 1, 1, ['baq-kk-2025-12-10-opening']],
      ['matilda-bogner', 1, 1, [SEED]],
      ['stanislav-vassilenko', 1, 1, [SEED]],
      ['sukhrob-khojimatov', 2, 1, ['astana-times-2025-12', SEED, 'kt-en-2025-12-11']],
    ]);
  });

  it('has the people who spoke about the NPM, of whom four did so there', async () => {
    const aboutNpm = {
      related: [{ relation: { relationTypes: ['ABOUT'] }, entity: { slugs: ['npm'] } }],
    };
    const madeThere = {
      related: [
        {
          relation: { relationTypes: ['MADE_AT'] },
          entity: { slugs: ['conference-penitentiary-2025'] },
        },
      ],
    };
    const { everywhere, there } = await app.data(
      `query ($spoke: [RelatedFilter!]!, $spokeThere: [RelatedFilter!]!) {
        everywhere: people(filter: { related: $spoke }, orderBy: { by: SLUG }) { nodes { slug } }
        there: people(filter: { related: $spokeThere }, orderBy: { by: SLUG }) { nodes { slug } }
      }`,
      {
        variables: {
          spoke: [{ relation: { relationTypes: ['MADE'] }, entity: aboutNpm }],
          spokeThere: [
            { relation: { relationTypes: ['MADE'] }, entity: { and: [aboutNpm, madeThere] } },
          ],
        },
      },
    );
    expect(slugsOf(everywhere)).toEqual([
      'abai-kairbekov',
      'artur-lastaev',
      'matilda-bogner',
      'stanislav-vassilenko',
      'sukhrob-khojimatov',
    ]);
    expect(slugsOf(there)).toEqual([
      'artur-lastaev',
      'matilda-bogner',
      'stanislav-vassilenko',
      'sukhrob-khojimatov',
    ]);
  });

  it('has what was said about the NPM, by whom and by which act', async () => {
    const { entity } = await app.data(`{
      entity(slug: "npm") {
        ... on Topic {
          discussedIn(filter: { entityTypes: [STATEMENT] }) {
            nodes { slug ... on Statement { act madeBy { nodes { slug } } } }
          }
        }
      }
    }`);
    const points = entity.discussedIn.nodes.map(
      ({ slug, act, madeBy }: { slug: string; act: string; madeBy: Slugs }) => [
        slug,
        act,
        slugsOf(madeBy),
      ],
    );
    expect(points).toEqual([
      ['st-bogner-npm', 'NOTED', ['matilda-bogner']],
      ['st-kairbekov-cooperation', 'NOTED', ['abai-kairbekov']],
      ['st-khojimatov-npm-capacity', 'NOTED', ['sukhrob-khojimatov']],
      ['st-khojimatov-welcome', 'WELCOMED', ['sukhrob-khojimatov']],
      ['st-lastaev-npm', 'NOTED', ['artur-lastaev']],
      ['st-states-ombudsman-npm', 'PRAISED', ['un-member-states']],
      ['st-un-experts-praise', 'PRAISED', ['un-experts']],
      ['st-vassilenko-institutions', 'NOTED', ['stanislav-vassilenko']],
    ]);
  });

  it.each([
    [
      SEED,
      [
        'probably 11 December 2025',
        'предположительно 11 декабря 2025 г.',
        'болжам бойынша 2025 жылғы 11 желтоқсан',
      ],
    ],
    ['kt-en-2025-12-11', ['11 December 2025', '11 декабря 2025 г.', '2025 жылғы 11 желтоқсан']],
  ])('cites the evidence of %s', async (slug, [inEnglish, inRussian, inKazakh]) => {
    const { source } = await app.data(`{
      source(slug: "${slug}") {
        title urls publisher { en: name(language: EN) ru: name(language: RU) }
        evidence(first: 5) {
          nodes {
            selector { start end }
            en: citation(language: EN) ru: citation(language: RU) kk: citation(language: KK)
          }
        }
      }
    }`);
    const { title, urls, publisher, evidence } = source;
    expect(evidence.nodes).toHaveLength(5);
    for (const { selector, en, ru, kk } of evidence.nodes) {
      const cited = (name: string, quoted: string, date: string | undefined, range: string) =>
        [name, title && quoted, date, urls[0], selector && range].filter(Boolean).join(', ');
      const range = selector && `${selector.start}–${selector.end}`;
      expect(en).toBe(cited(publisher.en, `“${title}”`, inEnglish, `characters ${range}`));
      expect(ru).toBe(cited(publisher.ru, `«${title}»`, inRussian, `символы ${range}`));
      expect(kk.endsWith(cited('', `«${title}»`, inKazakh, `${range}-таңбалар`))).toBe(true);
    }
  });

  it('has nobody who made the point of characters 1363 to 1660, on the evidence of that text', async () => {
    const targets: unknown[] = [];
    for (let after: string | null = null; ;) {
      const { source } = await app.data(
        `query ($after: String) {
          source(slug: "${SEED}") {
            evidence(properties: [], first: 100, after: $after) {
              pageInfo { hasNextPage endCursor }
              nodes {
                selector { start end }
                target { ... on Relation { key } ... on Entity { slug } }
              }
            }
          }
        }`,
        { variables: { after } },
      );
      const { nodes, pageInfo } = source.evidence;
      for (const { selector, target } of nodes) {
        if (selector.start < 1660 && selector.end > 1363) targets.push(target);
      }
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(targets).toEqual([
      { slug: 'prison-population' },
      { slug: 'prisoner-treatment-standards' },
      { slug: 'public-oversight' },
      { slug: 'st-unattributed-penal-reform' },
      { key: 'st-unattributed-penal-reform~ABOUT~prison-population' },
      { key: 'st-unattributed-penal-reform~ABOUT~prisoner-treatment-standards' },
      { key: 'st-unattributed-penal-reform~ABOUT~public-oversight' },
      { key: 'st-unattributed-penal-reform~ABOUT~rights-in-detention' },
    ]);
  });

  it('has Lastayev for that point by The Astana Times alone', async () => {
    const { entity } = await app.data(`{
      entity(slug: "st-unattributed-penal-reform") {
        ... on Statement {
          madeBy { edges { node { slug } relation { publisherCount originCount ${voices} } } }
        }
      }
    }`);
    expect(
      entity.madeBy.edges.map(({ node, relation }: Edge) => [
        node.slug,
        relation.publisherCount,
        relation.originCount,
        voicesOf(relation),
      ]),
    ).toEqual([['artur-lastaev', 1, 1, ['astana-times-2025-12']]]);
  });

  it('has the day 10 December 2025 by three publishers and not by the dateline of the seed report', async () => {
    const { entity } = await app.data(`{
      entity(slug: "conference-penitentiary-2025") {
        ... on Event { startDate endDate }
        evidence(properties: ["startDate"]) {
          nodes { value stance inferred source { slug publisher { slug } } }
        }
      }
    }`);
    const says = (source: string, publisher: string, inferred: boolean) => ({
      value: '2025-12-10',
      stance: 'CONFIRMS',
      inferred,
      source: { slug: source, publisher: { slug: publisher } },
    });
    expect(entity).toEqual({
      startDate: '2025-12-10',
      endDate: null,
      evidence: {
        nodes: [
          says('astana-times-2025-12', 'astana-times', false),
          says('baq-kk-2025-12-10-opening', 'baq-kz', true),
          says('baq-ru-2025-12-10-opening', 'baq-kz', false),
          says('kazpravda-2025-12-10', 'kazpravda', false),
          says('kazpravda-2025-12-colony', 'kazpravda', true),
        ],
      },
    });
  });

  it('keeps both sides on who organised it', async () => {
    const { relations } = await app.data(`{
      relations(to: ["conference-penitentiary-2025"], filter: { roles: [ORGANIZER] }) {
        nodes { key ${voices} }
      }
    }`);
    const commissioner = 'ombudsman-kz~PARTICIPATED_IN~conference-penitentiary-2025~ORGANIZER';
    const centre =
      'national-centre-for-human-rights-kz~PARTICIPATED_IN~conference-penitentiary-2025~ORGANIZER';
    expect(sidesOf(relations)).toEqual({
      [commissioner]: [
        'astana-times-2025-12',
        `kazpravda-2025-12-10: against ${centre}`,
        SEED,
        'kt-en-2025-12-11',
      ],
      [centre]: [
        `astana-times-2025-12: against ${commissioner}`,
        'kazpravda-2025-12-10',
        `${SEED}: against ${commissioner}`,
        `kt-en-2025-12-11: against ${commissioner}`,
      ],
    });
  });

  it('keeps both sides on what Kazakhstan did to be bound by OPCAT', async () => {
    const { relations } = await app.data(`{
      relations(from: ["kazakhstan"], to: ["opcat"]) { nodes { key date ${voices} } }
    }`);
    const accession = 'kazakhstan~PARTY_TO~opcat~ACCESSION';
    const ratification = 'kazakhstan~PARTY_TO~opcat~RATIFICATION';
    expect(sidesOf(relations)).toEqual({
      [accession]: [
        `adilet-2008-opcat: against ${ratification}`,
        `apt-kazakhstan: against ${ratification}`,
        'astana-times-2025-12',
        SEED,
        'kt-en-2025-12-11',
      ],
      [ratification]: [
        'adilet-2008-opcat',
        'apt-kazakhstan',
        `astana-times-2025-12: against ${accession}`,
        `${SEED}: against ${accession}`,
        `kt-en-2025-12-11: against ${accession}`,
      ],
      'kazakhstan~PARTY_TO~opcat~SIGNATURE': ['adilet-2008-opcat'],
    });
    expect(relations.nodes.map(({ date }: { date: string }) => date)).toEqual([
      null,
      '2008-06-26',
      '2007-09-25',
    ]);
  });

  it('shows 3 as the ordinal of the report on the ICCPR, and 4 as the word of the foreign ministry', async () => {
    const { entity } = await app.data(`{
      entity(slug: "kaz-iccpr-report-3") {
        ... on Report { ordinal }
        evidence(properties: ["ordinal"]) { nodes { value stance source { slug } } }
      }
    }`);
    const says = (source: string, value: string, stance: string) => ({
      value,
      stance,
      source: { slug: source },
    });
    expect(entity).toEqual({
      ordinal: 3,
      evidence: {
        nodes: [
          says('bureau-en-2025-06-26', '3', 'CONFIRMS'),
          says('bureau-ru-2025-ccpr', '3', 'CONFIRMS'),
          says(SEED, '3', 'CONFIRMS'),
          says('mfa-kz-2025-05-26', '4', 'CONTRADICTS'),
          says('ohchr-ccpr-co3-2025', '3', 'CONFIRMS'),
        ],
      },
    });
  });

  it('has what the NPM rests on: a treaty, the treaty behind it, and a law', async () => {
    const { entity } = await app.data(`{
      entity(slug: "npm") {
        ... on Topic {
          since
          establishedUnder {
            edges {
              relation { publisherCount ${voices} }
              node { slug kind supplements { nodes { slug } } }
            }
          }
          coordinatedBy { nodes { slug } }
        }
      }
    }`);
    const { since, coordinatedBy, establishedUnder } = entity;
    expect([since, slugsOf(coordinatedBy)]).toEqual([
      '2014-04',
      ['coordination-council-ombudsman', 'ombudsman-kz'],
    ]);
    expect(
      establishedUnder.edges.map(({ relation, node }: RestEdge) => [
        node.slug,
        node.kind,
        slugsOf(node.supplements),
        voicesOf(relation),
      ]),
    ).toEqual([
      ['law-111-v-2013', 'LAW', [], ['apt-kazakhstan']],
      ['opcat', 'PROTOCOL', ['cat'], ['apt-kazakhstan']],
    ]);
  });

  it('has one step from it the delegation, the UN office and the ministry whose people spoke', async () => {
    const { entity } = await app.data(`{
      entity(slug: "conference-penitentiary-2025") {
        relations(first: 100) { totalCount nodes { slug type } }
      }
    }`);
    const { totalCount, nodes } = entity.relations;
    const byType = new Map<string, string[]>();
    for (const { slug, type } of nodes) byType.set(type, [...(byType.get(type) ?? []), slug]);
    expect(totalCount).toBe(57);
    expect(Object.fromEntries(byType)).toEqual({
      PERSON: [
        'aleska-simkic',
        'artur-lastaev',
        'botagoz-zhakselekova',
        'igor-rogov',
        'katarzyna-wawiernia',
        'matilda-bogner',
        'stanislav-vassilenko',
        'sukhrob-khojimatov',
      ],
      PLACE: ['astana'],
      // Two of them twice: by their part in it, and because a person of theirs spoke.
      ORGANIZATION: [
        'council-of-europe',
        'eu-delegation-kazakhstan',
        'group-civil-society',
        'group-international-partners',
        'group-judiciary-law-enforcement',
        'group-state-bodies',
        'human-rights-commission-president-kz',
        'mfa-kz',
        'ministry-of-justice-kz',
        'mvd-kz',
        'national-centre-for-human-rights-kz',
        'ohchr-central-asia',
        'ombudsman-kz',
        'ombudsman-kz',
        'osce-programme-office-astana',
        'undp-kazakhstan',
        'undp-kazakhstan',
      ],
      TOPIC: [
        'cooperation-on-human-rights',
        'human-rights-day',
        'penitentiary-reform',
        'prisoner-treatment-standards',
        'public-oversight',
        'resocialisation',
        'rights-in-detention',
      ],
      INSTRUMENT: ['udhr'],
      STATEMENT: [
        'st-bogner-npm',
        'st-khojimatov-npm-capacity',
        'st-khojimatov-welcome',
        'st-lastaev-cameras',
        'st-lastaev-certificates',
        'st-lastaev-humanisation',
        'st-lastaev-npm',
        'st-lastaev-petropavl',
        'st-lastaev-prison-medicine',
        'st-lastaev-recidivism',
        'st-lastaev-rights-beyond-walls',
        'st-lastaev-torture-figures',
        'st-rogov-constitution',
        'st-rogov-convicts',
        'st-rogov-customary-law',
        'st-rogov-early-reform',
        'st-simkic-projects',
        'st-simkic-standards',
        'st-unattributed-penal-reform',
        'st-vassilenko-institutions',
        'st-vassilenko-reports',
        'st-zhakselekova-2025',
        'st-zhakselekova-udhr',
      ],
    });
  });

  it('has everything that Stanislav Vassilenko said, and nothing of Roman Vassilenko among it', async () => {
    const { stanislav, roman } = await app.data(`{
      stanislav: entity(slug: "stanislav-vassilenko") { ...said }
      roman: entity(slug: "roman-vassilenko") { ...said }
    }
    fragment said on Person {
      memberships { edges { relation { title } node { slug } } }
      statements {
        nodes {
          slug act
          madeAt { nodes { slug } }
          onBehalfOf { nodes { slug } }
          about { nodes { slug } }
        }
      }
    }`);
    const conference = { nodes: [{ slug: 'conference-penitentiary-2025' }] };
    const ministry = { nodes: [{ slug: 'mfa-kz' }] };
    expect(stanislav).toEqual({
      memberships: {
        edges: [{ relation: { title: 'Ambassador-at-Large' }, node: { slug: 'mfa-kz' } }],
      },
      statements: {
        nodes: [
          {
            slug: 'st-vassilenko-institutions',
            act: 'NOTED',
            madeAt: conference,
            onBehalfOf: ministry,
            about: {
              nodes: [
                { slug: 'coordination-council-ombudsman' },
                { slug: 'npm' },
                { slug: 'ombudsman-kz' },
              ],
            },
          },
          {
            slug: 'st-vassilenko-reports',
            act: 'RECALLED',
            madeAt: conference,
            onBehalfOf: ministry,
            about: { nodes: [{ slug: 'kaz-iccpr-report-3' }, { slug: 'kaz-upr-report-4' }] },
          },
          {
            slug: 'st-vassilenko-zhusan',
            act: 'NOTED',
            madeAt: { nodes: [{ slug: 'mfa-public-council-2019-12-03' }] },
            onBehalfOf: ministry,
            about: { nodes: [] },
          },
        ],
      },
    });
    expect(roman).toEqual({
      memberships: {
        edges: [{ relation: { title: 'Deputy Minister' }, node: { slug: 'mfa-kz' } }],
      },
      statements: { nodes: [] },
    });
  });

  it.each(Object.entries<RelationTypeDefinition>(relationTypes))(
    'stands in a graph that has each %s relation in the fields at both its ends',
    async (type, { forward: [forward], backward: [backward] }) => {
      const ends = '{ key from { slug __typename } to { slug __typename } }';
      const { relations } = await app.data(
        `{ relations(filter: { relationTypes: [${type}] }, first: 100) { nodes ${ends} } }`,
      );
      const [first] = relations.nodes;
      const field = (name: string, end: { slug: string; __typename: string }, far: string) => `
        ${far}: entity(slug: "${end.slug}") {
          ... on ${end.__typename} { ends: ${name}(first: 100) {
            totalCount edges { relation { key } node { slug } }
          } }
        }`;
      const data = await app.data(
        `{ ${field(forward, first.from, 'to')} ${field(backward, first.to, 'from')} }`,
      );
      const { nodes } = await relationsOf(app, type, [first.from.slug], null);
      const { nodes: others } = await relationsOf(app, type, null, [first.to.slug]);
      const expected = (list: typeof nodes, far: 'from' | 'to') =>
        list.map((relation) => ({ relation: { key: relation.key }, node: relation[far] }));
      expect(byKey(data.to.ends.edges)).toEqual(byKey(expected(nodes, 'to')));
      expect(byKey(data.from.ends.edges)).toEqual(byKey(expected(others, 'from')));
      expect([data.to.ends.totalCount, data.from.ends.totalCount]).toEqual([
        nodes.length,
        others.length,
      ]);
    },
  );
});

interface Ends {
  readonly key: string;
  readonly from: { readonly slug: string };
  readonly to: { readonly slug: string };
}

/** The relations of a type from or to some entities, in the order of their keys. */
async function relationsOf(
  app: TestApp,
  type: string,
  from: readonly string[] | null,
  to: readonly string[] | null,
): Promise<{ nodes: readonly Ends[] }> {
  const { relations } = await app.data(
    `query ($from: [String!], $to: [String!]) {
      relations(from: $from, to: $to, filter: { relationTypes: [${type}] }, first: 100) {
        nodes { key from { slug } to { slug } }
      }
    }`,
    { variables: { from, to } },
  );
  return relations;
}

function byKey<T extends { readonly relation: { readonly key: string } }>(
  edges: readonly T[],
): T[] {
  return [...edges].sort((a, b) => (a.relation.key < b.relation.key ? -1 : 1));
}
