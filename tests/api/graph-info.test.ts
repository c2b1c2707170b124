import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { entityTypeNames } from '../../src/vocabulary/entity-types.js';
import { relationTypes } from '../../src/vocabulary/relation-types.js';
import type { TestApp } from '../support/app.js';
import { openCouncil } from '../support/council.js';
import { describeOnEngines } from '../support/engines.js';

const sumOf = (counts: readonly { readonly count: number }[]): number =>
  counts.reduce((sum, { count }) => sum + count, 0);

describeOnEngines('the graph info', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openCouncil(engine);
  });

  afterAll(async () => {
    await app.close();
  });

  it('says what the graph holds and what keeps it', async () => {
    const { graphInfo } = await app.data(`{
      graphInfo {
        engine engineVersion version sourceCount evidenceCount
        entityCounts { type count } relationCounts { type count }
      }
    }`);
    const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
    const held = (counts: readonly { type: string; count: number }[]) =>
      Object.fromEntries(counts.filter(({ count }) => count > 0).map((of) => [of.type, of.count]));
    expect({
      ...graphInfo,
      entityCounts: held(graphInfo.entityCounts),
      relationCounts: held(graphInfo.relationCounts),
    }).toEqual({
      engine: engine.name,
      engineVersion: expect.stringMatching(/^\d+\.\d+\.\d+/),
      version,
      sourceCount: 5,
      evidenceCount: 64,
      // One is the editors, whom evidence names.
      entityCounts: {
        PERSON: 5,
        ORGANIZATION: 5,
        EVENT: 4,
        TOPIC: 3,
        INSTRUMENT: 2,
        REPORT: 1,
        STATEMENT: 3,
        PLACE: 2,
      },
      relationCounts: {
        MEMBER_OF: 4,
        PART_OF: 1,
        PARTICIPATED_IN: 7,
        MADE: 2,
        ON_BEHALF_OF: 1,
        MADE_AT: 1,
        ABOUT: 3,
        DISPUTES: 1,
        HELD_IN: 1,
        LOCATED_IN: 1,
        SUPPLEMENTS: 1,
        ESTABLISHED_UNDER: 1,
        SUBMITTED: 1,
        SUPPORTS: 2,
        BROADER: 1,
      },
    });
    expect(graphInfo.entityCounts).toHaveLength(entityTypeNames.length);
    expect(graphInfo.relationCounts).toHaveLength(Object.keys(relationTypes).length);
  });

  it('counts what is left when sources are set aside', async () => {
    const { all, sources } = await app.data(`{
      all: graphInfo { sourceCount evidenceCount }
      sources(first: 100) { nodes { slug evidence(first: 0) { totalCount } } }
    }`);
    for (const { slug, evidence } of sources.nodes) {
      const { left, relations } = await app.data(
        `query ($without: [String!]) {
          left: graphInfo(without: $without) { sourceCount evidenceCount relationCounts { count } }
          relations(first: 0, filter: { without: $without }) { totalCount }
        }`,
        { variables: { without: [slug] } },
      );
      expect({ ...left, relationCounts: sumOf(left.relationCounts) }).toEqual({
        sourceCount: all.sourceCount - 1,
        evidenceCount: all.evidenceCount - evidence.totalCount,
        relationCounts: relations.totalCount,
      });
    }
  });

  it('counts what was known on a day', async () => {
    const { left, relations } = await app.data(`{
      left: graphInfo(publishedUntil: "2000") { sourceCount evidenceCount relationCounts { count } }
      relations(first: 0, filter: { publishedUntil: "2000" }) { totalCount }
    }`);
    expect(left).toMatchObject({ sourceCount: 0, evidenceCount: 0 });
    expect(sumOf(left.relationCounts)).toBe(relations.totalCount);
  });
});
