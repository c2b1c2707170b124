import type { EntityType } from '../vocabulary/entity-types.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { JoinRecord } from '../model/records.js';
import type { Transaction } from '../store/store.js';
import { isSlug } from '../values/keys.js';
import { quoted } from '../values/shown-input.js';
import type { NewDocument } from '../writing/entries.js';
import { checkDocument, type Known } from './check.js';
import { KeptJoins } from './check-joins.js';
import type { DocumentFile, EntryLocations, Mistake } from './document-file.js';
import { isDraftJoin, namedEntities, partsOf, type Draft, type DraftEntries } from './draft.js';
import { documentsIn } from './document-stream.js';
import { documentSchema } from './format.js';
import { PackedDocument } from './packed-document.js';
import type { Finding, Report } from './problem.js';
import { kenesReader } from './read.js';
import { reportOn, type ReportOptions } from './report-on.js';
import { Names, type StoredNames } from './stored-names.js';
import type { TwinSearch } from './twins.js';

/** The store methods that a check needs. */
type Lookup = Pick<Transaction, 'entityTypes' | 'sources' | 'entries' | 'joins'>;

/** What is known around the documents of the batch. */
interface Around {
  /** All joins in the store, those of documents that are replaced included. */
  readonly joins: readonly JoinRecord[];
  readonly keptJoins: KeptJoins;
  readonly stored: StoredNames;
}

interface CheckOptions extends ReportOptions {
  /** The store, against which references are resolved as well. */
  readonly store?: Lookup;
}

/** A document of the batch, and what is wrong in its form. */
interface BatchDocument {
  readonly file: DocumentFile;
  /** Null if it could not be parsed at all. */
  readonly packed: PackedDocument | null;
  readonly mistakes: readonly Mistake[];
  readonly findings: readonly Finding[];
}

/** Documents that are checked and written together. Each may refer to the others. */
export class DocumentBatch {
  private readonly schema;
  private readonly all: BatchDocument[] = [];
  /** The name of the file of each document, by slug. */
  private readonly files = new Map<string, string>();
  /** The entities and sources that the documents declare. */
  private readonly declaredEntities = new Map<string, EntityType>();
  /** The length of each source's text in code points; null if it is not known. */
  private readonly declaredSources = new Map<string, number | null>();
  private readonly declaredJoins: JoinRecord[] = [];
  private readonly names = new Names();

  constructor(private readonly vocabulary: Vocabulary) {
    this.schema = documentSchema(vocabulary);
  }

  /** Reads the documents of a file: checks their form and collects what they declare. */
  async add(file: DocumentFile): Promise<void> {
    for (const document of await documentsIn(file, file.reader ?? kenesReader))
      await this.addOne(document);
  }

  private async addOne(file: DocumentFile): Promise<void> {
    const { reader = kenesReader } = file;
    const { draft, mistakes, findings, locations } = reader.read(await file.read(), this.schema);
    const { slug, wrong } = this.slugOf(draft, file.name);
    if (draft) {
      this.names.add(draft);
      this.declare(draft);
      this.declareJoins(slug, draft, locations);
    }
    const packed = draft && (await PackedDocument.of(slug, draft, locations));
    this.all.push({ file, packed, mistakes, findings: [...findings, ...wrong] });
  }

  /** The number of entries in all documents. */
  get entryCount(): number {
    return this.documents.reduce((count, { entryCount }) => count + entryCount, 0);
  }

  /** The documents that could be parsed. They may be written if none has a problem. */
  get documents(): readonly (PackedDocument & NewDocument)[] {
    return this.all.flatMap(({ packed }) => packed ?? []);
  }

  /** Returns what is found in all documents, in the order of the documents and their lines. */
  async check({ store, ...options }: CheckOptions = {}): Promise<Report> {
    const reports: Report[] = [];
    const around = await this.around(store);
    for (const { file, packed, mistakes, findings } of this.all) {
      const more = packed ? await this.findingsIn(packed, around, store) : [];
      const found = { mistakes, findings: [...findings, ...more] };
      reports.push(await reportOn(file, found, options));
    }
    return unite(reports);
  }

  /** Points out twins, when the documents are written. */
  async reportTwins(search: TwinSearch, options: ReportOptions): Promise<Report> {
    const reports: Report[] = [];
    const found = await search.findingsIn(this.documents);
    for (const { file, packed } of this.all) {
      const findings = packed ? found.get(packed) : undefined;
      if (findings) reports.push(await reportOn(file, { findings }, options));
    }
    return unite(reports);
  }

  /** Returns the name of the file of a document; undefined if it is not one of these. */
  fileOf(document: string): string | undefined {
    return this.files.get(document);
  }

  /** Returns the slug of a document, and what is wrong with it. */
  private slugOf(draft: Draft, fileName: string): { slug: string; wrong: readonly Finding[] } {
    // Its form may be wrong, which is reported already.
    if (!isMapping(draft) || draft.document === null) return { slug: '', wrong: [] };
    const given = draft.document;
    const slug = given ?? nameWithoutEnding(fileName);
    const path = given === undefined ? [] : ['document'];
    if (!isSlug(slug)) {
      const message = `The document needs a slug, since its file’s name ${quoted(slug)} is none. Add \`document: …\` at its top.`;
      return { slug, wrong: [{ path, message }] };
    }
    const other = this.files.get(slug);
    this.files.set(slug, fileName);
    if (other === undefined) return { slug, wrong: [] };
    const what =
      other === fileName
        ? `Another document of this file is ${quoted(slug)}, too.`
        : `The document ${quoted(slug)} is also ${quoted(other)}.`;
    const message = `${what} Give each another slug with \`document: …\` at its top.`;
    return { slug, wrong: [{ path, message }] };
  }

