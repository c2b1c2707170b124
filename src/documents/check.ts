import { limits } from '../limits.js';
import type { EntityType } from '../vocabulary/entity-types.js';
import { languageNames } from '../vocabulary/languages.js';
import type { PropertyDefinitions } from '../vocabulary/properties.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { languageOfText } from '../values/localized-text.js';
import { didYouMean } from '../values/nearest-name.js';
import {
  checkCitation,
  checkEvidence,
  describedProperties,
  type Owner,
  type SourceLengths,
} from './check-evidence.js';
import { checkJoin, type KeptJoins } from './check-joins.js';
import { checkOrder, type TimeProperties } from './check-order.js';
import { isDraftJoin, type Draft, type DraftEntries } from './draft.js';
import { EDITORIAL_SOURCE } from '../model/attestation.js';
import {
  keyOfEntry,
  type EntityEntry,
  type JoinEntry,
  type RelationEntry,
  type SourceEntry,
} from '../writing/entries.js';
import type { Finding, Path } from './problem.js';

/** The entities, sources and joins that the store and the other documents declare. */
export interface Known {
  /** The slug of the document that is checked. */
  readonly document: string;
  /** The types of entities by slug. A slug that is merged into another has the type of that. */
  readonly entities: ReadonlyMap<string, EntityType>;
  readonly sources: SourceLengths;
  /** All joins, those of the document included. */
  readonly joins: KeptJoins;
}

/**
 * Checks the meaning of a document, such as unknown slugs and ends that a relation type cannot
 * join. Parts whose form is wrong are skipped.
 */
export function checkDocument(
  document: DraftEntries,
  vocabulary: Vocabulary,
  known: Known,
): readonly Finding[] {
  return new DocumentCheck(document, vocabulary, known).run();
}

const EVIDENCE_MISSING = `The relation has no evidence. Add \`evidence: [{ source: … }]\` to it, or at the top of the document for all its relations without evidence. The source of what is yours is \`${EDITORIAL_SOURCE}\`.`;

class DocumentCheck {
  private readonly findings: Finding[] = [];
  private readonly warnings: Finding[] = [];
  /** The type is null if its form is wrong. */
  private readonly entities: Map<string, EntityType | null>;
  /** The sources that the document itself declares. */
  private readonly sources = new Map<string, number | null>([[EDITORIAL_SOURCE, null]]);
  private readonly allSources: SourceLengths;
  /** True once a relation has no evidence of its own. */
  private takesDefault = false;

  constructor(
    private readonly document: DraftEntries,
    private readonly vocabulary: Vocabulary,
    private readonly known: Known,
  ) {
    this.entities = new Map<string, EntityType | null>(known.entities);
    this.allSources = {
      get: (slug) => this.sources.get(slug) ?? known.sources.get(slug),
      has: (slug) => this.sources.has(slug) || known.sources.has(slug),
      slugs: () => [...known.sources.slugs(), ...this.sources.keys()],
    };
  }

  run(): Finding[] {
    const { sources, entities, relations } = this.document;
    this.declareEntities(entities ?? []);
    this.declareSources(sources ?? []);
    for (const [index, source] of (sources ?? []).entries()) {
      const path = ['sources', index];
      this.organization(source?.publisher, [...path, 'publisher']);
      for (const [position, informer] of (source?.informers ?? []).entries()) {
        this.organization(informer, [...path, 'informers', position]);
      }
    }
    for (const [index, entity] of (entities ?? []).entries()) {
      if (!entity) continue;
      if (isDraftJoin(entity)) this.join(entity, index);
      else {
        this.others(entity, index);
        this.entityEvidence(entity, index);
      }
    }
    const keys = new Set<string>();
    for (const [index, relation] of (relations ?? []).entries()) {
      if (relation) this.relation(relation, index, keys);
    }
    this.defaultEvidence();
    return [...this.findings, ...this.warnings];
  }

  /** Looking for similar names takes time: it is left out for problems that will not be listed. */
  private find(
    path: Path,
    message: () => string,
    { isUnknown = false }: Pick<Finding, 'isUnknown'> = {},
  ): void {
    const isListed = this.findings.length < limits.documentProblems.value;
    const text = isListed ? message() : '';
    this.findings.push({ path, message: text, ...(isUnknown && { isUnknown }) });
  }

  private warn(warning: Omit<Finding, 'isWarning'>): void {
    this.warnings.push({ ...warning, isWarning: true });
  }

