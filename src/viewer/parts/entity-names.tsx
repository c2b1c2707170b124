import type { EntityPageQuery } from '../queries.js';
import type { View } from '../view.js';
import { EntityLink, foreign } from './names.js';

interface EntityNamesProps {
  readonly entity: NonNullable<EntityPageQuery['entity']>;
  readonly view: View;
}

/** The name of an entity as the title, and below it its other names and its description. */
export function EntityNames({ entity, view }: EntityNamesProps) {
  const { name, names, aliases, nameLanguage, description, formerSlugs, sameAs } = entity;
  const { differentFrom } = entity;
  const others = names.filter(({ text }) => text !== name);
  return (
    <>
      <h1 lang={foreign(nameLanguage, view)} dir="auto">
        {name}
      </h1>
      {others.length > 0 && (
        <p class="names">
          {others.map(({ language, text, editorial }, index) => (
            <>
              {index > 0 && ' · '}
              <span lang={foreign(language, view)}>{text}</span>
              {editorial && <small> ({view.t.ours})</small>}
            </>
          ))}
        </p>
      )}
      {aliases.length > 0 && (
        <p class="names">
          {view.t.alsoCalled}:{' '}
          {aliases.map(({ language, text }, index) => (
            <>
              {index > 0 && ', '}
              <span lang={foreign(language, view)}>{text}</span>
            </>
          ))}
        </p>
      )}
      {description && <p>{description}</p>}
      {formerSlugs.length > 0 && <p class="names">{view.t.formerSlugs(formerSlugs.join(', '))}</p>}
      {differentFrom.length > 0 && (
        <p class="names">
          {view.t.notToBeConfused}{' '}
          {differentFrom.map((other, index) => (
            <>
              {index > 0 && ', '}
              <EntityLink entity={other} view={view} />
            </>
          ))}
        </p>
      )}
      {sameAs.map((address) => (
        <p class="names">
          <a href={address} rel="noreferrer">
            {address}
          </a>
        </p>
      ))}
    </>
  );
}
