import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import type { EntityRecord } from '../../model/records.js';
import { type CandidateRequest } from '../search.js';
import { type Sql, allOf, raw, sql } from '../engine/query-text.js';
import type { Values } from '../engine/row-readers.js';
import { wholeEntity } from '../engine/whole-records.js';
import { entityParts } from '../reading.js';
import { entityColumns } from './columns.js';
import { Conditions } from './conditions.js';
import type { Query } from './database.js';
import type { Context } from './entry.js';

/**
 * If a word occurs in the names of at most this many entities, all of them are read and sorted. If
 * every word occurs in more, the entities with the most relations are tried first: they soon fill a
 * page.
 */
const SORTED = 2_000;

/**
 * The number of entities that are tried first; after them, the sets of several words are
 * intersected.
 */
const TRIED = 5_000;

/** The number of words that are read in the time in which the names of an entity are searched. */
const WORDS_PER_ENTITY = 4;

/**
 * Joins folded names into one text to search in: bars around each name, spaces around each word.
 */
export function searchedText(foldedNames: readonly string[]): string {
  return foldedNames.length === 0 ? '' : `| ${foldedNames.join(' | ')} |`;
}

/** The stored words that a word of the search stands for. */
interface Meaning {
  /** Ranges of stored words: the first word, and the end, which is exclusive. */
  readonly ranges: readonly (readonly [from: string, to: string])[];
  /** A searched text matches if it has one of these pieces. */
  readonly pieces: readonly string[];
  /** Whether every text with a word of the ranges matches. */
  readonly isExact: boolean;
}

/** Returns the entities that may match, in the order of `Store.searchCandidates`. */
export async function searchCandidates(
  { query, vocabulary }: Context,
  request: CandidateRequest,
): Promise<EntityRecord[]> {
  return new CandidateSearch(query, request, vocabulary).candidates();
}

class CandidateSearch {
  /** The conditions of an entity `e` that do not depend on the words. */
  private readonly conditions: Sql[] = [];

  constructor(
    private readonly query: Query,
    private readonly request: CandidateRequest,
    vocabulary: Vocabulary,
  ) {
    const { types, after } = request;
    if (types) this.conditions.push(new Conditions(vocabulary).entity('e', { types }));
    if (after) {
      const { degree, slug } = after;
      this.conditions.push(
        sql`e.degree <= ${degree} AND (e.degree < ${degree} OR e.slug > ${slug})`,
      );
    }
  }

  async candidates(): Promise<EntityRecord[]> {
    const { words, lookup, limit } = this.request;
    if (lookup === 'NAME')
      return this.sorted(sql`SELECT slug FROM entity_name WHERE name = ${words.join(' ')}`);
    if (lookup === 'KEYS') return this.sorted(slugsOf(anyOf(words.map(whole))));
    const meanings = await meaningsOf(this.query, this.request);
    const counts = await entityCounts(this.query, meanings);
    const least = Math.min(...counts);
    const byCount = meanings
      .map((meaning, index) => ({ meaning, count: counts[index] ?? 0 }))
      .sort((one, other) => one.count - other.count);
    const [rarest, ...others] = byCount.map(({ meaning }) => meaning);
    if (!rarest || least === 0) return [];
    if (least <= SORTED) {
      const [next, ...later] = others;
      const most = Math.min(SORTED, least * WORDS_PER_ENTITY);
      return next && (byCount[1]?.count ?? 0) <= most
        ? this.sorted(slugsOf(rarest, next), [
            ...[rarest, next].flatMap(pieceUnlessExact),
            ...later.map(hasPiece),
          ])
        : this.sorted(slugsOf(rarest), [...pieceUnlessExact(rarest), ...others.map(hasPiece)]);
    }
    if (others.length === 0) return this.inOrder([hasPiece(rarest)]);
    const found = await this.inOrder([...meanings.map(hasPiece), await this.withMostRelations()]);
    if (found.length === limit) return found;
    return this.sorted(slugsOf(rarest), [
      ...others.map((other) => sql`e.slug IN (${slugsOf(other)})`),
      ...meanings.flatMap(pieceUnlessExact),
    ]);
  }

  /** Returns the condition that an entity is among those with the most relations. */
  private async withMostRelations(): Promise<Sql> {
    const { after } = this.request;
    const degree = await this.query<number>(sql`
      SELECT coalesce((SELECT degree FROM entity WHERE degree <= ${after?.degree ?? Number.MAX_SAFE_INTEGER}
        ORDER BY degree DESC LIMIT 1 OFFSET ${TRIED}), -1)`);
    return sql`e.degree > ${degree}`;
  }

