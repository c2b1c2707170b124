import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { EDITORIAL_SOURCE } from '../model/attestation.js';
import { isRelationKey, slugsIn, type EntityRecord, type SourceRecord } from '../model/records.js';
import type { Transaction } from '../store/store.js';
import { storeChanges, type ChangeSet } from './change-set.js';
import { deriveAttestations } from './derived/attestations.js';
import { DegreeChanges } from './derived/degrees.js';
import { addEditors, putEditors } from './derived/editors.js';
import { deriveStandings } from './derived/standings.js';
import { deriveTimes } from './derived/times.js';
import { EDITORS, editorialSource, editorsEntry } from './editorial.js';
import { disjointTerms, joinedEnds, mergedDifferent, unmetJoins } from './check-kept-entries.js';
import {
  isJoinEntry,
  type EntityEntry,
  type JoinEntry,
  type KeptEntry,
  type RelationEntry,
  type SaidEntry,
} from './entries.js';
import type { Joins } from './joins.js';
import { KeptEntries } from './kept-entries.js';
import { emptyEntity, mergeEntity } from './merging-entities.js';
import { emptyRelation, mergeRelation } from './merging-relations.js';
import { mergeSource } from './merging-sources.js';
import { missingRecord, sortedProblems, type KeptProblem } from './kept-problem.js';
import { misfitsOf, needsOf } from './needs.js';
import { PackedList } from './packed-list.js';
import { StaleKeys } from './stale-keys.js';
import { WorkingGraph, type SaidKeys } from './working-graph.js';

/** Entries of which the records are written, and the changes of the graph. */
export interface WrittenSlice {
  readonly entryCount: number;
  readonly changes: ChangeSet;
}

interface WritingContext {
  readonly vocabulary: Vocabulary;
  readonly joins: Joins;
  /** The slugs of the documents that are written. */
  readonly newDocuments: ReadonlySet<string>;
  /** True to write each record that is merged, whether it changes or not. */
  readonly writesAll?: boolean;
}

/** Brings the records of stale keys to what their entries say, slice by slice. */
export class GraphWriter {
  private readonly vocabulary: Vocabulary;
  private readonly joins: Joins;
  private readonly newDocuments: ReadonlySet<string>;
  private readonly writesAll: boolean;
  /** The keys of records that change because of others: their version stays. */
  private readonly affected = new StaleKeys();
  /** The records that no entry is left for. They are removed when nothing refers to them. */
  private readonly gone = { sources: new Set<string>(), entities: new Set<string>() };
  /** New organizations that sources name, until their own entries are merged. */
  private readonly declared = new Set<string>();
  /** The entities that have another type than before. */
  private readonly retyped = new Set<string>();
  private readonly degrees = new DegreeChanges();
  private mayChangeEditors = false;
  private readonly problems: KeptProblem[] = [];
  private readonly kept: KeptEntries;

  constructor(
    private readonly transaction: Transaction,
    { vocabulary, joins, newDocuments, writesAll = false }: WritingContext,
    private readonly onSlice: (slice: WrittenSlice) => void,
  ) {
    this.kept = new KeptEntries(transaction);
    this.vocabulary = vocabulary;
    this.joins = joins;
    this.newDocuments = newDocuments;
    this.writesAll = writesAll;
  }

