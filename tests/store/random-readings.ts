import type { Standing } from '../../src/model/records.js';
import type {
  DisagreementQuestion,
  DuringCondition,
  EntityConditions,
  EntityExpansion,
  EntityOrder,
  EntityQuestion,
  EntityShape,
  EvidenceExpansion,
  EvidenceQuestion,
  EvidenceShape,
  Following,
  GraphShape,
  InterlockQuestion,
  Reading,
  RelatedCondition,
  RelatedQuestion,
  RelationConditions,
  RelationQuestion,
  RelationShape,
  SetAside,
  SoleSupportExpansion,
  SourceExpansion,
  SourceQuestion,
  SourceShape,
} from '../../src/store/reading.js';
import type { Keyset, PageRequest, PageSelection, Row } from '../../src/store/page.js';
import {
  entityParts,
  evidenceParts,
  relationParts,
  sourceParts,
  type Parts,
} from '../../src/store/reading.js';
import { disagreementKinds } from '../../src/model/records.js';
import { NO_EARLIEST_DAY, NO_LATEST_DAY, parsePartialDate } from '../../src/values/partial-date.js';
import { entityTypeNames } from '../../src/vocabulary/entity-types.js';
import { languages } from '../../src/vocabulary/languages.js';
import { isEnumerated } from '../../src/vocabulary/properties.js';
import type { Vocabulary } from '../../src/vocabulary/vocabulary.js';
import type { GraphStart } from '../support/nested.js';
import { dates, type Random } from '../support/worlds.js';
import { referenceInterlocks, referenceWitnesses } from './reference-questions.js';
import type { ReferenceGraph, ReferenceStore } from './reference.js';

export const starts: readonly GraphStart[] = [
  'entities by slug',
  'relations by key',
  'evidence by id',
  'sources by slug',
  'page of entities',
  'page of relations',
  'page of sources',
  'paths',
  'network',
  'page of interlocks',
  'witnesses',
  'page of disagreements',
];

const standings: readonly Standing[] = ['STATED', 'INFERRED', 'EDITORIAL', 'DENIED'];

/** Levels of expansions below the start. */
const DEPTH = 3;

/** Readings that no person would write, each as likely as any other. */
export class RandomReadings {
  constructor(
    private readonly random: Random,
    private readonly graph: ReferenceGraph,
    private readonly store: ReferenceStore,
    private readonly vocabulary: Vocabulary,
  ) {}

  reading(start: GraphStart): Reading<GraphStart> {
    const { random, graph, store } = this;
    switch (start) {
      case 'entities by slug':
        return { start, slugs: this.keys(graph.entities, 'slug'), shape: this.entityShape(DEPTH) };
      case 'relations by key':
        return { start, keys: this.keys(graph.relations, 'key'), shape: this.relationShape(DEPTH) };
      case 'evidence by id':
        return { start, ids: this.keys(store.evidence, 'id'), shape: this.evidenceShape(DEPTH) };
      case 'sources by slug':
        return { start, slugs: this.keys(graph.sources, 'slug'), shape: this.sourceShape(DEPTH) };
      case 'page of entities': {
        const question = this.entityQuestion();
        const shape = this.entityShape(random.below(DEPTH));
        return { start, question, shape, ...this.selection(() => store.entityRows(question)) };
      }
      case 'page of relations': {
        const question = this.relationQuestion();
        const shape = this.relationShape(random.below(DEPTH));
        return { start, question, shape, ...this.selection(() => store.relationRows(question)) };
      }
      case 'page of sources': {
        const question = this.sourceQuestion();
        const shape = this.sourceShape(random.below(DEPTH));
        return { start, question, shape, ...this.selection(() => store.sourceRows(question)) };
      }
      case 'paths': {
        const [from, to] = this.twoEntities();
        const question = {
          ...this.following(),
          from,
          to,
          maxLength: 1 + random.below(6),
          limit: 1 + random.below(6),
        };
        return { start, question, shape: this.graphShape() };
      }
      case 'network': {
        const question = {
          ...this.following(),
          center: random.chance(0.8) ? this.keys(graph.entities, 'slug') : null,
          depth: random.below(4),
          limit: random.chance(0.5) ? 500 : 1 + random.below(12),
          fold: random.chance(0.4) ? ('STATEMENTS' as const) : null,
        };
        return { start, question, shape: this.graphShape() };
      }
      case 'page of interlocks': {
        const question = this.interlockQuestion();
        const shape = this.entityShape(random.below(DEPTH));
        const rowsOf = () => referenceInterlocks(store.hops, question);
        return { start, question, shape, ...this.selection(rowsOf) };
      }
      case 'witnesses': {
        const question = this.interlockQuestion();
        const rows = referenceInterlocks(store.hops, question);
        const others = [
          ...rows.slice(0, 4).map(({ item }) => item.entity.slug),
          ...graph.entities.slice(0, 2).map(({ slug }) => slug),
        ].filter((slug) => slug !== question.slug);
        const rowsOf = () => referenceWitnesses(store.hops, question, others[0]!);
        const { page } = this.selection(rowsOf);
        return { start, question, others, page, shape: this.graphShape() };
      }
      case 'page of disagreements': {
        const question = this.disagreementQuestion();
        const shape = { entities: this.entityShape(1), relations: this.relationShape(1) };
        return {
          start,
          question,
          shape,
          ...this.selection(() => store.disagreementRows(question)),
        };
      }
    }
  }

