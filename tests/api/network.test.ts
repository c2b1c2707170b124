import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';

interface Network {
  readonly nodes: readonly { readonly slug: string; readonly degree: number; type: string }[];
  readonly edges: readonly { readonly key: string }[];
  readonly truncated: boolean;
  readonly reason: string | null;
}

describeOnEngines('a network of the conference', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine);
  });

  afterAll(() => app.close());

  const network = async (args: string): Promise<Network> => {
    const { network: found } = await app.data(`{
      network(${args}) { nodes { slug type degree } edges { key } truncated reason }
    }`);
    return found as Network;
  };

  it('is what the centre has relations with, and all relations among these', async () => {
    const { nodes, edges, truncated } = await network('center: ["npm"]');
    const { entity } = await app.data(`{
      entity(slug: "npm") { relations(first: 100) { nodes { slug } } }
    }`);
    const neighbours = entity.relations.nodes.map(({ slug }: { slug: string }) => slug);
    expect(new Set(nodes.map(({ slug }) => slug))).toEqual(new Set(['npm', ...neighbours]));
    expect(nodes[0]!.slug).toBe('npm');
    expect(truncated).toBe(false);
    const keys = edges.map(({ key }) => key);
    expect(keys).toEqual([...keys].sort());
    // Of two neighbours of the centre.
    expect(keys).toContain('spt-report-kaz-2023~SUBMITTED_UNDER~opcat');
    const slugs = nodes.map(({ slug }) => slug);
    for (const key of keys) {
      const [from, , to] = key.split('~');
      expect(slugs).toEqual(expect.arrayContaining([from, to]));
    }
  });

  it('takes the nearest in, then those with the most relations, then by slug', async () => {
    const whole = await network('center: ["npm"], depth: 2, limit: 5000');
    const near = await network('center: ["npm"]');
    expect(whole.nodes.slice(0, near.nodes.length)).toEqual(near.nodes);
    for (const level of [near.nodes.slice(1), whole.nodes.slice(near.nodes.length)]) {
      const sorted = [...level].sort((a, b) => b.degree - a.degree || (a.slug < b.slug ? -1 : 1));
      expect(level).toEqual(sorted);
    }
    const cut = await network('center: ["npm"], depth: 2, limit: 10');
    expect(cut.nodes).toEqual(whole.nodes.slice(0, 10));
    expect(cut).toMatchObject({ truncated: true, reason: 'LIMIT' });
  });

  it('keeps to the whole filter', async () => {
    const filter = `filter: {
      relationTypes: [PARTICIPATED_IN], roles: [ORGANIZER, CO_ORGANIZER],
      during: { from: "2025", to: "2025" }, minOrigins: 2
    }`;
    const { nodes, edges } = await network(`center: ["conference-penitentiary-2025"], ${filter}`);
    expect(nodes.map(({ slug }) => slug)).toContain('mvd-kz');
    expect(edges.length).toBe(nodes.length - 1);
    for (const { key } of edges) expect(key).toMatch(/ORGANIZER$/);
  });

  it('leads to the entity types that are wanted, and keeps all relations among them', async () => {
    const { nodes } = await network(
      'center: ["conference-penitentiary-2025"], filter: { entityTypes: [PERSON] }',
    );
    const [center, ...others] = nodes;
    expect(center).toMatchObject({ type: 'EVENT' });
    expect(others.length).toBeGreaterThan(4);
    for (const { type } of others) expect(type).toBe('PERSON');
  });

  it('is of the entities with the most relations where no centre is given', async () => {
    const { nodes, truncated } = await network('limit: 10');
    const { entities } = await app.data(`{
      entities(orderBy: { by: DEGREE, direction: DESC }, first: 10) { nodes { degree } }
    }`);
    expect(nodes.map(({ degree }) => degree)).toEqual(
      entities.nodes.map(({ degree }: { degree: number }) => degree),
    );
    expect(truncated).toBe(true);
  });

  it('is the centre alone at depth 0, and nothing around no centre', async () => {
    expect(await network('center: ["npm", "opcat"], depth: 0')).toMatchObject({
      nodes: [{ slug: 'npm' }, { slug: 'opcat' }],
      edges: [{ key: 'npm~ESTABLISHED_UNDER~opcat' }],
    });
    expect(await network('center: []')).toMatchObject({ nodes: [], edges: [] });
  });

  it('carries whatever entities and relations carry, in one reading', async () => {
    const { network: found } = await app.data(`{
      network(center: ["npm"]) {
        nodes { name ... on Statement { act madeBy { nodes { name } } } }
        edges { from { name } evidence { totalCount nodes { source { slug } } } }
      }
    }`);
    expect(found.edges.length).toBeGreaterThan(10);
    expect(app.reads.map(({ start }) => start)).toEqual(['network']);
  });

  it.each([
    ['an unknown slug', 'center: ["npm", "ombudsman-kx"]', /in `center`\..*“ombudsman-kz”/],
    [
      'a depth over the maximum',
      'center: ["npm"], depth: 5',
      /`depth` must be between 0 and 4 \(got 5\)/,
    ],
    ['a negative depth', 'center: ["npm"], depth: -1', /between 0 and 4/],
    ['a limit over the maximum', 'limit: 5001', /between 1 and 5,000/],
    ['a limit of nothing', 'limit: 0', /between 1 and 5,000/],
    [
      'too many centres',
      `center: [${'"npm",'.repeat(101)}]`,
      /`center` must have at most 100 slugs \(got 101\)/,
    ],
  ])('tells %s with what is allowed', async (_what, args, message) => {
    const { errors } = await app.ask(`{ network(${args}) { truncated } }`);
    expect(errors?.map((error) => error.message)).toEqual([expect.stringMatching(message)]);
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });
});
