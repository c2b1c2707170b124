import { badInput } from '../errors.js';
import type { EntryKind } from '../model/records.js';
import type { Keyset } from '../store/page.js';
import type { DocumentRow } from '../store/rows.js';
import type { GraphRecords, Store } from '../store/store.js';
import { didYouMean } from '../values/nearest-name.js';
import { quoted } from '../values/shown-input.js';
import { parseDefaults } from '../writing/defaults.js';
import type {
  Entries,
  EntityEntry,
  JoinEntry,
  NewDocument,
  RelationEntry,
  SourceEntry,
} from '../writing/entries.js';
import type { KenesDocument } from './format.js';

/** A document with its slug. */
export type WholeDocument = KenesDocument & { readonly document: string };

/** Returns a document with all its entries, as it is written to a file. */
export async function wholeDocument(document: NewDocument): Promise<WholeDocument> {
  const sources: SourceEntry[] = [];
  const entities: (EntityEntry | JoinEntry)[] = [];
  const relations: RelationEntry[] = [];
  for await (const batch of document.entries('SOURCE'))
    sources.push(...batch.map(({ entry }) => entry));
  for await (const batch of document.entries('ENTITY'))
    entities.push(...batch.map(({ entry }) => entry));
  for await (const batch of document.entries('RELATION'))
    relations.push(...batch.map(({ entry }) => entry));
  return documentOf(document, { sources, entities, relations });
}

/** The number of documents that are listed at once. */
const LISTED = 1_000;

/** Yields the documents of a store in batches, in the order of their slugs, without their entries. */
export async function* listDocuments(
  store: Pick<Store, 'read'>,
): AsyncGenerator<readonly DocumentRow[]> {
  for (let after: Keyset | undefined; ;) {
    const page = { limit: LISTED, backward: false, ...(after && { after }) };
    const { found } = await store.read({
      start: 'page of documents',
      page,
      wantsRows: true,
      wantsCount: false,
    });
    if (found.rows.length > 0) yield found.rows.map(({ item }) => item);
    after = found.rows.at(-1)?.keyset;
    if (found.rows.length < LISTED) return;
  }
}

/** @throws KenesError BAD_USER_INPUT with the nearest document if the store does not have one. */
export async function requireDocuments(
  store: Pick<Store, 'read'>,
  slugs: readonly string[],
): Promise<void> {
  const { found } = await store.read({ start: 'documents by slug', slugs });
  const present = new Set(found.map(({ slug }) => slug));
  const unknown = slugs.find((slug) => !present.has(slug));
  if (unknown === undefined) return;
  const known: string[] = [];
  for await (const batch of listDocuments(store)) known.push(...batch.map(({ slug }) => slug));
  throw badInput(`Unknown document ${quoted(unknown)}.${didYouMean(unknown, known)}`, {
    hint: '`kenes documents` lists all documents. Nothing was done.',
  });
}

/** The kinds of records that kept documents are read from. */
export const DOCUMENT_KINDS = ['documents', 'entries'] as const;

/**
 * Yields the documents of a store as they are kept, in the order of their slugs.
 * @param slugs those that are yielded, of which the records have the entries; all without it.
 */
export async function* keptDocuments(
  records: Pick<GraphRecords, (typeof DOCUMENT_KINDS)[number]>,
  slugs?: ReadonlySet<string>,
): AsyncGenerator<WholeDocument> {
  const entries = records.entries()[Symbol.asyncIterator]();
  let next = await entries.next();
  for await (const documents of records.documents()) {
    for (const { slug, defaults } of documents) {
      if (slugs?.has(slug) === false) continue;
      const parsed: Record<EntryKind, unknown[]> = { SOURCE: [], ENTITY: [], RELATION: [] };
      while (next.done !== true && (next.value[0]?.document ?? slug) === slug) {
        for (const { kind, content } of next.value) parsed[kind].push(JSON.parse(content));
        next = await entries.next();
      }
      yield documentOf(
        { slug, defaults: parseDefaults(defaults) },
        {
          sources: parsed.SOURCE as SourceEntry[],
          entities: parsed.ENTITY as (EntityEntry | JoinEntry)[],
          relations: parsed.RELATION as RelationEntry[],
        },
      );
    }
  }
}

/** Leaves out the lists that are empty. */
function documentOf(
  { slug, defaults }: Pick<NewDocument, 'slug' | 'defaults'>,
  lists: Required<Entries>,
): WholeDocument {
  const filled = Object.entries(lists).filter(([, entries]) => entries.length > 0);
  return { kenes: 1, document: slug, ...defaults, ...(Object.fromEntries(filled) as Entries) };
}
