import { describe, expect, it } from '@jest/globals';
import { execute, parse, type ExecutionArgs, type ExecutionResult } from 'graphql';
import { AnswerSize } from '../../src/api/kit/answer-size.js';
import { Execution, type Compiling } from '../../src/api/kit/execution.js';
import { createSchema } from '../../src/api/schema.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';

const schema = createSchema(createVocabulary());

/** Runs a query so many times; gives which of them were interpreted, and the last answer. */
async function run(query: string, times: number, compiling: Compiling, variables = {}) {
  const document = parse(query);
  const execution = new Execution(compiling);
  const interpreted: number[] = [];
  let answer: ExecutionResult = {};
  for (let time = 1; time <= times; time++) {
    const args: ExecutionArgs = {
      schema,
      document,
      contextValue: { answerSize: new AnswerSize(), languages: [], vocabulary: createVocabulary() },
      variableValues: variables,
    };
    answer = await execution.run(args, (given) => {
      interpreted.push(time);
      return execute(given);
    });
  }
  return { interpreted, answer };
}

describe('an operation', () => {
  const query = '{ vocabulary { entityTypes { name plural } } }';

  it('is compiled once it has come three times', async () => {
    const { interpreted, answer } = await run(query, 5, 'when repeated');
    expect(interpreted).toEqual([1, 2]);
    expect(answer).toEqual((await run(query, 1, 'never')).answer);
  });

  it('is not compiled where each of its levels may be of many types', async () => {
    const nodes = '{ relations { nodes '.repeat(8);
    const deep = `query ($wanted: Boolean!) { entity(slug: "npm") @include(if: $wanted) ${nodes}{ slug }${' } }'.repeat(8)} }`;
    const { interpreted } = await run(deep, 3, 'always', { wanted: false });
    expect(interpreted).toEqual([1, 2, 3]);
  });

  it('is executed again where its compiled code has an error, to say all of it', async () => {
    const wrong = 'query ($slug: String!) { entity(slug: $slug) { slug } }';
    const { interpreted, answer } = await run(wrong, 1, 'always');
    expect(interpreted).toEqual([1]);
    expect(answer.errors?.map(({ message, locations }) => [message, locations])).toEqual([
      ['Variable "$slug" of required type "String!" was not provided.', [{ line: 1, column: 8 }]],
    ]);
  });

  it('is not compiled where a variable is a filter, whose code would take seconds', async () => {
    const filtered = 'query ($filter: EntityFilter!) { people(filter: $filter) { totalCount } }';
    expect((await run(filtered, 3, 'always')).interpreted).toEqual([1, 2, 3]);
  });
});
