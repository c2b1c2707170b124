import { describe, expect, it } from '@jest/globals';
import { KenesError, type KenesErrorCode } from '../../src/errors.js';
import { createApp, type App } from '../../src/http/app.js';
import type { Store } from '../../src/store/store.js';
import { useService } from '../support/service.js';

describe('an error inside the service', () => {
  const service = useService();
  const { ask, failing, logged, lines, vocabulary, logger } = service;

  const slug = 'a-slug-that-nobody-should-see';
  const failWith = (error: Error): App => failing('read', error);
  const find = (of: App): Promise<Response> =>
    ask(
      'query Find($slug: String!) { found: entity(slug: $slug) { slug } }',
      { variables: { slug } },
      of,
    );

  it('is told to clients as such, and logged whole', async () => {
    const cause = new Error('the disk is on fire');
    const response = await find(failWith(new TypeError('no such column', { cause })));
    expect([response.status, await response.json()]).toEqual([
      200,
      {
        errors: [
          {
            message: 'Something went wrong inside the service. Its log has the details.',
            locations: [{ line: 1, column: 30 }],
            path: ['found'],
            extensions: { code: 'INTERNAL_SERVER_ERROR' },
          },
        ],
        data: { found: null },
      },
    ]);
    const [, line] = logged();
    expect([line!.level, line!.msg]).toEqual([50, 'internal error']);
    expect(line!.err!.message).toBe('no such column: the disk is on fire');
    expect(line!.err!.stack).toMatch(
      /^TypeError: no such column\n {4}at [^]*caused by: Error: the disk is on fire\n {4}at /,
    );
  });

  it.each([['a text'], [null], [{ a: 'thing' }]])(
    'is told to clients as such, too, where %j is thrown',
    async (thrown) => {
      const response = await find(failWith(thrown as unknown as Error));
      expect(await response.json()).toMatchObject({
        errors: [
          {
            message: 'Something went wrong inside the service. Its log has the details.',
            extensions: { code: 'INTERNAL_SERVER_ERROR' },
          },
        ],
      });
      expect(logged().map(({ level }) => level)).toContain(50);
    },
  );

  it.each<[KenesErrorCode, number]>([
    ['STORE_UNAVAILABLE', 40],
    ['STORE_REFUSED', 40],
    ['TIMED_OUT', 40],
    ['TOO_LARGE', 40],
  ])(
    'that a caller can act on keeps its code %s, its message and its parts',
    async (code, level) => {
      const error = new KenesError(code, 'What was wrong.', {
        hint: 'What to do.',
        nearest: 'near',
        argument: 'filter.types[0]',
        cause: new Error('of the driver'),
      });
      const response = await find(failWith(error));
      expect(await response.json()).toEqual({
        errors: [
          {
            message: 'What was wrong. Did you mean “near”? What to do.',
            locations: [{ line: 1, column: 30 }],
            path: ['found'],
            extensions: { code, hint: 'What to do.', nearest: 'near', argument: 'filter.types[0]' },
          },
        ],
        data: { found: null },
      });
      const [operation, line] = logged();
      expect(operation!.errors).toEqual([code]);
      expect(line).toMatchObject({
        level,
        err: { message: 'What was wrong.: of the driver', hint: 'What to do.' },
      });
    },
  );

  it('does not end the other fields that were asked for', async () => {
    const once = new Proxy(service.store, {
      get: (target, name) =>
        name === 'read'
          ? (reading: Parameters<Store['read']>[0]) =>
              reading.start === 'sources by slug'
                ? Promise.reject(new Error('broken'))
                : target.read(reading)
          : (Reflect.get(target, name, target) as unknown),
    });
    const partly = createApp({ store: once, vocabulary, logger });
    const response = await ask(
      '{ entity(slug: "npm") { slug } source(slug: "x") { slug } }',
      {},
      partly,
    );
    expect(await response.json()).toMatchObject({
      data: { entity: { slug: 'npm' }, source: null },
      errors: [{ path: ['source'] }],
    });
  });

  it('leaves no value of a variable in the log', async () => {
    for (const error of [new Error('x'), new KenesError('TIMED_OUT', 'x')]) {
      await find(failWith(error));
    }
    await find(service.app);
    await ask(
      'query Q($slug: String!, $first: Int) { entity(slug: $slug) { relations(first: $first) { totalCount nodes { slug } } } }',
      {
        variables: { slug, first: 12_345 },
      },
    );
    await ask(
      'query Q($slug: Int!) { __typename @skip(if: false) entity(slug: "npm") { relations(first: $slug) { totalCount } } }',
      {
        variables: { slug },
      },
    );
    expect(lines.length).toBeGreaterThan(4);
    expect(lines.filter((line) => line.includes(slug) || line.includes('12345'))).toEqual([]);
  });
});