  /** Some that there are, some of them twice, and some that there are not. */
  private keys<K extends string>(
    records: readonly Readonly<Record<K, string>>[],
    name: K,
  ): string[] {
    const { random } = this;
    if (random.chance(0.05)) return [];
    const known = random.list(1 + random.below(6), () => random.pick(records)[name]);
    return random.chance(0.3) ? [...known, 'nothing', "' OR 1=1 --", '\u0000', known[0]!] : known;
  }

  /** The page of a list, from keysets in it, beside it or without. */
  private selection(rowsOf: () => readonly Row<unknown>[]): PageSelection {
    const { random } = this;
    const limit = random.chance(0.15) ? 100 : random.below(6);
    const wantsCount = random.chance(0.4);
    const wantsRows = random.chance(0.9);
    if (!wantsRows) return { page: { limit, backward: false }, wantsRows, wantsCount };
    const places = random.chance(0.5) ? rowsOf() : [];
    const place = (name: 'after' | 'before'): Partial<PageRequest> =>
      places.length > 0 && random.chance(0.6) ? { [name]: this.near(random.pick(places)) } : {};
    const page = {
      limit,
      backward: random.chance(0.4),
      ...place('after'),
      ...place('before'),
    };
    return { page, wantsRows, wantsCount };
  }

  /** The place of a row, or one right beside it, as of a row that is gone. */
  private near({ keyset }: Row<unknown>): Keyset {
    if (!this.random.chance(0.3)) return keyset;
    const last = keyset.at(-1);
    return [
      ...keyset.slice(0, -1),
      `${String(last)}${this.random.pick(['!', '\u0000', '-', '￿'])}`,
    ];
  }

  private entityQuestion(): EntityQuestion {
    const { random } = this;
    const by = random.pick(['NAME', 'SLUG', 'DEGREE', 'DATE'] as const);
    const order: EntityOrder = {
      by,
      descending: random.chance(0.5),
      language: random.pick(languages),
      ...(by === 'DEGREE' && random.chance(0.5) ? { relations: this.following() } : {}),
    };
    return { filter: this.entityConditions(3), order };
  }

  private entityConditions(depth: number): EntityConditions {
    const { random, graph } = this;
    const nested = (): EntityConditions[] =>
      random.list(random.below(3), () => this.entityConditions(depth - 1));
    const slugs = (): string[] => this.keys(graph.entities, 'slug');
    const kinds = (): string[] => [
      ...random.list(random.below(3), () => random.pick(graph.entities).kind ?? 'NOTHING'),
      ...(random.chance(0.1) ? ["NHRI' --"] : []),
    ];
    // Few conditions each, so that half of the filters keep something.
    return {
      ...(random.chance(0.15) ? { types: this.types() } : {}),
      ...(random.chance(0.06) ? { kinds: kinds() } : {}),
      ...(random.chance(0.06) ? { slugs: slugs() } : {}),
      ...(random.chance(0.06) ? { values: { act: this.acts(), form: ['QUOTATION'] } } : {}),
      ...(random.chance(0.12) ? { during: this.during() } : {}),
      ...(random.chance(0.1) ? { began: this.during() } : {}),
      ...(depth > 0 && random.chance(0.4)
        ? { related: random.list(1 + random.below(2), () => this.relatedCondition(depth - 1)) }
        : {}),
      ...(depth > 0 && random.chance(0.15) ? { and: nested() } : {}),
      ...(depth > 0 && random.chance(0.15) ? { or: nested() } : {}),
      ...(depth > 0 && random.chance(0.15) ? { not: this.entityConditions(depth - 1) } : {}),
    };
  }

