import { meantSlugs, type StoreWithNames } from '../questions/meant-slugs.js';
import { limits } from '../limits.js';
import type { Problem } from './problem.js';

/** What a problem says first of an unknown entity for which no document has a similar slug. */
const UNKNOWN = /^(Unknown entity “([^”]+)”\.)(?! Did you mean)/;

/**
 * Adds to problems of unknown entities what may be meant by them: an entity of the store with a
 * similar slug, or with a similar name. Looks only for the first unknown ones.
 */
export async function withSuggestions(
  problems: readonly Problem[],
  store: StoreWithNames,
): Promise<readonly Problem[]> {
  const unknown = problems.flatMap(({ isUnknown, message }) => {
    const slug = isUnknown ? UNKNOWN.exec(message)?.[2] : undefined;
    return slug === undefined ? [] : [slug];
  });
  const asked = [...new Set(unknown)].slice(0, limits.namedUnknownSlugs.value);
  const meant = new Map(
    await Promise.all(
      asked.map(async (slug) => [slug, (await meantSlugs(store, slug)).nearest] as const),
    ),
  );
  return problems.map((problem) => {
    const [, start = '', slug = ''] = UNKNOWN.exec(problem.message) ?? [];
    const nearest = problem.isUnknown ? meant.get(slug) : null;
    if (!nearest) return problem;
    const rest = problem.message.slice(start.length);
    return { ...problem, message: `${start} Did you mean “${nearest}”?${rest}` };
  });
}
