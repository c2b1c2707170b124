import { peoplePage, readCursor } from './people-page.mjs';
import { BY_RUSSIAN_NAME, PEOPLE_BY_NAME, graphql } from './query-text.mjs';

/** @type {import('../workload.mjs').Operation} */
export const deepPage = {
  name: 'deepPage',
  title: 'page 100 of people by cursor, 50 a page',
  note:
    'page 8 at S. `@neo4j/graphql` is asked for page 40 at M and 4 at L: later ones end in the ' +
    'memory limit of a transaction.',
  variables: (handles, index, cursor) => ({ after: cursor }),
  pagesBefore: (size, dialect) => {
    if (size === 'S') return 7;
    if (dialect !== 'neo4jGraphql') return 99;
    return size === 'L' ? 3 : 39;
  },
  kenes: graphql`query($after: String) { people(first: 50, ${BY_RUSSIAN_NAME}, after: $after) {
    edges { node { slug name } } pageInfo { hasNextPage endCursor } } }`,
  neo4jGraphql: graphql`query($after: String) {
    peopleConnection(first: 50, ${PEOPLE_BY_NAME}, after: $after) {
      edges { node { slug name } } pageInfo { hasNextPage endCursor } } }`,
  handWritten: {
    parameters: ({ after }) => readCursor(after),
    cypher: `
MATCH (p:Person)
WHERE p.nameRu >= $nameRu AND (p.nameRu > $nameRu OR p.slug > $slug)
WITH p ORDER BY p.nameRu, p.slug LIMIT 51
RETURN p.slug, p.nameRu, p.name`,
    answer: (rows) => peoplePage(rows, 50, ([slug, , name]) => ({ slug, name })),
  },
  variant: (draw) => ({
    variables: {},
    start: { by: 'page', first: draw.random.between(20, 60), after: true },
    node: draw.node('Person', [{ count: [0, 1], first: [2, 6] }]),
  }),
};
