import { limits } from '../limits.js';
import type { Truncation } from '../store/rows.js';
import { KENES_VERSION } from '../version.js';
import type { Language } from '../vocabulary/languages.js';
import { readableDate } from '../wording/readable-date.js';
import { aboutNames, aboutTexts } from './about-texts.js';

/** What an export says of itself, in the language of its labels. */
export interface About {
  readonly title: string;
  /** The address at which it can be had again. */
  readonly address: string;
  /** The day on which it was made, such as `2025-12-10`. */
  readonly exportedOn: string;
  readonly version: string;
  /** The filter, as the query of the address has it; `none`, in the language, without one. */
  readonly filter: string;
  readonly entityCount: number;
  readonly relationCount: number;
  /** What is missing, and why; `nothing`, in the language, if it is complete. */
  readonly cut: string;
  /** Which entities are in it. */
  readonly selection: string;
  readonly licence: string;
  readonly citation: string;
}

export interface AboutParts {
  readonly language: Language;
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

export function aboutExport(parts: AboutParts): About {
  const { address, exportedOn, entityCount, relationCount, language } = parts;
  const texts = aboutTexts[language];
  const title = titleOf(parts);
  return {
    title,
    address,
    exportedOn,
    version: `Kenes ${KENES_VERSION}`,
    filter: parts.filter || texts.noFilter,
    entityCount,
    relationCount,
    cut: cutOf(parts),
    selection: selectionOf(parts),
    licence: texts.licence,
    citation: texts.citation({
      title,
      counts: texts.counts(entityCount, relationCount),
      day: readableDate(exportedOn, language),
      address,
    }),
  };
}

/**
 * The parts of `About` as lines, for formats that have no fields of their own for them. Their names are
 * English for programs, whatever the language of the export; only files for people have them in it.
 */
export function aboutLines(
  about: About,
  language: Language = 'en',
): readonly (readonly [name: string, text: string])[] {
  const { names } = aboutTexts[language];
  return aboutNames.map((name) => [names[name], String(about[name])]);
}

function titleOf({ centers, filter, depth, record, language }: AboutParts): string {
  const texts = aboutTexts[language];
  if (record !== undefined) return record;
  if (centers.length > 0) return texts.around(centers.join(', '), depth);
  return filter !== '' ? texts.filtered : texts.whole;
}

function cutOf({ truncation, entityCount, language }: AboutParts): string {
  const texts = aboutTexts[language];
  const printed = (number: number): string => number.toLocaleString(language);
  switch (truncation) {
    case null:
      return texts.complete;
    case 'LIMIT':
      return texts.beyond(printed(entityCount), printed(limits.networkNodes.value));
    case 'EFFORT':
      return texts.unreached;
  }
}

function selectionOf({ centers, filter, record, language }: AboutParts): string {
  const texts = aboutTexts[language];
  if (record !== undefined) return texts.ofRecord;
  if (centers.length > 0) return texts.ofCenter;
  return filter !== '' ? texts.ofFilter : texts.ofAll;
}
