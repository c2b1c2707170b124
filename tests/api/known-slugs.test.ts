import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { requireEntities } from '../../src/questions/known-slugs.js';
import type { Store } from '../../src/store/store.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { quoted } from '../../src/values/shown-input.js';
import { importTexts } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';

const named = ['artur-lastaev', 'artur-lastaev-council', 'anna', 'kazakhstan', 'zhanar'];
/** So many that begin alike that a page does not hold them. */
const crowd = Array.from({ length: 60 }, (_, index) => `conference-${String(index + 100)}`);

const document = `
kenes: 1
entities:
${named.map((slug) => `  - { slug: ${slug}, type: ${slug.endsWith('council') ? 'Organization' : 'Person'}, names: { en: ${slug} } }`).join('\n')}
  - { slug: parliament, type: Organization, names: { ru: Сейм Республики } }
  - { slug: person-7, type: Person, names: { ru: Жанат } }
${crowd.map((slug) => `  - { slug: ${slug}, type: Event, names: { en: ${slug} } }`).join('\n')}
`;

describeOnEngines('the entities that an argument names', (engine) => {
  let store: Store;

  beforeAll(async () => {
    store = await engine.open();
    await importTexts(store, createVocabulary(), [document]);
  });

  afterAll(async () => {
    await store.close();
  });

  it('are accepted where there are all, also one that is named twice', async () => {
    const slugs = ['zhanar', 'anna', 'zhanar'];
    const joined = await requireEntities(store, slugs, { argument: 'center' });
    expect(joined.isEmpty).toBe(true);
  });

  it.each([
    ['artur-lastayev', 'artur-lastaev'],
    ['artur-lastaev-counsil', 'artur-lastaev-council'],
    ['Artur-Lastaev', 'artur-lastaev'],
    ['Ана', 'anna'],
    ['Қазақстан', 'kazakhstan'],
    ['kazakstan', 'kazakhstan'],
    ['conference-1044', 'conference-104'],
    ['conferense-155', 'conference-155'],
    ['zahnar', 'zhanar'],
  ])('are suggested where a slug is unknown: for “%s” “%s”', async (slug, nearest) => {
    await expect(requireEntities(store, [slug], { argument: 'from' })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: `Unknown slug “${slug}” in \`from\`.`,
      nearest,
      hint: '`entities` lists valid slugs.',
      argument: 'from',
    });
  });

  it.each(['', 'x', 'something-else', '~', "' OR 1=1 --", '\u0000', '😀', 'a'.repeat(5000)])(
    'are none of those where nothing is like the unknown one (%#)',
    async (slug) => {
      await expect(requireEntities(store, [slug], { argument: 'from' })).rejects.toMatchObject({
        message: `Unknown slug ${quoted(slug)} in \`from\`.`,
        nearest: undefined,
        hint: 'No slug and no name is similar. `search` finds entities by their names, and `entities` lists valid slugs.',
      });
    },
  );

  it('are all told of where several are unknown', async () => {
    await expect(
      requireEntities(store, ['ana', 'zhanar', 'zanar'], { argument: 'actors' }),
    ).rejects.toMatchObject({
      message:
        'Unknown slugs in `actors`: “ana” (did you mean “anna”?), “zanar” (did you mean “zhanar”?).',
      hint: '`entities` lists valid slugs.',
      argument: 'actors',
    });
  });

  it('are told of where very many are unknown, as far as one reads', async () => {
    const slugs = Array.from({ length: 100 }, (_, index) => `unknown-${index}`);
    const { message } = await requireEntities(store, slugs, { argument: 'center' }).then(
      () => ({ message: '' }),
      (error: unknown) => error as Error,
    );
    expect(message.match(/“unknown-\d+”/g)).toHaveLength(10);
    expect(message).toMatch(/, and 90 more\.$/);
  });

  it('must have the type that is asked for, also those that are suggested', async () => {
    const event = { argument: 'event', type: 'Event' } as const;
    await expect(requireEntities(store, ['anna'], event)).rejects.toThrow(
      '`event` must be the slug of an entity of the type EVENT: “anna” is of the type PERSON.',
    );
    await expect(requireEntities(store, ['ana'], event)).rejects.toMatchObject({
      message: 'Unknown slug “ana” in `event`.',
      nearest: undefined,
      hint: 'No slug and no name is similar. `search` finds entities by their names, and `entities(filter: { types: [EVENT] })` lists valid slugs.',
    });
  });

  it.each([
    // By its name alone.
    ['Сейм Республики', undefined, 'parliament', ''],
    ['seym-respubliki', undefined, 'parliament', ''],
    // A slug is meant as a slug first, and a name as a name.
    ['zhanat', undefined, 'zhanar', 'By its name, it may also be “person-7”. '],
    ['Жанат', undefined, 'person-7', 'By its name, it may also be “zhanar”. '],
    ['Жанат', 'Organization', null, 'No slug and no name is similar. `search` finds entities by their names, and '],
  ] as const)('are suggested by name, too: “%s” of type %s', async (slug, type, nearest, start) => {
    const argument = { argument: 'from', ...(type && { type }) };
    const list = type ? 'entities(filter: { types: [ORGANIZATION] })' : 'entities';
    await expect(requireEntities(store, [slug], argument)).rejects.toMatchObject({
      nearest: nearest ?? undefined,
      hint: `${start}\`${list}\` lists valid slugs.`,
    });
  }); // prettier-ignore
});
