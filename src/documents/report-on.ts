import { limits } from '../limits.js';
import type { DocumentFile, Mistake } from './document-file.js';
import { printPath, type Finding, type Problem, type Report } from './problem.js';
import { kenesReader } from './read.js';

/** What was found in one document. */
interface Found {
  readonly mistakes?: readonly Mistake[];
  readonly findings: readonly Finding[];
}

export interface ReportOptions {
  /** True if warnings are problems. */
  readonly strict?: boolean;
}

/**
 * Returns the problems and the warnings of a document in the order of lines, each up to the limit; a
 * last one has the number of the others. The document is read again to locate the findings.
 */
export async function reportOn(
  file: DocumentFile,
  { mistakes = [], findings }: Found,
  { strict = false }: ReportOptions = {},
): Promise<Report> {
  const isWarning = (finding: Finding): boolean => !strict && finding.isWarning === true;
  const warnings = { findings: findings.filter(isWarning) };
  const problems = { mistakes, findings: findings.filter((finding) => !isWarning(finding)) };
  return {
    problems: await listFound(file, problems, 'problems'),
    warnings: await listFound(file, warnings, 'warnings'),
  };
}

async function listFound(
  { name: file, read, reader = kenesReader }: DocumentFile,
  { mistakes = [], findings }: Found,
  noun: string,
): Promise<Problem[]> {
  const limit = limits.documentProblems.value;
  const shown = findings.slice(0, Math.max(0, limit - mistakes.length));
  const locations = shown.length > 0 ? reader.locate(await read(), shown) : [];
  const problems: Problem[] = [
    ...mistakes.slice(0, limit).map((mistake) => ({ file, ...mistake, path: '' })),
    ...shown.map(({ path, message, isUnknown = false }, index) => ({
      file,
      ...(locations[index] ?? { line: 1, column: 1 }),
      path: printPath(path),
      message,
      ...(isUnknown && { isUnknown }),
    })),
  ];
  problems.sort((a, b) => a.line - b.line || a.column - b.column);
  const more = mistakes.length + findings.length - problems.length;
  const last = problems.at(-1);
  if (more > 0 && last) {
    const message = `${more.toLocaleString('en')} more ${noun} are not listed.`;
    const { line, column } = last;
    problems.push({ file, line, column, path: '', message, standsFor: more });
  }
  return problems;
}
