import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { slugsOf } from '../support/answers.js';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';
import { voices, voicesOf, type Evidenced } from '../support/voices.js';

interface Slugs {
  readonly nodes: readonly { readonly slug: string }[];
}

interface RestEdge {
  readonly node: { readonly slug: string; readonly kind: string; readonly supplements: Slugs };
  readonly relation: Evidenced;
}

describeOnEngines('the conference of the seed', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine);
  });

  afterAll(async () => {
    await app.close();
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
    expect(totalCount).toBe(58);
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
        'st-penal-reform-population',
        'st-penal-reform-standards',
        'st-rogov-constitution',
        'st-rogov-convicts',
        'st-rogov-customary-law',
        'st-rogov-early-reform',
        'st-simkic-projects',
        'st-simkic-standards',
        'st-vassilenko-institutions',
        'st-vassilenko-reports',
        'st-zhakselekova-2025',
        'st-zhakselekova-udhr',
      ],
    });
  });
});
