import type { View } from '../view.js';
import type { YearSpan } from './years.js';

const BAR = 26;
const GAP = 4;
const HEIGHT = 56;
const LABEL = 16;

/** How many of the drawn relations held in each year: certain ones filled, possible ones hatched. */
export function TimeBars({
  spans,
  view,
}: {
  readonly spans: readonly YearSpan[];
  readonly view: View;
}) {
  if (spans.length === 0) return null;
  const most = Math.max(...spans.map(({ certain, possible }) => certain + possible));
  const width = spans.length * (BAR + GAP);
  return (
    <figure class="years">
      <figcaption>{view.t.pictureControls.byYear}</figcaption>
      <svg
        viewBox={`0 0 ${width} ${HEIGHT + LABEL}`}
        width={width}
        height={HEIGHT + LABEL}
        role="group"
        aria-label={view.t.pictureControls.byYear}
      >
        <defs>
          <pattern id="hatched" width="4" height="4" patternUnits="userSpaceOnUse">
            <path d="M0 4L4 0" class="hatch" />
          </pattern>
        </defs>
        {spans.map((span, index) => (
          <Bar span={span} x={index * (BAR + GAP)} most={most} view={view} />
        ))}
      </svg>
    </figure>
  );
}

function Bar({
  span: { from, to, certain, possible },
  x,
  most,
  view,
}: {
  readonly span: YearSpan;
  readonly x: number;
  readonly most: number;
  readonly view: View;
}) {
  const height = (count: number): number => Math.round((HEIGHT * count) / most);
  const range = { from: String(from), to: String(to) };
  const name = from === to ? range.from : `${from}–${to}`;
  const title = view.t.pictureControls.inYear(name, certain, possible);
  const { during } = view.state;
  const isChosen = during?.from === range.from && during.to === range.to;
  return (
    <a
      href={view.here({ during: isChosen ? undefined : range })}
      aria-current={isChosen ? 'true' : undefined}
    >
      <title>{title}</title>
      <rect class="space" x={x} y="0" width={BAR} height={HEIGHT} />
      <rect
        class="certain"
        x={x}
        y={HEIGHT - height(certain)}
        width={BAR}
        height={height(certain)}
      />
      <rect
        class="possible"
        fill="url(#hatched)"
        x={x}
        y={HEIGHT - height(certain) - height(possible)}
        width={BAR}
        height={height(possible)}
      />
      <text x={x + BAR / 2} y={HEIGHT + LABEL - 3} text-anchor="middle">
        {from === to ? String(from).slice(-2).padStart(3, '’') : from}
      </text>
    </a>
  );
}
