import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';

describeOnEngines('the suggestions for a slug', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine);
  });

  afterAll(() => app.close());

  const suggested = async (slug: string): Promise<string[]> => {
    const { entity, suggestions } = await app.data(
      `query Q($slug: String!) { entity(slug: $slug) { slug } suggestions(slug: $slug) { slug } }`,
      { variables: { slug } },
    );
    const slugs = suggestions.map((one: { slug: string }) => one.slug) as string[];
    // There is always either an entity or room for suggestions.
    if (entity !== null) expect(slugs).toEqual([]);
    expect(slugs.length).toBeLessThanOrEqual(5);
    expect(new Set(slugs).size).toBe(slugs.length);
    return slugs;
  };

  it.each([
    ['artur-lastayev', 'artur-lastaev'],
    ['Artur-Lastaev', 'artur-lastaev'],
    ['nmp', 'npm'],
    // By its name alone: no slug is spelled so.
    ['ластаев', 'artur-lastaev'],
    ['lastayev-artur', 'artur-lastaev'],
    ['Artur Lastayev', 'artur-lastaev'],
  ])('“%s” begin with what is meant: “%s”', async (slug, meant) => {
    expect((await suggested(slug))[0]).toBe(meant);
  });

  it.each(['npm', 'artur-lastaev'])('are none for “%s”, which an entity has', async (slug) => {
    expect(await suggested(slug)).toEqual([]);
  });

  it.each(['', '~', "'; DROP TABLE x --", '\u0000', '😀', 'xqxqxqxq', 'x'.repeat(5_000)])(
    'are none where nothing is similar (%#)',
    async (slug) => {
      expect(await suggested(slug)).toEqual([]);
    },
  );

  it('carry whatever entities carry', async () => {
    const { suggestions } = await app.data(
      '{ suggestions(slug: "artur-lastayev") { name(language: EN) ... on Person { memberships { totalCount } } } }',
    );
    expect(suggestions[0]).toEqual({ name: 'Artur Lastayev', memberships: { totalCount: 1 } });
  });
});
