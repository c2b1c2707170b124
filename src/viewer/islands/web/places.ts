import type { EntityType } from '../../queries.js';

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The order of the types within a side of the ladder. */
const ORDER: readonly EntityType[] = [
  'PERSON',
  'ORGANIZATION',
  'EVENT',
  'TOPIC',
  'INSTRUMENT',
  'REPORT',
  'PLACE',
  'STATEMENT',
];
const ACTORS: ReadonlySet<EntityType> = new Set(['PERSON', 'ORGANIZATION']);

/** How far the sides are from the middle, in rows. */
const SIDE = 9;
/** The number of rows of a side. Longer sides have several columns. */
const ROWS = 60;

/**
 * Returns where the entities of a web begin: as in the ladder, actors are on the left, what they deal
 * with on the right, and the centres between them. The order is by type and slug, so that the web is
 * the same in all languages.
 */
export function startPlaces(
  nodes: readonly { readonly slug: string; readonly type: EntityType }[],
  centres: readonly string[],
): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const known = new Set(centres);
  const middle = nodes.filter(({ slug }) => known.has(slug));
  for (const [index, { slug }] of middle.entries())
    places.set(slug, { x: 0, y: index - (middle.length - 1) / 2 });
  const others = nodes
    .filter(({ slug }) => !known.has(slug))
    .sort(
      (one, other) =>
        ORDER.indexOf(one.type) - ORDER.indexOf(other.type) || (one.slug < other.slug ? -1 : 1),
    );
  for (const isLeft of [true, false]) {
    const side = others.filter(({ type }) => ACTORS.has(type) === isLeft);
    for (const [index, { slug }] of side.entries()) {
      const column = Math.floor(index / ROWS);
      const rows = Math.min(ROWS, side.length - column * ROWS);
      const x = SIDE + column * 3;
      places.set(slug, { x: isLeft ? -x : x, y: (rows - 1) / 2 - (index % ROWS) });
    }
  }
  return places;
}
