import { afterEach, expect, it } from '@jest/globals';
import { collectDocuments } from '../../src/documents/collect.js';
import type { KenesDocument } from '../../src/documents/format.js';
import type { DocumentFile } from '../../src/documents/document-file.js';
import { importDocuments } from '../../src/documents/import.js';
import type { ImportSummary } from '../../src/writing/change-counts.js';
import { printProblem } from '../../src/documents/problem.js';
import { documentsOf } from '../../src/documents/seed.js';
import type { Store, Transaction } from '../../src/store/store.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { SEED } from '../support/app.js';
import { describeOnEngines, type TestEngine } from '../support/engines.js';
import { Random, randomSeed, randomWorld } from '../support/worlds.js';

const vocabulary = createVocabulary();

const fileOf = (document: Omit<KenesDocument, 'kenes'>, name = 'document.json'): DocumentFile => ({
  name,
  read: () => Promise.resolve(JSON.stringify({ kenes: 1, ...document })),
});

const documentOf = ({ sources, entities, relations }: Graph): Omit<KenesDocument, 'kenes'> => ({
  sources: sources ?? [],
  entities: entities ?? [],
  relations: relations ?? [],
});

/** Imports documents together; nothing may be wrong with them. */
async function importAll(store: Store, files: readonly DocumentFile[]): Promise<ImportSummary> {
  const { problems, summary } = await importDocuments(store, vocabulary, files);
  expect(problems.map(printProblem)).toEqual([]);
  return summary;
}

/** The whole graph as one document, and what the writer upholds beside it. */
interface Graph extends KenesDocument {
  readonly upheld: Readonly<Record<string, object>>;
}

function graphOf(store: Store): Promise<Graph> {
  return store.snapshot(async (records) => {
    const sources = [];
    const entities = [];
    const relations = [];
    const upheld: Record<string, object> = {};
    for await (const document of collectDocuments(records, vocabulary)) {
      sources.push(...(document.sources ?? []));
      entities.push(...(document.entities ?? []));
      relations.push(...(document.relations ?? []));
    }
    for await (const batch of records.entities()) {
      for (const { slug, time, degree } of batch) upheld[slug] = { time, degree };
    }
    for await (const batch of records.relations()) {
      for (const { key, time, sources, publisherCount, originCount } of batch)
        upheld[key] = { time, sources, publisherCount, originCount };
    }
    return { kenes: 1, sources, entities, relations, upheld };
  });
}

const nothing = { added: 0, changed: 0 };
const unchanged: ImportSummary = {
  sources: nothing,
  entities: nothing,
  relations: nothing,
  evidence: { ...nothing, removed: 0 },
};

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const order = [...items];
  for (let index = order.length - 1; index > 0; index--) {
    const other = random.below(index + 1);
    [order[index], order[other]] = [order[other]!, order[index]!];
  }
  return order;
}

const stores: Store[] = [];

async function open(engine: TestEngine): Promise<Store> {
  const store = await engine.open(vocabulary);
  stores.push(store);
  return store;
}

afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
});

/** The export after an import of the seed in its own order, by engine. */
const seeds = new Map<string, Promise<Graph>>();

function seedGraph(engine: TestEngine): Promise<Graph> {
  const known = seeds.get(engine.name);
  if (known) return known;
  const made = (async () => {
    const store = await open(engine);
    await importAll(store, await documentsOf(SEED));
    return graphOf(store);
  })();
  seeds.set(engine.name, made);
  return made;
}

