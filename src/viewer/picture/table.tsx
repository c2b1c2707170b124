import type { EntityPageQuery, LineFragment } from '../queries.js';
import { EntityLink } from '../parts/names.js';
import { Glyph } from '../parts/glyph.js';
import { standingText } from '../parts/strength.js';
import { relationPath, type View } from '../view.js';

type Edge = NonNullable<EntityPageQuery['entity']>['relations']['edges'][number];

interface RelationTableProps {
  readonly slug: string;
  readonly edges: readonly Edge[];
  readonly view: View;
}

/** The columns by which the table can be sorted. */
const columns = ['relation', 'name', 'date', 'publishers', 'origins', 'standing'] as const;
type Column = (typeof columns)[number];

/**
 * The relations of an entity as a table. Each head of a column sorts by it; a second time, downwards.
 * Where there is no room for columns, each cell has the head of its column before it.
 */
export function RelationTable({ slug, edges, view }: RelationTableProps) {
  const { t, state } = view;
  const [column, isDown] = sortOf(state.sort);
  const rows = sorted(edges, slug, column, isDown, view);
  return (
    <div class="scrolled">
      <table class="stacked">
        <thead>
          <tr>
            {columns.map((one) => (
              <th aria-sort={one === column ? (isDown ? 'descending' : 'ascending') : undefined}>
                <a href={view.here({ sort: one === column && !isDown ? `-${one}` : one })}>
                  {t.columns[one]}
                </a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ relation, node }) => (
            <tr data-key={relation.key}>
              <td data-label={t.columns.relation}>
                <a href={view.href(relationPath(relation.key))} title={relation.sentence}>
                  {words(relation, slug, view)}
                </a>
              </td>
              <td data-label={t.columns.name}>
                <Glyph type={node.type} /> <EntityLink entity={node} view={view} />
              </td>
              <td data-label={t.columns.date}>{relation.dateText}</td>
              <td class="number" data-label={t.columns.publishers}>
                {relation.publisherCount}
              </td>
              <td class="number" data-label={t.columns.origins}>
                {relation.originCount}
              </td>
              <td data-label={t.columns.standing}>
                {standingText(relation, view) || t.stated}
                {relation.isContested && <span class="contest"> ≠ {t.contested}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Reads `name` as by name, and `-name` as by name downwards. */
function sortOf(sort = 'relation'): [Column, boolean] {
  const isDown = sort.startsWith('-');
  const name = isDown ? sort.slice(1) : sort;
  return [columns.find((column) => column === name) ?? 'relation', isDown];
}

function words(relation: LineFragment, slug: string, { labels }: View): string {
  const direction = relation.from.slug === slug ? 'forward' : 'backward';
  const label = labels.relations(relation.type, direction);
  const role = relation.role ? labels.value('ParticipationRole', relation.role) : relation.title;
  return role ? `${label}: ${role}` : label;
}

function sorted(
  edges: readonly Edge[],
  slug: string,
  column: Column,
  isDown: boolean,
  view: View,
): readonly Edge[] {
  const collator = new Intl.Collator(view.tag, { numeric: true });
  const text = ({ relation, node }: Edge): string =>
    ({
      relation: words(relation, slug, view),
      name: node.name,
      date: relation.dateText ?? '',
      publishers: String(relation.publisherCount),
      origins: String(relation.originCount),
      standing: `${relation.isContested ? 1 : 0}${relation.standing}`,
    })[column];
  const ascending = [...edges].sort(
    (one, other) =>
      collator.compare(text(one), text(other)) || collator.compare(one.node.name, other.node.name),
  );
  return isDown ? ascending.reverse() : ascending;
}
