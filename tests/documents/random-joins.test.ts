import { expect, it } from '@jest/globals';
import type { KenesDocument } from '../../src/documents/format.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import type { EntityEntry } from '../../src/writing/entries.js';
import { describeOnEngines, type TestEngine } from '../support/engines.js';
import { graphOf, openStore, type Graph } from '../support/importing.js';
import { problemsIn, problemsWithout } from '../support/joining.js';
import { Random, randomSeed, randomWorld, type World } from '../support/worlds.js';

const vocabulary = createVocabulary();

/** Two entities of one type; all that names the first is in a document of its own. */
interface Twins {
  readonly slug: string;
  readonly into: string;
  readonly documents: readonly KenesDocument[];
}

describeOnEngines(`random joins (KENES_TEST_SEED=${randomSeed})`, (engine) => {
  const joins = engine.name === 'SQLite' ? 10 : 3;

  it('give the graph in which the slug is replaced, and the graph before once taken back', async () => {
    const random = new Random(randomSeed);
    let joined = 0;
    while (joined < joins) {
      const world = randomWorld(random, vocabulary, { entities: 16, relations: 40 });
      const twins = twinsIn(world, random);
      if (twins && (await isLikeReplaced(engine, twins))) joined++;
    }
  }, 300_000);
});

function twinsIn(world: World, random: Random): Twins | null {
  const { slug, type } = random.pick(world.entities);
  const others = world.entities.filter((other) => other.type === type && other.slug !== slug);
  if (others.length === 0) return null;
  const { slug: into } = random.pick(others);
  // Who is another one cannot be joined, and such an entry may only name who is declared.
  const entities = world.entities.map((entity) => ({
    ...entity,
    differentFrom: entity.differentFrom?.filter((one) => ![slug, into].includes(one)) ?? [],
  }));
  const isOfSlug = (named: { slug?: string; from?: string; to?: string }): boolean =>
    [named.slug, named.from, named.to].includes(slug);
  // The two would be one relation that leads from an entity to itself.
  const relations = (world.relations ?? []).filter(
    ({ from, to }) => ![from, to].includes(slug) || ![from, to].includes(into),
  );
  const rest: KenesDocument = {
    kenes: 1,
    document: 'rest',
    sources: world.sources ?? [],
    entities: entities.filter((entity) => !isOfSlug(entity)),
    relations: relations.filter((relation) => !isOfSlug(relation)),
  };
  const own: KenesDocument = {
    kenes: 1,
    document: 'own',
    entities: entities.filter(isOfSlug),
    relations: relations.filter(isOfSlug),
  };
  return { slug, into, documents: [rest, own] };
}

/** Returns false if the two cannot be joined, since their terms are disjoint. */
async function isLikeReplaced(
  engine: TestEngine,
  { slug, into, documents }: Twins,
): Promise<boolean> {
  const texts = documents.map((document) => JSON.stringify(document));
  const replaced = documents.map((document) => JSON.stringify(document, replaceIn(slug, into)));
  const join = JSON.stringify({
    kenes: 1,
    document: 'join',
    entities: [{ slug, mergedInto: into }],
  });
  const byHand = await openStore(engine);
  const problems = await problemsIn(byHand, ...replaced);
  const expected = await graphOf(byHand);
  await byHand.close();
  const store = await openStore(engine);
  expect(await problemsIn(store, ...texts)).toEqual([]);
  const before = await graphOf(store);
  const found = await problemsIn(store, join);
  expect(found).toHaveLength(problems.length);
  if (found.length > 0) {
    await store.close();
    return false;
  }
  expect(comparable(await graphOf(store))).toEqual(comparable(expected));
  expect(await problemsWithout(store, 'join')).toEqual([]);
  expect(await graphOf(store)).toEqual(before);
  await store.close();
  return true;
}

/** Replaces a slug wherever a document names an entity. */
function replaceIn(slug: string, into: string): (name: string, value: unknown) => unknown {
  const replace = (named: unknown): unknown => (named === slug ? into : named);
  return (name, value) => {
    if (['slug', 'from', 'to', 'publisher'].includes(name)) return replace(value);
    if (name === 'informers' && Array.isArray(value)) return value.map(replace);
    if (name !== 'value' || typeof value !== 'string' || !value.includes('~')) return value;
    const [from, type, to, ...rest] = value.split('~');
    return [replace(from), type, replace(to), ...rest].join('~');
  };
}

/** Pieces of evidence that are equal in all that orders them come in the order of their ids. */
function comparable(graph: Graph): Graph {
  const sorted = <E extends { evidence?: EntityEntry['evidence'] }>(entry: E): E =>
    entry.evidence
      ? { ...entry, evidence: [...entry.evidence].sort((a, b) => compare(a, b)) }
      : entry;
  return {
    ...graph,
    entities: (graph.entities ?? []).map(sorted),
    relations: (graph.relations ?? []).map(sorted),
  };
}

function compare(a: object, b: object): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
