import { describe, expect, it } from '@jest/globals';
import type { Engine, KeyedAsk, SingleAsk } from '../../../src/store/answering/asks.js';
import { textOf } from '../../../src/store/engine/query-text.js';
import type { Query } from '../../../src/store/neo4j/connection.js';
import { EntryContext } from '../../../src/store/neo4j/context.js';
import { Neo4jEngine } from '../../../src/store/neo4j/engine.js';
import type { PageRequest } from '../../../src/store/page.js';
import type {
  EntityConditions,
  EntityPart,
  PathsQuestion,
  RelatedQuestion,
} from '../../../src/store/reading.js';
import { createVocabulary } from '../../../src/vocabulary/vocabulary.js';

const context = new EntryContext(createVocabulary());

/** The texts of the queries that a piece of reading sends. */
async function textsOf(read: (engine: Engine) => Promise<unknown>): Promise<string[]> {
  const texts: string[] = [];
  const query: Query = (text) => {
    texts.push(textOf(text, (index) => `$p[${index}]`));
    return Promise.resolve([]);
  };
  await read(new Neo4jEngine(query, context));
  return texts;
}

const first = (limit: number): PageRequest => ({ limit, backward: false });
const after = (far: string): PageRequest => ({
  ...first(5),
  after: [far, 'MEMBER_OF', `${far}~MEMBER_OF~a`],
});
const byName = { by: 'NAME', descending: false, language: 'en' } as const;
const bySlug = { by: 'SLUG', descending: false } as const;

const members: RelatedQuestion = {
  types: ['MEMBER_OF'],
  direction: 'BACKWARD',
  filter: {},
  order: bySlug,
};
const spokeAbout = (slugs: readonly string[]): EntityConditions => ({
  types: ['Person'],
  related: [
    {
      types: ['PARTICIPATED_IN'], direction: 'FORWARD', filter: { values: { role: slugs } }, quantifier: 'SOME', atLeast: 1,
      entity: { related: [{ types: ['ABOUT'], direction: null, filter: {}, entity: { slugs }, quantifier: 'SOME', atLeast: 1 }] },
    },
  ],
}); // prettier-ignore

const entitiesBySlug = (...parts: EntityPart[]): KeyedAsk<'entities by slug'> => ({
  kind: 'entities by slug',
  parts,
});
const relationsByKey: KeyedAsk<'relations by key'> = { kind: 'relations by key', parts: [] };
const related = (question: RelatedQuestion, page: PageRequest): KeyedAsk<'related'> => ({
  kind: 'related', question, page, relation: [], entity: [],
}); // prettier-ignore
const countOfRelated = (types: readonly string[]): KeyedAsk<'count of related'> => ({
  kind: 'count of related',
  question: { types, direction: 'BACKWARD', filter: {} },
});
const people = (filter: EntityConditions, page: PageRequest): SingleAsk<'page of entities'> => ({
  kind: 'page of entities',
  question: { filter, order: byName },
  page,
  parts: [],
});
const relations = (
  types: readonly string[] | null,
  page: PageRequest,
  from: readonly string[] | null = null,
): SingleAsk<'page of relations'> => ({
  kind: 'page of relations',
  question: { types, from, to: null, filter: {} },
  page,
  parts: [],
});

type Read = (engine: Engine) => Promise<unknown>;

