import { expect, it } from '@jest/globals';
import type { KenesDocument } from '../../src/documents/format.js';
import { importDocuments, removeDocuments } from '../../src/documents/import.js';
import type { GraphRecords, Store } from '../../src/store/store.js';
import type { Time } from '../../src/model/records.js';
import { isoDay, NO_EARLIEST_DAY, NO_LATEST_DAY } from '../../src/values/partial-date.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { isJoinEntry } from '../../src/writing/entries.js';
import { describeOnEngines } from '../support/engines.js';
import { fileOf, openStore, shuffled } from '../support/importing.js';
import { plainMerge, STATES, type PlainGraph } from '../support/plain-merge.js';
import { declarations, randomDocumentNamed } from '../support/random-documents.js';
import { Random, randomSeed } from '../support/worlds.js';
import { everything } from '../support/written-store.js';

const vocabulary = createVocabulary();
type Named = KenesDocument & { readonly document: string };
type Kept = Map<string, Named>;

describeOnEngines(
  `imports, replacements, removals and joins at random (KENES_TEST_SEED=${randomSeed})`,
  (engine) => {
    const rounds = engine.name === 'SQLite' ? 20 : 4;

    it('leave the graph of the documents that are left, whatever their order', async () => {
      const random = new Random(randomSeed);
      for (let round = 0; round < rounds; round++) {
        const store = await openStore(engine);
        const kept: Kept = round % 2 === 0 ? new Map() : await joinedFromTheStart(store);
        for (let step = 0; step < 8; step++) await changeAtRandom(store, kept, random);
        const left = [...kept.values()];
        const found = await store.snapshot(everythingSaid);
        expect(plainOf(found)).toEqual(plainMerge(joinedIn(left)));
        await store.close();
        const other = await openStore(engine);
        await importTogether(other, shuffled(left, random));
        expect(await other.snapshot(everythingSaid)).toEqual(found);
        await other.close();
      }
    }, 600_000);
  },
);

/** Ann is spelled in two ways, and a document may say that both are her. */
const joins: Named = {
  kenes: 1,
  document: 'joins',
  entities: [{ slug: 'anna', mergedInto: 'ann' }],
};

/** Imports documents of which one joins the two spellings, and returns them. */
async function joinedFromTheStart(store: Store): Promise<Kept> {
  const declared = declarations('declarations');
  const both = [declared, withName(declared, 'ann', 'anna')];
  const spelled = both.map((one, index) => ({ ...one, document: `declarations-${index}` }));
  await importTogether(store, [...spelled, joins]);
  return new Map([...spelled, joins].map((document) => [document.document, document]));
}

function documentNamed(slug: string, random: Random): Named {
  if (slug === 'joins') return joins;
  const document = randomDocumentNamed(slug, random);
  return random.chance(0.4) ? withName(document, 'ann', 'anna') : document;
}

/** Returns a document that names an entity by another slug. */
function withName(document: Named, slug: string, other: string): Named {
  const rename = (name: string, value: unknown): unknown =>
    ['slug', 'from', 'to'].includes(name) && value === slug ? other : value;
  return JSON.parse(JSON.stringify(document, rename)) as Named;
}

/** Returns the documents as if all of them spelled the joined slug alike. */
function joinedIn(documents: readonly Named[]): readonly Named[] {
  if (!documents.includes(joins)) return documents;
  return documents
    .filter((document) => document !== joins)
    .map((document) => withName(document, 'anna', 'ann'));
}

/** Imports or removes a few documents. What others still need makes it a problem. */
async function changeAtRandom(store: Store, kept: Kept, random: Random): Promise<void> {
  const before = await store.snapshot(everythingSaid);
  const next = new Map(kept);
  const slugs = random.some(['a', 'b', 'c', 'd', 'e', 'joins'], 0.4);
  const removes = random.chance(0.3);
  const documents = slugs.map((slug) => documentNamed(slug, random));
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
  const joining = entities.filter(isJoinEntry);
  const declared = new Set(
    [...sources, ...entities.filter((entity) => !isJoinEntry(entity))].map(({ slug }) => slug),
  );
  const named = [
    ...joining.flatMap(({ slug, mergedInto }) => [slug, mergedInto]),
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
      relations.map(({ key, type, properties, sources, publisherCount, originCount, time }) => [
        key,
        {
          ...{ properties, sources, publisherCount, originCount },
          time: STATES.includes(type) ? plainTime(time) : null,
        },
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

function plainTime({ startEarliest, startLatest, endEarliest, endLatest }: Time): string[] {
  return [startEarliest, startLatest, endEarliest, endLatest].map((day) =>
    day === NO_EARLIEST_DAY ? '' : day === NO_LATEST_DAY ? '~' : isoDay(day),
  );
}
