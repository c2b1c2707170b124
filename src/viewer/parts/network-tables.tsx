import type { NetworkTablesQuery } from '../queries.js';
import { relationPath, type View } from '../view.js';
import { Glyph } from './glyph.js';
import { EntityLink } from './names.js';
import { Strength } from './strength.js';

type Network = NetworkTablesQuery['network'];
type Node = Network['nodes'][number];
type NetworkLink = Network['links'][number];

/** The number of links that a table lists. The others are counted. */
const LINKS = 200;

const columns = ['type', 'name', 'degree'] as const;
type Column = (typeof columns)[number];

/** The entities of a network. Each head of a column sorts by it; a second time, downwards. */
export function EntityTable({
  nodes,
  view,
}: {
  readonly nodes: readonly Node[];
  readonly view: View;
}) {
  const { t, labels, state, here } = view;
  const isDown = state.sort?.startsWith('-') ?? false;
  const column = columns.find((one) => one === state.sort?.replace('-', ''));
  const heads = {
    type: t.networkPage.type,
    name: t.networkPage.entities,
    degree: t.networkPage.degree,
  };
  return (
    <div class="scrolled">
      <table class="stacked">
        <thead>
          <tr>
            {columns.map((one) => (
              <th aria-sort={one === column ? (isDown ? 'descending' : 'ascending') : undefined}>
                <a href={here({ sort: one === column && !isDown ? `-${one}` : one })}>
                  {heads[one]}
                </a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted(nodes, column, isDown, view).map((node) => (
            <tr data-slug={node.slug}>
              <td data-label={heads.type}>
                <Glyph type={node.type} /> {labels.entityType(node.type)}
              </td>
              <td data-label={heads.name}>
                <EntityLink entity={node} view={view} />
              </td>
              <td class="number" data-label={heads.degree}>
                {node.degree}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Sorts by a column, then by name. Without a column, the order is that of the network. */
function sorted(
  nodes: readonly Node[],
  column: Column | undefined,
  isDown: boolean,
  { byName, labels }: View,
): readonly Node[] {
  if (column === undefined) return nodes;
  const named = byName(nodes);
  if (column === 'degree') named.sort((one, other) => one.degree - other.degree);
  if (column === 'type') {
    const place = ({ type }: Node): number => labels.entityTypes.indexOf(type);
    named.sort((one, other) => place(one) - place(other));
  }
  return isDown ? named.reverse() : named;
}

interface LinkTableProps {
  readonly links: readonly NetworkLink[];
  readonly nodes: ReadonlyMap<string, Node>;
  readonly view: View;
}

/** What is between the entities of a network: their relations, and what one said about the other. */
export function LinkTable({ links, nodes, view }: LinkTableProps) {
  const words = view.t.networkPage;
  const left = links.length - LINKS;
  return (
    <div class="scrolled">
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">{words.from}</th>
            <th scope="col">{words.between}</th>
            <th scope="col">{words.to}</th>
          </tr>
        </thead>
        <tbody>
          {links.slice(0, LINKS).map((link) => (
            <LinkRow link={link} nodes={nodes} view={view} />
          ))}
        </tbody>
      </table>
      {left > 0 && <p>{view.t.more(left)}</p>}
    </div>
  );
}

function LinkRow({
  link: { from, to, relations, statements },
  nodes,
  view,
}: Omit<LinkTableProps, 'links'> & { readonly link: NetworkLink }) {
  const { t, labels, href } = view;
  const words = t.networkPage;
  const [start, end] = [nodes.get(from.slug), nodes.get(to.slug)];
  return (
    <tr>
      <td data-label={words.from}>{start && <EntityLink entity={start} view={view} />}</td>
      <td data-label={words.between}>
        {relations.map((relation) => (
          <p data-key={relation.key}>
            <a href={href(relationPath(relation.key))}>
              {relation.role
                ? labels.value('ParticipationRole', relation.role)
                : labels.relation(relation.type)}
            </a>{' '}
            <small>
              <Strength line={relation} view={view} />
            </small>
          </p>
        ))}
        {statements.length > 0 && <p>{t.statements(statements.length)}</p>}
      </td>
      <td data-label={words.to}>{end && <EntityLink entity={end} view={view} />}</td>
    </tr>
  );
}
