import { addressQuery } from '../addresses/address.js';
import { filterNames, type ViewState } from '../addresses/parameters.js';
import { KenesError } from '../errors.js';
import type { SourceRecord } from '../model/records.js';
import { sourcesOfRelationFilter, type RelationFilterInput } from '../questions/filters.js';
import { currentSlugs } from '../questions/former-slugs.js';
import { requireEntities } from '../questions/known-slugs.js';
import { requireSources } from '../questions/known-sources.js';
import { limitSlugs } from '../questions/limit-slugs.js';
import type { StoreWithNames } from '../questions/meant-slugs.js';
import { isSetAside, setAsideOf } from '../questions/set-aside.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { aboutExport } from './about.js';
import type { ExportRequest } from './export-request.js';
import { ExportReads } from './export-reads.js';
import type { ExportedGraph } from './exported-graph.js';
import { namedEntity, namedShape } from './named-entities.js';
import { RecordReading } from './record-reading.js';
import { selectAll, type Selection } from './selection.js';
import { selectSurroundings } from './select-surroundings.js';
import { SourceReading } from './source-reading.js';

export interface ReadGraphOptions {
  readonly store: StoreWithNames;
  readonly vocabulary: Vocabulary;
  /** The scheme and the host of the service, such as `https://graph.example.org`. */
  readonly origin: string;
  /** The day on which it is exported, such as `2025-12-10`. */
  readonly exportedOn: string;
  /** Ends the reading. */
  readonly signal?: AbortSignal | undefined;
}

/** The distance from a centre that an address without `depth` means, as in GraphQL. */
const DEPTH = 1;

/** An entity in the centre of an export. */
export interface Center {
  readonly slug: string;
  readonly label: string;
}

/**
 * Finds the entities in the centre of an export; an empty list if it has none.
 * @throws KenesError BAD_USER_INPUT for slugs that no entity has, with similar slugs.
 */
export async function findCenters(
  { state, language }: ExportRequest,
  { store, signal }: ReadGraphOptions,
): Promise<readonly Center[]> {
  const { center = [] } = state;
  if (center.length === 0) return [];
  const reads = new ExportReads(store, signal);
  const named = limitSlugs(center, 'center');
  const joined = await requireEntities(reads, named, { argument: 'center' });
  const slugs = currentSlugs(named, joined);
  const { found } = await reads.read({ start: 'entities by slug', slugs, shape: namedShape });
  return found.map((row) => ({
    slug: row.slug,
    label: namedEntity(row.slug, row.type, row, language).name,
  }));
}

/**
 * Reads how much an export has, and returns it as something that is read while it is written.
 * @throws KenesError BAD_USER_INPUT for a filter or a depth that is not allowed, TOO_LARGE for more
 *   than the format has room for; other codes if the
 *   store cannot answer. While it is read: OVERLOADED if the graph has changed since it was counted.
 */
export async function readGraph(
  request: ExportRequest,
  centers: readonly Center[],
  options: ReadGraphOptions,
): Promise<ExportedGraph> {
  const { state, filter, language } = request;
  const { store, vocabulary, origin, exportedOn, signal } = options;
  const reads = new ExportReads(store, signal);
  await requireSourcesOf(filter, reads);
  const filterText = filterTextOf(state);
  const depth = state.depth ?? DEPTH;
  const slugs = centers.map(({ slug }) => slug);
  const selection =
    slugs.length > 0
      ? await selectSurroundings(reads, slugs, depth, filter, vocabulary)
      : await selectAll(reads, filter, filterText !== '', vocabulary);
  const { entityCount, relationCount, truncation } = selection;
  const about = aboutExport({
    language,
    filter: filterText,
    centers: centers.map(({ label }) => label),
    depth,
    address: origin + request.address,
    exportedOn,
    entityCount,
    relationCount,
    truncation,
  });
  request.format.check?.(about);
  const records = new RecordReading(reads, vocabulary, language, countedBy(state));
  const sources = new SourceReading(reads, language);
  return exportedGraph({ about, language, vocabulary, origin }, selection, records, sources);
}

/** Returns the records of a selection with what is read of them beside. */
export function exportedGraph(
  known: Pick<ExportedGraph, 'about' | 'language' | 'vocabulary' | 'origin'>,
  selection: Selection,
  records: RecordReading,
  sources: SourceReading,
): ExportedGraph {
  const { entityCount, relationCount } = selection;
  return {
    ...known,
    entities: () =>
      counted(selection.entities(), entityCount, async (some) =>
        sources.note(await records.entities(some)),
      ),
    relations: () =>
      counted(selection.relations(), relationCount, async (some) =>
        sources.note(await records.relations(some)),
      ),
    relationsOf: (slugs) =>
      mapped(selection.relationsOf(slugs), async (some) =>
        sources.note(await records.relations(some)),
      ),
    sources: () => sources.read(),
  };
}

/**
 * Checks that the sources and publishers exist that a filter names.
 * @throws KenesError BAD_USER_INPUT for the first one that is unknown.
 */
export async function requireSourcesOf(
  filter: RelationFilterInput,
  reads: ExportReads,
): Promise<void> {
  const named = sourcesOfRelationFilter(filter).map((sources) => ({
    ...sources,
    argument: sources.argument.replace('filter.', ''),
  }));
  await requireSources(reads, named);
}

/** Returns the filter as the query of an address has it; an empty text without one. */
export function filterTextOf(state: ViewState): string {
  const own = filterNames.map((name) => [name, state[name]] as const);
  return addressQuery(Object.fromEntries(own)).slice(1);
}

/** Returns which sources count: all but those that the filter sets aside. */
export function countedBy(state: ViewState): (source: SourceRecord) => boolean {
  const setAside = setAsideOf(state);
  return (source) => !isSetAside(setAside, source);
}

async function* mapped<R, E>(
  batches: AsyncIterable<readonly R[]>,
  exported: (records: readonly R[]) => Promise<readonly E[]>,
): AsyncGenerator<readonly E[]> {
  for await (const records of batches) yield await exported(records);
}

/** Compares the number of records with what the export says of itself at its beginning. */
async function* counted<R, E>(
  batches: AsyncIterable<readonly R[]>,
  count: number,
  exported: (records: readonly R[]) => Promise<readonly E[]>,
): AsyncGenerator<readonly E[]> {
  let found = 0;
  for await (const records of batches) {
    found += records.length;
    yield await exported(records);
  }
  if (found === count) return;
  throw new KenesError('OVERLOADED', 'The graph was changed while it was exported.', {
    hint: 'Try again.',
  });
}
