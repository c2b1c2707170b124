import type { Passage } from '../passages.js';
import type { View } from '../view.js';

interface OwnCopyProps {
  readonly passages: readonly Passage[];
  readonly view: View;
}

/**
 * Where a reader checks passages against her own copy of a source. The script of the page shows it and
 * fills it, since only a script can read a file without sending it.
 */
export function OwnCopy({ passages, view }: OwnCopyProps) {
  const t = view.t.ownCopy;
  const selectors = passages.flatMap(({ selector }) => selector ?? []);
  if (selectors.length === 0) return null;
  return (
    <section
      class="own-copy"
      hidden
      data-passages={JSON.stringify(selectors)}
      data-words={JSON.stringify(t.words)}
    >
      <h3>{t.title}</h3>
      <p>{t.explanation}</p>
      <p>
        <label>
          {t.choose} <input type="file" accept=".txt,text/plain" />
        </label>
      </p>
      <p class="result" role="status" />
      <pre class="own-text" tabindex={0} aria-label={t.text} hidden />
    </section>
  );
}
