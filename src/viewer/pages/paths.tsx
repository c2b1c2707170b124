import { relationFilter } from '../../addresses/address.js';
import type { Ask } from '../ask.js';
import { Explanation } from '../parts/explanation.js';
import { Legend } from '../parts/legend.js';
import { PathEndsForm, type PathEnd } from '../parts/path-ends.js';
import { TakeAway } from '../parts/take-away.js';
import { RouteRelations } from '../parts/route-relations.js';
import { Columns } from '../picture/columns.js';
import { Controls } from '../picture/controls.js';
import {
  Candidates,
  PathEnds,
  PathsPage,
  type NamedFragment,
  type PathsPageQuery,
  type RelationFilter,
} from '../queries.js';
import type { View } from '../view.js';
import type { Page, PageRequest } from './page.js';
import { countRoutes, NoRoute, whatIsInTheWay, type RouteCount, type Way } from './no-route.js';

/** The number of steps that routes have at most, unless the address says it. */
const MOST_STEPS = 6;
/** The number of routes that are drawn and explained. */
const ROUTES = 10;

/** The page of the shortest routes between two entities, with the sources of each step. */
export async function pathsPage(request: PageRequest): Promise<Page> {
  const { view, ask } = request;
  const [start, end] = await endsOf(view, ask);
  if (!start.entity || !end.entity)
    return {
      title: view.t.pathsPage.title,
      main: (
        <main class="single" id="text">
          <h1>{view.t.pathsPage.title}</h1>
          <p>{view.t.pathsPage.lead}</p>
          <PathEndsForm start={start} end={end} view={view} />
        </main>
      ),
    };
  const variables = variablesOf(start.entity.slug, end.entity.slug, view);
  const { paths: found } = await ask(PathsPage, variables);
  const onRoutes = [
    ...new Set(found.paths.flatMap(({ entities }) => entities.map(({ slug }) => slug))),
  ];
  const [all, ways] = await Promise.all([
    found.reason === 'LIMIT' ? countRoutes(view.state, variables, ask) : countOf(found),
    found.paths.length === 0 && found.reason === null ? whatIsInTheWay(view, variables, ask) : [],
  ]);
  const title = `${start.entity.name} → ${end.entity.name}`;
  return {
    title,
    summary: found.paths.length === 0 ? undefined : countText(all, view),
    made: { query: PathsPage, variables },
    main: (
      <main class="single paths" id="text">
        <h1>
          <Name entity={start.entity} view={view} /> → <Name entity={end.entity} view={view} />
        </h1>
        <Found found={found} all={all} ways={ways} steps={variables.maxLength} view={view} />
        <PathEndsForm start={start} end={end} view={view} />
        <Steps chosen={variables.maxLength} view={view} />
        {onRoutes.length > 0 && (
          <TakeAway taken={{ center: onRoutes, depth: 0, seen: null }} view={view} />
        )}
        <Controls view={view} counts={new Map()} />
        <Routes found={found} title={title} view={view} />
      </main>
    ),
  };
}

type FoundPaths = PathsPageQuery['paths'];

function Name({ entity, view }: { readonly entity: NamedFragment; readonly view: View }) {
  const lang = entity.nameLanguage?.toLowerCase();
  return <span lang={lang === view.tag ? undefined : lang}>{entity.name}</span>;
}

interface FoundProps {
  readonly found: FoundPaths;
  readonly all: RouteCount;
  readonly ways: readonly Way[];
  readonly steps: number;
  readonly view: View;
}

/** How many routes there are; if there is none, why. */
function Found({ found, all, ways, steps, view }: FoundProps) {
  const words = view.t.pathsPage;
  if (found.reason === 'EFFORT') return <p class="notice">{words.effort}</p>;
  if (found.paths.length === 0) return <NoRoute ways={ways} steps={steps} view={view} />;
  if (all.steps === 0) return <p>{words.sameEnds}</p>;
  return (
    <p class="muted">
      {countText(all, view)}
      {all.routes > found.paths.length && ` · ${words.onlyFirst(found.paths.length)}`}
    </p>
  );
}

function countText({ routes, steps, hasMore }: RouteCount, { t }: View): string {
  return hasMore ? t.pathsPage.moreThan(routes, steps) : t.pathsPage.found(routes, steps);
}

function countOf({ paths, truncated }: FoundPaths): RouteCount {
  return { routes: paths.length, steps: paths[0]?.length ?? 0, hasMore: truncated };
}

/** How many steps routes may have, as links. */
function Steps({ chosen, view }: { readonly chosen: number; readonly view: View }) {
  const { t, here } = view;
  return (
    <p class="choices">
      {t.pathsPage.longest}{' '}
      {[2, 3, 4, MOST_STEPS, 12].map((steps) => (
        <a
          href={here({ maxLength: steps === MOST_STEPS ? undefined : steps })}
          aria-current={steps === chosen ? 'true' : undefined}
        >
          {t.pathsPage.steps(steps)}
        </a>
      ))}
    </p>
  );
}

function Routes({
  found: { paths },
  title,
  view,
}: {
  readonly found: FoundPaths;
  readonly title: string;
  readonly view: View;
}) {
  const first = paths[0];
  if (!first || first.length === 0) return null;
  return (
    <>
      <section id="picture" aria-label={title}>
        <div class="drawing">
          <Columns routes={paths} name={title} view={view} />
        </div>
        <Legend view={view} />
      </section>
      <ol class="routes">
        {paths.map((path, index) => (
          <li id={`route-${index + 1}`} aria-label={view.t.pathsPage.route(index + 1)}>
            <Explanation parts={path.explanationParts} id={`c${index + 1}`} view={view} />
            <RouteRelations hops={path.hops} view={view} />
          </li>
        ))}
      </ol>
    </>
  );
}

function variablesOf(start: string, end: string, { state, language }: View) {
  return {
    start,
    end,
    filter: relationFilter(state) as RelationFilter,
    maxLength: state.maxLength ?? MOST_STEPS,
    limit: ROUTES,
    language,
    from: state.during?.from ?? null,
    to: state.during?.to ?? null,
    isDuring: state.during !== undefined,
  };
}

/** Reads the ends of the address. What is no slug is searched for. */
async function endsOf({ state, language }: View, ask: Ask): Promise<[PathEnd, PathEnd]> {
  const [from, to] = [state.from ?? '', state.to ?? ''];
  const known = await ask(PathEnds, { start: from, end: to, language });
  const endOf = async (text: string, entity: NamedFragment | null): Promise<PathEnd> => {
    if (entity || text === '') return { entity, text, candidates: [] };
    const { search } = await ask(Candidates, { query: text, language });
    return { entity, text, candidates: search.edges };
  };
  return Promise.all([endOf(from, known.start), endOf(to, known.end)]);
}
