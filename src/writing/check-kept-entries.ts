import { parsePartialDate } from '../values/partial-date.js';
import { quoted } from '../values/shown-input.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { timeOfState } from '../model/time.js';
import { EDITORS } from './editorial.js';
import {
  isJoinEntry,
  keyOfEntry,
  type EntityEntry,
  type JoinEntry,
  type KeptEntry,
  type RelationEntry,
} from './entries.js';
import type { Joins } from './joins.js';
import { missingRecord, type KeptProblem } from './kept-problem.js';

/**
 * Returns the joins of a slug and its former ones that lack an entity: each of the two must have an
 * entry of its own, but the join itself declares a former slug if it has a type.
 * @param entries the entries of all these slugs, by slug as the documents write it.
 */
export function unmetJoins(
  slug: string,
  joins: Joins,
  entries: ReadonlyMap<string, readonly KeptEntry<EntityEntry | JoinEntry>[]>,
): KeptProblem[] {
  const [, ...formers] = joins.slugsInto(slug);
  const isDescribed = (of: string): boolean =>
    of === EDITORS || (entries.get(of) ?? []).some(({ entry }) => !isJoinEntry(entry));
  return formers.flatMap((former) => {
    const stated = (entries.get(former) ?? []).filter(({ entry }) => isJoinEntry(entry));
    const isDeclared = stated.some(({ entry }) => entry.type !== undefined) || isDescribed(former);
    const missing = [...(isDeclared ? [] : [former]), ...(isDescribed(slug) ? [] : [slug])];
    return missing.flatMap((each) =>
      stated.map((entry) => missingRecord(entry, former, { kind: 'ENTITY', missing: each })),
    );
  });
}

/**
 * Returns the entries of an entity that say of a slug that it is another one, while it is merged
 * into the same.
 */
export function mergedDifferent(
  slug: string,
  entries: readonly KeptEntry<EntityEntry>[],
  joins: Joins,
): KeptProblem[] {
  return entries.flatMap(({ document, line, column, key, entry: { differentFrom = [] } }) =>
    differentFrom
      .filter((other) => joins.into(other) === slug)
      .map((other) => ({
        document,
        line,
        column,
        record: key,
        message: `It says by \`differentFrom\` that ${quoted(key)} is not ${quoted(other)}, and the two are merged. Leave one of the two out.`,
      })),
  );
}

/** Returns the relations that lead from an entity to itself only because two slugs are joined. */
export function joinedEnds(
  entries: readonly KeptEntry<RelationEntry>[],
  joins: Joins,
  vocabulary: Vocabulary,
): KeptProblem[] {
  return entries
    .filter(({ entry: { from, to } }) => from !== to && joins.into(from) === joins.into(to))
    .map(({ document, line, column, entry }) => ({
      document,
      line,
      column,
      record: keyOfEntry(entry, vocabulary),
      message: `It would lead from ${quoted(joins.into(entry.from))} to itself, since ${quoted(entry.from)} and ${quoted(entry.to)} are merged. Leave it out, or part the two.`,
    }));
}

/**
 * Returns the entries of one relation whose terms cannot both be right: one certainly ended before
 * the other can have begun. The problem is that of an entry of a new document, if one of the two is.
 * @param newDocuments the slugs of the documents that are written.
 */
export function disjointTerms(
  entries: readonly KeptEntry<RelationEntry>[],
  vocabulary: Vocabulary,
  newDocuments: ReadonlySet<string>,
): KeptProblem[] {
  const [first] = entries;
  if (!first || entries.length < 2) return [];
  const { time, properties } = vocabulary.relationType(first.entry.type);
  // Without an end, a state has one date, on which sources may disagree.
  if (time !== 'STATE' || !('until' in properties)) return [];
  const isNew = ({ kept }: Term): number => Number(newDocuments.has(kept.document));
  const terms = entries.flatMap((kept) => termOf(kept) ?? []).sort((a, b) => isNew(a) - isNew(b));
  return terms.flatMap((term, index) => {
    const other = terms.slice(0, index).find((before) => areDisjoint(before, term));
    if (!other) return [];
    const { document, line, column, entry } = term.kept;
    const record = keyOfEntry(entry, vocabulary);
    return [{ document, line, column, record, message: disjoint(term, other) }];
  });
}

/** What one entry says on the time of a relation. */
interface Term {
  readonly kept: KeptEntry<RelationEntry>;
  readonly text: string;
  /** Null if it may still hold, or if the entry itself doubts the date. */
  readonly lastDay: number | null;
  readonly firstDay: number | null;
}

function termOf(kept: KeptEntry<RelationEntry>): Term | null {
  const since = dateOf(kept.entry['since']);
  const until = dateOf(kept.entry['until']);
  if (since === undefined && until === undefined) return null;
  const { startEarliest, endLatest } = timeOfState(since, until);
  // Dates in the wrong order are no term.
  if (startEarliest > endLatest) return null;
  const isDoubted = (date: string | undefined): boolean =>
    date !== undefined && parsePartialDate(date).uncertain;
  return {
    kept,
    text: [since && `since ${since}`, until && `until ${until}`].filter(Boolean).join(', '),
    firstDay: isDoubted(since ?? until) ? null : startEarliest,
    lastDay: isDoubted(until ?? since) ? null : endLatest,
  };
}

function dateOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function areDisjoint(a: Term, b: Term): boolean {
  const endsBefore = (one: Term, other: Term): boolean =>
    one.lastDay !== null && other.firstDay !== null && one.lastDay < other.firstDay;
  return endsBefore(a, b) || endsBefore(b, a);
}

function disjoint(term: Term, other: Term): string {
  const { document, line } = other.kept;
  const place = line === null ? '' : `, line ${line},`;
  return `It says “${term.text}”, and the document ${quoted(document)}${place} says “${other.text}”: both cannot be right of one term. If there are two terms, tell them apart by \`instance\`, a slug such as the day on which each began. If the sources mean the same term, leave the dates out of one entry and cite its source with \`stance: CONTRADICTS\` and its \`value\`.`;
}
