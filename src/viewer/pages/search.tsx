import { EntityLink, foreign } from '../parts/names.js';
import { Glyph } from '../parts/glyph.js';
import { PassedOn } from '../parts/passed-on.js';
import { Questions } from '../parts/questions.js';
import {
  NearestNames,
  Questions as QuestionsQuery,
  SearchPage,
  type EntityType,
  type SearchPageQuery,
} from '../queries.js';
import { languageName } from '../language-name.js';
import { leftFilter } from '../set-aside.js';
import type { View } from '../view.js';
import type { Page, PageRequest } from './page.js';

type Edge = SearchPageQuery['search']['edges'][number];

/** The page of results: which entities have a name or a text like what is searched for. */
export async function searchPage(request: PageRequest): Promise<Page> {
  const { view, ask } = request;
  const { q = '', entityTypes, after } = view.state;
  if (q === '') return emptyPage(request, view.t.searchPage.empty);
  const variables = {
    query: q,
    // The service says which types there are, if one is none.
    types: (entityTypes as readonly EntityType[] | undefined) ?? null,
    left: leftFilter(view),
    after: after ?? null,
    language: view.language,
  };
  const { search } = await ask(SearchPage, variables);
  if (search.edges.length === 0 && after === undefined)
    return emptyPage(request, view.t.noResults(q), q);
  return {
    title: view.t.results(q),
    made: { query: SearchPage, variables },
    main: (
      <main class="single search" id="text">
        <h1>{view.t.results(q)}</h1>
        <TypeForm view={view} />
        <ol class="results">
          {search.edges.map((edge) => (
            <Result edge={edge} view={view} />
          ))}
        </ol>
        <Pages after={after} pageInfo={search.pageInfo} view={view} />
      </main>
    ),
  };
}

function Result({ edge, view }: { readonly edge: Edge; readonly view: View }) {
  const { node, matchedName, matchedText, matchedLanguage } = edge;
  const { t, labels } = view;
  return (
    <li>
      <Glyph type={node.type} /> <EntityLink entity={node} view={view} />
      <br />
      <span class="muted">
        {labels.entityType(node.type)}
        {node.kind !== null && ` · ${labels.kind(node.type, node.kind)}`}
        {' · '}
        {t.relations(node.degree)}
      </span>
      {matchedText === null && matchedName !== node.name && (
        <p class="match">
          {t.searchPage.matchedName}:{' '}
          <span lang={foreign(matchedLanguage, view)} dir="auto">
            {matchedName}
          </span>{' '}
          {matchedLanguage !== null && `(${languageName(matchedLanguage.toLowerCase(), view)})`}
        </p>
      )}
      {matchedText !== null && (
        <p class="match" dir="auto">
          “{matchedText}”
        </p>
      )}
    </li>
  );
}

/** Check boxes that narrow the results to some types. */
function TypeForm({ view }: { readonly view: View }) {
  const { t, labels, state } = view;
  const chosen = state.entityTypes ?? [];
  return (
    <form action="/search" class="types">
      <input type="hidden" name="q" value={state.q} />
      <fieldset>
        <legend class="hidden">{t.searchPage.types}</legend>
        {labels.entityTypes.map((type) => (
          <label>
            <input
              type="checkbox"
              name="entityTypes"
              value={type}
              checked={chosen.includes(type)}
            />{' '}
            <Glyph type={type} /> {labels.entityType(type)}
          </label>
        ))}
        <button>{t.searchPage.narrow}</button>
      </fieldset>
      <PassedOn view={view} without={['q', 'entityTypes', 'after', 'before']} />
    </form>
  );
}

interface PagesProps {
  readonly after: string | undefined;
  readonly pageInfo: SearchPageQuery['search']['pageInfo'];
  readonly view: View;
}

function Pages({ after, pageInfo: { hasNextPage, endCursor }, view }: PagesProps) {
  const { t, state } = view;
  const { q, entityTypes } = state;
  const first = { ...(q !== undefined && { q }), ...(entityTypes && { entityTypes }) };
  return (
    <p class="actions">
      {after !== undefined && <a href={view.href('/search', first)}>{t.firstPage}</a>}
      {hasNextPage && endCursor !== null && (
        <a href={view.here({ after: endCursor })}>{t.nextPage}</a>
      )}
    </p>
  );
}

/** The page of a search that finds nothing: the nearest names, and questions to begin with. */
async function emptyPage({ view, ask }: PageRequest, title: string, q?: string): Promise<Page> {
  const { language, state } = view;
  const [questions, nearest] = await Promise.all([
    ask(QuestionsQuery, { language }),
    q === undefined ? null : ask(NearestNames, { query: q, language }),
  ]);
  const suggestions = nearest?.suggestions ?? [];
  return {
    title,
    main: (
      <main class="single search" id="text">
        <h1>{title}</h1>
        {state.entityTypes && <TypeForm view={view} />}
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
        <Questions known={questions} view={view} />
      </main>
    ),
  };
}
