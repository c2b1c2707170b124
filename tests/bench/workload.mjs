import { counts } from './operations/counts.mjs';
import { deep3 } from './operations/deep3.mjs';
import { deepPage } from './operations/deep-page.mjs';
import { disagreements } from './operations/disagreements.mjs';
import { entity20 } from './operations/entity20.mjs';
import { filtered } from './operations/filtered.mjs';
import { hub } from './operations/hub.mjs';
import { interlocks } from './operations/interlocks.mjs';
import { introspection } from './operations/introspection.mjs';
import { list50 } from './operations/list50.mjs';
import { members } from './operations/members.mjs';
import { neighbours100 } from './operations/neighbours100.mjs';
import { network1, network2, network2Filtered } from './operations/network.mjs';
import { path, pathFiltered } from './operations/path.mjs';
import { point } from './operations/point.mjs';
import { search, searchMistaken } from './operations/search.mjs';

/**
 * The operations of the workload, each in several dialects. An operation that lacks a dialect is
 * not measured on the servers with that dialect.
 *
 * @typedef {'kenes' | 'neo4jGraphql' | 'handWritten'} Dialect
 *
 * @typedef {object} Operation
 * @property {string} name
 * @property {string} title
 * @property {string} [note] printed under the table
 * @property {boolean} [readsEntity] starts at one entity and reads its relations
 * @property {(handles: object, index: number, cursor?: string) => object} variables of the
 *   index-th request
 * @property {(size: string, dialect: Dialect) => number} [pagesBefore] pages walked once,
 *   before measuring, for the cursor
 * @property {string} [kenes] query
 * @property {string} [neo4jGraphql] query
 * @property {string} [neo4jGraphqlField] a field of its `Query` that the query needs, with `@cypher`
 * @property {HandWritten} [handWritten]
 * @property {(data: object) => unknown} [comparable] returns the value that must be equal in all
 *   answers; if absent, all slugs in order
 * @property {(draw: import('./first-sight/draw.mjs').Draw, handles: object, index: number) =>
 *   import('./first-sight/draw.mjs').Variant} [variant] another query of this kind, for first sight
 *
 * @typedef {object} HandWritten
 * @property {string} cypher
 * @property {(variables: object) => object} [parameters] of the query; if absent, the variables
 * @property {(rows: unknown[][]) => unknown} answer
 */

/** @type {Operation[]} */
export const operations = [
  point,
  members,
  entity20,
  hub,
  list50,
  filtered,
  deepPage,
  deep3,
  neighbours100,
  path,
  pathFiltered,
  network1,
  network2,
  network2Filtered,
  interlocks,
  search,
  searchMistaken,
  disagreements,
  counts,
  introspection,
];

/**
 * Returns the HTTP request of one operation in one dialect.
 *
 * @param {Operation} operation
 * @param {Dialect} dialect
 * @param {object} variables
 */
export function toRequest(operation, dialect, variables) {
  if (dialect === 'handWritten') {
    return { path: `/operations/${operation.name}`, body: JSON.stringify(variables) };
  }
  return toGraphqlRequest(operation[dialect], variables);
}

/** @param {string} query @param {object} variables */
export function toGraphqlRequest(query, variables) {
  return { path: '/graphql', body: JSON.stringify({ query, variables }) };
}

/** Returns every slug in an answer, in the answer's order. */
export function slugsIn(data) {
  if (Array.isArray(data)) return data.flatMap(slugsIn);
  if (data === null || typeof data !== 'object') return [];
  return Object.entries(data).flatMap(([key, value]) =>
    key === 'slug' ? [value] : slugsIn(value),
  );
}
