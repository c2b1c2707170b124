import type { Bounds } from '../bounds.js';
import type { PageRequest } from '../page.js';
import type { Engine, KeyedAnswer, KeyedAsk, KeyedKind, SingleAnswer, SingleKind } from './asks.js';
import { keysOf } from './path-search.js';

/** The maximum number of rows of one query: about 20 MB as text. */
const QUERY_ROWS = 20_000;

/**
 * Returns the engine within the bounds of a request. Large asks are divided into several queries.
 */
export function bounded(engine: Engine, bounds: Bounds): Engine {
  return {
    each: <K extends KeyedKind>(ask: KeyedAsk<K>, keys: readonly string[]) =>
      inParts(keys, Math.ceil(QUERY_ROWS / rowsOfEach(ask)), (part) =>
        bounds.run<KeyedAnswer<K>>(() => engine.each(ask, part), entriesOfKeys),
      ),
    one: (ask) =>
      bounds.run(
        () => engine.one(ask),
        (answer) => (ask.kind === 'related slugs' ? 0 : entriesOf(answer)),
      ),
  };
}

/** Reads one part after the other, so that an answer that is too large stops before all is read. */
async function inParts<T>(
  keys: readonly string[],
  size: number,
  read: (part: readonly string[]) => Promise<ReadonlyMap<string, T>>,
): Promise<ReadonlyMap<string, T>> {
  if (keys.length <= size) return read(keys);
  const all = new Map<string, T>();
  for (let start = 0; start < keys.length; start += size)
    for (const [key, found] of await read(keys.slice(start, start + size))) all.set(key, found);
  return all;
}

/** Returns the maximum number of rows for one key. */
function rowsOfEach(ask: object): number {
  return hasPage(ask) ? ask.page.limit + 1 : 1;
}

function hasPage(ask: object): ask is { readonly page: PageRequest } {
  return 'page' in ask;
}

/** Counts the rows of pages; any other value, such as a count, is one entry. */
function entriesOfKeys(found: ReadonlyMap<string, unknown>): number {
  let entries = 0;
  for (const value of found.values()) entries += Array.isArray(value) ? value.length : 1;
  return entries;
}

function entriesOf(answer: SingleAnswer<SingleKind>): number {
  if (typeof answer === 'number') return 1;
  if ('paths' in answer)
    return answer.paths.reduce((sum, path) => sum + path.slugs.length + keysOf(path).length, 0);
  return 'entities' in answer ? answer.entities.length + answer.relations.length : answer.length;
}
