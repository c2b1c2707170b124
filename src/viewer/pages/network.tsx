import { relationFilter } from '../../addresses/address.js';
import { orNull } from '../ask.js';
import { Glyph } from '../parts/glyph.js';
import { Legend } from '../parts/legend.js';
import { EntityLink } from '../parts/names.js';
import { EntityTable, LinkTable } from '../parts/network-tables.js';
import { PassedOn } from '../parts/passed-on.js';
import { combobox } from '../parts/search-form.js';
import { countSeen, TakeAway, type Seen } from '../parts/take-away.js';
import { Controls } from '../picture/controls.js';
import { CENTER_ARGUMENTS, heardAround } from '../picture/heard.js';
import { Ladder } from '../picture/ladder.js';
import { countTypes, Views } from '../picture/picture.js';
import { SelectedSheet, selectionOf } from '../picture/sheet.js';
import { ofTypes, surroundingsOf, withStatements } from '../picture/surroundings.js';
import { WebBox } from '../picture/web-box.js';
import {
  NetworkLadder,
  NetworkTables,
  type EntityType,
  type ExtentFragment,
  type NamedFragment,
  type NetworkTablesQuery,
  type RelationFilter,
} from '../queries.js';
import type { View } from '../view.js';
import { isMeasure, MeasureLinks, measurePage } from './measures.js';
import { missingPage } from './missing.js';
import type { Page, PageRequest } from './page.js';

/** The number of entities that a ladder is asked for, and that tables list. */
const IN_LADDER = 60;
const IN_TABLES = 200;
const DEPTHS = [1, 2, 3, 4];

/** The page of what surrounds entities: as a ladder around one of them, as tables, or as a web. */
export async function networkPage(request: PageRequest): Promise<Page> {
  const { state } = request.view;
  if (isMeasure(state.view)) return measurePage(request, state.view);
  const hasLadder = state.center?.length === 1;
  const page =
    hasLadder && state.view === undefined ? await ladderPage(request) : await tablesPage(request);
  return page ?? missingPage(request, (state.center ?? []).join(', '));
}

function variablesOf({ state, language }: View) {
  const { entityTypes, ...filter } = relationFilter(state);
  const depth = state.depth ?? 1;
  return {
    center: state.center ?? null,
    depth,
    ...heardAround(state.center ?? [], depth, state),
    // All types are counted; those that are not chosen are left out of what is shown.
    filter: filter as RelationFilter,
    language,
  };
}

async function ladderPage({ view, ask }: PageRequest): Promise<Page | null> {
  const { during } = view.state;
  const variables = {
    ...variablesOf(view),
    limit: IN_LADDER,
    from: during?.from ?? null,
    to: during?.to ?? null,
    isDuring: during !== undefined,
  };
  const [answer, selection] = await Promise.all([
    orNull(ask(NetworkLadder, variables), ...CENTER_ARGUMENTS),
    selectionOf(view, ask),
  ]);
  const centre = answer?.network.nodes.find(({ slug }) => slug === view.state.center?.[0]);
  const first = centre ?? answer?.network.nodes[0];
  if (!answer || !first) return null;
  const { network, heard } = answer;
  const all = surroundingsOf(first, network, heard?.nodes ?? []);
  const shown = ofTypes(all, view.state.entityTypes);
  return pageOf({
    seen: countSeen([first, ...shown.others], shown.links),
    view,
    made: { query: NetworkLadder, variables },
    centres: [first],
    extent: network,
    nodes: [first, ...all.others],
    counted: [shown.others.length + 1, shown.links.length],
    content: (
      <>
        <div class="drawing" id="drawing">
          <Ladder surroundings={shown} selected={view.state.sel} view={view} />
        </div>
        <Legend view={view} />
        <SelectedSheet selection={selection} view={view} />
      </>
    ),
  });
}

async function tablesPage({ view, ask }: PageRequest): Promise<Page | null> {
  const { state } = view;
  const variables = { ...variablesOf(view), limit: IN_TABLES };
  const [answer, selection] = await Promise.all([
    orNull(ask(NetworkTables, variables), ...CENTER_ARGUMENTS),
    selectionOf(view, ask),
  ]);
  if (!answer) return null;
  const { network, heard } = answer;
  const centres = network.nodes.filter(({ slug }) => state.center?.includes(slug));
  const all = withStatements(network, heard?.nodes ?? []);
  const { nodes, links } = withTypes(all, state.entityTypes);
  const tables = <Tables nodes={nodes} links={links} view={view} />;
  return pageOf({
    seen: countSeen(
      nodes,
      links.map(({ relations, statements }) => ({
        relations,
        statements: statements.map(({ slug }) => slug),
      })),
    ),
    view,
    made: { query: NetworkTables, variables },
    centres,
    extent: network,
    nodes: all.nodes,
    counted: [nodes.length, links.length],
    content:
      state.view === 'web' ? (
        <>
          <WebBox center={state.center ?? []} depth={variables.depth} view={view} />
          <Legend view={view} />
          <SelectedSheet selection={selection} view={view} />
          <details class="listed">
            <summary>{view.t.webView.list}</summary>
            {tables}
          </details>
        </>
      ) : (
        tables
      ),
  });
}

