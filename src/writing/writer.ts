import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { EDITORIAL_SOURCE } from '../model/attestation.js';
import type { EntityRecord, SourceRecord } from '../model/records.js';
import { isRelationKey } from '../model/records.js';
import type { Transaction } from '../store/store.js';
import { storeChanges, type ChangeSet } from './change-set.js';
import { deriveAttestations } from './derived/attestations.js';
import { deriveDegrees } from './derived/degrees.js';
import { addEditors } from './derived/editors.js';
import { deriveTimes } from './derived/times.js';
import { EDITORS, editorialSource, editorsEntry } from './editorial.js';
import { disjointTerms, joinedEnds, unmetJoins } from './check-kept-entries.js';
import {
  isJoinEntry,
  type EntityEntry,
  type JoinEntry,
  type KeptEntry,
  type NewDocument,
  type RelationEntry,
  type SaidEntry,
} from './entries.js';
import { Joins } from './joins.js';
import { KeptEntries } from './kept-entries.js';
import { emptyEntity, mergeEntity } from './merging-entities.js';
import { emptyRelation, mergeRelation } from './merging-relations.js';
import { mergeSource } from './merging-sources.js';
import { missingRecord, sortedProblems, type KeptProblem } from './kept-problem.js';
import { needsOf } from './needs.js';
import { removeDocument, replaceEntries } from './replacing-entries.js';
import { StaleKeys } from './stale-keys.js';
import { WorkingGraph, type SaidKeys } from './working-graph.js';

/** The documents that are written at once. */
export interface Writing {
  readonly documents: readonly NewDocument[];
  /** The slugs of documents that are removed. */
  readonly removed?: readonly string[];
}

/** Entries of which the records are written, and the changes of the graph. */
export interface WrittenSlice {
  readonly entryCount: number;
  readonly changes: ChangeSet;
}

/**
 * Replaces and removes documents, and brings the graph to what all kept documents say. Nobody but
 * the transaction sees the graph between two steps:
 *
 *   1. replace the entries of the documents (replacing-entries.ts), and note the keys of the records
 *      that they speak of (stale-keys.ts);
 *   2. merge the entries of each such source, entity and relation, of all documents, into its record
 *      (merging-*.ts), and remove a record without an entry;
 *   3. recompute what follows from it for that record and for others (derived/);
 *   4. apply the difference to the store (change-set.ts), slice by slice.
 *
 * Returns what is wrong with entries that are kept then, such as a relation whose end no document
 * states any more; if there is anything, the caller must roll the transaction back.
 * @param onSlice is called after each slice.
 */
export async function writeDocuments(
  transaction: Transaction,
  { documents, removed = [] }: Writing,
  vocabulary: Vocabulary,
  onSlice: (slice: WrittenSlice) => void,
): Promise<readonly KeptProblem[]> {
  const before = new Joins(await transaction.joins());
  const stale = new StaleKeys();
  const onUnchanged = (entryCount: number): void => {
    onSlice({ entryCount, changes: NO_CHANGES });
  };
  for (const slug of removed) await removeDocument(transaction, slug, stale);
  for (const document of documents)
    await replaceEntries(transaction, document, vocabulary, stale, onUnchanged);
  const joins = new Joins(await transaction.joins());
  const newDocuments = new Set(documents.map(({ slug }) => slug));
  const context = { vocabulary, joins, newDocuments };
  return new GraphWriter(transaction, context, onSlice).write(stale, before);
}

/** Merges the entries of stale records anew, which the store keeps already. */
export async function mergeStale(
  transaction: Transaction,
  stale: StaleKeys,
  vocabulary: Vocabulary,
): Promise<void> {
  const joins = new Joins(await transaction.joins());
  const context = { vocabulary, joins, newDocuments: new Set<string>() };
  await new GraphWriter(transaction, context, () => undefined).write(stale, joins);
}

