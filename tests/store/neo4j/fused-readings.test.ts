import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { KenesError } from '../../../src/errors.js';
import { Bounds } from '../../../src/store/bounds.js';
import { Neo4jConnection, type Query } from '../../../src/store/neo4j/connection.js';
import { EntryContext } from '../../../src/store/neo4j/context.js';
import { FusedReadings, type Fusing } from '../../../src/store/neo4j/fused-readings.js';
import type { Neo4jStore } from '../../../src/store/neo4j/neo4j-store.js';
import { textOf, type Sql } from '../../../src/store/engine/query-text.js';
import {
  wholeEntity,
  wholeEvidence,
  wholeRelation,
  wholeSource,
  type EntityShape,
  type EvidenceExpansion,
  type Reading,
  type RelatedExpansion,
} from '../../../src/store/reading.js';
import { readStepwise } from '../../../src/store/answering/stepwise.js';
import { createVocabulary } from '../../../src/vocabulary/vocabulary.js';
import { testNeo4j } from '../../support/engines.js';
import { nested, type GraphStart } from '../../support/nested.js';
import {
  Neo4jOfTests,
  changes,
  describeOnNeo4j,
  entityRecord,
  evidenceRecord,
  relationRecord,
  sourceRecord,
} from './neo4j-graph.js';

const context = new EntryContext(createVocabulary());

/** The members of an organisation, and the organisations of each. */
function membersOf(slugs: readonly string[], limit = 10): Reading<'entities by slug'> {
  return {
    start: 'entities by slug',
    slugs,
    shape: related('BACKWARD', limit, related('FORWARD', limit, wholeEntity)),
  };
}

function related(
  direction: 'FORWARD' | 'BACKWARD',
  limit: number,
  entity: EntityShape,
): EntityShape {
  const expansion: RelatedExpansion = {
    kind: 'related',
    onTypes: null,
    question: {
      types: ['MEMBER_OF'],
      direction,
      filter: {},
      order: { by: 'SLUG', descending: false },
    },
    page: { limit, backward: false },
    wantsRows: true,
    wantsCount: true,
    relation: wholeRelation,
    entity,
  };
  return { ...wholeEntity, expansions: new Map([[direction, expansion]]) };
}

