import {
  attestationBy,
  isPublishedBy,
  type Attestation,
  type CountedSources,
} from '../../model/attestation.js';
import type { RelationRecord } from '../../model/records.js';
import {
  isContested,
  sayingsLeft,
  sourcesStating,
  standingOf,
  type Saying,
} from '../../model/standing.js';
import { groupBy } from '../../values/group-by.js';
import { unique, type Row } from '../page.js';
import {
  setAsideBy,
  type DisagreementQuestion,
  type EvidenceQuestion,
  type RelationConditions,
  type SetAside,
} from '../reading.js';
import type { RelationRow } from '../rows.js';
import type { FallenNumbers } from '../store.js';
import type {
  Engine,
  KeyedAnswer,
  KeyedAsk,
  KeyedKind,
  Rival,
  SingleAnswer,
  SingleAsk,
  SingleKind,
} from './asks.js';
import { fallenDisagreements } from './fallen-disagreements.js';

/** Returns whether any filter in a reading sets sources aside. */
export function setsSourcesAside(reading: object): boolean {
  return mentionsSources(reading);
}

function mentionsSources(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || value instanceof Set) return false;
  if (value instanceof Map) return [...value.values()].some(mentionsSources);
  if (Array.isArray(value)) return value.some(mentionsSources);
  return isFilter(value) || Object.values(value).some(mentionsSources);
}

/** How well the sources that are left support a relation. */
type Remainder = Attestation & Pick<RelationRecord, 'standing' | 'isContested'>;

interface Recount {
  /** The part of the filter that says which sources are set aside. */
  readonly filter: SetAside;
  /** Their slugs. */
  readonly setAside: ReadonlySet<string>;
  /**
   * By key, for the relations of which a source set aside says something; null for those that fall
   * with it.
   */
  readonly remainders: ReadonlyMap<string, Remainder | null>;
  /** The sources that are left to state these relations. */
  readonly sources: CountedSources;
}

/**
 * Returns an engine that understands filters that set sources aside. Only the relations of which
 * these sources say something can change. Their remainders are computed first; then the engine is
 * asked with the keys of those that no longer match, and of those that match now, and the relations
 * that it returns get their remainders.
 */
export function withoutSources(engine: Engine): Engine {
  const recounts = new Recounts(engine);
  return {
    async each<K extends KeyedKind>(ask: KeyedAsk<K>, keys: readonly string[]) {
      const recount = await recounts.of(filterOf(ask));
      const asked = recount && isOnSoleSupport(ask) ? keysLeft(keys, recount) : keys;
      const answer = await engine.each(await recounts.withExcluded(ask), asked);
      const apply = keyedRecounts[ask.kind];
      return recount && apply ? apply(answer, recount) : answer;
    },
    async one<K extends SingleKind>(ask: SingleAsk<K>) {
      const answer = await engine.one(await recounts.withExcluded(ask));
      const recount = await recounts.of(filterOf(ask));
      const apply = singleRecounts[ask.kind];
      return recount && apply ? apply(answer, recount) : answer;
    },
  };
}

/** Counts the sources that are set aside, their evidence, and the relations that fall, by type. */
export async function countFallen(filter: SetAside, engine: Engine): Promise<FallenNumbers> {
  const recount = await new Recounts(engine).of(filter);
  if (!recount) return { sources: 0, evidence: 0, relations: [] };
  const { setAside, remainders } = recount;
  const question = { of: 'source', properties: null } as const;
  const evidence = await engine.each({ kind: 'count of evidence', question }, [...setAside]);
  const fallen = [...remainders].filter(([, remainder]) => remainder === null);
  const byType = groupBy(fallen, ([key]) => key.split('~')[1] ?? '');
  return {
    sources: setAside.size,
    evidence: [...evidence.values()].reduce((sum, count) => sum + count, 0),
    relations: [...byType].map(([type, ofType]) => ({ type, count: ofType.length })),
  };
}

/**
 * Functions that set the remaining counts, for the kinds of ask whose answers contain relations.
 */
const keyedRecounts: {
  readonly [K in KeyedKind]?: (answer: KeyedAnswer<K>, recount: Recount) => KeyedAnswer<K>;
} = {
  related: (answer, recount) =>
    mapValues(answer, (rows) =>
      mapRows(rows, (item) => ({ ...item, relation: recounted(item.relation, recount) })),
    ),
  'relations by key': (answer, recount) =>
    mapValues(answer, (relation) => recounted(relation, recount)),
  'page of sole support': (answer, recount) =>
    mapValues(answer, (rows) => mapRows(rows, (relation) => recounted(relation, recount))),
  rivals: (answer, recount) => mapValues(answer, (rivals) => rivalsLeft(rivals, recount)),
};

