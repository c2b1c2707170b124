import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { disagreementOf } from '../../src/model/disagreement.js';
import type { DisagreementRecord, EvidenceRecord, Stance } from '../../src/model/records.js';
import { bareGraph } from '../../src/store/reading.js';
import type { Store } from '../../src/store/store.js';
import { describeOnEngines } from '../support/engines.js';
import {
  changes,
  describeOnNeo4j,
  entityRecord,
  evidenceRecord,
  Neo4jOfTests,
  sourceRecord,
} from './neo4j/neo4j-graph.js';

const press = entityRecord('Organization', 'press');
const source = sourceRecord('paper', press);

/** Values that evidence may give: nothing, text, an entity, and relations around the target. */
const values: readonly ((target: string) => string | null)[] = [
  () => null,
  () => '',
  () => '2025',
  () => 'ada',
  (target) => target,
  (target) => `a${target}`,
  (target) => `z${target}`,
  () => 'a~MEMBER_OF~b',
  () => 'z~MEMBER_OF~b',
];

const stances: readonly Stance[] = ['CONFIRMS', 'CONTRADICTS'];

/** Each combination that the rule tells apart, every one on a target of its own. */
const evidence: readonly EvidenceRecord[] = ['m', 'm~MEMBER_OF~b']
  .flatMap((kind) => [null, 'title'].map((property) => ({ kind, property })))
  .flatMap((one) => stances.map((stance) => ({ ...one, stance })))
  .flatMap((one) => values.map((valueOf) => ({ ...one, valueOf })))
  .map(({ kind, property, stance, valueOf }, index) => {
    const target = kind.replace('m', `m${String(index).padStart(3, '0')}`);
    const value = valueOf(target);
    return evidenceRecord(String(index), { slug: target }, source.slug, {
      property,
      stance,
      value,
    });
  });

/** By the rule of the model: the disagreement that each piece of evidence makes. */
const expected = evidence
  .flatMap((piece): DisagreementRecord[] => {
    const { contested, disagreement } = disagreementOf(piece);
    if (contested === undefined || disagreement === undefined) return [];
    const { target, property, value } = piece;
    const rival = contested === target ? value : target;
    const rivals = disagreement === 'RIVAL_RELATIONS' && rival !== null ? [rival] : [];
    return [{ kind: disagreement, target: contested, property, rivals }];
  })
  .sort(byTarget);

function byTarget(a: DisagreementRecord, b: DisagreementRecord): number {
  const [one, other] = [a, b].map(({ target, rivals }) => `${target} ${rivals.join(' ')}`);
  return one! < other! ? -1 : 1;
}

/** One for each rival, since evidence on several targets can name the same one. */
async function disagreementsOf(store: Store): Promise<DisagreementRecord[]> {
  const { found } = await store.read({
    start: 'page of disagreements',
    question: { kinds: null, targets: null },
    page: { limit: 1_000, backward: false },
    wantsRows: true,
    wantsCount: false,
    shape: bareGraph,
  });
  return found.rows
    .flatMap(({ item }) =>
      item.rivals.length === 0
        ? [item]
        : item.rivals.map((rival) => ({ ...item, rivals: [rival] })),
    )
    .sort(byTarget);
}

async function write(store: Store): Promise<void> {
  await store.write((transaction) =>
    transaction.apply(changes({ entities: [press], sources: [source], evidence })),
  );
}

/** Opening a store on Neo4j creates its indexes, which takes seconds. */
const OPENING_MS = 60_000;

describeOnEngines('the disagreements that evidence makes', (engine) => {
  let store: Store;

  beforeAll(async () => {
    store = await engine.open();
    await write(store);
  }, OPENING_MS);

  afterAll(() => store.close());

  it('are those of the rule of the model, for every combination', async () => {
    expect(new Set(expected.map(({ kind }) => kind)).size).toBe(3);
    expect(await disagreementsOf(store)).toEqual(expected);
  });
});

describeOnNeo4j('a graph from before disagreements were stored', () => {
  const server = new Neo4jOfTests();
  let store: Store;

  beforeAll(async () => {
    const old = await server.openEmpty();
    await write(old);
    await old.close();
    await server.run('MATCH (v:Evidence) REMOVE v.contested, v.disagreement');
    await server.run('MATCH (k:Kenes {id: 1}) SET k.schemaVersion = 2');
    store = await server.open();
  }, OPENING_MS);

  afterAll(async () => {
    await store.close();
    await server.close();
  });

  it('gets those of the rule of the model, for every combination', async () => {
    expect(await disagreementsOf(store)).toEqual(expected);
  });
});
