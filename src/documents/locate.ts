import { EVENT_ID, YAMLException, type Event, type ScalarEvent } from 'js-yaml';
import { groupBy } from '../values/group-by.js';
import { locationsOf, START, type Location } from './location.js';
import type { Finding, Path } from './problem.js';
import { partsOfYaml, type YamlPart } from './yaml-parts.js';
import { eventsOf, offsetOfScalar, textOfScalar } from './yaml.js';

/**
 * Returns the locations of findings in a text of YAML or JSON. Where a path leads to nothing, the
 * nearest part above it counts.
 */
export function locate(
  text: string,
  findings: readonly Finding[],
  parts = partsOfYaml(text),
): Location[] {
  if (findings.length === 0) return [];
  try {
    return locationsOf(text, parts ? offsetsInParts(parts, findings) : offsetsIn(text, findings));
  } catch (error) {
    // JSON that is no YAML, such as one with a key of several lines.
    if (!(error instanceof YAMLException)) throw error;
    return findings.map(() => START);
  }
}

/** Parses only the parts that have findings. */
function offsetsInParts(parts: readonly YamlPart[], findings: readonly Finding[]): number[] {
  const ofParts = groupBy(findings, ({ path }) => parts.find((part) => part.has(path)) ?? parts[0]);
  const offsets = new Map<Finding, number>();
  for (const [part, own] of ofParts) {
    if (!part) continue;
    const within = own.map((finding) => ({ ...finding, path: part.pathOf(finding.path) }));
    const found = offsetsIn(part.text, within);
    for (const [index, finding] of own.entries())
      offsets.set(finding, (found[index] ?? 0) + part.shift);
  }
  return findings.map((finding) => offsets.get(finding) ?? 0);
}

function offsetsIn(text: string, findings: readonly Finding[]): number[] {
  const wanted = new Wanted();
  const steps = findings.map(({ path }) => wanted.add(path));
  new PathSearch(text, wanted).run(eventsOf(text));
  return findings.map(({ isKey = false }, index) => {
    const found = steps[index]?.filter(({ offset }) => offset >= 0).at(-1);
    const key = steps[index]?.at(-1)?.keyOffset ?? -1;
    return isKey && key >= 0 ? key : (found?.offset ?? 0);
  });
}

/** A part of a document whose location is wanted, and the wanted parts within it. */
class Wanted {
  readonly parts = new Map<string | number, Wanted>();
  /** -1 until it was found. */
  offset = -1;
  keyOffset = -1;

  /** Adds the parts along a path, and returns all of them, from the document on. */
  add(path: Path): readonly Wanted[] {
    const steps: Wanted[] = [this];
    for (const step of path) {
      const parent = steps.at(-1) ?? this;
      const part = parent.parts.get(step) ?? new Wanted();
      parent.parts.set(step, part);
      steps.push(part);
    }
    return steps;
  }
}

/** A collection whose end has not come yet. */
interface OpenNode {
  /** Undefined where nothing within it is wanted. */
  readonly wanted: Wanted | undefined;
  readonly isMapping: boolean;
  /** The index of the next item of a list. */
  index: number;
  /** The next node of a mapping is the value of this key; null if a key is next. */
  key: string | null;
}

/** Finds the offsets of wanted parts. Of a key that appears twice, the first counts. */
class PathSearch {
  private readonly open: OpenNode[] = [];
  /** The end of the last scalar or alias, and the start of the last collection. */
  private last = 0;

  constructor(
    private readonly text: string,
    private readonly document: Wanted,
  ) {}

  run(events: readonly Event[]): void {
    let documents = 0;
    for (const event of events) {
      if (event.type === EVENT_ID.DOCUMENT && ++documents > 1) return;
      this.take(event);
    }
  }

  private take(event: Event): void {
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        return;
      case EVENT_ID.POP:
        this.open.pop();
        return;
      case EVENT_ID.SCALAR: {
        this.scalar(event);
        return;
      }
      case EVENT_ID.ALIAS:
        if (!this.takeKey('', event.anchorStart - 1)) this.takeValue(event.anchorStart - 1);
        this.last = event.anchorEnd;
        return;
      default: {
        const isMapping = event.type === EVENT_ID.MAPPING;
        const isKey = this.takeKey('', event.start);
        const wanted = isKey ? undefined : this.takeValue(event.start);
        this.open.push({ wanted, isMapping, index: 0, key: null });
        this.last = event.start;
      }
    }
  }

  private scalar(event: ScalarEvent): void {
    const found = offsetOfScalar(this.text, event);
    const offset = found < 0 ? this.offsetOfEmpty() : found;
    const parent = this.open.at(-1);
    const isWanted = parent?.wanted !== undefined && parent.wanted.parts.size > 0;
    const name = isWanted && this.isKeyNext() ? textOfScalar(this.text, event) : '';
    if (!this.takeKey(name, offset)) this.takeValue(offset);
    this.last = Math.max(this.last, event.valueEnd);
  }

  private isKeyNext(): boolean {
    const parent = this.open.at(-1);
    return parent?.isMapping === true && parent.key === null;
  }

  /** Returns false if the node is not a key. */
  private takeKey(name: string, offset: number): boolean {
    const parent = this.open.at(-1);
    if (!parent || !this.isKeyNext()) return false;
    parent.key = name;
    const part = parent.wanted?.parts.get(name);
    if (part && part.keyOffset < 0) part.keyOffset = offset;
    return true;
  }

  /** Returns the wanted part that the node is; undefined if it is none. */
  private takeValue(offset: number): Wanted | undefined {
    const parent = this.open.at(-1);
    const part = parent
      ? parent.wanted?.parts.get(parent.isMapping ? (parent.key ?? '') : parent.index++)
      : this.document;
    if (parent) parent.key = null;
    if (!part || part.offset >= 0) return undefined;
    part.offset = offset;
    return part;
  }

  /** Returns the offset of a value of which nothing is written: behind the `:` or `-` before it. */
  private offsetOfEmpty(): number {
    const before = this.open.at(-1)?.isMapping === true ? EMPTY_VALUE : EMPTY_ITEM;
    before.lastIndex = this.last;
    return before.test(this.text) ? before.lastIndex : this.last;
  }
}

/** What stands between a key and the place of its value. */
const EMPTY_VALUE = /["']?\s*:(?: *(?=[#,\]}]))?/y;

/** What stands between an item and the place of the next one. */
const EMPTY_ITEM = /(?:[^\n]*\n)*?[ \t]*-(?: *(?=#))?/y;
