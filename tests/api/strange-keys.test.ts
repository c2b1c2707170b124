import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { TestApp } from '../support/app.js';
import { openCouncil } from '../support/council.js';
import { describeOnEngines } from '../support/engines.js';

/** What a client may send as a slug or key, and nothing has. */
const strangeKeys = [
  '',
  ' ',
  'Ada',
  'ada ',
  'ada\n',
  "ada' OR '1'='1",
  "'; DROP TABLE entity; --",
  'ada" RETURN 1 //',
  '`ada`',
  'ada\\',
  '\\u0061da',
  'ad%',
  'ad?',
  '$ada',
  'ada\u0000',
  '\u0000',
  '😀',
  '\ud83d',
  'Бек Әлиев',
  'ada~MEMBER_OF~council~',
  'ada~`MEMBER_OF`]-()//~council',
  'ada~NOTHING~council',
  '~~~',
  'a'.repeat(20_000),
].map((key) => [JSON.stringify(key).slice(0, 40), key] as const);

describeOnEngines('a slug or key that nothing has', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openCouncil(engine);
  });

  afterAll(async () => {
    await app.close();
  });

  it.each(strangeKeys)('gives no entity: %s', async (_shown, slug) => {
    const data = await app.data(
      `query ($slug: String!) { entity(slug: $slug) { slug relations { totalCount } } }`,
      { variables: { slug } },
    );
    expect(data).toEqual({ entity: null });
  });

  it.each(strangeKeys)('gives no relation: %s', async (_shown, key) => {
    const data = await app.data(
      `query ($key: String!) { relation(key: $key) { key from { slug } } }`,
      { variables: { key } },
    );
    expect(data).toEqual({ relation: null });
  });

  it.each(strangeKeys)('gives no source: %s', async (_shown, slug) => {
    const data = await app.data(
      `query ($slug: String!) { source(slug: $slug) { slug publisher { slug } } }`,
      { variables: { slug } },
    );
    expect(data).toEqual({ source: null });
  });
});
