import { badInput, type KenesError } from '../../errors.js';
import { nearestName } from '../../values/nearest-name.js';
import { quoted } from '../../values/shown-input.js';
import type { PageRequest } from '../page.js';
import { allSources } from '../reading.js';
import type { Engine } from './asks.js';

/** The number of known slugs that each look-up around an unknown one returns. */
const NEIGHBOURS = 20;

/**
 * Returns the error for a slug that no source has, with the nearest slug of those that begin alike.
 * @param argument the name of the argument, for the message.
 */
export async function unknownSource(
  engine: Engine,
  slug: string,
  argument: string,
): Promise<KenesError> {
  const beginnings = [slug, ...[3, 2, 1].map((length) => slug.slice(0, length))];
  const pages: PageRequest[] = [
    ...beginnings.map((beginning) => ({ limit: NEIGHBOURS, backward: false, after: [beginning] })),
    { limit: NEIGHBOURS, backward: true, before: [slug] },
  ];
  const rows = await Promise.all(
    pages.map((page) =>
      engine.one({ kind: 'page of sources', question: allSources, page, parts: [] }),
    ),
  );
  const similar = [...new Set(rows.flat().map(({ item }) => item.slug))].sort();
  return badInput(`Unknown source ${quoted(slug)} in \`${argument}\`.`, {
    hint: '`sources` lists the sources with their slugs.',
    nearest: nearestName(slug, similar),
    argument,
  });
}
