import { raw, sql, type Sql } from '../engine/query-text.js';
import { MAXIMUM_NAMESAKES, type Namesakes } from '../store.js';
import type { Query } from './connection.js';
import { MAXIMUM_WORDS, SEARCH_INDEX } from './search.js';

/** Words by which a long name is looked for, before it is compared as a whole. */
const PHRASE_WORDS = 20;

type Named = readonly [type: string, name: string, slugs: readonly string[]];

/** To find the names of one entity by their words takes as long as to read those of so many. */
const READ_MEANWHILE = 20;

/** Returns what the entities share, as `Transaction.namesakes` has it. */
export async function namesakes(query: Query, slugs: readonly string[]): Promise<Namesakes[]> {
  const own = await query<Named>(sql`
    MATCH (n:Entity) USING INDEX SEEK n:Entity(slug) WHERE n.slug IN ${slugs}
    UNWIND n.folded AS name
    WITH n.type AS type, name, n.slug AS slug ORDER BY slug
    RETURN collect([type, name, [slug]])`);
  const comparable = own.filter(([, name]) => /^[^_].*/.test(name) && /\w\w/.test(name));
  const names = [...new Set(comparable.map(([, name]) => name))];
  const [entityCount = 0] = await query<number>(raw('MATCH (n:Entity) RETURN [count(n)]'));
  const found =
    slugs.length * READ_MEANWHILE > entityCount
      ? await holdersOf(query, names, raw('MATCH (n:Entity)'))
      : await holdersByWords(query, names);
  const holders = new Map(found.map(([type, name, all]) => [`${type} ${name}`, all]));
  return comparable
    .flatMap(([type, name, [slug = '']]) => {
      const others = (holders.get(`${type} ${name}`) ?? []).filter((other) => other !== slug);
      return others.length === 0
        ? []
        : [{ slug, name, others: others.slice(0, MAXIMUM_NAMESAKES) }];
    })
    .sort((a, b) => compare(a.slug, b.slug) || compare(a.name, b.name));
}

async function holdersByWords(query: Query, names: readonly string[]): Promise<readonly Named[]> {
  const found: Named[] = [];
  for (const batch of batches(names)) {
    const text = batch.map((name) => `"${phraseOf(name)}"`).join(' ');
    const find = sql`CALL db.index.fulltext.queryNodes(${SEARCH_INDEX}, ${text}) YIELD node AS n`;
    found.push(...(await holdersOf(query, batch, find)));
  }
  return found;
}

/**
 * Returns the entities of each name and type, of which one more than the limit may be itself.
 * @param find finds the entities among which they are.
 */
function holdersOf(query: Query, names: readonly string[], find: Sql): Promise<readonly Named[]> {
  return query<Named>(sql`
    ${find} WITH n UNWIND n.folded AS name
    WITH n.type AS type, name, n.slug AS slug WHERE name IN ${names}
    WITH type, name, slug ORDER BY slug
    WITH type, name, collect(slug)[..${MAXIMUM_NAMESAKES + 1}] AS slugs WHERE size(slugs) > 1
    RETURN collect([type, name, slugs])`);
}

/** Yields names in batches, of which each has as many words as one query can look for. */
function* batches(names: readonly string[]): Generator<readonly string[]> {
  let batch: string[] = [];
  let count = 0;
  for (const name of names) {
    const words = phraseOf(name).split(' ').length;
    if (batch.length > 0 && count + words > MAXIMUM_WORDS) {
      yield batch;
      batch = [];
      count = 0;
    }
    batch.push(name);
    count += words;
  }
  if (batch.length > 0) yield batch;
}

function phraseOf(name: string): string {
  return name.split(' ').slice(0, PHRASE_WORDS).join(' ');
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
