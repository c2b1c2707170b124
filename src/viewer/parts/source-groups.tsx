import { MOST_ASIDE, type SourceGroup } from '../source-groups.js';
import type { View } from '../view.js';
import { foreign } from './names.js';

/** Links that set all sources of a publisher or of an informer aside at once. */
export function SourceGroups({
  groups,
  view,
}: {
  readonly groups: readonly SourceGroup[];
  readonly view: View;
}) {
  const aside = view.state.without ?? [];
  const links = groups
    .map((group) => ({ ...group, without: [...new Set([...aside, ...group.slugs])] }))
    .filter(({ without }) => without.length > aside.length && without.length <= MOST_ASIDE);
  if (links.length === 0) return null;
  return (
    <ul class="plain source-groups">
      {links.map(({ organization: { name, nameLanguage }, by, slugs, without }) => (
        <li>
          <a href={view.here({ without, after: undefined })}>
            {view.t.sources.setGroupAside[by](slugs.length)}{' '}
            <span lang={foreign(nameLanguage, view)} dir="auto">
              {name}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
