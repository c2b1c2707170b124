import { attestationBy, type Attestation } from '../../model/attestation.js';
import { unique, type Row } from '../page.js';
import type { RelationConditions } from '../reading.js';
import type { RelationRow } from '../rows.js';
import type {
  Engine,
  KeyedAnswer,
  KeyedAsk,
  KeyedKind,
  SingleAnswer,
  SingleAsk,
  SingleKind,
} from './asks.js';
import { unknownSource } from './unknown-source.js';

/** Returns whether any filter in a reading sets sources aside. */
export function setsSourcesAside(reading: object): boolean {
  return mentionsSources(reading);
}

function mentionsSources(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || value instanceof Set) return false;
  if (value instanceof Map) return [...value.values()].some(mentionsSources);
  if (Array.isArray(value)) return value.some(mentionsSources);
  return 'without' in value || Object.values(value).some(mentionsSources);
}

/** The attestation of a relation without some sources, and whether others state or imply it. */
interface Remainder {
  readonly attestation: Attestation;
  readonly hasOthers: boolean;
}

/** The remainders by relation key, for the relations that a source set aside states or implies. */
type Recount = ReadonlyMap<string, Remainder>;

/**
 * Returns an engine that understands filters that set sources aside. Only the relations that these
 * sources state or imply can change. Their remainders are computed first; then the engine is asked
 * with the keys of those that no longer match, and the relations that it returns get the remaining
 * counts.
 */
export function withoutSources(engine: Engine): Engine {
  const recounts = new Recounts(engine);
  return {
    async each<K extends KeyedKind>(ask: KeyedAsk<K>, keys: readonly string[]) {
      const answer = await engine.each(await recounts.withExcluded(ask), keys);
      const recount = await recounts.of(filterOf(ask));
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
  return { ...relation, ...recount.get(relation.key)?.attestation };
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
  return 'without' in value;
}

/** Computes the remainders of relations, once for each set of sources. */
class Recounts {
  private readonly known = new Map<string, Promise<Recount>>();

  constructor(private readonly engine: Engine) {}

  /** Returns the ask, or a part of it, with `excluded` keys instead of each `without`. */
  async withExcluded<Q>(question: Q): Promise<Q> {
    if (typeof question !== 'object' || question === null) return question;
    if (Array.isArray(question))
      return (await Promise.all(question.map((part) => this.withExcluded(part as unknown)))) as Q;
    const { without, ...others } = question as RelationConditions;
    const entries = Object.entries(others).map(
      async ([name, part]) => [name, await this.withExcluded(part as unknown)] as const,
    );
    const replaced = Object.fromEntries(await Promise.all(entries));
    if (!without) return replaced as Q;
    return { ...replaced, excluded: await this.excluded({ without, ...others }) } as Q;
  }

  of({ without }: RelationConditions): Promise<Recount> | null {
    if (!without) return null;
    const name = JSON.stringify(unique(without).sort());
    let recount = this.known.get(name);
    if (!recount) {
      recount = this.recount(without);
      this.known.set(name, recount);
    }
    return recount;
  }

  /** Returns the keys of the relations that no longer match the filter. */
  private async excluded(filter: RelationConditions): Promise<string[]> {
    const { minPublishers = 0, minOrigins = 0 } = filter;
    const recount = (await this.of(filter)) ?? new Map<string, Remainder>();
    return [...recount]
      .filter(
        ([, { attestation, hasOthers }]) =>
          !hasOthers ||
          attestation.publisherCount < minPublishers ||
          attestation.originCount < minOrigins,
      )
      .map(([key]) => key);
  }

  private async recount(without: readonly string[]): Promise<Recount> {
    const setAside = unique(without);
    const bySlug = { kind: 'sources by slug', parts: ['publisher', 'informers'] } as const;
    const [supported, known] = await Promise.all([
      this.engine.one({ kind: 'supported by', sources: setAside }),
      this.engine.each(bySlug, setAside),
    ]);
    const unknown = setAside.find((slug) => !known.has(slug));
    if (unknown !== undefined) throw await unknownSource(this.engine, unknown, 'without');
    const left = supported.map(([key, sources, hasOthers]) => ({
      key,
      slugs: sources.filter((slug) => !without.includes(slug)),
      hasOthers,
    }));
    const rows = await this.engine.each(bySlug, unique(left.flatMap(({ slugs }) => slugs)));
    const sources = new Map(
      [...rows].map(([slug, { publisherSlug = '', informerSlugs = [] }]) => [
        slug,
        { publisherSlug, informerSlugs },
      ]),
    );
    return new Map(
      left.map(({ key, slugs, hasOthers }) => [
        key,
        { attestation: attestationBy(slugs, sources), hasOthers },
      ]),
    );
  }
}
