import { requireSources, type NamedSources } from '../../questions/known-sources.js';
import type { RequestContext } from './context.js';

/**
 * Checks that the sources and publishers exist that arguments name. Each is looked up once for all
 * fields of a request. Returns null at once if they name none.
 * @throws KenesError BAD_USER_INPUT for the first one that is unknown, with a similar one.
 */
export function checkNamedSources(
  named: readonly NamedSources[],
  context: RequestContext,
): Promise<void> | null {
  return named.length === 0 ? null : check(named, context);
}

function check(named: readonly NamedSources[], { loaders, store }: RequestContext): Promise<void> {
  return requireSources(store, named, async (kind, slugs) => {
    const found =
      kind === 'source'
        ? await loaders.presentSources(slugs)
        : await loaders.presentEntities(slugs);
    return found.flatMap(({ row }) =>
      'type' in row && row.type !== 'Organization' ? [] : [row.slug],
    );
  });
}
