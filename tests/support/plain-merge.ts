import type { KenesDocument } from '../../src/documents/format.js';
import type {
  EntityEntry,
  EvidenceEntry,
  JoinEntry,
  SourceEntry,
} from '../../src/writing/entries.js';

// What documents say together, computed in the plainest way: everything is read anew for each value,
// and nothing is shared with the writer. Dates are `2025`, `2025-03` or `2025-03-10` only.

type Text = Readonly<Record<string, string>>;
type Values = Readonly<Record<string, string | number>>;

export interface PlainEvidence {
  readonly target: string;
  readonly property: string | null;
  readonly source: string;
  readonly position: string;
  readonly stance: string;
  readonly value: string | null;
  readonly preferred: boolean;
  readonly inferred: boolean;
  readonly note: string | null;
}

export interface PlainGraph {
  readonly sources: Readonly<Record<string, object>>;
  readonly entities: Readonly<Record<string, object>>;
  readonly relations: Readonly<Record<string, object>>;
  /** Sorted. */
  readonly evidence: readonly string[];
}

/** An entry of a record, and the document that it is from. */
interface Said {
  readonly document: string;
  readonly target: string;
  readonly type: string;
  readonly names: Text;
  readonly editorialNames: Text;
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  /** The values of properties that have one value at a time. */
  readonly values: Values;
  readonly evidence: readonly EvidenceEntry[];
}

const LANGUAGES = ['en', 'ru', 'kk'];
const EDITORIAL = 'kenes-editorial';
const EDITORS = 'kenes-editors';
const WITHOUT_SOURCE = 'A document gave this value without a source.';

const TITLES = LANGUAGES.map((language) => `title.${language}`);

/** The properties that evidence for a whole entry confirms, too. */
const STATED = ['startDate', 'ordinal', 'endDate', ...TITLES, 'since', 'until', 'act', 'role'];
/** The relation types whose time is that of `since`, `until` and their sources. */
export const STATES = ['MEMBER_OF', 'PART_OF'];
const DATES = ['startDate', 'endDate', 'since', 'until'];
const TOGETHER = [...TITLES, 'since', 'until'];
const NUMBERS = ['ordinal'];
const QUALIFIERS: Readonly<Record<string, string>> = { PARTICIPATED_IN: 'role' };
/** The properties with one value at a time, of which the values of entries are claims. */
const CLAIMED = [...STATED, 'kind', 'description.en', 'text.en'];

type DocumentBySlug = KenesDocument & { readonly document: string };

/** Returns the graph of documents in any order. Each has a slug. */
export function plainMerge(documents: readonly DocumentBySlug[]): PlainGraph {
  return new PlainMerge(documents).graph();
}

class PlainMerge {
  private readonly sources = new Map<string, SourceEntry[]>();
  private readonly entities: Said[] = [];
  private readonly relations: Said[] = [];

  constructor(documents: readonly DocumentBySlug[]) {
    for (const { document, sources = [], entities = [], relations = [] } of documents) {
      for (const source of sources)
        this.sources.set(source.slug, [...(this.sources.get(source.slug) ?? []), source]);
      for (const entity of entities.filter(isDescription))
        this.entities.push(saidOf(document, entity.slug, entity));
      for (const relation of relations)
        this.relations.push(saidOf(document, keyOf(relation), relation));
    }
  }

  graph(): PlainGraph {
    const evidence: PlainEvidence[] = [];
    const merge = (all: readonly Said[], toRecord: (said: Said[], values: Text) => object) =>
      Object.fromEntries<object>(
        [...new Set(all.map(({ target }) => target))].map((target) => {
          const said = all.filter((one) => one.target === target);
          const { values, pieces } = this.valuesOf(target, said);
          evidence.push(...pieces);
          return [target, toRecord(said, values)];
        }),
      );
    const entities = merge(this.entities, (said, values) => this.entity(said, values));
    const relations = merge(this.relations, (said, values) => {
      const own = evidence.filter(
        ({ target, property, stance }) =>
          target === said[0]?.target && property === null && stance === 'CONFIRMS',
      );
      const { target = '', type = '' } = said[0] ?? {};
      const time = STATES.includes(type)
        ? this.timeOf(values, evidence.filter((piece) => piece.target === target)) // prettier-ignore
        : null;
      return { properties: typed(values), ...this.attestation(own), time };
    });
    const isEdited =
      this.sources.has(EDITORIAL) || evidence.some(({ source }) => source === EDITORIAL);
    if (isEdited || EDITORS in entities) entities[EDITORS] = this.editors();
    const slugs = [...this.sources.keys(), ...(isEdited ? [EDITORIAL] : [])];
    return {
      sources: Object.fromEntries(slugs.map((slug) => [slug, this.source(slug)])),
      entities,
      relations,
      evidence: evidence.map((piece) => JSON.stringify(piece)).sort(),
    };
  }

