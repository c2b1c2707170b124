import { printProblem, printWarning, type Problem, type Report } from '../documents/problem.js';
import { groupBy } from '../values/group-by.js';
import type { Terminal } from './command.js';
import { CommandFailure } from './failure.js';

/**
 * Prints the warnings.
 * @param outcome what the problems led to; it is printed with their number.
 * @throws CommandFailure with all problems, if there are any.
 */
export function printReport(
  terminal: Terminal,
  { problems, warnings }: Report,
  outcome?: string,
): void {
  if (warnings.length > 0) terminal.error(grouped(warnings).map(printWarning).join('\n'));
  if (problems.length === 0) return;
  const last = outcome === undefined ? [] : [`${countsOf({ problems, warnings })}; ${outcome}.`];
  throw new CommandFailure([...grouped(problems).map(printProblem), ...last].join('\n'), 1);
}

/** Returns the number of problems, and that of warnings if there are any. */
export function countsOf({ problems, warnings }: Report): string {
  const ofWarnings = warnings.length > 0 ? [counted(numberOf(warnings), 'warning')] : [];
  return [counted(numberOf(problems), 'problem'), ...ofWarnings].join(', ');
}

/** Returns the number of problems, those that are not listed included. */
export function numberOf(problems: readonly Problem[]): number {
  return problems.reduce((sum, { standsFor = 1 }) => sum + standsFor, 0);
}

/** Returns a number with its noun, such as `2 warnings`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

/** The number of problems with one message that are printed one by one. */
const SHOWN = 3;

/**
 * Returns problems as they are printed: of those with one message, only the first ones, and then the
 * number of the others.
 */
function grouped(problems: readonly Problem[]): Problem[] {
  const byMessage = groupBy(problems, ({ message }) => message);
  const printed = new Map<string, number>();
  return problems.flatMap((problem) => {
    const equal = byMessage.get(problem.message) ?? [];
    // A line that says that there is one more would be as long as that one.
    if (equal.length <= SHOWN + 1) return [problem];
    const count = (printed.get(problem.message) ?? 0) + 1;
    printed.set(problem.message, count);
    if (count > SHOWN) return [];
    return count < SHOWN ? [problem] : [problem, othersLike(problem, equal)];
  });
}

/** Returns what stands for all problems with one message behind the first ones. */
function othersLike({ file, line, column }: Problem, equal: readonly Problem[]): Problem {
  const last = equal.at(-1);
  const end = last && last.file !== file ? `${last.file}:${last.line}` : `line ${last?.line}`;
  const message = `The same ${counted(equal.length - SHOWN, 'more time')}, up to ${end}.`;
  return { file, line, column, path: '', message };
}
