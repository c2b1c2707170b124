import type { EntityEntry, EvidenceEntry, RelationEntry } from '../../src/writing/entries.js';
import type {
  DisagreementQuestion,
  DuringCondition,
  EntityConditions,
  EntityExpansion,
  EntityOrder,
  EntityQuestion,
  EntityShape,
  EvidenceQuestion,
  Reading,
  RelatedCondition,
  RelatedQuestion,
  RelationConditions,
  RelationOrder,
  RelationQuestion,
  RelationShape,
  SetAside,
  SourceExpansion,
  SourceQuestion,
  SourceShape,
} from '../../src/store/reading.js';
import type { Keyset, Page, PageSelection, Row } from '../../src/store/page.js';
import type {
  DisagreementKind,
  DisagreementRecord,
  EntityRecord,
  EvidenceRecord,
  Properties,
  RelationRecord,
  SourceRecord,
  Stance,
  Time,
} from '../../src/model/records.js';
import { Nesting, nestedFound, type Expander, type GraphStart } from '../support/nested.js';
import type { World } from '../support/worlds.js';
import {
  referenceInterlocks,
  referenceNetwork,
  referencePaths,
  referenceWitnesses,
  type Hops,
} from './reference-questions.js';
import { relationKey } from '../../src/values/keys.js';
import { languagesFor, nameIn } from '../../src/values/localized-text.js';
import { NO_EARLIEST_DAY, NO_LATEST_DAY, parsePartialDate } from '../../src/values/partial-date.js';
import { sortKey } from '../../src/values/sort-key.js';
import { languages } from '../../src/vocabulary/languages.js';
import type { PropertyDefinitions } from '../../src/vocabulary/properties.js';
import type { Direction, Vocabulary } from '../../src/vocabulary/vocabulary.js';

// What a store has to answer, said as simply as it can be: arrays, filtered and sorted. It shares
// with the service only how single values are read: dates, keys, and what names are sorted by.

