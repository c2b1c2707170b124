import {
  Composer,
  Lexer,
  LineCounter,
  Parser,
  isMap,
  isNode,
  isScalar,
  visit,
  type Document,
} from 'yaml';
import { limits } from '../limits.js';
import { quoted } from '../values/shown-input.js';
import type { ReadDocument } from './document-file.js';
import { checkForm } from './draft.js';
import type { DocumentSchema } from './format.js';
import { printPath, type Finding, type Path, type Problem } from './problem.js';

const START = { line: 1, column: 1, path: '' };
const EMPTY = 'The document is empty. It must start with `kenes: 1`.';
const TOO_DEEP = `The document is nested more than ${limits.documentNesting.value} levels deep.`;
const TOO_MANY_ALIASES =
  'The aliases of the document unfold to too many values. Write the values out.';
const SECOND_DOCUMENT = 'A second document starts here. Put each into a file of its own.';

/**
 * A problem because of which a document cannot be parsed, or would be parsed with another meaning.
 */
type Mistake = Omit<Problem, 'file'>;

interface Syntax {
  readonly mistakes: readonly Mistake[];
  /** Absent if the text could not be parsed. */
  readonly value?: unknown;
}

/** Reads a document of YAML or JSON. Bytes must be UTF-8. */
export function readDocument(
  file: string,
  content: string | Uint8Array,
  schema: DocumentSchema,
): ReadDocument {
  const source = decode(content);
  if ('message' in source) return unreadable(file, [{ ...START, message: source.message }]);
  const syntax = parse(source.text);
  if (!('value' in syntax)) return unreadable(file, syntax.mistakes);
  const { document, draft, findings } = checkForm(syntax.value, schema);
  return {
    document: syntax.mistakes.length > 0 ? null : document,
    draft,
    problems: (more = []) => problemsOf(file, syntax.mistakes, source.text, [...findings, ...more]),
  };
}

function unreadable(file: string, mistakes: readonly Mistake[]): ReadDocument {
  return { document: null, draft: null, problems: () => problemsOf(file, mistakes, '', []) };
}

function decode(content: string | Uint8Array): { text: string } | { message: string } {
  const bytes = typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength;
  const limit = limits.documentBytes.value;
  if (bytes > limit) {
    return {
      message: `The document must have at most ${mebibytes(limit)} MiB (got ${mebibytes(bytes)}). Split it over several.`,
    };
  }
  try {
    const text =
      typeof content === 'string'
        ? content
        : new TextDecoder('utf-8', { fatal: true }).decode(content);
    if (text.trim() === '') return { message: EMPTY };
    // English text in UTF-16 has a NUL byte beside every letter.
    if (!text.includes('\0')) return { text };
  } catch {
    // The message is below.
  }
  return { message: 'The document is not UTF-8. Save it in that encoding.' };
}

function parse(text: string): Syntax {
  // JSON.parse is many times faster than the YAML parser. Line numbers are only computed for
  // problems.
  if (/^\s*\{/.test(text)) {
    try {
      const value = JSON.parse(text) as unknown;
      if (isPlainJson(text)) return { value, mistakes: [] };
    } catch {
      // The text may be YAML's flow style, and the YAML parser reports the locations of mistakes.
    }
  }
  try {
    return parseYaml(text);
  } catch (error) {
    if (!(error instanceof NestedTooDeeply)) throw error;
    return { mistakes: [{ ...error.location, path: '', message: TOO_DEEP }] };
  }
}

/**
 * Returns whether JSON.parse reads valid JSON as Kenes does: no object has a key twice, of which
 * JSON.parse would use the last, and nothing nests too deeply.
 */
function isPlainJson(json: string): boolean {
  const open: (Set<string> | null)[] = [];
  for (const [token, colon] of json.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/gs)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (colon !== undefined) {
      const keys = open.at(-1);
      if (keys?.has(token)) return false;
      keys?.add(token);
    }
    if (open.length > limits.documentNesting.value) return false;
  }
  return true;
}

