import { limits } from '../limits.js';
import type { DocumentFile, Mistake } from './document-file.js';
import { printPath, type Finding, type Problem } from './problem.js';
import { kenesReader } from './read.js';

/**
 * Returns the problems of a document in the order of lines, up to the limit; a last one has the
 * number of the others. The document is read again to locate the findings.
 */
export async function listProblems(
  { name: file, read, reader = kenesReader }: DocumentFile,
  mistakes: readonly Mistake[],
  findings: readonly Finding[],
): Promise<Problem[]> {
  const limit = limits.documentProblems.value;
  const shown = findings.slice(0, Math.max(0, limit - mistakes.length));
  const locations = shown.length > 0 ? reader.locate(await read(), shown) : [];
  const problems: Problem[] = [
    ...mistakes.slice(0, limit).map((mistake) => ({ file, ...mistake, path: '' })),
    ...shown.map(({ path, message }, index) => ({
      file,
      ...(locations[index] ?? { line: 1, column: 1 }),
      path: printPath(path),
      message,
    })),
  ];
  problems.sort((a, b) => a.line - b.line || a.column - b.column);
  const more = mistakes.length + findings.length - problems.length;
  const last = problems.at(-1);
  if (more > 0 && last) {
    const message = `${more.toLocaleString('en')} more problems are not listed.`;
    problems.push({ ...last, path: '', message });
  }
  return problems;
}
