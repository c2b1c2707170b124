import { shapes } from '../parts/glyph.js';
import { standingText } from '../parts/strength.js';
import type { DrawnLineFragment } from '../queries.js';
import { entityPath, relationPath, type View } from '../view.js';
import {
  CENTRE_HEIGHT,
  CENTRE_WIDTH,
  LEFT_EDGE,
  layOut,
  RIGHT_EDGE,
  ROW,
  WIDTH,
  type LadderLayout,
  type MoreRow,
  type Row,
} from './ladder-layout.js';
import { emphasisOf, type Emphasis } from './emphasis.js';
import { lookOf, statementWidth } from './look.js';
import { brokenIntoLines, cutText } from './text.js';
import type { Link, Surroundings } from './surroundings.js';

interface LadderProps {
  readonly surroundings: Surroundings;
  /** The slug of the row or the key of the line that is selected. */
  readonly selected?: string | undefined;
  readonly view: View;
}

/** A place in the picture, in units of its view box. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** The distance between parallel lines at the outer end. */
const BETWEEN_LINES = 7;

/**
 * The surroundings of an entity as rows: actors on the left, what they deal with on the right, and
 * the entity between them. Each row and each line to the centre is a link.
 */
export function Ladder({ surroundings, selected, view }: LadderProps) {
  const { height } = layOut(surroundings, view.byName);
  return (
    <svg
      class="ladder"
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="group"
      aria-label={view.t.picture(surroundings.centre.name)}
      data-selected={selected}
    >
      <LadderRows surroundings={surroundings} selected={selected} view={view} />
    </svg>
  );
}

/** The rows and lines of a ladder, from the origin of what they are drawn in. */
export function LadderRows({ surroundings, selected, view }: LadderProps) {
  const { centre, links } = surroundings;
  const layout = layOut(surroundings, view.byName);
  const emphasis = emphasisOf(selected, surroundings);
  const places = new Map(layout.rows.map((row) => [row.entity.slug, row]));
  const isOfCentre = ({ from, to }: Link): boolean => from === centre.slug || to === centre.slug;
  return (
    <>
      <g class="between">
        {links
          .filter((link) => !isOfCentre(link))
          .map((link) => (
            <Between link={link} places={places} emphasis={emphasis} view={view} />
          ))}
      </g>
      {links.filter(isOfCentre).map((link) => {
        const row = places.get(link.from === centre.slug ? link.to : link.from);
        return (
          row && <ToCentre link={link} row={row} layout={layout} emphasis={emphasis} view={view} />
        );
      })}
      {layout.rows.map((row) => (
        <RowOfEntity
          row={row}
          roles={rolesOf(row, surroundings, view)}
          emphasis={emphasis}
          view={view}
        />
      ))}
      {layout.more.map((more) => (
        <RowOfMore more={more} view={view} />
      ))}
      <Centre surroundings={surroundings} layout={layout} />
    </>
  );
}

/** The lines between two entities around the centre. */
function Between({
  link: { from, to, relations, statements },
  places,
  emphasis,
  view,
}: {
  readonly link: Link;
  readonly places: ReadonlyMap<string, Row>;
  readonly emphasis: Emphasis;
  readonly view: View;
}) {
  const [start, end] = [places.get(from), places.get(to)];
  if (!start || !end) return null;
  const d = curve(start, end);
  return (
    <>
      {statements.length > 0 && (
        <path
          class={emphasis.ofLink(from, to, 'said')}
          d={d}
          stroke-width={statementWidth(statements.length)}
          data-from={from}
          data-to={to}
        >
          <title>{view.t.statements(statements.length)}</title>
        </path>
      )}
      {relations.map((relation) => (
        <Line relation={relation} d={d} emphasis={emphasis} view={view} />
      ))}
    </>
  );
}

/** The lines between an entity and the centre, side by side. */
function ToCentre({
  link: { from, to, relations, statements },
  row,
  layout,
  emphasis,
  view,
}: {
  readonly link: Link;
  readonly row: Row;
  readonly layout: LadderLayout;
  readonly emphasis: Emphasis;
  readonly view: View;
}) {
  const middle = layout.height / 2;
  const bound = CENTRE_HEIGHT / 3;
  const end = {
    x: row.side === 'left' ? (WIDTH - CENTRE_WIDTH) / 2 : (WIDTH + CENTRE_WIDTH) / 2,
    y: middle + Math.max(-bound, Math.min(bound, (row.y - middle) / 8)),
  };
  return (
    <>
      {statements.length > 0 && (
        <path
          class={emphasis.ofLink(from, to, 'said')}
          d={curve(row, end)}
          stroke-width={statementWidth(statements.length)}
          data-from={from}
          data-to={to}
        >
          <title>{view.t.statements(statements.length)}</title>
        </path>
      )}
      {relations.map((relation, index) => {
        const shift = (index - (relations.length - 1) / 2) * BETWEEN_LINES;
        const start = { x: row.x, y: row.y + shift };
        return (
          <a
            class={emphasis.ofRelation(relation, 'line')}
            href={view.href(relationPath(relation.key))}
            tabIndex={-1}
          >
            <title>{described(relation, view)}</title>
            <Line relation={relation} d={curve(start, end)} emphasis={emphasis} view={view} />
            {relation.isContested && (
              <text
                class="contest"
                x={(start.x + end.x) / 2}
                y={(start.y + end.y) / 2 + 5}
                text-anchor="middle"
              >
                ≠
              </text>
            )}
          </a>
        );
      })}
    </>
  );
}

