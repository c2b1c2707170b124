import { isMistakable, mistakenSpellings } from '../../values/typing-mistake.js';
import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import type { EntityDetails, EntityRecord } from '../records.js';
import { candidateParts, type CandidateRequest, type MatchTier } from '../search.js';
import { allOf, fixed, statement, type StatementText } from '../statement-text.js';
import { Conditions } from './conditions.js';
import type { Query } from './database.js';
import * as rows from './rows.js';

/**
 * Entities that are sorted when a word leads to them. A word that leads to more is looked for in
 * the entities with the most relations first, among which it soon has a page full.
 */
const SORTED = 2_000;

/** The folded names, each between bars and each word between spaces, to be found in the text. */
export function searchedText(foldedNames: readonly string[]): string {
  return foldedNames.length === 0 ? '' : `| ${foldedNames.join(' | ')} |`;
}

/** What a word of the question stands for. */
interface Meaning {
  /** Ranges of stored words, each with its first one and the end that is not in it. */
  readonly ranges: readonly (readonly [from: string, to: string])[];
  /** Pieces of a searched text, one of which it then has. */
  readonly pieces: readonly string[];
}

/** Entities that may match, as the port says. */
export async function searchCandidates(
  query: Query,
  request: CandidateRequest,
  vocabulary: Vocabulary,
): Promise<EntityRecord[]> {
  const { words, tier, types, after, limit } = request;
  const conditions = types ? [new Conditions(vocabulary).entity('e', { types })] : [];
  if (after) {
    const { degree, slug } = after;
    conditions.push(
      statement`e.degree <= ${degree} AND (e.degree < ${degree} OR e.slug > ${slug})`,
    );
  }
  if (tier === 'NAME') {
    const named = statement`SELECT slug FROM entity_name WHERE name = ${words.join(' ')}`;
    return candidates(query, named, conditions, limit);
  }
  const meanings = await meaningsOf(query, words, tier);
  const counts = await entityCounts(query, meanings);
  const least = Math.min(...counts);
  if (least === 0) return [];
  const rarest = least > SORTED ? undefined : meanings[counts.indexOf(least)];
  conditions.push(...meanings.filter((meaning) => meaning !== rarest).map(hasPiece));
  return candidates(query, rarest && slugsOf(rarest), conditions, limit);
}

async function meaningsOf(
  query: Query,
  words: readonly string[],
  tier: Exclude<MatchTier, 'NAME'>,
): Promise<Meaning[]> {
  const spellings = tier === 'MISTAKES' ? await knownSpellings(query, words) : new Map();
  return words.map((word) => {
    const others = (spellings.get(word) ?? []) as readonly string[];
    const itself = tier === 'WORDS' ? whole(word) : beginning(word);
    const all = [itself, ...others.map(whole)];
    return {
      ranges: all.flatMap(({ ranges }) => ranges),
      pieces: all.flatMap(({ pieces }) => pieces),
    };
  });
}

/** No stored word has a letter before `0`, or one after `z`. */
function whole(word: string): Meaning {
  return { ranges: [[word, `${word} `]], pieces: [` ${word} `] };
}

function beginning(word: string): Meaning {
  return { ranges: [[word, `${word}{`]], pieces: [` ${word}`] };
}

/** By word its mistaken spellings that are words of names. */
async function knownSpellings(
  query: Query,
  words: readonly string[],
): Promise<Map<string, readonly string[]>> {
  const spellings = new Map(
    words.filter(isMistakable).map((word) => [word, mistakenSpellings(word)]),
  );
  const known = new Set(
    await query<string[]>(statement`
      SELECT json_group_array(value) FROM json_each(${JSON.stringify([...spellings.values()].flat())}) j
      WHERE EXISTS (SELECT 1 FROM entity_word w WHERE w.word = j.value)`),
  );
  return new Map(
    [...spellings].map(([word, list]) => [word, list.filter((spelling) => known.has(spelling))]),
  );
}

/** How many entities each meaning leads to, as far as it matters. */
function entityCounts(query: Query, meanings: readonly Meaning[]): Promise<number[]> {
  const ranges = JSON.stringify(meanings.map((meaning) => meaning.ranges));
  return query(statement`
    SELECT json_group_array((SELECT count(*) FROM (
      SELECT 1 ${inRanges(fixed('m.value'))} LIMIT ${SORTED + 1})))
    FROM json_each(${ranges}) m`);
}

function slugsOf({ ranges }: Meaning): StatementText {
  return statement`SELECT w.slug ${inRanges(statement`${JSON.stringify(ranges)}`)}`;
}

function inRanges(ranges: StatementText): StatementText {
  return statement`FROM json_each(${ranges}) j CROSS JOIN entity_word w
    ON w.word >= j.value ->> 0 AND w.word < j.value ->> 1`;
}

function hasPiece({ pieces }: Meaning): StatementText {
  return statement`EXISTS (SELECT 1 FROM json_each(${JSON.stringify(pieces)})
    WHERE instr(e.folded, value) > 0)`;
}

/** @param slugs where a statement finds them; else all entities are tried, in the order. */
async function candidates(
  query: Query,
  slugs: StatementText | undefined,
  conditions: readonly StatementText[],
  limit: number,
): Promise<EntityRecord[]> {
  const { selected, json } = rows.entityColumns(candidateParts);
  const all = slugs ? [statement`e.slug IN (${slugs})`, ...conditions] : conditions;
  // The plus keeps the planner from an index in the order, which would lead past all entities.
  const degree = fixed(slugs ? '+e.degree' : 'e.degree');
  const found = await query<[unknown, EntityDetails][]>(statement`
    SELECT json_group_array(json_array(${json}, json(e_details)))
    FROM (SELECT ${selected}, e.details AS e_details FROM entity e
      WHERE ${allOf(all)} ORDER BY ${degree} DESC, e.slug LIMIT ${limit})`);
  const entityOf = rows.entityReader(candidateParts);
  return found.map(([row, details]) => ({ ...entityOf(row), details }));
}