  private declareEntities(entities: readonly Draft<EntityEntry | JoinEntry>[]): void {
    const declared = new Map<string, Draft<EntityEntry | JoinEntry>>();
    for (const [index, entity] of entities.entries()) {
      if (!entity?.slug) continue;
      const { slug } = entity;
      const other = this.known.entities.get(slug);
      const type = entity.type === undefined ? (other ?? null) : entity.type;
      const twin = declared.get(slug);
      if (other !== undefined && type !== null && other !== type) {
        this.find(
          ['entities', index, 'type'],
          () => `The type of “${slug}” cannot change: it is already ${withArticle(other)}.`,
        );
      } else if (twin) {
        const isJoined = isDraftJoin(entity) || isDraftJoin(twin);
        const remedy = isJoined
          ? 'One of them merges it into another slug: write what the other says under that slug.'
          : 'Merge them into one.';
        this.find(
          ['entities', index, 'slug'],
          () => `The entity “${slug}” has two entries. ${remedy}`,
        );
      } else if (entity.type === undefined && other === undefined) {
        this.find(
          ['entities', index, 'slug'],
          () => `${this.unknown(slug)} Give its \`type\` if no document describes it.`,
          { isUnknown: true },
        );
      }
      declared.set(slug, entity);
      // The first of two types counts, so that only one of the entries is wrong.
      if (!this.entities.get(slug)) this.entities.set(slug, type);
    }
  }

  private declareSources(sources: readonly Draft<SourceEntry>[]): void {
    const declared = new Set<string>();
    for (const [index, source] of sources.entries()) {
      if (!source?.slug) continue;
      const { slug, text } = source;
      if (declared.has(slug)) {
        this.find(
          ['sources', index, 'slug'],
          () => `The source “${slug}” has two entries. Merge them into one.`,
        );
      }
      declared.add(slug);
      this.sources.set(slug, text?.length ?? this.known.sources.get(slug) ?? null);
    }
  }

  private organization(slug: string | null | undefined, path: Path): void {
    const type = this.entity(slug, path);
    if (type !== null && type !== 'Organization') {
      this.find(path, () => `“${slug}” must be an Organization (it is ${withArticle(type)}).`);
    }
  }

  /**
   * Returns the type of an entity that the document names; reports an unknown one and returns null.
   * @param other a slug that is not meant by an unknown one.
   */
  private entity(
    slug: string | null | undefined,
    path: Path,
    other?: string | null,
  ): EntityType | null {
    if (!slug) return null;
    const type = this.entities.get(slug);
    if (type === undefined) {
      this.find(path, () => `${this.unknown(slug, other)} Declare it under \`entities\`.`, {
        isUnknown: true,
      });
    }
    return type ?? null;
  }

  private unknown(slug: string, other?: string | null): string {
    const known = [...this.entities.keys()].filter((one) => one !== other);
    return `Unknown entity “${slug}”.${didYouMean(slug, known)}`;
  }

  private join({ slug, mergedInto }: NonNullable<Draft<JoinEntry>>, index: number): void {
    const path = ['entities', index, 'mergedInto'];
    // What is merged is not meant by the slug that stays.
    this.entity(mergedInto, path, slug);
    if (slug === null || mergedInto === null) return;
    const { document, joins } = this.known;
    const typeOf = (of: string): EntityType | null | undefined => this.entities.get(of);
    for (const message of checkJoin({ slug, mergedInto }, { document, joins, typeOf }))
      this.find(path, () => message);
  }

  private others({ slug, differentFrom }: NonNullable<Draft<EntityEntry>>, index: number): void {
    for (const [position, other] of (differentFrom ?? []).entries()) {
      const path = ['entities', index, 'differentFrom', position];
      this.entity(other, path);
      if (other !== null && other === slug)
        this.find(
          path,
          () => `“${slug}” cannot be different from itself. Give the slug of another one.`,
        );
    }
  }

  private entityEvidence(entity: NonNullable<Draft<EntityEntry>>, index: number): void {
    if (!entity.type) return;
    const { kinds, properties, time } = this.vocabulary.entityTypes[entity.type];
    this.order(entity, time, ['entities', index]);
    const all = { ...properties, ...describedProperties(kinds) };
    this.evidence({ entry: entity, properties: all }, ['entities', index]);
  }

