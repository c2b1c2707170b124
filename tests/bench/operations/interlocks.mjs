import { at, graphql } from './query-text.mjs';

const FIND = `
MATCH (x:Entity {slug: $slug})--(witness:Entity) WITH DISTINCT x, witness
MATCH (witness)--(other:Entity) WHERE other <> x
WITH other, count(DISTINCT witness) AS weight ORDER BY weight DESC, other.slug LIMIT 20`;

/** @type {import('../workload.mjs').Operation} */
export const interlocks = {
  name: 'interlocks',
  title: 'the 20 whom a person or an organisation meets most',
  variables: ({ people, midOrganizations }, index) => ({
    slug: at(index % 2 ? midOrganizations : people, index >> 1),
  }),
  kenes: graphql`
    query ($slug: String!) {
      interlocks(slug: $slug, first: 20) {
        nodes {
          weight
          entity {
            slug
            name
          }
        }
      }
    }
  `,
  neo4jGraphql: graphql`
    query ($slug: String!) {
      interlocks(slug: $slug) {
        weight
        entity {
          slug
          name
        }
      }
    }
  `,
  neo4jGraphqlField: `interlocks(slug: String!): [Interlock!]!
    @cypher(columnName: "interlock", statement: """${FIND}
RETURN {weight: weight, entity: {slug: other.slug, name: other.name}} AS interlock""")`,
  handWritten: {
    cypher: `${FIND}
RETURN other.slug, other.name, weight`,
    answer: (rows) => rows.map(([slug, name, weight]) => ({ weight, entity: { slug, name } })),
  },
  comparable: (data) =>
    (data.interlocks?.nodes ?? data.interlocks ?? data).map(
      ({ weight, entity: { slug } }) => `${slug} ${weight}`,
    ),
};
