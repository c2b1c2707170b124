import type { About } from './about.js';
import type { ExportedGraph } from './exported-graph.js';

/** The options of formats, in the order in which addresses have them. */
export const optionNames = ['for', 'bom', 'separator'] as const;

export type OptionName = (typeof optionNames)[number];

export type FormatOptions = Partial<Readonly<Record<OptionName, string>>>;

export interface Format {
  /** Its name in addresses, which is also the ending of the file. */
  readonly name: string;
  readonly mediaType: string;
  /** True for an archive, which is not compressed again. */
  readonly isArchive?: boolean;
  /** The values that each of its options can have. */
  readonly options: Partial<Readonly<Record<OptionName, readonly string[]>>>;
  /** Checks whether the format has room for a graph. @throws KenesError TOO_LARGE if it has not. */
  readonly check?: (about: About) => void;
  /** Writes the graph, in parts that follow each other. */
  readonly write: (
    graph: ExportedGraph,
    options: FormatOptions,
  ) => AsyncIterable<string | Uint8Array>;
}
