import { languages, type Language, type LocalizedText } from '../vocabulary/languages.js';
import type { PropertyDefinitions } from '../vocabulary/properties.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { plainText } from '../values/localized-text.js';
import { instanceOf } from '../values/keys.js';
import {
  isRelationKey,
  type EntityRecord,
  type EntryKind,
  type EvidenceRecord,
  type Properties,
  type RelationRecord,
  type SourceRecord,
} from '../model/records.js';
import type { GraphRecords } from '../store/store.js';
import { EDITORIAL_SOURCE } from '../model/attestation.js';
import { UNSOURCED_NOTE } from '../writing/editorial.js';
import {
  definitionOfValue,
  propertyOfValue,
  textValues,
  type TextValues,
} from '../writing/property-values.js';
import {
  NO_LOCATION,
  type Defaults,
  type EntityEntry,
  type EntriesByKind,
  type Entry,
  type EvidenceEntry,
  type LocatedEntry,
  type NewDocument,
  type RelationEntry,
  type SourceEntry,
} from '../writing/entries.js';

/**
 * The whole graph as one document: each record as one entry, with all its evidence. Imported into an
 * empty store, it creates an equal graph.
 */
export class MergedDocument implements NewDocument {
  readonly defaults: Defaults = {};

  /** @param records must not change while the entries are read. */
  constructor(
    readonly slug: string,
    private readonly records: GraphRecords,
    private readonly vocabulary: Vocabulary,
  ) {}

  entries<K extends EntryKind>(kind: K): AsyncGenerator<readonly LocatedEntry<EntriesByKind[K]>[]> {
    const ofKind: {
      readonly [Kind in EntryKind]: () => AsyncGenerator<readonly EntriesByKind[Kind][]>;
    } = {
      SOURCE: () => this.sources(),
      ENTITY: () => this.entities(),
      RELATION: () => this.relations(),
    };
    return withoutLocations(ofKind[kind]());
  }

  private async *sources(): AsyncGenerator<readonly SourceEntry[]> {
    for await (const batch of this.records.sources()) yield batch.map(documentSource);
  }

  private async *entities(): AsyncGenerator<readonly EntityEntry[]> {
    const evidence = new EvidenceInOrder(this.records, (target) => !isRelationKey(target));
    for await (const batch of this.records.entities()) {
      const entries: EntityEntry[] = [];
      for (const entity of batch)
        entries.push(documentEntity(entity, await evidence.of(entity.slug), this.vocabulary));
      yield entries;
    }
  }

  private async *relations(): AsyncGenerator<readonly RelationEntry[]> {
    const evidence = new EvidenceInOrder(this.records, isRelationKey);
    for await (const batch of this.records.relations()) {
      const entries: RelationEntry[] = [];
      for (const relation of batch)
        entries.push(documentRelation(relation, await evidence.of(relation.key), this.vocabulary));
      yield entries;
    }
  }
}

async function* withoutLocations<E extends Entry>(
  batches: AsyncGenerator<readonly E[]>,
): AsyncGenerator<readonly LocatedEntry<E>[]> {
  for await (const batch of batches) yield batch.map((entry) => ({ entry, ...NO_LOCATION }));
}

/** Returns the evidence for one target after the other, for targets in the order of the records. */
class EvidenceInOrder {
  private readonly batches: AsyncIterator<readonly EvidenceRecord[]>;
  private batch: readonly EvidenceRecord[] = [];
  private index = 0;

  constructor(
    records: GraphRecords,
    private readonly isIncluded: (target: string) => boolean,
  ) {
    this.batches = records.evidence()[Symbol.asyncIterator]();
  }

  async of(target: string): Promise<EvidenceRecord[]> {
    const found: EvidenceRecord[] = [];
    for (;;) {
      const piece = await this.next();
      if (!piece || (this.isIncluded(piece.target) && piece.target > target)) return found;
      this.index++;
      if (piece.target === target) found.push(piece);
    }
  }

  private async next(): Promise<EvidenceRecord | undefined> {
    while (this.index >= this.batch.length) {
      const result = await this.batches.next();
      if (result.done === true) return undefined;
      this.batch = result.value;
      this.index = 0;
    }
    return this.batch[this.index];
  }
}

