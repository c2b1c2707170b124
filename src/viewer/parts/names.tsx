import type { NamedFragment } from '../queries.js';
import { entityPath, type View } from '../view.js';

/** Returns the `lang` of a text, unless it is that of the page. */
export function foreign(language: string | null | undefined, view: View): string | undefined {
  const tag = language?.toLowerCase();
  return tag === undefined || tag === view.tag ? undefined : tag;
}

/** The name of an entity, as a link to its page. */
export function EntityLink({
  entity,
  view,
}: {
  readonly entity: NamedFragment;
  readonly view: View;
}) {
  const { slug, name, nameLanguage } = entity;
  return (
    <a href={view.href(entityPath(slug))} lang={foreign(nameLanguage, view)} dir="auto">
      {name}
    </a>
  );
}
