import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { wholeEntity, wholeRelation } from '../../../src/store/reading.js';
import type { Store } from '../../../src/store/store.js';
import { foldName } from '../../../src/values/folded-name.js';
import { relationTypes } from '../../../src/vocabulary/relation-types.js';
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

const time = {
  startEarliest: 20_000,
  startLatest: 20_030,
  endEarliest: 20_000,
  endLatest: 9_999_999,
};

describeOnNeo4j('the graph in Neo4j', () => {
  const server = new Neo4jOfTests();
  let store: Store;

  const person = entityRecord('Person', 'artur-lastayev', {
    names: { en: 'Artur Lastayev', ru: 'Артур Ластаев' },
    details: {
      aliases: { en: ['A. Lastayev'] },
      description: { en: 'A lawyer.' },
      sameAs: ['https://example.org/1'],
      editorial: ['en'],
    },
  });
  const body = entityRecord('Organization', 'ombudsman-kz', { kind: 'NHRI', degree: 1 });
  const report = entityRecord('Report', 'third-report', {
    properties: { ordinal: 3, identifier: 'CCPR/C/KAZ/3' },
    time,
  });
  const membership = relationRecord('MEMBER_OF', person, body, {
    properties: { title: { en: 'Commissioner' }, since: '2023' }, time, sources: ['kt'], publisherCount: 1, originCount: 1,
  }); // prettier-ignore
  const source = sourceRecord('kt', body);
  const evidence = evidenceRecord('evidence-1', membership, 'kt', {
    position: { start: 10, end: 20, sha256: 'cd'.repeat(32) },
  });

  beforeAll(async () => {
    store = await server.openEmpty();
    await store.write((transaction) =>
      transaction.apply(
        changes({
          entities: [person, body, report],
          relations: [membership],
          sources: [source],
          evidence: [evidence],
        }),
      ),
    );
  });

  afterAll(async () => {
    await store.close();
    await server.close();
  });

  it('has an entity as a node with its type as a label and its values as properties', async () => {
    const query = 'MATCH (n {slug: $slug}) RETURN {labels: labels(n), properties: properties(n)}';
    expect(await server.run(query, { slug: person.slug })).toEqual([
      {
        labels: ['Entity', 'Person'],
        properties: {
          slug: 'artur-lastayev', type: 'Person', version: 1, degree: 0,
          name_en: 'Artur Lastayev', name_ru: 'Артур Ластаев', aliases_en: ['A. Lastayev'], description_en: 'A lawyer.',
          foldedDescription_en: foldName('A lawyer.'),
          sameAs: ['https://example.org/1'], editorial: ['en'],
          folded: expect.arrayContaining(['artur lastaev', 'a lastaev']),
          sort_en: 'artur lastayev', sort_kk: expect.any(String), sort_ru: expect.any(String),
          startEarliest: -9_999_999, startLatest: 9_999_999, endEarliest: -9_999_999, endLatest: 9_999_999, dateFirst: 9_999_999,
        },
      },
    ]); // prettier-ignore
    expect(
      await server.run('MATCH (n:Report) RETURN [n.ordinal, n.identifier, valueType(n.ordinal)]'),
    ).toEqual([[3, 'CCPR/C/KAZ/3', 'INTEGER NOT NULL']]);
  });

  it('has a relation between the nodes with its ends’ slugs, its sources and its own properties', async () => {
    const query = 'MATCH (:Person)-[r:MEMBER_OF]->(:Organization) RETURN properties(r)';
    expect(await server.run(query)).toEqual([
      {
        key: membership.key, fromSlug: 'artur-lastayev', toSlug: 'ombudsman-kz', fromType: 'Person', toType: 'Organization',
        version: 1, title_en: 'Commissioner', since: '2023', sources: ['kt'], publisherCount: 1, originCount: 1,
        standing: 'EDITORIAL', isContested: false, ...time, dateFirst: time.startEarliest,
      },
    ]); // prettier-ignore
  });

  it('has evidence as a node that leads to its source', async () => {
    const query =
      'MATCH (v:Evidence)-[:FROM]->(s:Source) RETURN [v.target, v.start, v.end, v.property, s.slug, s.publisher, s.textLength]';
    expect(await server.run(query)).toEqual([
      [membership.key, 10, 20, '', 'kt', 'ombudsman-kz', 4000],
    ]);
  });

  it('keeps nothing of what a record had before', async () => {
    const later = { ...membership, version: 2, properties: { since: '2024' } };
    await store.write((transaction) =>
      transaction.apply(
        changes({
          entities: [{ ...body, type: 'Event', kind: null }],
          relations: [later],
          removed: { evidence: [evidence.id] },
        }),
      ),
    );
    expect(
      await server.run('MATCH ()-[r:MEMBER_OF]->() RETURN [r.version, r.title_en, r.since]'),
    ).toEqual([[2, null, '2024']]);
    expect(
      await server.run('MATCH (n {slug: $slug}) RETURN [labels(n), n.kind]', { slug: body.slug }),
    ).toEqual([[['Entity', 'Event'], null]]);
    expect(await server.run('MATCH (v:Evidence) RETURN v')).toEqual([]);
  });

  it('refuses a relation whose end is not there, and all that came with it', async () => {
    const nobody = entityRecord('Person', 'nobody');
    const another = entityRecord('Person', 'another');
    await expect(
      store.write((transaction) =>
        transaction.apply(
          changes({ entities: [another], relations: [relationRecord('MEMBER_OF', nobody, body)] }),
        ),
      ),
    ).rejects.toThrow('not there');
    expect(await server.run('MATCH (n:Person) RETURN n.slug')).toEqual(['artur-lastayev']);
  });
});

describeOnNeo4j('a relation type that is added to the vocabulary', () => {
  it('gets indexes and keeps an own property that is called like one of all relations', async () => {
    const server = new Neo4jOfTests();
    const version = { type: 'integer', stated: true, description: 'Of the contract.' } as const;
    const vocabulary = createVocabulary({
      ...relationTypes,
      FUNDS: {
        ...relationTypes.BELONGS_TO,
        forward: ['funds', 'Whom it pays.'],
        backward: ['fundedBy', 'Who pays it.'],
        properties: { version },
      },
    });
    const store = await server.openEmpty(vocabulary);
    const [one, other] = [
      entityRecord('Organization', 'one'),
      entityRecord('Organization', 'other'),
    ];
    const relation = relationRecord('FUNDS', one, other, {
      version: 7,
      properties: { version: 3 },
    });
    await store.write((transaction) =>
      transaction.apply(changes({ entities: [one, other], relations: [relation] })),
    );
    const reading = {
      start: 'relations by key',
      keys: [relation.key],
      shape: { ...wholeRelation, to: wholeEntity },
    } as const;
    const { found, answers } = await store.read(reading);
    expect(found).toMatchObject([{ version: 7, properties: { version: 3 } }]);
    expect(answers.entity(wholeEntity, 'other')).toMatchObject({ slug: 'other' });
    expect(
      await server.run(
        "SHOW INDEXES YIELD name, labelsOrTypes WHERE 'FUNDS' IN labelsOrTypes RETURN count(*)",
      ),
    ).toEqual([3]);
    await store.close();
    await server.close();
  });
});
