import type { EntityTypeDefinition } from '../vocabulary/entity-types.js';
import { NO_EARLIEST_DAY, NO_LATEST_DAY, parsePartialDate } from '../values/partial-date.js';

/** When something began and ended, each as the earliest and the latest day it may have been. */
export interface Time {
  readonly startEarliest: number;
  readonly startLatest: number;
  readonly endEarliest: number;
  readonly endLatest: number;
}

/** Whether something was within a range of days, as far as is known: unknown is not never. */
export type Held = 'CERTAINLY' | 'POSSIBLY' | 'NOT';

/** What may have been at any time. */
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

/** The time within which several things were. */
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

/** Begun no later than ended; where sources say otherwise, it stays as they say. */
function timeOf(start: Bounds, end: Bounds): Time {
  const isOrdered = start.earliest <= end.latest;
  return {
    startEarliest: start.earliest,
    startLatest: isOrdered ? Math.min(start.latest, end.latest) : start.latest,
    endEarliest: isOrdered ? Math.max(start.earliest, end.earliest) : end.earliest,
    endLatest: end.latest,
  };
}

/** Whether something of that time was on any day of a range, both of whose ends belong to it. */
export function heldWithin(time: Time, from: number, to: number): Held {
  if (time.startEarliest > to || time.endLatest < from) return 'NOT';
  return time.startLatest <= to && time.endEarliest >= from ? 'CERTAINLY' : 'POSSIBLY';
}
