import { EntityLink } from '../parts/names.js';
import { Glyph } from '../parts/glyph.js';
import { Missing } from '../queries.js';
import type { Page, PageRequest } from './page.js';

/**
 * The page of a name that nothing has: 404, with the entities whose slugs are spelled most like a slug,
 * which is the name itself or a part of it.
 */
export async function missingPage(
  { view, ask }: PageRequest,
  slug: string,
  asked = slug,
): Promise<Page> {
  const { entity, suggestions: similar } = await ask(Missing, { slug, language: view.language });
  // An address without `/e/` may have the slug itself.
  const suggestions = entity ? [entity] : similar;
  return {
    status: 404,
    title: view.t.notFound(asked),
    data: { errors: [{ message: view.t.notFound(asked) }], suggestions },
    main: (
      <main class="single" id="text">
        <h1>{view.t.notFound(asked)}</h1>
        {suggestions.length > 0 && (
          <>
            <p>{view.t.didYouMean}</p>
            <ul class="plain">
              {suggestions.map((entity) => (
                <li>
                  <Glyph type={entity.type} /> <EntityLink entity={entity} view={view} />
                </li>
              ))}
            </ul>
          </>
        )}
        <p>
          <a href={view.href('/')}>{view.t.backHome}</a>
        </p>
      </main>
    ),
  };
}