  private async findingsIn(
    packed: PackedDocument,
    around: Around,
    store: Lookup | undefined,
  ): Promise<readonly Finding[]> {
    const draft = await packed.draft();
    const known = await this.knownFor(draft, around, store);
    const joined = { document: packed.slug, joins: around.keptJoins };
    return checkDocument(draft, this.vocabulary, { ...known, ...joined });
  }

  private async around(store: Lookup | undefined): Promise<Around> {
    const joins = (await store?.joins()) ?? [];
    const ofOthers = joins.filter(({ document }) => !this.files.has(document));
    const nothing: StoredNames = { types: new Map(), lengths: new Map() };
    return {
      joins,
      keptJoins: new KeptJoins(this.declaredJoins, ofOthers),
      stored: store ? await this.names.readFrom(store, joins) : nothing,
    };
  }

  private declare(draft: DraftEntries): void {
    const { entities, joins, sources } = partsOf(draft);
    for (const { slug, type = null } of [...entities, ...joins]) {
      if (slug === null || type === null || this.declaredEntities.has(slug)) continue;
      this.declaredEntities.set(slug, type);
    }
    for (const { slug, text } of sources) {
      if (slug === null) continue;
      const length = text?.length ?? this.declaredSources.get(slug) ?? null;
      this.declaredSources.set(slug, length);
    }
  }

  private declareJoins(
    document: string,
    { entities }: DraftEntries,
    locations: EntryLocations,
  ): void {
    for (const [index, entry] of (entities ?? []).entries()) {
      if (!entry || !isDraftJoin(entry)) continue;
      const { slug, mergedInto: into } = entry;
      if (slug === null || into === null) continue;
      this.declaredJoins.push({
        slug,
        into,
        document,
        line: locations.entities[index]?.line ?? null,
      });
    }
  }

  /** Returns the declarations of the store and the other documents that a document refers to. */
  private async knownFor(
    draft: DraftEntries,
    { joins, stored: { types, lengths } }: Around,
    store: Lookup | undefined,
  ): Promise<Pick<Known, 'entities' | 'sources'>> {
    const parts = partsOf(draft);
    const own = new Map([...parts.entities, ...parts.joins].map(({ slug, type }) => [slug, type]));
    const slugs = namedEntities(draft);
    const entities = new Map<string, EntityType>();
    for (const slug of slugs) {
      const type = this.declaredEntities.get(slug);
      // A declaration of the same type counts as the document's own, not as another document's.
      if (type !== undefined && own.get(slug) !== type) entities.set(slug, type);
    }
    for (const { slug, into } of joins) {
      const type = slugs.has(slug) ? types.get(into) : undefined;
      if (type !== undefined) entities.set(slug, type);
    }
    const retyped = store ? await this.retyped(own, types, store) : new Set<string>();
    for (const slug of slugs) {
      const type = types.get(slug);
      if (type !== undefined && !retyped.has(slug)) entities.set(slug, type);
    }
    const declared = this.declaredSources;
    const sources = {
      get: (slug: string) => declared.get(slug) ?? lengths.get(slug),
      has: (slug: string) => declared.has(slug) || lengths.has(slug),
      slugs: () => [...declared.keys(), ...lengths.keys()],
    };
    return { entities, sources };
  }

  /** Returns those entities that a document gives another type, and of which no other one speaks. */
  private async retyped(
    own: ReadonlyMap<string | null, EntityType | null | undefined>,
    stored: ReadonlyMap<string, EntityType>,
    store: Lookup,
  ): Promise<ReadonlySet<string>> {
    const slugs = [...own].flatMap(([slug, type]) => {
      const before = slug === null ? undefined : stored.get(slug);
      return slug !== null && before !== undefined && (type ?? before) !== before ? [slug] : [];
    });
    if (slugs.length === 0) return new Set();
    const entries = await store.entries('ENTITY', slugs);
    const others = entries.filter(({ document }) => !this.files.has(document));
    const kept = new Set(others.map(({ key }) => key));
    return new Set(slugs.filter((slug) => !kept.has(slug)));
  }
}

function unite(reports: readonly Report[]): Report {
  return {
    problems: reports.flatMap(({ problems }) => problems),
    warnings: reports.flatMap(({ warnings }) => warnings),
  };
}

/** Returns \`kt-2025\` for \`folder/kt-2025.yaml\`. */
function nameWithoutEnding(fileName: string): string {
  const name = fileName.split(/[\\/]/).at(-1) ?? '';
  return name.replace(/\.(ya?ml|json)$/i, '');
}

function isMapping(draft: Draft): draft is NonNullable<Draft> {
  return typeof draft === 'object' && draft !== null && !Array.isArray(draft);
}
