import type { LineFragment } from '../queries.js';
import type { View } from '../view.js';

/** What is known of how well a relation is attested. */
type Attested = Pick<LineFragment, 'standing' | 'isContested' | 'publisherCount' | 'originCount'>;

/** The number of dots for origins: more are told in words alone. */
const DOTS = 3;

/** How well a relation is attested, in dots and in words. */
export function Strength({ line, view }: { readonly line: Attested; readonly view: View }) {
  return (
    <span class="strength">
      {line.standing === 'STATED' ? <Counts line={line} view={view} /> : standingText(line, view)}
      {line.isContested && (
        <>
          {' '}
          <span class="contest">≠ {view.t.contested}</span>
        </>
      )}
    </span>
  );
}

function Counts({
  line: { publisherCount, originCount },
  view: { t },
}: Parameters<typeof Strength>[0]) {
  const filled = Math.min(DOTS, originCount);
  return (
    <>
      <span class="dots" aria-hidden="true">
        {'●'.repeat(filled)}
        {'○'.repeat(DOTS - filled)}
      </span>{' '}
      {t.publishers(publisherCount)} · {t.origins(originCount)}
    </>
  );
}

/** Returns the words for a standing, or an empty text for a relation that sources state. */
export function standingText({ standing }: Pick<LineFragment, 'standing'>, { t }: View): string {
  if (standing === 'INFERRED') return t.inferred;
  if (standing === 'EDITORIAL') return t.editorial;
  return standing === 'DENIED' ? t.denied : '';
}
