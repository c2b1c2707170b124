import type { Texts } from '../texts/texts.js';
import type { View } from '../view.js';

/** What the lines of a picture mean. */
export function Legend({ view: { t } }: { readonly view: View }) {
  return (
    <details class="legend" open>
      <summary>{t.legend.title}</summary>
      <ul>
        {samplesOf(t).map((sample) => (
          <Sample {...sample} />
        ))}
      </ul>
    </details>
  );
}

/** Returns a sample of each kind of line, with what it means. */
export function samplesOf({ legend }: Texts): readonly SampleProps[] {
  return [
    { text: legend.oneOrigin, width: 1.35 },
    { text: legend.moreOrigins, width: 2.65 },
    { text: legend.possible, width: 1.35, dash: '7 5' },
    { text: legend.inferred, width: 1.3, dash: '1.5 4' },
    { text: legend.contested, width: 1.35, kind: 'contested', mark: '≠' },
    { text: legend.statements, width: 2.2, kind: 'said' },
  ];
}

interface SampleProps {
  readonly text: string;
  readonly width: number;
  readonly dash?: string;
  readonly kind?: string;
  readonly mark?: string;
}

function Sample({ text, width, dash, kind = 'relation', mark }: SampleProps) {
  return (
    <li>
      <svg viewBox="0 0 36 12" width="36" height="12" aria-hidden="true">
        <path class={kind} d="M0 6H36" stroke-width={width} stroke-dasharray={dash} />
        {mark && (
          <text class="contest" x="18" y="10" text-anchor="middle">
            {mark}
          </text>
        )}
      </svg>{' '}
      {text}
    </li>
  );
}
