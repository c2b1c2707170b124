import { limits } from '../limits.js';
import type { Truncation } from '../store/rows.js';
import { KENES_VERSION } from '../version.js';
import { readableDate } from '../wording/readable-date.js';

/** What an export says of itself, in English. */
export interface About {
  readonly title: string;
  /** The address at which it can be had again. */
  readonly address: string;
  /** The day on which it was made, such as `2025-12-10`. */
  readonly exportedOn: string;
  readonly version: string;
  /** The filter, as the query of the address has it; `none` without one. */
  readonly filter: string;
  readonly entityCount: number;
  readonly relationCount: number;
  /** What is missing, and why; `nothing` if it is complete. */
  readonly cut: string;
  /** Which entities are in it. */
  readonly selection: string;
  readonly licence: string;
  readonly citation: string;
}

export interface AboutParts {
  /** The filter, as the query of the address has it; an empty text without one. */
  readonly filter: string;
  /** The names of the entities in the centre; empty without one. */
  readonly centers: readonly string[];
  readonly depth: number;
  /** The name of the one record that is exported; absent unless it is one. */
  readonly record?: string;
  readonly address: string;
  readonly exportedOn: string;
  readonly entityCount: number;
  readonly relationCount: number;
  readonly truncation: Truncation | null;
}

const LICENCE =
  'The documents that Kenes ships are licensed under Apache-2.0; who runs the service decides on others. The sources themselves belong to their publishers, and are cited here, not copied.';

export function aboutExport(parts: AboutParts): About {
  const { address, exportedOn, entityCount, relationCount } = parts;
  const title = titleOf(parts);
  const counts = `${counted(entityCount, 'entity', 'entities')}, ${counted(relationCount, 'relation', 'relations')}`;
  return {
    title,
    address,
    exportedOn,
    version: `Kenes ${KENES_VERSION}`,
    filter: parts.filter || 'none',
    entityCount,
    relationCount,
    cut: cutOf(parts),
    selection: selectionOf(parts),
    licence: LICENCE,
    citation: `Kenes, “${title}” (${counts}), exported on ${readableDate(exportedOn, 'en')} from ${address}. Cite the source of a relation beside it: its evidence names it.`,
  };
}

/** The parts of `About` as lines, for formats that have no fields of their own for them. */
export function aboutLines(about: About): readonly (readonly [name: string, text: string])[] {
  return [
    ['Title', about.title],
    ['Address', about.address],
    ['Exported on', about.exportedOn],
    ['Version', about.version],
    ['Filter', about.filter],
    ['Entities', String(about.entityCount)],
    ['Relations', String(about.relationCount)],
    ['Left out', about.cut],
    ['Selection', about.selection],
    ['Licence', about.licence],
    ['How to cite', about.citation],
  ];
}

function titleOf({ centers, filter, depth, record }: AboutParts): string {
  if (record !== undefined) return record;
  if (centers.length > 0) {
    const steps = `${depth} ${depth === 1 ? 'step' : 'steps'}`;
    return `The surroundings of ${centers.join(', ')}, ${steps} around`;
  }
  return filter !== '' ? 'The part of the graph that matches a filter' : 'The whole graph';
}

function cutOf({ truncation, entityCount }: AboutParts): string {
  switch (truncation) {
    case null:
      return 'nothing';
    case 'LIMIT':
      return `entities further away or with fewer relations than these ${entityCount.toLocaleString('en')}: a network has at most ${limits.networkNodes.value.toLocaleString('en')} entities`;
    case 'EFFORT':
      return 'entities that the search did not reach in its time';
  }
}

function selectionOf({ centers, filter, record }: AboutParts): string {
  if (record !== undefined) return 'One record, and what belongs to it.';
  if (centers.length > 0)
    return 'The entities around the centre, and all relations between them that match the filter.';
  return filter !== ''
    ? 'The relations that match the filter, and the entities at their ends. Entities without such a relation are left out.'
    : 'All entities, also those without a relation, and all relations.';
}

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
