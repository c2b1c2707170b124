import type { Passage } from '../passages.js';
import type { View } from '../view.js';

const WIDTH = 1000;
const HEIGHT = 28;

interface RulerProps {
  readonly passages: readonly Passage[];
  readonly view: View;
}

/** The text of a source as a line of its characters, with a band for each passage. */
export function Ruler({ passages, view: { t } }: RulerProps) {
  const positions = passages.flatMap(({ selector, ids }) =>
    selector ? [{ ...selector, count: ids.length }] : [],
  );
  if (positions.length === 0) return null;
  const end = Math.max(...positions.map((one) => one.end));
  const at = (character: number) => Math.round((character / end) * WIDTH * 10) / 10;
  return (
    <svg
      class="ruler"
      viewBox={`0 0 ${WIDTH} ${HEIGHT + 18}`}
      role="group"
      aria-label={t.sources.ruler}
    >
      <rect class="paper" width={WIDTH} height={HEIGHT} y="1" />
      {positions.map(({ start, end: last, count }) => (
        <a href={`#c${start}`} data-start={start} data-end={last}>
          <title>{`${t.characters(`${start}–${last}`)}: ${t.sources.pieces(count)}`}</title>
          <rect
            class="band"
            x={at(start)}
            width={Math.max(2, at(last) - at(start))}
            height={HEIGHT}
            y="1"
          />
        </a>
      ))}
      <text y={HEIGHT + 14}>0</text>
      <text x={WIDTH} y={HEIGHT + 14} text-anchor="end">
        {end}
      </text>
    </svg>
  );
}
