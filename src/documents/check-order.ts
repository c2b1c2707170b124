import { isPartialDate, parsePartialDate } from '../values/partial-date.js';
import { quoted } from '../values/shown-input.js';
import type { Path } from './problem.js';

/** The names of the properties that say when something began and ended. */
export interface TimeProperties {
  readonly start: string;
  readonly end?: string;
}

/**
 * Returns a finding if an entry ends before it begins, whatever days its dates may stand for. Dates
 * that are marked as uncertain or approximate are not compared, since they may be other days.
 */
export function checkOrder(
  entry: Readonly<Record<string, unknown>>,
  { start, end }: TimeProperties,
): { readonly path: Path; readonly message: string }[] {
  const first = dateIn(entry[start]);
  const last = end === undefined ? null : dateIn(entry[end]);
  if (!first || !last || end === undefined) return [];
  if (first.uncertain || last.uncertain || last.end.latest >= first.start.earliest) return [];
  return [
    {
      path: [end],
      message: `\`${end}\` is ${quoted(last.text)}, which is before \`${start}\`, ${quoted(first.text)}. An end cannot come before its beginning.`,
    },
  ];
}

/** Returns null for a value that is no date, which is reported elsewhere. */
function dateIn(value: unknown): ReturnType<typeof parsePartialDate> | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  return isPartialDate(String(value)) ? parsePartialDate(String(value)) : null;
}
