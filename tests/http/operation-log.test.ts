import { describe, expect, it } from '@jest/globals';
import { useService } from '../support/service.js';

describe('the log', () => {
  const service = useService();
  const { ask, logged } = service;

  it('has no line of an operation that it is told to leave out', async () => {
    const url = 'http://kenes.example/graphql?query=%7B__typename%7D';
    const response = await service.app.fetch(new Request(url), { isLogged: false });
    expect([response.status, logged()]).toEqual([200, []]);
  });

  it('has a line for each operation, with its name and the codes of its errors', async () => {
    await ask('query Named { __typename }');
    await ask('{ __typename }');
    await ask('query Wrong { people(first: 101) { totalCount } entity(slug: "npm") { slug } }');
    const milliseconds = expect.any(Number) as unknown as number;
    expect(logged()).toEqual([
      { level: 30, operation: 'Named', milliseconds, msg: 'operation' },
      { level: 30, operation: null, milliseconds, msg: 'operation' },
      {
        level: 30,
        operation: 'Wrong',
        milliseconds,
        errors: ['BAD_USER_INPUT'],
        msg: 'operation',
      },
    ]);
  });
});
