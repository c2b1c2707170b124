import { FOLLOWED_FILTER, FOLLOWED_TYPES, FOLLOWED_VARIABLES, IS_FOLLOWED } from './followed.mjs';
import { at, graphql } from './query-text.mjs';

const LIMIT = 500;

/** Finds `nodes`: the nearest first, then those with the most relations, then by slug. */
function nodesAround(depth, types, condition) {
  const near = `WITH n ORDER BY COUNT { (n)--() } DESC, n.slug LIMIT ${LIMIT - 1}`;
  const second = `
CALL (c, one) {
  UNWIND one AS a MATCH (a)-[r${types}]-(n:Entity) WHERE ${condition}
  WITH DISTINCT n, c, one WHERE n <> c AND NOT n IN one ${near}
  RETURN collect(n) AS two
}`;
  return `
MATCH (c:Entity {slug: $center})
CALL (c) {
  MATCH (c)-[r${types}]-(n:Entity) WHERE ${condition} WITH DISTINCT n, c WHERE n <> c ${near}
  RETURN collect(n) AS one
}${depth === 2 ? second : ''}
WITH ([c] + one${depth === 2 ? ' + two' : ''})[0..${LIMIT}] AS nodes`;
}

/** Two dialects of a network. Without a filter all relations are followed. */
function networkPeers(name, depth, types = '', condition = 'true') {
  const find = nodesAround(depth, types, condition);
  const edges = (row) => `
CALL (nodes) {
  UNWIND nodes AS a MATCH (a)-[r${types}]->(b:Entity) WHERE b IN nodes AND ${condition}
  RETURN collect(${row}) AS edges
}`;
  const years = types ? ', since: String!, until: String!' : '';
  return {
    neo4jGraphqlField: `${name}(center: String!${years}): Network
      @cypher(columnName: "network", statement: """${find}
${edges('{key: r.key, type: type(r), from: a.slug, to: b.slug}')}
RETURN {nodes: [n IN nodes | {slug: n.slug, name: n.name,
  type: [label IN labels(n) WHERE label <> 'Entity'][0]}], edges: edges} AS network""")`,
    handWritten: {
      cypher: `${find}
${edges('[r.key, type(r), a.slug, b.slug]')}
RETURN [n IN nodes | [n.slug, n.name, labels(n)]], edges`,
      answer: ([[nodes, found]]) => ({
        nodes: nodes.map(([slug, nodeName, labels]) => ({
          slug,
          name: nodeName,
          type: labels.find((label) => label !== 'Entity'),
        })),
        edges: found.map(([key, type, from, to]) => ({
          key,
          type,
          from: { slug: from },
          to: { slug: to },
        })),
      }),
    },
  };
}

const KENES = `{ nodes { slug type name }
  edges { key type from { slug } to { slug } } truncated }`;
const PEER = '{ nodes { slug type name } edges { key type from to } }';

/** The nodes in their order, and which edges there are. */
function nodesAndEdges(data) {
  const { nodes, edges } = data.network ?? data;
  return [...nodes.map(({ slug }) => slug), ...edges.map(({ key }) => key).sort()];
}

/** @type {import('../workload.mjs').Operation} */
export const network1 = {
  name: 'network1',
  title: 'what is one relation away, at most 500, and all relations between them',
  note: 'every eighth time around the hub.',
  variables: ({ hub, networkCenters }, index) => ({
    center: index % 8 ? at(networkCenters, index) : hub,
  }),
  kenes: graphql`query($center: String!) {
    network(center: [$center], depth: 1, limit: ${LIMIT}) ${KENES} }`,
  neo4jGraphql: graphql`query($center: String!) { network: network1(center: $center) ${PEER} }`,
  ...networkPeers('network1', 1),
  comparable: nodesAndEdges,
};

/** @type {import('../workload.mjs').Operation} */
export const network2 = {
  name: 'network2',
  title: 'what is two relations away, at most 500, and all relations between them',
  variables: ({ networkCenters }, index) => ({ center: at(networkCenters, index) }),
  kenes: graphql`query($center: String!) {
    network(center: [$center], depth: 2, limit: ${LIMIT}) ${KENES} }`,
  neo4jGraphql: graphql`query($center: String!) { network: network2(center: $center) ${PEER} }`,
  ...networkPeers('network2', 2),
  comparable: nodesAndEdges,
};

/** @type {import('../workload.mjs').Operation} */
export const network2Filtered = {
  name: 'network2Filtered',
  title: 'the same over two types, in some years, with a source',
  variables: ({ followedPairs, followed }, index) => ({
    center: at(followedPairs, index)[0],
    ...followed,
  }),
  kenes: graphql`query($center: String!, ${FOLLOWED_VARIABLES}) {
    network(center: [$center], depth: 2, limit: ${LIMIT}, ${FOLLOWED_FILTER}) ${KENES} }`,
  neo4jGraphql: graphql`query($center: String!, $since: String!, $until: String!) {
    network: network2Filtered(center: $center, since: $since, until: $until) ${PEER} }`,
  ...networkPeers('network2Filtered', 2, FOLLOWED_TYPES, IS_FOLLOWED),
  comparable: nodesAndEdges,
};
