import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import neo4j from 'neo4j-driver';

const BATCH = 10_000;
const ENDS = new Set(['type', 'from', 'to', 'fromType', 'toType', 'repeat']);
const DENIED = ['MEMBER_OF', 'PARTICIPATED_IN'];
const TYPES = [
  'Person',
  'Organization',
  'Event',
  'Topic',
  'Instrument',
  'Report',
  'Statement',
  'Place',
];

/**
 * Loads a world into an empty Neo4j in the peers' layout: labels `:Entity:<Type>`, one property a
 * language, an index for every order and start that the workload has. A relation that a source denies
 * has its key as `denied`, too, so that the denied ones have an index of their own.
 *
 * @param {import('./world.mjs').World} world
 * @param {{ uri: string, password: string }} database
 */
export async function loadPeers(world, { uri, password }) {
  const driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', password));
  const run = (cypher, parameters) => driver.executeQuery(cypher, parameters);
  try {
    await createIndexes(run);
    for await (const nodes of batches(world.nodes)) await createNodes(run, nodes);
    for await (const relations of batches(world.relations)) await createRelations(run, relations);
    await run('CALL db.awaitIndexes(600)');
    await run('CALL db.resampleOutdatedIndexes()');
  } finally {
    await driver.close();
  }
}

async function createIndexes(run) {
  await run('CREATE CONSTRAINT entity_slug FOR (n:Entity) REQUIRE n.slug IS UNIQUE');
  for (const type of TYPES) {
    await run(`CREATE CONSTRAINT ${type}_slug FOR (n:${type}) REQUIRE n.slug IS UNIQUE`);
    await run(`CREATE INDEX ${type}_name FOR (n:${type}) ON (n.name, n.slug)`);
    await run(`CREATE INDEX ${type}_name_ru FOR (n:${type}) ON (n.nameRu, n.slug)`);
    await run(`CREATE INDEX ${type}_name_ru_only FOR (n:${type}) ON (n.nameRu)`);
  }
  for (const type of DENIED) {
    await run(`CREATE INDEX ${type}_denied FOR ()-[r:${type}]-() ON (r.denied)`);
  }
  await run('CREATE INDEX disputes_key FOR ()-[r:DISPUTES]-() ON (r.key)');
  await run(`CREATE FULLTEXT INDEX names FOR (n:Entity)
    ON EACH [n.nameRu, n.nameEn, n.nameKk, n.aliases]`);
  await run('CALL db.awaitIndexes(300)');
}

async function createNodes(run, nodes) {
  for (const [type, items] of groupByType(nodes)) {
    await run(`UNWIND $items AS item CREATE (n:Entity:${type}) SET n = item.props`, { items });
  }
}

async function createRelations(run, relations) {
  for (const [type, group] of groupByType(relations)) {
    const items = group.map((relation) => ({ ...relation, props: propertiesOf(relation) }));
    await run(
      `UNWIND $items AS item
       MATCH (a:Entity {slug: item.from}) MATCH (b:Entity {slug: item.to})
       CREATE (a)-[r:${type}]->(b) SET r = item.props`,
      { items },
    );
  }
}

/** What a relation says beside its type and its ends. */
function propertiesOf(relation) {
  return Object.fromEntries(Object.entries(relation).filter(([name]) => !ENDS.has(name)));
}

async function* batches(file) {
  let batch = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    batch.push(JSON.parse(line));
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length) yield batch;
}

function groupByType(items) {
  const groups = new Map();
  for (const item of items) {
    if (!groups.has(item.type)) groups.set(item.type, []);
    groups.get(item.type).push(item);
  }
  return groups;
}
