import { relationFilter } from '../../addresses/address.js';
import { LinkedText } from '../parts/names.js';
import { Publisher, SourceLink, sourceTitle, SourceTitle } from '../parts/published.js';
import { SourceGroups } from '../parts/source-groups.js';
import { Strength } from '../parts/strength.js';
import {
  ClaimsOfSource,
  ClaimsPage,
  type ClaimsOfSourceQuery,
  type ClaimsPageQuery,
  type RelationFilter,
} from '../queries.js';
import { asideVariables } from '../set-aside.js';
import { readSourceGroups } from '../source-groups.js';
import { relationPath, sourcePath, type View } from '../view.js';
import { missingPage } from './missing.js';
import type { Page, PageRequest } from './page.js';

/** The page of relations that rest on few origins: by source, or those of one source. */
export async function claimsPage(request: PageRequest): Promise<Page> {
  const [source, ...more] = request.view.state.sources ?? [];
  return source !== undefined && more.length === 0
    ? claimsOfSource(request, source)
    : claimsBySource(request);
}

/** What sources state and what rests on no more origins than the address says: one without it. */
function filtersOf({ state }: View) {
  const stated = { standing: ['STATED'], ...relationFilter({ ...state, maxOrigins: undefined }) };
  return {
    stated: stated as RelationFilter,
    filter: { ...stated, maxOrigins: state.maxOrigins ?? 1 } as RelationFilter,
  };
}

async function claimsBySource(request: PageRequest): Promise<Page> {
  const { view, ask } = request;
  const { t, state, language } = view;
  const variables = {
    ...filtersOf(view),
    ...asideVariables(view),
    after: state.after ?? null,
    language,
  };
  const answer = await ask(ClaimsPage, variables);
  const { relations, stated, sources } = answer;
  const sole = sources.nodes
    .filter(({ soleSupportOf }) => soleSupportOf.totalCount > 0)
    .sort((one, other) => other.soleSupportOf.totalCount - one.soleSupportOf.totalCount);
  const groups = await readSourceGroups(sole, request);
  const lead = t.claimsPage.lead(
    relations.totalCount,
    stated.totalCount,
    variables.filter.maxOrigins ?? 1,
  );
  return {
    title: t.claims,
    summary: lead,
    made: { query: ClaimsPage, variables },
    main: (
      <main class="single" id="text">
        <h1>{t.claims}</h1>
        <p>{lead}</p>
        <p class="muted">{t.claimsPage.note}</p>
        <SourceTable sources={sole} view={view} />
        <p class="choices">
          {sources.totalCount > sources.nodes.length && (
            <span>{t.claimsPage.ofAll(sources.nodes.length, sources.totalCount)}</span>
          )}
          <Pages pageInfo={sources.pageInfo} view={view} />
        </p>
        <SourceGroups groups={groups} view={view} />
      </main>
    ),
  };
}

type ClaimSource = ClaimsPageQuery['sources']['nodes'][number];

/** The sources that something rests on alone, those of most relations first. */
function SourceTable({
  sources,
  view,
}: {
  readonly sources: readonly ClaimSource[];
  readonly view: View;
}) {
  const words = view.t.claimsPage;
  const most = sources[0]?.soleSupportOf.totalCount ?? 1;
  return (
    <div class="scrolled">
      <table class="claims">
        <thead>
          <tr>
            <th scope="col">{words.source}</th>
            <th scope="col">{words.wouldFall}</th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <tr data-slug={source.slug}>
              <td>
                <SourceLink source={source} view={view} />
                <br />
                <small class="muted">
                  <Publisher source={source} view={view} />
                </small>
              </td>
              <td>
                <a href={view.here({ sources: [source.slug], after: undefined })}>
                  {view.t.relations(source.soleSupportOf.totalCount)}
                </a>
                <Bar part={source.soleSupportOf.totalCount / most} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A number as a bar, for the eye alone. */
function Bar({ part }: { readonly part: number }) {
  return (
    <svg class="bar" viewBox="0 0 100 6" width="100" height="6" aria-hidden="true">
      <rect width={Math.round(part * 100)} height="6" />
    </svg>
  );
}

async function claimsOfSource(request: PageRequest, slug: string): Promise<Page> {
  const { view, ask } = request;
  const { t, state, language } = view;
  const { filter } = filtersOf(view);
  const variables = {
    slug,
    filter,
    ...asideVariables(view),
    after: state.after ?? null,
    language,
  };
  const { source, relations } = await ask(ClaimsOfSource, variables);
  if (!source) return missingPage(request, slug);
  return {
    title: `${t.claims}: ${sourceTitle(source, view)}`,
    made: { query: ClaimsOfSource, variables },
    main: (
      <main class="single" id="text">
        <p class="kind">
          <a href={view.here({ sources: undefined, after: undefined })}>← {t.claimsPage.all}</a>
        </p>
        <h1>
          {t.claims}: <SourceTitle source={source} view={view} />
        </h1>
        <p>
          <Publisher source={source} view={view} /> ·{' '}
          <a href={view.href(sourcePath(slug))}>
            {t.claimsPage.ofSource(source.soleSupportOf.totalCount)}
          </a>
        </p>
        <h2>
          {t.claimsPage.list} <small>{relations.totalCount}</small>
        </h2>
        <Claims relations={relations} view={view} />
        <p class="choices">
          <Pages pageInfo={relations.pageInfo} view={view} />
        </p>
      </main>
    ),
  };
}

function Claims({
  relations,
  view,
}: {
  readonly relations: ClaimsOfSourceQuery['relations'];
  readonly view: View;
}) {
  return (
    <ol class="claims">
      {relations.nodes.map((relation) => (
        <li data-key={relation.key}>
          <LinkedText parts={relation.sentenceParts} view={view} />{' '}
          <a class="why" href={view.href(relationPath(relation.key))}>
            <Strength line={relation} view={view} />
          </a>
        </li>
      ))}
    </ol>
  );
}

function Pages({
  pageInfo: { hasNextPage, endCursor },
  view: { t, state, here },
}: {
  readonly pageInfo: ClaimsPageQuery['sources']['pageInfo'];
  readonly view: View;
}) {
  return (
    <>
      {state.after !== undefined && <a href={here({ after: undefined })}>{t.firstPage}</a>}
      {hasNextPage && endCursor !== null && (
        <a href={here({ after: endCursor })} rel="next">
          {t.nextPage}
        </a>
      )}
    </>
  );
}