  private acts() {
    return this.random.some(['STRESSED', 'NOTED', 'ASKED', 'RECALLED'], 0.7);
  }

  private types() {
    return this.random.some(entityTypeNames, 0.4);
  }

  private relatedCondition(depth: number): RelatedCondition {
    const { random } = this;
    const quantifier = random.pick(['SOME', 'SOME', 'NONE', 'EVERY'] as const);
    return {
      types: this.relationTypes(),
      direction: this.direction(),
      filter: this.relationConditions(),
      entity: this.entityConditions(depth),
      quantifier,
      atLeast: quantifier === 'SOME' && random.chance(0.3) ? 1 + random.below(3) : 1,
    };
  }

  private relationTypes(): string[] | null {
    const { random } = this;
    if (random.chance(0.5)) return null;
    return random.list(random.below(5), () => random.pick(this.graph.relations).type);
  }

  private direction() {
    return this.random.pick(['FORWARD', 'BACKWARD', null] as const);
  }

  private relationConditions(): RelationConditions {
    const { random } = this;
    const values = Object.fromEntries(
      Object.entries(this.vocabulary.relationProperties).flatMap(([name, { type }]) =>
        isEnumerated(type) && random.chance(0.04)
          ? [[name, random.some(Object.keys(type.values), 0.5)]]
          : [],
      ),
    );
    return {
      ...(random.chance(0.1) ? { entityTypes: this.types() } : {}),
      ...(Object.keys(values).length > 0 ? { values } : {}),
      ...(random.chance(0.15) ? { during: this.during() } : {}),
      ...(random.chance(0.1) ? { began: this.during() } : {}),
      ...(random.chance(0.1) ? { minPublishers: random.below(3) } : {}),
      ...(random.chance(0.08) ? { minOrigins: random.below(3) } : {}),
      ...(random.chance(0.12)
        ? { without: random.some(this.graph.sources, 0.4).map(({ slug }) => slug) }
        : {}),
      ...(random.chance(0.12)
        ? { publishedUntil: parsePartialDate(random.pick(dates)).end.latest }
        : {}),
      ...this.supportConditions(),
    };
  }

  /** A filter that sets some sources aside, or those published after a day, or both. */
  setAside(): SetAside {
    const { random, graph } = this;
    const without = { without: random.some(graph.sources, 0.4).map(({ slug }) => slug) };
    const publishedUntil = { publishedUntil: parsePartialDate(random.pick(dates)).end.latest };
    return random.pick([without, publishedUntil, { ...without, ...publishedUntil }]);
  }

  private supportConditions(): RelationConditions {
    const { random, graph } = this;
    const some = <T>(list: readonly T[]): T[] => random.some(list, 0.4);
    return {
      ...(random.chance(0.08) ? { maxPublishers: random.below(3) } : {}),
      ...(random.chance(0.08) ? { maxOrigins: random.below(3) } : {}),
      ...(random.chance(0.1) ? { standing: some(standings) } : {}),
      ...(random.chance(0.1) ? { isContested: random.chance(0.5) } : {}),
      ...(random.chance(0.08) ? { sources: some(graph.sources).map(({ slug }) => slug) } : {}),
      ...(random.chance(0.08)
        ? { publishers: some(graph.sources).map(({ publisherSlug }) => publisherSlug) }
        : {}),
    };
  }

