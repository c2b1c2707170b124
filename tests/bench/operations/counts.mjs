import { graphql } from './query-text.mjs';

const TYPES = {
  Person: 'people',
  Organization: 'organizations',
  Event: 'events',
  Topic: 'topics',
  Instrument: 'instruments',
  Report: 'reports',
  Statement: 'statements',
  Place: 'places',
};

// No variants for first sight: there is no other plan to ask for.
/** @type {import('../workload.mjs').Operation} */
export const counts = {
  name: 'counts',
  title: 'how many entities of each type',
  variables: () => ({}),
  kenes: graphql`
    {
      graphInfo {
        entityCounts {
          type
          count
        }
      }
    }
  `,
  neo4jGraphql: graphql`{ ${Object.values(TYPES)
    .map((field) => `${field}: ${field}Connection { aggregate { count { nodes } } }`)
    .join(' ')} }`,
  // Bare counts only: with a literal beside it the planner counts nodes instead of asking the
  // count store.
  handWritten: {
    cypher: `RETURN ${Object.keys(TYPES)
      .map((type) => `COUNT { (:${type}) }`)
      .join(', ')}`,
    answer: ([row]) => row.map((count, index) => ({ type: Object.keys(TYPES)[index], count })),
  },
  comparable: (data) =>
    JSON.stringify(data)
      .match(/:\d+/g)
      .map((match) => Number(match.slice(1)))
      .sort((left, right) => left - right),
};
