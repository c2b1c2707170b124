import { badInput, type KenesError } from '../errors.js';
import { limits } from '../limits.js';
import { entityTypeEnumValue, type EntityType } from '../vocabulary/entity-types.js';
import { foldName } from '../values/folded-name.js';
import { nearestNames } from '../values/nearest-name.js';
import { quoted } from '../values/shown-input.js';
import { JoinedSlugs, noJoins } from '../model/joined-slugs.js';
import { bareEntity } from '../store/reading.js';
import { itemsOf } from '../store/page.js';
import type { EntityRow } from '../store/rows.js';
import type { Store } from '../store/store.js';
import { findByFormerSlugs } from './former-slugs.js';

/** The number of known slugs that each search for slugs similar to an unknown one returns. */
const NEIGHBOURS = 20;

/** The maximum number of searches for slugs similar to an unknown one. */
const SEARCHES = 6;

export interface SlugArgument {
  /** The argument that contains the slugs, for the error. */
  readonly argument: string;
  /** The type that the entities must have. Any type is allowed if it is absent. */
  readonly type?: EntityType;
}

/** The slugs of one argument. */
export interface NamedSlugs extends SlugArgument {
  readonly slugs: readonly string[];
}

/**
 * Checks that an entity exists for each slug of an argument. Returns the slugs that some of them are
 * read as, because documents joined two slugs.
 * @throws KenesError BAD_USER_INPUT for slugs that no entity has, with similar slugs, and for
 *   entities of another type.
 */
export function requireEntities(
  store: Pick<Store, 'read'>,
  slugs: readonly string[],
  argument: SlugArgument,
): Promise<JoinedSlugs> {
  return requireAllEntities(store, [{ ...argument, slugs }]);
}

/**
 * Checks several arguments with one reading; with none if they have no slugs. More readings follow
 * only if some slugs are not found.
 * @throws KenesError BAD_USER_INPUT for the first argument that is wrong, as `requireEntities` does.
 */
export async function requireAllEntities(
  store: Pick<Store, 'read'>,
  named: readonly NamedSlugs[],
): Promise<JoinedSlugs> {
  const all = [...new Set(named.flatMap(({ slugs }) => slugs))];
  if (all.length === 0) return noJoins;
  const bySlug = await findByFormerSlugs(store, all, async (slugs) => {
    const { found } = await store.read({ start: 'entities by slug', slugs, shape: bareEntity });
    return new Map(found.map((record) => [record.slug, record]));
  });
  for (const { slugs, ...argument } of named) {
    const missing = [...new Set(slugs)].filter((slug) => !bySlug.has(slug));
    if (missing.length > 0) throw await unknownSlugs(store, missing, argument);
    requireType(
      slugs.flatMap((slug) => bySlug.get(slug) ?? []),
      argument,
    );
  }
  const joins = [...bySlug].flatMap(([slug, { slug: into }]) =>
    slug === into ? [] : [{ slug, into }],
  );
  return joins.length === 0 ? noJoins : new JoinedSlugs(joins);
}

/**
 * Reads what arguments ask for while their slugs are checked, and once more if some of them are
 * former slugs.
 * @param read gets the slugs to read former ones as.
 * @throws KenesError BAD_USER_INPUT as `requireAllEntities` does.
 */
export async function readWithSlugs<T>(
  store: Pick<Store, 'read'>,
  named: readonly NamedSlugs[],
  read: (joined: JoinedSlugs) => Promise<T>,
): Promise<T> {
  return readWhenKnown(requireAllEntities(store, named), read);
}

/** Reads while a check runs, and once more if it finds former slugs. */
export async function readWhenKnown<T>(
  check: Promise<JoinedSlugs>,
  read: (joined: JoinedSlugs) => Promise<T>,
): Promise<T> {
  const [result, joined] = await Promise.all([read(noJoins), check]);
  return joined.isEmpty ? result : read(joined);
}

function requireType(records: readonly EntityRow[], { argument, type }: SlugArgument): void {
  if (type === undefined) return;
  const other = records.find((record) => record.type !== type);
  if (!other) return;
  throw badInput(
    `\`${argument}\` must be the slug of an entity of the type ${entityTypeEnumValue(type)}: “${other.slug}” is of the type ${entityTypeEnumValue(other.type)}.`,
    { argument },
  );
}

async function unknownSlugs(
  store: Pick<Store, 'read'>,
  slugs: readonly string[],
  { argument, type }: SlugArgument,
): Promise<KenesError> {
  const named = await Promise.all(
    slugs
      .slice(0, limits.namedUnknownSlugs.value)
      .map(async (slug) => ({ slug, nearest: await nearestSlug(store, slug, type) })),
  );
  const list = type ? `entities(filter: { types: [${entityTypeEnumValue(type)}] })` : 'entities';
  const hint = `\`${list}\` lists valid slugs.`;
  const [only] = named;
  if (only && slugs.length === 1) {
    const { nearest } = only;
    return badInput(`Unknown slug ${quoted(only.slug)} in \`${argument}\`.`, {
      hint,
      nearest,
      argument,
    });
  }
  const each = named.map(({ slug, nearest }) =>
    nearest === null ? quoted(slug) : `${quoted(slug)} (did you mean “${nearest}”?)`,
  );
  const more = slugs.length - named.length;
  return badInput(
    `Unknown slugs in \`${argument}\`: ${each.join(', ')}${more > 0 ? `, and ${more} more` : ''}.`,
    { hint, argument },
  );
}

/**
 * Returns the slug that is spelled, or else sounds, most like an unknown one, or null if none is
 * similar. It compares only slugs with a similar beginning, so as not to read all slugs.
 */
async function nearestSlug(
  store: Pick<Store, 'read'>,
  slug: string,
  type: EntityType | undefined,
): Promise<string | null> {
  return (await nearestSlugs(store, slug, type))[0] ?? null;
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
