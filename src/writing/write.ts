import type { PropertyDefinition, PropertyDefinitions } from '../vocabulary/properties.js';
import { languages, type LocalizedText } from '../vocabulary/languages.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';

import { UNDATED } from '../model/time.js';
import type { EntityRecord, RelationRecord, SourceRecord } from '../model/records.js';
import type { Transaction } from '../store/store.js';
import { attestationOfRelation, EDITORIAL_SOURCE } from '../model/attestation.js';
import { editorialSource, editors } from './editorial.js';
import { evidenceOfEntry, type EvidenceContext } from './evidence.js';
import {
  countEntries,
  keyOfEntry,
  type Entries,
  type EntityEntry,
  type RelationEntry,
  type SourceEntry,
} from './entries.js';
import {
  mergeNames,
  mergeValues,
  textValues,
  typedProperties,
  unite,
  type Merged,
} from './merge.js';
import { upholdTimes } from './times.js';
import type { ImportTally } from './import-tally.js';
import { WorkingGraph } from './working-graph.js';

/** Entries that are merged at once: of all others an import holds no more than the keys. */
export const ENTRIES_AT_ONCE = 2_000;

/**
 * Merges entries, which were checked, into the graph. The only writer: it upholds what
 * records keep of others: the confirming sources and counts of relations, degrees, times, and which
 * of several claimed values is shown. `tally` gets what changes, `onProgress` how many more entries
 * are merged.
 */
export async function writeEntries(
  transaction: Transaction,
  entries: Entries,
  vocabulary: Vocabulary,
  tally: ImportTally,
  onProgress: (merged: number) => void = () => undefined,
): Promise<void> {
  for (const slice of slicesOf(entries)) {
    await new EntryWriter(transaction, vocabulary).write(slice, tally);
    onProgress(countEntries(slice));
  }
}

/**
 * Sources come first, since evidence cites them, with the organizations that they name; and
 * relations last, since they join entities.
 */
function* slicesOf({ sources = [], entities = [], relations = [] }: Entries): Generator<Entries> {
  const named = new Set(
    sources.flatMap(({ publisher, informers = [] }) => [publisher, ...informers]),
  );
  const organizations = entities.filter(({ slug }) => named.has(slug));
  const ordered = [...organizations, ...entities.filter(({ slug }) => !named.has(slug))];
  const first = Math.max(ENTRIES_AT_ONCE, organizations.length);
  yield { sources, entities: ordered.slice(0, first) };
  for (let start = first; start < ordered.length; start += ENTRIES_AT_ONCE) {
    yield { entities: ordered.slice(start, start + ENTRIES_AT_ONCE) };
  }
  for (let start = 0; start < relations.length; start += ENTRIES_AT_ONCE) {
    yield { relations: relations.slice(start, start + ENTRIES_AT_ONCE) };
  }
}

/** Localized text, as one property for each language. */
const oneLanguage: PropertyDefinition = { type: 'text', description: '', stated: false };

class EntryWriter {
  private readonly graph: WorkingGraph;

  constructor(
    private readonly transaction: Transaction,
    private readonly vocabulary: Vocabulary,
  ) {
    this.graph = new WorkingGraph(transaction);
  }

  async write(
    { sources = [], entities = [], relations = [] }: Entries,
    tally: ImportTally,
  ): Promise<void> {
    await this.load(sources, entities, relations);
    const recounted = await this.mergeSources(sources);
    for (const entity of entities) this.mergeEntity(entity);
    for (const relation of relations) this.mergeRelation(relation);
    for (const target of recounted) this.restate(target);
    await upholdTimes(
      this.graph,
      this.vocabulary,
      entities.map((entity) => entity.slug),
      relations.map((relation) => keyOfEntry(relation, this.vocabulary)),
    );
    this.upholdAttestations();
    this.upholdDegrees();
    await this.upholdEditors();
    await this.transaction.apply(this.graph.changes(tally));
  }

  private async load(
    sources: readonly SourceEntry[],
    entities: readonly EntityEntry[],
    relations: readonly RelationEntry[],
  ): Promise<void> {
    const keys = relations.map((relation) => keyOfEntry(relation, this.vocabulary));
    const slugs = entities.map((entity) => entity.slug);
    const cited = [...entities, ...relations].flatMap((entry) =>
      (entry.evidence ?? []).map((piece) => piece.source),
    );
    await this.graph.sources.load([...sources.map((source) => source.slug), ...cited]);
    await this.graph.entities.load([...slugs, ...relations.flatMap(({ from, to }) => [from, to])]);
    await this.graph.relations.load(keys);
    await this.graph.loadEvidence([...slugs, ...keys]);
  }

