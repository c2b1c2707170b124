import { isDeepStrictEqual } from 'node:util';
import type {
  EntityEntry,
  EvidenceEntry,
  RelationEntry,
  SourceEntry,
} from '../../src/writing/entries.js';
import type { KenesDocument } from '../../src/documents/format.js';
import { relationKey } from '../../src/values/keys.js';
import { parsePartialDate } from '../../src/values/partial-date.js';
import { entityTypeNames, type EntityType } from '../../src/vocabulary/entity-types.js';
import { languages } from '../../src/vocabulary/languages.js';
import { isEnumerated, type PropertyDefinitions } from '../../src/vocabulary/properties.js';
import type { Vocabulary } from '../../src/vocabulary/vocabulary.js';

/** A generator of pseudo-random numbers (mulberry32): equal seeds give equal sequences. */
export class Random {
  constructor(private state: number) {}

  /** Returns a number from 0 up to, but not including, 1. */
  number(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** Returns a whole number from 0 up to, but not including, the limit. */
  below(limit: number): number {
    return Math.floor(this.number() * limit);
  }

  chance(probability: number): boolean {
    return this.number() < probability;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** Returns a part of a list, in its order. Each element is included with the probability. */
  some<T>(list: readonly T[], probability: number): T[] {
    return list.filter(() => this.chance(probability));
  }

  list<T>(length: number, make: (index: number) => T): T[] {
    return Array.from({ length }, (_, index) => make(index));
  }
}

/** The seed of this run's random tests. It differs between runs unless KENES_TEST_SEED is set. */
export const randomSeed = Number(process.env['KENES_TEST_SEED'] ?? Date.now() % 1_000_000);

/** Texts that engines could interpret as syntax, or sort differently. */
const texts = [
  "O'Neil", 'say "yes"', 'back\\slash', '`tick`', '$name', '{brace} [bracket]', '%_*?', '-- ; //',
  '\\u0041', '\t tab', 'two\nlines', '  space ', '😀', '—', 'Ä', 'a\u0308', 'ß', 'İstanbul', 'zebra',
  'Zebra', 'ZEBRA 2', '10', '9', 'Ада', 'ада', 'Әлиев', 'Ғани', 'ёж', 'ей', 'Ңа', 'Łódź', 'Ωμέγα',
  '王毅', '\u{fa0e}', '\u{20000}', 'null', 'NaN', '’’’', 'é', 'e\u0301', 'x'.repeat(300),
]; // prettier-ignore

/** The texts as names, which need a letter or a digit. */
const names = texts.map((text) => (/[\p{L}\p{N}]/u.test(text) ? text : `${text} a`));

/** Dates of all forms, intervals included. */
export const dates = [
  '2019', '2020', '2020-02', '2020-02-29', '2020-12-31', '2021-01-01', '2021-06', '2020?', '2020-05~',
  '202X', '2020-XX', '2020-06-XX', '0001-01-01', '9999-12-31', '2020-06-24/2020-06-25', '2019/2020-03',
  '2020/..', '../2020', '2019-12-31/2020-01-01?', '2020/', '/2020', '2020-21', '2019-24', '2020%',
  '[2020-03..2020-05]', '[..2020]', '[2020..]', '2020-06-24~', '2019~/2020?', '193X', '0988',
]; // prettier-ignore

const slugParts = ['a', 'b', 'ab', 'z', '1', '10', '2', 'a1', 'aa'];
const digest = 'd'.repeat(64);

/**
 * Returns a small graph in which rare cases are frequent: relations of an entity with itself,
 * repeated relations, and ties in all orders.
 */
export function randomWorld(
  random: Random,
  vocabulary: Vocabulary,
  size = { entities: 60, relations: 200 },
): World {
  return new WorldGenerator(random, vocabulary).make(size);
}

/** A document without joins. */
export interface World extends KenesDocument {
  readonly entities: readonly EntityEntry[];
}

class WorldGenerator {
  private readonly sources: SourceEntry[] = [];
  private readonly entities: EntityEntry[] = [];
  private readonly relations: RelationEntry[] = [];

  constructor(
    private readonly random: Random,
    private readonly vocabulary: Vocabulary,
  ) {}

  make(size: { entities: number; relations: number }): World {
    const slugs = this.slugs(size.entities);
    // The first entities are organizations, which sources need as publishers.
    const types = slugs.map((_, index) =>
      index < 6 ? 'Organization' : this.random.pick(entityTypeNames),
    );
    const organizations = slugs.filter((_, index) => types[index] === 'Organization');
    for (let index = 0; index < 7; index++) this.sources.push(this.source(index, organizations));
    for (const [index, slug] of slugs.entries())
      this.entities.push(this.entity(slug, types[index]!, slugs));
    const keys = new Map<string, number>();
    while (this.relations.length < size.relations) this.addRelation(keys);
    return {
      kenes: 1,
      sources: this.sources,
      entities: this.entities,
      relations: this.relations,
    };
  }

  private slugs(count: number): string[] {
    const slugs = new Set<string>();
    while (slugs.size < count) {
      const parts = this.random.list(1 + this.random.below(3), () => this.random.pick(slugParts));
      slugs.add(parts.join('-'));
    }
    return [...slugs];
  }

  private source(index: number, organizations: readonly string[]): SourceEntry {
    const { random } = this;
    return {
      slug: `source${random.pick(['-', ''])}${index}`,
      publisher: random.pick(organizations.slice(0, 4)),
      informers: random.some(organizations.slice(0, 4), 0.3),
      ...(random.chance(0.5) ? { title: random.pick(texts) } : {}),
      urls: random.some(
        ['https://b.example/', 'https://a.example/?q=%22', 'http://c.example/'],
        0.4,
      ),
      ...(random.chance(0.7) ? { language: random.pick(['ru', 'kk', 'en', 'de-CH']) } : {}),
      ...(random.chance(0.7) ? { publishedAt: random.pick(dates) } : {}),
      ...(random.chance(0.7) ? { kind: random.pick(['NEWS', 'LAW', 'OTHER']) } : {}),
      ...(random.chance(0.3) ? { text: { length: 1000, sha256: digest } } : {}),
    };
  }

  private entity(slug: string, type: EntityType, slugs: readonly string[]): EntityEntry {
    const { random } = this;
    const { kinds, properties, nameProperty } = this.vocabulary.entityTypes[type];
    const text = (probability: number) =>
      Object.fromEntries(random.some(languages, probability).map((of) => [of, random.pick(names)]));
    const seen = text(0.4);
    const editorial = Object.fromEntries(
      Object.entries(text(0.2)).filter(([language]) => !(language in seen)),
    );
    const kind = random.pick([...Object.keys(kinds), undefined]);
    const others = slugs.filter((other) => other !== slug);
    const own = this.properties(
      Object.fromEntries(Object.entries(properties).filter(([name]) => name !== nameProperty)),
    );
    const named = nameProperty === undefined ? { names: seen, editorialNames: editorial } : {};
    return {
      slug,
      type,
      ...(kind === undefined ? {} : { kind }),
      ...named,
      ...(nameProperty !== undefined && random.chance(0.7) ? { [nameProperty]: text(0.6) } : {}),
      aliases: Object.fromEntries(
        random
          .some(languages, nameProperty === undefined ? 0.2 : 0)
          .map((of) => [of, random.list(2, () => random.pick(names))]),
      ),
      ...(random.chance(0.2) ? { description: text(0.6) } : {}),
      ...(random.chance(0.2) ? { sameAs: ['https://z.example/', 'https://y.example/'] } : {}),
      ...(random.chance(0.2) ? { differentFrom: random.some(others, 0.05) } : {}),
      ...own,
      evidence: this.evidence(withValues(own), nameProperty === undefined ? ['names.en'] : [], []),
    };
  }

  private properties(definitions: PropertyDefinitions): Record<string, unknown> {
    const { random } = this;
    const chosen = Object.entries(definitions).filter(() => random.chance(0.6));
    const values: Record<string, unknown> = Object.fromEntries(
      chosen.map(([name, { type }]) => {
        if (isEnumerated(type)) return [name, random.pick(Object.keys(type.values))];
        if (type === 'partialDate') return [name, random.pick(dates)];
        if (type === 'integer') return [name, random.below(5)];
        if (type === 'localizedText') {
          const inLanguages = random.some(languages, 0.5).map((of) => [of, random.pick(texts)]);
          return [name, Object.fromEntries(inLanguages)];
        }
        return [name, type === 'decimal' ? random.pick([0.5, -76.25, 12]) : random.pick(texts)];
      }),
    );
    const { date, since = date, until, startDate, endDate } = values;
    if (endsBefore(until, since))
      return { ...values, [since === date ? 'date' : 'since']: until, until: since };
    return endsBefore(endDate, startDate)
      ? { ...values, startDate: endDate, endDate: startDate }
      : values;
  }

  /**
   * Returns evidence for an entry as a whole, some of it for a rival, and confirming evidence for
   * some of its properties. Several pieces for the same target differ in source or passage.
   */
  private evidence(
    properties: readonly string[],
    others: readonly string[],
    rivals: readonly string[],
  ): EvidenceEntry[] {
    const { random } = this;
    if (random.chance(0.3)) return [];
    const remark = () => ({
      ...(random.chance(0.3) ? { inferred: true } : {}),
      ...(random.chance(0.2) ? { note: random.pick(texts) } : {}),
    });
    const whole = random.some(this.sources, 0.35).flatMap(({ slug: source, text }) => {
      const contradicts = rivals.length > 0 && random.chance(0.25);
      const content = (start: number) => ({
        ...(text ? { position: { start, end: start + 5, sha256: digest } } : {}),
        ...(contradicts ? { stance: 'CONTRADICTS' as const, value: random.pick(rivals) } : {}),
      });
      const starts = text ? random.some([0, 3, 20, 100], 0.5) : [0];
      return starts.map((start) => ({ source, ...content(start), ...remark() }));
    });
    const ofProperties = [...random.some(properties, 0.3), ...random.some(others, 0.3)].flatMap(
      (property) =>
        random.some(this.sources, 0.3).map(({ slug }) => ({ source: slug, property, ...remark() })),
    );
    return [...whole, ...ofProperties];
  }

  private addRelation(keys: Map<string, number>): void {
    const { random } = this;
    const type = random.pick(this.vocabulary.relationTypeNames);
    const definition = this.vocabulary.relationTypes[type]!;
    const ends = random.pick(definition.ends);
    const of = (types: readonly EntityType[]) =>
      this.entities.filter((entity) => types.includes(entity.type));
    const [froms, tos] = [of(ends.from), of(ends.to)];
    if (froms.length === 0 || tos.length === 0) return;
    const from = random.pick(froms).slug;
    const isLoop =
      random.chance(0.08) &&
      definition.excludesItself !== true &&
      tos.some((entity) => entity.slug === from);
    // A few far ends have many relations, so that there are several pages and ties.
    const to = isLoop ? from : random.pick(random.chance(0.5) ? tos.slice(0, 3) : tos).slug;
    if (from === to && definition.excludesItself) return;
    const properties = this.properties(definition.properties);
    const { qualifier } = definition;
    const value =
      qualifier === undefined ? undefined : (properties[qualifier] as string | undefined);
    const key = relationKey({ from, type, to, qualifier: value });
    const count = (keys.get(key) ?? 0) + 1;
    if (count > 3) return;
    keys.set(key, count);
    const instance = [undefined, '2', 'third-term'][count - 1];
    const rivals = [...keys.keys()].filter((other) => other !== key).slice(0, 3);
    const evidence = this.evidence(withValues(properties), [], rivals);
    const implied = { source: random.pick(this.sources).slug, inferred: true };
    this.relations.push({
      type,
      from,
      to,
      ...(instance === undefined ? {} : { instance }),
      ...properties,
      // A relation needs evidence; what is only implied counts no publisher.
      evidence: evidence.length > 0 ? evidence : [implied],
    });
  }
}

/** Returns the properties that evidence can confirm: text in no language is none. */
function withValues(properties: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(properties).filter((name) => !isDeepStrictEqual(properties[name], {}));
}

function endsBefore(end: unknown, start: unknown): boolean {
  if (typeof start !== 'string' || typeof end !== 'string') return false;
  return parsePartialDate(end).end.latest < parsePartialDate(start).start.earliest;
}