function documentSource(source: SourceRecord): SourceEntry {
  const { slug, title, urls, language, publishedAt, kind, publisherSlug, informerSlugs, text } =
    source;
  return {
    slug,
    publisher: publisherSlug,
    ...(informerSlugs.length > 0 ? { informers: informerSlugs } : {}),
    ...(title === null ? {} : { title }),
    ...(urls.length > 0 ? { urls } : {}),
    ...(language === null ? {} : { language }),
    ...(publishedAt === null ? {} : { publishedAt }),
    ...(kind === null ? {} : { kind }),
    ...(text === null ? {} : { text }),
  };
}

function documentEntity(
  { slug, type, kind, names, properties, details }: EntityRecord,
  evidence: readonly EvidenceRecord[],
  vocabulary: Vocabulary,
): EntityEntry {
  const { nameProperty, properties: definitions } = vocabulary.entityTypes[type];
  const { aliases, description, sameAs, differentFrom, editorial } = details;
  const seen = inLanguages(names, (language) => !editorial.includes(language));
  const own = inLanguages(names, (language) => editorial.includes(language));
  const named =
    nameProperty === undefined
      ? { ...filled('names', seen), ...filled('editorialNames', own) }
      : filled(nameProperty, names);
  return {
    slug,
    type,
    ...(kind === null ? {} : { kind }),
    ...named,
    ...filled('aliases', aliases),
    ...filled('description', description),
    ...(sameAs.length > 0 ? { sameAs } : {}),
    ...(differentFrom && { differentFrom }),
    ...properties,
    ...documentEvidence(evidence, properties, definitions),
  };
}

function documentRelation(
  { key, type, fromSlug, toSlug, properties }: RelationRecord,
  evidence: readonly EvidenceRecord[],
  vocabulary: Vocabulary,
): RelationEntry {
  const { qualifier, properties: definitions } = vocabulary.relationType(type);
  const qualified = qualifier === undefined ? undefined : plainText(properties[qualifier]);
  const instance = instanceOf(key, qualified);
  return {
    type,
    from: fromSlug,
    to: toSlug,
    ...(instance === undefined ? {} : { instance }),
    ...properties,
    ...documentEvidence(evidence, properties, definitions),
  };
}

function documentEvidence(
  evidence: readonly EvidenceRecord[],
  properties: Properties,
  definitions: PropertyDefinitions,
): { evidence?: readonly EvidenceEntry[] } {
  if (evidence.length === 0) return {};
  const confirming = evidence.filter((piece) => piece.stance === 'CONFIRMS');
  const named = new Set(confirming.map((piece) => piece.property));
  const values = textValues(properties, definitions);
  // Without evidence of their own, the import would take evidence for the whole as theirs.
  const unsourced = Object.keys(values).filter(
    (name) =>
      definitionOfValue(name, definitions)?.stated &&
      !named.has(name) &&
      !named.has(propertyOfValue(name)),
  );
  return {
    evidence: [
      ...evidence.map((piece) => evidenceEntry(piece, values)),
      ...unsourced.map((property) => ({
        source: EDITORIAL_SOURCE,
        property,
        note: UNSOURCED_NOTE,
      })),
    ],
  };
}

function evidenceEntry(piece: EvidenceRecord, values: TextValues): EvidenceEntry {
  const { sourceSlug, property, position, stance, value, preferred, inferred, note } = piece;
  const isShown = property !== null && value !== null && values[property] === value;
  return {
    source: sourceSlug,
    ...(property === null ? {} : { property }),
    ...(position === null ? {} : { position }),
    ...(stance === 'CONTRADICTS' ? { stance } : {}),
    ...(value === null || isShown ? {} : { value }),
    ...(preferred ? { preferred } : {}),
    ...(inferred ? { inferred } : {}),
    ...(note === null ? {} : { note }),
  };
}

function inLanguages(
  text: LocalizedText,
  isIncluded: (language: Language) => boolean,
): LocalizedText {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const value = text[language];
      return value !== undefined && isIncluded(language) ? [[language, value]] : [];
    }),
  );
}

function filled(name: string, value: object): Record<string, unknown> {
  return Object.keys(value).length > 0 ? { [name]: value } : {};
}
