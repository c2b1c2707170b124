/** How many relations of these types have a source, and of those with one how many are denied. */
const TOLD = { types: new Set(['MEMBER_OF', 'PARTICIPATED_IN']), share: 1 / 3, denied: 0.02 };

/** The sources of a world: one of each of the media among its organisations. */
export function sourcesOf({ Organization: organizations }) {
  return organizations
    .filter(({ kind }) => kind === 'media')
    .map(({ slug }, index) => ({ slug: `source-${index}`, publisher: slug, kind: 'NEWS' }));
}

/**
 * What is known of where a relation is from: its source if it has one, how many origins that makes,
 * and the source that denies it, if one does.
 *
 * @param {Record<string, object[]>} entities by type
 */
export function createSources(entities) {
  const sources = sourcesOf(entities);
  const at = (index) => sources[index % sources.length].slug;

  /** @param {number} chance from 0 up to, not including, 1: all of the choice */
  return (type, key, chance) => {
    if (!TOLD.types.has(type) || chance >= TOLD.share) return { originCount: 0 };
    const index = Math.floor((chance / TOLD.share) * sources.length);
    const isDenied = ((chance / TOLD.share) * sources.length) % 1 < TOLD.denied;
    if (!isDenied) return { source: at(index), originCount: 1 };
    return { source: at(index), originCount: 1, deniedBy: at(index + 1), denied: key };
  };
}
