import { limits } from '../limits.js';
import type { KenesDocument } from './format.js';

/** A document as it is written to a file. */
export interface PrintedDocument {
  readonly slug: string;
  readonly text: string;
}

/** How documents are printed, and how large one may be. */
export interface Printing {
  readonly print: (document: KenesDocument) => string;
  readonly maximumBytes: number;
  /** Returns whether a document of the store has the slug. */
  readonly isTaken: (slug: string) => boolean;
}

/** Room for the longer slug of a part. */
const SLUG_BYTES = 100;

/**
 * Prints a document. One that is larger than a file may be is divided: its parts are documents with
 * slugs of their own, of which one has each entry, so that together they give the same graph.
 */
export function printParts(
  document: KenesDocument & { readonly document: string },
  { print, maximumBytes, isTaken }: Printing,
): readonly PrintedDocument[] {
  const { document: slug } = document;
  const whole = printed(document, print);
  const isWithin = (text: string | null, maximum: number): text is string =>
    text !== null && Buffer.byteLength(text) <= maximum;
  if (isWithin(whole, maximumBytes)) return [{ slug, text: whole }];
  // A single entry cannot be divided: the import says that it is too large.
  const divide = (part: KenesDocument): readonly KenesDocument[] =>
    isWithin(printed(part, print), maximumBytes - SLUG_BYTES)
      ? [part]
      : (halvesOf(part)?.flatMap(divide) ?? [part]);
  const nextSlug = partSlugs(slug, isTaken);
  return divide(document).map((part) => {
    const own = nextSlug();
    return { slug: own, text: print({ ...part, document: own }) };
  });
}

/** Returns a function that returns a slug for the next part of a document. */
function partSlugs(slug: string, isTaken: (slug: string) => boolean): () => string {
  let number = 0;
  return () => {
    for (;;) {
      const ending = `-part-${++number}`;
      const start = slug.slice(0, limits.slugLength.value - ending.length).replace(/-$/, '');
      if (!isTaken(start + ending)) return start + ending;
    }
  };
}

/** Returns null if the text were longer than a text can be. */
function printed(document: KenesDocument, print: Printing['print']): string | null {
  try {
    return print(document);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Returns null if the document has only one entry. */
function halvesOf(document: KenesDocument): KenesDocument[] | null {
  const { sources = [], entities = [], relations = [], ...head } = document;
  const all = sources.length + entities.length + relations.length;
  if (all < 2) return null;
  const middle = Math.ceil(all / 2);
  return [
    [0, middle],
    [middle, all],
  ].map(([start = 0, end = all]) => {
    const within = <T>(list: readonly T[], before: number): readonly T[] =>
      list.slice(Math.max(0, start - before), Math.max(0, end - before));
    const lists = {
      sources: within(sources, 0),
      entities: within(entities, sources.length),
      relations: within(relations, sources.length + entities.length),
    };
    const filled = Object.entries(lists).filter(([, list]) => list.length > 0);
    return { ...head, ...Object.fromEntries(filled) };
  });
}
