import type { EntityType, NamedFragment } from '../queries.js';
import type { Surroundings } from './surroundings.js';

/** The places of the ladder, in units of its view box. */
export const WIDTH = 1_000;
export const ROW = 25;
export const LEFT_EDGE = 350;
export const RIGHT_EDGE = 650;
export const CENTRE_WIDTH = 148;
export const CENTRE_HEIGHT = 104;
const TOP = 26;
const GAP = 10;
const LEAST_HEIGHT = 200;

/** The number of rows of a type. The others are counted. */
const ROWS_OF_TYPE = 26;

export type Side = 'left' | 'right';

export interface Row {
  readonly entity: NamedFragment;
  readonly side: Side;
  readonly x: number;
  readonly y: number;
}

/** A row that says how many more of a type there are. */
export interface MoreRow {
  readonly type: EntityType;
  readonly side: Side;
  readonly count: number;
  readonly y: number;
}

export interface LadderLayout {
  readonly height: number;
  readonly rows: readonly Row[];
  readonly more: readonly MoreRow[];
}

/** The types of each side, from top to bottom: those who act, and what they deal with. */
const columns: Readonly<Record<Side, readonly EntityType[]>> = {
  left: ['PERSON', 'ORGANIZATION'],
  right: ['EVENT', 'TOPIC', 'INSTRUMENT', 'REPORT', 'PLACE', 'STATEMENT'],
};

/**
 * Places the entities in rows: by side, then type, then name. So the order of rows stays when others
 * are filtered out.
 */
export function layOut(
  { others, left }: Surroundings,
  byName: (entities: readonly NamedFragment[]) => NamedFragment[],
): LadderLayout {
  const sides = (['left', 'right'] as const).map((side) => column(side));
  const height = Math.max(LEAST_HEIGHT, ...sides.map((one) => one.height)) + TOP / 2;
  const centred = sides.map((one) => {
    const shift = (height - one.height) / 2;
    const move = <Placed extends { readonly y: number }>(placed: Placed): Placed => ({
      ...placed,
      y: placed.y + shift,
    });
    return { rows: one.rows.map(move), more: one.more.map(move) };
  });
  return {
    height,
    rows: centred.flatMap(({ rows }) => rows),
    more: centred.flatMap(({ more }) => more),
  };

  function column(side: Side): LadderLayout {
    const rows: Row[] = [];
    const more: MoreRow[] = [];
    const x = side === 'left' ? LEFT_EDGE : RIGHT_EDGE;
    let y = TOP;
    for (const type of columns[side]) {
      const all = byName(others.filter((entity) => entity.type === type));
      const count = Math.max(0, all.length - ROWS_OF_TYPE) + (left[type] ?? 0);
      if (all.length === 0 && count === 0) continue;
      if (y > TOP) y += GAP;
      for (const entity of all.slice(0, ROWS_OF_TYPE)) {
        rows.push({ entity, side, x, y });
        y += ROW;
      }
      if (count > 0) {
        more.push({ type, side, count, y });
        y += ROW;
      }
    }
    return { height: y, rows, more };
  }
}
