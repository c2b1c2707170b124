import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { relationTypes, type RelationTypeDefinition } from '../../src/vocabulary/relation-types.js';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';

describeOnEngines('the seed', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine);
  });

  afterAll(async () => {
    await app.close();
  });

  it.each(Object.entries<RelationTypeDefinition>(relationTypes))(
    'has each %s relation in the fields at both its ends',
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
