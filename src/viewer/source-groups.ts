import { SourcesOf, type NamedFragment, type SourcedFragment } from './queries.js';
import type { PageRequest } from './pages/page.js';

/** Several sources that one organization published, or informed. */
export interface SourceGroup {
  readonly organization: NamedFragment;
  readonly by: 'published' | 'informed';
  readonly slugs: readonly string[];
}

/** The largest number of sources that can be set aside, and that are read of an organization. */
export const MOST_ASIDE = 100;

/** How many organizations can be asked of at once. */
const MOST_ORGANIZATIONS = 100;

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
  const all = [...organizations.values()];
  const groups = (
    await Promise.all((['published', 'informed'] as const).map((by) => readGroups(by, all, ask)))
  ).flat();
  // Whoever publishes what it says itself is its own informer.
  const different = new Map([...groups].reverse().map((group) => [nameOf(group), group] as const));
  return view
    .byName([...different.values()].map((group) => ({ ...group, name: group.organization.name })))
    .sort((one, other) => other.slugs.length - one.slugs.length);
}

/** Reads the groups of organizations: those of many at once, unless they have too many sources together. */
async function readGroups(
  by: SourceGroup['by'],
  organizations: readonly NamedFragment[],
  ask: PageRequest['ask'],
): Promise<SourceGroup[]> {
  if (organizations.length === 0) return [];
  if (organizations.length > MOST_ORGANIZATIONS) return readHalves(by, organizations, ask);
  const slugs = organizations.map(({ slug }) => slug);
  const filter = by === 'published' ? { publishers: slugs } : { informers: slugs };
  const { totalCount, nodes } = (await ask(SourcesOf, { filter })).sources;
  if (totalCount > nodes.length) return readHalves(by, organizations, ask);
  return organizations.flatMap((organization) => {
    const isOfIt = ({ slug }: { readonly slug: string }): boolean => slug === organization.slug;
    const own = nodes.filter(({ publisher, informers }) =>
      by === 'published' ? isOfIt(publisher) : informers.some(isOfIt),
    );
    return own.length > 1 ? [{ organization, by, slugs: own.map(({ slug }) => slug) }] : [];
  });
}

/** Reads the groups of each half of some organizations. What one alone has too many of is left out. */
async function readHalves(
  by: SourceGroup['by'],
  organizations: readonly NamedFragment[],
  ask: PageRequest['ask'],
): Promise<SourceGroup[]> {
  if (organizations.length === 1) return [];
  const middle = Math.ceil(organizations.length / 2);
  const halves = [organizations.slice(0, middle), organizations.slice(middle)];
  return (await Promise.all(halves.map((half) => readGroups(by, half, ask)))).flat();
}

function nameOf({ organization, slugs }: SourceGroup): string {
  return [organization.slug, ...slugs].join(' ');
}