describeOnEngines('the seed', (engine) => {
  it('is the same graph on every engine', async () => {
    const { entities, relations } = await seedGraph(engine);
    expect(entities?.length).toBeGreaterThan(100);
    expect(relations?.length).toBeGreaterThan(400);
    const [first = Promise.reject(new Error('Nothing was exported.'))] = seeds.values();
    expect(await seedGraph(engine)).toEqual(await first);
  }, 120_000);

  it.each([1, 2, 3])(
    'is the same graph in any order of its documents: %d',
    async (seed) => {
      const store = await open(engine);
      await importAll(store, shuffled(await documentsOf(SEED), new Random(seed)));
      expect(await graphOf(store)).toEqual(await seedGraph(engine));
    },
    120_000,
  );

  it('is the same graph when its documents come one by one, the last one first', async () => {
    const store = await open(engine);
    for (const file of (await documentsOf(SEED)).reverse()) await importAll(store, [file]);
    expect(await graphOf(store)).toEqual(await seedGraph(engine));
  }, 240_000);

  it('is counted once, and changes nothing when it comes again', async () => {
    const store = await open(engine);
    const files = await documentsOf(SEED);
    const { sources, entities, relations, evidence } = await importAll(store, files);
    const counts = await store.counts();
    const sum = (of: readonly { count: number }[]): number =>
      of.reduce((total, { count }) => total + count, 0);
    const fresh = (added: number) => ({ added, changed: 0 });
    expect({ sources, entities, relations, evidence }).toEqual({
      sources: fresh(counts.sources),
      entities: fresh(sum(counts.entities)),
      relations: fresh(sum(counts.relations)),
      evidence: { ...fresh(counts.evidence), removed: 0 },
    });
    expect(await importAll(store, files)).toEqual(unchanged);
    expect(await importAll(store, [...files].reverse())).toEqual(unchanged);
  }, 120_000);

  it('comes back from its export: into its own store it changes nothing, an empty one it fills', async () => {
    const exported = await seedGraph(engine);
    const file = fileOf(documentOf(exported));
    const store = await open(engine);
    await importAll(store, [file]);
    expect(await graphOf(store)).toEqual(exported);
    expect(await importAll(store, [file])).toEqual(unchanged);
    expect(await importAll(store, await documentsOf(SEED))).toEqual(unchanged);
  }, 120_000);
});

