import type { NamedFragment, PartsFragment } from '../queries.js';
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

/** A text of the service, in which the names of entities are links. */
export function LinkedText({
  parts,
  view,
}: {
  readonly parts: readonly PartsFragment[];
  readonly view: View;
}) {
  return (
    <>
      {parts.map(({ text, entity, language }) => {
        const lang = foreign(language, view);
        if (entity)
          return (
            <a href={view.href(entityPath(entity.slug))} lang={lang}>
              {text}
            </a>
          );
        return lang ? <span lang={lang}>{text}</span> : text;
      })}
    </>
  );
}