  /** The editors are there when a document speaks of them, and when they are cited. */
  private editors(): object {
    const implied = saidOf(EDITORS, EDITORS, {
      type: 'Organization',
      kind: 'EDITORIAL',
      names: { en: 'Editors of this graph', ru: 'Редакция этого графа', kk: 'Осы графтың редакциясы' },
    }); // prettier-ignore
    const declared = this.entities.filter(({ target }) => target === EDITORS);
    return this.entity([...declared, implied], { kind: 'EDITORIAL' });
  }

  private source(slug: string): object {
    const own = this.sources.get(slug) ?? [];
    const implied = { slug, publisher: EDITORS, title: 'Editorial choices', kind: 'EDITORIAL' };
    const entries: SourceEntry[] = slug === EDITORIAL ? [...own, implied] : own;
    return {
      title: most(entries.map(({ title }) => title)),
      kind: most(entries.map(({ kind }) => kind)),
      publishedAt: most(entries.map(({ publishedAt }) => publishedAt?.toString())),
      publisher: most(entries.map(({ publisher }) => publisher)),
      informers: sortedOnce(entries.flatMap(({ informers = [] }) => informers)),
    };
  }

  private entity(said: readonly Said[], values: Text): object {
    const { target, type } = said[0]!;
    const names: Record<string, string> = {};
    const aliases: Record<string, readonly string[]> = {};
    const editorial: string[] = [];
    for (const language of LANGUAGES) {
      const seen = said.flatMap((one) => one.names[language] ?? []);
      const shown =
        this.mostUsed(said, language, 'names') ?? this.mostUsed(said, language, 'editorialNames');
      if (shown !== undefined) names[language] = shown;
      if (shown !== undefined && seen.length === 0) editorial.push(language);
      const others = [...seen, ...said.flatMap((one) => one.aliases[language] ?? [])];
      const left = sortedOnce(others.filter((name) => seen.length === 0 || name !== shown)).sort(
        (a, b) => Number(!/\p{Ll}/u.test(a)) - Number(!/\p{Ll}/u.test(b)),
      );
      if (left.length > 0) aliases[language] = left;
    }
    const text = type === 'Statement' ? inLanguages('text', values) : names;
    return {
      type,
      names: text,
      editorial: type === 'Statement' ? [] : editorial,
      aliases,
      kind: values['kind'] ?? null,
      text: inLanguages('description', values),
      properties: typed(values),
      degree: new Set(
        this.relations.flatMap(({ target: key }) => (endsOf(key).includes(target) ? [key] : [])),
      ).size,
    };
  }

  /** Returns the name that has most voices. */
  private mostUsed(
    said: readonly Said[],
    language: string,
    list: 'names' | 'editorialNames',
  ): string | undefined {
    const using = (name: string): Said[] => said.filter((one) => one[list][language] === name);
    const names = sortedOnce(said.flatMap((one) => one[list][language] ?? []));
    return best(names, (name) => {
      const voices = using(name).map((one) => voicesFor(one, language, name));
      const { originCount, publisherCount } = this.attestation(voices.flatMap(({ all }) => all));
      return [
        voices.some(({ isPreferred }) => isPreferred) ? 0 : 1,
        -originCount,
        -publisherCount,
        -new Set(using(name).map(({ document }) => document)).size,
        name.split(/[^\p{L}]+/u).filter((word) => /^\p{Lu}{4,}$/u.test(word)).length,
        -[...name].filter((letter) => /\p{L}/u.test(letter)).length,
        name,
      ];
    });
  }