  /**
   * Reads and sorts the entities with these slugs. The plus keeps the order's index from being
   * used.
   */
  private sorted(slugs: Sql, conditions: readonly Sql[] = []): Promise<EntityRecord[]> {
    return this.read([sql`e.slug IN (${slugs})`, ...conditions], raw('+e.degree'));
  }

  /** Tries all entities in their order until enough are found. */
  private inOrder(conditions: readonly Sql[]): Promise<EntityRecord[]> {
    return this.read(conditions, raw('e.degree'));
  }

  private async read(conditions: readonly Sql[], degree: Sql): Promise<EntityRecord[]> {
    const { selected, json, read } = entityColumns(entityParts);
    const found = await this.query<Values[]>(sql`
      SELECT json_group_array(${json})
      FROM (SELECT ${selected} FROM entity e
        WHERE ${allOf([...conditions, ...this.conditions])}
        ORDER BY ${degree} DESC, e.slug LIMIT ${this.request.limit})`);
    return found.map((values) => wholeEntity(read(values)));
  }
}

async function meaningsOf(query: Query, request: CandidateRequest): Promise<Meaning[]> {
  const { words, lookup, meant } = request;
  const all = words.map((word) => [...(lookup === 'MEANT' ? (meant.get(word) ?? []) : [])]);
  const known = lookup === 'MEANT' ? await knownWords(query, all.flat()) : null;
  return words.map((word, index) => {
    const others = (all[index] ?? []).filter((other) => known?.has(other));
    const itself = lookup === 'WORDS' ? whole(word) : beginning(word);
    return anyOf([itself, ...others.map(whole)]);
  });
}

function anyOf(meanings: readonly Meaning[]): Meaning {
  return {
    ranges: meanings.flatMap(({ ranges }) => ranges),
    pieces: meanings.flatMap(({ pieces }) => pieces),
    isExact: meanings.every(({ isExact }) => isExact),
  };
}

/**
 * Returns the meaning of a word, or of words that follow each other. Every character of a stored word
 * is from `.` to `z`, so a space comes before them and `{` after.
 */
function whole(text: string): Meaning {
  const [word = ''] = text.split(' ');
  return { ranges: [[word, `${word} `]], pieces: [` ${text} `], isExact: word === text };
}

function beginning(word: string): Meaning {
  return { ranges: [[word, `${word}{`]], pieces: [` ${word}`], isExact: true };
}

/** Returns the texts whose words occur in names: one word, or two with a space between them. */
async function knownWords(query: Query, texts: readonly string[]): Promise<ReadonlySet<string>> {
  const pairs = texts.filter((text) => text.includes(' '));
  const words = [...texts.filter((text) => !text.includes(' ')), ...pairs.flatMap(wordsOf)];
  const found = await query<string[]>(sql`
    SELECT json_group_array(value) FROM json_each(${JSON.stringify(words)}) j
    WHERE j.value IN (SELECT word FROM entity_word)`);
  const known = new Set(found);
  return new Set([
    ...known,
    ...pairs.filter((pair) => wordsOf(pair).every((word) => known.has(word))),
  ]);
}

const wordsOf = (text: string): string[] => text.split(' ');

/** Counts the stored words, with their entities, of each meaning, up to one more than `SORTED`. */
function entityCounts(query: Query, meanings: readonly Meaning[]): Promise<number[]> {
  const ranges = JSON.stringify(meanings.map((meaning) => meaning.ranges));
  return query(sql`
    SELECT json_group_array((SELECT count(*) FROM (
      SELECT 1 ${inRanges(raw('m.value'))} LIMIT ${SORTED + 1})))
    FROM json_each(${ranges}) m`);
}

/** Returns a query of the entities that have a word of the meaning, and one of the other meaning. */
function slugsOf({ ranges }: Meaning, other?: Meaning): Sql {
  const slugs = sql`SELECT w.slug ${inRanges(sql`${JSON.stringify(ranges)}`)}`;
  return other ? sql`${slugs} WHERE w.slug IN (${slugsOf(other)})` : slugs;
}

function inRanges(ranges: Sql): Sql {
  return sql`FROM json_each(${ranges}) j CROSS JOIN entity_word w
    ON w.word >= j.value ->> 0 AND w.word < j.value ->> 1`;
}

function pieceUnlessExact(meaning: Meaning): Sql[] {
  return meaning.isExact ? [] : [hasPiece(meaning)];
}

/** Returns the condition that the names of an entity `e` contain a piece of the meaning. */
function hasPiece({ pieces }: Meaning): Sql {
  return pieces.length === 1
    ? sql`instr(e.folded, ${pieces[0]}) > 0`
    : sql`EXISTS (SELECT 1 FROM json_each(${JSON.stringify(pieces)})
        WHERE instr(e.folded, value) > 0)`;
}