  private during(): DuringCondition {
    const { random } = this;
    const [one, other] = random.list(2, () => parsePartialDate(random.pick(dates)));
    const from = random.chance(0.2) ? NO_EARLIEST_DAY : one!.start.earliest;
    const to = random.chance(0.2) ? NO_LATEST_DAY : other!.end.latest;
    return { from: Math.min(from, to), to: Math.max(from, to), certainly: random.chance(0.5) };
  }

  private relatedQuestion(): RelatedQuestion {
    const { random } = this;
    return {
      types: this.relationTypes(),
      direction: this.direction(),
      filter: random.chance(0.5) ? {} : this.relationConditions(),
      order: { by: random.pick(['SLUG', 'DATE']), descending: random.chance(0.5) },
    };
  }

  /** Filters that keep little make short work of a whole graph: half of the questions have none. */
  private following(): Following {
    const { random } = this;
    return {
      types: random.chance(0.6) ? null : this.relationTypes(),
      direction: random.chance(0.5) ? null : this.direction(),
      filter: random.chance(0.5) ? {} : this.relationConditions(),
    };
  }

  private interlockQuestion(): InterlockQuestion {
    const { random, graph } = this;
    return {
      ...this.following(),
      slug: random.pick(graph.entities).slug,
      otherTypes: random.chance(0.3) ? this.types() : null,
    };
  }

  private twoEntities(): [string, string] {
    const [from, to] = this.random.list(2, () => this.random.pick(this.graph.entities).slug);
    return from === to ? this.twoEntities() : [from!, to!];
  }

  private graphShape(): GraphShape {
    const depth = this.random.below(DEPTH);
    return { entities: this.entityShape(depth), relations: this.relationShape(depth) };
  }

  private relationQuestion(): RelationQuestion {
    const { random, graph } = this;
    const ends = () => (random.chance(0.2) ? this.keys(graph.entities, 'slug') : null);
    return {
      types: this.relationTypes(),
      from: ends(),
      to: ends(),
      filter: this.relationConditions(),
    };
  }

  private sourceQuestion(): SourceQuestion {
    const { random, graph } = this;
    const of = (name: 'publisherSlug' | 'kind' | 'language') =>
      random.chance(0.3)
        ? random.list(random.below(3), () => random.pick(graph.sources)[name] ?? 'none')
        : null;
    const informers = random.chance(0.3)
      ? random.list(random.below(3), () => random.pick(graph.sources).informerSlugs[0] ?? 'none')
      : null;
    return {
      publishers: of('publisherSlug'),
      kinds: of('kind'),
      languages: of('language'),
      informers,
      published: random.chance(0.3)
        ? { dates: random.some(dates, 0.4), undated: random.chance(0.5) }
        : null,
    };
  }

  private disagreementQuestion(): DisagreementQuestion {
    const { random, graph } = this;
    return {
      kinds: random.chance(0.4) ? random.some(disagreementKinds, 0.6) : null,
      targets: random.chance(0.3)
        ? [...this.keys(graph.relations, 'key'), ...this.keys(graph.entities, 'slug')]
        : null,
      ...(random.chance(0.5) ? this.setAside() : {}),
    };
  }

  private evidenceQuestion(of: EvidenceQuestion['of']): EvidenceQuestion {
    const { random } = this;
    const property = () => random.pick(this.store.evidence).property ?? '';
    return {
      of,
      properties: random.chance(0.5) ? null : random.list(random.below(4), property),
      ...(random.chance(0.2) ? { stance: random.pick(['CONFIRMS', 'CONTRADICTS'] as const) } : {}),
      ...(random.chance(0.2) ? { inferred: random.chance(0.5) } : {}),
      ...(random.chance(0.2)
        ? { sources: random.some(this.graph.sources, 0.5).map(({ slug }) => slug) }
        : {}),
      ...(random.chance(0.1) ? this.setAside() : {}),
    };
  }

  /** Some parts, none or all. */
  private parts<P extends string>(
    all: readonly P[],
    others: () => readonly P[] = () => [],
  ): Parts<P> {
    const { random } = this;
    if (random.chance(0.4)) return null;
    return new Set([...random.some(all, 0.4), ...(random.chance(0.5) ? others() : [])]);
  }