  /**
   * What sources say of themselves is taken as it is said last; addresses and informers unite.
   * Gives the targets whose evidence counts otherwise now.
   */
  private async mergeSources(sources: readonly SourceEntry[]): Promise<readonly string[]> {
    const changed: string[] = [];
    for (const source of sources) {
      const before = this.graph.sources.now.get(source.slug);
      const merged = mergeSource(before, source);
      this.graph.sources.put(merged);
      const counts = ({ publisherSlug, informerSlugs, publishedAt }: SourceRecord): string =>
        JSON.stringify([publisherSlug, informerSlugs, publishedAt]);
      if (before && counts(before) !== counts(merged)) changed.push(source.slug);
    }
    if (changed.length === 0) return [];
    const targets = await this.transaction.targetsOfSources(changed);
    await this.graph.entities.load(targets.filter((target) => !target.includes('~')));
    await this.graph.relations.load(targets.filter((target) => target.includes('~')));
    await this.graph.loadEvidence(targets);
    return targets;
  }

  private mergeEntity(entry: EntityEntry): void {
    const { slug, type } = entry;
    const before = this.graph.entities.now.get(slug) ?? newEntity(entry);
    const definition = this.vocabulary.entityTypes[type];
    const values = {
      ...(entry.kind === undefined ? {} : { kind: entry.kind }),
      ...textValues(entry, definition.properties),
      ...perLanguage('description', entry.description),
      ...perLanguage(
        definition.nameProperty,
        entry[definition.nameProperty ?? ''] as LocalizedText,
      ),
    };
    const given = {
      values,
      evidence: evidenceOfEntry(entry.evidence ?? [], this.entityContext(before, values)),
    };
    this.putEntity(before, given, entry);
  }

  private entityContext(
    { slug, type }: EntityRecord,
    values: Readonly<Record<string, string>>,
  ): EvidenceContext {
    const { properties } = this.vocabulary.entityTypes[type];
    const isClaimed = (property: string): boolean =>
      this.entityProperty(type, property) !== undefined;
    return { target: slug, definitions: properties, values, isClaimed };
  }

  /** The definition of what has one value at a time. */
  private entityProperty(
    type: EntityRecord['type'],
    property: string,
  ): PropertyDefinition | undefined {
    const definition = this.vocabulary.entityTypes[type];
    const own = definition.properties[property];
    if (own && own.type !== 'localizedText') return own;
    if (property === 'kind') return oneLanguage;
    const [name, language] = property.split('.');
    const isText =
      name === 'description' || (name !== undefined && name === definition.nameProperty);
    return isText && languages.some((known) => known === language) ? oneLanguage : undefined;
  }

  private putEntity(before: EntityRecord, given: Merged, entry?: EntityEntry): void {
    const { slug, type } = before;
    const definition = this.vocabulary.entityTypes[type];
    const details = before.details ?? noDetails;
    const { nameProperty } = definition;
    const shown: Merged = {
      values: {
        ...(before.kind === null ? {} : { kind: before.kind }),
        ...textValues(before.properties, definition.properties),
        ...perLanguage('description', details.description),
        ...(nameProperty === undefined ? {} : perLanguage(nameProperty, before.names)),
      },
      evidence: this.graph.evidenceOf(slug),
    };
    const merged = mergeValues(
      slug,
      shown,
      given,
      (property) => this.entityProperty(type, property),
      this.graph.sources.now,
    );
    const names = mergeNames(
      { names: before.names, editorial: details.editorial, aliases: details.aliases },
      namesOf(entry),
    );
    this.graph.putEvidence(slug, merged.evidence);
    this.graph.entities.put({
      ...before,
      kind: merged.values['kind'] ?? null,
      names: nameProperty === undefined ? names.names : byLanguage(nameProperty, merged.values),
      properties: typedProperties(merged.values, definition.properties),
      details: {
        aliases: names.aliases,
        description: byLanguage('description', merged.values),
        sameAs: unite(details.sameAs, entry?.sameAs ?? []),
        editorial: nameProperty === undefined ? names.editorial : [],
      },
    });
  }

  private mergeRelation(entry: RelationEntry): void {
    const key = keyOfEntry(entry, this.vocabulary);
    const before = this.graph.relations.now.get(key) ?? this.newRelation(key, entry);
    const definitions = this.relationProperties(before);
    const values = textValues(entry, definitions);
    const isClaimed = (property: string): boolean => definitions[property] !== undefined;
    const evidence = evidenceOfEntry(entry.evidence ?? [], {
      target: key,
      definitions,
      values,
      isClaimed,
    });
    this.putRelation(before, { values, evidence });
  }

