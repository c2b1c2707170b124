import { describe, expect, it } from '@jest/globals';
import { useService } from '../support/service.js';

interface Answer {
  readonly errors: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string; readonly nearest?: string };
  }[];
}

const FILTER = 'query Q($filter: EntityFilter) { people(filter: $filter) { totalCount } }';

describe('a request with much that is wrong', () => {
  const service = useService();

  const ask = async (query: string, variables: object = {}): Promise<Answer['errors']> => {
    const response = await service.ask(query, { variables });
    return ((await response.json()) as Answer).errors;
  };

  const keys = (count: number, value: unknown = 1): object =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`unknown${index}`, value]));

  it('and thousands of unknown keys gets one short error', async () => {
    const long = 'x'.repeat(150);
    const filter = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, index) => [`${long}${index}`, 'value']),
    );
    expect(await ask(FILTER, { filter })).toEqual([
      {
        message:
          'The variables have more than 1,000 keys in all. Split them over several requests.',
        extensions: { code: 'TOO_LARGE', hint: 'Split them over several requests.' },
      },
    ]);
  });

  it('and more than 10,000 values gets one short error', async () => {
    const slugs = Array.from({ length: 10_000 }, () => 'npm');
    expect(await ask(FILTER, { filter: { slugs } })).toMatchObject([
      { message: expect.stringMatching(/^The variables have more than 10,000 values in all\./) },
    ]);
  });

  it('as variables gets ten errors, and is told that there are more', async () => {
    const errors = await ask(FILTER, { filter: keys(900, 'x'.repeat(500)) });
    expect(errors).toHaveLength(10);
    expect(errors.at(-1)?.message).toMatch(/ \(More errors are not listed\.\)$/);
    expect(Math.max(...errors.map(({ message }) => message.length))).toBeLessThan(1_000);
    expect(errors[0]?.message).toMatch(
      /^Variable "\$filter" got invalid value \{ unknown0: [^]{188}…; Field "unknown0" is not defined by type "EntityFilter"\.$/,
    );
  });

  it('in its text gets ten errors, and is told how many more there are', async () => {
    const unknown = Array.from({ length: 30 }, (_, index) => `unknown${index}: 1`).join(' ');
    const errors = await ask(`{ people(filter: { ${unknown} }) { totalCount } }`);
    expect(errors).toHaveLength(10);
    expect(errors.at(-1)?.message).toBe(
      'Field "unknown9" is not defined by type "EntityFilter". Allowed: and, began, during, kinds, not, or, related, sameAs, slugs, types. (20 more errors are not listed.)',
    );
  });

  const long = 'x'.repeat(900_000);
  const quotes = '"\\'.repeat(300_000);
  const limited: [string, string, object][] = [
    ['slug', '{ positions(topic: "LONG") { event { slug } } }', {}],
    ['slug of a filter', '{ people(filter: { related: [{ relation: { without: ["LONG"] } }] }) { totalCount } }', {}],
    ['date', '{ people(filter: { during: { from: "LONG" } }) { totalCount } }', {}],
    ['cursor', '{ people(after: "LONG") { nodes { slug } } }', {}],
    ['property', '{ entity(slug: "npm") { evidence(properties: ["LONG"]) { totalCount } } }', {}],
    ['list', `{ people(filter: { kinds: 1, during: [${'"x" '.repeat(2_000)}] }) { totalCount } }`, {}],
    ['block string', '{ people(first: """LONG""") { totalCount } }', {}],
    ['unknown key', FILTER, { filter: { [long]: 1 } }],
    ['value of quotation marks', FILTER, { filter: { types: quotes } }],
    ['value beside an unknown key', FILTER, { filter: { ...keys(50), slugs: [long] } }],
    ['value of a wrong type', FILTER, { filter: long }],
    ['wrong value', FILTER, { filter: { types: [long] } }],
    ['number', FILTER, { filter: { slugs: [Number(`1${'0'.repeat(300)}`)] } }],
    ['date of a variable', FILTER, { filter: { during: { from: long } } }],
  ]; // prettier-ignore

  it.each(limited)('has a long %s shortened in each message', async (_what, query, variables) => {
    const errors = await ask(query.replace('LONG', long), variables);
    expect(errors.length).toBeGreaterThan(0);
    for (const { message } of errors) expect(message.length).toBeLessThan(1_200);
  });

  it('may not have a name of more than 200 characters', async () => {
    const named = (length: number) => ask(`{ ${'x'.repeat(length)}: __typename }`);
    expect(await named(200)).toBeUndefined();
    expect(await named(201)).toMatchObject([
      {
        message: 'A name in the query has more than 200 characters.',
        extensions: { code: 'TOO_LARGE' },
      },
    ]);
  });

  it.each([
    ['an argument', '{ people(frist: 1) { totalCount } }', 'first'],
    ['a field', '{ peple { totalCount } }', 'people'],
    ['an enum value', '{ people(filter: { types: [PERSN] }) { totalCount } }', 'PERSON'],
    ['a key', '{ people(filter: { kidns: ["X"] }) { totalCount } }', 'kinds'],
    ['a type', '{ entity(slug: "x") { ... on Persn { slug } } }', 'Person'],
  ])('has the nearest name of %s as a part of its error', async (_what, query, nearest) => {
    const [error] = await ask(query);
    expect([error?.extensions.nearest, error?.message.includes(`"${nearest}"`)]).toEqual([
      nearest,
      true,
    ]);
  });

  it('has deceptive characters shown by their numbers', async () => {
    const [error] = await ask(FILTER, { filter: { '\u001B[31m\u202Ekey': 1 } });
    expect(error?.message).toContain('Field "\\u{1B}[31m\\u{202E}key" is not defined');
    expect(error?.message).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
  });
});
