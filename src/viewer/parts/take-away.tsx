import { addressQuery } from '../../addresses/address.js';
import { filterNames, type ViewState } from '../../addresses/parameters.js';
import type { View } from '../view.js';

/** What a page offers as files: the surroundings of entities, or the whole graph without one. */
export interface Taken {
  readonly center: readonly string[];
  readonly depth: number;
  /** How much of it the page shows; null if it has no room for all. */
  readonly seen: Seen | null;
}

/** The numbers of what a page shows. Its files have no less. */
export interface Seen {
  readonly entities: number;
  readonly relations: number;
  readonly statements: number;
}

/** Counts what a page shows: entities, and what is between them. */
export function countSeen(
  entities: readonly unknown[],
  links: readonly {
    readonly relations: readonly unknown[];
    readonly statements: readonly string[];
  }[],
): Seen {
  return {
    entities: entities.length,
    relations: links.flatMap(({ relations }) => relations).length,
    statements: new Set(links.flatMap(({ statements }) => statements)).size,
  };
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

/** Links to all files of what a page shows, by the query of the page. */
export function TakeAway({ taken, view }: { readonly taken: Taken; readonly view: View }) {
  const { center, depth } = taken;
  const { t } = view;
  const words = t.takenAway;
  const query = addressQuery(exportState(center, depth, view));
  return (
    <details class="take-away">
      <summary>{t.takeAway}</summary>
      <p>{whatIsTaken(taken, view)}</p>
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

/** Says what the files have. */
function whatIsTaken({ center, depth, seen }: Taken, { t }: View): string {
  const words = t.takenAway;
  if (center.length === 0) return words.all;
  if (depth === 0) return words.routes;
  if (!seen) return `${words.more} ${words.statements}`;
  const { entities, relations, statements } = seen;
  const counts = [
    t.entities(entities),
    t.relations(relations),
    statements > 0 ? t.statements(statements) : '',
  ];
  return `${words.seen(counts.filter(Boolean).join(', '))} ${words.statements}`;
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
