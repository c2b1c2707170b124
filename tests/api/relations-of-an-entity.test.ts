import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { TestApp } from '../support/app.js';
import { openCouncil } from '../support/council.js';
import { describeOnEngines } from '../support/engines.js';

describeOnEngines('a list of the relations of an entity', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openCouncil(engine);
  });

  afterAll(async () => {
    await app.close();
  });

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

  it('is, for one type, a field at each of its ends', async () => {
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