export function Line({
  relation,
  d,
  emphasis,
  view,
}: {
  readonly relation: DrawnLineFragment;
  readonly d: string;
  readonly emphasis?: Emphasis;
  readonly view: View;
}) {
  const { dash, width, isContested, isEditorial } = lookOf(relation);
  const marks = ['relation', isContested && 'contested', isEditorial && 'editorial'];
  const classes = marks.filter(Boolean).join(' ');
  return (
    <path
      class={emphasis ? emphasis.ofRelation(relation, classes) : classes}
      d={d}
      stroke-width={width}
      stroke-dasharray={dash}
      data-key={relation.key}
      data-from={relation.from.slug}
      data-to={relation.to.slug}
    >
      <title>{described(relation, view)}</title>
    </path>
  );
}

/** Returns what a line says, in words. */
export function described(relation: DrawnLineFragment, view: View): string {
  const { t } = view;
  const marks = [
    standingText(relation, view),
    relation.held === 'POSSIBLY' ? t.possibly : '',
    relation.standing === 'STATED' ? t.origins(relation.originCount) : '',
    relation.isContested ? `≠ ${t.contested}` : '',
  ];
  return `${relation.sentence} (${marks.filter(Boolean).join(' · ')})`;
}

function RowOfEntity({
  row: { entity, side, x, y },
  roles,
  emphasis,
  view,
}: {
  readonly row: Row;
  readonly roles: string;
  readonly emphasis: Emphasis;
  readonly view: View;
}) {
  const isLeft = side === 'left';
  return (
    <a
      class={emphasis.ofEntity(entity.slug, 'row')}
      href={view.href(entityPath(entity.slug))}
      data-slug={entity.slug}
      data-side={side}
      tabIndex={-1}
    >
      <title>{roles ? `${entity.name}, ${roles}` : entity.name}</title>
      <rect
        class="focus"
        x={isLeft ? 4 : x - 12}
        y={y - 12}
        width={LEFT_EDGE + 8}
        height={ROW - 2}
      />
      <path
        class={`type-${entity.type}`}
        d={shapes[entity.type]}
        transform={`translate(${x - 8} ${y - 8})`}
      />
      <text x={isLeft ? x - 15 : x + 15} y={y + 4.5} text-anchor={isLeft ? 'end' : 'start'}>
        {cutText(entity.name, roomFor(roles))}
        {roles && (
          <tspan class="role" dx="6">
            {cutText(roles, ROOM / 2)}
          </tspan>
        )}
      </text>
    </a>
  );
}

/** The letters that a row has room for. */
const ROOM = 40;

function roomFor(roles: string): number {
  return ROOM - Math.min(ROOM / 2, roles.length);
}

function RowOfMore({
  more: { type, side, count, y },
  view,
}: {
  readonly more: MoreRow;
  readonly view: View;
}) {
  const isLeft = side === 'left';
  return (
    <a
      class="row more"
      data-side={side}
      href={view.here({ view: 'table', entityTypes: [type] })}
      tabIndex={-1}
    >
      <text
        class="role"
        x={isLeft ? LEFT_EDGE - 15 : RIGHT_EDGE + 15}
        y={y + 4.5}
        text-anchor={isLeft ? 'end' : 'start'}
      >
        {view.t.more(count)} ({view.labels.entityType(type)})
      </text>
    </a>
  );
}

function Centre({
  surroundings: { centre },
  layout: { height },
}: {
  readonly surroundings: Surroundings;
  readonly layout: LadderLayout;
}) {
  const lines = brokenIntoLines(centre.name, 17, 4);
  const top = (height - CENTRE_HEIGHT) / 2;
  return (
    <g class="centre">
      <rect
        x={(WIDTH - CENTRE_WIDTH) / 2}
        y={top}
        width={CENTRE_WIDTH}
        height={CENTRE_HEIGHT}
        rx="9"
      />
      <path
        class={`type-${centre.type}`}
        d={shapes[centre.type]}
        transform={`translate(${WIDTH / 2 - 8} ${top + 6})`}
      />
      <title>{centre.name}</title>
      {lines.map((line, index) => (
        <text
          x={WIDTH / 2}
          y={height / 2 + 10 + (index - (lines.length - 1) / 2) * 16}
          text-anchor="middle"
        >
          {line}
        </text>
      ))}
    </g>
  );
}

/** Returns the roles in which an entity stands to the centre, in words. */
function rolesOf({ entity }: Row, { centre, links }: Surroundings, view: View): string {
  const roles = links
    .filter(
      ({ from, to }) =>
        (from === entity.slug && to === centre.slug) ||
        (to === entity.slug && from === centre.slug),
    )
    .flatMap(({ relations }) => relations)
    .map(({ role }) => (role ? view.labels.value('ParticipationRole', role) : ''));
  return [...new Set(roles)].filter(Boolean).join(', ');
}

/** Returns the path of a line; one between two rows of a side bends towards the centre. */
function curve(start: Point, end: Point): string {
  const bend = start.x < WIDTH / 2 ? 46 : -46;
  const [one, other] =
    start.x === end.x
      ? [start.x + bend, end.x + bend]
      : [(start.x + end.x) / 2, (start.x + end.x) / 2];
  const point = (x: number, y: number): string => `${rounded(x)} ${rounded(y)}`;
  return `M${point(start.x, start.y)}C${point(one, start.y)} ${point(other, end.y)} ${point(end.x, end.y)}`;
}

function rounded(length: number): number {
  return Math.round(length * 10) / 10;
}
