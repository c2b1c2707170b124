import { limits, type Limit, type Outcome } from '../../src/limits.js';

const all: readonly Limit[] = Object.values(limits);

/** Prints docs/limits.md: a table for each section, in the order of the limits. */
export function printLimits(): string {
  const sections = [...new Set(all.map(({ section }) => section))];
  return [
    '# Limits',
    '',
    'Every limit that a client, or an author of documents, can exceed. This file is generated from `src/limits.ts`: change that file and run `npm run generate`.',
    ...sections.flatMap((section) => [
      '',
      `## ${section}`,
      '',
      '| What | At most | Why | Beyond it |',
      '| --- | --- | --- | --- |',
      ...all.filter((limit) => limit.section === section).map(row),
    ]),
    '',
  ].join('\n');
}

function row({ what, value, unit, reason, beyond }: Limit): string {
  return `| ${what} | ${printValue(value, unit)} | ${reason} | ${printOutcome(beyond)} |`;
}

function printValue(value: number, unit: Limit['unit']): string {
  const mebibytes = value / 1024 / 1024;
  if (unit === 'bytes' && Number.isInteger(mebibytes)) return `${mebibytes} MiB`;
  if (unit === 'milliseconds' && value % 1000 === 0) return `${value / 1000} s`;
  const number = value.toLocaleString('en');
  return unit === 'items' ? number : `${number} ${unit}`;
}

function printOutcome(beyond: Outcome): string {
  if (beyond === 'problem') return 'A problem is reported, and nothing is written.';
  if ('error' in beyond) return `The error \`${beyond.error}\`.`;
  if ('status' in beyond) return `The HTTP status ${beyond.status}.`;
  return beyond.cut;
}
