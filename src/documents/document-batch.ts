import { limits } from '../limits.js';
import type { EntityType } from '../vocabulary/entity-types.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { Transaction } from '../store/store.js';
import { countEntries, joinEntries, type Entries } from '../writing/entries.js';
import { SLICE_ENTRIES } from '../writing/slices.js';
import { checkDocument, type Known } from './check.js';
import type { DocumentFile, ReadDocument } from './document-file.js';
import {
  citedSources,
  endsOf,
  namedEntities,
  organizationsOf,
  partsOf,
  type Draft,
} from './draft.js';
import { documentSchema } from './format.js';
import type { Problem } from './problem.js';
import { readDocument } from './read.js';

/** The store methods that a check needs. */
type Lookup = Pick<Transaction, 'entities' | 'sources'>;

/** Documents that are checked and written together. Each may refer to the others. */
export class DocumentBatch {
  /** The number of entries in all documents. */
  entryCount = 0;
  /** True if all documents are kept in memory, and so can be written in one transaction. */
  isSmall = true;
  private byteCount = 0;
  private refersForward = false;
  private readonly schema;
  private readonly kept: ReadDocument[] = [];
  /** The entities and sources that the documents declare. */
  private readonly entities = new Map<string, EntityType>();
  private readonly sources = new Map<string, number | null>();

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly files: readonly DocumentFile[],
  ) {
    this.schema = documentSchema(vocabulary);
  }

  /** Reads all documents once: checks their form and collects what they declare. */
  async collect(): Promise<void> {
    for (const file of this.files) {
      const content = await file.read();
      this.byteCount += content.length;
      const read = this.parse(file, content);
      this.keep(read);
      if (read.document) this.entryCount += countEntries(read.document);
      if (read.draft) this.declare(read.draft);
    }
  }

  /**
   * Returns the problems of all documents, in the order of the documents and their lines.
   * References are resolved against the documents and, if present, the store.
   */
  async check(store?: Lookup): Promise<readonly Problem[]> {
    const problems: Problem[] = [];
    for await (const read of this.reads()) {
      const { draft } = read;
      const findings = draft
        ? checkDocument(draft, this.vocabulary, await this.knownFor(draft, store))
        : [];
      problems.push(...read.problems(findings));
    }
    return problems;
  }

  /**
   * Yields the entries of the documents in portions that can be written one after the other. Small
   * documents are joined, which takes fewer queries and creates the same graph.
   */
  async *toWrite(): AsyncGenerator<Entries> {
    // All declared entities come first if a document refers to an entity that a later one declares.
    if (this.refersForward) {
      yield { entities: [...this.entities].map(([slug, type]) => ({ slug, type })) };
    }
    let joined: Entries[] = [];
    let entryCount = 0;
    for await (const { document } of this.reads()) {
      if (!document) continue;
      const more = countEntries(document);
      if (joined.length > 0 && entryCount + more > SLICE_ENTRIES) {
        yield joinEntries(joined);
        joined = [];
        entryCount = 0;
      }
      joined.push(document);
      entryCount += more;
    }
    yield joinEntries(joined);
  }

  private parse({ name, reader = readDocument }: DocumentFile, content: string | Uint8Array) {
    return reader(name, content, this.schema);
  }

  private keep(read: ReadDocument): void {
    this.isSmall &&= this.byteCount <= limits.jointImportBytes.value;
    if (this.isSmall) this.kept.push(read);
    else this.kept.length = 0;
  }

  private async *reads(): AsyncGenerator<ReadDocument> {
    for (const [index, file] of this.files.entries()) {
      yield this.kept[index] ?? this.parse(file, await file.read());
    }
  }

  private declare(draft: NonNullable<Draft>): void {
    const { entities, sources, relations } = partsOf(draft);
    for (const { slug, type } of entities)
      if (slug !== null && type !== null && !this.entities.has(slug)) this.entities.set(slug, type);
    for (const { slug, text } of sources) {
      if (slug === null) continue;
      this.sources.set(slug, text?.length ?? this.sources.get(slug) ?? null);
    }
    this.refersForward ||= [...relations.flatMap(endsOf), ...sources.flatMap(organizationsOf)].some(
      (slug) => !this.entities.has(slug),
    );
  }

  /** Returns the declarations of the store and the other documents that a document refers to. */
  private async knownFor(draft: NonNullable<Draft>, store: Lookup | undefined): Promise<Known> {
    const own = new Map(partsOf(draft).entities.map(({ slug, type }) => [slug, type]));
    const slugs = namedEntities(draft);
    const entities = new Map<string, EntityType>();
    for (const slug of slugs) {
      const type = this.entities.get(slug);
      // A declaration of the same type counts as the document's own, not as another document's.
      if (type !== undefined && own.get(slug) !== type) entities.set(slug, type);
    }
    const sources = new Map(this.sources);
    if (!store) return { entities, sources };
    for (const { slug, type } of await store.entities([...slugs])) entities.set(slug, type);
    for (const { slug, text } of await store.sources([...citedSources(draft)]))
      sources.set(slug, sources.get(slug) ?? text?.length ?? null);
    return { entities, sources };
  }
}
