import type { EntityType, EntityTypeDefinition } from '../vocabulary/entity-types.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { plainText } from '../values/localized-text.js';
import type { LocalizedText } from '../vocabulary/languages.js';
import {
  NO_EARLIEST_DAY,
  NO_LATEST_DAY,
  parsePartialDate,
  type Day,
  type DayRange,
} from '../values/partial-date.js';

/** The earliest and the latest day on which a record may have begun, and may have ended. */
export interface Time {
  readonly startEarliest: number;
  readonly startLatest: number;
  readonly endEarliest: number;
  readonly endLatest: number;
}

/** Whether a record was valid on a day of a range. An unknown date yields POSSIBLY, never NOT. */
export type Held = 'CERTAINLY' | 'POSSIBLY' | 'NOT';

/** The time of a record whose dates are unknown. */
export const UNDATED: Time = {
  startEarliest: NO_EARLIEST_DAY,
  startLatest: NO_LATEST_DAY,
  endEarliest: NO_EARLIEST_DAY,
  endLatest: NO_LATEST_DAY,
};

/**
 * What one source observes of a state on the day when it was published, which lies between two days:
 * that it holds, or that it has ended.
 */
export interface Observation {
  readonly earliest: Day;
  readonly latest: Day;
  readonly saysEnded: boolean;
}

/** Returns the time of a record that began and ended on the days of a partial date. */
export function timeOfDate(date: string): Time {
  const { start, end } = parsePartialDate(date);
  return timeOf(start, end);
}

/**
 * Returns the time of a state that lasted from one date to another. Either may be unknown. The state
 * did not end before it began, and it may continue if `until` is unknown. It certainly held on the
 * days on which sources observe it, and between those and its beginning or end.
 */
export function timeOfState(
  since: string | undefined,
  until: string | undefined,
  observations: readonly Observation[] = [],
): Time {
  const first = since === undefined ? undefined : parsePartialDate(since);
  const last = until === undefined ? undefined : parsePartialDate(until);
  const start = first?.start ?? OPEN;
  const end = last?.end ?? (first?.isInterval ? first.end : OPEN);
  const hasEnd = last !== undefined || (first?.isInterval === true && first.openEnd === null);
  const known = hasEnd ? end : overBy(start, end, observations);
  return observed(timeOf(start, known), observations);
}

/**
 * Returns the bounds of an end that is not known: it had come when the first source said so, of
 * those that are not older than a source which says that the state holds.
 */
function overBy(start: DayRange, end: DayRange, observations: readonly Observation[]): DayRange {
  const seen = observations.filter(({ saysEnded }) => !saysEnded).map(({ earliest }) => earliest);
  const days = observations
    .filter(({ saysEnded, latest }) => saysEnded && latest >= Math.max(start.earliest, ...seen))
    .map(({ latest }) => latest);
  return { ...end, latest: Math.min(end.latest, ...days) };
}

/**
 * Returns the time of a state that sources observe. A source that was published before the state
 * began, or after it ended, did not observe it.
 */
function observed(time: Time, observations: readonly Observation[]): Time {
  const { startEarliest, startLatest, endEarliest, endLatest } = time;
  if (startEarliest > endLatest) return time;
  const present = observations.filter(
    ({ saysEnded, earliest, latest }) =>
      !saysEnded && latest >= startEarliest && earliest <= endLatest,
  );
  return {
    startEarliest,
    startLatest: Math.min(startLatest, ...present.map(({ latest }) => latest)),
    endEarliest: Math.max(endEarliest, ...present.map(({ earliest }) => earliest)),
    endLatest,
  };
}

/** Properties, some of which are dates. */
type DatedProperties = Readonly<Record<string, string | number | LocalizedText>>;

/**
 * Returns the time of an entity by its own date properties, or null if it has none.
 * @param observations returns what sources observe of it. It is asked of what goes on only.
 */
