import type { MarkedFragment, NamedFragment, PartsFragment } from '../queries.js';
import { entityPath, type View } from '../view.js';

/** Returns the `lang` of a text, unless it is that of the page. */
export function foreign(language: string | null | undefined, view: View): string | undefined {
  const tag = language?.toLowerCase();
  return tag === undefined || tag === view.tag ? undefined : tag;
}

/**
 * Returns the `lang` of a text that has no language in the graph, such as a note, unless it is that of
 * the page. Of the languages of the graph only English has Latin letters, and only Kazakh its own.
 */
export function foreignByLetters(text: string, view: View): string | undefined {
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (cyrillic === latin) return undefined;
  if (latin > cyrillic) return foreign('en', view);
  return foreign(/[әғқңөұүһі]/iu.test(text) ? 'kk' : 'ru', view);
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

/** A text of the service, such as a citation, with the language of each part of it. */
export function MarkedText({
  parts,
  view,
}: {
  readonly parts: readonly MarkedFragment[];
  readonly view: View;
}) {
  return (
    <>
      {parts.map(({ text, language }) => {
        const lang = foreign(language, view);
        return lang ? <span lang={lang}>{text}</span> : text;
      })}
    </>
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