const NO_DIFFERENCE = { added: [], changed: [], removed: [] };
const NO_CHANGES: ChangeSet = {
  sources: NO_DIFFERENCE,
  entities: NO_DIFFERENCE,
  relations: NO_DIFFERENCE,
  evidence: NO_DIFFERENCE,
};

interface WritingContext {
  readonly vocabulary: Vocabulary;
  readonly joins: Joins;
  /** The slugs of the documents that are written. */
  readonly newDocuments: ReadonlySet<string>;
}

class GraphWriter {
  private readonly vocabulary: Vocabulary;
  private readonly joins: Joins;
  private readonly newDocuments: ReadonlySet<string>;
  /** The keys of records that change because of others: their version stays. */
  private readonly affected = new StaleKeys();
  /** The records that no entry is left for. They are removed when nothing refers to them. */
  private readonly gone = { sources: new Set<string>(), entities: new Set<string>() };
  private readonly problems: KeptProblem[] = [];
  private mayLackEditors = false;
  private readonly kept: KeptEntries;

  constructor(
    private readonly transaction: Transaction,
    { vocabulary, joins, newDocuments }: WritingContext,
    private readonly onSlice: (slice: WrittenSlice) => void,
  ) {
    this.vocabulary = vocabulary;
    this.joins = joins;
    this.newDocuments = newDocuments;
    this.kept = new KeptEntries(transaction);
  }

  async write(said: StaleKeys, before: Joins): Promise<readonly KeptProblem[]> {
    await this.addJoined(said, before);
    for (const [stale, isSaid] of this.both(said))
      for await (const keys of stale.batches('SOURCE')) await this.sources(keys, isSaid);
    for (const [stale, isSaid] of this.both(said))
      for await (const keys of stale.batches('ENTITY')) await this.entities(keys, isSaid);
    for (const [stale, isSaid] of this.both(said))
      for await (const keys of stale.batches('RELATION')) await this.relations(keys, isSaid);
    const needs = await this.removeGone();
    return sortedProblems([...this.problems, ...needs]);
  }

  private both(said: StaleKeys): readonly (readonly [StaleKeys, boolean])[] {
    return [
      [said, true],
      [this.affected, false],
    ];
  }

  /** Adds everything that is said of two slugs which were joined or parted. */
  private async addJoined(said: StaleKeys, before: Joins): Promise<void> {
    const changed = this.joins.changedSince(before);
    if (changed.length === 0) return;
    const slugs = [
      ...new Set(changed.flatMap((slug) => [slug, before.into(slug), this.joins.into(slug)])),
    ];
    await said.add('ENTITY', slugs);
    await said.add('SOURCE', await this.transaction.sourcesNaming(slugs));
    const relations = await this.transaction.relationsOf(slugs, []);
    const written = relations.flatMap(({ key }) => before.keysInto(key));
    await said.add('RELATION', [...new Set([...relations.map(({ key }) => key), ...written])]);
    const rivals = await this.transaction.targetsOfRivals(slugs);
    await said.add('RELATION', [...new Set(rivals.flatMap((key) => before.keysInto(key)))]);
  }

  private async sources(slugs: readonly string[], isSaid: boolean): Promise<void> {
    const graph = new WorkingGraph(this.transaction);
    const entries = await this.kept.byKey('SOURCE', slugs);
    await graph.sources.load(slugs);
    for (const slug of slugs) {
      const own = (entries.get(slug) ?? []).map(({ entry }) => this.joins.source(entry));
      if (own.length === 0) this.gone.sources.add(slug);
      else {
        this.gone.sources.delete(slug);
        graph.sources.put(mergeSource(slug === EDITORIAL_SOURCE ? [...own, editorialSource] : own));
      }
    }
    await this.declareOrganizations(graph);
    const reweighed = graph.sources
      .difference()
      .changed.filter(({ before, now }) => weightOf(before) !== weightOf(now))
      .map(({ now }) => now.slug);
    await this.apply(graph, isSaid ? slugs.length : 0, {});
    if (reweighed.length === 0) return;
    const targets = await this.transaction.targetsOfSources(reweighed);
    await this.affected.add(
      'ENTITY',
      targets.filter((target) => !isRelationKey(target)),
    );
    await this.affected.add('RELATION', targets.filter(isRelationKey));
  }

