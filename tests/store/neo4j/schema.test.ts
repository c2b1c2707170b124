import { afterAll, expect, it } from '@jest/globals';
import { bareGraph } from '../../../src/store/reading.js';
import { SCHEMA_VERSION } from '../../../src/store/neo4j/schema.js';
import { changes, describeOnNeo4j, Neo4jOfTests } from './neo4j-graph.js';

describeOnNeo4j('a store that is opened on a Neo4j', () => {
  const server = new Neo4jOfTests();

  afterAll(async () => {
    await server.run('MATCH (n) DETACH DELETE n');
    await server.close();
  });

  it('with an empty database says so in a node of its own', async () => {
    const store = await server.openEmpty();
    expect(store.engine).toEqual({
      name: 'Neo4j',
      version: expect.stringMatching(/^\d+\.\d+/) as unknown,
    });
    await store.close();
    expect(await server.run('MATCH (k:Kenes) RETURN [k.id, k.schemaVersion]')).toEqual([
      [1, SCHEMA_VERSION],
    ]);
  });

  it('with a graph of a newer Kenes refuses it and leaves it', async () => {
    await server.run('MERGE (k:Kenes {id: 1}) SET k.schemaVersion = $version', {
      version: SCHEMA_VERSION + 1,
    });
    await expect(server.open()).rejects.toMatchObject({
      code: 'STORE_REFUSED',
      message: expect.stringContaining('newer Kenes') as unknown,
    });
    expect(await server.run('MATCH (k:Kenes) RETURN k.schemaVersion')).toEqual([
      SCHEMA_VERSION + 1,
    ]);
  });

  it('and that a newer Kenes takes over meanwhile writes no more', async () => {
    const store = await server.openEmpty();
    const write = () => store.write((transaction) => transaction.apply(changes({})));
    await write();
    await server.run('MATCH (k:Kenes {id: 1}) SET k.schemaVersion = $version', {
      version: SCHEMA_VERSION + 1,
    });
    await expect(write()).rejects.toMatchObject({ code: 'STORE_REFUSED' });
    await store.close();
  });

  it('with a graph of an older Kenes brings it up to this version', async () => {
    await server.run('MERGE (k:Kenes {id: 1}) SET k.schemaVersion = $version', {
      version: SCHEMA_VERSION - 1,
    });
    await (await server.open()).close();
    expect(await server.run('MATCH (k:Kenes) RETURN k.schemaVersion')).toEqual([SCHEMA_VERSION]);
  });

  it('from before there was a search finds what it holds by name', async () => {
    await server.run('MERGE (k:Kenes {id: 1}) SET k.schemaVersion = 1');
    await server.run('DROP INDEX kenes_Entity_folded IF EXISTS');
    await server.run(
      'CREATE (:Entity:Person {slug: "ada", type: "Person", degree: 0, name_en: "Ada", folded: ["ada"]}), (:Entity {name: "of somebody else"})',
    );
    const store = await server.open();
    const asked = { words: ['ada'], meant: new Map<string, ReadonlySet<string>>(), types: null };
    const request = { ...asked, lookup: 'WORDS', after: null, limit: 5 } as const;
    expect(await store.searchCandidates(request)).toMatchObject([
      { slug: 'ada', type: 'Person', kind: null, names: { en: 'Ada' } },
    ]);
    await store.close();
  });

  it('with a graph of version 4 removes what repeated other properties', async () => {
    await server.run('MATCH (k:Kenes) SET k.schemaVersion = 4');
    await server.run('MATCH (n:Entity) SET n.brief = "ada Person"');
    await (await server.open()).close();
    expect(await server.run('MATCH (n) WHERE n.brief IS NOT NULL RETURN n.slug')).toEqual([]);
  });

  it('with a graph of version 2 finds the disagreements in it', async () => {
    await server.run('MATCH (k:Kenes) SET k.schemaVersion = 2');
    await server.run(
      `UNWIND [['a', 'kind', 'CONTRADICTS', 'x'], ['a', 'date', 'CONFIRMS', 'x'], ['b', '', 'CONTRADICTS', null],
        ['b~MADE~c', '', 'CONTRADICTS', 'a~MADE~c']] AS row
       CREATE (:Evidence {id: row[0] + row[1], target: row[0], property: row[1], stance: row[2], value: row[3]})`,
    );
    const store = await server.open();
    const { found } = await store.read({
      start: 'page of disagreements',
      question: { kinds: null, targets: null },
      page: { limit: 10, backward: false },
      wantsRows: true,
      wantsCount: false,
      shape: bareGraph,
    });
    await store.close();
    expect(found.rows.map(({ keyset }) => keyset)).toEqual([
      ['a', 'kind', 'PROPERTY'],
      ['a~MADE~c', '', 'RIVAL_RELATIONS'],
      ['b', '', 'DENIAL'],
    ]);
  });

  it('with a graph that is not Kenes’ refuses it and leaves it', async () => {
    await server.run('MATCH (n) DETACH DELETE n');
    await server.run('CREATE (:Film {title: "Nomad"})');
    await expect(server.open()).rejects.toMatchObject({
      code: 'STORE_REFUSED',
      message: expect.stringContaining('a graph that Kenes did not write') as unknown,
    });
    expect(await server.run('MATCH (n) RETURN labels(n)')).toEqual([['Film']]);
  });
});
