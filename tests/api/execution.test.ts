import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  execute,
  isEnumType,
  isObjectType,
  parse,
  type GraphQLFieldResolver,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { AnswerSize } from '../../src/api/kit/answer-size.js';
import { Execution, type Compiling } from '../../src/api/kit/execution.js';
import { createSchema } from '../../src/api/schema.js';
import { KenesError } from '../../src/errors.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';

const vocabulary = createVocabulary();
const schema = createSchema(vocabulary);

interface Run {
  readonly times?: number;
  readonly variables?: Record<string, unknown>;
  readonly schema?: GraphQLSchema;
  readonly rootValue?: unknown;
}

/** Executes a query so many times; returns which times were interpreted, and the last answer. */
async function run(query: string, compiling: Compiling, options: Run = {}) {
  const { times = 1, variables = {}, rootValue } = options;
  const document = parse(query);
  const execution = new Execution(compiling);
  const interpreted: number[] = [];
  let answer: ExecutionResult = {};
  for (let time = 1; time <= times; time++) {
    const args: ExecutionArgs = {
      schema: options.schema ?? schema,
      document,
      rootValue,
      contextValue: { answerSize: new AnswerSize(), languages: [], vocabulary },
      variableValues: variables,
    };
    answer = await execution.run(args, (given) => {
      interpreted.push(time);
      return execute(given);
    });
  }
  return { interpreted, answer };
}

/** Builds a schema whose fields call the methods of their parents. */
function schemaOf(text: string): GraphQLSchema {
  const built = buildSchema(text);
  for (const type of Object.values(built.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) field.resolve = callMethod;
  }
  return built;
}

const callMethod: GraphQLFieldResolver<Record<string, unknown>, unknown> = (
  parent,
  args,
  _context,
  { fieldName },
) => {
  const value = parent[fieldName];
  return typeof value === 'function' ? (value as (given: unknown) => unknown)(args) : value;
};

describe('a query', () => {
  const query = '{ vocabulary { entityTypes { name plural } } }';

  it('is compiled once it has come three times', async () => {
    const { interpreted, answer } = await run(query, 'when repeated', { times: 5 });
    expect(interpreted).toEqual([1, 2]);
    expect(JSON.stringify(answer)).toBe(JSON.stringify((await run(query, 'never')).answer));
  });

  it('of hundreds of fields, counted for each type that they may have, is interpreted', async () => {
    const nodes = '{ relations { nodes '.repeat(8);
    const deep = `{ entity(slug: "npm") ${nodes}{ slug }${' } }'.repeat(8)} }`;
    expect((await run(deep, 'always')).interpreted).toEqual([1]);
  });
});

describe('what compiled code would answer otherwise', () => {
  const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);
  const small = schemaOf(`
    type Query {
      echo(text: String, texts: [String!], input: Input, number: Int! = 5): String
      self: Query
    }
    input Input { text: String, number: Int = 3 }
    type Mutation { echo(text: String): String }
  `);
  const rootValue: object = {
    echo: (given: object) => JSON.stringify(Object.fromEntries(Object.entries(given).sort(byName))),
    self: () => rootValue,
  };

  it.each<[what: string, query: string, variables?: Record<string, unknown>]>([
    ['a mutation', 'mutation { echo }'],
    ['a document of two operations', '{ echo } query Other { echo }'],
    ['an alias that is no property of its own', '{ __proto__: echo }'],
    [
      'aliases that are the same when joined',
      '{ b: self { c_a: self { echo } } a_b: self { c: self { echo } } }',
    ],
    [
      'a fragment whose first spread is skipped',
      '{ ...F @skip(if: true) ...F } fragment F on Query { echo }',
    ],
    [
      'a variable with fields',
      'query ($input: Input) { echo(input: $input) }',
      { input: { text: 'a' } },
    ],
    ['a variable named __proto__', 'query ($__proto__: String) { echo(text: $__proto__) }'],
    ['a required variable that is missing', 'query ($text: String!) { echo(text: $text) }'],
    [
      'a required variable that is null',
      'query ($text: String!) { echo(text: $text) }',
      { text: null },
    ],
    ['a variable of another type', 'query ($text: String) { echo(text: $text) }', { text: 1 }],
    ['the default of a required variable', 'query ($text: String! = "a") { echo(text: $text) }'],
    [
      'a variable that is missing within an object',
      'query ($text: String) { echo(input: { text: $text }) }',
    ],
    [
      'the default of a field of an object',
      'query ($number: Int) { echo(input: { number: $number }) }',
    ],
    [
      'null where an argument has a default',
      'query ($number: Int) { echo(number: $number) }',
      { number: null },
    ],
  ])('is interpreted: %s', async (_what, query, variables = {}) => {
    const options = { schema: small, rootValue, variables };
    const { interpreted, answer } = await run(query, 'always', options);
    expect(interpreted).toEqual([1]);
    expect(JSON.stringify(answer)).toBe(
      JSON.stringify((await run(query, 'never', options)).answer),
    );
  });

  it('does not include variables that compiled code applies as graphql-js does', async () => {
    const query =
      'query ($text: String = "a", $number: Int!, $absent: String) { echo(text: $text, number: $number, input: { number: $number }) other: echo(text: $absent) }';
    const options = { schema: small, rootValue, variables: { number: 7 } };
    const { interpreted, answer } = await run(query, 'always', options);
    expect(interpreted).toEqual([]);
    expect(JSON.stringify(answer)).toBe(
      JSON.stringify((await run(query, 'never', options)).answer),
    );
  });

  it('does not include what the schema alone could cause', () => {
    const clashes = new Map<string, string[]>();
    const others: string[] = [];
    for (const type of Object.values(schema.getTypeMap())) {
      if (isEnumType(type))
        others.push(
          ...type.getValues().flatMap(({ name, value }) => (typeof value === 'string' ? [] : name)),
        );
      if (!isObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        const joined = type.name + field.name;
        clashes.set(joined, [...(clashes.get(joined) ?? []), type.name]);
        for (const { name, type: wider } of type.getInterfaces().map((one) => ({
          name: one.name,
          type: one.getFields()[field.name]?.type,
        })))
          if (wider && String(wider) !== String(field.type)) others.push(`${name}.${field.name}`);
      }
    }
    expect([...clashes.values()].filter((types) => types.length > 1)).toEqual([]);
    expect(others).toEqual([]);
  });
});