describeOnNeo4j('a reading', () => {
  const server = new Neo4jOfTests();
  let connection: Neo4jConnection;
  let store: Neo4jStore;
  let sent = 0;
  let running: Promise<unknown>[] = [];
  let hasMemoryForFused = true;

  const query: Query = (text) => {
    sent += 1;
    if (!hasMemoryForFused && isFused(text)) {
      return Promise.reject(new KenesError('TOO_LARGE', 'It takes more memory than there is.'));
    }
    const rows = connection.query(text);
    running.push(rows.catch(() => undefined));
    return rows as never;
  };

  /** Answers a reading, and counts the queries that it takes. */
  async function read(readings: FusedReadings, reading: Reading<GraphStart>) {
    const before = sent;
    const bounds = new Bounds();
    const engine = await readings.engineFor(reading, bounds);
    const result = await readStepwise(engine, reading, bounds);
    return { answer: nested(reading, result), queries: sent - before };
  }

  /** Waits until nothing is sent any more, so that everything that was to be planned is. */
  async function untilPlanned(): Promise<void> {
    while (running.length > 0) await Promise.all(running.splice(0));
  }

  const readings = (fusing: Fusing) => new FusedReadings(query, context, fusing);

  beforeAll(async () => {
    store = await server.openEmpty();
    connection = new Neo4jConnection({ ...testNeo4j!, timeLimit: 20_000 });
    const council = entityRecord('Organization', 'council');
    const other = entityRecord('Organization', 'other');
    const people = ['ada', 'bek', 'cem'].map((slug) => entityRecord('Person', slug));
    const memberships = people.map((person) => relationRecord('MEMBER_OF', person, council));
    await store.write((transaction) =>
      transaction.apply(
        changes({
          entities: [council, other, ...people],
          relations: [
            ...memberships,
            ...people.slice(1).map((person) => relationRecord('MEMBER_OF', person, other)),
          ],
          sources: [sourceRecord('press', council)],
          evidence: [
            evidenceRecord('1', memberships[0]!, 'press', { stance: 'CONTRADICTS' }),
            evidenceRecord('2', people[1]!, 'press', {
              stance: 'CONTRADICTS',
              property: 'kind',
              value: 'lawyer',
            }),
          ],
        }),
      ),
    );
  });

  beforeEach(() => {
    running = [];
  });

  afterAll(async () => {
    await store.close();
    await connection.close();
    await server.close();
  });

  it('is answered by one query, with what several return', async () => {
    const stepwise = await read(readings('never'), membersOf(['council']));
    const fused = await read(readings('always'), membersOf(['council']));
    expect(stepwise.queries).toBe(5);
    expect(fused.queries).toBe(1);
    expect(fused.answer).toEqual(stepwise.answer);
    expect(JSON.stringify(fused.answer)).toContain('"cem"');
  });

  it.each([1, 2])('with pages of %d is answered by one query that stops there', async (limit) => {
    const stepwise = await read(readings('never'), membersOf(['council', 'other'], limit));
    const fused = await read(readings('always'), membersOf(['council', 'other'], limit));
    expect(fused.queries).toBe(1);
    expect(fused.answer).toEqual(stepwise.answer);
  });

  it('of a network is answered by one query, with what follows from its entities', async () => {
    const network: Reading<'network'> = {
      start: 'network',
      question: {
        types: null, direction: null, filter: {}, center: ['ada', 'nobody'], depth: 2, limit: 500,
        fold: null,
      }, // prettier-ignore
      shape: {
        entities: related('FORWARD', 10, wholeEntity),
        relations: { ...wholeRelation, from: wholeEntity, to: wholeEntity },
      },
    };
    const stepwise = await read(readings('never'), network);
    const fused = await read(readings('always'), network);
    expect(stepwise.queries).toBe(3);
    expect(fused.queries).toBe(1);
    expect(fused.answer).toEqual(stepwise.answer);
    expect(JSON.stringify(fused.answer)).toContain('"cem~MEMBER_OF~council"');
  });

  it('of disagreements is answered by one query, with the evidence of all sides', async () => {
    const evidence: EvidenceExpansion = {
      kind: 'evidence',
      onTypes: null,
      question: { of: 'target', properties: ['', 'kind'] },
      page: { limit: 200, backward: false },
      wantsRows: true,
      wantsCount: false,
      evidence: { ...wholeEvidence, source: wholeSource },
    };
    const expansions = new Map([['evidence', evidence]]);
    const disagreements: Reading<'page of disagreements'> = {
      start: 'page of disagreements',
      question: { kinds: null, targets: null },
      page: { limit: 20, backward: false },
      wantsRows: true,
      wantsCount: true,
      shape: {
        entities: { ...wholeEntity, expansions },
        relations: { ...wholeRelation, expansions },
      },
    };
    const stepwise = await read(readings('never'), disagreements);
    const fused = await read(readings('always'), disagreements);
    expect(stepwise.queries).toBe(6);
    expect(fused.queries).toBe(1);
    expect(fused.answer).toEqual(stepwise.answer);
    const answer = JSON.stringify(fused.answer);
    for (const part of ['"ada~MEMBER_OF~council"', '"bek"', '"lawyer"', '"press"'])
      expect(answer).toContain(part);
  });

  it('that takes more memory in one query than there is is answered stepwise', async () => {
    const stepwise = await read(readings('never'), membersOf(['council']));
    hasMemoryForFused = false;
    const refused = await read(readings('always'), membersOf(['council']));
    hasMemoryForFused = true;
    expect(refused.queries).toBe(1 + stepwise.queries);
    expect(refused.answer).toEqual(stepwise.answer);
  });

  it('of an entity that is not there is answered by one query', async () => {
    const fused = await read(readings('always'), membersOf(['nobody']));
    expect(fused).toEqual({ answer: [], queries: 1 });
  });

  it('that comes again is answered by one query once that is planned', async () => {
    const own = readings('when planned');
    const first = await read(own, membersOf(['council']));
    expect(first.queries).toBe(5);
    await untilPlanned();
    await own.engineFor(membersOf(['other']), new Bounds());
    await untilPlanned();
    const third = await read(own, membersOf(['council']));
    expect(third.queries).toBe(1);
    expect(third.answer).toEqual(first.answer);
    expect((await read(own, membersOf(['other', 'council'], 2))).queries).toBe(1);
  });

  it('whose query fails is answered stepwise from then on', async () => {
    let refusals = 0;
    const refusing: Query = (text) => {
      if (!isFused(text)) return query(text);
      refusals += 1;
      return Promise.reject(new Error('No such query.'));
    };
    const own = new FusedReadings(refusing, context, 'when planned');
    for (let time = 0; time < 5; time++) {
      const { answer } = await read(own, membersOf(['council']));
      expect(answer).toMatchObject([{ slug: 'council' }]);
      await untilPlanned();
    }
    expect(refusals).toBe(1);
  });

  it('of more than one query may return is answered by several', async () => {
    const slugs = Array.from({ length: 99 }, (_, index) => `nobody-${index}`);
    const wide = membersOf(['council', ...slugs], 100);
    const stepwise = await read(readings('never'), wide);
    const fused = await read(readings('always'), wide);
    expect(fused.queries).toBe(3);
    expect(fused.answer).toEqual(stepwise.answer);
  });
});

/** A fused query has more than one table. */
function isFused(query: Sql): boolean {
  return textOf(query, () => '').includes('AS t1');
}