  async write(said: StaleKeys, before: Joins): Promise<readonly KeptProblem[]> {
    await this.addJoined(said, before);
    for (const [stale, isSaid] of this.both(said))
      for await (const keys of stale.batches('SOURCE')) await this.sources(keys, isSaid);
    for (const [stale, isSaid] of this.both(said))
      for await (const keys of stale.batches('ENTITY')) await this.entities(keys, isSaid);
    for (const [stale, isSaid] of this.both(said))
      for await (const keys of stale.batches('RELATION')) await this.relations(keys, isSaid);
    await this.settleDegrees();
    const needs = await this.removeGone();
    if (needs.length > 0 || this.problems.length > 0)
      return sortedProblems([...this.problems, ...needs]);
    await this.settleEditors();
    return sortedProblems(await this.removeGone());
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
    const naming = await this.transaction.slugsNaming('ENTITY', slugs);
    await said.add('ENTITY', [...new Set([...slugs, ...naming])]);
    await said.add('SOURCE', await this.transaction.slugsNaming('SOURCE', slugs));
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
      if (own.length === 0) {
        if (slug !== EDITORIAL_SOURCE) this.gone.sources.add(slug);
      } else {
        this.gone.sources.delete(slug);
        graph.sources.put(mergeSource(slug === EDITORIAL_SOURCE ? [...own, editorialSource] : own));
      }
    }
    this.mayChangeEditors ||= slugs.includes(EDITORIAL_SOURCE);
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
      if (entities.get(slug)) continue;
      entities.put(emptyEntity(slug, 'Organization'));
      this.declared.add(slug);
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
        if (slug !== EDITORS) this.gone.entities.add(slug);
        continue;
      }
      this.gone.entities.delete(slug);
      this.problems.push(...mergedDifferent(slug, own, this.joins));
      const read = own.map((kept) => ({ ...kept, entry: this.joins.entity(kept.entry) }));
      const all = slug === EDITORS ? [...read, editorsEntry] : read;
      const before = graph.entities.get(slug) ?? emptyEntity(slug, first.entry.type);
      if (before.type !== first.entry.type) this.retyped.add(slug);
      graph.putEntity(mergeEntity(all, typed(before, first.entry), context));
    }
    for (const slug of former) this.gone.entities.add(slug);
    this.mayChangeEditors ||= slugs.includes(EDITORS);
    await addEditors(graph, this.vocabulary);
    await deriveTimes(graph, this.vocabulary);
    await this.affectRelationsOf(slugs.filter((slug) => this.retyped.has(slug)));
    await this.apply(
      graph,
      isSaid ? written.length : 0,
      isSaid ? { entities: new Set(slugs) } : {},
    );
  }

  /** A relation has the types of its ends. */
  private async affectRelationsOf(entities: readonly string[]): Promise<void> {
    if (entities.length === 0) return;
    const relations = await this.transaction.relationsOf(entities, []);
    await this.affected.add('RELATION', relations.map(({ key }) => key)); // prettier-ignore
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
    await graph.entities.load(keys.flatMap(slugsIn));
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
      const before = { ...(graph.relations.get(key) ?? emptyRelation(key, ends)), ...ends };
      const all = own.map(({ entry }) => this.joins.relation(entry));
      graph.putRelation(mergeRelation(all, before, context));
    }
    await addEditors(graph, this.vocabulary);
    await deriveTimes(graph, this.vocabulary);
    deriveAttestations(graph);
    await deriveStandings(graph);
    this.degrees.count(graph);
    await this.apply(
      graph,
      isSaid ? written.length : 0,
      isSaid ? { relations: new Set(read) } : {},
    );
  }

  private async settleDegrees(): Promise<void> {
    const changed = await PackedList.of(this.degrees.slugs());
    for await (const slugs of changed.batches()) {
      const graph = new WorkingGraph(this.transaction);
      await this.degrees.derive(graph, slugs);
      await this.apply(graph, 0, {});
    }
  }

  /**
   * Brings the editors and their source to what documents say of them. They are there, too, without
   * a document that says so, as long as evidence cites them.
   */
  private async settleEditors(): Promise<void> {
    if (!this.mayChangeEditors) return;
    const sources = await this.transaction.entries('SOURCE', [EDITORIAL_SOURCE]);
    const entities = await this.transaction.entries('ENTITY', [EDITORS]);
    const targets = await this.transaction.targetsOfSources([EDITORIAL_SOURCE]);
    const isCited = targets.length > 0;
    const graph = new WorkingGraph(this.transaction);
    if (sources.length === 0) {
      await graph.sources.load([EDITORIAL_SOURCE]);
      if (isCited) graph.sources.put(mergeSource([editorialSource]));
      else this.gone.sources.add(EDITORIAL_SOURCE);
    }
    if (entities.length === 0) {
      const isNeeded = isCited || sources.length > 0;
      if (isNeeded) await putEditors(graph, this.vocabulary);
      else this.gone.entities.add(EDITORS);
    }
    await this.apply(graph, 0, {});
  }

  /** Removes the records that no entry is left for, if no others need them. */
  private async removeGone(): Promise<readonly KeptProblem[]> {
    const gone = { sources: [...this.gone.sources], entities: [...this.gone.entities] };
    const needs = [
      ...(await needsOf(this.transaction, gone, this.joins)),
      ...(await misfitsOf(this.transaction, [...this.retyped], this.vocabulary, this.joins)),
    ];
    if (needs.length > 0) return needs;
    const graph = new WorkingGraph(this.transaction);
    await graph.entities.load(gone.entities);
    await graph.loadEvidence(gone.entities);
    await graph.sources.load(gone.sources);
    for (const slug of gone.entities) graph.removeEntity(slug);
    for (const slug of gone.sources) graph.sources.remove(slug);
    await this.apply(graph, 0, {});
    this.gone.sources.clear();
    this.gone.entities.clear();
    return [];
  }

  /** Returns null, and adds what is wrong, if an end is not there, since it is parted. */
  private typesOfEnds(
    key: string,
    entries: readonly KeptEntry<RelationEntry>[],
    { entities }: WorkingGraph,
  ): Parameters<typeof emptyRelation>[1] | null {
    const [fromType, toType] = slugsIn(key).map((slug) => entities.get(slug)?.type);
    if (fromType && toType) return { fromType, toType };
    const [missing = ''] = slugsIn(key).filter((slug) => !entities.get(slug));
    this.problems.push(
      ...entries.map((entry) => missingRecord(entry, key, { kind: 'ENTITY', missing })),
    );
    return null;
  }

  private async apply(graph: WorkingGraph, entryCount: number, said: SaidKeys): Promise<void> {
    const changes = graph.changes(said);
    this.mayChangeEditors ||= changes.evidence.removed.some(
      ({ sourceSlug }) => sourceSlug === EDITORIAL_SOURCE,
    );
    await this.transaction.apply(this.writesAll ? graph.whole() : storeChanges(changes));
    this.onSlice({ entryCount, changes: this.withoutDeclared(changes) });
  }

  /** Returns changes in which an organization is added when its own entries are merged. */
  private withoutDeclared(changes: ChangeSet): ChangeSet {
    if (this.declared.size === 0) return changes;
    const { added, changed, removed } = changes.entities;
    const isDeclared = ({ slug }: EntityRecord): boolean => this.declared.has(slug);
    const merged = changed.map(({ now }) => now).filter(isDeclared);
    const entities = {
      added: [...added.filter((entity) => !isDeclared(entity)), ...merged],
      changed: changed.filter(({ now }) => !isDeclared(now)),
      removed,
    };
    for (const { slug } of merged) this.declared.delete(slug);
    return { ...changes, entities };
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

/** Returns, as text, everything that decides how much the evidence of a source counts. */
function weightOf({ publisherSlug, informerSlugs, publishedAt }: SourceRecord): string {
  return JSON.stringify([publisherSlug, informerSlugs, publishedAt]);
}