function parseYaml(text: string): Syntax {
  const { document, second, lines } = yamlOf(text);
  const at = (offset: number | undefined, message: string): Mistake => ({
    ...locationOf(lines, offset ?? 0),
    path: '',
    message,
  });
  const mistakes = document.errors.map(({ message, pos }) => at(pos[0], `${message}.`));
  if (second) mistakes.push(at(second.range[0], SECOND_DOCUMENT));
  if (mistakes.length > 0) return { mistakes };
  if (document.contents === null) return { mistakes: [{ ...START, message: EMPTY }] };
  const unmarked: Mistake[] = [];
  const twice: Mistake[] = [];
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document)) return;
      unmarked.push(
        at(
          alias.range?.[0],
          `Unknown alias ${quoted(`*${alias.source}`)}: nothing before it is marked with “&”.`,
        ),
      );
    },
    Map: (_, { items }) => {
      const keys = new Set<string>();
      for (const { key } of items) {
        const name = String(key);
        if (isNode(key) && keys.has(name))
          twice.push(at(key.range?.[0], `The key ${quoted(name)} appears twice. Write it once.`));
        keys.add(name);
      }
    },
  });
  if (unmarked.length > 0) return { mistakes: unmarked };
  try {
    return {
      value: document.toJS({ maxAliasCount: limits.documentAliases.value }) as unknown,
      mistakes: twice,
    };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return { mistakes: [{ ...START, message: TOO_MANY_ALIASES }] };
  }
}

interface Yaml {
  readonly document: Document.Parsed;
  /** The document that follows in the same text, if any. */
  readonly second: Document.Parsed | undefined;
  readonly lines: LineCounter;
}

/**
 * Parses YAML.
 * @throws NestedTooDeeply before code that walks the whole tree would overflow the stack.
 */
function yamlOf(text: string): Yaml {
  const lines = new LineCounter();
  const composer = new Composer({
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
    // The composer would compare each key with every other one. `parseYaml` finds duplicates.
    uniqueKeys: false,
  });
  const documents = composer.compose(tokensOf(text, lines), true, text.length);
  const [document, second] = documents as Iterable<Document.Parsed>;
  if (!document) throw new Error('A text has a document, even where it is empty.');
  return { document, second, lines };
}

/** Yields the tokens of a text. The parser keeps the open collections on its own stack. */
function* tokensOf(text: string, lines: LineCounter) {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > limits.documentNesting.value)
      throw new NestedTooDeeply(locationOf(lines, parser.offset));
  }
  yield* parser.end();
}

class NestedTooDeeply extends Error {
  constructor(readonly location: { readonly line: number; readonly column: number }) {
    super(TOO_DEEP);
  }
}

function problemsOf(
  file: string,
  mistakes: readonly Mistake[],
  text: string,
  findings: readonly Finding[],
): Problem[] {
  const problems = [
    ...mistakes.map((mistake) => ({ file, ...mistake })),
    ...locate(file, text, findings.slice(0, limits.documentProblems.value)),
  ].slice(0, limits.documentProblems.value);
  problems.sort((a, b) => a.line - b.line || a.column - b.column);
  const more = mistakes.length + findings.length - problems.length;
  const last = problems.at(-1);
  if (more > 0 && last)
    problems.push({
      ...last,
      path: '',
      message: `${more.toLocaleString('en')} more problems are not listed.`,
    });
  return problems;
}

function locate(file: string, text: string, findings: readonly Finding[]): Problem[] {
  if (findings.length === 0) return [];
  const { document, lines } = yamlOf(text);
  return findings.map(({ path, isKey = false, message }) => ({
    file,
    ...locationOf(lines, isKey ? offsetOfKey(document, path) : offsetOf(document, path)),
    path: printPath(path),
    message,
  }));
}

function locationOf(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

/** Returns the offset of the node at a path, or of its nearest parent if there is no such node. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function offsetOfKey(document: Document, path: Path): number {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const keys = isMap(parent) ? parent.items.map((pair) => pair.key) : [];
  const key = keys.find((node) => isScalar(node) && String(node.value) === path.at(-1));
  return isNode(key) && key.range ? key.range[0] : offsetOf(document, path);
}

function mebibytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(0);
}
