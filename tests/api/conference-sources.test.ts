import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';
import { SEED_REPORT, voices, voicesOf, type Edge, type Evidenced } from '../support/voices.js';

/** What sources say of each of several relations, by key. */
function sidesOf({ nodes }: { nodes: readonly (Evidenced & { key: string })[] }): object {
  return Object.fromEntries(nodes.map((relation) => [relation.key, voicesOf(relation)]));
}

describeOnEngines('the conference of the seed', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine);
  });

  afterAll(async () => {
    await app.close();
  });

  it.each([
    [
      SEED_REPORT,
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
          source(slug: "${SEED_REPORT}") {
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
      { slug: 'st-penal-reform-oversight' },
      { key: 'st-penal-reform-oversight~ABOUT~public-oversight' },
      { slug: 'st-penal-reform-population' },
      { key: 'st-penal-reform-population~ABOUT~prison-population' },
      { slug: 'st-penal-reform-protection' },
      { key: 'st-penal-reform-protection~ABOUT~rights-in-detention' },
      { slug: 'st-penal-reform-standards' },
      { key: 'st-penal-reform-standards~ABOUT~prisoner-treatment-standards' },
    ]);
  });

  it.each([
    ['oversight', []],
    ['population', [['artur-lastaev', 1, 1, ['astana-times-2025-12']]]],
    ['protection', []],
    ['standards', [['artur-lastaev', 1, 1, ['astana-times-2025-12']]]],
  ])(
    'has Lastayev by The Astana Times alone for two of the four points of characters 1363 to 1660: %s',
    async (point, speakers) => {
      const { entity } = await app.data(`{
        entity(slug: "st-penal-reform-${point}") {
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
      ).toEqual(speakers);
    },
  );

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
          // The year alone: the text has none, and its dateline is the day of the report.
          { ...says('kt-2025-12-11', 'kazakhstan-today', true), value: '2025' },
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
        SEED_REPORT,
        'kt-en-2025-12-11',
      ],
      [centre]: [
        `astana-times-2025-12: against ${commissioner}`,
        'kazpravda-2025-12-10',
        `${SEED_REPORT}: against ${commissioner}`,
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
        SEED_REPORT,
        'kt-en-2025-12-11',
      ],
      [ratification]: [
        'adilet-2008-opcat',
        'apt-kazakhstan',
        `astana-times-2025-12: against ${accession}`,
        `${SEED_REPORT}: against ${accession}`,
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
          says(SEED_REPORT, '3', 'CONFIRMS'),
          says('mfa-kz-2025-05-26', '4', 'CONTRADICTS'),
          says('ohchr-ccpr-co3-2025', '3', 'CONFIRMS'),
        ],
      },
    });
  });
});
