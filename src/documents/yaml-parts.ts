import type { Path } from './problem.js';

/**
 * The parser holds some fifteen bytes for each byte of a text, so a large one is parsed in parts.
 * Smaller parts would take less memory and more time.
 */
const PART_LENGTH = 4_000_000;

/**
 * Divides a large document in block style at the keys at its top and at the entries of its lists.
 * Nothing is open there, since YAML indents what is within an entry further than the entry. Returns
 * null for a document that is smaller, or not written so.
 */
export function partsOfYaml(text: string, partLength = PART_LENGTH): readonly YamlPart[] | null {
  if (text.length <= partLength || OTHER_LINE_END.test(text)) return null;
  return new Division(text, partLength).parts();
}

/** A stretch of a document that is a document by itself: some of its keys, or entries of one list. */
export class YamlPart {
  constructor(
    private readonly whole: string,
    private readonly start: number,
    private readonly end: number,
    private readonly keys: readonly string[],
    /** The index of its first entry, and the one after its last. */
    private readonly entries: { readonly from: number; readonly to: number },
  ) {}

  /** It is made anew each time, so that only one part is in memory. */
  get text(): string {
    return this.head + this.whole.slice(this.start, this.end);
  }

  /** What is added to an offset in the text of the part for that in the whole document. */
  get shift(): number {
    return this.start - this.head.length;
  }

  /** Returns whether a path from the whole document leads into the part. */
  has([key = '', index]: Path): boolean {
    const { to } = this.entries;
    return this.keys.includes(String(key)) && (typeof index !== 'number' || index < to);
  }

  /** Returns the path within the part for one within the whole document. */
  pathOf(path: Path): Path {
    return path.map((step, at) =>
      at === 1 && typeof step === 'number' ? step - this.entries.from : step,
    );
  }

  /** The key of the list whose entries go on in the part. */
  private get head(): string {
    return this.entries.from > 0 ? `${this.keys.join('')}:\n` : '';
  }
}

/** Where a line may end in YAML, too. */
const OTHER_LINE_END = /\r(?!\n)/;

/** A key at the top, as documents have them. */
const KEY = /([a-z]+):(?=[ \r\n]|$)/y;

/** The key of a list in block style, up to the dash of its first entry. */
const LIST = /[a-z]+:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*( *-)(?=[ \r\n]|$)/y;

/** A part whose end is not known yet. */
interface Start {
  readonly start: number;
  readonly keys: string[];
  readonly from: number;
  to: number;
}

class Division {
  private readonly starts: Start[] = [];
  private readonly keys = new Set<string>();
  /** What each entry of the open list begins with; null outside of lists. */
  private dash: string | null = null;

  constructor(
    private readonly text: string,
    private readonly partLength: number,
  ) {}

  parts(): readonly YamlPart[] | null {
    for (let start = 0; start < this.text.length; start = this.nextLine(start)) {
      if (!this.takeLine(start)) return null;
    }
    return this.starts.map(({ start, keys, from, to }, index) => {
      const end = this.starts[index + 1]?.start ?? this.text.length;
      return new YamlPart(this.text, index === 0 ? 0 : start, end, keys, { from, to });
    });
  }

  private nextLine(start: number): number {
    const end = this.text.indexOf('\n', start);
    return end < 0 ? this.text.length : end + 1;
  }

  /** Returns false if the document cannot be divided. */
  private takeLine(start: number): boolean {
    if (this.dash !== null && this.isDash(this.dash, start)) {
      this.takeEntry(start);
      return true;
    }
    const isWithin = /[\s#]/.test(this.text.charAt(start)) || this.isDash('-', start);
    return isWithin || this.takeKey(start);
  }

  private isDash(dash: string, start: number): boolean {
    return this.text.startsWith(dash, start) && /^\s?$/.test(this.text.charAt(start + dash.length));
  }

  private takeEntry(start: number): void {
    const part = this.starts.at(-1);
    if (!part) return;
    if (start - part.start < this.partLength || part.to === part.from) part.to += 1;
    else this.starts.push({ start, keys: part.keys, from: part.to, to: part.to + 1 });
  }

  private takeKey(start: number): boolean {
    const key = matchAt(KEY, this.text, start);
    if (key === undefined || this.keys.has(key)) return false;
    this.keys.add(key);
    const dash = matchAt(LIST, this.text, start) ?? null;
    const part = this.starts.at(-1);
    if (part && dash === null && this.dash === null) part.keys.push(key);
    else this.starts.push({ start, keys: [key], from: 0, to: dash === null ? Infinity : 0 });
    this.dash = dash;
    return true;
  }
}

/** Returns the first group of a match at an offset; undefined if there is none. */
function matchAt(pattern: RegExp, text: string, offset: number): string | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[1];
}
