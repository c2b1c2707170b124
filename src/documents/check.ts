import type { EntityType } from '../vocabulary/entity-types.js';
import {
  isEnumerated,
  type PropertyDefinition,
  type PropertyDefinitions,
} from '../vocabulary/properties.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { relationKey } from '../values/keys.js';
import { didYouMean } from '../values/nearest-name.js';
import { isPartialDate } from '../values/partial-date.js';
import { EDITORIAL_SOURCE } from './editorial.js';
import type {
  DocumentEntity,
  DocumentEvidence,
  DocumentRelation,
  KenesDocument,
} from './format.js';
import type { Finding, Path } from './problem.js';

/** What is known beside the document itself: from the store, or from documents before it. */
export interface Known {
  readonly entities: ReadonlyMap<string, EntityType>;
  /** The length of each source's text in code points; null where it is not known. */
  readonly sources: ReadonlyMap<string, number | null>;
}

/** The properties of an entity that evidence can name beside its own ones. */
const describedProperties = ['kind', 'names', 'aliases', 'description', 'sameAs'];

/** The key that a relation of a document has. */
export function keyOf(relation: DocumentRelation, vocabulary: Vocabulary): string {
  const qualifier = vocabulary.relationTypes[relation.type]?.qualifier;
  const { type, from, to, repeat } = relation;
  return relationKey({
    type, from, to, repeat,
    qualifier: qualifier === undefined ? undefined : (relation[qualifier] as string | undefined),
  }); // prettier-ignore
}

/** What is wrong with a document whose form is right: names that lead nowhere, ends that do not fit. */
export function checkDocument(
  document: KenesDocument,
  vocabulary: Vocabulary,
  known: Known,
): Finding[] {
  return new DocumentCheck(document, vocabulary, known).run();
}

class DocumentCheck {
  private readonly findings: Finding[] = [];
  private readonly entities: Map<string, EntityType>;
  private readonly sources: Map<string, number | null>;

  constructor(
    private readonly document: KenesDocument,
    private readonly vocabulary: Vocabulary,
    private readonly known: Known,
  ) {
    this.entities = new Map(known.entities);
    this.sources = new Map<string, number | null>(known.sources).set(EDITORIAL_SOURCE, null);
  }

  run(): Finding[] {
    const { sources = [], entities = [], relations = [] } = this.document;
    for (const [index, entity] of entities.entries()) this.declareEntity(entity, index);
    this.declareSources();
    for (const [index, source] of sources.entries()) {
      const path = ['sources', index];
      this.organization(source.publisher, [...path, 'publisher']);
      for (const [place, informer] of (source.informers ?? []).entries()) {
        this.organization(informer, [...path, 'informers', place]);
      }
    }
    for (const [index, entity] of entities.entries()) this.entityEvidence(entity, index);
    const keys = new Set<string>();
    for (const [index, relation] of relations.entries()) this.relation(relation, index, keys);
    return this.findings;
  }

  private find(path: Path, message: string): void {
    this.findings.push({ path, message });
  }

  private declareEntity({ slug, type }: DocumentEntity, index: number): void {
    const other = this.known.entities.get(slug);
    if (other !== undefined && other !== type) {
      this.find(
        ['entities', index, 'type'],
        `“${slug}” is already there as ${other}; a slug keeps its type.`,
      );
    } else if (other === undefined && this.entities.has(slug)) {
      this.find(['entities', index, 'slug'], `The slug “${slug}” is used twice. Write one entry.`);
    }
    this.entities.set(slug, type);
  }

  private declareSources(): void {
    const declared = new Set<string>();
    for (const [index, { slug, text }] of (this.document.sources ?? []).entries()) {
      if (declared.has(slug)) {
        this.find(
          ['sources', index, 'slug'],
          `The source “${slug}” is there twice. Write one entry.`,
        );
      }
      declared.add(slug);
      this.sources.set(slug, text?.length ?? this.known.sources.get(slug) ?? null);
    }
  }

  private organization(slug: string, path: Path): void {
    const type = this.entity(slug, path);
    if (type !== undefined && type !== 'Organization') {
      this.find(path, `“${slug}” is of the type ${type}; an Organization is expected.`);
    }
  }

  private entity(slug: string, path: Path): EntityType | undefined {
    const type = this.entities.get(slug);
    if (type === undefined) {
      this.find(
        path,
        `No entity has the slug “${slug}”.${didYouMean(slug, this.entities.keys())} Declare it under entities.`,
      );
    }
    return type;
  }

