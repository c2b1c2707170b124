/** Statistics of measured times. */

export function median(values) {
  const sorted = values.filter(Number.isFinite).sort((left, right) => left - right);
  if (sorted.length === 0) return NaN;
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The value that `percent` of the values are at most. */
export function percentile(values, percent) {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? NaN;
}

/** The median of the ratios of two lists that were measured in turn. */
export function medianRatio(numerators, denominators) {
  if (!numerators || !denominators) return NaN;
  return median(numerators.map((value, index) => value / denominators[index]));
}

/** Milliseconds that a piece of work takes, and what it gives. */
export async function timed(work) {
  const began = performance.now();
  const result = await work();
  return { milliseconds: performance.now() - began, result };
}

/** The list turned by `steps`, so that in every round another one comes first. */
export const rotated = (list, steps) => list.map((_, index) => list[(index + steps) % list.length]);