  private valuesOf(
    target: string,
    said: readonly Said[],
  ): { values: Text; pieces: PlainEvidence[] } {
    const all = united(said.flatMap((one) => evidenceOf(one)));
    const others = all.filter(({ property }) => property === null || !CLAIMED.includes(property));
    const values: Record<string, string> = {};
    const pieces = [...others];
    const isTogether = TOGETHER.some((property) => {
      const claims = sourced(all.filter((piece) => piece.property === property));
      return new Set(claims.map(({ value }) => value)).size > 1;
    });
    const together = isTogether ? this.saidTogether(all) : {};
    for (const property of CLAIMED) {
      const claims = all.filter((piece) => piece.property === property);
      const cited = sourced(claims);
      const bare = sortedOnce([
        ...said.flatMap(({ values }) => values[property]?.toString() ?? []),
        ...claims.flatMap(({ value }) => value ?? []),
      ]).filter((value) => !cited.some((piece) => piece.value === value));
      const isJoint = isTogether && TOGETHER.includes(property) && cited.length > 0;
      const shown = isJoint
        ? together[property]
        : best(sortedOnce([...bare, ...cited.flatMap(({ value }) => value ?? [])]), (value) =>
            this.rankOf(value, cited, property),
          );
      if (shown !== undefined) values[property] = shown;
      const stanceOf = (value: string): string =>
        shown === undefined
          ? TITLES.includes(property) ? 'CONFIRMS' : 'CONTRADICTS'
          : TITLES.includes(property) || supports(value, shown, property) ? 'CONFIRMS' : 'CONTRADICTS'; // prettier-ignore
      pieces.push(
        ...cited.map((piece) => ({ ...piece, stance: stanceOf(piece.value!) })),
        ...bare
          .filter((value) => value !== shown)
          .map((value) => withoutSource(target, property, value, stanceOf(value))),
      );
    }
    return { values, pieces };
  }

  /** Returns the values of one source after the other that contradict none of those before. */
  private saidTogether(all: readonly PlainEvidence[]): Record<string, string> {
    const claims = sourced(all.filter(({ property }) => TOGETHER.includes(property ?? '')));
    const valuesBy = (source: string): Record<string, string> => {
      const values: Record<string, string> = {};
      for (const property of TOGETHER) {
        const own = claims.filter(
          (piece) => piece.source === source && piece.property === property,
        );
        const value = best(sortedOnce(own.flatMap(({ value }) => value ?? [])), (one) =>
          this.rankOf(one, own, property),
        );
        if (value !== undefined) values[property] = value;
      }
      return values;
    };
    const clashes = (one: Text, other: Text): boolean =>
      TOGETHER.some((property) => {
        const [a, b] = [one[property], other[property]];
        if (a === undefined || b === undefined || TITLES.includes(property)) return false;
        return !supports(a, b, property) && !supports(b, a, property);
      });
    const slugs = sortedOnce(claims.map(({ source }) => source));
    const left = [...slugs];
    const chosen: Record<string, string> = {};
    while (left.length > 0) {
      const next = best(left, (source) => {
        const own = claims.filter((piece) => piece.source === source);
        const values = valuesBy(source);
        const agreeing = slugs.filter((other) => {
          const others = valuesBy(other);
          const ofBoth = TITLES.filter((title) => values[title] && others[title]);
          const isOneOffice =
            ofBoth.length === 0 || ofBoth.some((title) => values[title] === others[title]);
          return (
            isOneOffice &&
            Object.entries(others).every(
              ([property, said]) =>
                TITLES.includes(property) ||
                values[property] === undefined ||
                supports(said, values[property], property),
            )
          );
        });
        const { originCount, publisherCount } = this.attestation(
          claims.filter((piece) => agreeing.includes(piece.source)),
        );
        return [
          own.some(({ preferred, property, value }) => preferred && values[property!] === value) ? 0 : 1,
          -originCount,
          -publisherCount,
          -new Set(Object.keys(values).map((property) => property.split('.')[0])).size,
          this.dayOf(source),
          source === EDITORIAL ? '~' : source,
        ]; // prettier-ignore
      })!;
      left.splice(left.indexOf(next), 1);
      const values = valuesBy(next);
      if (!clashes(values, chosen)) Object.assign(chosen, { ...values, ...chosen });
    }
    return chosen;
  }

  private rankOf(value: string, claims: readonly PlainEvidence[], property: string): Rank {
    const supporting = claims.filter((piece) => supports(piece.value!, value, property));
    const { originCount, publisherCount } = this.attestation(supporting);
    const cited = supporting.map(({ source }) => source).filter((slug) => slug !== EDITORIAL);
    return [
      claims.some((piece) => piece.preferred && piece.value === value) ? 0 : 1,
      -originCount,
      -publisherCount,
      cited.map((slug) => this.dayOf(slug)).sort()[0] ?? '~',
      sortedOnce(cited)[0] ?? '~',
      value,
    ];
  }

