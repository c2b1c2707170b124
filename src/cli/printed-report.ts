import { printProblem, printWarning, type Report } from '../documents/problem.js';
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
  if (warnings.length > 0) terminal.error(warnings.map(printWarning).join('\n'));
  if (problems.length === 0) return;
  const counts = [
    counted(problems.length, 'problem'),
    ...(warnings.length > 0 ? [counted(warnings.length, 'warning')] : []),
  ];
  const last = outcome === undefined ? [] : [`${counts.join(', ')}; ${outcome}.`];
  throw new CommandFailure([...problems.map(printProblem), ...last].join('\n'), 1);
}

/** Returns a number with its noun, such as `2 warnings`. */
export function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
