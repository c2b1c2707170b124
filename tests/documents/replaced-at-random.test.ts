import { expect, it } from '@jest/globals';
import type { KenesDocument } from '../../src/documents/format.js';
import { importDocuments, removeDocuments } from '../../src/documents/import.js';
import type { GraphRecords, Store } from '../../src/store/store.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { describeOnEngines } from '../support/engines.js';
import { fileOf, openStore, shuffled } from '../support/importing.js';
import { plainMerge, type PlainGraph } from '../support/plain-merge.js';
import { randomDocumentNamed } from '../support/random-documents.js';
import { Random, randomSeed } from '../support/worlds.js';
import { everything } from '../support/written-store.js';

const vocabulary = createVocabulary();
type Named = KenesDocument & { readonly document: string };
type Kept = Map<string, Named>;

describeOnEngines(
  `imports, replacements and removals at random (KENES_TEST_SEED=${randomSeed})`,
  (engine) => {
    const rounds = engine.name === 'SQLite' ? 30 : 3;

    it('leave the graph of the documents that are left, whatever their order', async () => {
      const random = new Random(randomSeed);
      for (let round = 0; round < rounds; round++) {
        const store = await openStore(engine);
        const kept: Kept = new Map();
        for (let step = 0; step < 8; step++) await changeAtRandom(store, kept, random);
        const left = [...kept.values()];
        const found = await store.snapshot(everythingSaid);
        expect(plainOf(found)).toEqual(plainMerge(left));
        await store.close();
        const other = await openStore(engine);
        await importTogether(other, shuffled(left, random));
        expect(await other.snapshot(everythingSaid)).toEqual(found);
        await other.close();
      }
    }, 600_000);
  },
);

/** Imports or removes a few documents. What others still need makes it a problem. */
async function changeAtRandom(store: Store, kept: Kept, random: Random): Promise<void> {
  const before = await store.snapshot(everythingSaid);
  const next = new Map(kept);
  const slugs = random.some(['a', 'b', 'c', 'd', 'e'], 0.4);
  const removes = random.chance(0.3);
  const documents = slugs.map((slug) => randomDocumentNamed(slug, random));
  if (removes) {
    for (const slug of slugs) next.delete(slug);
  } else {
    for (const document of documents) next.set(document.document, document);
  }
  const { problems } = removes
    ? await removeDocuments(store, vocabulary, slugs.filter((slug) => kept.has(slug))) // prettier-ignore
    : await importDocuments(
        store,
        vocabulary,
        documents.map((document) => fileOf(document)),
      );
  const lacks = lackedBy([...next.values()]);
  expect({ lacks, isProblem: problems.length > 0 }).toEqual({ lacks, isProblem: lacks.length > 0 });
  if (problems.length > 0) {
    expect(await store.snapshot(everythingSaid)).toEqual(before);
    return;
  }
  kept.clear();
  for (const [slug, document] of next) kept.set(slug, document);
}

async function importTogether(store: Store, documents: readonly Named[]): Promise<void> {
  const files = documents.map((document) => fileOf(document));
  const { problems } = await importDocuments(store, vocabulary, files);
  expect(problems).toEqual([]);
}

/** Returns what documents name and none of them declares. */
function lackedBy(documents: readonly Named[]): string[] {
  const sources = documents.flatMap(({ sources = [] }) => sources);
  const entities = documents.flatMap(({ entities = [] }) => entities);
  const relations = documents.flatMap(({ relations = [] }) => relations);
  const declared = new Set([...sources, ...entities].map(({ slug }) => slug));
  const named = [
    ...sources.flatMap(({ publisher, informers = [] }) => [publisher, ...informers]),
    ...relations.flatMap(({ from, to }) => [from, to]),
    ...[...entities, ...relations].flatMap((entry) =>
      'evidence' in entry ? (entry.evidence ?? []).map(({ source }) => source) : [],
    ),
  ];
  return named.filter((slug) => !declared.has(slug) && slug !== 'kenes-editorial');
}

type Everything = Awaited<ReturnType<typeof everything>>;

/** Returns all records without their versions, which count how often something else was said. */
async function everythingSaid(records: GraphRecords): Promise<Everything> {
  const { entities, relations, sources, evidence } = await everything(records);
  return {
    entities: entities.map((entity) => ({ ...entity, version: 0 })),
    relations: relations.map((relation) => ({ ...relation, version: 0 })),
    sources,
    evidence,
  };
}

function plainOf({ entities, relations, sources, evidence }: Everything): PlainGraph {
  return {
    sources: Object.fromEntries(
      sources.map(({ slug, title, kind, publishedAt, publisherSlug, informerSlugs }) => [
        slug,
        { title, kind, publishedAt, publisher: publisherSlug, informers: informerSlugs },
      ]),
    ),
    entities: Object.fromEntries(
      entities.map(({ slug, type, kind, names, properties, degree, details }) => {
        const { aliases, description: text, editorial } = details;
        return [slug, { type, names, editorial, aliases, kind, text, properties, degree }];
      }),
    ),
    relations: Object.fromEntries(
      relations.map(({ key, properties, sources, publisherCount, originCount }) => [
        key,
        { properties, sources, publisherCount, originCount },
      ]),
    ),
    evidence: evidence
      .map(({ target, property, sourceSlug: source, position, stance, value, ...rest }) => {
        const { preferred, inferred, note } = rest;
        return JSON.stringify({
          target, property, source, position: position ? `${position.start}-${position.end}` : '',
          stance, value, preferred, inferred, note,
        }); // prettier-ignore
      })
      .sort(),
  };
}
