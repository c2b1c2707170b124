import {
  CORE_SCHEMA,
  EVENT_ID,
  SCALAR_STYLE,
  YAMLException,
  constructFromEvents,
  getScalarValue,
  parseEvents,
  type Event,
  type ScalarEvent,
} from 'js-yaml';
import { limits } from '../limits.js';
import { quoted } from '../values/shown-input.js';
import { isMapping } from './schema-forms.js';
import { unquotedText } from './unquoted-text.js';
import { partsOfYaml, type YamlPart } from './yaml-parts.js';

/**
 * A problem because of which a text cannot be parsed, or would be parsed with another meaning. The
 * offset counts UTF-16 code units.
 */
export interface SyntaxMistake {
  readonly offset: number;
  readonly message: string;
}

export interface Syntax {
  readonly mistakes: readonly SyntaxMistake[];
  /** Absent if the text could not be parsed. */
  readonly value?: unknown;
  /** The offsets of the entries of each list at the top, by its key. */
  readonly entries?: EntryOffsets;
}

export type EntryOffsets = ReadonlyMap<string, readonly number[]>;

/** The depth of an entry: the document, its mapping and a list are around it. */
const ENTRY_DEPTH = 3;

const TOO_DEEP = `The document is nested more than ${limits.documentNesting.value} levels deep.`;
const EMPTY = 'The document is empty. It must start with `kenes: 1`.';
const LONG_ALIASES = 'The aliases of the document unfold to too many values. Write the values out.';
const TAB = 'A tab cannot stand here. Use spaces.';
const ESCAPE =
  'Unknown escape sequence. In double quotes a backslash is written twice; in single quotes it stands for itself.';
const UNFINISHED =
  'What is before this line is not finished: a quotation mark or a bracket is not closed, or a text goes on in a line that is not indented.';
const INDENTATION =
  'This is not indented as what belongs with it: the entries of a list begin in one column, and so do the keys of an entry.';
const NO_VALUE =
  'The line before this one is not finished: behind a key stand a colon and a blank, as in `from: jane-doe`.';
const NO_COLON =
  'Behind a key stands a colon. If this is the value of the key before it, indent it further.';
const SECOND_DOCUMENT = 'A second document starts here. Put each into a file of its own.';

/** The parser counts some levels twice. `EventCheck` counts them exactly. */
const PARSED_LEVELS = limits.documentNesting.value + 2;

/** Parses a text of YAML 1.2 with the core schema, which has no dates and no merge keys. */
export function parseYaml(text: string, parts = partsOfYaml(text)): Syntax {
  return (parts && parseParts(parts)) ?? parseWhole(text);
}

/**
 * Parses a document part by part. Returns null if it has a mistake, which is told of the whole text,
 * or aliases, which may be of another part.
 */
function parseParts(parts: readonly YamlPart[]): Syntax | null {
  const value = new Map<string, unknown>();
  const entries = new Map<string, number[]>();
  for (const { text, shift } of parts) {
    const part = parseWhole(text);
    if (part.mistakes.length > 0 || part.hasAliases === true || !isMapping(part.value)) return null;
    for (const [key, own] of Object.entries(part.value)) {
      const before = value.get(key);
      if (Array.isArray(before) && Array.isArray(own)) for (const entry of own) before.push(entry);
      else value.set(key, own);
    }
    for (const [key, own] of part.entries ?? []) {
      const offsets = entries.get(key) ?? [];
      entries.set(key, offsets);
      for (const offset of own) offsets.push(offset + shift);
    }
  }
  return { value: Object.fromEntries(value), mistakes: [], entries };
}

function parseWhole(text: string): Syntax & { readonly hasAliases?: boolean } {
  try {
    const events = eventsOf(text);
    if (events.length === 0) return { mistakes: [{ offset: 0, message: EMPTY }] };
    const { errors, duplicates, entries, hasAliases } = new EventCheck(text).run(events);
    if (errors.length > 0) return { mistakes: errors };
    const options = { source: text, schema: CORE_SCHEMA, json: true };
    const [value = null] = constructFromEvents(events, options);
    return { value, mistakes: duplicates, entries, hasAliases };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { mistakes: [mistakeOf(error, text)] };
  }
}

