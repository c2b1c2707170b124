import { limits } from '../limits.js';

/** A text that YAML takes apart because it has no quotation marks around it. */
interface UnquotedText {
  /** The start of the text. */
  readonly offset: number;
  readonly message: string;
}

/** The messages of the parsers about what follows such a text, or begins it. */
const inFlow = 'missed comma between flow collection entries';
const inBlock = [
  'bad indentation of a mapping entry',
  'end of the stream or a document separator is expected',
  'name of an anchor node must contain at least one character',
  'a line break is expected',
];

/**
 * Returns the text that needs quotation marks, if that is why a text could not be parsed; else null.
 * @param reason what the parser says of the mistake at the offset.
 */
export function unquotedText(text: string, offset: number, reason: string): UnquotedText | null {
  const isFlow = reason === inFlow;
  if (!isFlow && !inBlock.includes(reason)) return null;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  const line = text.slice(lineStart, end < 0 ? undefined : end).trimEnd();
  const start = startOfValue(line, offset - lineStart, isFlow);
  if (start === null) return null;
  const rest = line.slice(start);
  const value = isFlow ? untilSeparator(rest, offset - lineStart - start) : rest;
  const message = messageFor(value, isFlow);
  return message === null ? null : { offset: lineStart + start, message };
}

/** Returns where the value starts in which the mistake is; null if none does before it. */
function startOfValue(line: string, mistake: number, isFlow: boolean): number | null {
  let start = /^\s*(?:- +)*/.exec(line)?.[0].length ?? 0;
  let isValue = /-\s+$/.test(line.slice(0, start));
  let isList = false;
  const token = /(?<=^|[\s{[,:])(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')|[{[,]|:\s+/g;
  for (const { 0: found, index } of line.matchAll(token)) {
    const isColon = found.startsWith(':');
    if (index >= mistake) break;
    if (isFlow && /^[{[,]$/.test(found)) {
      if (found !== ',') isList = found === '[';
      start = index + 1 + (/^\s*/.exec(line.slice(index + 1))?.[0].length ?? 0);
      isValue = isList;
    } else if (isColon && !isValue) {
      start = index + found.length;
      isValue = true;
    }
  }
  return isValue && start <= mistake ? start : null;
}

/** Returns the start of a text up to what ends a value between brackets, behind the mistake. */
function untilSeparator(text: string, mistake: number): string {
  const end = text.slice(mistake).search(/[,}\]]/);
  return (end < 0 ? text : text.slice(0, mistake + end)).trimEnd();
}

function messageFor(value: string, isFlow: boolean): string | null {
  if (value === '') return null;
  if (/^[{[]/.test(value))
    return 'Nothing can stand here behind a closing bracket. If all of it is a text, put the whole text in quotes.';
  const comma =
    isFlow && /:\s/.test(value) ? ' If another key begins within it, a comma is missing.' : '';
  return `YAML takes this text apart. Put the whole text in quotes${exampleOf(value)}.${comma}`;
}

function exampleOf(value: string): string {
  if (value.length > limits.shownInput.value) return '';
  // In 'Jane O'Doe', the quotation marks around the text are no part of it.
  const isAround = /^'[^']*'[^']*'$|^"[^"]*"[^"]*"$/.test(value);
  const text = isAround ? value.slice(1, -1) : value;
  const quotes = /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
  return `: ${quotes}`;
}
