import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';

const SEED_REPORT = 'kt-2025-12-11';

/** What sources say on a whole entry: `source`, `source: inferred` or `source: against KEY`. */
function voices(evidence: { nodes: readonly Voice[] }): string[] {
  return evidence.nodes.map(({ source, inferred, stance, value }) => {
    const against = stance === 'CONTRADICTS' ? `: against ${String(value)}` : '';
    return `${source.slug}${inferred ? ': inferred' : against}`;
  });
}

interface Voice {
  readonly source: { readonly slug: string };
  readonly inferred: boolean;
  readonly stance: string;
  readonly value: string | null;
}

const slugsOf = ({ nodes }: { nodes: readonly { slug: string }[] }): string[] =>
  nodes.map(({ slug }) => slug);

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

  it('had five speakers by the seed report, and eight by all sources', async () => {
    const { entity } = await app.data(`{
      entity(slug: "conference-penitentiary-2025") {
        ... on Event {
          participants(filter: { roles: [SPEAKER] }) {
            totalCount
            edges {
              node { slug }
              relation {
                publisherCount
                originCount
                evidence(properties: []) { nodes { stance inferred value source { slug } } }
              }
            }
          }
        }
      }
    }`);
    const speakers = entity.participants.edges.map(({ node, relation }: never) => [
      (node as { slug: string }).slug,
      (relation as { publisherCount: number }).publisherCount,
      (relation as { originCount: number }).originCount,
      voices((relation as { evidence: never }).evidence),
    ]);
    expect(speakers).toEqual([
      ['aleska-simkic', 2, 1, ['astana-times-2025-12', SEED_REPORT]],
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
          SEED_REPORT,
          'kt-en-2025-12-11',
        ],
      ],
      ['botagoz-zhakselekova', 0, 0, ['baq-ru-2025-12-10-zhakselekova: inferred']],
      ['igor-rogov', 0, 0, ['baq-ru-2025-12-10-rogov: inferred']],
      ['katarzyna-wawiernia', 1, 1, ['baq-kk-2025-12-10-opening']],
      ['matilda-bogner', 1, 1, [SEED_REPORT]],
      ['stanislav-vassilenko', 1, 1, [SEED_REPORT]],
      ['sukhrob-khojimatov', 2, 1, ['astana-times-2025-12', SEED_REPORT, 'kt-en-2025-12-11']],
    ]);
  });
});