/** @throws YAMLException if the text is not YAML. */
export function eventsOf(text: string): Event[] {
  return parseEvents(text, { maxDepth: PARSED_LEVELS });
}

function mistakeOf({ reason, mark }: YAMLException, text: string): SyntaxMistake {
  const offset = mark?.position ?? 0;
  const unquoted = unquotedText(text, offset, reason);
  if (unquoted) return unquoted;
  return {
    offset,
    message: messageOf(reason, text.slice(text.lastIndexOf('\n', offset) + 1, offset)),
  };
}

/** What the parser says, by how it begins, and what it means to who wrote the document. */
const messages: readonly (readonly [string, string])[] = [
  ['nesting exceeded', TOO_DEEP],
  ['deficient indentation', UNFINISHED],
  ['unknown escape sequence', ESCAPE],
  ['tab characters must not be used in indentation', TAB],
  ['bad indentation of a', INDENTATION],
  ['can not read a block mapping entry', NO_VALUE],
  ["expected ':' after a mapping key", NO_COLON],
];

/** @param before the line of the mistake up to it. */
function messageOf(reason: string, before: string): string {
  if (reason === 'deficient indentation' && before.includes('\t')) return TAB;
  const known = messages.find(([start]) => reason.startsWith(start))?.[1];
  if (known !== undefined) return known;
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
}

/** A node whose end has not come yet. */
interface OpenNode {
  /** The keys of a mapping so far; null for a list or a document. */
  readonly keys: Set<string> | null;
  readonly anchor: string;
  /** The length of its text so far, with the values of aliases written out. */
  length: number;
  /** True if the next node in a mapping is a key. */
  isKeyNext: boolean;
}

/** What an alias stands for. The length is null while the node is open. */
interface Anchored {
  length: number | null;
  readonly text: string;
}

/**
 * Finds what the parser allows and Kenes does not: unknown aliases, aliases that unfold to too
 * much, keys that appear twice, deep nesting and a second document.
 */
class EventCheck {
  readonly errors: SyntaxMistake[] = [];
  readonly duplicates: SyntaxMistake[] = [];
  readonly entries = new Map<string, number[]>();
  /** The key of the list at the top that is open. */
  private section = '';
  private readonly open: OpenNode[] = [];
  private readonly anchors = new Map<string, Anchored>();
  private documents = 0;
  /** The length of the text that all aliases stand for. */
  private unfolded = 0;
  /** The end of the last scalar or alias. */
  private lastEnd = 0;

  constructor(private readonly text: string) {}

  get hasAliases(): boolean {
    return this.unfolded > 0;
  }

  run(events: readonly Event[]): this {
    for (const event of events) {
      if (!this.take(event)) break;
    }
    return this;
  }

