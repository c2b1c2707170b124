import type { EntityType, EntityTypeDefinition } from '../vocabulary/entity-types.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { NO_EARLIEST_DAY, NO_LATEST_DAY, parsePartialDate } from '../values/partial-date.js';

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

/** Returns the time of a record that began and ended on the days of a partial date. */
export function timeOfDate(date: string): Time {
  const { start, end } = parsePartialDate(date);
  return timeOf(start, end);
}

/**
 * Returns the time of a state that lasted from one date to another. Either may be unknown. The state
 * did not end before it began, and it may continue if `until` is unknown.
 */
export function timeOfState(since: string | undefined, until: string | undefined): Time {
  const first = since === undefined ? undefined : parsePartialDate(since);
  const last = until === undefined ? undefined : parsePartialDate(until);
  if (!first && !last) return UNDATED;
  const end = last?.end ?? (first?.isInterval ? first.end : OPEN);
  return timeOf(first?.start ?? OPEN, end);
}

/** Returns the time of an entity by its own date properties, or null if it has none. */
export function timeOfProperties(
  { time }: EntityTypeDefinition,
  properties: Readonly<Record<string, string | number>>,
): Time | null {
  if (!time) return null;
  const first = properties[time.start];
  const last = time.end === undefined ? undefined : properties[time.end];
  if (first === undefined && last === undefined) return null;
  if (time.end === undefined) return timeOfState(String(first), undefined);
  if (first === undefined) return timeOfState(undefined, String(last));
  if (last === undefined) return timeOfDate(String(first));
  return timeOf(parsePartialDate(String(first)).start, parsePartialDate(String(last)).end);
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
  readonly properties: Readonly<Record<string, string | number>>;
}

/**
 * Returns the time of a relation: by its own dates or by the time of one of its ends, as its type
 * says. Returns UNDATED if these are missing, and for a type that has no time.
 */
export function timeOfRelation(
  { type, fromType, properties }: DatedRelation,
  ends: { readonly from: Time | undefined; readonly to: Time | undefined },
  vocabulary: Vocabulary,
): Time {
  const { since, until, date } = properties;
  switch (vocabulary.relationType(type).time) {
    case 'STATE':
      return timeOfState((since ?? date)?.toString(), until?.toString());
    case 'POINT':
      return date === undefined ? UNDATED : timeOfDate(String(date));
    case 'OF_EVENT':
      return (fromType === 'Event' ? ends.from : ends.to) ?? UNDATED;
    case 'OF_STATEMENT':
      return (fromType === 'Statement' ? ends.from : ends.to) ?? UNDATED;
    case 'OF_FIRST_END':
      return ends.from ?? UNDATED;
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

interface Bounds {
  readonly earliest: number;
  readonly latest: number;
}

const OPEN: Bounds = { earliest: NO_EARLIEST_DAY, latest: NO_LATEST_DAY };

/**
 * Narrows the bounds so that the start is not after the end, unless the dates contradict each
 * other.
 */
function timeOf(start: Bounds, end: Bounds): Time {
  const isOrdered = start.earliest <= end.latest;
  return {
    startEarliest: start.earliest,
    startLatest: isOrdered ? Math.min(start.latest, end.latest) : start.latest,
    endEarliest: isOrdered ? Math.max(start.earliest, end.earliest) : end.earliest,
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
