import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { slugsOf } from '../support/answers.js';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';
import { SEED_REPORT, voices, voicesOf, type Edge } from '../support/voices.js';

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
});