  /**
   * Returns the earliest and the latest day on which a state began, and the same of its end. An empty
   * text is before all days, and a tilde after them.
   */
  private timeOf({ since, until }: Text, pieces: readonly PlainEvidence[]): string[] {
    const { sources } = this.attestation(pieces.filter(({ stance }) => stance === 'CONFIRMS'));
    const dated = sources.flatMap((slug) => {
      const date = most(this.sources.get(slug)!.map((entry) => entry.publishedAt?.toString()));
      if (date === null || date.endsWith('?')) return [];
      const isOver = pieces.some(
        ({ source, property, value }) => source === slug && property === 'until' && value !== null,
      );
      return [{ days: daysOf(date), isOver }];
    });
    const [first, begun] = since === undefined ? ['', '~'] : daysOf(since);
    const [lasted, last] = until === undefined ? ['', '~'] : daysOf(until);
    if (first > last) return [first, begun, lasted, last];
    const present = dated.flatMap(({ days, isOver }) => (isOver ? [] : [days]));
    const over = dated.filter(
      ({ days, isOver }) =>
        isOver &&
        until === undefined &&
        [first, ...present.map(([day]) => day)].every((day) => day <= days[1]),
    );
    const end = sortedOnce([last, ...over.map(({ days }) => days[1])])[0]!;
    const seen = present.filter((days) => days[1] >= first && days[0] <= end);
    return [
      first,
      sortedOnce([begun, end, ...seen.map(([, day]) => day)])[0]!,
      sortedOnce([lasted, first, ...seen.map(([day]) => day)]).at(-1)!,
      end,
    ];
  }

  /** Returns the last day on which a source may have been published. */
  private dayOf(slug: string): string {
    const entries = this.sources.get(slug) ?? [];
    const date = most(entries.map(({ publishedAt }) => publishedAt?.toString()));
    return date === null ? '~' : `${date}-99-99`.slice(0, 10);
  }

  private attestation(evidence: readonly Pick<PlainEvidence, 'source' | 'inferred'>[]) {
    const counted = evidence.filter(({ source, inferred }) => source !== EDITORIAL && !inferred);
    const slugs = sortedOnce(counted.map(({ source }) => source));
    const publishers = slugs.map((slug) => most(this.sources.get(slug)!.map((s) => s.publisher)));
    const informers = slugs.flatMap((slug) =>
      this.sources.get(slug)!.flatMap(({ informers = [] }) => informers),
    );
    const known = new Set(informers).size;
    return {
      sources: slugs,
      publisherCount: new Set(publishers).size,
      originCount: known > 0 ? known : Math.min(1, slugs.length),
    };
  }
}

/** Joins of slugs are not merged here. */
function isDescription(entity: EntityEntry | JoinEntry): entity is EntityEntry {
  return !('mergedInto' in entity);
}

/** Returns the first and the last day of a day, a month of the year 2025, or a year. */
function daysOf(date: string): readonly [string, string] {
  const ends: Readonly<Record<string, string>> = { '03': '31', '04': '30' };
  const [year = '', month, day] = date.split('-');
  if (day !== undefined) return [date, date];
  if (month === undefined) return [`${year}-01-01`, `${year}-12-31`];
  return [`${date}-01`, `${date}-${ends[month]!}`];
}

type Rank = readonly (string | number)[];

/** Returns the item of the least rank; undefined for an empty list. */
function best<T>(items: readonly T[], rankOf: (item: T) => Rank): T | undefined {
  const compare = (one: Rank, other: Rank): number => {
    const at = one.findIndex((part, index) => part !== other[index]);
    return at < 0 ? 0 : one[at]! < other[at]! ? -1 : 1;
  };
  return [...items].sort((one, other) => compare(rankOf(one), rankOf(other)))[0];
}

/** Returns the value that occurs most often, and of several the first. */
function most(values: readonly (string | undefined)[]): string | null {
  const present = values.flatMap((value) => value ?? []);
  return (
    best(sortedOnce(present), (value) => [-present.filter((one) => one === value).length, value]) ??
    null
  );
}

function sortedOnce(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}

function supports(value: string, shown: string, property: string): boolean {
  return value === shown || (DATES.includes(property) && shown.startsWith(`${value}-`));
}

function sourced(claims: readonly PlainEvidence[]): PlainEvidence[] {
  return claims.filter((piece) => !isWithoutSource(piece));
}

function isWithoutSource({ source, note }: PlainEvidence): boolean {
  return source === EDITORIAL && note === WITHOUT_SOURCE;
}

function withoutSource(
  target: string,
  property: string,
  value: string,
  stance: string,
): PlainEvidence {
  return {
    target, property, source: EDITORIAL, position: '', stance, value, preferred: false,
    inferred: false, note: WITHOUT_SOURCE,
  }; // prettier-ignore
}

