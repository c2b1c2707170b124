import { beforeEach, expect, it } from '@jest/globals';
import type { KenesDocument } from '../../src/documents/format.js';
import { importDocuments, type ImportOptions } from '../../src/documents/import.js';
import { printProblem, printWarning } from '../../src/documents/problem.js';
import type { Store } from '../../src/store/store.js';
import type { EntityType } from '../../src/vocabulary/entity-types.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import type { EntityEntry } from '../../src/writing/entries.js';
import { describeOnEngines } from '../support/engines.js';
import { fileOf, graphOf, openStore } from '../support/importing.js';

const vocabulary = createVocabulary();

type Content = Omit<KenesDocument, 'kenes'>;

const latin: Content = {
  entities: [{ slug: 'artur-lastaev', type: 'Person', names: { en: 'Artur Lastaev' } }],
};
const cyrillic: Content = {
  entities: [
    { slug: 'npm', type: 'Topic', names: { en: 'Prevention of torture' } },
    { slug: 'a-lastayev', type: 'Person', names: { ru: 'Артур Ластаев' } },
  ],
};
const twin =
  '“Артур Ластаев” is also the name of the Person “artur-lastaev”. If they are one, write “artur-lastaev” in the place of “a-lastayev”, or join them with the entry `{ slug: a-lastayev, mergedInto: artur-lastaev }`. If they are not, say so in the entry of “a-lastayev”: `differentFrom: [artur-lastaev]`.';

/** Returns an entity that has nothing but a name. */
const named = (slug: string, en: string, type: EntityType = 'Person'): EntityEntry => ({
  slug,
  type,
  names: { en },
});

