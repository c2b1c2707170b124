import { filterParameters, relationFilter } from '../../addresses/address.js';
import { Glyph } from '../parts/glyph.js';
import { EntityLink } from '../parts/names.js';
import {
  Centrality,
  Communities,
  type CentralityMeasure,
  type CentralityQuery,
  type CommunitiesQuery,
  type RelationFilter,
} from '../queries.js';
import type { View } from '../view.js';
import type { Page, PageRequest } from './page.js';

/** The values of `view` that show a measure, in the order of their links. */
const measures = {
  degree: 'DEGREE',
  pagerank: 'PAGERANK',
  betweenness: 'BETWEENNESS',
} as const satisfies Readonly<Record<string, CentralityMeasure>>;

const COMMUNITIES = 'communities';

/** Returns whether a page of a network shows a measure of the whole graph. */
export function isMeasure(name: string | undefined): name is MeasureName {
  return name !== undefined && (name === COMMUNITIES || Object.hasOwn(measures, name));
}

type MeasureName = keyof typeof measures | typeof COMMUNITIES;

/** The page of a measure: computed over all relations that match the filter, whatever the centre. */
export async function measurePage(request: PageRequest, name: MeasureName): Promise<Page> {
  return name === COMMUNITIES ? communitiesPage(request) : centralityPage(request, name);
}

async function centralityPage(
  { view, ask }: PageRequest,
  name: keyof typeof measures,
): Promise<Page> {
  const variables = { ...variablesOf(view), measure: measures[name] };
  const { centrality } = await ask(Centrality, variables);
  return pageOf({
    view,
    name,
    made: { query: Centrality, variables },
    computed: centrality,
    seed: centrality.sample?.seed ?? null,
    sample: centrality.sample?.nodeCount ?? null,
    content: <Ranking edges={centrality.edges} view={view} />,
  });
}

async function communitiesPage({ view, ask }: PageRequest): Promise<Page> {
  const variables = variablesOf(view);
  const { communities } = await ask(Communities, variables);
  return pageOf({
    view,
    name: COMMUNITIES,
    made: { query: Communities, variables },
    computed: communities,
    seed: communities.seed,
    sample: null,
    content: <Groups communities={communities} view={view} />,
  });
}

function variablesOf({ state, language }: View) {
  return { filter: relationFilter(state) as RelationFilter, language };
}

interface Shown {
  readonly view: View;
  readonly name: MeasureName;
  readonly made: NonNullable<Page['made']>;
  readonly computed: { readonly nodeCount: number; readonly relationCount: number };
  /** The seed of the random numbers; null without any. */
  readonly seed: number | null;
  /** The number of entities that were drawn; null if the scores are exact. */
  readonly sample: number | null;
  readonly content: Page['main'];
}

function pageOf({ view, name, made, computed, seed, sample, content }: Shown): Page {
  const { t } = view;
  const words = t.measures;
  const { nodeCount, relationCount } = computed;
  const title = words.names[name];
  return {
    title,
    made,
    data: { nodeCount, relationCount },
    main: (
      <main class="single" id="text">
        <h1>{title}</h1>
        <MeasureLinks view={view} />
        <p>{words.explanations[name]}</p>
        <p class="muted">
          {words.ofTheseSources} {t.entities(nodeCount)}, {t.relations(relationCount)}.{' '}
          {sample !== null && words.sampled(sample)} {seed !== null && words.seed(seed)}
        </p>
        <Conditions view={view} />
        {content}
      </main>
    ),
  };
}

/** The filter that it was computed with; each condition can be dropped. */
function Conditions({ view: { t, state, here } }: { readonly view: View }) {
  const words = t.pictureControls;
  const set = filterParameters(state);
  if (set.length === 0) return null;
  return (
    <ul class="chips" aria-label={words.set}>
      {set.map(([name, value]) => (
        <li>
          <a href={here({ [name]: undefined })}>
            {words.names[name] ?? name}: {value} ✕
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Links from the page of a network to each measure. */
export function MeasureLinks({ view: { t, state, here } }: { readonly view: View }) {
  const words = t.measures;
  return (
    <nav class="choices" aria-label={words.title}>
      {words.title}:{' '}
      {([...Object.keys(measures), COMMUNITIES] as MeasureName[]).map((name) => (
        <a
          href={here({ view: name, center: undefined, depth: undefined, direction: undefined })}
          aria-current={state.view === name ? 'page' : undefined}
        >
          {words.names[name]}
        </a>
      ))}
    </nav>
  );
}

function Ranking({
  edges,
  view,
}: {
  readonly edges: CentralityQuery['centrality']['edges'];
  readonly view: View;
}) {
  const { t, tag } = view;
  const score = new Intl.NumberFormat(tag, { maximumSignificantDigits: 3 });
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t.measures.rank}</th>
          <th scope="col">{t.networkPage.entities}</th>
          <th scope="col">{t.measures.score}</th>
        </tr>
      </thead>
      <tbody>
        {edges.map(({ rank, node, score: value }) => (
          <tr data-slug={node.slug}>
            <td>{rank}</td>
            <td>
              <Glyph type={node.type} /> <EntityLink entity={node} view={view} />
            </td>
            <td class="number">{score.format(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Groups({
  communities: { nodes, totalCount },
  view,
}: {
  readonly communities: CommunitiesQuery['communities'];
  readonly view: View;
}) {
  const { t } = view;
  return (
    <>
      <ol class="communities">
        {nodes.map(({ size, entities }) => (
          <li>
            <b>{t.entities(size)}</b>:{' '}
            {entities.nodes.map((node, index) => (
              <>
                {index > 0 && ' · '}
                <EntityLink entity={node} view={view} />
              </>
            ))}
            {size > entities.nodes.length && ` · ${t.more(size - entities.nodes.length)}`}
          </li>
        ))}
      </ol>
      {totalCount > nodes.length && <p>{t.more(totalCount - nodes.length)}</p>}
    </>
  );
}