  /** Adds the organizations that sources name, whose own entries are merged later. */
  private async declareOrganizations({ sources, entities }: WorkingGraph): Promise<void> {
    const named = new Set(
      sources
        .putRecords()
        .flatMap(({ publisherSlug, informerSlugs }) => [publisherSlug, ...informerSlugs]),
    );
    await entities.load(named);
    for (const slug of named) {
      if (!entities.get(slug)) entities.put(emptyEntity(slug, 'Organization'));
    }
  }

  private async entities(written: readonly string[], isSaid: boolean): Promise<void> {
    const slugs = [...new Set(written.map((slug) => this.joins.into(slug)))];
    const former = written.filter((slug) => this.joins.into(slug) !== slug);
    const graph = new WorkingGraph(this.transaction);
    const entries = await this.kept.byKey(
      'ENTITY',
      slugs.flatMap((slug) => this.joins.slugsInto(slug)),
    );
    await graph.entities.load([...slugs, ...former]);
    await graph.loadEvidence([...slugs, ...former]);
    await graph.sources.load(citedIn(entries.values()));
    const context = { vocabulary: this.vocabulary, sources: graph.sources.now };
    for (const slug of slugs) {
      this.problems.push(...unmetJoins(slug, this.joins, entries));
      const own = this.joins
        .slugsInto(slug)
        .flatMap((each) => entries.get(each) ?? [])
        .filter(isDescription);
      const [first] = own;
      if (!first) {
        this.gone.entities.add(slug);
        continue;
      }
      this.gone.entities.delete(slug);
      const all = slug === EDITORS ? [...own, editorsEntry] : own;
      const before = graph.entities.get(slug) ?? emptyEntity(slug, first.entry.type);
      graph.putEntity(mergeEntity(all, typed(before, first.entry), context));
    }
    for (const slug of former) this.gone.entities.add(slug);
    await addEditors(graph, context);
    await deriveTimes(graph, this.vocabulary);
    await this.apply(
      graph,
      isSaid ? written.length : 0,
      isSaid ? { entities: new Set(slugs) } : {},
    );
  }

  private async relations(written: readonly string[], isSaid: boolean): Promise<void> {
    const read = written.map((key) => this.joins.keyInto(key));
    const keys = [...new Set([...read, ...written])];
    const graph = new WorkingGraph(this.transaction);
    const entries = await this.kept.byKey(
      'RELATION',
      keys.flatMap((key) => this.joins.keysInto(key)),
    );
    await graph.relations.load(keys);
    await graph.loadEvidence(keys);
    await graph.sources.load(citedIn(entries.values()));
    await graph.entities.load(keys.flatMap(endsOf));
    const context = { vocabulary: this.vocabulary, sources: graph.sources.now };
    for (const key of keys) {
      const own =
        this.joins.keyInto(key) === key
          ? this.joins.keysInto(key).flatMap((each) => entries.get(each) ?? [])
          : [];
      if (own.length === 0) {
        graph.removeRelation(key);
        continue;
      }
      this.problems.push(
        ...joinedEnds(own, this.joins, this.vocabulary),
        ...disjointTerms(own, this.vocabulary, this.newDocuments),
      );
      const ends = this.typesOfEnds(key, own, graph);
      if (!ends) {
        graph.removeRelation(key);
        continue;
      }
      const before = graph.relations.get(key) ?? emptyRelation(key, ends);
      const all = own.map(({ entry }) => this.joins.relation(entry));
      graph.putRelation(mergeRelation(all, before, context));
    }
    await addEditors(graph, context);
    await deriveTimes(graph, this.vocabulary);
    deriveAttestations(graph);
    deriveDegrees(graph);
    await this.apply(
      graph,
      isSaid ? written.length : 0,
      isSaid ? { relations: new Set(read) } : {},
    );
  }

