/** Requests that ask a service for too much, or for as much as it admits. */

const times = (count, text) => Array.from({ length: count }, (_, index) => text(index)).join(' ');

/** Lists of relations within each other, from an entity. */
function nested(slug, levels, first) {
  const open = `{ relations(first: ${first}) { nodes `.repeat(levels);
  return `{ entity(slug: "${slug}") ${open}{ slug }${' } }'.repeat(levels)} }`;
}

/** Forty counts by filters that the store checks for each entity, each of them different. */
const filters = `{ ${times(
  40,
  (index) => `a${index}: entities(first: 1, filter: { related: [
    { quantifier: EVERY, relation: { minPublishers: ${index % 3} }, entity: { related: [
      { quantifier: NONE, relation: { minOrigins: ${index % 3} }, entity: { related: [
        { atLeast: ${index + 1}, entity: { not: { slugs: ["x${index}"] } } } ] } } ] } } ] }) { totalCount }`,
)} }`;

/** An input object of 889 kB whose fields do not exist. */
const unknownFields = Object.fromEntries(
  Array.from({ length: 5_200 }, (_, index) => [`unknown${index}`, 'x'.repeat(150)]),
);

/**
 * @typedef {{ query: string, variables?: object }} LoadRequest
 * @param {{ hub: string }} handles of a world
 * @returns {Record<string, LoadRequest>}
 */
export function loadRequests({ hub }) {
  return {
    filters: { query: filters },
    'lists of 2, 17 deep': { query: nested(hub, 17, 2) },
    'lists of 11, 5 deep': { query: nested(hub, 5, 11) },
    'unknown fields': {
      query: 'query ($filter: EntityFilter) { entities(filter: $filter) { totalCount } }',
      variables: { filter: unknownFields },
    },
    'network of 5,000': {
      query: `{ network(center: ["${hub}"], depth: 4, limit: 5000) { nodes { slug name }
        edges { key type from { slug } to { slug } } truncated } }`,
    },
  };
}
