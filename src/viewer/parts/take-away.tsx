import { addressQuery, relationFilter } from '../../addresses/address.js';
import { filterNames, type ViewState } from '../../addresses/parameters.js';
import type { Ask } from '../ask.js';
import { TakenAway, type RelationFilter } from '../queries.js';
import type { View } from '../view.js';

/** What a page offers as files: the surroundings of entities, or the whole graph without one. */
export interface Taken {
  readonly center: readonly string[];
  readonly depth: number;
  /** The numbers of what the files have; null if there is more than pages count. */
  readonly counted: { readonly entities: number; readonly relations: number } | null;
}

/** The formats of exports, with the programs that they are for. */
const formats = [
  ['gexf', 'GEXF', 'Gephi'],
  ['graphml', 'GraphML', 'yEd, igraph'],
  ['cytoscape.json', 'Cytoscape JSON', 'Cytoscape'],
  ['xlsx', 'XLSX', 'Excel'],
  ['csv.zip', 'CSV', 'R, pandas'],
  ['json', 'JSON', 'JavaScript, Python'],
  ['jsonld', 'JSON-LD', 'RDF'],
  ['dot', 'DOT', 'Graphviz'],
  ['md.zip', 'Markdown', 'Obsidian'],
] as const;

/** More entities than these are not counted, so that a page stays cheap. */
const COUNTED = 300;

/** Counts what the files around some entities have. */
export async function countTaken(
  center: readonly string[],
  depth: number,
  { state }: View,
  ask: Ask,
): Promise<Taken> {
  const filter = relationFilter(state) as RelationFilter;
  const { network } = await ask(TakenAway, { center, depth, filter, limit: COUNTED });
  const { truncated, nodes, edges } = network;
  const counted = truncated ? null : { entities: nodes.length, relations: edges.length };
  return { center, depth, counted };
}

/** Links to all files of what a page shows, by the query of the page. */
export function TakeAway({
  taken: { center, depth, counted },
  view,
}: {
  readonly taken: Taken;
  readonly view: View;
}) {
  const { t } = view;
  const words = t.takenAway;
  const query = addressQuery(exportState(center, depth, view));
  return (
    <details class="take-away">
      <summary>{t.takeAway}</summary>
      <p>
        {counted
          ? `${t.entities(counted.entities)}, ${t.relations(counted.relations)}`
          : center.length === 0
            ? words.all
            : words.moreThan(COUNTED)}
      </p>
      <ul class="plain">
        {formats.map(([name, label, program]) => (
          <li>
            <a href={`/export/${name}${query}`}>{label}</a> <small class="muted">{program}</small>
          </li>
        ))}
        {center.length === 1 && depth === 1 && (
          <li>
            <a href={`/export/svg${query}`}>SVG</a> <small class="muted">{words.picture}</small>
          </li>
        )}
      </ul>
    </details>
  );
}

/** Returns the state of a view that changes an export, which has the language of the page. */
function exportState(center: readonly string[], depth: number, { state, tag }: View): ViewState {
  const filter = Object.fromEntries(filterNames.map((name) => [name, state[name]])) as ViewState;
  return {
    ...filter,
    center,
    depth: center.length === 0 || depth === 1 ? undefined : depth,
    lang: tag === 'en' ? undefined : tag,
  };
}
