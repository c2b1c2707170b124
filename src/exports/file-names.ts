import type { Format } from './format.js';
import type { Center } from './read-graph.js';

export interface FileNames {
  /** In ASCII, without a character that needs quoting. */
  readonly ascii: string;
  /** With the names of what is in the centre, for file systems that have all letters. */
  readonly readable: string;
}

/** Longer names are cut: with the ending, systems have room for 255 bytes, and letters have two. */
const LONGEST = 80;

/** What file systems refuse, and what shows a name otherwise than it is. */
const NOT_IN_NAMES = /[\p{C}\p{Zl}\p{Zp}"*/:<>?\\|]+/gu;

/** Returns the names of the file of an export: after the entities in its centre, or `graph`. */
export function fileNames({ name }: Pick<Format, 'name'>, centers: readonly Center[]): FileNames {
  const slugs = centers.map(({ slug }) => slug).join('-') || 'graph';
  const labels = centers.map(({ label }) => label).join(', ') || 'graph';
  const readable = [...labels.replace(NOT_IN_NAMES, ' ').trim()].slice(0, LONGEST).join('');
  return {
    ascii: `kenes-${slugs.slice(0, LONGEST)}.${name}`,
    readable: `Kenes ${readable.trim()}.${name}`,
  };
}
