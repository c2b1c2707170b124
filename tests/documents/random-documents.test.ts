import { expect, it } from '@jest/globals';
import type { KenesDocument } from '../../src/documents/format.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import {
  fileOf,
  documentOf,
  unchanged,
  importAll,
  type Graph,
  graphOf,
  shuffled,
  openStore,
} from '../support/importing.js';
import { describeOnEngines } from '../support/engines.js';
import { Random, randomSeed, randomWorld } from '../support/worlds.js';

const vocabulary = createVocabulary();

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
      evidence: [{ source: source(), ...maybe(0.3, () => ({ inferred: true })) }],
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
            ...maybe(0.6, () => ({ title: pick(['Head', { en: 'Chair', kk: 'Төраға' }]) })),
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
    const store = await openStore(engine);
    const random = new Random(randomSeed);
    for (let round = 0; round < rounds; round++) {
      const documents = Array.from({ length: 4 }, () => randomDocument(random));
      for (const way of ['a', 'b', 'c']) {
        const files = shuffled(
          documents.map((document, index) => {
            const text = JSON.stringify(document).replaceAll('$', `r${round}-${way}-`);
            return { name: `r${round}-${way}-${index}`, read: () => Promise.resolve(text) };
          }),
          random,
        );
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
    const store = await openStore(engine);
    await importAll(store, [fileOf(randomWorld(new Random(randomSeed), vocabulary))]);
    const exported = await graphOf(store);
    expect(await importAll(store, [fileOf(documentOf(exported))])).toEqual(unchanged);
    await store.close();
    const other = await openStore(engine);
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
      derived: Object.fromEntries(Object.entries(exported.derived).filter(([key]) => isPart(key))),
    };
    return JSON.parse(JSON.stringify(part).replaceAll(prefix, '')) as Graph;
  }
});
