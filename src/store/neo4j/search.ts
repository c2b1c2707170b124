import { type Sql, allOf, raw, sql } from '../engine/query-text.js';
import type { Values } from '../engine/row-readers.js';
import { entityParts } from '../reading.js';
import type { EntityRow } from '../rows.js';
import type { CandidateRequest } from '../search.js';
import type { EntryContext } from './context.js';
import type { SingleEntry } from './entry.js';

/** The full-text index on the folded names of entities. */
export const SEARCH_INDEX = 'kenes_Entity_folded';

/** The entities that may match, as `Store.searchCandidates` has it. */
export function searchCandidates(
  request: CandidateRequest,
  { columns }: EntryContext,
): SingleEntry<readonly EntityRow[]> {
  const { list, read } = columns.entity('n', entityParts, request.types ?? undefined);
  return {
    find: sql`
      CALL db.index.fulltext.queryNodes(${SEARCH_INDEX}, ${searchText(request)}) YIELD node AS n
      WITH n WHERE ${allOf(conditionsOf(request))}
      WITH n ORDER BY n.degree DESC, n.slug LIMIT toInteger(${request.limit})`,
    list: sql`collect(${list})`,
    read: (rows) => (rows as readonly Values[]).map((values) => read(values)),
  };
}

function conditionsOf({ words, lookup, types, after }: CandidateRequest): Sql[] {
  const conditions = [raw('true')];
  if (lookup === 'NAME') conditions.push(sql`${words.join(' ')} IN n.folded`);
  if (types) conditions.push(sql`n.type IN ${types}`);
  if (after) {
    const { degree, slug } = after;
    conditions.push(sql`n.degree <= ${degree} AND (n.degree < ${degree} OR n.slug > ${slug})`);
  }
  return conditions;
}

/** Words that Lucene takes as such in one query: of its 1,024 clauses some are left for the others. */
export const MAXIMUM_WORDS = 900;

/** Letters that a regular expression has at most: Lucene refuses one that takes it much work. */
const PATTERN_LENGTH = 3_000;

/**
 * In the query syntax of Lucene, of which words of a folded name hold nothing.
 * https://lucene.apache.org/core/9_11_0/queryparser/org/apache/lucene/queryparser/classic/package-summary.html
 */
function searchText({ words, lookup, meant }: CandidateRequest): string {
  if (lookup === 'NAME') return `"${words.join(' ')}"`;
  if (lookup === 'KEYS') return words.join(' ');
  if (lookup === 'WORDS') return words.map((word) => `+${word}`).join(' ');
  const choices = words.map((word) => {
    // What begins with it is found anyway.
    const others = [...(lookup === 'MEANT' ? (meant.get(word) ?? []) : [])].filter(
      (other) => !other.startsWith(word),
    );
    const phrases = others.filter((other) => other.includes(' ')).map((other) => `"${other}"`);
    return { word, phrases, others: others.filter((other) => !other.includes(' ')) };
  });
  // A phrase counts as its two words.
  let room =
    MAXIMUM_WORDS - choices.flatMap(({ word, phrases }) => [word, ...phrases, ...phrases]).length;
  const clauses = choices.map(({ word, phrases, others }) => {
    const alone = others.slice(0, Math.max(0, room));
    room -= alone.length;
    const patterns = patternsOf(others.slice(alone.length));
    return `+(${[`${word}*`, ...phrases, ...alone, ...patterns].join(' ')})`;
  });
  return clauses.join(' ');
}

/** Regular expressions of words, which take the server twice as long as words of their own. */
function patternsOf(words: readonly string[]): string[] {
  const patterns: string[] = [];
  let pattern = '';
  for (const word of words) {
    if (pattern.length + word.length > PATTERN_LENGTH) {
      patterns.push(pattern);
      pattern = '';
    }
    pattern += pattern === '' ? word : `|${word}`;
  }
  return [...patterns, pattern].filter((one) => one !== '').map((one) => `/${one}/`);
}
