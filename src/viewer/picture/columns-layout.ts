import type { DrawnLineFragment, NamedFragment, RelationType } from '../queries.js';

/** Places of the columns, in units of their view box. */
export const BOX_WIDTH = 186;
export const BOX_HEIGHT = 60;
const GAP = 226;
const ROW = 84;
/** The distance between two lines, which have a label each. */
const LABEL_ROW = 21;
const EDGE = 4;

/** The number of lines between two entities. The others are counted. */
const LINES_OF_HOP = 4;

/** A relation of a route, with what its label says. */
export interface RouteRelation extends DrawnLineFragment {
  readonly type: RelationType;
}

/** A route: entities in a row, with all relations between each and the next. */
export interface Route {
  readonly entities: readonly NamedFragment[];
  readonly relations: readonly { readonly key: string }[];
  readonly hops: readonly {
    readonly relationCount: number;
    readonly relations: readonly RouteRelation[];
  }[];
}

export interface Box {
  readonly entity: NamedFragment;
  /** The left edge. */
  readonly x: number;
  /** The middle. */
  readonly y: number;
}

/** A line from one box to a box of the next column; without a relation it stands for `more` of them. */
export interface ColumnLine {
  readonly from: Box;
  readonly to: Box;
  readonly relation: RouteRelation | null;
  readonly more: number;
  /** The height of the middle of the line, where its label is. */
  readonly y: number;
}

export interface ColumnsLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly lines: readonly ColumnLine[];
}

/** Two neighbours on a route, with what is drawn between them. */
interface Hop {
  readonly from: string;
  readonly to: string;
  readonly relations: readonly RouteRelation[];
  readonly more: number;
}

/**
 * Places routes of the same length: one column for each step. Shortest routes have each entity in one
 * column alone. The labels between two columns never overlap.
 */
export function layOutColumns(routes: readonly Route[]): ColumnsLayout {
  const steps = (routes[0]?.entities.length ?? 1) - 1;
  const gaps = Array.from({ length: steps }, (_, step) => hopsAt(routes, step));
  const columns = orderedColumns(routes, steps);
  const height = Math.max(
    ...columns.map((column) => column.length * rowHeight(gaps)),
    ...gaps.map((hops) => LABEL_ROW * (1 + linesOf(hops).length)),
  );
  const boxes = new Map<string, Box>();
  for (const [index, column] of columns.entries()) {
    const x = EDGE + index * (BOX_WIDTH + GAP);
    for (const [row, entity] of column.entries())
      boxes.set(entity.slug, { entity, x, y: ((row + 0.5) * height) / column.length });
  }
  return {
    width: 2 * EDGE + steps * (BOX_WIDTH + GAP) + BOX_WIDTH,
    height,
    boxes: [...boxes.values()],
    lines: gaps.flatMap((hops) => placedLines(hops, boxes)),
  };
}

/** Returns the height of a row, in which all lines of a hop find room. */
function rowHeight(gaps: readonly (readonly Hop[])[]): number {
  const lines = gaps.flat().map((hop) => linesOf([hop]).length);
  return Math.max(ROW, ...lines.map((count) => LABEL_ROW * (1 + count)));
}

/** Returns the hops of a step, each once, with the best attested relation first. */
function hopsAt(routes: readonly Route[], step: number): Hop[] {
  const hops = new Map<string, Hop>();
  for (const { entities, relations, hops: ofRoute } of routes) {
    const [from, to, hop] = [entities[step], entities[step + 1], ofRoute[step]];
    if (!from || !to || !hop) continue;
    const best = relations[step]?.key;
    const shown = [...hop.relations]
      .sort((one, other) => Number(other.key === best) - Number(one.key === best))
      .slice(0, LINES_OF_HOP);
    hops.set(`${from.slug} ${to.slug}`, {
      from: from.slug,
      to: to.slug,
      relations: shown,
      more: hop.relationCount - shown.length,
    });
  }
  return [...hops.values()];
}

/** Orders the entities of each column by those before them, so that few lines cross. */
function orderedColumns(routes: readonly Route[], steps: number): NamedFragment[][] {
  const columns: NamedFragment[][] = [];
  for (let step = 0; step <= steps; step++) {
    const before = new Map((columns[step - 1] ?? []).map(({ slug }, index) => [slug, index]));
    const places = new Map<string, { entity: NamedFragment; before: number[] }>();
    for (const { entities } of routes) {
      const entity = entities[step];
      if (!entity) continue;
      const known = places.get(entity.slug) ?? { entity, before: [] };
      known.before.push(before.get(entities[step - 1]?.slug ?? '') ?? 0);
      places.set(entity.slug, known);
    }
    const mean = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0) / all.length;
    // Routes come in the order of their slugs, which decides between equals.
    columns.push(
      [...places.values()]
        .sort((one, other) => mean(one.before) - mean(other.before))
        .map(({ entity }) => entity),
    );
  }
  return columns;
}

type Drawn = Omit<ColumnLine, 'from' | 'to' | 'y'>;

/** Returns the lines of hops: one for each relation, and one for those that are only counted. */
function linesOf(hops: readonly Hop[]): (Drawn & { readonly hop: Hop })[] {
  return hops.flatMap((hop) => {
    const drawn = hop.relations.map((relation) => ({ hop, relation, more: 0 }));
    return hop.more > 0 ? [...drawn, { hop, relation: null, more: hop.more }] : drawn;
  });
}

function placedLines(hops: readonly Hop[], boxes: ReadonlyMap<string, Box>): ColumnLine[] {
  const wanted = linesOf(hops)
    .flatMap(({ hop, relation, more }) => {
      const [from, to] = [boxes.get(hop.from), boxes.get(hop.to)];
      return from && to ? [{ from, to, relation, more, y: (from.y + to.y) / 2 }] : [];
    })
    .sort((one, other) => one.y - other.y);
  const heights = apart(wanted.map(({ y }) => y));
  return wanted.map((line, index) => ({ ...line, y: heights[index] ?? line.y }));
}

/** Moves ascending heights as little as it takes for each to be a label away from the next. */
function apart(heights: readonly number[]): number[] {
  let groups: { readonly centre: number; readonly count: number }[] = [];
  for (const height of heights) {
    groups.push({ centre: height, count: 1 });
    for (let last = groups.length - 1; last > 0; last--) {
      const [one, other] = groups.slice(last - 1);
      if (!one || !other || topOf(other) - bottomOf(one) >= LABEL_ROW) break;
      const count = one.count + other.count;
      const centre = (one.centre * one.count + other.centre * other.count) / count;
      groups = [...groups.slice(0, last - 1), { centre, count }];
    }
  }
  return groups.flatMap((group) =>
    Array.from({ length: group.count }, (_, index) => topOf(group) + index * LABEL_ROW),
  );
}

interface Group {
  readonly centre: number;
  readonly count: number;
}

function topOf({ centre, count }: Group): number {
  return centre - ((count - 1) * LABEL_ROW) / 2;
}

function bottomOf({ centre, count }: Group): number {
  return centre + ((count - 1) * LABEL_ROW) / 2;
}
