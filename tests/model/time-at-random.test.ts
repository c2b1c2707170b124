import { describe, expect, it } from '@jest/globals';
import { dayOf, parsePartialDate } from '../../src/values/partial-date.js';
import { heldWithin, timeOfState, type Held } from '../../src/model/time.js';
import { Random, randomSeed } from '../support/worlds.js';

/** Dates of all forms within the first months of 2020, so that all their days can be tried. */
const dates = [
  '2020-02', '2020-02-10', '2020-03-01', '2020-01-31', '2020-02-XX', '2020-02-15~', '2020-02-15?', '2020-02%',
  '[2020-01-20..2020-02-10]', '[2020-02..2020-03]', '2020-01-25/2020-02-20', '2020-02/2020-03', '2020-02-10/..',
  '2020-02-10/', '2020-02-10?/2020-03-01',
]; // prettier-ignore

const FIRST = dayOf('2019-12-01');
const LAST = dayOf('2020-06-30');

interface Life {
  readonly start: number;
  readonly end: number;
}

/** Returns each way in which a state may have been, by trying all days. */
function livesOf(since: string | undefined, until: string | undefined): Life[] {
  const first = since === undefined ? undefined : parsePartialDate(since);
  const last = until === undefined ? undefined : parsePartialDate(until);
  const starts = daysBetween(first?.start.earliest ?? FIRST, first?.start.latest ?? LAST);
  const end = last?.end ?? (first?.isInterval ? first.end : undefined);
  const ends = daysBetween(end?.earliest ?? FIRST, end?.latest ?? LAST);
  return starts.flatMap((one) =>
    ends.flatMap((other) => (one <= other ? [{ start: one, end: other }] : [])),
  );
}

function daysBetween(first: number, last: number): number[] {
  const [from, to] = [Math.max(first, FIRST), Math.min(last, LAST)];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

function heldInAll(lives: readonly Life[], from: number, to: number): Held {
  const overlaps = lives.filter(({ start, end }) => start <= to && end >= from).length;
  if (overlaps === 0) return 'NOT';
  return overlaps === lives.length ? 'CERTAINLY' : 'POSSIBLY';
}

describe(`the time of a state (KENES_TEST_SEED=${randomSeed})`, () => {
  it('says what is true of every way in which the state may have been', () => {
    const random = new Random(randomSeed);
    for (let round = 0; round < 1_500; round++) {
      const since = random.chance(0.85) ? random.pick(dates) : undefined;
      const until = random.chance(0.5) ? random.pick(dates) : undefined;
      const lives = livesOf(since, until);
      // Dates that rule each other out leave no way.
      if (lives.length === 0) continue;
      const from = FIRST + 20 + random.below(110);
      const to = from + random.below(60);
      const isDoubted = /[?%]/.test(`${since ?? ''}${until ?? ''}`);
      const held = heldWithin(timeOfState(since, until), from, to);
      const question = { since, until, from, to, seed: randomSeed };
      const expected = heldInAll(lives, from, to);
      // A doubted date makes less certain, and rules out no more and no less.
      const allowed =
        isDoubted && expected === 'CERTAINLY' ? ['CERTAINLY', 'POSSIBLY'] : [expected];
      expect({ ...question, isAllowed: allowed.includes(held), held }).toEqual({
        ...question,
        isAllowed: true,
        held,
      });
    }
  });
});
