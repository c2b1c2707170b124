import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';

/** Statements by two people about topics, an office and each other; some over several relations. */
const WORLD = `
kenes: 1
evidence: [{ source: kenes-editorial }]
entities:
  - { slug: water, type: Topic }
  - { slug: bread, type: Topic }
  - { slug: office, type: Organization }
  - { slug: ada, type: Person }
  - { slug: bek, type: Person }
  - { slug: forum, type: Event }
  - { slug: st-1, type: Statement, text: { en: One } }
  - { slug: st-2, type: Statement, text: { en: Two } }
  - { slug: st-3, type: Statement, text: { en: Three } }
  - { slug: st-4, type: Statement, text: { en: Four } }
relations:
  - { type: MADE, from: ada, to: st-1 }
  - { type: MADE, from: ada, to: st-2 }
  - { type: MADE, from: bek, to: st-2 }
  - { type: MADE, from: bek, to: st-3 }
  - { type: ABOUT, from: st-1, to: water }
  - { type: ABOUT, from: st-2, to: water }
  - { type: ABOUT, from: st-2, to: office }
  - { type: ABOUT, from: st-3, to: st-1 }
  - { type: ABOUT, from: st-4, to: bread }
  - { type: ABOUT, from: forum, to: water }
  - { type: MADE_AT, from: st-1, to: forum }
  - { type: MEMBER_OF, from: ada, to: office, title: head, since: 2010, until: 2012, instance: first }
  - { type: MEMBER_OF, from: ada, to: office, title: head, since: 2020, instance: second }
  - { type: PARTICIPATED_IN, from: ada, to: forum, role: SPEAKER }
`;

interface Link {
  readonly from: { readonly slug: string };
  readonly to: { readonly slug: string };
  readonly count: number;
  readonly relations: readonly { readonly type: string }[];
  readonly statements: readonly { readonly slug: string; readonly text: string }[];
}

describeOnEngines('the links of a network', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine, { documents: [WORLD] });
  });

  afterAll(() => app.close());

  const network = async (args: string) => {
    const { network: found } = await app.data(`{
      network(${args}) {
        truncated
        nodes { slug }
        edges { key }
        links { from { slug } to { slug } count relations { type } statements { slug text } }
      }
    }`);
    const lineOf = ({ from, to, count, relations, statements }: Link): string =>
      [
        `${from.slug} → ${to.slug}`,
        count,
        ...relations.map(({ type }) => type),
        ...statements.map(({ slug }) => slug),
      ].join(' ');
    return {
      truncated: found.truncated as boolean,
      nodes: found.nodes.map(({ slug }: { slug: string }) => slug) as string[],
      edges: found.edges.length as number,
      links: found.links.map(lineOf) as string[],
    };
  };

  it('put parallel relations together, with their number', async () => {
    const { links, edges } = await network('center: ["office"], filter: { entityTypes: [PERSON] }');
    expect(links).toEqual(['ada → office 2 MEMBER_OF MEMBER_OF']);
    expect(edges).toBe(2);
  });

  it('are all edges, if nothing is folded', async () => {
    const { links, edges, nodes } = await network('center: ["ada"], depth: 2');
    expect(nodes).toContain('st-2');
    const counts = links.map((link) => Number(link.split(' ')[3]));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(edges);
  });

  it('are statements too, each from who made it to what it is about', async () => {
    expect(await network('center: ["ada"], fold: STATEMENTS')).toEqual({
      truncated: false,
      nodes: ['ada', 'forum', 'office', 'water'],
      edges: 4,
      links: [
        'ada → forum 1 PARTICIPATED_IN',
        'ada → office 3 MEMBER_OF MEMBER_OF st-2',
        'ada → water 2 st-1 st-2',
        'forum → water 1 ABOUT',
      ],
    });
  });

  it('make what statements lead to one step away', async () => {
    const { nodes, links } = await network('center: ["bek"], depth: 2, fold: STATEMENTS');
    expect(nodes).toEqual(['bek', 'office', 'water', 'ada', 'forum']);
    // A statement about a statement leads to no node, and nobody is named as the speaker of another.
    expect(links.filter((link) => link.startsWith('bek'))).toEqual([
      'bek → office 1 st-2',
      'bek → water 1 st-2',
    ]);
  });

  it('follow statements in the direction that is asked for', async () => {
    const forward = await network(
      'center: ["water"], fold: STATEMENTS, filter: { direction: FORWARD }',
    );
    expect(forward.nodes).toEqual(['water']);
    const backward = await network(
      'center: ["water"], fold: STATEMENTS, filter: { direction: BACKWARD }',
    );
    expect(backward.nodes).toEqual(['water', 'ada', 'forum', 'bek']);
  });

  it('leave statements out if the filter allows only one of their two relations', async () => {
    const { nodes, links } = await network(
      'center: ["ada"], fold: STATEMENTS, filter: { relationTypes: [MADE, MEMBER_OF] }',
    );
    expect([nodes, links]).toEqual([['ada', 'office'], ['ada → office 2 MEMBER_OF MEMBER_OF']]);
  });

  it('lead to a statement in the centre, which stays a node', async () => {
    expect(await network('center: ["st-2"], fold: STATEMENTS')).toMatchObject({
      nodes: ['st-2', 'ada', 'office', 'water', 'bek'],
      links: expect.arrayContaining([
        'ada → office 2 MEMBER_OF MEMBER_OF',
        'ada → st-2 1 MADE',
        'ada → water 1 st-1',
        'bek → st-2 1 MADE',
        'st-2 → office 1 ABOUT',
        'st-2 → water 1 ABOUT',
      ]) as unknown,
    });
  });

  it('join only entities within the limit', async () => {
    expect(await network('center: ["ada"], fold: STATEMENTS, limit: 2')).toEqual({
      truncated: true,
      nodes: ['ada', 'forum'],
      edges: 1,
      links: ['ada → forum 1 PARTICIPATED_IN'],
    });
  });

  it('are those of the whole graph without statements, if no centre is given', async () => {
    const { nodes, links } = await network('fold: STATEMENTS');
    expect(nodes).toEqual(['ada', 'forum', 'office', 'water', 'bek', 'bread']);
    expect(links).toContain('bek → office 1 st-2');
  });

  it('carry whatever entities and relations carry', async () => {
    const { network: found } = await app.data(`{
      network(center: ["ada"], fold: STATEMENTS) {
        links { from { degree ... on Person { memberships { totalCount } } } relations { since } statements { madeBy { nodes { slug } } } }
      }
    }`);
    const [, office] = found.links;
    expect(office).toEqual({
      from: { degree: 5, memberships: { totalCount: 2 } },
      relations: [{ since: '2010' }, { since: '2020' }],
      statements: [{ madeBy: { nodes: [{ slug: 'ada' }, { slug: 'bek' }] } }],
    });
  });
});
