import { LineCounter, isMap, isNode, isScalar, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { checkForm, type Draft } from './draft.js';
import type { KenesDocument } from './format.js';
import { printPath, type Finding, type Path, type Problem } from './problem.js';

/** A larger document is refused before it is parsed: what it holds can be split over several. */
export const MAXIMUM_DOCUMENT_BYTES = 32 * 1024 * 1024;

/** More problems than a person reads; the rest is counted. */
const MAXIMUM_PROBLEMS = 500;

export interface ReadDocument {
  /** Null where anything in its form is wrong. */
  readonly document: KenesDocument | null;
  /** What of it can be checked further; null where it could not be read at all. */
  readonly draft: Draft;
  /** All that is wrong, in the order of lines: its form, and what else was found. */
  problems(findings?: readonly Finding[]): Problem[];
}

/**
 * Reads a document of YAML or JSON and checks its form. Bytes have to be UTF-8. Never throws:
 * whatever is wrong comes back as problems, all at once.
 */
export function readDocument(
  file: string,
  content: string | Uint8Array,
  schema: z.ZodType<KenesDocument>,
): ReadDocument {
  const source = decode(content);
  if ('message' in source) return unreadable(file, [{ ...START, message: source.message }]);
  const syntax = parse(source.text);
  if ('mistakes' in syntax) return unreadable(file, syntax.mistakes);
  const { document, draft, findings } = checkForm(syntax.value, schema);
  const problems = (more: readonly Finding[] = []): Problem[] =>
    locate(file, source.text, [...findings, ...more]);
  return { document, draft, problems };
}

function decode(content: string | Uint8Array): { text: string } | { message: string } {
  const bytes = typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength;
  if (bytes > MAXIMUM_DOCUMENT_BYTES) {
    return {
      message: `It has ${mebibytes(bytes)} MiB; at most ${mebibytes(MAXIMUM_DOCUMENT_BYTES)} are read. Split it over several documents.`,
    };
  }
  if (typeof content === 'string') return { text: content };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(content) };
  } catch {
    return { message: 'It is not UTF-8. Save it in that encoding.' };
  }
}

type Syntax = { value: unknown } | { findings: Omit<Problem, 'file'>[] };

function parse(text: string): Syntax {
  // JSON is parsed by the engine's own parser, many times faster; lines are found when needed.
  if (/^\s*\{/.test(text)) {
    try {
      return { value: JSON.parse(text) as unknown };
    } catch {
      // YAML's flow style looks like JSON; and the YAML parser says where the mistake is.
    }
  }
  const lines = new LineCounter();
  const at = (offset: number, message: string): Omit<Problem, 'file'> => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col), path: '', message };
  };
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    if (document.errors.length > 0) {
      return {
        findings: document.errors
          .slice(0, MAXIMUM_PROBLEMS)
          .map((error) => at(error.pos[0], error.message)),
      };
    }
    if (document.contents === null)
      return { findings: [at(0, 'It is empty. A document starts with kenes: 1.')] };
    return { value: document.toJS({ maxAliasCount: 100 }) as unknown };
  } catch (error) {
    const message =
      error instanceof ReferenceError
        ? 'Its aliases stand for more than can be unfolded. Write the values out.'
        : 'It is nested too deeply to be read.';
    return { findings: [at(0, message)] };
  }
}

function unreadable(file: string, message: string): ReadDocument {
  return {
    document: null,
    problems: [{ file, line: 1, column: 1, path: '', message }],
    locate: () => [],
  };
}

function findingsOf(issue: z.core.$ZodIssue): Finding[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  if (issue.code === 'unrecognized_keys' && issue.keys.length > 0) {
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: issue.message.replace(`“${issue.keys[0] ?? ''}”`, `“${key}”`),
    }));
  }
  return [{ path, message: issue.message }];
}

function locateIn(file: string, text: string, findings: readonly Finding[]): Problem[] {
  if (findings.length === 0) return [];
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problems = findings.slice(0, MAXIMUM_PROBLEMS).map(({ path, message }) => {
    const { line, col } = lines.linePos(offsetOf(document, path));
    return {
      file,
      line: Math.max(1, line),
      column: Math.max(1, col),
      path: printPath(path),
      message,
    };
  });
  problems.sort((a, b) => a.line - b.line || a.column - b.column);
  const more = findings.length - problems.length;
  const last = problems.at(-1);
  if (more > 0 && last)
    problems.push({ ...last, path: '', message: `${String(more)} more problems are not listed.` });
  return problems;
}

/** Where the node at a path starts; the nearest parent's start where the path leads nowhere. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function mebibytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(0);
}