const singleRecounts: {
  readonly [K in SingleKind]?: (answer: SingleAnswer<K>, recount: Recount) => SingleAnswer<K>;
} = {
  'page of relations': (answer, recount) =>
    mapRows(answer, (relation) => recounted(relation, recount)),
  network: (answer, recount) => ({
    ...answer,
    relations: answer.relations.map((relation) => recounted(relation, recount)),
  }),
  paths: ({ rows, ...answer }, recount) =>
    rows
      ? {
          ...answer,
          rows: {
            ...rows,
            relations: rows.relations.map((relation) => recounted(relation, recount)),
          },
        }
      : answer,
};

function recounted(relation: RelationRow, recount: Recount): RelationRow {
  return { ...relation, ...recount.remainders.get(relation.key), setAside: recount.filter };
}

/** Returns the rivals that have not fallen, and that a source still contradicts or favours. */
function rivalsLeft(rivals: readonly Rival[], { remainders, setAside }: Recount): Rival[] {
  return rivals.flatMap(([key, sources]) => {
    const left = sources.filter((slug) => !setAside.has(slug));
    return remainders.get(key) === null || left.length === 0 ? [] : [[key, left]];
  });
}

function mapValues<T, R>(map: ReadonlyMap<string, T>, of: (value: T) => R): Map<string, R> {
  return new Map([...map].map(([key, value]) => [key, of(value)]));
}

function mapRows<T, R>(rows: readonly Row<T>[], of: (item: T) => R): Row<R>[] {
  return rows.map(({ item, keyset }) => ({ item: of(item), keyset }));
}

/** Returns the filter whose sources are left out of the counts of an answer. */
function filterOf(ask: object): RelationConditions {
  if (isFilter(ask)) return ask;
  const question = 'question' in ask ? ask.question : null;
  if (typeof question !== 'object' || question === null || !('filter' in question)) return {};
  const { filter } = question;
  return typeof filter === 'object' && filter !== null && isFilter(filter) ? filter : {};
}

function isFilter(value: object): value is RelationConditions {
  return 'without' in value || 'publishedUntil' in value;
}

function isOnSoleSupport(ask: object): boolean {
  return 'kind' in ask && /^(page|count) of sole support$/.test(String(ask.kind));
}

/** Returns the slugs of sources that are not set aside. */
function keysLeft(slugs: readonly string[], { setAside }: Recount): readonly string[] {
  return slugs.filter((slug) => !setAside.has(slug));
}

/** Returns the sources and keys that `SoleAmong` has. */
function soleSupports({ remainders }: Recount): string[] {
  return [...remainders].flatMap(([key, remainder]) => {
    const [source, ...others] = remainder?.sources ?? [];
    return source !== undefined && others.length === 0 ? [`${source} ${key}`] : [];
  });
}

function isEvidenceQuestion(value: object): value is EvidenceQuestion {
  return 'of' in value && 'properties' in value;
}

function isDisagreementQuestion(value: object): value is DisagreementQuestion {
  return 'kinds' in value && 'targets' in value;
}

/** Computes the remainders of relations and disagreements, once for each set of sources. */
class Recounts {
  private readonly known = new Map<string, Promise<Recount>>();
  private readonly fallen = new Map<Recount, Promise<string[]>>();

  constructor(private readonly engine: Engine) {}

  /**
   * Returns the ask, or a part of it, with keys of relations or names of disagreements instead of
   * each `without` and `publishedUntil`.
   */
  async withExcluded<Q>(question: Q): Promise<Q> {
    if (typeof question !== 'object' || question === null) return question;
    if (Array.isArray(question))
      return (await Promise.all(question.map((part) => this.withExcluded(part as unknown)))) as Q;
    const entries = Object.entries(question)
      .filter(([name]) => name !== 'without' && name !== 'publishedUntil')
      .map(async ([name, part]) => [name, await this.withExcluded(part as unknown)] as const);
    const replaced = Object.fromEntries(await Promise.all(entries));
    const recount = await this.of(question);
    if (!recount) return replaced as Q;
    return { ...replaced, ...(await this.changes(recount, question)) } as Q;
  }

  of(filter: SetAside): Promise<Recount> | null {
    const { without, publishedUntil } = filter;
    if (!without && publishedUntil === undefined) return null;
    const name = JSON.stringify([unique(without ?? []).sort(), publishedUntil]);
    let recount = this.known.get(name);
    if (!recount) {
      recount = this.recount(setAsideBy(filter));
      this.known.set(name, recount);
    }
    return recount;
  }

