/**
 * Seeded random choices (mulberry32): one seed always gives the same sequence.
 *
 * @typedef {ReturnType<typeof createRandom>} Random
 * @param {number} seed
 */
export function createRandom(seed) {
  let state = seed >>> 0;

  /** A number from 0 up to, not including, 1. */
  function next() {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from 0 up to, not including, `limit`. */
  const integer = (limit) => Math.floor(next() * limit);

  /** A whole number from `least` to `most`, both included. */
  const between = (least, most) => least + integer(most - least + 1);

  const pick = (list) => list[integer(list.length)];

  /** Some of the list, each at most once, in an order of their own. */
  function sample(list, count) {
    const left = [...list];
    return Array.from({ length: count }, () => left.splice(integer(left.length), 1)[0]);
  }

  /** An index below `limit`; the greater the power, the more popular the small ones. */
  const popularIndex = (limit, power) => Math.min(limit - 1, Math.floor(limit * next() ** power));

  /** A year, a month or a day, as ISO text. */
  function date(firstYear, lastYear) {
    const year = between(firstYear, lastYear);
    const precision = next();
    const month = String(between(1, 12)).padStart(2, '0');
    if (precision < 0.2) return `${year}`;
    if (precision < 0.4) return `${year}-${month}`;
    return `${year}-${month}-${String(between(1, 28)).padStart(2, '0')}`;
  }

  return { next, integer, between, pick, sample, popularIndex, date };
}
