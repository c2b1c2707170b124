import { badInput } from '../errors.js';
import { readExportRequest } from '../exports/export-request.js';
import { formatNamed, PICTURE_FORMAT, unknownFormat } from '../exports/formats.js';
import { findCenters, readGraph } from '../exports/read-graph.js';
import { quoted } from '../values/shown-input.js';
import { withExistingStore, type Terminal } from './command.js';
import { writeWhole } from './written-file.js';

export interface GraphExportOptions {
  readonly format: string;
  /** The query of the address of a view, with or without `?`; the whole graph if absent. */
  readonly query: string | undefined;
  /** The file to write; if absent, the standard output. */
  readonly output: string | undefined;
  readonly origin: string | undefined;
}

/** Where `npm start` serves. */
const ORIGIN = 'http://127.0.0.1:4000';

/** Writes the graph, or a part of it, as the service does at `/export/FORMAT?QUERY`. */
export async function exportGraph(
  terminal: Terminal,
  { format: name, query = '', output, origin = ORIGIN }: GraphExportOptions,
): Promise<void> {
  const format = formatNamed(name);
  if (!format && name !== PICTURE_FORMAT) throw unknownFormat(name, [PICTURE_FORMAT]);
  if (!URL.canParse(origin)) throw badInput(`${quoted(origin)} is not an address.`);
  await withExistingStore(terminal, async (store, vocabulary) => {
    if (!format) {
      // No other export needs the service, which takes long to load.
      const { drawPicture } = await import('./draw-picture.js');
      const picture = await drawPicture(store, vocabulary, new URL(origin).origin, query);
      return output === undefined ? terminal.out(picture) : writeWhole(output, picture);
    }
    const request = readExportRequest(format, new URLSearchParams(query), vocabulary);
    const exportedOn = new Date().toISOString().slice(0, 10);
    const options = { store, vocabulary, origin: new URL(origin).origin, exportedOn };
    const graph = await readGraph(request, await findCenters(request, options), options);
    const parts = format.write(graph, request.options);
    if (output !== undefined) return writeWhole(output, parts);
    for await (const part of parts) await terminal.out(part);
  });
}
