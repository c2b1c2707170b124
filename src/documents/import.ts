import { limits } from '../limits.js';
import type { EntityType } from '../vocabulary/entity-types.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { Store, Transaction } from '../store/store.js';
import { checkDocument, type Known } from './check.js';
import { endsOf, organizationsOf, partsOf, type Draft } from './draft.js';
import { documentSchema, type KenesDocument } from './format.js';
import { ImportTally, type ImportSummary } from '../writing/import-tally.js';
import type { Problem } from './problem.js';
import { readDocument, type ReadDocument } from './read.js';
import { countEntries } from '../writing/entries.js';
import { ENTRIES_AT_ONCE, writeEntries } from '../writing/write.js';

/** A document that is read when it is needed. */
export interface DocumentFile {
  readonly name: string;
  readonly read: () => Promise<string | Uint8Array>;
}

export interface ImportOptions {
  readonly dryRun?: boolean;
  /** How many of all entries are merged. */
  readonly onProgress?: (merged: number, all: number) => void;
}

export interface ImportResult {
  /** What is wrong; where anything is, nothing was written. */
  readonly problems: readonly Problem[];
  readonly summary: ImportSummary;
}

/** Checks documents against the vocabulary, the store and each other, and merges them into it. */
export async function importDocuments(
  store: Store,
  vocabulary: Vocabulary,
  files: readonly DocumentFile[],
  options: ImportOptions = {},
): Promise<ImportResult> {
  const batch = new DocumentBatch(vocabulary, files);
  await batch.collect();
  const tally = new ImportTally();
  let merged = 0;
  const write = (transaction: Transaction, document: KenesDocument): Promise<void> =>
    writeEntries(transaction, document, vocabulary, tally, (entries) => {
      merged += entries;
      options.onProgress?.(merged, batch.entries);
    });
  const inOneTransaction = batch.isKept || options.dryRun === true;
  try {
    await store.write(async (transaction) => {
      const problems = await batch.check(transaction);
      if (problems.length > 0) throw new Abandoned(problems);
      if (!inOneTransaction) return;
      for await (const document of batch.toWrite()) await write(transaction, document);
      if (options.dryRun) throw new Abandoned([]);
    });
  } catch (error) {
    if (!(error instanceof Abandoned)) throw error;
    return { problems: error.problems, summary: tally.summary() };
  }
  if (!inOneTransaction) {
    for await (const document of batch.toWrite()) {
      await store.write((transaction) => write(transaction, document));
    }
  }
  return { problems: [], summary: tally.summary() };
}

/** Checks documents against the vocabulary and each other, without a store. */
export async function checkDocuments(
  vocabulary: Vocabulary,
  files: readonly DocumentFile[],
): Promise<readonly Problem[]> {
  const batch = new DocumentBatch(vocabulary, files);
  await batch.collect();
  return batch.check();
}

/** Ends a transaction whose changes are not wanted. */
class Abandoned extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super('The import was abandoned.');
  }
}

/** What of the store a check looks things up in. */
type Lookup = Pick<Transaction, 'entities' | 'sources'>;

class DocumentBatch {
  /** Entries of all documents. */
  entries = 0;
  isKept = true;
  private bytes = 0;
  private refersAhead = false;
  private readonly schema;
  private readonly kept: ReadDocument[] = [];
  private readonly entities = new Map<string, EntityType>();
  private readonly sources = new Map<string, number | null>();

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly files: readonly DocumentFile[],
  ) {
    this.schema = documentSchema(vocabulary);
  }

  /** Reads all documents once: their form, and what they declare for each other. */
  async collect(): Promise<void> {
    for (const file of this.files) {
      const content = await file.read();
      this.bytes += content.length;
      const read = readDocument(file.name, content, this.schema);
      this.keep(read);
      if (read.document) this.entries += countEntries(read.document);
      if (read.draft) this.declare(read.draft);
    }
  }

  private keep(read: ReadDocument): void {
    this.isKept &&= this.bytes <= limits.jointImportBytes.value;
    if (this.isKept) this.kept.push(read);
    else this.kept.length = 0;
  }

  private async *reads(): AsyncGenerator<ReadDocument> {
    for (const [index, file] of this.files.entries()) {
      yield this.kept[index] ?? readDocument(file.name, await file.read(), this.schema);
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
    this.refersAhead ||= [...relations.flatMap(endsOf), ...sources.flatMap(organizationsOf)].some(
      (slug) => !this.entities.has(slug),
    );
  }

  /** What is wrong with the documents, against each other and, where one is given, the store. */
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

  private async knownFor(draft: NonNullable<Draft>, store: Lookup | undefined): Promise<Known> {
    const { entities, sources, relations } = partsOf(draft);
    const own = new Map(entities.map((entity) => [entity.slug, entity.type]));
    const slugs = new Set([
      ...entities.flatMap((entity) => entity.slug ?? []),
      ...relations.flatMap(endsOf),
      ...sources.flatMap(organizationsOf),
    ]);
    const cited = [...entities, ...relations].flatMap((entry) =>
      (entry.evidence ?? []).flatMap((piece) => piece?.source ?? []),
    );
    const knownEntities = new Map<string, EntityType>();
    const knownSources = new Map<string, number | null>(this.sources);
    for (const slug of slugs) {
      const type = this.entities.get(slug);
      // What it declares like the others is its own; everything else the others make known to it.
      if (type !== undefined && own.get(slug) !== type) knownEntities.set(slug, type);
    }
    for (const entity of (await store?.entities([...slugs])) ?? [])
      knownEntities.set(entity.slug, entity.type);
    for (const { slug, text } of (await store?.sources([...new Set(cited)])) ?? [])
      knownSources.set(slug, knownSources.get(slug) ?? text?.length ?? null);
    return { entities: knownEntities, sources: knownSources };
  }

  /** The documents to be written; before them, where one refers to a later one, what that declares. */
  async *toWrite(): AsyncGenerator<KenesDocument> {
    if (this.refersAhead) {
      const entities = [...this.entities].map(([slug, type]) => ({ slug, type }));
      yield { kenes: 1, entities };
    }
    // Small ones are merged together, which takes fewer statements and gives the same graph.
    let together: KenesDocument = { kenes: 1 };
    for await (const { document } of this.reads()) {
      if (!document) continue;
      if (countEntries(together) + countEntries(document) > ENTRIES_AT_ONCE) {
        if (countEntries(together) > 0) yield together;
        together = document;
      } else together = concatenate(together, document);
    }
    yield together;
  }
}

function concatenate(one: KenesDocument, other: KenesDocument): KenesDocument {
  return {
    kenes: 1,
    sources: [...(one.sources ?? []), ...(other.sources ?? [])],
    entities: [...(one.entities ?? []), ...(other.entities ?? [])],
    relations: [...(one.relations ?? []), ...(other.relations ?? [])],
  };
}