  private putRelation(before: RelationRecord, given: Merged): void {
    const definitions = this.relationProperties(before);
    const shown = {
      values: textValues(before.properties, definitions),
      evidence: this.graph.evidenceOf(before.key),
    };
    const merged = mergeValues(
      before.key,
      shown,
      given,
      (property) => definitions[property],
      this.graph.sources.now,
    );
    this.graph.putEvidence(before.key, merged.evidence);
    this.graph.relations.put({
      ...before,
      properties: typedProperties(merged.values, definitions),
    });
  }

  private relationProperties({ type }: RelationRecord): PropertyDefinitions {
    return this.vocabulary.relationTypes[type]?.properties ?? {};
  }

  private newRelation(key: string, { type, from, to }: RelationEntry): RelationRecord {
    const ends = [from, to].map((slug) => this.graph.entities.now.get(slug)?.type);
    const [fromType, toType] = ends;
    if (!fromType || !toType) throw new Error(`An end of ${key} is missing: it was not checked.`);
    return {
      key, type, fromSlug: from, toSlug: to, fromType, toType, version: 1, properties: {},
      time: UNDATED, sources: [], publisherCount: 0, originCount: 0,
    }; // prettier-ignore
  }

  /** Chooses the shown values of a target anew, once its sources count otherwise. */
  private restate(target: string): void {
    const nothing = { values: {}, evidence: [] };
    const entity = this.graph.entities.now.get(target);
    const relation = this.graph.relations.now.get(target);
    if (entity) this.putEntity(entity, nothing);
    if (relation) this.putRelation(relation, nothing);
  }

  private upholdAttestations(): void {
    const { relations, sources } = this.graph;
    for (const relation of relations.now.values()) {
      if (!this.graph.hasEvidenceOf(relation.key)) continue;
      const evidence = this.graph.evidenceOf(relation.key);
      relations.put({ ...relation, ...attestationOfRelation(evidence, sources.now) });
    }
  }

  /** Brings the editors as a source when evidence first names them. */
  private async upholdEditors(): Promise<void> {
    const { sources, entities } = this.graph;
    await sources.load([EDITORIAL_SOURCE]);
    if (sources.now.has(EDITORIAL_SOURCE) || !this.graph.cites(EDITORIAL_SOURCE)) return;
    sources.put(mergeSource(undefined, editorialSource));
    await entities.load([editors.slug]);
    if (!entities.now.has(editors.slug)) this.mergeEntity(editors);
  }

  private upholdDegrees(): void {
    const { entities, relations } = this.graph;
    const more = new Map<string, number>();
    for (const [key, { fromSlug, toSlug }] of relations.now) {
      if (relations.before.has(key)) continue;
      for (const slug of new Set([fromSlug, toSlug])) more.set(slug, (more.get(slug) ?? 0) + 1);
    }
    for (const [slug, number] of more) {
      const entity = entities.now.get(slug);
      if (entity) entities.put({ ...entity, degree: entity.degree + number });
    }
  }
}

const noDetails = { aliases: {}, description: {}, sameAs: [], editorial: [] };

function newEntity({ slug, type }: EntityEntry): EntityRecord {
  return {
    slug, type, kind: null, version: 1, names: {}, properties: {}, time: UNDATED, degree: 0,
    details: noDetails,
  }; // prettier-ignore
}

function mergeSource(before: SourceRecord | undefined, source: SourceEntry): SourceRecord {
  return {
    slug: source.slug,
    title: source.title ?? before?.title ?? null,
    urls: unite(before?.urls ?? [], source.urls ?? []),
    language: source.language ?? before?.language ?? null,
    publishedAt:
      source.publishedAt === undefined ? (before?.publishedAt ?? null) : String(source.publishedAt),
    kind: source.kind ?? before?.kind ?? null,
    publisherSlug: source.publisher,
    informerSlugs: unite(before?.informerSlugs ?? [], source.informers ?? []),
    text: source.text ?? before?.text ?? null,
  };
}

function namesOf(entry: EntityEntry | undefined): Parameters<typeof mergeNames>[1] {
  const editorialNames = entry?.editorialNames ?? {};
  const names = entry?.names ?? {};
  return {
    names: { ...editorialNames, ...names },
    editorial: languages.filter(
      (language) => editorialNames[language] !== undefined && names[language] === undefined,
    ),
    aliases: entry?.aliases ?? {},
  };
}

/** `{ en: … }` → `{ 'description.en': … }`: each language has a value of its own. */
function perLanguage(
  name: string | undefined,
  text: LocalizedText | undefined,
): Record<string, string> {
  if (name === undefined || !text) return {};
  return Object.fromEntries(
    Object.entries(text).map(([language, value]) => [`${name}.${language}`, value]),
  );
}

function byLanguage(name: string, values: Readonly<Record<string, string>>): LocalizedText {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const value = values[`${name}.${language}`];
      return value === undefined ? [] : [[language, value]];
    }),
  );
}
