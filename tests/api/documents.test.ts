import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { globalId } from '../support/answers.js';
import type { TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';
import { openJoinedWorld } from '../support/joined-world.js';

describeOnEngines('the documents of a graph', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openJoinedWorld(engine);
  });

  afterAll(() => app.close());

  it('are listed by slug with the numbers of their entries', async () => {
    const { documents } = await app.data('{ documents { totalCount nodes { slug entryCount } } }');
    expect(documents).toEqual({
      totalCount: 4,
      nodes: [
        { slug: 'gazette', entryCount: 16 },
        { slug: 'joins', entryCount: 6 },
        { slug: 'names', entryCount: 2 },
        { slug: 'old-paper', entryCount: 3 },
      ],
    });
    expect(app.reads).toEqual([{ start: 'page of documents', expansions: [] }]);
  });

  it('come page by page, forward and backward', async () => {
    const page = async (args: string) => {
      const { documents } = await app.data(
        `{ documents(${args}) { nodes { slug } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
      );
      return {
        ...documents.pageInfo,
        slugs: documents.nodes.map(({ slug }: { slug: string }) => slug),
      };
    };
    const first = await page('first: 2');
    expect(first).toMatchObject({ slugs: ['gazette', 'joins'], hasNextPage: true });
    const second = await page(`first: 2, after: "${first.endCursor}"`);
    expect(second).toMatchObject({ slugs: ['names', 'old-paper'], hasNextPage: false });
    expect(await page('last: 1')).toMatchObject({ slugs: ['old-paper'], hasPreviousPage: true });
    const before = await page(`last: 1, before: "${second.startCursor}"`);
    expect(before).toMatchObject({ slugs: ['joins'], hasPreviousPage: true });
  });

  it('are found by their slugs and ids; one that there is not is null', async () => {
    const [id, unknown] = [globalId('Document:names'), globalId('Document:none')];
    const answer = await app.data(
      `query ($id: ID!, $unknown: ID!) {
        document(slug: "names") { id slug entryCount }
        none: document(slug: "none") { slug }
        node(id: $id) { __typename id ... on Document { slug } }
        nodes(ids: [$unknown, $id]) { id }
      }`,
      { variables: { id, unknown } },
    );
    expect(answer).toEqual({
      document: { id, slug: 'names', entryCount: 2 },
      none: null,
      node: { __typename: 'Document', id, slug: 'names' },
      nodes: [null, { id }],
    });
  });

  it('are those with an entry on an entity, also by a former slug', async () => {
    const { entities } = await app.data(
      '{ entities(filter: { slugs: ["aida", "council", "rights", "watch"] }, orderBy: { by: SLUG }) { nodes { slug documents { slug entryCount } } } }',
    );
    expect(entities.nodes).toEqual([
      {
        slug: 'aida',
        documents: [
          { slug: 'gazette', entryCount: 16 },
          { slug: 'joins', entryCount: 6 },
          { slug: 'names', entryCount: 2 },
          { slug: 'old-paper', entryCount: 3 },
        ],
      },
      {
        slug: 'council',
        documents: [
          { slug: 'gazette', entryCount: 16 },
          { slug: 'joins', entryCount: 6 },
          { slug: 'names', entryCount: 2 },
        ],
      },
      {
        slug: 'rights',
        documents: [
          { slug: 'gazette', entryCount: 16 },
          { slug: 'joins', entryCount: 6 },
        ],
      },
      { slug: 'watch', documents: [{ slug: 'gazette', entryCount: 16 }] },
    ]);
  });

  it('are those with an entry on a relation, also by former slugs of its ends', async () => {
    const { relations } = await app.data(
      '{ relations(from: ["aida"]) { nodes { key documents { slug } } } }',
    );
    expect(relations.nodes).toEqual([
      { key: 'aida~MADE~st-rights', documents: [{ slug: 'gazette' }] },
      {
        key: 'aida~MEMBER_OF~council',
        documents: [{ slug: 'gazette' }, { slug: 'old-paper' }],
      },
      { key: 'aida~PARTICIPATED_IN~forum~SPEAKER', documents: [{ slug: 'gazette' }] },
    ]);
  });

  it('are those with an entry on a source', async () => {
    const { sources } = await app.data('{ sources { nodes { slug documents { slug } } } }');
    expect(sources.nodes).toEqual([
      { slug: 'gazette-1', documents: [{ slug: 'gazette' }, { slug: 'old-paper' }] },
      { slug: 'gazette-2', documents: [{ slug: 'gazette' }] },
    ]);
  });

  it('are read together for all records of a list', async () => {
    await app.data(
      '{ entities { nodes { documents { slug } formerSlugs relations { nodes { slug documents { slug } } } } } }',
    );
    expect(app.reads.map(({ start }) => start).sort()).toEqual([
      'documents of records',
      'former slugs',
      'page of entities',
    ]);
  });

  it('are counted', async () => {
    const { graphInfo } = await app.data('{ graphInfo { documentCount } }');
    expect(graphInfo).toEqual({ documentCount: 4 });
  });
});
