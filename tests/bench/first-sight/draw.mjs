import { createRandom } from '../world/random.mjs';
import { ends, propertiesOf } from './ends.mjs';

/**
 * A query in no dialect: where it starts, and a tree of what is asked.
 *
 * @typedef {object} Variant
 * @property {object} variables
 * @property {Start} start
 * @property {Node} node
 *
 * @typedef {object} Start
 * @property {'slug' | 'page'} by one entity by `$slug`, or a page of people by name
 * @property {number} [first]
 * @property {boolean} [after] the page begins at `$after`
 * @property {keyof typeof import('./ends.mjs').filters} [filter]
 *
 * @typedef {object} Node
 * @property {string} type
 * @property {{ name: string, alias?: string }[]} properties besides the slug, in order
 * @property {List[]} lists in order
 *
 * @typedef {object} List
 * @property {string} end of `ends[type]`
 * @property {string} [alias]
 * @property {number} first
 * @property {boolean} total is `totalCount` asked?
 * @property {string[]} relation properties of the relation, in order
 * @property {Node} node
 *
 * @typedef {object} Level what the lists of one level may be
 * @property {string[]} [ends] these; without it, some of the type's, as many as `count` allows
 * @property {[number, number]} [count] least and most
 * @property {[number, number]} first least and most
 * @property {boolean} [total]
 *
 * @typedef {ReturnType<typeof createDraw>} Draw
 */

const ALIASES = ['one', 'first', 'here', 'shown', 'found', 'linked', 'near'];

/**
 * Draws trees that differ in choice, order and alias of fields, in nested lists and in page
 * sizes.
 */
export function createDraw(seed) {
  const random = createRandom(seed);
  const some = (list, least) => random.sample(list, random.between(least, list.length));
  const maybeAlias = (prefix) =>
    random.next() < 0.3 ? { alias: `${prefix}_${random.pick(ALIASES)}` } : {};

  function properties(type) {
    return some(Object.keys(propertiesOf(type)), 1).map((name) => ({
      name,
      ...(name === 'name' || name === 'kind' ? maybeAlias(name) : {}),
    }));
  }

  function list(type, end, level, deeper) {
    const { far, relation = {} } = ends[type][end];
    return {
      end,
      ...maybeAlias(end),
      first: random.between(...level.first),
      total: level.total === true,
      relation: some(Object.keys(relation), 0),
      node: node(far, deeper),
    };
  }

  /**
   * @param {string} type
   * @param {Level[]} levels
   * @returns {Node}
   */
  function node(type, [level, ...deeper]) {
    if (!level) return { type, properties: properties(type), lists: [] };
    const all = Object.keys(ends[type]);
    const count = level.ends ? 0 : Math.min(all.length, random.between(...level.count));
    const chosen = level.ends ?? random.sample(all, count);
    return {
      type,
      properties: properties(type),
      lists: chosen.map((end) => list(type, end, level, deeper)),
    };
  }

  return { random, node };
}
