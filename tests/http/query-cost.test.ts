import { describe, expect, it } from '@jest/globals';
import {
  getIntrospectionQuery,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
} from 'graphql';
import { limits } from '../../src/limits.js';
import type { Answer } from '../support/app.js';
import { useService } from '../support/service.js';

interface CostAnswer extends Answer {
  readonly extensions?: { readonly cost: { readonly cost: number; readonly limit: number } };
}

/** Lists of relations within each other, so many levels deep, with pages of a size. */
function nested(levels: number, first: number): string {
  const open = `{ relations(first: ${first}) { nodes `.repeat(levels);
  return `{ entity(slug: "npm") ${open}{ slug }${' } }'.repeat(levels)} }`;
}

function times(count: number, text: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index)).join(' ');
}

describe('the cost of a query', () => {
  const service = useService();

  async function ask(query: string, more: object = {}): Promise<CostAnswer> {
    return (await (await service.ask(query, more)).json()) as CostAnswer;
  }

  async function costOf(query: string, variables: object = {}): Promise<number | undefined> {
    const answer = await ask(query, { variables, extensions: { cost: true } });
    return answer.extensions?.cost.cost;
  }

  it('is stated by every list of the schema', () => {
    const types = Object.values(service.app.schema.getTypeMap()).filter(
      (type) => !type.name.startsWith('__') && (isObjectType(type) || isInterfaceType(type)),
    );
    const silent = types.flatMap((type) =>
      isObjectType(type) || isInterfaceType(type)
        ? Object.values(type.getFields())
            .filter((field) => isListType(getNullableType(field.type)))
            .filter(({ extensions }) => extensions['cost'] === undefined)
            .map(({ name }) => `${type.name}.${name}`)
        : [],
    );
    expect(silent).toEqual([]);
  });

  it('is reported if the request asks for it, beside the limit', async () => {
    expect(await ask('{ entity(slug: "npm") { slug } }', { extensions: { cost: true } })).toEqual({
      data: { entity: { slug: 'npm' } },
      extensions: { cost: { cost: 2, limit: limits.queryCost.value } },
    });
    expect(await ask('{ entity(slug: "npm") { slug } }')).not.toHaveProperty('extensions');
  });

  // A page costs its own field, two for each entry, and the fields of each.
  it.each([
    ['a page', '{ people(first: 10) { nodes { slug name } } }', 2 + 10 * (2 + 2)],
    ['a default page', '{ people { nodes { slug } } }', 2 + 20 * 3],
    ['a page from its end', '{ people(last: 3) { nodes { slug } } }', 2 + 3 * 3],
    ['a field under two names', '{ a: __typename b: __typename }', 2],
    ['a field that is selected twice', '{ people(first: 1) { nodes { slug } } people(first: 1) { nodes { slug } } }', 5],
    ['a fragment', '{ a: people(first: 1) { ...F } b: people(first: 1) { ...F } } fragment F on PersonConnection { nodes { slug } }', 10],
    ['the dearest of types that exclude each other', '{ entity(slug: "npm") { slug ... on Person { a: slug b: slug } ... on Event { a: slug } } }', 4],
    ['a field that is left out', '{ people(first: 10) { nodes { slug name @skip(if: true) } } }', 2 + 10 * 3],
    ['a network', '{ network(limit: 100) { nodes { slug } edges { key } } }', 3 + 100 * 3 + 500 * 3],
  ])('of %s is counted', async (_what, query, cost) => {
    expect(await costOf(query)).toBe(cost);
  }); // prettier-ignore

  it('follows variables and their defaults', async () => {
    const query =
      'query ($first: Int = 5, $ids: [ID!] = []) { people(first: $first) { nodes { slug } } nodes(ids: $ids) { id } }';
    expect(await costOf(query)).toBe(2 + 5 * 3 + 1);
    expect(await costOf(query, { first: 7, ids: ['a', 'b'] })).toBe(2 + 7 * 3 + 1 + 2 * 3);
  });

  it('follows variables within filters, on the second request too', async () => {
    const relations =
      'query ($type: RelationType!, $without: [String!]) { relations(first: 1, filter: { relationTypes: [$type], without: $without }) { nodes { key } } }';
    const type = 'MEMBER_OF';
    expect(await costOf(relations, { type })).toBe(5);
    expect(await costOf(relations, { type, without: ['a'] })).toBe(105);
    expect(await costOf(relations, { type, without: [] })).toBe(105);
    const people =
      'query ($slug: String!, $more: [RelatedFilter!]) { people(first: 1, filter: { and: [{ slugs: [$slug], related: $more }] }) { nodes { slug } } }';
    const costs = [[], [{}], [{}, {}]].map(async (more) => costOf(people, { slug: 'a', more }));
    expect(await Promise.all(costs)).toEqual([5, 1_005, 2_005]);
  });

  it.each([
    ['two relations from everywhere, 17 levels deep', nested(17, 2)],
    ['eleven relations, five levels deep', nested(5, 11)],
    ['a hundred relations, four levels deep', nested(4, 100)],
    ['lists under many names', `{ ${times(80, (index) => `a${index}: people(first: 100) { nodes { ...F } }`)} } fragment F on Person { ${times(55, (index) => `b${index}: slug`)} }`],
  ])('refuses %s before anything is read', async (_what, query) => {
    const start = performance.now();
    const answer = await ask(query);
    const [error] = answer.errors ?? [];
    expect(error?.message).toMatch(/^The query costs [\d,]+, but at most 400,000 is allowed\. Request/);
    expect(error?.extensions).toEqual({
      code: 'TOO_LARGE',
      hint: expect.any(String) as unknown,
      cost: expect.any(Number) as unknown,
      limit: limits.queryCost.value,
    });
    expect(answer).not.toHaveProperty('data');
    expect(performance.now() - start).toBeLessThan(1_000);
    expect(service.logged()).toMatchObject([{ errors: ['TOO_LARGE'] }]);
  }); // prettier-ignore

  it('has the status of a query that is not valid', async () => {
    const accept = { accept: 'application/graphql-response+json' };
    const body = JSON.stringify({ query: nested(4, 100) });
    expect((await service.post(body, accept)).status).toBe(400);
    expect((await service.post(body, { accept: 'application/json' })).status).toBe(200);
  });

  it.each([
    ['the introspection of GraphiQL', getIntrospectionQuery()],
    ['a network of 5,000 entities with names', '{ network(limit: 5000) { nodes { slug name type degree } edges { key type from { slug name } to { slug name } } } }'],
    ['three default pages within each other', nested(3, 20)],
  ])('admits %s', async (_what, query) => {
    expect(await ask(query)).not.toHaveProperty('errors');
  }); // prettier-ignore

  it('leaves errors of variables to the execution', async () => {
    const answer = await ask('query ($first: Int!) { people(first: $first) { totalCount } }', {
      variables: { first: 'many' },
    });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
