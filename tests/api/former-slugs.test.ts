import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { globalId } from '../support/answers.js';
import type { TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';
import { openJoinedWorld } from '../support/joined-world.js';

const MEMBERSHIP = 'aida~MEMBER_OF~council';

describeOnEngines('a former slug', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openJoinedWorld(engine);
  });

  afterAll(() => app.close());

  it('leads to the entity that it is merged into, which lists its former slugs', async () => {
    const answer = await app.data(`{
      former: entity(slug: "ayda") { slug formerSlugs name(language: EN) }
      current: entity(slug: "aida") { slug formerSlugs }
      other: entity(slug: "watch") { slug formerSlugs }
      unknown: entity(slug: "nobody") { slug }
    }`);
    expect(answer).toEqual({
      former: { slug: 'aida', formerSlugs: ['a-ida', 'ayda'], name: 'Aida' },
      current: { slug: 'aida', formerSlugs: ['a-ida', 'ayda'] },
      other: { slug: 'watch', formerSlugs: [] },
      unknown: null,
    });
  });

  it('leads to the relations of that entity in keys', async () => {
    const answer = await app.data(`{
      one: relation(key: "ayda~MEMBER_OF~council") { key }
      both: relation(key: "a-ida~MEMBER_OF~the-council") { key to { slug } }
      qualified: relation(key: "aida~PARTICIPATED_IN~the-forum~SPEAKER") { key }
      unknown: relation(key: "ayda~MEMBER_OF~watch") { key }
    }`);
    expect(answer).toEqual({
      one: { key: MEMBERSHIP },
      both: { key: MEMBERSHIP, to: { slug: 'council' } },
      qualified: { key: 'aida~PARTICIPATED_IN~forum~SPEAKER' },
      unknown: null,
    });
  });

  it('leads there in ids, of which the answer has the current one', async () => {
    const ids = ['Person:ayda', 'Relation:ayda~MEMBER_OF~the-council', 'Event:ayda', 'Person:aida'];
    const { nodes } = await app.data('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      variables: { ids: ids.map(globalId) },
    });
    expect(nodes).toEqual([
      { id: globalId('Person:aida') },
      { id: globalId(`Relation:${MEMBERSHIP}`) },
      null,
      { id: globalId('Person:aida') },
    ]);
  });

  it.each([
    ['from: "ayda", to: "the-council"', [['aida', 'council']]],
    ['from: "the-council", to: "aida"', [['council', 'aida']]],
    ['from: "ayda", to: "a-ida"', [['aida']]],
    ['from: "ayda", to: "ayda"', [['aida']]],
  ])('is an end of paths: %s', async (args, expected) => {
    const { paths } = await app.data(`{ paths(${args}) { paths { entities { slug } } } }`);
    const slugs = paths.paths.map(({ entities }: { entities: { slug: string }[] }) =>
      entities.map(({ slug }) => slug),
    );
    expect(slugs).toEqual(expected);
  });

  it('is a centre of a network', async () => {
    const slugsAround = async (center: string) => {
      const { network } = await app.data(
        `{ network(center: [${center}]) { nodes { slug } edges { key } } }`,
      );
      return network;
    };
    const expected = await slugsAround('"aida"');
    expect(expected.nodes).toHaveLength(4);
    expect(await slugsAround('"ayda"')).toEqual(expected);
    expect(await slugsAround('"aida", "ayda", "a-ida"')).toEqual(expected);
  });

  it('names whose interlocks are listed, page by page', async () => {
    const list = async (args: string) => {
      const { interlocks } = await app.data(
        `{ interlocks(${args}) { totalCount pageInfo { endCursor } nodes { entity { slug } weight witnesses { nodes { entity { slug } } } } } }`,
      );
      return interlocks;
    };
    const all = await list('slug: "council"');
    expect(all.totalCount).toBeGreaterThan(1);
    expect((await list('slug: "the-council"')).nodes).toEqual(all.nodes);
    const first = await list('slug: "the-council", first: 1');
    const { endCursor } = first.pageInfo;
    const rest = await list(`slug: "the-council", after: "${endCursor}"`);
    expect([...first.nodes, ...rest.nodes]).toEqual(all.nodes);
  });

  it('is a topic, an event and an actor of positions', async () => {
    const { positions } = await app.data(`{
      positions(topic: "human-rights", event: "the-forum", actors: ["ayda"]) {
        topics { slug } event { slug } statements { nodes { statement { slug } } }
      }
    }`);
    expect(positions).toEqual({
      topics: [{ slug: 'rights' }],
      event: { slug: 'forum' },
      statements: { nodes: [{ statement: { slug: 'st-rights' } }] },
    });
  });

  it.each([
    ['slugs: ["ayda", "a-ida"]', ['aida']],
    ['or: [{ slugs: ["the-council"] }, { slugs: ["watch"] }]', ['council', 'watch']],
    ['types: [ORGANIZATION], not: { slugs: ["the-gazette", "council"] }', ['watch']],
    [
      'related: [{ relation: { relationTypes: [MEMBER_OF] }, entity: { and: [{ slugs: ["the-council"] }] } }]',
      ['aida'],
    ],
  ])('selects entities in a filter: %s', async (filter, slugs) => {
    const { entities } = await app.data(
      `{ entities(filter: { ${filter} }, orderBy: { by: SLUG }) { totalCount nodes { slug } } }`,
    );
    expect(entities).toEqual({
      totalCount: slugs.length,
      nodes: slugs.map((slug) => ({ slug })),
    });
  });

  it('is kept in cursors as it was written', async () => {
    const filter = 'filter: { slugs: ["ayda", "the-council", "watch"] }, orderBy: { by: SLUG }';
    const { entities } = await app.data(
      `{ entities(${filter}, first: 1) { nodes { slug } pageInfo { endCursor } } }`,
    );
    const rest = await app.data(
      `{ entities(${filter}, after: "${entities.pageInfo.endCursor}") { nodes { slug } } }`,
    );
    expect([entities.nodes, rest.entities.nodes]).toEqual([
      [{ slug: 'aida' }],
      [{ slug: 'council' }, { slug: 'watch' }],
    ]);
  });

  it('is an end of relations, and a publisher of sources', async () => {
    const answer = await app.data(`{
      relations(from: ["ayda"], to: ["the-forum", "the-council"]) { totalCount nodes { key } }
      sources(filter: { publishers: ["the-gazette"] }) { totalCount nodes { slug } }
    }`);
    expect(answer).toEqual({
      relations: {
        totalCount: 2,
        nodes: [{ key: MEMBERSHIP }, { key: 'aida~PARTICIPATED_IN~forum~SPEAKER' }],
      },
      sources: { totalCount: 2, nodes: [{ slug: 'gazette-1' }, { slug: 'gazette-2' }] },
    });
  });

  it.each([
    ['"ayda"', ['aida', MEMBERSHIP]],
    ['"ayda~MEMBER_OF~the-council"', [MEMBERSHIP]],
    ['"a-ida", "aida~MEMBER_OF~the-council"', ['aida', MEMBERSHIP]],
  ])('is a target of disagreements, also within a key: %s', async (targets, expected) => {
    const { disagreements } = await app.data(
      `{ disagreements(targets: [${targets}]) { nodes { target { ... on Entity { slug } ... on Relation { key } } } } }`,
    );
    const found = disagreements.nodes.map(({ target }: { target: Record<string, string> }) =>
      Object.values(target).at(0),
    );
    expect(found).toEqual(expected);
  });

  it('must be of the type that is asked for', async () => {
    const { errors } = await app.ask('{ positions(topic: "ayda") { topics { slug } } }');
    expect(errors?.[0]?.message).toBe(
      '`topic` must be the slug of an entity of the type TOPIC: “aida” is of the type PERSON.',
    );
  });

  it.each([
    [
      '{ paths(from: "aidaa", to: "council") { truncated } }',
      'Unknown slug “aidaa” in `from`. Did you mean “aida”?',
    ],
    [
      '{ entities(filter: { slugs: ["ayda", "the-councils"] }) { nodes { slug } } }',
      'Unknown slug “the-councils” in `filter.slugs`.',
    ],
    [
      '{ disagreements(targets: ["ayda~MEMBER_OF~the-counsil"]) { nodes { property } } }',
      'Unknown key “ayda~MEMBER_OF~the-counsil” in `targets`.',
    ],
    [
      '{ disagreements(targets: ["ayda~MEMBER_OF~councill"]) { nodes { property } } }',
      `Unknown key “ayda~MEMBER_OF~councill” in \`targets\`. Did you mean “${MEMBERSHIP}”?`,
    ],
  ])('is not confused with one that nobody has: %s', async (query, message) => {
    const { errors } = await app.ask(query);
    expect(errors?.[0]?.message).toContain(message);
    expect(errors?.[0]?.message).not.toMatch(/did you mean “(ayda|the-)/i);
  });

  it('is looked up only when a slug is not found', async () => {
    await app.data(
      '{ entity(slug: "aida") { slug } paths(from: "aida", to: "rights") { truncated } entities(filter: { slugs: ["aida"] }) { nodes { slug } } }',
    );
    expect(app.reads.map(({ start }) => start)).not.toContain('joins');
    await app.data('{ entity(slug: "ayda") { slug } }');
    expect(app.reads.map(({ start }) => start)).toEqual([
      'entities by slug',
      'joins',
      'entities by slug',
    ]);
  });
});
