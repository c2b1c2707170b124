import type { PassageFragment } from '../queries.js';
import { sourcePath, type View } from '../view.js';
import { foreign } from './names.js';

interface PassagesProps {
  readonly evidence: readonly PassageFragment[];
  readonly view: View;
}

/** Where something is to be read, each passage once, with a link to it in its source. */
export function Passages({ evidence, view }: PassagesProps) {
  const passages = new Map(evidence.map((one) => [`${one.stance} ${one.citation}`, one]));
  return (
    <ul class="passages">
      {[...passages.values()].map((passage) => (
        <Passage passage={passage} view={view} />
      ))}
    </ul>
  );
}

function Passage({ passage, view }: { readonly passage: PassageFragment; readonly view: View }) {
  const { stance, inferred, note, citation, selector, source } = passage;
  const anchor = selector ? `#c${selector.start}` : '';
  return (
    <li>
      {stance === 'CONTRADICTS' && (
        <span class="contest" title={view.t.contradicts}>
          ≠{' '}
        </span>
      )}
      <a href={view.href(sourcePath(source.slug)) + anchor}>{citation}</a>
      {inferred && <small class="muted"> {view.t.inferred}</small>}
      {note !== null && (
        <p class="note muted" lang={foreign('EN', view)}>
          {note}
        </p>
      )}
    </li>
  );
}