  private entityParts(): EntityShape['parts'] {
    const { random, vocabulary } = this;
    return this.parts(entityParts, () => {
      const { properties } = vocabulary.entityTypes[random.pick(entityTypeNames)];
      const own = Object.keys(properties).filter(
        (name) => properties[name]!.type !== 'localizedText',
      );
      const chain = languages.map((_, index) => languages[(index + 1) % languages.length]!);
      return [
        ...own.map((name) => `own ${name}` as const),
        random.chance(0.5) ? `name ${languages.join(' ')}` : `name ${chain.join(' ')}`,
      ];
    });
  }

  private relationParts(): RelationShape['parts'] {
    return this.parts(relationParts, () =>
      this.random
        .some(Object.keys(this.vocabulary.relationProperties), 0.5)
        .map((name) => `own ${name}` as const),
    );
  }

  private expansions<E extends EntityExpansion | SourceExpansion>(depth: number, make: () => E) {
    const count = depth === 0 ? 0 : this.random.below(3);
    return new Map(this.random.list(count, (index) => [`expansion ${index}`, make()] as const));
  }

  private entityShape(depth: number): EntityShape {
    const { random } = this;
    return {
      parts: this.entityParts(),
      expansions: this.expansions<EntityExpansion>(depth, () => {
        const onTypes = random.chance(0.7) ? null : new Set(this.types());
        if (random.chance(0.25)) return { ...this.evidenceExpansion('target', depth), onTypes };
        const question = this.relatedQuestion();
        if (random.chance(0.2)) return { kind: 'related count', onTypes, question };
        const { slug } = random.pick(this.graph.entities);
        return {
          kind: 'related',
          onTypes,
          question,
          ...this.selection(() => this.store.relatedRows(slug, question)),
          relation: this.relationShape(depth - 1),
          entity: this.entityShape(depth - 1),
        };
      }),
    };
  }

  private evidenceExpansion(of: EvidenceQuestion['of'], depth: number): EvidenceExpansion {
    const question = this.evidenceQuestion(of);
    const piece = this.random.pick(this.store.evidence);
    const owner = of === 'target' ? piece.target : piece.sourceSlug;
    return {
      kind: 'evidence',
      onTypes: null,
      question,
      ...this.selection(() => this.store.evidenceRows(owner, question)),
      evidence: this.evidenceShape(depth - 1),
    };
  }

  private relationShape(depth: number): RelationShape {
    const end = () => (this.random.chance(0.3) && depth > 0 ? this.entityShape(depth - 1) : null);
    const [from, to] = [end(), end()];
    const sources = this.random.chance(0.2) && depth > 0 ? this.sourceShape(depth - 1) : null;
    return {
      parts: this.relationParts(),
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
      ...(sources ? { sources } : {}),
      expansions: this.expansions(depth, () => this.evidenceExpansion('target', depth)),
    };
  }

  private evidenceShape(depth: number): EvidenceShape {
    const { random } = this;
    const parts = this.parts(evidenceParts);
    if (depth === 0) return { parts };
    return {
      parts,
      ...(random.chance(0.5) ? { source: this.sourceShape(depth - 1) } : {}),
      ...(random.chance(0.5)
        ? {
            target: {
              entity: this.entityShape(depth - 1),
              relation: this.relationShape(depth - 1),
            },
          }
        : {}),
    };
  }

  private sourceShape(depth: number): SourceShape {
    const { random } = this;
    const wants = () => random.chance(0.4) && depth > 0;
    return {
      parts: this.parts(sourceParts),
      ...(wants() ? { publisher: this.entityShape(depth - 1) } : {}),
      ...(wants() ? { informers: this.entityShape(depth - 1) } : {}),
      expansions: this.expansions<SourceExpansion>(depth, () =>
        random.chance(0.3)
          ? this.soleSupportExpansion(depth)
          : this.evidenceExpansion('source', depth),
      ),
    };
  }

  private soleSupportExpansion(depth: number): SoleSupportExpansion {
    const { slug } = this.random.pick(this.graph.sources);
    const setAside = this.random.chance(0.4) ? this.setAside() : {};
    return {
      kind: 'sole support',
      ...setAside,
      ...this.selection(() => this.store.soleSupportRows(slug, setAside)),
      relation: this.relationShape(depth - 1),
    };
  }
}
