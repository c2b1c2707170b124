import type { EntityRecord, RelationRecord, SourceRecord } from '../model/records.js';
import { findByFormerSlugs } from '../questions/former-slugs.js';
import { wholeEntity, wholeRelation, wholeSource } from '../store/reading.js';
import { languagesFor, nameIn } from '../values/localized-text.js';
import { aboutExport } from './about.js';
import type { ExportRequest } from './export-request.js';
import { ExportReads } from './export-reads.js';
import type { ExportedGraph } from './exported-graph.js';
import {
  countedBy,
  exportedGraph,
  filterTextOf,
  requireSourcesOf,
  type ReadGraphOptions,
} from './read-graph.js';
import { RecordReading } from './record-reading.js';
import { selectNetwork, selectRecords, type Selection } from './selection.js';
import { SourceReading } from './source-reading.js';
import { wholeEntities, wholeRelations, wholeSources } from './whole-rows.js';

/** A record that has a page of its own. */
export interface RecordName {
  readonly kind: 'entity' | 'relation' | 'source';
  /** Its slug or its key, which may be a former one. */
  readonly name: string;
}

/** What belongs to a record. */
interface Belonging {
  readonly title: string;
  readonly selection: Selection;
  /** The slug of the source that is the record, or null. */
  readonly source: string | null;
}

/**
 * Reads a record as a graph of its own: an entity with the relations of it that match the filter, a
 * relation with both of its ends, or a source with its publisher and informers. The filter concerns
 * entities alone. Returns null if there is no such record.
 * @throws KenesError BAD_USER_INPUT for a filter that is not allowed; other codes if the store
 *   cannot answer.
 */
export async function readRecord(
  record: RecordName,
  request: ExportRequest,
  options: ReadGraphOptions,
): Promise<ExportedGraph | null> {
  const { state, filter, language } = request;
  const { store, vocabulary, origin, exportedOn, signal } = options;
  const reads = new ExportReads(store, signal);
  await requireSourcesOf(filter, reads);
  const found = await readers[record.kind](record.name, reads, request, options);
  if (!found) return null;
  const { title, selection, source } = found;
  const { entityCount, relationCount, truncation } = selection;
  const isEntity = record.kind === 'entity';
  const about = aboutExport({
    language,
    filter: isEntity ? filterTextOf(state) : '',
    centers: [],
    depth: 0,
    record: title,
    address: origin + request.address,
    exportedOn,
    entityCount,
    relationCount,
    truncation,
  });
  const isCounted = isEntity ? countedBy(state) : () => true;
  const records = new RecordReading(reads, vocabulary, language, isCounted);
  const sources = new SourceReading(reads, language);
  if (source !== null) sources.add(source);
  return exportedGraph({ about, language, vocabulary, origin }, selection, records, sources);
}

type ReadBelonging = (
  name: string,
  reads: ExportReads,
  request: ExportRequest,
  options: ReadGraphOptions,
) => Promise<Belonging | null>;

const readers: Readonly<Record<RecordName['kind'], ReadBelonging>> = {
  entity: async (name, reads, { filter, language }, { vocabulary }) => {
    const entity = (await findEntities([name], reads)).get(name);
    if (!entity) return null;
    const { slug, names, details } = entity;
    const around = await selectNetwork(reads, [slug], 1, filter, vocabulary);
    const relations: RelationRecord[] = [];
    for await (const some of around.relationsOf([slug])) relations.push(...some);
    return {
      title: nameIn({ names, aliases: details.aliases }, languagesFor(language))?.text ?? slug,
      selection: selectRecords([entity], relations, around.truncation),
      source: null,
    };
  },
  relation: async (name, reads) => {
    const relation = (await findRelations([name], reads)).get(name);
    if (!relation) return null;
    const { key, fromSlug, toSlug } = relation;
    const ends = await findEntities([...new Set([fromSlug, toSlug])].sort(), reads);
    return {
      title: key,
      selection: selectRecords([...ends.values()], [relation], null),
      source: null,
    };
  },
  source: async (name, reads) => {
    const source = await findSource(name, reads);
    if (!source) return null;
    const { slug, title, publisherSlug, informerSlugs } = source;
    const actors = await findEntities(
      [...new Set([publisherSlug, ...informerSlugs])].sort(),
      reads,
    );
    return {
      title: title ?? slug,
      selection: selectRecords([...actors.values()], [], null),
      source: slug,
    };
  },
};

/** Finds entities by their slugs, in the order of these. */
function findEntities(
  slugs: readonly string[],
  reads: ExportReads,
): Promise<ReadonlyMap<string, EntityRecord>> {
  return findByFormerSlugs(reads, slugs, async (some) => {
    const reading = { start: 'entities by slug', slugs: some, shape: wholeEntity } as const;
    const bySlug = new Map(
      wholeEntities((await reads.read(reading)).found).map((entity) => [entity.slug, entity]),
    );
    return new Map(
      some.flatMap((slug) => {
        const entity = bySlug.get(slug);
        return entity ? [[slug, entity] as const] : [];
      }),
    );
  });
}

function findRelations(
  keys: readonly string[],
  reads: ExportReads,
): Promise<ReadonlyMap<string, RelationRecord>> {
  return findByFormerSlugs(reads, keys, async (some) => {
    const reading = { start: 'relations by key', keys: some, shape: wholeRelation } as const;
    const relations = wholeRelations((await reads.read(reading)).found);
    return new Map(relations.map((relation) => [relation.key, relation]));
  });
}

async function findSource(slug: string, reads: ExportReads): Promise<SourceRecord | undefined> {
  const reading = { start: 'sources by slug', slugs: [slug], shape: wholeSource } as const;
  return wholeSources((await reads.read(reading)).found)[0];
}
