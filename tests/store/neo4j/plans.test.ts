import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Engine, KeyedAsk, SingleAsk } from '../../../src/store/answering/asks.js';
import type { Sql } from '../../../src/store/engine/query-text.js';
import { EntryContext } from '../../../src/store/neo4j/context.js';
import { Neo4jEngine } from '../../../src/store/neo4j/engine.js';
import type { PageRequest } from '../../../src/store/page.js';
import {
  entityParts,
  evidenceParts,
  relationParts,
  type EntityConditions,
  type RelatedQuestion,
  type RelationQuestion,
} from '../../../src/store/reading.js';
import type { Store } from '../../../src/store/store.js';
import type { Query } from '../../../src/store/neo4j/connection.js';
import { Neo4jTransaction } from '../../../src/store/neo4j/transaction.js';
import { createVocabulary } from '../../../src/vocabulary/vocabulary.js';
import {
  changes,
  describeOnNeo4j,
  entityRecord,
  evidenceRecord,
  Neo4jOfTests,
  relationRecord,
  sourceRecord,
} from './neo4j-graph.js';

const context = new EntryContext(createVocabulary());
const MEMBERS = 1_500;
const members: RelatedQuestion = {
  types: ['MEMBER_OF'], direction: 'BACKWARD', filter: {}, order: { by: 'SLUG', descending: false },
}; // prettier-ignore
const byName = { by: 'NAME', descending: false, language: 'en' } as const;
const page: PageRequest = { limit: 10, backward: false };
const nextMembers: PageRequest = {
  ...page,
  after: ['person-0700', 'MEMBER_OF', 'person-0700~MEMBER_OF~hub'],
};
const nextByName: PageRequest = { ...page, after: ['name 50', 'person-0700'] };
const allRelations = { types: null, from: null, to: null, filter: {} };
/** Far less than one look at each member takes. */
const FEW = 700;

/** The queries of a piece of work, which are not run. */
async function queriesOf(work: (query: Query) => Promise<unknown>): Promise<Sql[]> {
  const queries: Sql[] = [];
  await work(<Row>(query: Sql) => {
    queries.push(query);
    // As many rows as a query that writes one says that it wrote.
    return Promise.resolve([1] as Row[]);
  });
  return queries;
}

/** Passes queries on, and returns no rows of them. */
const withoutRows =
  (query: Query): Query =>
  <Row>(text: Sql) =>
    query(text).then(() => [] as Row[]);

const readingOf =
  (read: (engine: Engine) => Promise<unknown>) =>
  (query: Query): Promise<unknown> =>
    read(new Neo4jEngine(withoutRows(query), context));

const entitiesBySlug = { kind: 'entities by slug', parts: entityParts } as const;
const relationsByKey = { kind: 'relations by key', parts: relationParts } as const;
const related = (request: PageRequest, question = members): KeyedAsk<'related'> => ({
  kind: 'related', question, page: request, relation: relationParts, entity: entityParts,
}); // prettier-ignore
const countOfRelated = { kind: 'count of related', question: members } as const;
const people = (request: PageRequest, filter: EntityConditions = { types: ['Person'] }) =>
  ({
    kind: 'page of entities', question: { filter, order: byName }, page: request, parts: [],
  }) as const; // prettier-ignore
const relations = (question: RelationQuestion): SingleAsk<'page of relations'> => ({
  kind: 'page of relations', question, page, parts: relationParts,
}); // prettier-ignore
const pageOfEvidence = (of: 'target' | 'source', properties: string[] | null) =>
  ({
    kind: 'page of evidence', question: { of, properties }, page, parts: evidenceParts,
  }) as const; // prettier-ignore
const disagreements = (request: PageRequest): SingleAsk<'page of disagreements'> => ({
  kind: 'page of disagreements', question: { kinds: null, targets: null }, page: request,
}); // prettier-ignore

