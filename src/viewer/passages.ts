import type { Ask } from './ask.js';
import { Passages, type PassagesQuery } from './queries.js';

type Evidence = NonNullable<PassagesQuery['source']>['evidence']['nodes'][number];

/** A passage of a source, and the evidence that it is. */
export interface Passage {
  /** Null for what was seen without its position in the text. */
  readonly selector: Evidence['selector'];
  /** The ids of its evidence. */
  readonly ids: readonly string[];
}

export interface ReadPassages {
  /** In the order of the text; what has no position comes last. */
  readonly passages: readonly Passage[];
  readonly evidenceCount: number;
  /** Where the rest of a very long source begins; null if all of it was read. */
  readonly rest: string | null;
}

/** The number of pieces of evidence that are read for one page, in steps of a hundred. */
const MOST_EVIDENCE = 1_000;

/** Reads the passages of a source, from a cursor on. */
export async function readPassages(
  slug: string,
  after: string | null,
  ask: Ask,
): Promise<ReadPassages> {
  const all: Evidence[] = [];
  let rest = after;
  do {
    const { source } = await ask(Passages, { slug, after: rest });
    if (!source) break;
    all.push(...source.evidence.nodes);
    const { hasNextPage, endCursor } = source.evidence.pageInfo;
    rest = hasNextPage ? endCursor : null;
  } while (rest !== null && all.length < MOST_EVIDENCE);
  return { passages: passagesOf(all), evidenceCount: all.length, rest };
}

function passagesOf(all: readonly Evidence[]): Passage[] {
  const byPosition = new Map<string, { selector: Evidence['selector']; ids: string[] }>();
  for (const { id, selector } of all) {
    const position = selector ? `${selector.start}-${selector.end}` : '';
    const known = byPosition.get(position);
    if (known) known.ids.push(id);
    else byPosition.set(position, { selector, ids: [id] });
  }
  return [...byPosition.values()].sort(
    (one, other) => place(one).start - place(other).start || place(one).end - place(other).end,
  );
}

function place({ selector }: Passage): { readonly start: number; readonly end: number } {
  return selector ?? { start: Infinity, end: 0 };
}