function saidOf(
  document: string,
  target: string,
  entry: Readonly<Record<string, unknown>> & { readonly type: string },
): Said {
  const flat: Record<string, unknown> = { ...entry };
  for (const name of ['description', 'text', 'title']) {
    for (const [language, value] of Object.entries(inEachLanguage(entry[name])))
      flat[`${name}.${language}`] = value;
  }
  const values = CLAIMED.filter((property) => flat[property] !== undefined);
  return {
    document,
    target,
    type: entry.type,
    names: (entry['names'] ?? {}) as Text,
    editorialNames: (entry['editorialNames'] ?? {}) as Text,
    aliases: (entry['aliases'] ?? {}) as Said['aliases'],
    values: Object.fromEntries(values.map((property) => [property, flat[property]])) as Values,
    evidence: (entry['evidence'] ?? []) as readonly EvidenceEntry[],
  };
}

/** Plain text is in English here. */
function inEachLanguage(value: unknown): Text {
  return typeof value === 'string' ? { en: value } : ((value ?? {}) as Text);
}

function keyOf(relation: Readonly<Record<string, unknown>>): string {
  const { from, type, to } = relation;
  const qualifier = relation[QUALIFIERS[String(type)] ?? ''];
  return [from, type, to, ...(qualifier === undefined ? [] : [qualifier])].join('~');
}

function endsOf(key: string): string[] {
  const [from = '', , to = ''] = key.split('~');
  return [from, to];
}

/** Evidence for the whole entry is evidence for each stated value that has none of its own. */
function evidenceOf({ target, values, evidence }: Said): PlainEvidence[] {
  const each = evidence.flatMap((piece): readonly EvidenceEntry[] => {
    if (piece.property !== 'title') return [piece];
    const titles =
      piece.value === undefined ? TITLES.filter((title) => values[title]) : ['title.en'];
    return titles.map((property) => ({ ...piece, property }));
  });
  const confirmed = each
    .filter(({ stance }) => stance !== 'CONTRADICTS')
    .map(({ property }) => property);
  const all = each.flatMap((piece) => {
    if (piece.property !== undefined || piece.stance === 'CONTRADICTS') return [piece];
    const implied = STATED.filter(
      (property) => values[property] !== undefined && !confirmed.includes(property),
    );
    return [piece, ...implied.map((property) => ({ ...piece, property }))];
  });
  return all.map(({ source, property = null, position, stance, value, ...rest }) => ({
    target,
    property,
    source,
    position: position ? `${position.start}-${position.end}` : '',
    stance: stance ?? 'CONFIRMS',
    value: (value ?? (property === null ? undefined : values[property]))?.toString() ?? null,
    preferred: rest.preferred ?? false,
    inferred: rest.inferred ?? false,
    note: rest.note ?? null,
  }));
}

/** The stance of a claim follows from its value, so it does not tell two pieces apart. */
function united(all: readonly PlainEvidence[]): PlainEvidence[] {
  const identity = ({ target, property, source, position, stance, value }: PlainEvidence): string =>
    JSON.stringify([
      target, property, source, position, value,
      CLAIMED.includes(property ?? '') ? null : stance,
    ]); // prettier-ignore
  return sortedOnce(all.map(identity)).map((one) => {
    const same = all.filter((piece) => identity(piece) === one);
    const pieces = sourced(same).length > 0 ? sourced(same) : same;
    return {
      ...pieces[0]!,
      preferred: pieces.some(({ preferred }) => preferred),
      inferred: pieces.every(({ inferred }) => inferred),
      note: sortedOnce(pieces.flatMap(({ note }) => note ?? []))[0] ?? null,
    };
  });
}

/** Evidence for the name itself, else for the entry as a whole. */
function voicesFor({ evidence }: Said, language: string, name: string) {
  const confirming = evidence.filter(({ stance }) => stance !== 'CONTRADICTS');
  const own = confirming.filter(
    ({ property, value }) =>
      ['names', `names.${language}`].includes(property ?? '') &&
      (value === undefined || value === name),
  );
  const whole = confirming.filter(({ property }) => property === undefined);
  return {
    isPreferred: own.some(({ preferred }) => preferred === true),
    all: (own.length > 0 ? own : whole).map(({ source, inferred = false }) => ({
      source,
      inferred,
    })),
  };
}

function inLanguages(property: string, values: Text): Text {
  return Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const value = values[`${property}.${language}`];
      return value === undefined ? [] : [[language, value]];
    }),
  );
}

function typed(values: Text): Record<string, string | number | Text> {
  const title = inLanguages('title', values);
  return {
    ...Object.fromEntries(
      Object.entries(values)
        .filter(([property]) => property !== 'kind' && !property.includes('.'))
        .map(([property, value]) => [property, NUMBERS.includes(property) ? Number(value) : value]),
    ),
    ...(Object.keys(title).length > 0 ? { title } : {}),
  };
}
