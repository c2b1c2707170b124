import type { EntityType } from '../vocabulary/entity-types.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { Transaction } from '../store/store.js';
import type { EntityEntry, EntrySet, RelationEntry, SourceEntry } from '../writing/entries.js';
import { checkDocument, type Known } from './check.js';
import type { DocumentFile, Mistake } from './document-file.js';
import { citedSources, namedEntities, partsOf, type DraftEntries } from './draft.js';
import { documentSchema } from './format.js';
import { listProblems } from './list-problems.js';
import { PackedDocument } from './packed-document.js';
import type { Finding, Problem } from './problem.js';
import { kenesReader } from './read.js';

/** The store methods that a check needs. */
type Lookup = Pick<Transaction, 'entities' | 'sources'>;

/** A document of the batch, and what is wrong in its form. */
interface BatchDocument {
  readonly file: DocumentFile;
  /** Null if it could not be parsed at all. */
  readonly packed: PackedDocument | null;
  readonly mistakes: readonly Mistake[];
  readonly findings: readonly Finding[];
}

/** Documents that are checked and written together. Each may refer to the others. */
export class DocumentBatch implements EntrySet {
  /** The number of entries in all documents. */
  entryCount = 0;
  private readonly schema;
  private readonly documents: BatchDocument[] = [];
  /** The entities and sources that the documents declare. */
  private readonly declaredEntities = new Map<string, EntityType>();
  /** The length of each source's text in code points; null if it is not known. */
  private readonly declaredSources = new Map<string, number | null>();

  constructor(private readonly vocabulary: Vocabulary) {
    this.schema = documentSchema(vocabulary);
  }

  /** Reads a document: checks its form and collects what it declares. */
  async add(file: DocumentFile): Promise<void> {
    const { reader = kenesReader } = file;
    const { draft, mistakes, findings } = reader.read(await file.read(), this.schema);
    if (draft) this.declare(draft);
    const packed = draft && (await PackedDocument.of(draft));
    this.documents.push({ file, packed, mistakes, findings });
  }

  /**
   * Returns the problems of all documents, in the order of the documents and their lines.
   * References are resolved against the documents and, if present, the store.
   */
  async check(store?: Lookup): Promise<readonly Problem[]> {
    const problems: Problem[] = [];
    for (const { file, packed, mistakes, findings } of this.documents) {
      const draft = await packed?.draft();
      const more = draft
        ? checkDocument(draft, this.vocabulary, await this.knownFor(draft, store))
        : [];
      problems.push(...(await listProblems(file, mistakes, [...findings, ...more])));
    }
    return problems;
  }

  /** The entries of documents without problems, in the order of the documents. */
  sources(): AsyncGenerator<readonly SourceEntry[]> {
    return this.all((document) => document.sources());
  }

  entities(): AsyncGenerator<readonly EntityEntry[]> {
    return this.all((document) => document.entities());
  }

  relations(): AsyncGenerator<readonly RelationEntry[]> {
    return this.all((document) => document.relations());
  }

  private async *all<T>(of: (document: PackedDocument) => AsyncIterable<T>): AsyncGenerator<T> {
    for (const { packed } of this.documents) {
      if (packed) yield* of(packed);
    }
  }

  private declare(draft: DraftEntries): void {
    const { entities, sources, relations } = partsOf(draft);
    this.entryCount += entities.length + sources.length + relations.length;
    for (const { slug, type } of entities) {
      if (slug === null || type === null || this.declaredEntities.has(slug)) continue;
      this.declaredEntities.set(slug, type);
    }
    for (const { slug, text } of sources) {
      if (slug === null) continue;
      const length = text?.length ?? this.declaredSources.get(slug) ?? null;
      this.declaredSources.set(slug, length);
    }
  }

  /** Returns the declarations of the store and the other documents that a document refers to. */
  private async knownFor(draft: DraftEntries, store: Lookup | undefined): Promise<Known> {
    const own = new Map(partsOf(draft).entities.map(({ slug, type }) => [slug, type]));
    const slugs = namedEntities(draft);
    const entities = new Map<string, EntityType>();
    for (const slug of slugs) {
      const type = this.declaredEntities.get(slug);
      // A declaration of the same type counts as the document's own, not as another document's.
      if (type !== undefined && own.get(slug) !== type) entities.set(slug, type);
    }
    const declared = this.declaredSources;
    const stored = new Map<string, number | null>();
    if (store) {
      for (const { slug, type } of await store.entities([...slugs])) entities.set(slug, type);
      for (const { slug, text } of await store.sources([...citedSources(draft)]))
        stored.set(slug, text?.length ?? null);
    }
    const sources = {
      get: (slug: string) => declared.get(slug) ?? stored.get(slug),
      has: (slug: string) => declared.has(slug) || stored.has(slug),
      slugs: () => [...declared.keys(), ...stored.keys()],
    };
    return { entities, sources };
  }
}
