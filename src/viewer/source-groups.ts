import { SourcesOf, type NamedFragment, type SourcedFragment } from './queries.js';
import type { PageRequest } from './pages/page.js';

/** Several sources that one organization published, or informed. */
export interface SourceGroup {
  readonly organization: NamedFragment;
  readonly by: 'published' | 'informed';
  readonly slugs: readonly string[];
}

/** The organizations whose sources are looked up. */
const ORGANIZATIONS = 20;

/** The largest number of sources that can be set aside, and that are read of an organization. */
export const MOST_ASIDE = 100;

/**
 * Reads the sources that have a publisher or an informer in common with one of these, largest groups
 * first. Groups of one are left out, and those that are too large to be set aside.
 */
export async function readSourceGroups(
  sources: readonly SourcedFragment[],
  { view, ask }: PageRequest,
): Promise<SourceGroup[]> {
  const organizations = new Map(
    sources
      .flatMap(({ publisher, informers }) => [publisher, ...informers])
      .map((organization) => [organization.slug, organization] as const),
  );
  const first = [...organizations.values()].slice(0, ORGANIZATIONS);
  const found = await Promise.all(
    first.map(async (organization) => {
      const { published, informed } = await ask(SourcesOf, { organization: organization.slug });
      return [
        { organization, by: 'published', ...published } as const,
        { organization, by: 'informed', ...informed } as const,
      ];
    }),
  );
  const groups = found.flat().flatMap(({ organization, by, totalCount, nodes }) => {
    const slugs = nodes.map(({ slug }) => slug);
    return totalCount > 1 && totalCount === slugs.length ? [{ organization, by, slugs }] : [];
  });
  // Whoever publishes what it says itself is its own informer.
  const different = new Map([...groups].reverse().map((group) => [nameOf(group), group] as const));
  return view
    .byName([...different.values()].map((group) => ({ ...group, name: group.organization.name })))
    .sort((one, other) => other.slugs.length - one.slugs.length);
}

function nameOf({ organization, slugs }: SourceGroup): string {
  return [organization.slug, ...slugs].join(' ');
}
