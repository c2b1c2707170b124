import { describe, expect, it } from '@jest/globals';
import type { Query } from '../../../src/store/neo4j/connection.js';
import { Statements } from '../../../src/store/neo4j/statements.js';
import { Neo4jSteps } from '../../../src/store/neo4j/steps.js';
import type {
  EntityConditions,
  PageRequest,
  PathsQuestion,
  RelatedQuestion,
} from '../../../src/store/reading.js';
import type { StatementText } from '../../../src/store/engine/statement-text.js';
import { createVocabulary } from '../../../src/vocabulary/vocabulary.js';

/** The texts of the statements that a piece of reading sends. */
async function textsOf(read: (steps: Neo4jSteps) => Promise<unknown>): Promise<string[]> {
  const texts: string[] = [];
  const query = (statement: StatementText): Promise<never[]> => {
    texts.push(statement.text((place) => `$p[${place}]`));
    return Promise.resolve([]);
  };
  await read(Neo4jSteps.of(query, new Statements(createVocabulary())));
  return texts;
}

const first = (limit: number): PageRequest => ({ limit, backward: false });
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

describe('the Cypher text of a question', () => {
  it.each<
    [string, (steps: Neo4jSteps) => Promise<unknown>, (steps: Neo4jSteps) => Promise<unknown>]
  >([
    ['slugs', (steps) => steps.entities([]), (steps) => steps.entities(['a', 'b', 'c'])],
    [
      'keys of one type',
      (steps) => steps.relations(['a~MADE~b']),
      (steps) => steps.relations(['c~MADE~d', 'e~MADE~f']),
    ],
    [
      'keys of several types',
      (steps) => steps.relations(['a~MADE~b', 'a~ABOUT~b']),
      (steps) => steps.relations(['a~BROADER~b', 'a~PARTY_TO~b~ACCESSION', 'c~MADE~d']),
    ],
    [
      'pages',
      (steps) => steps.related(['a'], members, first(5)),
      (steps) => steps.related(['b', 'c'], members, first(100)),
    ],
    [
      'places',
      (steps) =>
        steps.related(['a'], members, { ...first(5), after: ['b', 'MEMBER_OF', 'b~MEMBER_OF~a'] }),
      (steps) =>
        steps.related(['c'], members, {
          ...first(9),
          after: ['d-e', 'MEMBER_OF', 'd-e~MEMBER_OF~c'],
        }),
    ],
    [
      'filters',
      (steps) => steps.entityPage({ filter: spokeAbout(['npm']), order: byName }, first(5)),
      (steps) =>
        steps.entityPage({ filter: spokeAbout(['npm', 'opcat']), order: byName }, first(50)),
    ],
    [
      'several types',
      (steps) => steps.relatedCount(['a'], { ...members, types: ['MEMBER_OF', 'MADE'] }),
      (steps) => steps.relatedCount(['a'], { ...members, types: ['ABOUT', 'MADE', 'PARTY_TO'] }),
    ],
    [
      'pages of several types',
      (steps) =>
        steps.relationPage(
          { types: ['MADE', 'ABOUT'], from: null, to: null, filter: {} },
          first(5),
        ),
      (steps) => steps.relationPage({ types: null, from: null, to: null, filter: {} }, first(7)),
    ],
  ])('is the same for other %s', async (_what, one, other) => {
    expect(await textsOf(one)).toEqual(await textsOf(other));
  });

  it('is another one for a page that has a place', async () => {
    const texts = await textsOf(async (steps) => {
      await steps.related(['a'], members, first(5));
      await steps.related(['a'], members, {
        ...first(5),
        after: ['b', 'MEMBER_OF', 'b~MEMBER_OF~a'],
      });
    });
    expect(texts[0]).not.toBe(texts[1]);
  });

  it('never holds a value, and no type that the vocabulary does not have', async () => {
    const texts = await textsOf(async (steps) => {
      const type = 'X]->() DETACH DELETE n //';
      await steps.related(
        ['evil'],
        { ...members, types: [type], filter: { values: { [`role) OR (true`]: ['evil'] } } },
        first(5),
      );
      await steps.relations([`a~${type}~evil`]);
      await steps.relationPage({ types: [type], from: ['evil'], to: null, filter: {} }, first(5));
      await steps.relatedCount(['evil'], { ...members, types: [type] });
    });
    expect(texts.join('\n')).not.toMatch(/DELETE|evil|OR \(true/);
  });

  it('asks one statement for all counts', async () => {
    const texts = await textsOf((steps) =>
      steps.entityCount({ filter: { types: ['Person', 'Event'] }, order: byName }),
    );
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain('COUNT { (:Person) }');
  });
});

describe('a search for paths', () => {
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
    const [text] = await textsOf((steps) => steps.paths(asked));
    expect(text?.includes('hub.degree')).toBe(looks);
  });

  it('through which very much would be looked at goes on from both ends', async () => {
    const hop = (from: string) => [from, 'x', `${from}~MEMBER_OF~x`, 9000];
    const ends = [
      [5000, null],
      [1, [hop('b')]],
    ];
    const answers = [[[0, [], [], [], ends]], [hop('a')], [[[], []]]];
    const query = (() => Promise.resolve(answers.shift())) as Query;
    const found = await Neo4jSteps.of(query, new Statements(createVocabulary())).paths(question);
    expect(found).toMatchObject({
      paths: [{ slugs: ['a', 'x', 'b'], keys: ['a~MEMBER_OF~x', 'b~MEMBER_OF~x'] }],
      truncation: null,
    });
  });
});
