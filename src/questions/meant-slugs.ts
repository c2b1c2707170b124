import type { EntityType } from '../vocabulary/entity-types.js';
import { limits } from '../limits.js';
import { itemsOf } from '../store/page.js';
import { bareEntity } from '../store/reading.js';
import type { Store } from '../store/store.js';
import { foldName } from '../values/folded-name.js';
import { isSlug } from '../values/keys.js';
import { nearestNames } from '../values/nearest-name.js';
import { scores, searchPage, searchQuestion, type SearchHit } from './search.js';

/** A store whose entities can be found by slug and by name. */
export type StoreWithNames = Pick<Store, 'read' | 'searchCandidates' | 'searchTexts'>;

/** The number of known slugs that each search for slugs similar to an unknown one returns. */
const NEIGHBOURS = 20;

/** The maximum number of searches for slugs similar to an unknown one. */
const SEARCHES = 6;

/** What may be meant by a slug that no entity has. */
export interface MeantSlugs {
  /** The most likely one; null if neither a slug nor a name is similar. */
  readonly nearest: string | null;
  /** Another one, whose name has all the words; null if there is none. */
  readonly otherName: string | null;
}

/**
 * Returns what may be meant by a slug that no entity has: the entity with the most similar slug, and
 * the one whose name has its words. A text that is no slug is rather a name.
 * @param type the type of the entities that may be meant; any type if it is absent.
 */
export async function meantSlugs(
  store: StoreWithNames,
  slug: string,
  type?: EntityType,
): Promise<MeantSlugs> {
  const [spelled, named] = await Promise.all([
    nearestSlugs(store, slug, type),
    namedSo(store, slug, 1, type),
  ]);
  const [hit] = named.filter(({ tier }) => scores[tier] >= scores.MEANT);
  const byName = hit?.entity.slug ?? null;
  const isName = hit !== undefined && scores[hit.tier] >= scores.WORDS;
  const [bySlug = null] = spelled;
  const nearest = isName && !isSlug(slug) ? byName : (bySlug ?? byName);
  const other = nearest === byName ? bySlug : byName;
  return { nearest, otherName: isName && other !== nearest ? other : null };
}

/** Returns the entities whose names match the words of a text best. */
export async function namedSo(
  store: Pick<Store, 'searchCandidates' | 'searchTexts'>,
  text: string,
  maximum: number,
  type?: EntityType,
): Promise<readonly SearchHit[]> {
  const query = text.replaceAll('-', ' ');
  // A longer text is no name.
  if (foldName(query) === '' || [...query].length > limits.searchText.value) return [];
  const question = searchQuestion(query, type === undefined ? null : [type]);
  const { rows } = await searchPage(store, question, { limit: maximum, backward: false });
  return rows.map(({ item }) => item);
}

/** Returns the slugs that are spelled, and then those that sound, like a text, the nearest first. */
export async function nearestSlugs(
  store: Pick<Store, 'read'>,
  slug: string,
  type?: EntityType,
): Promise<string[]> {
  const candidates = await slugsAround(store, slug, type);
  const bySound = new Map(candidates.map((candidate) => [foldName(candidate), candidate]));
  const sounding = nearestNames(foldName(slug), bySound.keys());
  const slugs = [
    ...nearestNames(slug, candidates),
    ...sounding.flatMap((sound) => bySound.get(sound) ?? []),
  ];
  return [...new Set(slugs)];
}

async function slugsAround(
  store: Pick<Store, 'read'>,
  slug: string,
  type: EntityType | undefined,
): Promise<string[]> {
  const starts = beginningsOf(slug).map((beginning) => ({ after: [beginning], backward: false }));
  const pages = await Promise.all(
    [...starts, { before: [slug], backward: true }].map((start) =>
      store.read({
        start: 'page of entities',
        question: {
          filter: type === undefined ? {} : { types: [type] },
          order: { by: 'SLUG', descending: false, language: 'en' },
        },
        page: { limit: NEIGHBOURS, ...start },
        wantsRows: true,
        wantsCount: false,
        shape: bareEntity,
      }),
    ),
  );
  return [...new Set(pages.flatMap(({ found }) => itemsOf(found).map(({ slug }) => slug)))].sort();
}

/**
 * Returns the slug as it is written and as it sounds, then without its last words, then its first
 * letters.
 */
function beginningsOf(slug: string): string[] {
  const folded = foldName(slug).split(' ');
  const shorter = folded.map((_, index) => folded.slice(0, folded.length - index).join('-'));
  const letters = [3, 2, 1].map((length) => (folded[0] ?? '').slice(0, length));
  return [...new Set([slug, ...shorter.slice(0, SEARCHES - 1 - letters.length), ...letters])];
}