describeOnNeo4j('the plan that is made while the graph is empty', () => {
  const server = new Neo4jOfTests();
  const person = entityRecord('Person', 'person-1');
  const hub = entityRecord('Organization', 'hub');
  const relation = relationRecord('MEMBER_OF', person, hub);

  beforeAll(async () => {
    await (await server.openEmpty()).close();
    await server.run('CALL db.clearQueryCaches()');
  });

  afterAll(() => server.close());

  it.each<[string, (engine: Engine) => Promise<unknown>]>([
    ['entities by slug', (engine) => engine.each(entitiesBySlug, ['hub'])],
    ['related entities', (engine) => engine.each(related(page), ['hub'])],
    ['the next of them', (engine) => engine.each(related(nextMembers), ['hub'])],
    [
      'related entities of all types',
      (engine) => engine.each(related(page, { ...members, types: null, direction: null }), ['hub']),
    ],
    [
      'related entities by date',
      (engine) =>
        engine.each(related(page, { ...members, order: { by: 'DATE', descending: true } }), [
          'hub',
        ]),
    ],
    ['counts of them', (engine) => engine.each(countOfRelated, ['hub'])],
    ['people by name', (engine) => engine.one(people(page))],
    ['the next of them', (engine) => engine.one(people(nextByName))],
    ['relations by key', (engine) => engine.each(relationsByKey, [relation.key])],
    [
      'relations by keys of several types',
      (engine) => engine.each(relationsByKey, [relation.key, 'a~MADE~b']),
    ],
    ['a page of all relations', (engine) => engine.one(relations(allRelations))],
    ['relations of an end', (engine) => engine.one(relations({ ...allRelations, to: ['hub'] }))],
    ['evidence', (engine) => engine.each(pageOfEvidence('target', null), ['hub'])],
    ['evidence of a source', (engine) => engine.each(pageOfEvidence('source', ['']), ['kt'])],
    [
      'the relations that one source supports',
      (engine) =>
        engine.each(
          { kind: 'page of sole support', page: { ...page, after: ['a~MADE~b'] }, parts: [] },
          ['kt'],
        ),
    ],
    ['counts of them', (engine) => engine.each({ kind: 'count of sole support' }, ['kt'])],
    ['disagreements', (engine) => engine.one(disagreements(page))],
    [
      'the next of them',
      (engine) => engine.one(disagreements({ ...page, after: ['a', 'startDate', 'PROPERTY'] })),
    ],
    [
      'the number of them',
      (engine) =>
        engine.one({ kind: 'count of disagreements', question: { kinds: null, targets: ['hub'] } }),
    ],
    [
      'evidence by id',
      (engine) => engine.each({ kind: 'evidence by id', parts: evidenceParts }, ['1']),
    ],
    ['documents by slug', (engine) => engine.each({ kind: 'documents by slug' }, ['paper'])],
    ['a page of documents', (engine) => engine.one({ kind: 'page of documents', page })],
    [
      'the next of them',
      (engine) => engine.one({ kind: 'page of documents', page: { ...page, after: ['paper'] } }),
    ],
    [
      'the documents of entities',
      (engine) => engine.each({ kind: 'documents of entries', of: 'ENTITY' }, ['hub']),
    ],
    ['former slugs', (engine) => engine.each({ kind: 'joins' }, ['old-hub'])],
    ['the former slugs of entities', (engine) => engine.each({ kind: 'former slugs' }, ['hub'])],
  ])('goes by indexes for %s', async (_what, read) => {
    await expectIndexes(readingOf(read));
  });

  it.each<[string, (query: Query) => Promise<unknown>]>([
    [
      'what is asked while writing',
      async (query) => {
        const transaction = new Neo4jTransaction(withoutRows(query), context);
        await transaction.relationsOf(['hub'], ['MEMBER_OF']);
        await transaction.evidence(['hub']);
        await transaction.targetsOfSources(['kt']);
      },
    ],
    [
      'what is written',
      (query) =>
        new Neo4jTransaction(query, context).apply(
          changes({
            entities: [person],
            derivedEntities: [hub],
            sources: [sourceRecord('kt', hub)],
            relations: [relation],
            removed: { evidence: ['1'] },
            evidence: [evidenceRecord('1', hub, 'kt')],
          }),
        ),
    ],
  ])('goes by indexes for %s', async (_what, work) => {
    await expectIndexes(work);
  });

  async function expectIndexes(work: (query: Query) => Promise<unknown>): Promise<void> {
    const queries = await queriesOf(work);
    expect(queries).not.toEqual([]);
    for (const query of queries) {
      expect((await server.explain(query)).join()).not.toMatch(
        /AllNodesScan|LabelScan|RelationshipsScan|TypeScan/,
      );
    }
  }
});