describeOnEngines('twins', (engine) => {
  let store: Store;

  beforeEach(async () => {
    store = await openStore(engine);
  }, 60_000);

  /** Imports documents, by their slugs, and returns their problems and warnings. */
  async function found(
    documents: Readonly<Record<string, Content>>,
    options: ImportOptions = {},
  ): Promise<string[]> {
    const files = Object.entries(documents).map(([slug, document]) =>
      fileOf(document, `${slug}.json`),
    );
    const { problems, warnings } = await importDocuments(store, vocabulary, files, options);
    return [...problems.map(printProblem), ...warnings.map(printWarning)];
  }

  /** As `found`, with the slugs that the warnings are about and name. */
  async function pairs(documents: Readonly<Record<string, Content>>): Promise<string[]> {
    const printed = await found(documents);
    return printed.map(
      (line) => /“([^”]*)” in the place of “([^”]*)”/.exec(line)?.slice(1).join(' ') ?? line,
    );
  }

  it('are found in whatever script their names are, at the name', async () => {
    expect(await found({ latin })).toEqual([]);
    expect(await found({ cyrillic })).toEqual([
      `cyrillic.json:1:144: entities[1].names.ru: warning: ${twin}`,
    ]);
  });

  it('are found among many other entities, too, by nothing but a whole name', async () => {
    const others = Array.from({ length: 300 }, (_, index) =>
      named(`other-${index}`, `Of ${index}`),
    );
    await found({ others: { entities: [...others, named('artur', 'Artur')] }, latin });
    expect(await pairs({ cyrillic })).toEqual(['artur-lastaev a-lastayev']);
  });

  it('are found among names, editorial names and aliases', async () => {
    await found({
      first: {
        entities: [
          { slug: 'a', type: 'Person', editorialNames: { kk: 'Артур Ластаев' } },
          {
            slug: 'b',
            type: 'Organization',
            names: { en: 'Bee' },
            aliases: { en: ['Council of B'] },
          },
        ],
      },
    });
    expect(
      await pairs({
        second: {
          entities: [
            {
              slug: 'x',
              type: 'Person',
              names: { en: 'X' },
              aliases: { en: ['Lastayev, Artur', 'ARTUR LASTAEV'] },
            },
            { slug: 'y', type: 'Organization', editorialNames: { en: 'council of b' } },
          ],
        },
      }),
    ).toEqual(['a x', 'b y']);
  });

  it('are of one type', async () => {
    await found({ latin });
    expect(
      await found({ other: { entities: [named('lastaev', 'Artur Lastaev', 'Topic')] } }),
    ).toEqual([]);
  });

  it('are not found by a part of a name, nor by words of one letter', async () => {
    await found({
      first: {
        entities: [named('a', 'Artur Lastaev'), named('b', 'J. S.')],
      },
    });
    expect(
      await found({
        second: {
          entities: [named('x', 'Artur'), named('y', 'J. S.')],
        },
      }),
    ).toEqual([]);
  });

  it('are no statements, whose name is their text', async () => {
    const statement = (slug: string): Content => ({
      entities: [{ slug, type: 'Statement', text: { en: 'Nobody was there.' } }],
    });
    expect(await found({ a: statement('one'), b: statement('two') })).toEqual([]);
  });

  it('of one import are said once, of the one that comes later', async () => {
    expect(await found({ cyrillic, latin })).toEqual([
      'latin.json:1:78: entities[0].names.en: warning: “Artur Lastaev” is also the name of the Person “a-lastayev”. If they are one, write “a-lastayev” in the place of “artur-lastaev”, or join them with the entry `{ slug: artur-lastaev, mergedInto: a-lastayev }`. If they are not, say so in the entry of “artur-lastaev”: `differentFrom: [a-lastayev]`.',
    ]);
  });

  it('are named once, however many names they share', async () => {
    const names = { en: 'Artur Lastaev', ru: 'Артур Ластаев', kk: 'Артур Ластаев' };
    const person = (slug: string): Content => ({ entities: [{ slug, type: 'Person', names }] });
    expect(await pairs({ a: person('one'), b: person('two') })).toEqual(['one two']);
  });

  it('are named together if they are several', async () => {
    await found({
      many: { entities: ['a', 'b', 'c', 'd'].map((slug) => named(slug, 'Ann Smith')) },
    });
    expect(await found({ one: { entities: [named('e', 'Ann Smith')] } })).toEqual([
      expect.stringContaining(
        '“Ann Smith” is also the name of several of the type Person: “a”, “b”, “c” and of more. If they are one, write “a” in the place of “e”',
      ),
    ]);
  });

  it('are looked for among what is new only', async () => {
    await found({ latin });
    await found({ cyrillic });
    expect(await found({ cyrillic })).toEqual([]);
    expect(await found({ again: cyrillic })).toEqual([]);
  });

  it('are not what the import itself corrects', async () => {
    await found({ latin });
    expect(
      await found({ latin: { entities: [named('artur-lastayev', 'Artur Lastaev')] } }),
    ).toEqual([]);
    expect(
      await found({ latin: { entities: [named('artur-lastayev', 'Artur Petrov')] }, cyrillic }),
    ).toEqual([]);
  });

  it('are no longer two once they are joined', async () => {
    const joined: Content = {
      entities: [{ slug: 'a-lastayev', type: 'Person', mergedInto: 'artur-lastaev' }],
    };
    expect(await found({ latin, cyrillic, joined })).toEqual([]);
    expect(await found({ cyrillic })).toEqual([]);
  });

  /** The documents of two people with one name, one of which says that they are two. */
  const homonyms = (
    one: readonly string[],
    other: readonly string[],
  ): Readonly<Record<string, Content>> => ({
    first: { entities: [{ ...named('ann-of-oral', 'Ann Smith'), differentFrom: one }] },
    second: { entities: [{ ...named('ann-of-atyrau', 'Ann Smith'), differentFrom: other }] },
  });

  it.each([
    ['the first', [['ann-of-atyrau'], []]],
    ['the second', [[], ['ann-of-oral']]],
    ['both', [['ann-of-atyrau'], ['ann-of-oral']]],
  ] as const)(
    'are not those that %s of them says to be different',
    async (_which, [one, other]) => {
      expect(await found(homonyms(one, other), { strict: true })).toEqual([]);
      const third: Content = { entities: [named('ann', 'Ann Smith')] };
      expect(await found({ third })).toEqual([
        expect.stringContaining(
          'several of the type Person: “ann-of-atyrau”, “ann-of-oral”. If they are one,',
        ),
      ]);
    },
  );

  it('are not those that are told to be different by a former slug', async () => {
    const joined: Content = {
      entities: [{ slug: 'a-smith', type: 'Person', mergedInto: 'ann-of-oral' }],
    };
    const { first, second } = homonyms([], ['a-smith']);
    expect(await found({ first: first!, joined, second: second! }, { strict: true })).toEqual([]);
  });

  it('are told to be different in exports, merged ones as well', async () => {
    await found(homonyms(['ann-of-atyrau'], []));
    const entity = (await graphOf(store)).entities?.find(({ slug }) => slug === 'ann-of-oral');
    expect(entity).toMatchObject({ differentFrom: ['ann-of-atyrau'] });
  });

  it('cannot be told to be different from themselves, from what is merged, or from nobody', async () => {
    expect(await found({ one: homonyms(['ann-of-oral', 'ann-of-orel'], [])['first']! })).toEqual([
      'one.json:1:106: entities[0].differentFrom[0]: “ann-of-oral” cannot be different from itself. Give the slug of another one.',
      'one.json:1:120: entities[0].differentFrom[1]: Unknown entity “ann-of-orel”. Did you mean “ann-of-oral”? Declare it under `entities`.',
    ]);
    const joined: Content = {
      entities: [{ slug: 'ann-of-oral', mergedInto: 'ann-of-atyrau' }],
    };
    expect(await found({ ...homonyms([], ['ann-of-oral']), joined })).toEqual([
      'second.json:1:24: ann-of-atyrau: It says by `differentFrom` that “ann-of-atyrau” is not “ann-of-oral”, and the two are merged. Leave one of the two out.',
    ]);
  });

  it('are pointed out by a dry run, too', async () => {
    await found({ latin });
    const printed = await found({ cyrillic }, { dryRun: true });
    expect(printed).toEqual([expect.stringContaining(twin)]);
    expect((await graphOf(store)).entities).toHaveLength(1);
  });

  it('are problems of a strict import, which writes nothing', async () => {
    await found({ latin });
    expect(await found({ cyrillic }, { strict: true })).toEqual([
      `cyrillic.json:1:144: entities[1].names.ru: ${twin}`,
    ]);
    expect((await graphOf(store)).entities).toHaveLength(1);
  });

  it('are found among hundreds of names, some of which are very long', async () => {
    const long = Array.from({ length: 2_000 }, (_, index) => `word${index}`).join(' ');
    const entities = (prefix: string): Content => ({
      entities: [
        ...Array.from({ length: 1_200 }, (_, index) =>
          named(`${prefix}-${index}`, `${prefix} Person ${index}`),
        ),
        named(`${prefix}-long`, long),
        named(`${prefix}-last`, 'Ann "OR" Smith AND NOT'),
      ],
    });
    await found({ first: entities('first') });
    expect(await pairs({ second: entities('second') })).toEqual([
      'first-long second-long',
      'first-last second-last',
    ]);
  }, 60_000);
});