/** Compares texts by code point. */
export function compareTexts(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function compareKeysets(a: Keyset, b: Keyset): number {
  for (const [index, value] of a.entries()) {
    const other = b[index]!;
    const order =
      typeof value === 'number' ? value - Number(other) : compareTexts(value, String(other));
    if (order !== 0) return order;
  }
  return 0;
}

/** A relation and the entity at its other end. */
export interface RelatedRecord {
  readonly relation: RelationRecord;
  readonly entity: EntityRecord;
}

/** The records of a document that was imported into an empty store. */
export class ReferenceGraph {
  readonly sources: readonly SourceRecord[];
  readonly entities: readonly EntityRecord[];
  readonly relations: readonly RelationRecord[];
  /** By target, property, source and passage; ids are the store's own affair. */
  readonly evidence: readonly EvidenceRecord[];

  constructor(
    document: World,
    private readonly vocabulary: Vocabulary,
  ) {
    const { sources = [], entities, relations = [] } = document;
    this.sources = sources
      .map((source) => ({
        slug: source.slug,
        title: source.title ?? null,
        urls: [...(source.urls ?? [])].sort(),
        language: source.language ?? null,
        publishedAt: source.publishedAt === undefined ? null : String(source.publishedAt),
        kind: source.kind ?? null,
        publisherSlug: source.publisher,
        informerSlugs: [...(source.informers ?? [])].sort(),
        text: source.text ?? null,
      }))
      .sort((a, b) => compareTexts(a.slug, b.slug));
    this.evidence = [
      ...entities.flatMap((entity) =>
        this.evidenceOf(entity, entity.slug, vocabulary.entityTypes[entity.type].properties),
      ),
      ...relations.flatMap((relation) =>
        this.evidenceOf(
          relation,
          this.keyOf(relation),
          vocabulary.relationTypes[relation.type]!.properties,
        ),
      ),
    ].sort((a, b) => compareTexts(a.target, b.target) || compareKeysets(placeOf(a), placeOf(b)));
    const touching = (slug: string) =>
      relations.filter(({ from, to }) => from === slug || to === slug).length;
    const dated = entities.map((entity) => this.entity(entity, touching(entity.slug)));
    this.entities = dated
      .map((entity) => (this.ownTime(entity) ? entity : this.borrowTime(entity, relations, dated)))
      .sort((a, b) => compareTexts(a.slug, b.slug));
    this.relations = relations
      .map((relation) => this.relation(relation))
      .sort((a, b) => compareTexts(a.key, b.key));
  }

  /** Answers a reading; the ids of evidence are taken from what a store holds. */
  answering(stored: readonly EvidenceRecord[]): ReferenceStore {
    const ids = new Map(stored.map((piece) => [JSON.stringify(identityOf(piece)), piece.id]));
    const evidence = this.evidence.map((piece) => ({
      ...piece,
      id: ids.get(JSON.stringify(identityOf(piece))) ?? 'missing',
    }));
    return new ReferenceStore(this, evidence);
  }

  private entity(entry: EntityEntry, degree: number): EntityRecord {
    const { slug, type, kind } = entry;
    const { properties, nameProperty } = this.vocabulary.entityTypes[type];
    const text =
      nameProperty === undefined ? undefined : (entry[nameProperty] as object | undefined);
    const names =
      nameProperty === undefined ? { ...entry.editorialNames, ...entry.names } : (text ?? {});
    const entity: EntityRecord = {
      slug,
      type,
      kind: kind ?? null,
      version: 0,
      names,
      properties: given(
        entry,
        Object.fromEntries(
          Object.entries(properties).filter(([property]) => property !== nameProperty),
        ),
      ),
      time: UNDATED,
      degree,
      details: {
        aliases: Object.fromEntries(
          languages.flatMap((language) => {
            const shown = (names as Record<string, string>)[language];
            const isOurs = entry.editorialNames?.[language] !== undefined;
            const aliases = (entry.aliases?.[language] ?? []).filter(
              (alias) => isOurs || alias !== shown,
            );
            return aliases.length === 0
              ? []
              : [[language, abbreviationsLast([...new Set(aliases)].sort())]];
          }),
        ),
        description: entry.description ?? {},
        sameAs: [...(entry.sameAs ?? [])].sort(),
        ...(entry.differentFrom?.length && { differentFrom: [...entry.differentFrom].sort() }),
        editorial: languages.filter((language) => entry.editorialNames?.[language] !== undefined),
      },
    };
    return { ...entity, time: this.ownTime(entity) ?? UNDATED };
  }

  private ownTime({ slug, type, properties }: EntityRecord): Time | null {
    const { time } = this.vocabulary.entityTypes[type];
    if (!time) return UNDATED;
    const first = properties[time.start] as string | undefined;
    const last = time.end === undefined ? undefined : (properties[time.end] as string | undefined);
    if (first === undefined && last === undefined)
      return time.elseOf === undefined ? UNDATED : null;
    if (first === undefined) return state(first, last, []);
    const goesOn = time.end === undefined || (last === undefined && isOpen(first));
    if (goesOn) return state(first, undefined, this.voicesFor(slug, time));
    return between(parsePartialDate(first).start, parsePartialDate(last ?? first).end);
  }

  private borrowTime(
    entity: EntityRecord,
    relations: readonly RelationEntry[],
    entities: readonly EntityRecord[],
  ): EntityRecord {
    const { elseOf } = this.vocabulary.entityTypes[entity.type].time!;
    const lenders = relations
      .filter((relation) => relation.type === elseOf && relation.from === entity.slug)
      .map((relation) => entities.find(({ slug }) => slug === relation.to)!.time);
    if (lenders.length === 0) return entity;
    const time = {
      startEarliest: Math.min(...lenders.map((lender) => lender.startEarliest)),
      startLatest: Math.max(...lenders.map((lender) => lender.startLatest)),
      endEarliest: Math.min(...lenders.map((lender) => lender.endEarliest)),
      endLatest: Math.max(...lenders.map((lender) => lender.endLatest)),
    };
    return { ...entity, time };
  }

  /**
   * What the sources say of a target on the days when they came out: those that confirm anything of
   * it outright, and have a date without doubt.
   */
  private voicesFor(of: string, dates: { start: string; end?: string }): Voice[] {
    return this.sources.flatMap(({ slug, publishedAt }) => {
      const pieces = this.evidence.filter(
        ({ target, sourceSlug }) => target === of && sourceSlug === slug,
      );
      const isHeard = pieces.some(({ stance, inferred }) => stance === 'CONFIRMS' && !inferred);
      if (!isHeard || publishedAt === null || /[?%]/.test(publishedAt)) return [];
      const isOver = pieces.some(
        ({ property, value }) =>
          value !== null &&
          (property === dates.end ||
            ([dates.start, 'date'].includes(property ?? '') && /\/(?!\.\.$)/.test(value))),
      );
      const { start, end } = parsePartialDate(publishedAt);
      return [{ earliest: start.earliest, latest: end.latest, isOver }];
    });
  }

  private keyOf(relation: RelationEntry): string {
    const { type, from, to, instance } = relation;
    const { qualifier } = this.vocabulary.relationTypes[type]!;
    const value = qualifier === undefined ? undefined : (relation[qualifier] as string | undefined);
    return relationKey({ type, from, to, instance, qualifier: value });
  }

  private relation(entry: RelationEntry): RelationRecord {
    const key = this.keyOf(entry);
    const find = (slug: string) => this.entities.find((entity) => entity.slug === slug)!;
    const [from, to] = [find(entry.from), find(entry.to)];
    const definition = this.vocabulary.relationTypes[entry.type]!;
    const properties = given(entry, definition.properties);
    const confirming = this.evidence.filter(
      ({ target, property, stance, inferred }) =>
        target === key && property === null && stance === 'CONFIRMS' && !inferred,
    );
    const slugs = [...new Set(confirming.map(({ sourceSlug }) => sourceSlug))].sort();
    const endOf = (type: string) => (from.type === type ? from : to);
    const date = properties['date'] as string | undefined;
    const since = (properties['since'] as string | undefined) ?? date;
    const times = {
      STATE: () =>
        state(
          since,
          properties['until'] as string | undefined,
          this.voicesFor(key, { start: 'since', end: 'until' }),
        ),
      POINT: () =>
        date === undefined
          ? UNDATED
          : between(parsePartialDate(date).start, parsePartialDate(date).end),
      OF_EVENT: () => endOf('Event').time,
      OF_STATEMENT: () => endOf('Statement').time,
      OF_FIRST_END: () => from.time,
      TIMELESS: () => UNDATED,
    };
    return {
      key,
      type: entry.type,
      fromSlug: from.slug,
      toSlug: to.slug,
      fromType: from.type,
      toType: to.type,
      version: 0,
      properties,
      time: times[definition.time](),
      ...this.attestation(slugs),
      ...supportOf(key, this.evidence),
    };
  }

  attestation(
    slugs: readonly string[],
  ): Pick<RelationRecord, 'sources' | 'publisherCount' | 'originCount'> {
    const sources = this.sources.filter(({ slug }) => slugs.includes(slug));
    const informers = new Set(sources.flatMap(({ informerSlugs }) => informerSlugs));
    return {
      sources: slugs,
      publisherCount: new Set(sources.map(({ publisherSlug }) => publisherSlug)).size,
      originCount: informers.size > 0 ? informers.size : Math.min(1, slugs.length),
    };
  }

  /** Evidence on the whole stands for what is stated, unless that has evidence of its own. */
  private evidenceOf(
    entry: EntityEntry | RelationEntry,
    target: string,
    definitions: PropertyDefinitions,
  ): EvidenceRecord[] {
    const pieces = entry.evidence ?? [];
    const named = new Set(pieces.map(({ property }) => property));
    const each = (property: string): string[] =>
      definitions[property]?.type === 'localizedText' && definitions[property].stated
        ? Object.keys(entry[property] ?? {}).map((of) => `${property}.${of}`)
        : [property];
    const stated = Object.keys(given(entry, definitions))
      .filter((property) => definitions[property]!.stated && !named.has(property))
      .flatMap(each);
    const record = (piece: EvidenceEntry, property: string | null): EvidenceRecord => ({
      id: '',
      target,
      property,
      sourceSlug: piece.source,
      position: piece.position ?? null,
      stance: piece.stance ?? 'CONFIRMS',
      value:
        property === null
          ? ((piece.value ?? null) as string | null)
          : valueOf(entry, property, definitions),
      preferred: piece.preferred ?? false,
      inferred: piece.inferred ?? false,
      note: piece.note ?? null,
    });
    return pieces.flatMap((piece) => {
      const isForAll = piece.property === undefined && piece.stance !== 'CONTRADICTS';
      return [
        ...(piece.property === undefined ? [null] : each(piece.property)).map((property) =>
          record(piece, property),
        ),
        ...(isForAll ? stated.map((property) => record(piece, property)) : []),
      ];
    });
  }
}

/** Whether evidence denies one relation for another one. */
function isRivalry({ target, property, stance, value }: EvidenceRecord): boolean {
  return (
    stance === 'CONTRADICTS' &&
    property === null &&
    target.includes('~') &&
    value?.includes('~') === true &&
    value !== target
  );
}

/** How well evidence supports a relation, and whether any of it is against the relation. */
function supportOf(
  key: string,
  evidence: readonly EvidenceRecord[],
): Pick<RelationRecord, 'standing' | 'isContested'> {
  const confirming = evidence.filter(
    ({ target, stance }) => target === key && stance === 'CONFIRMS',
  );
  const denials = evidence.filter(
    ({ property, stance }) => property === null && stance === 'CONTRADICTS',
  );
  const isDenied = denials.some(({ target }) => target === key);
  const isOutright = ({ property, inferred }: EvidenceRecord) => property === null && !inferred;
  return {
    standing: confirming.some(isOutright)
      ? 'STATED'
      : confirming.length > 0
        ? 'INFERRED'
        : isDenied
          ? 'DENIED'
          : 'EDITORIAL',
    isContested: isDenied || denials.some(({ value }) => value === key),
  };
}

export const UNDATED: Time = {
  startEarliest: NO_EARLIEST_DAY,
  startLatest: NO_LATEST_DAY,
  endEarliest: NO_EARLIEST_DAY,
  endLatest: NO_LATEST_DAY,
};

interface Days {
  readonly earliest: number;
  readonly latest: number;
}

const ANY_DAY: Days = { earliest: NO_EARLIEST_DAY, latest: NO_LATEST_DAY };

/** The days on which a source may have come out, and whether it says that something is over. */
interface Voice extends Days {
  readonly isOver: boolean;
}

function isOpen(date: string): boolean {
  return date.endsWith('/') || date.endsWith('/..');
}

/**
 * What begins does not end before, unless that is just what is said of it. By a doubted date nothing
 * has certainly begun, and until one nothing has certainly lasted.
 */
function between(
  start: Days & { doubted?: boolean },
  end: Days & { doubted?: boolean },
  voices: readonly Days[] = [],
): Time {
  const begun = [start.doubted ? NO_LATEST_DAY : start.latest];
  const lasted = [end.doubted ? NO_EARLIEST_DAY : end.earliest];
  if (start.earliest <= end.latest) {
    if (!end.doubted) begun.push(end.latest);
    if (!start.doubted) lasted.push(start.earliest);
    for (const voice of voices) {
      if (voice.latest < start.earliest || voice.earliest > end.latest) continue;
      begun.push(voice.latest);
      lasted.push(voice.earliest);
    }
  }
  return {
    startEarliest: start.earliest,
    startLatest: Math.min(...begun),
    endEarliest: Math.max(...lasted),
    endLatest: end.latest,
  };
}

function state(
  since: string | undefined,
  until: string | undefined,
  voices: readonly Voice[],
): Time {
  const first = since === undefined ? null : parsePartialDate(since);
  const last = until === undefined ? null : parsePartialDate(until);
  const start = first?.start ?? ANY_DAY;
  const end = last?.end ?? (first?.isInterval === true ? first.end : ANY_DAY);
  const isEndKnown = last !== null || (first?.isInterval === true && !isOpen(first.text));
  const notOver = voices.filter((voice) => !voice.isOver);
  const over = voices.filter(
    (voice) =>
      voice.isOver &&
      voice.latest >= start.earliest &&
      notOver.every(({ earliest }) => earliest <= voice.latest),
  );
  const latest = isEndKnown ? end.latest : Math.min(end.latest, ...over.map((one) => one.latest));
  return between(start, { ...end, latest }, notOver);
}

function given(
  entry: Readonly<Record<string, unknown>>,
  definitions: PropertyDefinitions,
): Properties {
  return Object.fromEntries(
    Object.keys(definitions).flatMap((name) => {
      const value = entry[name] as Properties[string] | undefined;
      const isNone = value === undefined || (typeof value === 'object' && isEmpty(value));
      return isNone ? [] : [[name, value]];
    }),
  );
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0;
}

/** Returns the value of a property, or of a text in one language that sources state. */
function valueOf(
  entry: Readonly<Record<string, unknown>>,
  property: string,
  definitions: PropertyDefinitions,
): string | null {
  const [name = '', language] = property.split('.');
  const isText = definitions[name]?.type === 'localizedText' && definitions[name].stated;
  const value =
    language !== undefined && isText
      ? (entry[name] as Record<string, unknown>)[language]
      : entry[property];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

function placeOf({ property, sourceSlug, position, id }: EvidenceRecord): Keyset {
  return [property ?? '', sourceSlug, position?.start ?? 0, id];
}

function identityOf({ target, property, sourceSlug, position }: EvidenceRecord): unknown[] {
  return [target, property, sourceSlug, position?.start ?? null];
}

/** Answers readings from arrays. */
export class ReferenceStore implements Expander {
  private readonly nesting = new Nesting(this);

  constructor(
    private readonly graph: ReferenceGraph,
    readonly evidence: readonly EvidenceRecord[],
  ) {}

  /** The result of a reading, nested as `nested` nests the one of a store. */
  read(reading: Reading<GraphStart>): unknown {
    const nesting =
      reading.start === 'page of disagreements'
        ? new Nesting(this.without(reading.question))
        : this.nesting;
    return nestedFound(reading, this.find(reading), nesting);
  }

  /** The same, with the support of relations as it is when sources are set aside. */
  private without(setAside: SetAside): Expander {
    const left = this.relationsWithout(setAside);
    return {
      entity: (shape, slug) => this.entity(shape, slug),
      relation: (shape, key) =>
        left.find((relation) => relation.key === key) ?? this.relation(shape, key),
      source: (shape, slug) => this.source(shape, slug),
      expand: (expansion, owner) => this.expand(expansion, owner),
    };
  }

  private find(reading: Reading<GraphStart>): unknown {
    switch (reading.start) {
      case 'entities by slug':
        return this.graph.entities.filter(({ slug }) => reading.slugs.includes(slug));
      case 'relations by key':
        return this.graph.relations.filter(({ key }) => reading.keys.includes(key));
      case 'evidence by id':
        return this.evidence.filter(({ id }) => reading.ids.includes(id));
      case 'sources by slug':
        return this.graph.sources.filter(({ slug }) => reading.slugs.includes(slug));
      case 'page of entities':
        return pageOf(
          this.entityRows(reading.question),
          reading,
          reading.question.order.descending,
        );
      case 'page of relations':
        return pageOf(this.relationRows(reading.question), reading);
      case 'page of sources':
        return pageOf(this.sourceRows(reading.question), reading);
      case 'paths':
        return referencePaths(this.hops, reading.question);
      case 'network':
        return referenceNetwork(this.hops, reading.question);
      case 'page of interlocks':
        return pageOf(referenceInterlocks(this.hops, reading.question), reading);
      case 'witnesses':
        return new Map(
          [...new Set(reading.others)]
            .filter((slug) => this.graph.entities.some((entity) => entity.slug === slug))
            .map((other) => [
              other,
              pageOf(referenceWitnesses(this.hops, reading.question, other), {
                page: reading.page,
                wantsRows: true,
                wantsCount: false,
              }),
            ]),
        );
      case 'page of disagreements':
        return pageOf(this.disagreementRows(reading.question), reading);
    }
  }

  entity(_shape: EntityShape, slug: string): EntityRecord | undefined {
    return this.graph.entities.find((entity) => entity.slug === slug);
  }

  relation(_shape: RelationShape, key: string): RelationRecord | undefined {
    return this.graph.relations.find((relation) => relation.key === key);
  }

  source(_shape: SourceShape, slug: string): SourceRecord | undefined {
    return this.graph.sources.find((source) => source.slug === slug);
  }

  expand(expansion: EntityExpansion | SourceExpansion, owner: string): Page<unknown> | number {
    switch (expansion.kind) {
      case 'related':
        return pageOf(
          this.relatedRows(owner, expansion.question),
          expansion,
          expansion.question.order.descending,
        );
      case 'related count':
        return this.relatedRows(owner, expansion.question).length;
      case 'evidence':
        return pageOf(this.evidenceRows(owner, expansion.question), expansion);
      case 'sole support':
        return pageOf(this.soleSupportRows(owner, expansion), expansion);
    }
  }

  get hops(): Hops {
    return {
      entities: this.graph.entities,
      of: (slug, { types, direction, filter }) => this.hopsOf(slug, types, direction, filter),
    };
  }

  /** All rows of a question, in its order. */
  entityRows({ filter, order }: EntityQuestion): Row<EntityRecord>[] {
    return this.graph.entities
      .filter((entity) => this.matches(entity, filter))
      .map((item) => ({ item, keyset: this.entityKeyset(item, order) }))
      .sort((a, b) => compareKeysets(a.keyset, b.keyset) * (order.descending ? -1 : 1));
  }

  private entityKeyset(entity: EntityRecord, order: EntityOrder): Keyset {
    const { relations } = order;
    if (!relations) return entityKeyset(entity, order);
    const { types, direction, filter } = relations;
    return [this.hopsOf(entity.slug, types, direction, filter).length, entity.slug];
  }

  relatedRows(slug: string, question: RelatedQuestion): Row<RelatedRecord>[] {
    const { types, direction, filter, order } = question;
    return this.hopsOf(slug, types, direction, filter)
      .map((item) => ({ item, keyset: relatedKeyset(item, order) }))
      .sort((a, b) => compareKeysets(a.keyset, b.keyset) * (order.descending ? -1 : 1));
  }

  relationRows({ types, from, to, filter }: RelationQuestion): Row<RelationRecord>[] {
    return this.relationsWithout(filter)
      .filter(
        (relation) =>
          (types?.includes(relation.type) ?? true) &&
          (from?.includes(relation.fromSlug) ?? true) &&
          (to?.includes(relation.toSlug) ?? true) &&
          holds(relation, relation.toType, filter) &&
          this.isSupported(relation, filter),
      )
      .map((item) => ({ item, keyset: [item.key] }));
  }

  sourceRows(question: SourceQuestion): Row<SourceRecord>[] {
    const { publishers, kinds, languages: tags, informers, published } = question;
    return this.graph.sources
      .filter(
        ({ publisherSlug, kind, language, informerSlugs, publishedAt }) =>
          (published === null ||
            (publishedAt === null ? published.undated : published.dates.includes(publishedAt))) &&
          (informers === null || informerSlugs.some((slug) => informers.includes(slug))) &&
          (publishers?.includes(publisherSlug) ?? true) &&
          (kinds === null || (kind !== null && kinds.includes(kind))) &&
          (tags === null || (language !== null && tags.includes(language))),
      )
      .map((item) => ({ item, keyset: [item.slug] }));
  }

  evidenceRows(owner: string, question: EvidenceQuestion): Row<EvidenceRecord>[] {
    const { of, properties, stance, inferred, sources, ...setAside } = question;
    return this.evidenceWithout(setAside)
      .filter(
        (piece) =>
          (of === 'target' ? piece.target : piece.sourceSlug) === owner &&
          (properties?.includes(piece.property ?? '') ?? true) &&
          (stance === undefined || piece.stance === stance) &&
          (inferred === undefined || piece.inferred === inferred) &&
          (sources?.includes(piece.sourceSlug) ?? true),
      )
      .map((item) => {
        const [property, source, start, id] = placeOf(item) as [string, string, number, string];
        const place = `${property} ${source} ${String(start).padStart(10, '0')} ${id}`;
        return { item, keyset: of === 'target' ? [place] : [item.target, place] };
      });
  }

  /** The evidence that is left when sources are set aside. */
  private evidenceWithout({ without = [], publishedUntil }: SetAside): EvidenceRecord[] {
    const isLeft = (slug: string): boolean => {
      const { publishedAt } = this.graph.sources.find((source) => source.slug === slug)!;
      if (without.includes(slug)) return false;
      if (publishedUntil === undefined) return true;
      return publishedAt !== null && parsePartialDate(publishedAt).end.latest <= publishedUntil;
    };
    return this.evidence.filter(({ sourceSlug }) => isLeft(sourceSlug));
  }

  /** The keys of the rivals of a relation that are left when sources are set aside, sorted. */
  rivalsOf(key: string, filter: SetAside): string[] {
    const present = this.relationsWithout(filter).map((relation) => relation.key);
    const rivals = this.evidenceWithout(filter)
      .filter(isRivalry)
      .map(({ target, value }) => [target, value!] as const)
      .filter((pair) => pair.includes(key))
      .map(([one, other]) => (one === key ? other : one));
    return [...new Set(rivals)].filter((rival) => present.includes(rival)).sort(compareTexts);
  }

  /** The relations as they are left when sources are set aside. */
  private relationsWithout(filter: SetAside): readonly RelationRecord[] {
    if (filter.without === undefined && filter.publishedUntil === undefined)
      return this.graph.relations;
    const left = this.evidenceWithout(filter);
    const isOf = (key: string, stance: Stance) => (piece: EvidenceRecord) =>
      piece.target === key &&
      piece.stance === stance &&
      (stance === 'CONFIRMS' || piece.property === null);
    return this.graph.relations.flatMap((relation) => {
      const { key } = relation;
      const stance = this.evidence.some(isOf(key, 'CONFIRMS')) ? 'CONFIRMS' : 'CONTRADICTS';
      const isBase = isOf(key, stance);
      if (this.evidence.some(isBase) && !left.some(isBase)) return [];
      const outright = left.filter(
        (piece) => isOf(key, 'CONFIRMS')(piece) && piece.property === null && !piece.inferred,
      );
      const sources = [...new Set(outright.map(({ sourceSlug }) => sourceSlug))].sort();
      return [{ ...relation, ...this.graph.attestation(sources), ...supportOf(key, left) }];
    });
  }

  private isSupported(
    relation: RelationRecord,
    { maxPublishers = Infinity, maxOrigins = Infinity, ...filter }: RelationConditions,
  ): boolean {
    const { standing, isContested, sources, publishers } = filter;
    const publishersOf = this.graph.sources
      .filter(({ slug }) => relation.sources.includes(slug))
      .map(({ publisherSlug }) => publisherSlug);
    return (
      relation.publisherCount <= maxPublishers &&
      relation.originCount <= maxOrigins &&
      (standing?.includes(relation.standing) ?? true) &&
      (isContested === undefined || relation.isContested === isContested) &&
      (sources?.some((slug) => relation.sources.includes(slug)) ?? true) &&
      (publishers?.some((slug) => publishersOf.includes(slug)) ?? true)
    );
  }

  soleSupportRows(slug: string, setAside: SetAside): Row<RelationRecord>[] {
    return this.relationsWithout(setAside)
      .filter(({ sources }) => sources.length === 1 && sources[0] === slug)
      .map((item) => ({ item, keyset: [item.key] }));
  }

  disagreementRows({
    kinds,
    targets,
    ...setAside
  }: DisagreementQuestion): Row<DisagreementRecord>[] {
    const withEnds = (record: string): string[] => {
      const [from = '', , to = from] = record.split('~');
      return [record, from, to];
    };
    const isWanted = (kind: DisagreementKind, records: readonly string[]): boolean =>
      (kinds?.includes(kind) ?? true) &&
      (targets === null || records.flatMap(withEnds).some((one) => targets.includes(one)));
    const found = new Map<string, DisagreementRecord>();
    const contradicting = this.evidenceWithout(setAside).filter(
      ({ stance }) => stance === 'CONTRADICTS',
    );
    const rivalries = contradicting
      .filter(isRivalry)
      .map(({ target, value }) => [target, value!].sort(compareTexts) as [string, string]);
    for (const [target, rival] of rivalries) {
      const rivals = rivalries.filter(([first]) => first === target).map(([, other]) => other);
      if (!isWanted('RIVAL_RELATIONS', [target, rival])) continue;
      const record = { property: null, rivals: [...new Set(rivals)].sort(compareTexts) };
      found.set(`rivals ${target}`, { kind: 'RIVAL_RELATIONS', target, ...record });
    }
    for (const piece of contradicting) {
      const { target, property } = piece;
      const kind = property === null ? 'DENIAL' : 'PROPERTY';
      if (!isRivalry(piece) && isWanted(kind, [target]))
        found.set(`${kind} ${target} ${property ?? ''}`, { kind, target, property, rivals: [] });
    }
    for (const { key, type, fromSlug, toSlug } of this.graph.relations) {
      if (type === 'DISPUTES' && isWanted('DISPUTED_STATEMENT', [key, fromSlug, toSlug]))
        found.set(key, { kind: 'DISPUTED_STATEMENT', target: key, property: null, rivals: [] });
    }
    return [...found.values()]
      .filter((record) => this.isLeft(record, setAside))
      .map((item) => ({ item, keyset: [item.target, item.property ?? '', item.kind] }))
      .sort((a, b) => compareKeysets(a.keyset, b.keyset));
  }

  /** Whether at least two sides of a disagreement are left when sources are set aside. */
  private isLeft(
    { kind, target, property, rivals }: DisagreementRecord,
    setAside: SetAside,
  ): boolean {
    const left = this.evidenceWithout(setAside);
    const isHeld = (side: readonly EvidenceRecord[]): boolean =>
      side.length === 0 || side.some((piece) => left.includes(piece));
    const confirming = (of: string) =>
      this.evidence.filter(
        (piece) =>
          piece.target === of && piece.property === property && piece.stance === 'CONFIRMS',
      );
    if (kind === 'RIVAL_RELATIONS') {
      const keys = [target, ...rivals];
      const favouring = (key: string) =>
        this.evidence.filter(
          (piece) => keys.includes(piece.target) && isRivalry(piece) && piece.value === key,
        );
      const sides = keys.map((key) => [...confirming(key), ...favouring(key)]);
      return sides.filter(isHeld).length > 1;
    }
    const isPresent = this.relationsWithout(setAside).some(({ key }) => key === target);
    if (target.includes('~') && !isPresent) return false;
    if (kind === 'DISPUTED_STATEMENT') {
      const [from = '', , to = ''] = target.split('~');
      return isHeld(confirming(from)) && isHeld(confirming(to));
    }
    const others = left.filter(
      (piece) =>
        piece.target === target &&
        piece.property === property &&
        piece.stance === 'CONTRADICTS' &&
        !isRivalry(piece),
    );
    const values = new Set(others.map(({ value }) => value)).size;
    return isHeld(confirming(target)) ? values > 0 : kind === 'PROPERTY' && values > 1;
  }

  /** The relations of an entity that are followed some way, with the entity at the far end. */
  private hopsOf(
    slug: string,
    types: readonly string[] | null,
    direction: Direction | null,
    filter: RelationConditions,
  ): RelatedRecord[] {
    return this.relationsWithout(filter).flatMap((relation) => {
      const isForward = relation.fromSlug === slug && direction !== 'BACKWARD';
      const isBackward = relation.toSlug === slug && direction !== 'FORWARD';
      if (!(isForward || isBackward) || !(types?.includes(relation.type) ?? true)) return [];
      const far = this.entityOf(isForward ? relation.toSlug : relation.fromSlug);
      return holds(relation, far.type, filter) && this.isSupported(relation, filter)
        ? [{ relation, entity: far }]
        : [];
    });
  }

  private matches(entity: EntityRecord, conditions: EntityConditions): boolean {
    const { types, kinds, slugs, values, during, began, related, and, or, not } = conditions;
    return (
      (types?.includes(entity.type) ?? true) &&
      (kinds === undefined || (entity.kind !== null && kinds.includes(entity.kind))) &&
      (slugs?.includes(entity.slug) ?? true) &&
      hasValues(entity.properties, values) &&
      (during === undefined || was(entity.time, during)) &&
      (began === undefined || hasBegun(entity.time, began)) &&
      (related?.every((condition) => this.isRelated(entity, condition)) ?? true) &&
      (and?.every((one) => this.matches(entity, one)) ?? true) &&
      (or?.some((one) => this.matches(entity, one)) ?? true) &&
      (not === undefined || !this.matches(entity, not))
    );
  }

  private isRelated(entity: EntityRecord, condition: RelatedCondition): boolean {
    const { types, direction, filter, quantifier, atLeast } = condition;
    const far = this.hopsOf(entity.slug, types, direction, filter).map((row) => row.entity);
    const matching = new Set(far.filter((one) => this.matches(one, condition.entity)));
    if (quantifier === 'EVERY') return far.every((one) => matching.has(one));
    return quantifier === 'NONE' ? matching.size === 0 : matching.size >= atLeast;
  }

  private entityOf(slug: string): EntityRecord {
    return this.graph.entities.find((entity) => entity.slug === slug)!;
  }
}

function holds(relation: RelationRecord, farType: string, filter: RelationConditions): boolean {
  const { entityTypes, values, during, began, minPublishers = 0, minOrigins = 0 } = filter;
  return (
    (entityTypes?.some((type) => type === farType) ?? true) &&
    hasValues(relation.properties, values) &&
    (during === undefined || was(relation.time, during)) &&
    (began === undefined || hasBegun(relation.time, began)) &&
    relation.publisherCount >= minPublishers &&
    relation.originCount >= minOrigins
  );
}

function hasValues(properties: Properties, wanted: EntityConditions['values'] = {}): boolean {
  return Object.entries(wanted).every(([property, allowed]) =>
    allowed.some((value) => value === properties[property]),
  );
}

function was(time: Time, { from, to, certainly }: DuringCondition): boolean {
  return certainly
    ? time.startLatest <= to && time.endEarliest >= from
    : time.startEarliest <= to && time.endLatest >= from;
}

function hasBegun({ startEarliest, startLatest }: Time, began: DuringCondition): boolean {
  const { from, to, certainly } = began;
  const days = [startEarliest, startLatest];
  return certainly
    ? days.every((day) => day >= from && day <= to)
    : Math.max(from, startEarliest) <= Math.min(to, startLatest);
}

/** What is undated comes last, whichever way the order goes. */
function day({ startEarliest }: Time, descending: boolean): number {
  return startEarliest === NO_EARLIEST_DAY && !descending ? NO_LATEST_DAY : startEarliest;
}

function entityKeyset(entity: EntityRecord, { by, descending, language }: EntityOrder): Keyset {
  const { slug } = entity;
  switch (by) {
    case 'NAME':
      return [
        sortKey(
          (
            nameIn({ names: entity.names, aliases: entity.details.aliases }, languagesFor(language))
              ?.text ?? slug
          ).slice(0, 200),
        ),
        slug,
      ];
    case 'SLUG':
      return [slug];
    case 'DEGREE':
      return [entity.degree, slug];
    case 'DATE':
      return [day(entity.time, descending), slug];
  }
}

function relatedKeyset(
  { relation, entity }: RelatedRecord,
  { by, descending }: RelationOrder,
): Keyset {
  const place = [entity.slug, relation.type, relation.key];
  return by === 'SLUG' ? place : [day(relation.time, descending), ...place];
}

/** The page that is asked for of all rows in their order. */
function pageOf<T>(
  all: readonly Row<T>[],
  { page, wantsRows, wantsCount }: PageSelection,
  descending = false,
): Page<T> {
  const { limit, backward, after, before } = page;
  const follows = (row: Row<T>, place: Keyset): boolean =>
    compareKeysets(row.keyset, place) * (descending ? -1 : 1) > 0;
  const precedes = (row: Row<T>, place: Keyset): boolean =>
    compareKeysets(row.keyset, place) * (descending ? -1 : 1) < 0;
  const within = all.filter(
    (row) => (!after || follows(row, after)) && (!before || precedes(row, before)),
  );
  const kept = backward ? within.slice(Math.max(0, within.length - limit)) : within.slice(0, limit);
  const isCut = wantsRows && kept.length < within.length;
  return {
    rows: wantsRows ? kept : [],
    hasNextPage: backward ? before !== undefined : isCut,
    hasPreviousPage: backward ? isCut : after !== undefined,
    ...(wantsCount ? { totalCount: all.length } : {}),
  };
}

/** Abbreviations stand after all other aliases. */
function abbreviationsLast(aliases: readonly string[]): readonly string[] {
  return [...aliases].sort((a, b) => Number(!/\p{Ll}/u.test(a)) - Number(!/\p{Ll}/u.test(b)));
}
