import { badInput } from '../errors.js';
import { entityTypeEnumValue, type EntityType } from '../vocabulary/entity-types.js';
import { foldName } from '../values/folded-name.js';
import { nearestName } from '../values/nearest-name.js';
import { bareEntity } from '../store/reading.js';
import { itemsOf } from '../store/page.js';
import type { Store } from '../store/store.js';

/** Slugs that are compared with an unknown one, from each place where they are looked for. */
const NEIGHBOURS = 20;

/** Unknown slugs that an error tells of; of more, the first. */
const TOLD = 10;

/** Places where slugs like an unknown one are looked for. */
const PLACES = 6;

export interface SlugArgument {
  /** The argument that gives the slugs, for the error. */
  readonly argument: string;
  /** The type that the entities must have; any where absent. */
  readonly type?: EntityType;
}

/**
 * Checks the slugs that an argument gives.
 * @throws KenesError BAD_USER_INPUT for slugs that no entity has, with those that come near, and
 *   for entities of another type.
 */
export async function requireEntities(
  store: Pick<Store, 'read'>,
  slugs: readonly string[],
  { argument, type }: SlugArgument,
): Promise<void> {
  const wanted = [...new Set(slugs)];
  const { found } = await store.read({
    start: 'entities by slug',
    slugs: wanted,
    shape: bareEntity,
  });
  const bySlug = new Map(found.map((record) => [record.slug, record]));
  const missing = wanted.filter((slug) => !bySlug.has(slug));
  if (missing.length > 0) {
    const problems = await Promise.all(
      missing.slice(0, TOLD).map((slug) => describeMissing(store, slug, argument, type)),
    );
    throw badInput(
      problems.join(' '),
      `${argument} takes slugs; the field ${type ? `entities(filter: { types: [${entityTypeEnumValue(type)}] })` : 'entities'} lists them.`,
    );
  }
  const records = wanted.flatMap((slug) => bySlug.get(slug) ?? []);
  const stranger = records.find((record) => type !== undefined && record.type !== type);
  if (stranger && type !== undefined) {
    throw badInput(
      `“${stranger.slug}”, which ${argument} gives, is of the type ${entityTypeEnumValue(stranger.type)}.`,
      `Give the slug of an entity of the type ${entityTypeEnumValue(type)}.`,
    );
  }
}

async function describeMissing(
  store: Pick<Store, 'read'>,
  slug: string,
  argument: string,
  type: EntityType | undefined,
): Promise<string> {
  const nearest = await nearestSlug(store, slug, type);
  const suggestion = nearest === null ? '' : ` Did you mean “${nearest}”?`;
  return `No entity has the slug “${slug}”, which ${argument} gives.${suggestion}`;
}

/**
 * Of the slugs that begin alike the one that is spelled, or sounds, most like it. What differs in
 * its first letters is not found: nobody looks through all slugs.
 */
async function nearestSlug(
  store: Pick<Store, 'read'>,
  slug: string,
  type: EntityType | undefined,
): Promise<string | null> {
  const candidates = await slugsAround(store, slug, type);
  const spelled = nearestName(slug, candidates);
  if (spelled !== null) return spelled;
  const bySound = new Map(candidates.map((candidate) => [foldName(candidate), candidate]));
  const sound = nearestName(foldName(slug), bySound.keys());
  return sound === null ? null : (bySound.get(sound) ?? null);
}

async function slugsAround(
  store: Pick<Store, 'read'>,
  slug: string,
  type: EntityType | undefined,
): Promise<string[]> {
  const places = beginningsOf(slug).map((beginning) => ({ after: [beginning], backward: false }));
  const pages = await Promise.all(
    [...places, { before: [slug], backward: true }].map((place) =>
      store.read({
        start: 'page of entities',
        question: {
          filter: type === undefined ? {} : { types: [type] },
          order: { by: 'SLUG', descending: false, language: 'en' },
        },
        page: { limit: NEIGHBOURS, ...place },
        wantsRows: true,
        wantsCount: false,
        shape: bareEntity,
      }),
    ),
  );
  return [...new Set(pages.flatMap(({ found }) => itemsOf(found).map(({ slug }) => slug)))].sort();
}

/** The slug as it is given and as it sounds, then without its last words, then its first letters. */
function beginningsOf(slug: string): string[] {
  const folded = foldName(slug).split(' ');
  const shorter = folded.map((_, index) => folded.slice(0, folded.length - index).join('-'));
  const letters = [3, 2, 1].map((length) => (folded[0] ?? '').slice(0, length));
  return [...new Set([slug, ...shorter.slice(0, PLACES - 1 - letters.length), ...letters])];
}
