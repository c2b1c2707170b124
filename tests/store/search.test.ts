import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityRecord } from '../../src/model/records.js';
import { lookups, type CandidateRequest, type Lookup } from '../../src/store/search.js';
import type { Changes, Store } from '../../src/store/store.js';
import { essentialNames, keysWithin, nameKeys } from '../../src/values/essential-name.js';
import { foldName } from '../../src/values/folded-name.js';
import { meantWords } from '../../src/values/meant-words.js';
import { entityTypeNames } from '../../src/vocabulary/entity-types.js';
import { languages } from '../../src/vocabulary/languages.js';
import { describeOnEngines } from '../support/engines.js';
import { Random, randomSeed } from '../support/worlds.js';

const LONG = 120_000;

/** So many that engines go other ways for words that most names have. */
const ENTITIES = 8_000;

/** The first ones come often; several differ in one letter, in either script, or begin alike. */
const words = [
  'ministry', 'комитет', 'school', 'health', 'Шукеев', 'Sukeev', 'Укеев', 'ministrys', 'health2', 'healt',
  'minister', 'hcool', 'комтиет', 'Юсупов', 'Усупов', '2019', '2018', 'Alexan', 'Alean', 'abc', 'abd', 'q', 'Лапша', 'Лапа',
]; // prettier-ignore

const asked = [
  ...words, 'ministryschool', 'minist', 'min', 'm', 'heal', 'haelth', 'hhealth', 'ministyr', 'кomitet', 'schol', '201', 'zzzz',
]; // prettier-ignore

const nothing: Changes = {
  sources: [],
  entities: [],
  relations: [],
  evidence: [],
};

const timeless = {
  startEarliest: -99_999_999,
  startLatest: 99_999_999,
  endEarliest: -99_999_999,
  endLatest: 99_999_999,
};

function entity(slug: string, given: Partial<EntityRecord>): EntityRecord {
  return {
    slug,
    type: 'Person',
    kind: null,
    version: 1,
    names: {},
    properties: {},
    time: timeless,
    degree: 0,
    details: { aliases: {}, description: {}, sameAs: [], editorial: [] },
    ...given,
  };
}

const random = new Random(randomSeed);

/** Those early in the list more often. */
function often<T>(list: readonly T[]): T {
  return list[Math.floor(random.number() ** 2 * list.length)]!;
}

function name(): string {
  return random.list(1 + random.below(3), () => often(words)).join(' ');
}

const entities = random.list(ENTITIES, (index) =>
  entity(`e-${index.toString(7)}`, {
    type: random.pick(entityTypeNames),
    names: Object.fromEntries(random.some(languages, 0.5).map((language) => [language, name()])),
    degree: random.below(12),
    details: {
      aliases: random.chance(0.3) ? { [random.pick(languages)]: [name(), name()] } : {},
      description: {},
      sameAs: [],
      editorial: [],
    },
  }),
);

/** With the words, the pairs of neighbours and the keys of each once. */
const namesAndWords = new Map(
  entities.map((one) => {
    const { names, details } = one;
    const written = [...Object.values(names), ...Object.values(details.aliases).flat()];
    const all = written.map(foldName);
    const words = all.map((folded) => folded.split(' '));
    const pairs = words.flatMap((list) =>
      list.slice(1).map((word, index) => `${list[index] ?? ''} ${word}`),
    );
    const keys = new Set(written.flatMap((name) => nameKeys(name, one.type)));
    return [one, { names: all, words: new Set([...words.flat(), ...pairs]), keys }];
  }),
);

/** All words and pairs of words of names. */
const known = new Set([...namesAndWords.values()].flatMap(({ words }) => [...words]));

function asking(
  query: string,
  lookup: Lookup,
): Pick<CandidateRequest, 'words' | 'meant' | 'lookup'> {
  const words =
    lookup === 'KEYS' ? keysWithin(essentialNames(query, 'OTHER')) : foldName(query).split(' ');
  return { words, meant: meantWords(query), lookup };
}

