import { shapes } from '../parts/glyph.js';
import { entityPath, relationPath, type View } from '../view.js';
import {
  BOX_HEIGHT,
  BOX_WIDTH,
  layOutColumns,
  type Box,
  type ColumnLine,
  type Route,
  type RouteRelation,
} from './columns-layout.js';
import { described, Line } from './ladder.js';
import { brokenIntoLines, cutText } from './text.js';

interface ColumnsProps {
  readonly routes: readonly Route[];
  readonly name: string;
  readonly view: View;
}

/** The number of letters that a label between two columns has room for. */
const LABEL = 27;
/** How far lines fan out at a box. */
const FAN = BOX_HEIGHT / 2 - 10;

/** Routes between two entities, a column for each step. Each box and each line is a link. */
export function Columns({ routes, name, view }: ColumnsProps) {
  const { width, height, boxes, lines } = layOutColumns(routes);
  return (
    <svg
      class="columns"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="group"
      aria-label={name}
    >
      {lines.map((line) => (
        <LineOfColumns line={line} view={view} />
      ))}
      {boxes.map((box) => (
        <BoxOfEntity box={box} view={view} />
      ))}
    </svg>
  );
}

function LineOfColumns({ line, view }: { readonly line: ColumnLine; readonly view: View }) {
  const { relation, more, from, to, y } = line;
  const middle = (from.x + BOX_WIDTH + to.x) / 2;
  if (!relation)
    return (
      <text class="role" x={middle} y={y + 4} text-anchor="middle">
        {view.t.more(more)}
      </text>
    );
  const label = labelOf(relation, from, view);
  const mark = relation.isContested ? '≠ ' : '';
  return (
    <a
      class="line"
      href={view.href(relationPath(relation.key))}
      tabIndex={-1}
      aria-label={`${mark}${label}. ${described(relation, view)}`}
    >
      <Line relation={relation} d={pathOf(line)} view={view} />
      <text class="role" x={middle} y={y - 5} text-anchor="middle">
        {mark && <tspan class="contest">{mark}</tspan>}
        {label}
      </text>
    </a>
  );
}

/** Returns what a line says, with the direction in which it says it. */
function labelOf(relation: RouteRelation, left: Box, { labels }: View): string {
  const { type, role, from } = relation;
  const label = role === null ? labels.relation(type) : labels.value('ParticipationRole', role);
  const text = cutText(label, LABEL);
  return from.slug === left.entity.slug ? `${text} →` : `← ${text}`;
}

/** Returns a path that is straight in its middle, below the label. */
function pathOf({ from, to, y }: ColumnLine): string {
  const [left, right] = [from.x + BOX_WIDTH, to.x];
  const third = (right - left) / 3;
  const start = fannedOut(from, y);
  const end = fannedOut(to, y);
  return (
    `M${left} ${start}C${shown(left + third / 2)} ${start} ${shown(left + third / 2)} ${shown(y)} ` +
    `${shown(left + third)} ${shown(y)}H${shown(right - third)}` +
    `C${shown(right - third / 2)} ${shown(y)} ${shown(right - third / 2)} ${end} ${right} ${end}`
  );
}

function fannedOut(box: Box, y: number): number {
  return shown(box.y + Math.max(-FAN, Math.min(FAN, (y - box.y) / 3)));
}

function shown(length: number): number {
  return Math.round(length * 10) / 10;
}

function BoxOfEntity({ box: { entity, x, y }, view }: { readonly box: Box; readonly view: View }) {
  const lines = brokenIntoLines(entity.name, 16, 3);
  return (
    <a class="box" href={view.href(entityPath(entity.slug))} data-slug={entity.slug}>
      <title>{entity.name}</title>
      <rect x={x} y={shown(y - BOX_HEIGHT / 2)} width={BOX_WIDTH} height={BOX_HEIGHT} rx="9" />
      <path
        class={`type-${entity.type}`}
        d={shapes[entity.type]}
        transform={`translate(${x + 9} ${shown(y - 8)})`}
      />
      {lines.map((line, index) => (
        <text x={x + 32} y={shown(y + 4.5 + (index - (lines.length - 1) / 2) * 16)}>
          {line}
        </text>
      ))}
    </a>
  );
}
