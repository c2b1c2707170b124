import { samplesOf } from '../parts/legend.js';
import type { View } from '../view.js';

const ROW = 20;
const COLUMN = 480;
const COLUMNS = 2;
const SAMPLE = 36;

/** The height of the legend below a picture, in units of its view box. */
export const LEGEND_HEIGHT = 3 * ROW;

/** What the lines of a picture mean, drawn below it. */
export function LegendRows({ view: { t } }: { readonly view: View }) {
  return (
    <>
      {samplesOf(t).map(({ text, width, dash, kind = 'relation', mark }, index) => {
        const x = (index % COLUMNS) * COLUMN;
        const y = 12 + Math.floor(index / COLUMNS) * ROW;
        return (
          <>
            <path
              class={kind}
              d={`M${x} ${y}h${SAMPLE}`}
              stroke-width={width}
              stroke-dasharray={dash}
            />
            {mark && (
              <text class="contest" x={x + SAMPLE / 2} y={y + 5} text-anchor="middle">
                {mark}
              </text>
            )}
            <text class="role" x={x + SAMPLE + 8} y={y + 4}>
              {text}
            </text>
          </>
        );
      })}
    </>
  );
}