  private entityEvidence(entity: DocumentEntity, index: number): void {
    const { properties } = this.vocabulary.entityTypes[entity.type];
    for (const [place, evidence] of (entity.evidence ?? []).entries()) {
      const path = ['entities', index, 'evidence', place];
      this.evidence(evidence, path);
      this.property(evidence, entity, properties, describedProperties, path);
    }
  }

  private relation(relation: DocumentRelation, index: number, keys: Set<string>): void {
    const path = ['relations', index];
    const key = keyOf(relation, this.vocabulary);
    if (keys.has(key)) {
      this.find(
        path,
        `The relation “${key}” is there twice. Write one entry, or say repeat: 2 for a second relation.`,
      );
    }
    keys.add(key);
    const from = this.entity(relation.from, [...path, 'from']);
    const to = this.entity(relation.to, [...path, 'to']);
    if (from && to && !this.vocabulary.joins(relation.type, from, to)) {
      this.find(
        path,
        `${relation.type} cannot lead from ${from} to ${to}. Allowed: ${this.allowedEnds(relation.type)}.`,
      );
    }
    const properties = this.vocabulary.relationTypes[relation.type]?.properties ?? {};
    for (const [place, evidence] of (relation.evidence ?? []).entries()) {
      const evidencePath = [...path, 'evidence', place];
      this.evidence(evidence, evidencePath);
      this.property(evidence, relation, properties, [], evidencePath);
    }
  }

  private allowedEnds(type: string): string {
    const ends = this.vocabulary.relationTypes[type]?.ends ?? [];
    return ends.map((end) => `${end.from.join(' or ')} → ${end.to.join(' or ')}`).join('; ');
  }

  private evidence({ source, position }: DocumentEvidence, path: Path): void {
    const length = this.sources.get(source);
    if (length === undefined) {
      this.find(
        [...path, 'source'],
        `No source has the slug “${source}”.${didYouMean(source, this.sources.keys())} Declare it under sources.`,
      );
    }
    if (!position) return;
    if (position.end <= position.start) {
      this.find(
        [...path, 'position'],
        'The passage ends before it starts: end is exclusive and greater than start.',
      );
    } else if (typeof length === 'number' && position.end > length) {
      this.find(
        [...path, 'position', 'end'],
        `The passage ends at ${String(position.end)}, past the end of the source’s ${String(length)} characters.`,
      );
    }
  }

  /** Whether the property exists, and what the source gives for it can be told and is a value of it. */
  private property(
    evidence: DocumentEvidence,
    owner: DocumentEntity | DocumentRelation,
    properties: PropertyDefinitions,
    others: readonly string[],
    path: Path,
  ): void {
    const { property, stance, value, preferred } = evidence;
    if (property === undefined) {
      if (preferred)
        this.find(
          [...path, 'preferred'],
          'Only evidence on a property can be preferred. Say which property.',
        );
      return;
    }
    const [name = property] = property.split('.');
    const definition = properties[name];
    if (!definition && !others.includes(name)) {
      const allowed = [...Object.keys(properties), ...others];
      this.find(
        [...path, 'property'],
        `“${property}” is no property of ${owner.type}.${didYouMean(property, allowed)} Allowed: ${allowed.join(', ') || 'none'}.`,
      );
      return;
    }
    if (!definition || definition.type === 'localizedText') return;
    if (value === undefined && stance === 'CONTRADICTS') {
      this.find(path, `The value that the source gives for “${property}” is expected: value: ….`);
    } else if (value === undefined && owner[property] === undefined) {
      this.find(
        path,
        `No value of “${property}” is given here for the source to confirm. Give the property, or a value.`,
      );
    } else if (value !== undefined) {
      const wrong = wrongValue(value, definition);
      if (wrong) this.find([...path, 'value'], wrong);
    }
  }
}

function wrongValue(value: string | number, { type }: PropertyDefinition): string | null {
  if (isEnumerated(type)) {
    const allowed = Object.keys(type.values);
    if (allowed.includes(String(value))) return null;
    return `“${String(value)}” is not allowed.${didYouMean(String(value), allowed)} Allowed: ${allowed.join(', ')}.`;
  }
  if (type === 'partialDate' && !isPartialDate(String(value))) {
    return `“${String(value)}” is no date as EDTF writes it, such as 2025-12-10 or 2025-12.`;
  }
  if (type === 'integer' && !/^-?\d+$/.test(String(value))) return 'A whole number is expected.';
  if (type === 'decimal' && Number.isNaN(Number(value))) return 'A number is expected.';
  return null;
}
