import type { EntityType, EntityTypeDefinition } from '../vocabulary/entity-types.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { NO_EARLIEST_DAY, NO_LATEST_DAY, parsePartialDate } from '../values/partial-date.js';

/** When something began and ended: the earliest and the latest day that either may have been. */
export interface Time {
  readonly startEarliest: number;
  readonly startLatest: number;
  readonly endEarliest: number;
  readonly endLatest: number;
}

/** Whether something held within a range of days. What is not known is POSSIBLY, never NOT. */
export type Held = 'CERTAINLY' | 'POSSIBLY' | 'NOT';

/** The time of what may have been at any time. */
export const UNDATED: Time = {
  startEarliest: NO_EARLIEST_DAY,
  startLatest: NO_LATEST_DAY,
  endEarliest: NO_EARLIEST_DAY,
  endLatest: NO_LATEST_DAY,
};

/** The time of what began and ended on the days of a partial date. */
export function timeOfDate(date: string): Time {
  const { start, end } = parsePartialDate(date);
  return timeOf(start, end);
}

/**
 * The time of what holds from a day until a day, either of which may be unknown: it did not end
 * before it began, and may hold still.
 */
export function timeOfState(since: string | undefined, until: string | undefined): Time {
  const first = since === undefined ? undefined : parsePartialDate(since);
  const last = until === undefined ? undefined : parsePartialDate(until);
  if (!first && !last) return UNDATED;
  const end = last?.end ?? (first?.isInterval ? first.end : OPEN);
  return timeOf(first?.start ?? OPEN, end);
}

/** The time that an entity's own properties give it; null where they give none. */
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

/** The relation types of these times have the time of one of their ends. */
const TIMES_OF_ENDS: readonly string[] = ['OF_EVENT', 'OF_STATEMENT', 'OF_FIRST_END'];

/** Whether a relation of the type has the time of one of its ends, and so changes with it. */
export function hasTimeOfEnd(relationType: string, vocabulary: Vocabulary): boolean {
  return TIMES_OF_ENDS.includes(vocabulary.relationType(relationType).time);
}

/** A relation record as far as its time depends on it. */
interface DatedRelation {
  readonly type: string;
  readonly fromType: EntityType;
  readonly properties: Readonly<Record<string, string | number>>;
}

/**
 * The time of a relation, by what its type says of time: from its own dates, or from the time of
 * one of its ends. UNDATED where these are missing, and for a type that time does not apply to.
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

/** The smallest time that contains all of them; UNDATED where there are none. */
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

/** Narrows the bounds so that the start is not after the end, unless the sources contradict that. */
function timeOf(start: Bounds, end: Bounds): Time {
  const isOrdered = start.earliest <= end.latest;
  return {
    startEarliest: start.earliest,
    startLatest: isOrdered ? Math.min(start.latest, end.latest) : start.latest,
    endEarliest: isOrdered ? Math.max(start.earliest, end.earliest) : end.earliest,
    endLatest: end.latest,
  };
}

/** Whether something of that time held on any day of a range, its first and last day included. */
export function heldWithin(time: Time, from: number, to: number): Held {
  if (time.startEarliest > to || time.endLatest < from) return 'NOT';
  return time.startLatest <= to && time.endEarliest >= from ? 'CERTAINLY' : 'POSSIBLY';
}
