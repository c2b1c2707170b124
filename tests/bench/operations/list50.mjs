import { peoplePage } from './people-page.mjs';
import { BY_RUSSIAN_NAME, BY_SLUG, PEOPLE_BY_NAME, graphql } from './query-text.mjs';

/** @type {import('../workload.mjs').Operation} */
export const list50 = {
  name: 'list50',
  title: '50 people by name, 5 organisations of each',
  variables: () => ({}),
  kenes: graphql`{ people(first: 50, ${BY_RUSSIAN_NAME}) {
    edges { node { slug name
      memberships(first: 5) { edges { relation { title } node { slug name } } } } }
    pageInfo { hasNextPage endCursor } } }`,
  neo4jGraphql: graphql`{ peopleConnection(first: 50, ${PEOPLE_BY_NAME}) {
    edges { node { slug name
      membershipsConnection(first: 5, ${BY_SLUG}) {
        edges { properties { role } node { slug name } } } } }
    pageInfo { hasNextPage endCursor } } }`,
  handWritten: {
    cypher: `
MATCH (p:Person) WHERE p.nameRu > '' WITH p ORDER BY p.nameRu, p.slug LIMIT 51
CALL (p) {
  MATCH (p)-[r:MEMBER_OF]->(o:Organization) WITH r, o ORDER BY o.slug LIMIT 5
  RETURN collect([r.role, o.slug, o.name]) AS memberships
}
RETURN p.slug, p.nameRu, p.name, memberships`,
    answer: (rows) =>
      peoplePage(rows, 50, ([personSlug, , personName, memberships]) => ({
        slug: personSlug,
        name: personName,
        memberships: memberships.map(([title, slug, name]) => ({ title, node: { slug, name } })),
      })),
  },
  variant: (draw) => ({
    variables: {},
    start: { by: 'page', first: draw.random.between(30, 60) },
    node: draw.node('Person', [{ count: [1, 2], first: [3, 8] }]),
  }),
};
