/** Statistics of measured times. */

export function median(values) {
  const sorted = values.filter(Number.isFinite).sort((left, right) => left - right);
  if (sorted.length === 0) return NaN;
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Returns the smallest value that at least `percent` percent of the values do not exceed. */
export function percentile(values, percent) {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? NaN;
}

/** Returns the median of the pairwise ratios of two lists that were measured alternately. */
export function medianRatio(numerators, denominators) {
  if (!numerators || !denominators) return NaN;
  return median(numerators.map((value, index) => value / denominators[index]));
}

/** Runs work and returns its time in milliseconds and its result. */
export async function timed(work) {
  const began = performance.now();
  const result = await work();
  return { milliseconds: performance.now() - began, result };
}

/** Returns the list rotated by `steps`, so that each round starts with a different element. */
export const rotated = (list, steps) => list.map((_, index) => list[(index + steps) % list.length]);