describeOnEngines('an import', (engine) => {
  /** A store whose transactions fail when changes are applied for the given time. */
  function failing(store: Store, at: number): Store {
    let applied = 0;
    const transactionOf = (transaction: Transaction): Transaction =>
      new Proxy(transaction, {
        get(target, name) {
          const value: unknown = Reflect.get(target, name, target);
          if (name === 'apply' && ++applied === at)
            return () => Promise.reject(new Error('The disk is full.'));
          return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        },
      });
    return new Proxy(store, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (name !== 'write') return typeof value === 'function' ? value.bind(target) : value;
        return <T>(work: (transaction: Transaction) => Promise<T>) =>
          target.write((transaction) => work(transactionOf(transaction)));
      },
    });
  }

  const people = (count: number, from = 0): NonNullable<KenesDocument['entities']> =>
    Array.from({ length: count }, (_, index) => ({
      slug: `person-${String(from + index).padStart(5, '0')}`,
      type: 'Person' as const,
    }));

  it('that fails half way leaves nothing, and can be made again', async () => {
    const store = await open(engine);
    await importAll(store, [fileOf({ entities: [{ slug: 'town', type: 'Place' }] })]);
    const before = await graphOf(store);
    const file = fileOf({
      entities: [...people(2_500), { slug: 'town', type: 'Place', names: { en: 'Town' } }],
    });
    await expect(importDocuments(failing(store, 2), vocabulary, [file])).rejects.toThrow(
      'The disk is full.',
    );
    expect(await graphOf(store)).toEqual(before);
    const two = [file, fileOf({ entities: people(1, 9_000) })];
    await expect(importDocuments(failing(store, 3), vocabulary, two)).rejects.toThrow();
    expect(await graphOf(store)).toEqual(before);
    expect(await importAll(store, [file])).toEqual({
      ...unchanged,
      entities: { added: 2_500, changed: 1 },
    });
  }, 60_000);

  it('of more entries than are merged at once counts each once, and tells how far it is', async () => {
    const store = await open(engine);
    const count = 4_100;
    const document = {
      sources: [{ slug: 'paper', publisher: 'press' }],
      entities: [
        ...people(count),
        { slug: 'press', type: 'Organization' as const },
        { slug: 'club', type: 'Organization' as const },
      ],
      relations: people(count).map(({ slug }) => ({
        type: 'MEMBER_OF',
        from: slug,
        to: 'club',
        evidence: [{ source: 'paper' }],
      })),
    };
    const progress: number[] = [];
    const { problems, summary } = await importDocuments(store, vocabulary, [fileOf(document)], {
      onProgress: (merged, all) => progress.push(merged / all),
    });
    expect(problems).toEqual([]);
    const fresh = (added: number) => ({ added, changed: 0 });
    expect(summary).toEqual({
      sources: fresh(1),
      entities: fresh(4_102),
      relations: fresh(4_100),
      evidence: { ...fresh(4_100), removed: 0 },
    });
    expect(progress.length).toBeGreaterThan(3);
    expect(progress).toEqual([...progress].sort());
    expect(progress.at(-1)).toBe(1);
    const [club] = await store.write((transaction) => transaction.entities(['club']));
    expect(club?.degree).toBe(count);
    expect(await importAll(store, [fileOf(document)])).toEqual(unchanged);
  }, 120_000);

  it('takes documents that refer to later ones, and entities of the store', async () => {
    const relations = fileOf({
      sources: [{ slug: 'paper', publisher: 'press', informers: ['ministry'] }],
      relations: [
        { type: 'MEMBER_OF', from: 'ann', to: 'ministry', evidence: [{ source: 'paper' }] },
      ],
    });
    const entities = fileOf({
      entities: [
        { slug: 'ann', type: 'Person', names: { en: 'Ann' }, evidence: [{ source: 'paper' }] },
        { slug: 'ministry', type: 'Organization', kind: 'GOVERNMENT' },
        { slug: 'press', type: 'Organization' },
      ],
    });
    const store = await open(engine);
    expect(await importAll(store, [relations, entities])).toEqual({
      sources: { added: 1, changed: 0 },
      entities: { added: 3, changed: 0 },
      relations: { added: 1, changed: 0 },
      evidence: { added: 2, changed: 0, removed: 0 },
    });
    const exported = await graphOf(store);
    await store.close();
    const other = await open(engine);
    await importAll(other, [entities, relations]);
    expect(await graphOf(other)).toEqual(exported);
    const more = fileOf({
      relations: [{ type: 'MEMBER_OF', from: 'ann', to: 'press', evidence: [{ source: 'paper' }] }],
    });
    expect(await importAll(other, [more])).toEqual({
      ...unchanged,
      entities: { added: 0, changed: 2 },
      relations: { added: 1, changed: 0 },
      evidence: { added: 1, changed: 0, removed: 0 },
    });
  }, 60_000);

  it('of more than is kept in memory reads its documents again, all of them checked before', async () => {
    const store = await open(engine);
    const long = (
      from: number,
      text = 'x'.repeat(20_000),
    ): NonNullable<KenesDocument['entities']> =>
      people(450, from).map((person) => ({ ...person, description: { en: text } }));
    const relations = [{ type: 'MEMBER_OF', from: 'person-00000', to: 'club' }];
    const documents = [{ entities: long(0), relations }, { entities: long(450) }];
    const club = { slug: 'club', type: 'Organization' as const };
    const files = [...documents, { entities: [club, { ...club, slug: 'Club' }] }].map((document) =>
      fileOf(document),
    );
    const { problems } = await importDocuments(store, vocabulary, files);
    expect(problems.map(({ path }) => path)).toEqual(['entities[1].slug']);
    expect((await store.counts()).entities).toEqual([]);
    const summary = await importAll(store, [...files.slice(0, 2), fileOf({ entities: [club] })]);
    expect(summary).toEqual({
      ...unchanged,
      entities: { added: 901, changed: 0 },
      relations: { added: 1, changed: 0 },
    });
  }, 120_000);

  it('after an export is not held up by it, nor is the end of the store', async () => {
    const store = await engine.open(vocabulary);
    await importAll(store, [fileOf({ entities: people(1) })]);
    await graphOf(store);
    const start = performance.now();
    await importAll(store, [fileOf({ entities: people(2) })]);
    await store.close();
    expect(performance.now() - start).toBeLessThan(4_000);
  }, 60_000);

  it('that is only tried says what it would change, and changes nothing', async () => {
    const store = await open(engine);
    await importAll(store, [fileOf({ entities: people(1) })]);
    const before = await graphOf(store);
    const file = fileOf({
      entities: [{ ...people(1)[0]!, names: { en: 'Ann' } }, ...people(1, 1)],
    });
    const { problems, summary } = await importDocuments(store, vocabulary, [file], {
      dryRun: true,
    });
    expect(problems).toEqual([]);
    expect(summary).toEqual({ ...unchanged, entities: { added: 1, changed: 1 } });
    expect(await graphOf(store)).toEqual(before);
  }, 60_000);
});