export function timeOfProperties(
  { time }: EntityTypeDefinition,
  properties: DatedProperties,
  observations: () => readonly Observation[] = () => [],
): Time | null {
  if (!time) return null;
  const first = plainText(properties[time.start]);
  const last = time.end === undefined ? undefined : plainText(properties[time.end]);
  if (first === undefined && last === undefined) return null;
  if (first === undefined) return timeOfState(undefined, last);
  if (time.end === undefined) return timeOfState(first, undefined, observations());
  if (last !== undefined) return timeOf(parsePartialDate(first).start, parsePartialDate(last).end);
  return parsePartialDate(first).openEnd === null
    ? timeOfDate(first)
    : timeOfState(first, undefined, observations());
}

/** Relation types with one of these kinds of time take the time of one of their ends. */
const TIMES_OF_ENDS: readonly string[] = ['OF_EVENT', 'OF_STATEMENT', 'OF_FIRST_END'];

/** Returns whether relations of a type take the time of one of their ends, and so change with it. */
export function hasTimeOfEnd(relationType: string, vocabulary: Vocabulary): boolean {
  return TIMES_OF_ENDS.includes(vocabulary.relationType(relationType).time);
}

/** The properties of a relation that its time depends on. */
interface DatedRelation {
  readonly type: string;
  readonly fromType: EntityType;
  readonly properties: DatedProperties;
}

/** What the time of a relation depends on beside its own properties. */
interface RelationSurroundings {
  /** The times of its ends. */
  readonly from: Time | undefined;
  readonly to: Time | undefined;
  /** What sources observe of it. It is asked of a state only. */
  readonly observations: () => readonly Observation[];
}

/**
 * Returns the time of a relation: by its own dates and what sources observe, or by the time of one
 * of its ends, as its type says. Returns UNDATED if these are missing, and for a type that has no
 * time.
 */
export function timeOfRelation(
  { type, fromType, properties }: DatedRelation,
  { from, to, observations }: RelationSurroundings,
  vocabulary: Vocabulary,
): Time {
  const date = plainText(properties['date']);
  switch (vocabulary.relationType(type).time) {
    case 'STATE':
      return timeOfState(
        plainText(properties['since']) ?? date,
        plainText(properties['until']),
        observations(),
      );
    case 'POINT':
      return date === undefined ? UNDATED : timeOfDate(date);
    case 'OF_EVENT':
      return (fromType === 'Event' ? from : to) ?? UNDATED;
    case 'OF_STATEMENT':
      return (fromType === 'Statement' ? from : to) ?? UNDATED;
    case 'OF_FIRST_END':
      return from ?? UNDATED;
    case 'TIMELESS':
      return UNDATED;
  }
}

/** Returns the narrowest time that contains all the times, or UNDATED for an empty list. */
export function timeAround(times: readonly Time[]): Time {
  const [first, ...others] = times;
  if (!first) return UNDATED;
  return others.reduce(
    (around, time) => ({
      startEarliest: Math.min(around.startEarliest, time.startEarliest),
      startLatest: Math.max(around.startLatest, time.startLatest),
      endEarliest: Math.min(around.endEarliest, time.endEarliest),
      endLatest: Math.max(around.endLatest, time.endLatest),
    }),
    first,
  );
}

const OPEN: DayRange = {
  earliest: NO_EARLIEST_DAY,
  latest: NO_LATEST_DAY,
  doubted: false,
};

/**
 * Narrows the bounds so that the start is not after the end, unless the dates contradict each
 * other. A doubted date is certain on no day: neither has the record begun by then, nor does it say
 * until when the record lasted.
 */
function timeOf(start: DayRange, end: DayRange): Time {
  const isOrdered = start.earliest <= end.latest;
  const begun = start.doubted ? NO_LATEST_DAY : start.latest;
  const lasted = end.doubted ? NO_EARLIEST_DAY : end.earliest;
  return {
    startEarliest: start.earliest,
    startLatest: isOrdered && !end.doubted ? Math.min(begun, end.latest) : begun,
    endEarliest: isOrdered && !start.doubted ? Math.max(lasted, start.earliest) : lasted,
    endLatest: end.latest,
  };
}

/**
 * Returns whether a record of that time was valid on any day of a range, which includes both ends.
 */
export function heldWithin(time: Time, from: number, to: number): Held {
  if (time.startEarliest > to || time.endLatest < from) return 'NOT';
  return time.startLatest <= to && time.endEarliest >= from ? 'CERTAINLY' : 'POSSIBLY';
}
