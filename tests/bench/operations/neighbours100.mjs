import { BY_RUSSIAN_NAME, BY_SLUG, PEOPLE_BY_NAME, graphql } from './query-text.mjs';

/** @type {import('../workload.mjs').Operation} */
export const neighbours100 = {
  name: 'neighbours100',
  title: '100 people by slug, three lists of 10 of each',
  variables: (handles) => ({ slugs: handles.hundred }),
  kenes: graphql`query($slugs: [String!]!) {
    people(first: 100, ${BY_RUSSIAN_NAME}, filter: { slugs: $slugs }) { edges { node { slug name
      memberships(first: 10) { edges { relation { title } node { slug name } } }
      participations(first: 10) { edges { relation { role } node { slug name } } }
      statements(first: 10) { edges { node { slug act } } } } } } }`,
  neo4jGraphql: graphql`query($slugs: [String!]!) {
    people(limit: 100, ${PEOPLE_BY_NAME}, where: { slug: { in: $slugs } }) { slug name
      membershipsConnection(first: 10, ${BY_SLUG}) {
        edges { properties { role } node { slug name } } }
      participationsConnection(first: 10, ${BY_SLUG}) {
        edges { properties { role } node { slug name } } }
      statementsConnection(first: 10, ${BY_SLUG}) { edges { node { slug act } } } } }`,
  handWritten: {
    cypher: `
UNWIND $slugs AS slug MATCH (p:Person {slug: slug})
CALL (p) {
  MATCH (p)-[r:MEMBER_OF]->(o:Organization) WITH r, o ORDER BY o.slug LIMIT 10
  RETURN collect([r.role, o.slug, o.name]) AS memberships
}
CALL (p) {
  MATCH (p)-[r:PARTICIPATED_IN]->(e:Event) WITH r, e ORDER BY e.slug LIMIT 10
  RETURN collect([r.role, e.slug, e.name]) AS participations
}
CALL (p) {
  MATCH (p)-[:MADE]->(s:Statement) WITH s ORDER BY s.slug LIMIT 10
  RETURN collect([s.slug, s.act]) AS statements
}
RETURN p.slug, p.name, memberships, participations, statements ORDER BY p.nameRu, p.slug`,
    answer: (rows) => ({
      people: rows.map(([personSlug, personName, memberships, participations, statements]) => ({
        slug: personSlug,
        name: personName,
        memberships: memberships.map(([title, slug, name]) => ({ title, node: { slug, name } })),
        participations: participations.map(([role, slug, name]) => ({
          role,
          node: { slug, name },
        })),
        statements: statements.map(([slug, act]) => ({ node: { slug, act } })),
      })),
    }),
  },
  variant: (draw, handles) => ({
    variables: { slugs: handles.hundred },
    start: { by: 'page', first: 100, filter: 'slugs' },
    node: draw.node('Person', [{ count: [3, 3], first: [4, 10] }]),
  }),
};