  /** Removes the records that no entry is left for, if no others need them. */
  private async removeGone(): Promise<readonly KeptProblem[]> {
    const editorsAreCited = await this.areEditorsCited();
    if (!editorsAreCited) await this.addEditorsToGone();
    const gone = {
      sources: [...this.gone.sources].filter(
        (slug) => !(editorsAreCited && slug === EDITORIAL_SOURCE),
      ),
      entities: [...this.gone.entities].filter((slug) => !(editorsAreCited && slug === EDITORS)),
    };
    const needs = await needsOf(this.transaction, gone, this.joins);
    if (needs.length > 0) return needs;
    const graph = new WorkingGraph(this.transaction);
    await graph.entities.load(gone.entities);
    await graph.loadEvidence(gone.entities);
    await graph.sources.load(gone.sources);
    for (const slug of gone.entities) graph.removeEntity(slug);
    for (const slug of gone.sources) graph.sources.remove(slug);
    await this.apply(graph, 0, {});
    return [];
  }

  /** Returns true, without looking, if nothing that cited the editors was removed. */
  private async areEditorsCited(): Promise<boolean> {
    if (!this.mayLackEditors) return true;
    const targets = await this.transaction.targetsOfSources([EDITORIAL_SOURCE]);
    return targets.length > 0;
  }

  private async addEditorsToGone(): Promise<void> {
    const sources = await this.transaction.entries('SOURCE', [EDITORIAL_SOURCE]);
    const entities = await this.transaction.entries('ENTITY', [EDITORS]);
    if (sources.length === 0) this.gone.sources.add(EDITORIAL_SOURCE);
    if (entities.length === 0) this.gone.entities.add(EDITORS);
  }

  /** Returns null, and adds what is wrong, if an end is not there, since it is parted. */
  private typesOfEnds(
    key: string,
    entries: readonly KeptEntry<RelationEntry>[],
    { entities }: WorkingGraph,
  ): Parameters<typeof emptyRelation>[1] | null {
    const [fromType, toType] = endsOf(key).map((slug) => entities.get(slug)?.type);
    if (fromType && toType) return { fromType, toType };
    const [missing = ''] = endsOf(key).filter((slug) => !entities.get(slug));
    this.problems.push(
      ...entries.map((entry) => missingRecord(entry, key, { kind: 'ENTITY', missing })),
    );
    return null;
  }

  private async apply(graph: WorkingGraph, entryCount: number, said: SaidKeys): Promise<void> {
    const changes = graph.changes(said);
    this.mayLackEditors ||= changes.evidence.removed.some(
      ({ sourceSlug }) => sourceSlug === EDITORIAL_SOURCE,
    );
    await this.transaction.apply(storeChanges(changes));
    this.onSlice({ entryCount, changes });
  }
}

/** Returns the slugs of all sources that the evidence of entries cites. */
function citedIn(
  said: Iterable<readonly SaidEntry<EntityEntry | JoinEntry | RelationEntry>[]>,
): ReadonlySet<string> {
  const entries = [...said].flat().map(({ entry }) => entry);
  return new Set(
    entries.flatMap((entry) =>
      isJoinEntry(entry) ? [] : (entry.evidence ?? []).map(({ source }) => source),
    ),
  );
}

function isDescription(said: KeptEntry<EntityEntry | JoinEntry>): said is KeptEntry<EntityEntry> {
  return !isJoinEntry(said.entry);
}

/** The type of an entity may change when its only document is replaced. */
function typed(before: EntityRecord, { type }: EntityEntry): EntityRecord {
  return before.type === type ? before : { ...before, type };
}

function endsOf(key: string): string[] {
  const [from = '', , to = ''] = key.split('~');
  return [from, to];
}

/** Returns, as text, everything that decides how much the evidence of a source counts. */
function weightOf({ publisherSlug, informerSlugs, publishedAt }: SourceRecord): string {
  return JSON.stringify([publisherSlug, informerSlugs, publishedAt]);
}
