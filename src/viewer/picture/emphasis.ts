import type { DrawnLineFragment } from '../queries.js';
import type { Surroundings } from './surroundings.js';

/** Adds `lit` or `pale` to the classes of what is drawn, if something is selected. */
export interface Emphasis {
  readonly ofEntity: (slug: string, classes: string) => string;
  readonly ofLink: (from: string, to: string, classes: string) => string;
  readonly ofRelation: (relation: DrawnLineFragment, classes: string) => string;
}

/**
 * Lights what is selected with its ends, or with all that a line leads to from it. Nothing moves.
 * @param selected the slug of an entity, or the key of a relation.
 */
export function emphasisOf(selected: string | undefined, { links }: Surroundings): Emphasis {
  if (selected === undefined) {
    return { ofEntity: same, ofLink: (_from, _to, classes) => classes, ofRelation: same };
  }
  const touched = links.filter(
    ({ from, to, relations }) =>
      from === selected || to === selected || relations.some(({ key }) => key === selected),
  );
  const ends = new Set([selected, ...touched.flatMap(({ from, to }) => [from, to])]);
  const mark = (isLit: boolean, classes: string): string => `${classes} ${isLit ? 'lit' : 'pale'}`;
  return {
    ofEntity: (slug, classes) => mark(ends.has(slug), classes),
    ofLink: (from, to, classes) => mark(from === selected || to === selected, classes),
    ofRelation: ({ key, from, to }, classes) =>
      mark([key, from.slug, to.slug].includes(selected), classes),
  };
}

function same(_drawn: unknown, classes: string): string {
  return classes;
}
