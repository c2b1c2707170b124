import type { View } from '../view.js';

/** What the lines of a picture mean. */
export function Legend({ view: { t } }: { readonly view: View }) {
  const { legend } = t;
  return (
    <details class="legend" open>
      <summary>{legend.title}</summary>
      <ul>
        <Sample text={legend.oneOrigin} width={1.35} />
        <Sample text={legend.moreOrigins} width={2.65} />
        <Sample text={legend.possible} width={1.35} dash="7 5" />
        <Sample text={legend.inferred} width={1.3} dash="1.5 4" />
        <Sample text={legend.contested} width={1.35} kind="contested" mark="≠" />
        <Sample text={legend.statements} width={2.2} kind="said" />
      </ul>
    </details>
  );
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
