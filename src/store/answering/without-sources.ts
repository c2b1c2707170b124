import { badInput } from '../../errors.js';
import { quoted } from '../../values/shown-input.js';
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

/** Whether a filter somewhere in a reading sets sources aside. */
export function setsSourcesAside(reading: object): boolean {
  return mentionsSources(reading);
}

function mentionsSources(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || value instanceof Set) return false;
  if (value instanceof Map) return [...value.values()].some(mentionsSources);
  if (Array.isArray(value)) return value.some(mentionsSources);
  return 'without' in value || Object.values(value).some(mentionsSources);
}

/** How a relation is attested without some sources, and whether others at least imply it. */
interface Remainder {
  readonly attestation: Attestation;
  readonly hasOthers: boolean;
}

/** By key, of the relations that some of the sources say or imply. */
type Recount = ReadonlyMap<string, Remainder>;

/**
 * An engine that understands filters that set sources aside. Only the relations that these sources
 * say or imply can change: what is left of them is computed first; then the engine is asked with the
 * keys of those that no longer match, and the relations it returns get the counts that are left.
 */
export function withoutSources(engine: Engine): Engine {
  const recounts = new Recounts(engine);
  return {
    async each<K extends KeyedKind>(ask: KeyedAsk<K>, keys: readonly string[]) {
      const answer = await engine.each(await recounts.settled(ask), keys);
      const recount = await recounts.of(filterOf(ask));
      const apply = keyedRecounts[ask.kind];
      return recount && apply ? apply(answer, recount) : answer;
    },
    async one<K extends SingleKind>(ask: SingleAsk<K>) {
      const answer = await engine.one(await recounts.settled(ask));
      const recount = await recounts.of(filterOf(ask));
      const apply = singleRecounts[ask.kind];
      return recount && apply ? apply(answer, recount) : answer;
    },
  };
}

/** The answers that hold relations, with the counts that are left. */
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

/** The filter whose sources are set aside in the counts of an answer. */
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

/** What is left of relations, computed once for each set of sources. */
class Recounts {
  private readonly known = new Map<string, Promise<Recount>>();

  constructor(private readonly engine: Engine) {}

  /** The same ask or a part of it, with what an engine understands in the place of each `without`. */
  async settled<Q>(question: Q): Promise<Q> {
    if (typeof question !== 'object' || question === null) return question;
    if (Array.isArray(question))
      return (await Promise.all(question.map((part) => this.settled(part as unknown)))) as Q;
    const { without, ...others } = question as RelationConditions;
    const entries = Object.entries(others).map(
      async ([name, part]) => [name, await this.settled(part as unknown)] as const,
    );
    const settled = Object.fromEntries(await Promise.all(entries));
    if (!without) return settled as Q;
    return { ...settled, excluded: await this.excluded({ without, ...others }) } as Q;
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
    if (unknown !== undefined)
      throw badInput(`Unknown source ${quoted(unknown)} in \`without\`.`, {
        hint: '`sources` lists the sources with their slugs.',
      });
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
