import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { KenesError } from '../../../src/errors.js';
import { Bounds } from '../../../src/store/bounds.js';
import { Neo4jConnection, type Query } from '../../../src/store/neo4j/connection.js';
import { FusedReadings, type Fusing } from '../../../src/store/neo4j/fused-readings.js';
import type { Neo4jStore } from '../../../src/store/neo4j/neo4j-store.js';
import { Statements } from '../../../src/store/neo4j/statements.js';
import { Neo4jSteps } from '../../../src/store/neo4j/steps.js';
import {
  entityShape,
  relationShape,
  type EntitiesReading,
  type EntityShape,
  type NetworkReading,
  type RelatedExpansion,
} from '../../../src/store/reading.js';
import { readStepwise } from '../../../src/store/answering/stepwise.js';
import { createVocabulary } from '../../../src/vocabulary/vocabulary.js';
import { testNeo4j } from '../../support/engines.js';
import {
  Neo4jOfTests,
  changes,
  describeOnNeo4j,
  entityRecord,
  relationRecord,
} from './neo4j-graph.js';

const statements = new Statements(createVocabulary());

/** The members of an organisation, and the organisations of each. */
function membersOf(slugs: readonly string[], limit = 10): EntitiesReading {
  return {
    start: 'entities by slug',
    slugs,
    shape: related('BACKWARD', limit, related('FORWARD', limit, entityShape())),
  };
}

function related(
  direction: 'FORWARD' | 'BACKWARD',
  limit: number,
  entity: EntityShape,
): EntityShape {
  const expansion: RelatedExpansion = {
    kind: 'related',
    key: direction,
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
    relation: relationShape(),
    entity,
  };
  return { ...entityShape(), expansions: new Map([[expansion.key, expansion]]) };
}

describeOnNeo4j('a reading', () => {
  const server = new Neo4jOfTests();
  let connection: Neo4jConnection;
  let store: Neo4jStore;
  let sent = 0;
  let running: Promise<unknown>[] = [];

  let hasMemoryForAll = true;

  const query: Query = (statement) => {
    sent += 1;
    if (!hasMemoryForAll && statement.text(() => '').includes('AS t1')) {
      return Promise.reject(new KenesError('TOO_LARGE', 'It takes more memory than there is.'));
    }
    const rows = connection.query(statement);
    running.push(rows.catch(() => undefined));
    return rows as never;
  };

  /** Answers a reading; gives the answer, and how many statements it took. */
  async function read<R extends EntitiesReading | NetworkReading>(
    readings: FusedReadings,
    reading: R,
  ) {
    const before = sent;
    const bounds = new Bounds();
    const rows = await readings.rows(reading, bounds);
    const answer = await readStepwise(new Neo4jSteps(rows, statements), reading, bounds);
    return { answer, statements: sent - before };
  }

  /** Waits until nothing is sent any more, so that what is planned in the background is. */
  async function untilPlanned(): Promise<void> {
    while (running.length > 0) await Promise.all(running.splice(0));
  }

  const readings = (fusing: Fusing) => new FusedReadings(query, statements, fusing);

  beforeAll(async () => {
    store = await server.openEmpty();
    connection = new Neo4jConnection({ ...testNeo4j!, timeLimit: 20_000 });
    const council = entityRecord('Organization', 'council');
    const other = entityRecord('Organization', 'other');
    const people = ['ada', 'bek', 'cem'].map((slug) => entityRecord('Person', slug));
    await store.write((transaction) =>
      transaction.apply(
        changes({
          entities: [council, other, ...people],
          relations: [
            ...people.map((person) => relationRecord('MEMBER_OF', person, council)),
            ...people.slice(1).map((person) => relationRecord('MEMBER_OF', person, other)),
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

  it('is answered by one statement, with what several bring', async () => {
    const stepwise = await read(readings('never'), membersOf(['council']));
    const fused = await read(readings('always'), membersOf(['council']));
    expect(stepwise.statements).toBe(5);
    expect(fused.statements).toBe(1);
    expect(fused.answer).toEqual(stepwise.answer);
    expect(JSON.stringify(fused.answer[0]?.slug)).toBe('"council"');
  });

  it.each([1, 2])(
    'with pages of %d is answered by one statement that stops there',
    async (limit) => {
      const stepwise = await read(readings('never'), membersOf(['council', 'other'], limit));
      const fused = await read(readings('always'), membersOf(['council', 'other'], limit));
      expect(fused.statements).toBe(1);
      expect(fused.answer).toEqual(stepwise.answer);
    },
  );

  it('of a network is answered by one statement, with what is wanted of its entities', async () => {
    const network: NetworkReading = {
      start: 'network',
      question: {
        types: null, direction: null, filter: {}, center: ['ada', 'nobody'], depth: 2, limit: 500,
      }, // prettier-ignore
      shape: {
        entities: related('FORWARD', 10, entityShape()),
        relations: { ...relationShape(), from: entityShape(), to: entityShape() },
      },
    };
    const stepwise = await read(readings('never'), network);
    const fused = await read(readings('always'), network);
    expect(stepwise.statements).toBe(3);
    expect(fused.statements).toBe(1);
    expect(fused.answer).toEqual(stepwise.answer);
    expect(fused.answer.relations.map(({ key, from }) => [key, from?.slug])).toEqual([
      ['ada~MEMBER_OF~council', 'ada'],
      ['bek~MEMBER_OF~council', 'bek'],
      ['cem~MEMBER_OF~council', 'cem'],
    ]);
  });

  it('that takes more memory in one statement than there is is answered step by step', async () => {
    const stepwise = await read(readings('never'), membersOf(['council']));
    hasMemoryForAll = false;
    const refused = await read(readings('always'), membersOf(['council']));
    hasMemoryForAll = true;
    expect(refused.statements).toBe(1 + stepwise.statements);
    expect(refused.answer).toEqual(stepwise.answer);
  });

  it('of what is not there is answered by one statement', async () => {
    const fused = await read(readings('always'), membersOf(['nobody']));
    expect([fused.answer, fused.statements]).toEqual([[], 1]);
  });

  it('that comes again is answered by one statement once that is planned', async () => {
    const own = readings('when planned');
    const first = await read(own, membersOf(['council']));
    expect(first.statements).toBe(5);
    await untilPlanned();
    const again = own.rows(membersOf(['other']), new Bounds());
    await again;
    await untilPlanned();
    const third = await read(own, membersOf(['council']));
    expect(third.statements).toBe(1);
    expect(third.answer).toEqual(first.answer);
    expect((await read(own, membersOf(['other', 'council'], 2))).statements).toBe(1);
  });

  it('whose statement fails is answered step by step from then on', async () => {
    let refusals = 0;
    const refusing: Query = (statement) => {
      if (!statement.text(() => '?').startsWith('CALL')) return query(statement);
      refusals += 1;
      return Promise.reject(new Error('No such statement.'));
    };
    const own = new FusedReadings(refusing, statements, 'when planned');
    for (let time = 0; time < 5; time++) {
      const { answer } = await read(own, membersOf(['council']));
      expect(answer.map(({ slug }) => slug)).toEqual(['council']);
      await untilPlanned();
    }
    expect(refusals).toBe(1);
  });

  it('of more than one statement may bring is answered by several', async () => {
    const slugs = Array.from({ length: 99 }, (_, index) => `nobody-${index}`);
    const wide = membersOf(['council', ...slugs], 100);
    const stepwise = await read(readings('never'), wide);
    const fused = await read(readings('always'), wide);
    expect(fused.statements).toBe(3);
    expect(fused.answer).toEqual(stepwise.answer);
  });
});
