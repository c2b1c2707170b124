import { badInput, type KenesError } from '../errors.js';
import { itemsOf, type PageRequest } from '../store/page.js';
import { allSources, bareEntity } from '../store/reading.js';
import type { Store } from '../store/store.js';
import { nearestName } from '../values/nearest-name.js';
import { quoted } from '../values/shown-input.js';
import { requireEntities } from './known-slugs.js';
import type { StoreWithNames } from './meant-slugs.js';

/** The slugs of sources, or of organizations that publish sources, of one argument. */
export interface NamedSources {
  readonly kind: 'source' | 'publisher';
  readonly slugs: readonly string[];
  /** The path of the argument, for the error. */
  readonly argument: string;
}

/** The number of known slugs that each search for slugs similar to an unknown one returns. */
const NEIGHBOURS = 20;

/** Returns those of some slugs that sources, or organizations, have. */
export type PresentSlugs = (
  kind: NamedSources['kind'],
  slugs: readonly string[],
) => Promise<readonly string[]>;

/**
 * Checks that the sources and publishers exist that arguments name.
 * @param present looks slugs up; by default, with a reading for each argument.
 * @throws KenesError BAD_USER_INPUT for the first one that is unknown, with a similar one.
 */
export async function requireSources(
  store: StoreWithNames,
  named: readonly NamedSources[],
  present: PresentSlugs = presentIn(store),
): Promise<void> {
  for (const { kind, slugs, argument } of named) {
    const known = new Set(await present(kind, slugs));
    const unknown = slugs.find((slug) => !known.has(slug));
    if (unknown === undefined) continue;
    const errorFor = kind === 'source' ? unknownSource : unknownPublisher;
    throw await errorFor(store, unknown, argument);
  }
}

function presentIn(store: Pick<Store, 'read'>): PresentSlugs {
  return async (kind, slugs) => {
    if (kind === 'source') {
      const shape = { parts: new Set<never>(), expansions: new Map() };
      const { found } = await store.read({ start: 'sources by slug', slugs, shape });
      return found.map(({ slug }) => slug);
    }
    const { found } = await store.read({ start: 'entities by slug', slugs, shape: bareEntity });
    return found.flatMap(({ slug, type }) => (type === 'Organization' ? [slug] : []));
  };
}

/** Returns the error for a source that there is not, with a similar one. */
async function unknownSource(
  store: StoreWithNames,
  slug: string,
  argument: string,
): Promise<KenesError> {
  const beginnings = [slug, ...[3, 2, 1].map((length) => slug.slice(0, length))];
  const around: PageRequest[] = [
    ...beginnings.map((beginning) => ({ limit: NEIGHBOURS, backward: false, after: [beginning] })),
    { limit: NEIGHBOURS, backward: true, before: [slug] },
  ];
  const pages = await Promise.all(
    around.map((page) =>
      store.read({
        start: 'page of sources',
        question: allSources,
        page,
        wantsRows: true,
        wantsCount: false,
        shape: { parts: new Set<never>(), expansions: new Map() },
      }),
    ),
  );
  const slugs = pages.flatMap(({ found }) => itemsOf(found).map((source) => source.slug));
  const name = argument.slice(argument.lastIndexOf('.') + 1);
  return badInput(`Unknown source ${quoted(slug)} in \`${name}\`.`, {
    hint: '`sources` lists the sources with their slugs.',
    nearest: nearestName(slug, [...new Set(slugs)].sort()),
    argument,
  });
}

/**
 * Returns the error for a publisher that there is not. A former slug has the slug that it is merged
 * into as the nearest one.
 * @throws KenesError BAD_USER_INPUT, with a similar slug, if no organization has the slug.
 */
async function unknownPublisher(
  store: StoreWithNames,
  slug: string,
  argument: string,
): Promise<KenesError> {
  const joined = await requireEntities(store, [slug], { argument, type: 'Organization' });
  return badInput(`Unknown slug ${quoted(slug)} in \`${argument}\`.`, {
    hint: 'It was merged into another one.',
    nearest: joined.into(slug),
    argument,
  });
}
