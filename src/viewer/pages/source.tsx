import { orNull } from '../ask.js';
import { Documents } from '../parts/documents.js';
import { Publisher, sourceTitle, SourceTitle } from '../parts/published.js';
import { OwnCopy } from '../parts/own-copy.js';
import { PassageList } from '../parts/passage-list.js';
import { SourceGroups } from '../parts/source-groups.js';
import { readPassages, type ReadPassages } from '../passages.js';
import { Ruler } from '../picture/ruler.js';
import { SoleSupport, SourcePage, type SourcePageQuery } from '../queries.js';
import { asideVariables } from '../set-aside.js';
import { readSourceGroups } from '../source-groups.js';
import { relationPath, sourcePath, type View } from '../view.js';
import { languageName } from '../language-name.js';
import { missingPage } from './missing.js';
import type { Page, PageRequest } from './page.js';
import { tellPassages } from './told-passages.js';

type Source = NonNullable<SourcePageQuery['source']>;

/** The page of a source: who published it, its passages, and what rests on it alone. */
export async function sourcePage(request: PageRequest, slug: string): Promise<Page> {
  const { view, ask } = request;
  if (view.state.view === 'alone') return alonePage(request, slug);
  const variables = { slug, ...othersAside(slug, view), language: view.language };
  const answer = await orNull(ask(SourcePage, variables), 'slug');
  if (!answer?.source) return missingPage(request, slug);
  const { source } = answer;
  const [read, groups] = await Promise.all([
    readPassages(slug, view.state.after ?? null, ask),
    readSourceGroups([source], request),
  ]);
  const told = await tellPassages(read.passages, request);
  return {
    title: sourceTitle(source, view),
    summary: view.t.sources.pieces(source.evidence.totalCount),
    made: { query: SourcePage, variables },
    data: { ...answer, passages: read.passages },
    main: (
      <main class="single source" id="text">
        <Heading source={source} view={view} />
        <SourceGroups groups={groups} view={view} />
        <Alone source={source} view={view} />
        <section aria-labelledby="passages">
          <h2 id="passages">
            {view.t.sources.passages}{' '}
            <small>{view.t.sources.pieces(source.evidence.totalCount)}</small>
          </h2>
          <Ruler passages={read.passages} view={view} />
          <OwnCopy passages={read.passages} view={view} />
          <PassageList told={told} view={view} />
          <Rest read={read} total={source.evidence.totalCount} view={view} />
        </section>
        <Documents documents={source.documents} view={view} />
      </main>
    ),
  };
}

/** What a reader sets aside but the source itself, of which the page says what rests on it. */
function othersAside(slug: string, view: View) {
  const { without, publishedUntil } = asideVariables(view);
  return { without: without && without.filter((one) => one !== slug), publishedUntil };
}

interface OfSource {
  readonly source: Source;
  readonly view: View;
}

/** What a source is, and the links that open it and set it aside. */
function Heading({ source, view }: OfSource) {
  const { t, labels, state } = view;
  const { slug, kind, dateText, language, urls } = source;
  const without = state.without ?? [];
  const isAside = without.includes(slug);
  const others = without.filter((one) => one !== slug);
  return (
    <>
      <p class="kind">
        {t.source} {slug}
        {kind !== null && ` · ${labels.value('SourceKind', kind)}`}
        {dateText !== null && ` · ${dateText}`}
        {language !== null && ` · ${languageName(language, view)}`}
      </p>
      <h1>
        <SourceTitle source={source} view={view} />
      </h1>
      <p>
        <Publisher source={source} view={view} />
      </p>
      {urls.map((url) => (
        <p class="names">
          <a href={url} rel="noreferrer">
            {url}
          </a>
        </p>
      ))}
      <p class="actions">
        {isAside ? (
          <a href={view.here({ without: others })}>{t.sources.takeBack}</a>
        ) : (
          <a href={view.here({ without: [...without, slug] })}>{t.sources.setAside(1)}</a>
        )}
      </p>
      {isAside && <p class="notice">{t.sources.isSetAside}</p>}
    </>
  );
}

/** The relations that no other source states. */
function Alone({ source: { slug, soleSupportOf }, view }: OfSource) {
  const { totalCount, nodes } = soleSupportOf;
  const { sources: t, more } = view.t;
  const left = totalCount - nodes.length;
  return (
    <section aria-labelledby="alone">
      <h2 id="alone">
        {t.alone} <small>{totalCount}</small>
      </h2>
      {totalCount === 0 && <p>{t.noneAlone}</p>}
      <RelationList relations={nodes} view={view} />
      {left > 0 && (
        <p>
          <a href={view.href(sourcePath(slug), { view: 'alone' })}>{more(left)}</a>
        </p>
      )}
    </section>
  );
}

interface RelationListProps {
  readonly relations: readonly { readonly key: string; readonly sentence: string }[];
  readonly view: View;
}

function RelationList({ relations, view }: RelationListProps) {
  return (
    <ul>
      {relations.map(({ key, sentence }) => (
        <li>
          <a href={view.href(relationPath(key))}>{sentence}</a>
        </li>
      ))}
    </ul>
  );
}

/** All relations that no other source states, page by page. */
async function alonePage(request: PageRequest, slug: string): Promise<Page> {
  const { view, ask } = request;
  const variables = {
    slug,
    ...othersAside(slug, view),
    language: view.language,
    after: view.state.after ?? null,
  };
  const answer = await orNull(ask(SoleSupport, variables), 'slug');
  if (!answer?.source) return missingPage(request, slug);
  const { source } = answer;
  const { totalCount, nodes, pageInfo } = source.soleSupportOf;
  const { t } = view;
  return {
    title: `${t.sources.alone}: ${sourceTitle(source, view)}`,
    made: { query: SoleSupport, variables },
    data: answer,
    main: (
      <main class="single source" id="text">
        <p class="kind">
          <a href={view.href(sourcePath(slug))}>
            <SourceTitle source={source} view={view} />
          </a>
        </p>
        <h1>
          {t.sources.alone} <small>{totalCount}</small>
        </h1>
        <RelationList relations={nodes} view={view} />
        {view.state.after !== undefined && (
          <p>
            <a href={view.href(sourcePath(slug), { view: 'alone' })}>{t.firstPage}</a>
          </p>
        )}
        {pageInfo.hasNextPage && pageInfo.endCursor !== null && (
          <p>
            <a href={view.here({ after: pageInfo.endCursor })}>{t.nextPage}</a>
          </p>
        )}
      </main>
    ),
  };
}

interface RestProps {
  readonly read: ReadPassages;
  readonly total: number;
  readonly view: View;
}

/** Where the rest of a very long source is. */
function Rest({ read: { rest, evidenceCount }, total, view }: RestProps) {
  if (evidenceCount === total) return null;
  return (
    <p>
      {view.t.sources.partOf(evidenceCount, total)}{' '}
      {rest !== null && <a href={view.here({ after: rest })}>{view.t.nextPage}</a>}
    </p>
  );
}