type Tabled = Pick<NetworkTablesQuery['network'], 'nodes' | 'links'>;

function withTypes({ nodes, links }: Tabled, types: readonly string[] | undefined): Tabled {
  if (!types) return { nodes, links };
  const left = nodes.filter(({ type }) => types.includes(type));
  const slugs = new Set(left.map(({ slug }) => slug));
  return {
    nodes: left,
    links: links.filter(({ from, to }) => slugs.has(from.slug) && slugs.has(to.slug)),
  };
}

function Tables({ nodes, links, view }: Tabled & { readonly view: View }) {
  const words = view.t.networkPage;
  if (nodes.length === 0) return <p>{words.nothing}</p>;
  const bySlug = new Map(nodes.map((node) => [node.slug, node]));
  return (
    <>
      <h2>
        {words.entities} <small>{nodes.length}</small>
      </h2>
      <EntityTable nodes={nodes} view={view} />
      <h2>
        {words.links} <small>{links.length}</small>
      </h2>
      <LinkTable links={links} nodes={bySlug} view={view} />
    </>
  );
}

interface Shown {
  /** How much the page shows. */
  readonly seen: Seen;
  readonly view: View;
  readonly made: NonNullable<Page['made']>;
  readonly centres: readonly NamedFragment[];
  readonly extent: ExtentFragment;
  /** All entities that were found, whatever their types. */
  readonly nodes: readonly { readonly type: EntityType }[];
  /** The number of entities and of links that are shown. */
  readonly counted: readonly [entities: number, links: number];
  readonly content: Page['main'];
}

function pageOf({ seen, view, made, centres, extent, nodes, counted, content }: Shown): Page {
  const { t, state } = view;
  const { center = [], depth = 1 } = state;
  const taken = { center, depth, seen: extent.truncated ? null : seen };
  const words = t.networkPage;
  const names = centres.map(({ name }) => name).join(', ');
  const title = centres.length === 0 ? words.title : words.around(names);
  const hasLadder = centres.length === 1;
  return {
    title,
    summary: words.counted(...counted),
    made,
    main: (
      <main class="single paths" id="text">
        <h1>{title}</h1>
        <Centres centres={centres} view={view} />
        <p class="muted" aria-live="polite">
          {words.counted(...counted)}
          {extent.truncated && '. '}
          {extent.reason === 'LIMIT' && words.limit(nodes.length)}
          {extent.reason === 'EFFORT' && words.effort}
        </p>
        {state.center && <Depths view={view} />}
        <TakeAway taken={taken} view={view} />
        <MeasureLinks view={view} />
        <section id="picture" aria-label={title}>
          <Views view={view} hasLadder={hasLadder} />
          <Controls view={view} counts={countTypes({ others: nodes, left: {} }, view.labels)} />
          {content}
        </section>
      </main>
    ),
  };
}

/** The entities in the centre, each with a link that takes it out, and a form that adds one. */
function Centres({
  centres,
  view,
}: {
  readonly centres: readonly NamedFragment[];
  readonly view: View;
}) {
  const { t, here } = view;
  return (
    <>
      <ul class="plain">
        {centres.map((centre) => (
          <li>
            <Glyph type={centre.type} /> <EntityLink entity={centre} view={view} />{' '}
            <a
              href={here({
                center: centres.flatMap(({ slug }) => (slug === centre.slug ? [] : slug)),
              })}
              aria-label={t.networkPage.remove(centre.name)}
            >
              ✕
            </a>
          </li>
        ))}
      </ul>
      <form class="add" action={view.path}>
        <PassedOn view={view} without={['sel', 'after', 'pin']} />
        <label for="center">{t.networkPage.add}</label>{' '}
        <input id="center" type="search" name="center" {...combobox('slug', t)} />{' '}
        <button>{t.networkPage.addIt}</button>
      </form>
    </>
  );
}

/** How far the surroundings reach, as links. */
function Depths({ view: { t, state, here } }: { readonly view: View }) {
  return (
    <p class="choices">
      {t.networkPage.depth}{' '}
      {DEPTHS.map((depth) => (
        <a
          href={here({ depth: depth === 1 ? undefined : depth })}
          aria-current={depth === (state.depth ?? 1) ? 'true' : undefined}
        >
          {t.networkPage.hops(depth)}
        </a>
      ))}
    </p>
  );
}
