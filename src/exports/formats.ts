import { badInput, type KenesError } from '../errors.js';
import { nearestName } from '../values/nearest-name.js';
import { quoted } from '../values/shown-input.js';
import type { Format } from './format.js';
import { csv } from './csv.js';
import { cytoscape } from './cytoscape.js';
import { dot } from './dot.js';
import { gexf } from './gexf.js';
import { graphml } from './graphml.js';
import { jsonLd } from './json-ld.js';
import { markdown } from './markdown.js';
import { notebook } from './notebook.js';
import { checkRows, xlsx } from './xlsx.js';

const JSON_TYPE = 'application/json; charset=utf-8';

export const jsonLdFormat: Format = {
  name: 'jsonld',
  mediaType: 'application/ld+json',
  options: {},
  write: jsonLd,
};

/** The format of pictures, which are drawn by the service as its pages are. */
export const PICTURE_FORMAT = 'svg';

/** All formats but that of pictures. */
export const formats: readonly Format[] = [
  { name: 'gexf', mediaType: 'application/gexf+xml; charset=utf-8', options: {}, write: gexf },
  {
    name: 'graphml',
    mediaType: 'application/graphml+xml; charset=utf-8',
    options: {},
    write: graphml,
  },
  {
    name: 'cytoscape.json',
    mediaType: JSON_TYPE,
    options: { for: ['notebook'] },
    write: cytoscape,
  },
  { name: 'json', mediaType: JSON_TYPE, options: { for: ['notebook'] }, write: notebook },
  jsonLdFormat,
  {
    name: 'csv.zip',
    mediaType: 'application/zip',
    isArchive: true,
    options: { for: ['spreadsheet'], bom: ['1'], separator: [',', ';', 'tab'] },
    write: csv,
  },
  {
    name: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    isArchive: true,
    options: {},
    check: checkRows,
    write: xlsx,
  },
  { name: 'dot', mediaType: 'text/vnd.graphviz; charset=utf-8', options: {}, write: dot },
  { name: 'md.zip', mediaType: 'application/zip', isArchive: true, options: {}, write: markdown },
];

/** Returns a format by its name, or null. */
export function formatNamed(name: string): Format | null {
  return formats.find((one) => one.name === name) ?? null;
}

/** @param others formats that are not in the table. */
export function unknownFormat(name: string, others: readonly string[] = []): KenesError {
  const names = [...formats.map((one) => one.name), ...others];
  return badInput(`There is no export format ${quoted(name)}.`, {
    hint: `Allowed: ${names.join(', ')}.`,
    nearest: nearestName(name, names),
    argument: 'format',
  });
}
