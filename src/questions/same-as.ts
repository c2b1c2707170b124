import type { EntityRecord } from '../model/records.js';
import { identifierKey } from '../values/identifier-key.js';
import type { MeantWords } from '../values/meant-words.js';
import type { Store } from '../store/store.js';
import type { EntityFilterInput } from './filters.js';

const nothingMeant: MeantWords = new Map();

/** The most entities of one read. */
const BATCH = 500;

/**
 * Returns a filter with the slugs of the entities in the place of each list of `sameAs` addresses. An
 * address that no entity has matches nothing: it is the name of something elsewhere, which may well
 * not be in the graph.
 */
export async function withSlugsOfAddresses(
  store: Pick<Store, 'searchCandidates'>,
  filter: EntityFilterInput,
): Promise<EntityFilterInput> {
  const keys = new Set(addressesIn(filter).map(identifierKey));
  if (keys.size === 0) return replaced(filter, new Map());
  const slugs = new Map<string, string[]>();
  for (const { slug, details } of await entitiesWith([...keys], store))
    for (const key of new Set(details.sameAs.map(identifierKey)))
      if (keys.has(key)) slugs.set(key, [...(slugs.get(key) ?? []), slug]);
  return replaced(filter, slugs);
}

function addressesIn(filter: EntityFilterInput): string[] {
  return [...(filter.sameAs ?? []), ...filtersWithin(filter).flatMap(addressesIn)];
}

function filtersWithin({ related, and, or, not }: EntityFilterInput): EntityFilterInput[] {
  const entities = (related ?? []).flatMap(({ entity }) => entity ?? []);
  return [...entities, ...(and ?? []), ...(or ?? []), ...(not ? [not] : [])];
}

async function entitiesWith(
  keys: readonly string[],
  store: Pick<Store, 'searchCandidates'>,
): Promise<EntityRecord[]> {
  const all: EntityRecord[] = [];
  for (let start = 0; start < keys.length; start += BATCH) {
    const words = keys.slice(start, start + BATCH);
    for (let after: EntityRecord | null = null; ;) {
      const request = { lookup: 'KEYS', words, meant: nothingMeant, types: null } as const;
      const found: readonly EntityRecord[] = await store.searchCandidates({
        ...request,
        after,
        limit: BATCH,
      });
      all.push(...found);
      if (found.length < BATCH) break;
      after = found.at(-1) ?? null;
    }
  }
  return all;
}

function replaced(
  filter: EntityFilterInput,
  slugs: ReadonlyMap<string, readonly string[]>,
): EntityFilterInput {
  const { sameAs, related, and, or, not, ...others } = filter;
  const each = (filters: readonly EntityFilterInput[]): EntityFilterInput[] =>
    filters.map((one) => replaced(one, slugs));
  const ofAddresses = sameAs?.flatMap((address) => slugs.get(identifierKey(address)) ?? []);
  return {
    ...others,
    ...(related && {
      related: related.map((one) =>
        one.entity ? { ...one, entity: replaced(one.entity, slugs) } : one,
      ),
    }),
    ...(or && { or: each(or) }),
    ...(not && { not: replaced(not, slugs) }),
    ...(and && { and: each(and) }),
    ...(ofAddresses && slugsAmong(others.slugs, new Set(ofAddresses), each(and ?? []))),
  };
}

/** Both lists of slugs must hold. Without a first one, no filter is nested deeper. */
function slugsAmong(
  slugs: EntityFilterInput['slugs'],
  found: ReadonlySet<string>,
  and: readonly EntityFilterInput[],
): EntityFilterInput {
  return slugs == null ? { slugs: [...found] } : { and: [...and, { slugs: [...found] }] };
}
