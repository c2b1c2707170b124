import { FOLLOWED_FILTER, FOLLOWED_TYPES, FOLLOWED_VARIABLES, IS_FOLLOWED } from './followed.mjs';
import { at, graphql } from './query-text.mjs';

const PATH = 'length entities { slug name } relations { key type }';

const shortestPath = (types, where) => `
MATCH p = shortestPath((a:Entity {slug: $from})-[${types}*..6]-(b:Entity {slug: $to})) ${where}`;
const UNFILTERED = shortestPath('', '');
const FILTERED = shortestPath(
  FOLLOWED_TYPES,
  `WHERE all(r IN relationships(p) WHERE ${IS_FOLLOWED})`,
);

const asField = (field, find) => `${field}: Path @cypher(columnName: "path", statement: """${find}
RETURN {length: length(p), entities: [n IN nodes(p) | {slug: n.slug, name: n.name}],
  relations: [r IN relationships(p) | {key: r.key, type: type(r)}]} AS path""")`;

const asStatement = (find) => ({
  cypher: `${find}
RETURN length(p), [n IN nodes(p) | [n.slug, n.name]], [r IN relationships(p) | [r.key, type(r)]]`,
  answer: ([[length, entities, relations]]) => ({
    length,
    entities: entities.map(([slug, name]) => ({ slug, name })),
    relations: relations.map(([key, type]) => ({ key, type })),
  }),
});

/** Of several shortest paths only Kenes promises which one it gives. */
function lengthAndEnds(data) {
  const { length, entities } = data.paths?.paths[0] ?? data.path ?? data;
  return [length, entities[0].slug, entities.at(-1).slug];
}

const pairOf = ([from, to]) => ({ from, to });

/** @type {import('../workload.mjs').Operation} */
export const path = {
  name: 'path',
  title: 'a shortest path between two people',
  variables: ({ pairs }, index) => pairOf(at(pairs, index)),
  kenes: graphql`query($from: String!, $to: String!) {
    paths(from: $from, to: $to, maxLength: 6, limit: 1) { paths { ${PATH} } } }`,
  neo4jGraphql: graphql`query($from: String!, $to: String!) {
    path(from: $from, to: $to) { ${PATH} } }`,
  neo4jGraphqlField: asField('path(from: String!, to: String!)', UNFILTERED),
  handWritten: asStatement(UNFILTERED),
  comparable: lengthAndEnds,
};

/** @type {import('../workload.mjs').Operation} */
export const pathFiltered = {
  name: 'pathFiltered',
  title: 'the same over two types, in some years, with a source',
  variables: ({ followedPairs, followed }, index) => ({
    ...pairOf(at(followedPairs, index)),
    ...followed,
  }),
  kenes: graphql`query($from: String!, $to: String!, ${FOLLOWED_VARIABLES}) {
    paths(from: $from, to: $to, maxLength: 6, limit: 1, ${FOLLOWED_FILTER}) {
      paths { ${PATH} } } }`,
  neo4jGraphql: graphql`query($from: String!, $to: String!, $since: String!, $until: String!) {
    path: pathFiltered(from: $from, to: $to, since: $since, until: $until) { ${PATH} } }`,
  neo4jGraphqlField: asField(
    'pathFiltered(from: String!, to: String!, since: String!, until: String!)',
    FILTERED,
  ),
  handWritten: asStatement(FILTERED),
  comparable: lengthAndEnds,
};