  /** Returns what an ask, or a part of it, has in the place of what sets sources aside. */
  private async changes(recount: Recount, question: object): Promise<object> {
    const ignored = [...recount.setAside];
    if (isOnSoleSupport(question)) return { gained: soleSupports(recount) };
    if (isEvidenceQuestion(question)) return { ignored };
    if (isDisagreementQuestion(question))
      return { ignored, excluded: await this.fallenDisagreements(recount) };
    return changedKeys(recount, question);
  }

  private fallenDisagreements(recount: Recount): Promise<string[]> {
    let fallen = this.fallen.get(recount);
    if (!fallen) {
      fallen = fallenDisagreements(this.engine, recount.setAside);
      this.fallen.set(recount, fallen);
    }
    return fallen;
  }

  private async recount(filter: SetAside): Promise<Recount> {
    const { without = [], publishedUntil } = filter;
    const later = publishedUntil === undefined ? [] : await this.publishedAfter(publishedUntil);
    const setAside = new Set([...without, ...later]);
    const said = await this.engine.one({ kind: 'said by', sources: [...setAside] });
    const left = said.map(([key, sayings]) => {
      const all = sayings.map(([sourceSlug, says]): Saying => ({ sourceSlug, says }));
      return [key, sayingsLeft(all, (slug) => setAside.has(slug))] as const;
    });
    const stating = left.flatMap(([, sayings]) => (sayings ? sourcesStating(sayings) : []));
    const sources = await this.sources(unique(stating));
    const remainderOf = (sayings: readonly Saying[]): Remainder => ({
      ...attestationBy(sourcesStating(sayings), sources),
      standing: standingOf(sayings),
      isContested: isContested(sayings),
    });
    const remainders = new Map(
      left.map(([key, sayings]) => [key, sayings && remainderOf(sayings)] as const),
    );
    return { filter, setAside, remainders, sources };
  }

  /** Returns the slugs of the sources that may have been published after a day. */
  private async publishedAfter(day: number): Promise<string[]> {
    const dates = await this.engine.one({ kind: 'publication dates' });
    return dates
      .filter(([, publishedAt]) => !isPublishedBy(day, { publishedAt }))
      .map(([slug]) => slug);
  }

  private async sources(slugs: readonly string[]): Promise<CountedSources> {
    const parts = ['publisher', 'informers'] as const;
    const rows = await this.engine.each({ kind: 'sources by slug', parts }, slugs);
    return new Map(
      [...rows].map(([slug, { publisherSlug = '', informerSlugs = [] }]) => [
        slug,
        { publisherSlug, informerSlugs },
      ]),
    );
  }
}

/** Returns the keys of the relations that match a filter otherwise than what is stored of them. */
function changedKeys(
  { remainders, sources }: Recount,
  filter: RelationConditions,
): Pick<RelationConditions, 'excluded' | 'included'> {
  const excluded: string[] = [];
  const included: string[] = [];
  for (const [key, remainder] of remainders)
    (remainder && matches(remainder, sources, filter) ? included : excluded).push(key);
  return canGain(filter) ? { excluded, included } : { excluded };
}

/** Returns whether a relation can match because sources are set aside. */
function canGain(filter: RelationConditions): boolean {
  const { maxPublishers, maxOrigins, standing, isContested } = filter;
  return [maxPublishers, maxOrigins, standing, isContested].some((value) => value !== undefined);
}

/** Returns whether a remainder meets the conditions on how well sources support a relation. */
function matches(
  { sources: slugs, publisherCount, originCount, ...remainder }: Remainder,
  sources: CountedSources,
  filter: RelationConditions,
): boolean {
  const {
    minPublishers = 0,
    maxPublishers = Infinity,
    minOrigins = 0,
    maxOrigins = Infinity,
  } = filter;
  const { standing, isContested, sources: wanted, publishers } = filter;
  const publisherOf = (slug: string): string => sources.get(slug)?.publisherSlug ?? '';
  return (
    publisherCount >= minPublishers &&
    publisherCount <= maxPublishers &&
    originCount >= minOrigins &&
    originCount <= maxOrigins &&
    (standing?.includes(remainder.standing) ?? true) &&
    (isContested ?? remainder.isContested) === remainder.isContested &&
    (!wanted || slugs.some((slug) => wanted.includes(slug))) &&
    (!publishers || slugs.some((slug) => publishers.includes(publisherOf(slug))))
  );
}
