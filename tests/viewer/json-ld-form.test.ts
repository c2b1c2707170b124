import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';
import { readTriples } from '../support/json-ld.js';

const CONTESTED = 'kazakhstan~PARTY_TO~opcat~ACCESSION';
const OPCAT = 'http://kenes/e/opcat';
const SUBJECT = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#subject';
const BODY = 'http://www.w3.org/ns/oa#hasBody';

describeOnEngines('the JSON-LD of a record', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openApp(engine);
  });
  afterAll(() => app.close());

  const read = async (path: string) => readTriples(app, await (await app.fetch(path)).text());

  it('of an entity has each of its relations that match the filter', async () => {
    for (const [query, filter] of [
      ['', '{}'],
      ['?minOrigins=2', '{ minOrigins: 2 }'],
    ] as const) {
      const { entity } = await app.data(
        `{ entity(slug: "opcat") { relations(first: 100, filter: ${filter}) { totalCount } } }`,
      );
      const triples = await read(`/e/opcat.jsonld${query}`);
      const statements = triples.filter(({ predicate }) => predicate.value === SUBJECT);
      expect(statements).toHaveLength(entity.relations.totalCount as number);
      expect(triples.some(({ subject }) => subject.value === OPCAT)).toBe(true);
    }
  });

  it('of a relation has its evidence, and no triple of it if it is contested', async () => {
    const triples = await read(`/r/${CONTESTED}.jsonld`);
    const { relation } = await app.data(
      `{ relation(key: "${CONTESTED}") { evidence { totalCount } } }`,
    );
    const id = `http://kenes/r/${encodeURIComponent(CONTESTED)}`;
    const evidence = triples.filter(
      ({ predicate, object }) => predicate.value === BODY && object.value === id,
    );
    expect(evidence).toHaveLength(relation.evidence.totalCount as number);
    expect(triples.filter(({ predicate }) => predicate.value === 'urn:kenes:PARTY_TO')).toEqual([]);
  });

  it('of a source has its publisher', async () => {
    const triples = await read('/s/adilet-2008-opcat.jsonld');
    const { source } = await app.data(
      '{ source(slug: "adilet-2008-opcat") { publisher { slug } } }',
    );
    expect(
      triples
        .filter(({ predicate }) => predicate.value === 'https://schema.org/publisher')
        .map(({ subject, object }) => [subject.value, object.value]),
    ).toEqual([['http://kenes/s/adilet-2008-opcat', `http://kenes/e/${source.publisher.slug}`]]);
  });
});
