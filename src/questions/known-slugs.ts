import { badInput, type KenesError } from '../errors.js';
import { limits } from '../limits.js';
import { entityTypeEnumValue, type EntityType } from '../vocabulary/entity-types.js';
import { quoted } from '../values/shown-input.js';
import { JoinedSlugs, noJoins } from '../model/joined-slugs.js';
import { bareEntity } from '../store/reading.js';
import type { EntityRow } from '../store/rows.js';
import { findByFormerSlugs } from './former-slugs.js';
import { meantSlugs, type MeantSlugs, type StoreWithNames } from './meant-slugs.js';

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
  store: StoreWithNames,
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
  store: StoreWithNames,
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
  store: StoreWithNames,
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
  store: StoreWithNames,
  slugs: readonly string[],
  { argument, type }: SlugArgument,
): Promise<KenesError> {
  const shown = slugs.slice(0, limits.namedUnknownSlugs.value);
  const named = await Promise.all(shown.map((slug) => meantSlugs(store, slug, type)));
  const list = type ? `entities(filter: { types: [${entityTypeEnumValue(type)}] })` : 'entities';
  const [only] = named;
  if (only && slugs.length === 1) {
    return badInput(`Unknown slug ${quoted(slugs[0] ?? '')} in \`${argument}\`.`, {
      hint: hintFor(only, list),
      nearest: only.nearest,
      argument,
    });
  }
  const each = shown.map((slug, index) => {
    const nearest = named[index]?.nearest ?? null;
    return nearest === null ? quoted(slug) : `${quoted(slug)} (did you mean “${nearest}”?)`;
  });
  const more = slugs.length - named.length;
  return badInput(
    `Unknown slugs in \`${argument}\`: ${each.join(', ')}${more > 0 ? `, and ${more} more` : ''}.`,
    { hint: `\`${list}\` lists valid slugs.`, argument },
  );
}

/** @param list the field that lists all slugs that are allowed. */
function hintFor({ nearest, otherName }: MeantSlugs, list: string): string {
  if (nearest === null)
    return `No slug and no name is similar. \`search\` finds entities by their names, and \`${list}\` lists valid slugs.`;
  const other = otherName === null ? '' : `By its name, it may also be “${otherName}”. `;
  return `${other}\`${list}\` lists valid slugs.`;
}