/** As the port says. */
function candidates({ words, lookup, meant, types, after, limit }: CandidateRequest): string[] {
  const fits = (word: string, other: string): boolean =>
    other === word ||
    (lookup !== 'WORDS' && !other.includes(' ') && other.startsWith(word)) ||
    (lookup === 'MEANT' && (meant.get(word)?.has(other) ?? false));
  const wanted = words.map((word) => [...known].filter((other) => fits(word, other)));
  return entities
    .filter((one) => {
      const { names, words: has, keys } = namesAndWords.get(one)!;
      if (types && !types.includes(one.type)) return false;
      if (lookup === 'NAME') return names.includes(words.join(' '));
      if (lookup === 'KEYS') return words.some((key) => keys.has(key));
      return wanted.every((list) => list.some((other) => has.has(other)));
    })
    .sort((a, b) => b.degree - a.degree || (a.slug < b.slug ? -1 : 1))
    .filter(
      ({ degree, slug }) =>
        !after || degree < after.degree || (degree === after.degree && slug > after.slug),
    )
    .slice(0, limit)
    .map(({ slug }) => slug);
}

describeOnEngines(`candidates of a search, KENES_TEST_SEED=${randomSeed},`, (engine) => {
  let store: Store;

  beforeAll(async () => {
    store = await engine.open();
    await store.write((transaction) => transaction.apply({ ...nothing, entities }));
  }, LONG);

  afterAll(async () => {
    await store.close();
  });

  describe.each(lookups)('by the lookup %s', (lookup) => {
    it('are what a look at all entities finds, in the order, page after page', async () => {
      for (let question = 0; question < 40; question++) {
        const query = random.list(1 + random.below(3), () => often(asked)).join(' ');
        const types = random.chance(0.3) ? random.some(entityTypeNames, 0.3) : null;
        const limit = 1 + random.below(60);
        let after: CandidateRequest['after'] = null;
        for (let page = 0; page < 3; page++) {
          const request = { ...asking(query, lookup), types, after, limit };
          const found = await store.searchCandidates(request);
          expect([query, types, found.map(({ slug }) => slug)]).toEqual([
            query,
            types,
            candidates(request),
          ]);
          after = found.at(-1) ?? after;
        }
      }
    }, 120_000);
  });

  it('come with their names, aliases and degree', async () => {
    const request = { ...asking('ministry', 'WORDS'), types: null, after: null };
    const [found] = await store.searchCandidates({ ...request, limit: 1 });
    const wanted = entities.find(({ slug }) => slug === found?.slug);
    expect([found?.names, found?.details.aliases, found?.degree]).toEqual([
      wanted?.names,
      wanted?.details.aliases,
      wanted?.degree,
    ]);
  });

  it('are found by new names, and no more by old ones', async () => {
    const find = async (lookup: Lookup, query: string) => {
      const request = { ...asking(query, lookup), types: null, after: null, limit: 10 };
      return (await store.searchCandidates(request)).map(({ slug }) => slug);
    };
    const name = (en: string) => entity('newcomer', { names: { en } });
    const put = (record: EntityRecord) =>
      store.write((transaction) => transaction.apply({ ...nothing, entities: [record] }));
    await put(name('Zarina Newcomer'));
    expect(await find('NAME', 'zarina newcomer')).toEqual(['newcomer']);
    expect(await find('WORDS', 'Zarina')).toEqual(['newcomer']);
    await put(name('Zarina Oldtimer'));
    expect(await find('NAME', 'zarina newcomer')).toEqual([]);
    expect(await find('MEANT', 'newcomer')).toEqual([]);
    expect(await find('MEANT', 'Oltdimer')).toEqual(['newcomer']);
    await put(entity('newcomer', {}));
    expect(await find('MEANT', 'Oltdimer')).toEqual([]);
  });
});