describeOnEngines(`random documents (KENES_TEST_SEED=${randomSeed})`, (engine) => {
  /** One invented document of a small world: every slug in it begins with a dollar sign. */
  function randomDocument(random: Random): KenesDocument {
    const pick = <T>(items: readonly T[]): T => random.pick(items);
    const maybe = <T extends object>(chance: number, value: () => T): T | object =>
      random.chance(chance) ? value() : {};
    const source = () => pick(['$paper', '$agency', '$blog', 'kenes-editorial']);
    const dates = [
      '2025',
      '2025-03',
      '2025-03-10',
      '2025-03-11',
      '2025-03-10/2025-03-11',
      '2025-03-10?',
    ];
    const evidence = (property: string, values: readonly (string | number)[]) =>
      maybe(0.8, () => ({
        evidence: random.list(random.below(4), () => ({
          source: source(),
          ...maybe(0.6, () => ({
            property,
            value: pick(values),
            ...maybe(0.2, () => ({ preferred: true })),
            ...maybe(0.3, () => ({ stance: 'CONTRADICTS' })),
          })),
          ...maybe(0.2, () => ({ inferred: true })),
          ...maybe(0.2, () => ({ note: pick(['So.', 'Thus.']) })),
        })),
      }));
    const names = () => ({
      ...maybe(0.5, () => ({ names: { [pick(['en', 'ru'])]: pick(['Ann', 'Bob', 'Ким']) } })),
      ...maybe(0.3, () => ({ editorialNames: { [pick(['en', 'ru'])]: pick(['Ann', 'Zed']) } })),
      ...maybe(0.4, () => ({ aliases: { en: [pick(['Ann', 'Bob', 'Zed'])] } })),
      ...maybe(0.3, () => ({ description: { en: pick(['One.', 'Two.']) } })),
    });
    const houses = ['$press', '$ministry'].map((slug) => ({ slug, type: 'Organization' as const }));
    const declared = [
      { slug: '$ann', type: 'Person' as const },
      { slug: '$forum', type: 'Event' as const },
      { slug: '$report', type: 'Report' as const },
      { slug: '$said', type: 'Statement' as const },
    ];
    return {
      kenes: 1,
      sources: [
        {
          slug: '$paper',
          publisher: '$press',
          informers: ['$ministry'],
          publishedAt: '2025-03-12',
        },
        {
          slug: '$agency',
          publisher: '$ministry',
          informers: ['$ministry'],
          publishedAt: '2025-03',
        },
        { slug: '$blog', publisher: '$press' },
      ],
      entities: shuffled(
        [
          ...houses,
          { ...declared[0]!, ...names(), ...evidence('description.en', ['One.', 'Three.']) },
          {
            ...declared[1]!,
            ...names(),
            ...maybe(0.6, () => ({ startDate: pick(dates) })),
            ...evidence('startDate', dates),
          },
          {
            ...declared[2]!,
            ...maybe(0.5, () => ({ ordinal: pick([3, 4, 5]) })),
            ...maybe(0.3, () => ({ kind: pick(['ACCOUNT', 'SUBMISSION']) })),
            ...evidence('ordinal', [3, 4]),
          },
          {
            ...declared[3]!,
            ...maybe(0.5, () => ({ text: { en: pick(['Yes.', 'No.']) } })),
            ...evidence('act', ['URGED', 'NOTED']),
          },
        ] as KenesDocument['entities'] & object,
        random,
      ),
      relations: shuffled(
        [
          {
            type: 'MADE_AT',
            from: '$said',
            to: '$forum',
            ...maybe(0.5, () => ({ evidence: [{ source: source() }] })),
          },
          {
            type: 'MADE',
            from: '$ann',
            to: '$said',
            ...maybe(0.5, () => ({ evidence: [{ source: source(), inferred: true }] })),
          },
          {
            type: 'MEMBER_OF',
            from: '$ann',
            to: '$ministry',
            ...maybe(0.6, () => ({ title: pick(['Head', 'Chair']) })),
            ...maybe(0.4, () => ({ since: pick(dates) })),
            ...evidence('title', ['Head', 'Boss']),
          },
          { type: 'ABOUT', from: '$forum', to: '$report' },
        ].filter(() => random.chance(0.7)) as KenesDocument['relations'] & object,
        random,
      ),
    };
  }

  const rounds = engine.name === 'SQLite' ? 40 : 6;

  it('give the same graph in any order, one by one or together, and come back from an export', async () => {
    const store = await open(engine);
    const random = new Random(randomSeed);
    for (let round = 0; round < rounds; round++) {
      const documents = Array.from({ length: 4 }, () => randomDocument(random));
      for (const way of ['a', 'b', 'c']) {
        const files = shuffled(documents, random).map((document) => {
          const text = JSON.stringify(document).replaceAll('$', `r${round}-${way}-`);
          return { name: `round ${round}`, read: () => Promise.resolve(text) };
        });
        if (way === 'a') await importAll(store, files);
        else for (const file of files) await importAll(store, [file]);
      }
    }
    const exported = await graphOf(store);
    for (let round = 0; round < rounds; round++) {
      const [a, b, c] = ['a', 'b', 'c'].map((way) => partOf(exported, `r${round}-${way}-`));
      expect(a?.entities).toHaveLength(6);
      expect(b).toEqual(a);
      expect(c).toEqual(a);
    }
    expect(await importAll(store, [fileOf(documentOf(exported))])).toEqual(unchanged);
  }, 240_000);

  it('come back from an export whatever is in them', async () => {
    const store = await open(engine);
    await importAll(store, [fileOf(randomWorld(new Random(randomSeed), vocabulary))]);
    const exported = await graphOf(store);
    expect(await importAll(store, [fileOf(documentOf(exported))])).toEqual(unchanged);
    await store.close();
    const other = await open(engine);
    await importAll(other, [fileOf(documentOf(exported))]);
    expect(await graphOf(other)).toEqual(exported);
  }, 120_000);

  /** The part of an export whose slugs begin with a prefix, without it. */
  function partOf(exported: Graph, prefix: string): Graph {
    const isPart = (slug: string): boolean => slug.startsWith(prefix);
    const evidenceOf = (entry: { evidence?: unknown }): unknown[] =>
      ((entry.evidence ?? []) as unknown[]).map((piece) => JSON.stringify(piece)).sort();
    const part = {
      sources: exported.sources?.filter(({ slug }) => isPart(slug)),
      // Pieces that are equal in all that orders them come in the order of their ids.
      entities: exported.entities
        ?.filter(({ slug }) => isPart(slug))
        .map((entity) => ({ ...entity, evidence: evidenceOf(entity) })),
      relations: exported.relations
        ?.filter(({ from }) => isPart(from))
        .map((relation) => ({ ...relation, evidence: evidenceOf(relation) })),
      upheld: Object.fromEntries(Object.entries(exported.upheld).filter(([key]) => isPart(key))),
    };
    return JSON.parse(JSON.stringify(part).replaceAll(prefix, '')) as Graph;
  }
});