describe('the Cypher text of an ask', () => {
  it.each<[string, Read, Read]>([
    [
      'slugs',
      (engine) => engine.each(entitiesBySlug(), []),
      (engine) => engine.each(entitiesBySlug(), ['a', 'b', 'c']),
    ],
    [
      'parts that are one property each',
      (engine) => engine.each(entitiesBySlug('kind', 'own startDate'), ['a']),
      (engine) => engine.each(entitiesBySlug('degree'), ['a']),
    ],
    [
      'languages of a name',
      (engine) => engine.each(entitiesBySlug('name ru kk en'), ['a']),
      (engine) => engine.each(entitiesBySlug('name en ru kk', 'kind'), ['a']),
    ],
    [
      'keys of one type',
      (engine) => engine.each(relationsByKey, ['a~MADE~b']),
      (engine) => engine.each(relationsByKey, ['c~MADE~d', 'e~MADE~f']),
    ],
    [
      'keys of several types',
      (engine) => engine.each(relationsByKey, ['a~MADE~b', 'a~ABOUT~b']),
      (engine) =>
        engine.each(relationsByKey, ['a~BROADER~b', 'a~PARTY_TO~b~ACCESSION', 'c~MADE~d']),
    ],
    [
      'pages',
      (engine) => engine.each(related(members, first(5)), ['a']),
      (engine) => engine.each(related(members, first(100)), ['b', 'c']),
    ],
    [
      'keysets',
      (engine) => engine.each(related(members, after('b')), ['a']),
      (engine) => engine.each(related(members, after('d-e')), ['c']),
    ],
    [
      'filters',
      (engine) => engine.one(people(spokeAbout(['npm']), first(5))),
      (engine) => engine.one(people(spokeAbout(['npm', 'opcat']), first(50))),
    ],
    [
      'several types',
      (engine) => engine.each(countOfRelated(['MEMBER_OF', 'MADE']), ['a']),
      (engine) => engine.each(countOfRelated(['ABOUT', 'MADE', 'PARTY_TO']), ['a']),
    ],
    [
      'pages of several types',
      (engine) => engine.one(relations(['MADE', 'ABOUT'], first(5))),
      (engine) => engine.one(relations(null, first(7))),
    ],
  ])('is the same for other %s', async (_what, one, other) => {
    expect(await textsOf(one)).toEqual(await textsOf(other));
  });

  it('is another one for a page after a keyset', async () => {
    const [one, other] = await textsOf(async (engine) => {
      await engine.each(related(members, first(5)), ['a']);
      await engine.each(related(members, after('b')), ['a']);
    });
    expect(one).not.toBe(other);
  });

  it('never holds a value, and no type that the vocabulary does not have', async () => {
    const texts = await textsOf(async (engine) => {
      const types = ['X]->() DETACH DELETE n //'];
      const filter = { values: { ['role) OR (true']: ['evil'] } };
      const own = entitiesBySlug('own evil', 'name evil');
      await engine.each(own, ['evil']);
      await engine.each(related({ ...members, types, filter }, first(5)), ['evil']);
      await engine.each(relationsByKey, [`a~${types.join()}~evil`]);
      await engine.one(relations(types, first(5), ['evil']));
      await engine.each(countOfRelated(types), ['evil']);
    });
    expect(texts).toHaveLength(5);
    expect(texts.join('\n')).not.toMatch(/DELETE|evil|OR \(true/);
  });

  it('counts entities by type with the one query for all counts', async () => {
    const filter = { types: ['Person', 'Event'] } as const;
    const [text, ...others] = await textsOf((engine) =>
      engine.one({ kind: 'count of entities', question: { filter } }),
    );
    expect(text).toContain('COUNT { (:Person) }');
    expect(others).toEqual([]);
  });
});

describe('a search for paths', () => {
  const pathsOf = (asked: PathsQuestion): SingleAsk<'paths'> => ({
    kind: 'paths', question: asked, relation: [], entity: [],
  }); // prettier-ignore
  const question: PathsQuestion = {
    from: 'a', to: 'b', types: null, direction: null, filter: {}, maxLength: 12, limit: 5,
  }; // prettier-ignore
  it.each<[string, PathsQuestion, boolean]>([
    [
      'looks for a large hub where it has a filter',
      { ...question, filter: { minOrigins: 1 } },
      true,
    ],
    ['looks for none where it has no filter', question, false],
  ])('%s', async (_what, asked, looks) => {
    const [text] = await textsOf((engine) => engine.one(pathsOf(asked)));
    expect(text?.includes('hub.degree')).toBe(looks);
  });

  it('through which very much would be looked at goes on from both ends', async () => {
    const hop = (from: string) => [from, 'x', `${from}~MEMBER_OF~x`, 9000];
    const ends = [
      [5000, null],
      [1, [hop('b')]],
    ];
    const answers = [[[0, [], [[], []], ends]], [hop('a')], [[[], []]]];
    const query = (() => Promise.resolve(answers.shift())) as Query;
    const found = await new Neo4jEngine(query, context).one(pathsOf(question));
    expect(found).toMatchObject({
      paths: [{ slugs: ['a', 'x', 'b'] }],
      truncation: null,
    });
  });
});
