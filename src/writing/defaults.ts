import type { Defaults, Entry, RelationEntry } from './entries.js';

/** Prints the defaults of a document as the store keeps them: as JSON, or null if it has none. */
export function printDefaults({ evidence }: Defaults): string | null {
  return evidence === undefined ? null : JSON.stringify({ evidence });
}

/** Parses the defaults of a document as the store keeps them. */
export function parseDefaults(text: string | null): Defaults {
  return text === null ? {} : (JSON.parse(text) as Defaults);
}

/** Returns whether a relation has the default evidence of its document. */
export function takesDefaultEvidence(entry: Entry): boolean {
  const { evidence = [] } = entry as Pick<RelationEntry, 'evidence'>;
  return evidence.length === 0;
}