describe('errors', () => {
  const tree = schemaOf(`
    type Query { root: Node, sure: Node! }
    type Node {
      name: String!
      wrong: String
      list: [Node!]!
      perhaps: Node
      text: String
    }
  `);
  const refusal = new KenesError('TOO_LARGE', 'Too many.');

  /** A tree so deep, whose lists of three fail from the given one on. */
  function node(depth: number, isLate: boolean, fails: { after: number }): object {
    const fail = <T>(value: () => T): T | Promise<T> => {
      const give = (): T => {
        if (fails.after-- <= 0) throw refusal;
        return value();
      };
      return isLate ? Promise.resolve().then(give) : give();
    };
    return {
      name: `node ${depth}`,
      text: () => 'text',
      wrong: () => {
        throw new Error('Broken.');
      },
      perhaps: () => (depth === 0 ? null : node(depth - 1, isLate, fails)),
      list: () =>
        fail(() => (depth === 0 ? [] : [1, 2, 3].map(() => node(depth - 1, isLate, fails)))),
    };
  }

  async function bothWays(query: string, isLate: boolean, after: number) {
    const options = (): Run => {
      const fails = { after };
      return {
        schema: tree,
        rootValue: { root: () => node(4, isLate, fails), sure: () => node(4, isLate, fails) },
      };
    };
    const compiled = await run(query, 'always', options());
    expect(compiled.interpreted).toEqual([]);
    return {
      compiled: compiled.answer,
      interpreted: (await run(query, 'never', options())).answer,
    };
  }

  const list = 'list { name text list { name list { name } } }';
  const queries = [
    `{ root { name ${list} } }`,
    `{ root { ${list} } again: root { ${list} text } }`,
    `{ root { list { perhaps { name ${list} } list { name } wrong } } }`,
    `{ sure { wrong other: wrong } root { list { wrong text list { perhaps { wrong list { name } } } } } }`,
    `{ root { ...F perhaps { ...F } } sure { name } } fragment F on Node { list { other: list { wrong } } ... on Node { list { more: list { name } } } }`,
  ];

  it.each(queries)('are the same, compiled and interpreted: %s', async (query) => {
    for (let after = 0; after < 30; after++) {
      const { compiled, interpreted } = await bothWays(query, false, after);
      expect(JSON.stringify(compiled)).toBe(JSON.stringify(interpreted));
      expect(compiled.errors?.map((error) => error.originalError)).toEqual(
        interpreted.errors?.map((error) => error.originalError),
      );
    }
  });

  it('take the same values away when they come late', async () => {
    for (const query of queries) {
      const { compiled, interpreted } = await bothWays(query, true, 0);
      expect(JSON.stringify(compiled)).toBe(JSON.stringify(interpreted));
    }
  });

  it('are one for each null', async () => {
    const { compiled } = await bothWays(queries[1]!, false, 3);
    expect(compiled).toEqual({
      errors: [expect.anything(), expect.anything()],
      data: { root: null, again: null },
    });
  });

  it('are one for each variable that is wrong', async () => {
    const query =
      'query ($a: Boolean!, $b: Boolean!) { root @include(if: $a) { name @skip(if: $b) } }';
    expect((await run(query, 'always', { schema: tree })).answer.errors?.length).toBe(2);
  });

  it('execute no field twice', async () => {
    let calls = 0;
    const rootValue = {
      root: () => {
        calls += 1;
        throw refusal;
      },
    };
    await run('{ root { name } }', 'always', { schema: tree, rootValue });
    expect(calls).toBe(1);
  });

  it('are internal where a resolver broke its type', async () => {
    const rootValue = { root: { name: null } };
    const { answer } = await run('{ root { name } }', 'always', { schema: tree, rootValue });
    expect(answer.errors?.map(({ originalError }) => originalError)).toEqual([
      new Error('Cannot return null for non-nullable field Node.name.'),
    ]);
  });
});

describeOnEngines('an alias that JavaScript knows', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine);
  });

  // Here each question is asked ten times.
  afterAll(async () => {
    await app.close();
  });

  it.each(['__proto__', 'then', 'constructor', 'toString', 'hasOwnProperty', 'toJSON', 'length'])(
    'is a name as any other: %s',
    async (alias) => {
      const data = (await app.data(
        `{ ${alias}: entity(slug: "npm") { ${alias}: slug relations(first: 2) { ${alias}: nodes { ${alias}: slug } } } }`,
      )) as object;
      const [[name, entity] = []] = Object.entries(data);
      expect(name).toBe(alias);
      expect(Object.entries(entity as object)[0]).toEqual([alias, 'npm']);
    },
  );

  it.each(['constructor', 'toString', 'then', 'hasOwnProperty'])(
    'may also be the name of a variable: %s',
    async (name) => {
      const query = `query ($${name}: String!) { entity(slug: $${name}) { slug } }`;
      const variables = Object.fromEntries([[name, 'npm']]);
      expect((await app.ask(query, { variables })).data).toEqual({ entity: { slug: 'npm' } });
      expect((await app.ask(query, {})).errors?.length).toBe(1);
    },
  );
});