  /** Returns false if the rest need not be looked at. */
  private take(event: Event): boolean {
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        return this.document();
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE:
        return this.collection(event);
      case EVENT_ID.SCALAR:
        this.scalar(event);
        return true;
      case EVENT_ID.ALIAS:
        return this.alias(event);
      case EVENT_ID.POP:
        this.close();
        return true;
    }
  }

  private document(): boolean {
    this.documents += 1;
    this.push('', null);
    if (this.documents === 1) return true;
    const rest = this.text.slice(this.lastEnd);
    return this.fail(this.lastEnd + Math.max(0, rest.search(/^---/m)), SECOND_DOCUMENT);
  }

  private collection(event: Event & { type: 2 | 3 }): boolean {
    if (this.open.length > limits.documentNesting.value) return this.fail(event.start, TOO_DEEP);
    this.entry(event.start);
    const anchor = this.text.slice(event.anchorStart, event.anchorEnd);
    this.takeTurn();
    this.push(anchor, event.type === EVENT_ID.MAPPING ? new Set() : null);
    if (anchor !== '') this.anchors.set(anchor, { length: null, text: '' });
    return true;
  }

  private scalar(event: ScalarEvent): void {
    this.entry(Math.max(0, event.valueStart));
    const length = 1 + Math.max(0, event.valueEnd - event.valueStart);
    this.lastEnd = Math.max(this.lastEnd, event.valueEnd);
    const anchor = this.text.slice(event.anchorStart, event.anchorEnd);
    if (anchor !== '') this.anchors.set(anchor, { length, text: textOfScalar(this.text, event) });
    if (this.takeTurn()) this.key(textOfScalar(this.text, event), offsetOfScalar(this.text, event));
    this.add(length);
  }

  private alias({ anchorStart, anchorEnd }: Event & { type: 5 }): boolean {
    const name = this.text.slice(anchorStart, anchorEnd);
    const offset = anchorStart - 1;
    this.entry(offset);
    this.lastEnd = anchorEnd;
    const isKey = this.takeTurn();
    const anchored = this.anchors.get(name);
    if (!anchored) {
      this.errors.push({
        offset,
        message: `Unknown alias ${quoted(`*${name}`)}: nothing before it is marked with “&”. If this is a text, put the whole text in quotes.`,
      });
      return true;
    }
    const { length, text } = anchored;
    if (length === null) return this.fail(offset, LONG_ALIASES);
    if (isKey) this.key(text, offset);
    this.add(length);
    this.unfolded += length;
    return this.unfolded <= limits.documentAliases.value || this.fail(offset, LONG_ALIASES);
  }

  /** Remembers the offset of a node that is an entry. */
  private entry(offset: number): void {
    if (this.open.length !== ENTRY_DEPTH || this.open.at(-1)?.keys) return;
    const offsets = this.entries.get(this.section);
    if (offsets) offsets.push(offset);
    else this.entries.set(this.section, [offset]);
  }

  private key(name: string, offset: number): void {
    if (this.open.length === ENTRY_DEPTH - 1) this.section = name;
    const keys = this.open.at(-1)?.keys;
    if (keys?.has(name)) {
      this.duplicates.push({
        offset,
        message: `The key ${quoted(name)} appears twice. Write it once.`,
      });
    }
    keys?.add(name);
  }

  private push(anchor: string, keys: Set<string> | null): void {
    this.open.push({ keys, anchor, length: 1, isKeyNext: keys !== null });
  }

  private close(): void {
    const node = this.open.pop();
    if (!node) return;
    const anchored = this.anchors.get(node.anchor);
    if (anchored) anchored.length = node.length;
    this.add(node.length);
  }

  /** Counts a node within the open one. Returns whether it is a key. */
  private takeTurn(): boolean {
    const parent = this.open.at(-1);
    if (!parent?.keys) return false;
    parent.isKeyNext = !parent.isKeyNext;
    return !parent.isKeyNext;
  }

  private add(length: number): void {
    const parent = this.open.at(-1);
    if (parent) parent.length += length;
  }

  private fail(offset: number, message: string): false {
    this.errors.push({ offset, message });
    return false;
  }
}

/** Returns the text of a scalar, without quotation marks, escapes and folds. */
export function textOfScalar(text: string, event: ScalarEvent): string {
  return event.valueStart < 0 ? '' : getScalarValue(text, event);
}

/** Returns the offset of a scalar, at its quotation mark or its `|`; -1 if it is empty. */
export function offsetOfScalar(text: string, { style, valueStart }: ScalarEvent): number {
  if (valueStart < 0) return -1;
  switch (style) {
    case SCALAR_STYLE.SINGLE_QUOTED:
    case SCALAR_STYLE.DOUBLE_QUOTED:
      return valueStart - 1;
    case SCALAR_STYLE.LITERAL_BLOCK:
    case SCALAR_STYLE.FOLDED_BLOCK: {
      const lineStart = text.lastIndexOf('\n', valueStart - 2) + 1;
      const header = text.slice(lineStart, valueStart - 1);
      return lineStart + Math.max(0, header.search(/[|>][-+\d]*([ \t]+#.*)?[ \t]*\r?$/));
    }
    default:
      return valueStart;
  }
}
