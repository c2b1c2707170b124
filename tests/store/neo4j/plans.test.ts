import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Statements } from '../../../src/store/neo4j/statements.js';
import { Neo4jSteps } from '../../../src/store/neo4j/steps.js';
import type { EntityConditions, PageRequest, RelatedQuestion } from '../../../src/store/reading.js';
import type { StatementText } from '../../../src/store/engine/statement-text.js';
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

const vocabulary = createVocabulary();
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

/** The statements of a piece of reading, without their being run. */
async function statementsOf(work: (query: Query) => Promise<unknown>): Promise<StatementText[]> {
  const statements: StatementText[] = [];
  await work(<Row>(statement: StatementText) => {
    statements.push(statement);
    // As many rows as a statement that writes one says that it wrote.
    return Promise.resolve([1] as Row[]);
  });
  return statements;
}

const readingOf =
  (read: (steps: Neo4jSteps) => Promise<unknown>) =>
  (query: Query): Promise<unknown> =>
    read(
      Neo4jSteps.of(
        <Row>(text: StatementText) => query(text).then(() => [] as Row[]),
        new Statements(vocabulary),
      ),
    );

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

  it.each<[string, (query: Query) => Promise<unknown>]>([
    ['entities by slug', readingOf((steps) => steps.entities(['hub']))],
    ['their details', readingOf((steps) => steps.details(['hub']))],
    ['related entities', readingOf((steps) => steps.related(['hub'], members, page))],
    ['the next of them', readingOf((steps) => steps.related(['hub'], members, nextMembers))],
    [
      'related ones of all types',
      readingOf((steps) =>
        steps.related(['hub'], { ...members, types: null, direction: null }, page),
      ),
    ],
    [
      'related ones by date',
      readingOf((steps) =>
        steps.related(['hub'], { ...members, order: { by: 'DATE', descending: true } }, page),
      ),
    ],
    ['counts of them', readingOf((steps) => steps.relatedCount(['hub'], members))],
    [
      'people by name',
      readingOf((steps) =>
        steps.entityPage({ filter: { types: ['Person'] }, order: byName }, page),
      ),
    ],
    [
      'the next of them',
      readingOf((steps) =>
        steps.entityPage({ filter: { types: ['Person'] }, order: byName }, nextByName),
      ),
    ],
    ['relations by key', readingOf((steps) => steps.relations([relation.key]))],
    [
      'relations by keys of several types',
      readingOf((steps) => steps.relations([relation.key, 'a~MADE~b'])),
    ],
    ['a page of all relations', readingOf((steps) => steps.relationPage(allRelations, page))],
    [
      'relations of an end',
      readingOf((steps) => steps.relationPage({ ...allRelations, to: ['hub'] }, page)),
    ],
    [
      'evidence',
      readingOf((steps) => steps.evidencePage(['hub'], { of: 'target', properties: null }, page)),
    ],
    [
      'evidence of a source',
      readingOf((steps) => steps.evidencePage(['kt'], { of: 'source', properties: [''] }, page)),
    ],
    [
      'the relations that one source supports',
      readingOf((steps) => steps.soleSupportPage(['kt'], { ...page, after: ['a~MADE~b'] })),
    ],
    ['counts of them', readingOf((steps) => steps.soleSupportCount(['kt']))],
    [
      'disagreements',
      readingOf((steps) => steps.disagreementPage({ kinds: null, targets: null }, page)),
    ],
    [
      'the next of them',
      readingOf((steps) =>
        steps.disagreementPage(
          { kinds: null, targets: null },
          { ...page, after: ['a', 'startDate', 'PROPERTY'] },
        ),
      ),
    ],
    [
      'the number of them',
      readingOf((steps) => steps.disagreementCount({ kinds: null, targets: ['hub'] })),
    ],
    ['evidence by id', readingOf((steps) => steps.evidence(['1']))],
    [
      'what is asked while writing',
      async (query) => {
        const transaction = new Neo4jTransaction(
          <Row>(text: StatementText) => query(text).then(() => [] as Row[]),
          vocabulary,
        );
        await transaction.relationsOf(['hub'], ['MEMBER_OF']);
        await transaction.evidence(['hub']);
        await transaction.targetsOfSources(['kt']);
      },
    ],
    [
      'what is written',
      (query) =>
        new Neo4jTransaction(query, vocabulary).apply(
          changes({
            entities: [person],
            derivedEntities: [hub],
            sources: [sourceRecord('kt', hub)],
            relations: [relation],
            removedEvidence: ['1'],
            evidence: [evidenceRecord('1', hub, 'kt')],
          }),
        ),
    ],
  ])('goes by indexes for %s', async (_what, work) => {
    for (const statement of await statementsOf(work)) {
      expect((await server.explain(statement)).join()).not.toMatch(
        /AllNodesScan|LabelScan|RelationshipsScan|TypeScan/,
      );
    }
  });
});

describeOnNeo4j('the plan of a statement on a graph with a hub', () => {
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

  async function planOf(read: (steps: Neo4jSteps) => Promise<unknown>) {
    const [first] = await statementsOf(readingOf(read));
    return server.profile(first!);
  }

  it.each<[string, PageRequest]>([
    ['first page', page],
    ['next page', nextMembers],
    ['last page', { ...page, backward: true }],
  ])('seeks the %s of the hub’s members in an index', async (_what, request) => {
    const { operators, hits } = await planOf((steps) =>
      steps.related(['hub'], members, request, { relation: [], entity: [] }),
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
    const question = { filter: { types: ['Person' as const] }, order: byName };
    const { operators, hits } = await planOf((steps) => steps.entityPage(question, request, []));
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
    const { operators, hits } = await planOf((steps) =>
      steps.entityPage({ filter, order: byName }, page),
    );
    expect(operators).toContain('NodeUniqueIndexSeek');
    expect(hits).toBeLessThan(100);
  });

  it('takes the number of the hub’s members from the hub, and of all from the count store', async () => {
    const ofHub = await planOf((steps) => steps.relatedCount(['hub'], members));
    expect(ofHub.hits).toBeLessThan(10);
    const ofAll = await planOf((steps) => steps.entityCount({ filter: {}, order: byName }));
    expect(ofAll.operators).toContain('NodeCountFromCountStore');
    expect(ofAll.hits).toBeLessThan(100);
  });

  it('finds a relation by its key in the index of its type', async () => {
    const { operators } = await planOf((steps) => steps.relations(['person-0007~MEMBER_OF~hub']));
    expect(operators.join()).toMatch(/RelationshipUniqueIndexSeek|RelationshipIndexSeek/);
  });
});
