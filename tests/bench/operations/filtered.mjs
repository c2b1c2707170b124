import { BY_RUSSIAN_NAME, PEOPLE_BY_NAME, at, graphql } from './query-text.mjs';

/** @type {import('../workload.mjs').Operation} */
export const filtered = {
  name: 'filtered',
  title: 'people who spoke at an event about a topic, first 50',
  variables: (handles, index) => ({ topic: at(handles.topics, index) }),
  kenes: graphql`query($topic: String!) {
    people(first: 50, ${BY_RUSSIAN_NAME}, filter: { related: [{
      relation: { relationTypes: [PARTICIPATED_IN], roles: [SPEAKER] }
      entity: { related: [{
        relation: { relationTypes: [ABOUT] }, entity: { slugs: [$topic] } }] } }] }) {
      edges { node { slug name } } } }`,
  neo4jGraphql: graphql`query($topic: String!) {
    people(limit: 50, ${PEOPLE_BY_NAME}, where: { participationsConnection: { some: {
      edge: { role: { eq: "SPEAKER" } }
      node: { topics: { some: { slug: { eq: $topic } } } } } } }) { slug name } }`,
  handWritten: {
    cypher: `
MATCH (:Topic {slug: $topic})<-[:ABOUT]-(:Event)
  <-[:PARTICIPATED_IN {role: 'SPEAKER'}]-(p:Person)
WITH DISTINCT p ORDER BY p.nameRu, p.slug LIMIT 50
RETURN p.slug, p.name`,
    answer: (rows) => ({ people: rows.map(([slug, name]) => ({ slug, name })) }),
  },
  variant: (draw, handles, index) => {
    const filter = draw.random.pick(['spokeAbout', 'statedAbout', 'memberOf']);
    const variables =
      filter === 'memberOf'
        ? { organization: at(handles.midOrganizations, index) }
        : { topic: at(handles.topics, index) };
    const start = { by: 'page', first: draw.random.between(20, 60), filter };
    return { variables, start, node: draw.node('Person', [{ count: [0, 1], first: [2, 6] }]) };
  },
};
