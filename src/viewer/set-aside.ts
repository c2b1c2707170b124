import { relationFilter } from '../addresses/address.js';
import { QueryError } from './ask.js';
import type { PageRequest } from './pages/page.js';
import {
  Fallen,
  Sentences,
  SourceName,
  type FallenQuery,
  type RelationFilter,
  type SourcedFragment,
} from './queries.js';
import type { View } from './view.js';

/** What a reader sets aside on all pages, and what it changes on this one. */
export interface SetAside {
  /** The sources, in the order of the address. One that is unknown or not looked up has its slug alone. */
  readonly sources: readonly { readonly slug: string; readonly known: SourcedFragment | null }[];
  /** What no other source says of the entity of the page; null on other pages. */
  readonly fallen: FallenRelations | null;
}

export interface FallenRelations {
  readonly count: number;
  /** The relations; null if there are too many to be listed. */
  readonly relations: readonly { readonly key: string; readonly sentence: string }[] | null;
}

/** The number of sources whose titles are looked up. */
const NAMED = 10;

/** Reads what a reader sets aside; null if it is nothing. */
export async function readSetAside(
  request: PageRequest,
  /** The slug of the entity whose page it is, or null. */
  entity: string | null,
): Promise<SetAside | null> {
  const { view, ask } = request;
  const { without = [], publishedUntil } = view.state;
  if (without.length === 0 && publishedUntil === undefined) return null;
  const { language } = view;
  const [known, fallen] = await Promise.all([
    Promise.all(without.slice(0, NAMED).map((slug) => ask(SourceName, { slug, language }))),
    entity === null ? null : readFallen(request, entity),
  ]);
  const sources = without.map((slug, index) => ({ slug, known: known[index]?.source ?? null }));
  return { sources, fallen };
}

/** Returns what a reader sets aside, as the variables of queries have it. */
export function asideVariables({ state: { without, publishedUntil } }: View) {
  return { without: without ?? null, publishedUntil: publishedUntil ?? null };
}

/** Returns the filter of the relations that are left, or null if nothing is set aside. */
export function leftFilter({ state: { without, publishedUntil } }: View): RelationFilter | null {
  if (!without && publishedUntil === undefined) return null;
  return { ...(without && { without }), ...(publishedUntil && { publishedUntil }) };
}

/** Returns null if there is no such entity, or if the filter is not allowed: the page says so. */
async function readFallen(request: PageRequest, slug: string): Promise<FallenRelations | null> {
  const { view, ask } = request;
  const left = relationFilter(view.state) as RelationFilter;
  const { without, publishedUntil, ...all } = left;
  try {
    const { entity } = await ask(Fallen, { slug, all, left });
    return entity && (await tellFallen(entity, request));
  } catch (error) {
    if (error instanceof QueryError && error.isBadInput) return null;
    throw error;
  }
}

/** Reads the sentences of the relations that fall, and of no others. */
async function tellFallen(
  { all, left }: NonNullable<FallenQuery['entity']>,
  { view: { language }, ask }: PageRequest,
): Promise<FallenRelations> {
  const count = all.totalCount - left.totalCount;
  if (all.edges.length < all.totalCount) return { count, relations: null };
  const kept = new Set(left.edges.map(({ relation }) => relation.key));
  const fallen = all.edges.map(({ relation }) => relation).filter(({ key }) => !kept.has(key));
  if (fallen.length === 0) return { count, relations: [] };
  const { nodes } = await ask(Sentences, { ids: fallen.map(({ id }) => id), language });
  return { count, relations: nodes.flatMap((node) => (node && 'key' in node ? [node] : [])) };
}
