import { badInput } from '../errors.js';
import { limits } from '../limits.js';
import { itemsOf } from '../store/page.js';
import { allSources } from '../store/reading.js';
import type { Store } from '../store/store.js';
import { nearestName } from '../values/nearest-name.js';
import { quoted } from '../values/shown-input.js';

/**
 * Checks that at least one source is in each of these languages.
 * @param argument the path of the languages in the arguments of the field, for errors.
 * @throws KenesError BAD_USER_INPUT for a language that no source has.
 */
export async function requireLanguagesOfSources(
  store: Pick<Store, 'read'>,
  languages: readonly string[],
  argument: string,
): Promise<void> {
  const all = [...new Set(languages)];
  const found = await Promise.all(all.map((language) => languagesOfSources(store, [language], 1)));
  const unknown = all.find((_, index) => found[index]?.length === 0);
  if (unknown === undefined) return;
  const known = await languagesOfSources(store, null, limits.pageSize.value);
  throw badInput(`No source is in the language ${quoted(unknown)}.`, {
    hint: 'Languages are BCP 47 tags, such as `ru`, `kk` or `en`.',
    nearest: nearestName(unknown, known),
    argument: `${argument}[${languages.indexOf(unknown)}]`,
  });
}

/** Returns the languages of the first sources that are in one of these languages, sorted. */
async function languagesOfSources(
  store: Pick<Store, 'read'>,
  languages: readonly string[] | null,
  limit: number,
): Promise<readonly string[]> {
  const { found } = await store.read({
    start: 'page of sources',
    question: { ...allSources, languages },
    page: { limit, backward: false },
    wantsRows: true,
    wantsCount: false,
    shape: { parts: new Set(['language'] as const), expansions: new Map() },
  });
  return [...new Set(itemsOf(found).flatMap(({ language }) => language ?? []))].sort();
}
