import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityRecord, EvidenceRecord } from '../../src/model/records.js';
import type { TextRequest } from '../../src/store/search.js';
import type { Changes, Store } from '../../src/store/store.js';
import { foldName } from '../../src/values/folded-name.js';
import { entityTypeNames } from '../../src/vocabulary/entity-types.js';
import { languages } from '../../src/vocabulary/languages.js';
import { describeOnEngines } from '../support/engines.js';
import { Random, randomSeed } from '../support/worlds.js';

const random = new Random(randomSeed);

/** The first ones come often. */
const words = ['паром', 'ferry', 'parom', 'река', 'reka', 'council', 'of', 'о', 'мост', 'Brücke'];
const often = (): string => words[Math.floor(random.number() ** 2 * words.length)] ?? '';
const text = (): string => random.list(1 + random.below(5), often).join(' ');

const timeless = {
  startEarliest: -99_999_999,
  startLatest: 99_999_999,
  endEarliest: -99_999_999,
  endLatest: 99_999_999,
};

const entity = (slug: string, given: Partial<EntityRecord> = {}): EntityRecord => ({
  slug,
  type: 'Organization',
  kind: null,
  version: 1,
  names: {},
  properties: {},
  time: timeless,
  degree: 0,
  details: { aliases: {}, description: {}, sameAs: [], editorial: [] },
  ...given,
});

const entities = random.list(300, (index) =>
  entity(`e-${index}`, {
    type: random.pick(entityTypeNames),
    degree: random.below(4),
    details: {
      aliases: {},
      description: Object.fromEntries(random.some(languages, 0.4).map((one) => [one, text()])),
      sameAs: [],
      editorial: [],
    },
  }),
);

const evidence = random.list(300, (index): EvidenceRecord => ({
  id: `id-${index}`,
  target: `e-${random.below(300)}${random.chance(0.5) ? '~MEMBER_OF~e-0' : ''}`,
  property: null,
  sourceSlug: 'paper',
  position: null,
  stance: 'CONFIRMS',
  value: null,
  preferred: false,
  inferred: false,
  note: random.chance(0.7) ? text() : null,
}));

const changes = (given: Partial<Changes>): Changes => ({
  sources: [],
  entities: [],
  relations: [],
  evidence: [],
  ...given,
});

const paper = {
  slug: 'paper',
  title: null,
  urls: [],
  language: null,
  publishedAt: null,
  kind: null,
  publisherSlug: 'publisher',
  informerSlugs: [],
  text: null,
};

/** As the port says. */
function plainly({ words: asked, types, after, limit }: TextRequest): string[][] {
  const hasAll = (one: string): boolean => {
    const has = foldName(one).split(' ');
    return asked.every((word) => has.includes(word));
  };
  return entities
    .flatMap(({ slug, type, degree, details }) => {
      const descriptions = languages.flatMap((one) => details.description[one] ?? []);
      const notes = evidence
        .filter(({ target }) => target.split('~')[0] === slug)
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .flatMap(({ note }) => note ?? []);
      const found = [...descriptions, ...notes].find(hasAll);
      return found === undefined || (types && !types.includes(type))
        ? []
        : [{ slug, degree, found }];
    })
    .sort((a, b) => b.degree - a.degree || (a.slug < b.slug ? -1 : 1))
    .filter(
      ({ degree, slug }) =>
        !after || degree < after.degree || (degree === after.degree && slug > after.slug),
    )
    .slice(0, limit)
    .map(({ slug, found }) => [slug, found]);
}

describeOnEngines(`texts of a search, KENES_TEST_SEED=${randomSeed},`, (engine) => {
  let store: Store;

  beforeAll(async () => {
    store = await engine.open();
    const all = [entity('publisher'), ...entities];
    await store.write((transaction) =>
      transaction.apply(changes({ sources: [paper], entities: all, evidence })),
    );
  });

  afterAll(async () => {
    await store.close();
  });

  const find = async (request: TextRequest) =>
    (await store.searchTexts(request)).map(({ entity: { slug }, text: found }) => [slug, found]);

  it('are what a look at all of them finds, in the order, page after page', async () => {
    for (let question = 0; question < 30; question++) {
      const asked = foldName(random.list(1 + random.below(3), often).join(' ')).split(' ');
      const types = random.chance(0.3) ? random.some(entityTypeNames, 0.4) : null;
      let after: TextRequest['after'] = null;
      for (let page = 0; page < 3; page++) {
        const request: TextRequest = { words: asked, types, after, limit: 1 + random.below(30) };
        const found = await store.searchTexts(request);
        expect([request, found.map((one) => [one.entity.slug, one.text])]).toEqual([
          request,
          plainly(request),
        ]);
        after = found.at(-1)?.entity ?? after;
      }
    }
  });

  describe('that change', () => {
    const request = { words: [foldName('novelty')], types: null, after: null, limit: 9 };
    const describing = (description: object) =>
      entity('changing', {
        details: { aliases: {}, description, sameAs: [], editorial: [] },
      });
    const noting = (note: string | null) => ({
      ...(evidence[0] as EvidenceRecord),
      id: 'changing',
      target: 'changing',
      note,
    });
    const put = (given: Partial<Changes>) =>
      store.write((transaction) => transaction.apply(changes(given)));

    it('are found as they are now', async () => {
      await put({ entities: [describing({ ru: 'A novelty' })] });
      expect(await find(request)).toEqual([['changing', 'A novelty']]);
      await put({ entities: [describing({ ru: 'A rarity' })], evidence: [noting('novelty, too')] });
      expect(await find(request)).toEqual([['changing', 'novelty, too']]);
      await put({ evidence: [noting(null)] });
      expect(await find(request)).toEqual([]);
    });
  });
});
