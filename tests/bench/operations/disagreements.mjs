import { graphql } from './query-text.mjs';

const denials = (type) => `
  MATCH (a)-[r:${type}]->(b) WHERE r.denied > ''
  RETURN 'DENIAL' AS kind, r.denied AS key, a.slug AS from, b.slug AS to,
    r.source AS source, r.deniedBy AS deniedBy
  ORDER BY r.denied LIMIT 20`;

/** @type {import('../workload.mjs').Operation} */
export const disagreements = {
  name: 'disagreements',
  title: 'the first 20 disagreements, with what speaks for each side',
  variables: () => ({}),
  kenes: graphql`
    {
      disagreements(first: 20) {
        nodes {
          kind
          target {
            ... on Relation {
              key
              from {
                slug
              }
              to {
                slug
              }
            }
          }
          sides {
            statement {
              slug
            }
            publisherCount
            evidence {
              source {
                slug
              }
            }
          }
        }
      }
    }
  `,
  handWritten: {
    cypher: `
CALL () {${denials('MEMBER_OF')}
  UNION ALL ${denials('PARTICIPATED_IN')}
  UNION ALL
  MATCH (a)-[r:DISPUTES]->(b) WHERE r.key > ''
  RETURN 'DISPUTED_STATEMENT' AS kind, r.key AS key, a.slug AS from, b.slug AS to,
    null AS source, null AS deniedBy
  ORDER BY r.key LIMIT 20
}
RETURN kind, key, from, to, source, deniedBy ORDER BY key LIMIT 20`,
    answer: (rows) =>
      rows.map(([kind, key, from, to, source, deniedBy]) => ({
        kind,
        target: { key, from: { slug: from }, to: { slug: to } },
        sides:
          kind === 'DENIAL'
            ? [source, deniedBy].map((slug) => ({ publisherCount: 1, source: { slug } }))
            : [from, to].map((slug) => ({ statement: { slug } })),
      })),
  },
  comparable: (data) =>
    (data.disagreements?.nodes ?? data).map(({ kind, target: { key } }) => `${kind} ${key}`),
};