describeOnNeo4j('the plan of a query on a graph with a hub', () => {
  const server = new Neo4jOfTests();
  let store: Store;

  beforeAll(async () => {
    store = await server.openEmpty();
    const hub = entityRecord('Organization', 'hub', { degree: MEMBERS });
    const people = Array.from({ length: MEMBERS }, (_, index) =>
      entityRecord('Person', `person-${String(index).padStart(4, '0')}`, {
        names: { en: `Name ${String(index % 97)}` },
        degree: 1,
      }),
    );
    const relations = people.map((person) => relationRecord('MEMBER_OF', person, hub));
    await store.write((transaction) =>
      transaction.apply(changes({ entities: [hub, ...people], relations })),
    );
    // Plans that were made for what tests before had in the database do not count.
    await server.run('CALL db.clearQueryCaches()');
  });

  afterAll(async () => {
    await store.close();
    await server.close();
  });

  async function planOf(read: (engine: Engine) => Promise<unknown>) {
    const [first] = await queriesOf(readingOf(read));
    return server.profile(first!);
  }

  it.each<[string, PageRequest]>([
    ['first page', page],
    ['next page', nextMembers],
    ['last page', { ...page, backward: true }],
  ])('seeks the %s of the hub’s members in an index', async (_what, request) => {
    const { operators, hits } = await planOf((engine) =>
      engine.each({ ...related(request), relation: [], entity: [] }, ['hub']),
    );
    expect(operators).toContain('DirectedRelationshipIndexSeek');
    expect(operators).not.toContain('Sort');
    expect(operators).not.toContain('Top');
    expect(hits).toBeLessThan(FEW);
  });

  it.each<[string, PageRequest]>([
    ['first', page],
    ['next', nextByName],
  ])('reads the %s page of people by name from an index in its order', async (_what, request) => {
    const { operators, hits } = await planOf((engine) => engine.one(people(request)));
    expect(operators.join()).toMatch(/NodeIndex(Scan|Seek)/);
    expect(operators).not.toContain('Sort');
    expect(operators).not.toContain('Top');
    expect(hits).toBeLessThan(FEW);
  });

  const having = (slug: string): EntityConditions => ({
    related: [{ ...members, quantifier: 'SOME', atLeast: 1, entity: { slugs: [slug] } }],
  });

  it.each<[string, EntityConditions]>([
    ['the slug that a chain of related entities ends in', having('person-0007')],
    ['those of several chains', { or: [having('person-0007'), having('person-0008')] }],
  ])('starts from %s', async (_what, conditions) => {
    const filter = { types: ['Organization' as const], ...conditions };
    const { operators, hits } = await planOf((engine) => engine.one(people(page, filter)));
    expect(operators).toContain('NodeUniqueIndexSeek');
    expect(hits).toBeLessThan(100);
  });

  it('takes the number of the hub’s members from the hub, and of all from the count store', async () => {
    const ofHub = await planOf((engine) => engine.each(countOfRelated, ['hub']));
    expect(ofHub.hits).toBeLessThan(10);
    const ofAll = await planOf((engine) =>
      engine.one({ kind: 'count of entities', question: { filter: {} } }),
    );
    expect(ofAll.operators).toContain('NodeCountFromCountStore');
    expect(ofAll.hits).toBeLessThan(100);
  });

  it('finds a relation by its key in the index of its type', async () => {
    const { operators } = await planOf((engine) =>
      engine.each(relationsByKey, ['person-0007~MEMBER_OF~hub']),
    );
    expect(operators.join()).toMatch(/RelationshipUniqueIndexSeek|RelationshipIndexSeek/);
  });
});
