import { BY_RUSSIAN_NAME, BY_SLUG, PEOPLE_BY_NAME, graphql } from '../operations/query-text.mjs';
import { ends, filters, propertiesOf } from './ends.mjs';

/**
 * Variants as queries. Both printers keep the order of fields and lists, so that the slugs of two
 * answers can be compared in order.
 *
 * @type {Record<'kenes' | 'neo4jGraphql', (variant: import('./draw.mjs').Variant) => string>}
 */
export const printers = {
  kenes({ start, node }) {
    const root =
      start.by === 'slug'
        ? `entity(slug: $slug) { ${kenesNode(node)} }`
        : `people(${kenesPage(start)}) { edges { node { ${kenesNode(node)} } } }`;
    return graphql`query${variableTypes(start)} { ${root} }`;
  },
  neo4jGraphql({ start, node }) {
    const root =
      start.by === 'slug'
        ? `${PLURALS[node.type]}(where: { slug: { eq: $slug } }) { ${peerNode(node)} }`
        : `peopleConnection(${peerPage(start)}) { edges { node { ${peerNode(node)} } } }`;
    return graphql`query${variableTypes(start)} { ${root} }`;
  },
};

const PLURALS = { Person: 'people', Organization: 'organizations', Event: 'events' };

function variableTypes({ by, after, filter }) {
  const types = [];
  if (by === 'slug') types.push('$slug: String!');
  if (after) types.push('$after: String');
  if (filter) types.push(`$${filters[filter].variable}: ${filters[filter].type}`);
  return types.length ? `(${types.join(', ')})` : '';
}

function kenesPage({ first, after, filter }) {
  const argumentsOf = [`first: ${first}`, BY_RUSSIAN_NAME];
  if (after) argumentsOf.push('after: $after');
  if (filter) argumentsOf.push(`filter: { ${filters[filter].kenes} }`);
  return argumentsOf.join(', ');
}

function peerPage({ first, after, filter }) {
  const argumentsOf = [`first: ${first}`, PEOPLE_BY_NAME];
  if (after) argumentsOf.push('after: $after');
  if (filter) argumentsOf.push(`where: { ${filters[filter].peer} }`);
  return argumentsOf.join(', ');
}

const aliased = (alias, field) => (alias ? `${alias}: ${field}` : field);

const printProperties = (node, dialect) =>
  node.properties
    .map(({ name, alias }) => aliased(alias, propertiesOf(node.type)[name][dialect]))
    .join(' ');

function kenesNode(node) {
  const lists = node.lists.map((list) => kenesList(ends[node.type][list.end], list));
  return `slug ... on ${node.type} { ${printProperties(node, 'kenes')} ${lists.join(' ')} }`;
}

function kenesList({ kenes, only }, { end, alias, first, total, relation, node }) {
  const field = kenes ?? end;
  const filter = only ? `, filter: { entityTypes: [${only}] }` : '';
  const properties = relation.length ? `relation { ${relation.join(' ')} }` : '';
  return `${aliased(alias ?? (only && end), field)}(first: ${first}${filter}) {
    ${total ? 'totalCount' : ''} edges { ${properties} node { ${kenesNode(node)} } } }`;
}

function peerNode(node) {
  const lists = node.lists.map((list) => peerList(ends[node.type][list.end], list));
  return `slug ${printProperties(node, 'peer')} ${lists.join(' ')}`;
}

function peerList({ relation: names }, { end, alias, first, total, relation, node }) {
  const properties = relation.length
    ? `properties { ${relation.map((property) => names[property]).join(' ')} }`
    : '';
  return `${aliased(alias, `${end}Connection`)}(first: ${first}, ${BY_SLUG}) {
    ${total ? 'totalCount' : ''} edges { ${properties} node { ${peerNode(node)} } } }`;
}