  private relation(
    relation: NonNullable<Draft<RelationEntry>>,
    index: number,
    keys: Set<string>,
  ): void {
    const path = ['relations', index];
    const { type } = relation;
    if (!type) return;
    this.uniqueKey(relation, path, keys);
    if (typeof relation.repeat === 'number')
      this.warn({ path: [...path, 'repeat'], isKey: true, message: NO_REPEAT });
    const from = this.entity(relation.from, [...path, 'from']);
    const to = this.entity(relation.to, [...path, 'to']);
    if (from && to && !this.vocabulary.joins(type, from, to)) {
      this.find(
        path,
        () => `${type} cannot lead from ${from} to ${to}. Allowed: ${this.allowedEnds(type)}.`,
      );
    }
    const { properties, qualifier, excludesItself } = this.vocabulary.relationType(type);
    if (excludesItself && relation.from && relation.from === relation.to) {
      this.find([...path, 'to'], () => `“${relation.from}” cannot have ${type} to itself.`);
    }
    this.order(relation, { start: properties['since'] ? 'since' : 'date', end: 'until' }, path);
    this.plainTexts(relation, properties, path);
    if (this.lacksEvidence(relation)) this.find(path, () => EVIDENCE_MISSING);
    this.evidence({ entry: relation, properties, qualifier }, path);
  }

  /** Warns of plain text where text by language stands, as in documents of earlier versions. */
  private plainTexts(
    entry: Readonly<Record<string, unknown>>,
    properties: PropertyDefinitions,
    path: Path,
  ): void {
    for (const [name, { type }] of Object.entries(properties)) {
      const value = entry[name];
      if (type !== 'localizedText' || typeof value !== 'string') continue;
      const language = languageOfText(value);
      const message = `This text is read as ${languageNames[language]}, by its letters. Write \`${name}: { ${language}: … }\`, with the language that it is in, or texts in several.`;
      this.warn({ path: [...path, name], message });
    }
  }

  /** A part whose form is wrong does not count as missing. */
  private lacksEvidence({ evidence }: NonNullable<Draft<RelationEntry>>): boolean {
    const isMissing = (list: DraftEntries['evidence']): boolean =>
      list?.length === 0 || list === undefined;
    if (!isMissing(evidence)) return false;
    this.takesDefault = true;
    return isMissing(this.document.evidence);
  }

  /** Checks the default evidence. If no relation takes it, it says nothing and is not checked. */
  private defaultEvidence(): void {
    if (!this.takesDefault) return;
    for (const [position, piece] of (this.document.evidence ?? []).entries()) {
      if (!piece) continue;
      for (const { path, message, ...more } of checkCitation(piece, this.allSources))
        this.find(['evidence', position, ...path], message, more);
    }
  }

  private order(
    entry: Readonly<Record<string, unknown>>,
    time: TimeProperties | undefined,
    path: Path,
  ): void {
    if (!time) return;
    for (const { path: within, message } of checkOrder(entry, time))
      this.find([...path, ...within], () => message);
  }

  private uniqueKey(
    relation: NonNullable<Draft<RelationEntry>>,
    path: Path,
    keys: Set<string>,
  ): void {
    const { type, from, to, instance, repeat } = relation;
    if (instance !== undefined && repeat !== undefined) {
      this.find(
        [...path, 'repeat'],
        () => 'Give only `instance`, which stands in the place of `repeat`.',
      );
    }
    if (!type || !from || !to || instance === null || repeat === null) return;
    const { qualifier } = this.vocabulary.relationType(type);
    const qualified = qualifier === undefined ? {} : { [qualifier]: relation[qualifier] };
    if (Object.values(qualified).includes(null)) return;
    const told = {
      ...(instance === undefined ? {} : { instance }),
      ...(repeat === undefined ? {} : { repeat }),
    };
    const key = keyOfEntry({ type, from, to, ...told, ...qualified }, this.vocabulary);
    if (keys.has(key)) {
      this.find(
        path,
        () =>
          `The relation “${key}” has two entries. Merge them into one, or tell them apart by \`instance\`, a slug such as the day on which each began.`,
      );
    }
    keys.add(key);
  }

  private evidence(owner: Owner, path: Path): void {
    for (const [position, piece] of (owner.entry.evidence ?? []).entries()) {
      if (!piece) continue;
      const found = checkEvidence(piece, owner, this.allSources);
      for (const { path: within, message, ...more } of found)
        this.find([...path, 'evidence', position, ...within], message, more);
    }
  }

  private allowedEnds(type: string): string {
    const { ends } = this.vocabulary.relationType(type);
    return ends.map((end) => `${end.from.join(' or ')} → ${end.to.join(' or ')}`).join('; ');
  }
}

const NO_REPEAT =
  'Write `instance` in the place of `repeat`, with a slug that says which one is meant, such as 2011-12-29 or eighth-convocation: another document cannot know which one is the second.';

function withArticle(type: EntityType): string {
  return `${/^[AEIOU]/.test(type) ? 'an' : 'a'} ${type}`;
}
