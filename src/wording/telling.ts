import { evidenceToCite, isOnWhole } from '../model/evidence.js';
import type { EvidenceRecord } from '../model/records.js';
import { parsePartialDate } from '../values/partial-date.js';
import type { RelationTypeDefinition } from '../vocabulary/relation-types.js';
import { groupBy } from '../values/group-by.js';
import { onePerPublisher, type CitedEvidence } from './citation.js';
import { NO_MARKS, type Marks, type Voice } from './reservations.js';
import type { Against, Told } from './sentences.js';

/** A piece of evidence for a relation, with what a citation of it names. */
export interface Testimony extends CitedEvidence {
  readonly evidence: Pick<
    EvidenceRecord,
    'property' | 'stance' | 'value' | 'inferred' | 'position' | 'sourceSlug'
  >;
}

/** Returns the mark of the citations of some evidence, such as “ [1, 2]”, or an empty text. */
export type Cite = (cited: readonly CitedEvidence[]) => string;

/** A rival of a relation, with the evidence for it. */
export interface Rival extends Pick<Told, 'relation' | 'ends'> {
  readonly testimony: readonly Testimony[];
}

/** The rivals of a relation that the graph has, by their keys. */
export type Rivals = ReadonlyMap<string, Rival>;

/**
 * Returns what sources say against a relation: its rivals, and denials that name none. A rival is
 * said by the sources that deny the relation in its favour, or else by those that confirm the rival.
 * One that nobody says is denied by the sources that deny it in favour of the relation.
 */
export function againstIt(testimony: readonly Testimony[], rivals: Rivals, cite: Cite): Against {
  const denying = testimony.filter(isDenial);
  const byRival = groupBy(denying, ({ evidence: { value } }) => value ?? '');
  const named = [...byRival.keys()].filter((key) => rivals.has(key));
  const voiced = (piecesOf: (key: string, rival: Rival) => readonly Testimony[]) =>
    [...new Set([...named, ...rivals.keys()])].flatMap((key) => {
      const rival = rivals.get(key);
      const pieces = rival ? piecesOf(key, rival) : [];
      if (!rival || pieces.length === 0) return [];
      return [{ relation: rival.relation, ends: rival.ends, voice: voiceOf(pieces, cite) }];
    });
  const said = (key: string, { testimony: own }: Rival) => byRival.get(key) ?? evidenceForIt(own);
  const left = [...byRival].flatMap(([key, pieces]) => (rivals.has(key) ? [] : pieces));
  // Numbers are given in the order in which they are read.
  const denial = left.length > 0 ? voiceOf(left, cite) : null;
  return {
    denial,
    rivals: voiced(said),
    deniedRivals: voiced((key, rival) =>
      said(key, rival).length > 0 ? [] : rival.testimony.filter(isDenial),
    ),
  };
}

function isDenial({ evidence }: Testimony): boolean {
  return isOnWhole(evidence) && evidence.stance === 'CONTRADICTS';
}

/** Returns the evidence to cite for a relation as a whole. */
function evidenceForIt(testimony: readonly Testimony[]) {
  return evidenceToCite(
    testimony
      .filter(({ evidence }) => isOnWhole(evidence))
      .map((piece) => ({ ...piece, ...stanceOf(piece) })),
  );
}

function voiceOf(pieces: readonly Testimony[], cite: Cite): Voice {
  const each = onePerPublisher(pieces);
  return { publishers: each.map(({ publisher }) => publisher), mark: cite(each) };
}

/** The properties that a sentence gives as dates. */
export const dateProperties = ['since', 'until', 'date'] as const;

/**
 * Returns the marks of a relation’s citations: one citation for each publisher that confirms it, and
 * others for dates that not all of its sources give, or that some give otherwise. Where the sentence
 * says of when its sources are, the latest source of each publisher is cited.
 */
export function marksOf(
  testimony: readonly Testimony[],
  cite: Cite,
  { isDatedBySources = false }: Pick<RelationTypeDefinition, 'isDatedBySources'>,
): Marks {
  const whole = evidenceForIt(testimony);
  const onDates = testimony.filter(({ evidence: { property } }) =>
    dateProperties.some((name) => name === property),
  );
  const confirming = evidenceToCite(onDates.map((piece) => ({ ...piece, ...stanceOf(piece) })));
  const ofDates = new Set(confirming.map(({ evidence }) => evidence.sourceSlug));
  const isOfAll = whole.every(({ evidence }) => ofDates.has(evidence.sourceSlug));
  // Numbers are given in the order in which they are read.
  const dates = isOfAll ? NO_MARKS.dates : cite(onePerPublisher(confirming));
  const others = onDates.filter(({ evidence }) => evidence.stance === 'CONTRADICTS');
  const byValue = groupBy(others, ({ evidence }) => `${evidence.property}=${evidence.value}`);
  const otherDates = [...byValue.values()].flatMap((pieces) => {
    const { property, value } = pieces[0]?.evidence ?? {};
    if (property == null || value == null) return [];
    return [{ property, date: value, voice: voiceOf(pieces, cite) }];
  });
  const cited = onePerPublisher(isDatedBySources ? latestFirst(whole) : whole);
  return { dates, otherDates, whole: cite(cited) };
}

/** Sorts by the last day on which a source may have been published. Undated ones come last. */
function latestFirst<E extends CitedEvidence>(pieces: readonly E[]): readonly E[] {
  const dayOf = ({ source: { publishedAt } }: E): number =>
    publishedAt === null ? -Infinity : parsePartialDate(publishedAt).end.latest;
  return [...pieces].sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0));
}

function stanceOf({ evidence: { stance, inferred } }: Testimony) {
  return { stance, inferred };
}
