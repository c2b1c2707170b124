import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';

describeOnEngines('interlocks of the conference', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine);
  });

  afterAll(() => app.close());

  const interlocks = async (args: string, selection: string) =>
    (await app.data(`{ interlocks(${args}) { ${selection} } }`)).interlocks;

  it('are whom an organization meets at events, with the events themselves', async () => {
    const { nodes } = await interlocks(
      'slug: "ombudsman-kz", types: [ORGANIZATION], filter: { entityTypes: [EVENT] }',
      `nodes {
        entity { slug } weight
        witnesses { totalCount nodes { entity { slug type } relations { key from { slug } } } }
      }`,
    );
    const slugs = nodes.map(({ entity }: { entity: { slug: string } }) => entity.slug);
    expect(slugs).toEqual(expect.arrayContaining(['mvd-kz', 'undp-kazakhstan', 'mfa-kz']));
    expect(slugs).not.toContain('ombudsman-kz');
    const weights = nodes.map(({ weight }: { weight: number }) => weight);
    expect(weights).toEqual([...weights].sort((a: number, b: number) => b - a));
    for (const { entity, weight, witnesses } of nodes) {
      expect(witnesses.totalCount).toBe(weight);
      expect(witnesses.nodes).toHaveLength(weight);
      for (const witness of witnesses.nodes) {
        expect(witness.entity.type).toBe('EVENT');
        const from = witness.relations.map((one: { from: { slug: string } }) => one.from.slug);
        expect(new Set(from)).toEqual(new Set(['ombudsman-kz', entity.slug]));
      }
    }
  });

  it('meet alike from either end', async () => {
    const weightOf = async (slug: string, other: string): Promise<number> => {
      const { nodes } = await interlocks(
        `slug: "${slug}", first: 100`,
        'nodes { entity { slug } weight }',
      );
      return nodes.find((one: { entity: { slug: string } }) => one.entity.slug === other).weight;
    };
    expect(await weightOf('mfa-kz', 'ombudsman-kz')).toBe(await weightOf('ombudsman-kz', 'mfa-kz'));
  });

  it('come page by page', async () => {
    const selection =
      'totalCount pageInfo { hasNextPage endCursor } nodes { entity { slug } weight }';
    const all = await interlocks('slug: "npm", first: 100', selection);
    expect(all.totalCount).toBe(all.nodes.length);
    const first = await interlocks('slug: "npm", first: 3', selection);
    const { endCursor } = first.pageInfo;
    const next = await interlocks(`slug: "npm", first: 3, after: "${endCursor}"`, selection);
    expect([...first.nodes, ...next.nodes]).toEqual(all.nodes.slice(0, 6));
    const { nodes } = await interlocks('slug: "npm", last: 2', selection);
    expect(nodes).toEqual(all.nodes.slice(-2));
  });

  it('go by evidence that is independent enough', async () => {
    const { nodes } = await interlocks(
      'slug: "ombudsman-kz", filter: { minOrigins: 2 }',
      'nodes { witnesses { nodes { relations { originCount } } } }',
    );
    expect(nodes.length).toBeGreaterThan(0);
    for (const { witnesses } of nodes)
      for (const { relations } of witnesses.nodes)
        for (const { originCount } of relations) expect(originCount).toBeGreaterThanOrEqual(2);
  });

  it.each([
    ['an unknown slug', 'slug: "ombudsman"', /^Unknown slug “ombudsman” in `slug`/],
    ['a page over the maximum', 'slug: "npm", first: 101', /between 0 and 100/],
    ['a cursor that is none', 'slug: "npm", after: "x"', /not a valid cursor/],
  ])('tell %s with what is allowed', async (_what, args, message) => {
    const { errors } = await app.ask(`{ interlocks(${args}) { totalCount } }`);
    expect(errors?.map((error) => error.message)).toEqual([expect.stringMatching(message)]);
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });
});
