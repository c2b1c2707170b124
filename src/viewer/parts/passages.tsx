import type { PassageFragment } from '../queries.js';
import { sourcePath, type View } from '../view.js';
import { foreignByLetters, MarkedText } from './names.js';

interface PassagesProps {
  readonly evidence: readonly PassageFragment[];
  readonly view: View;
}

/** Returns one piece of evidence for each passage and stance: several may be of one passage. */
export function onePerPassage(evidence: readonly PassageFragment[]): readonly PassageFragment[] {
  const keyOf = ({ stance, citationParts }: PassageFragment): string =>
    [stance, ...citationParts.map(({ text }) => text)].join(' ');
  return [...new Map(evidence.map((one) => [keyOf(one), one])).values()];
}

/** Where something is to be read, each passage once, with a link to it in its source. */
export function Passages({ evidence, view }: PassagesProps) {
  return (
    <ul class="passages">
      {onePerPassage(evidence).map((passage) => (
        <Passage passage={passage} view={view} />
      ))}
    </ul>
  );
}

function Passage({ passage, view }: { readonly passage: PassageFragment; readonly view: View }) {
  const { stance, inferred, note, citationParts, selector, source } = passage;
  const anchor = selector ? `#c${selector.start}` : '';
  return (
    <li>
      {stance === 'CONTRADICTS' && (
        <span class="contest" title={view.t.contradicts}>
          ≠{' '}
        </span>
      )}
      <a href={view.href(sourcePath(source.slug)) + anchor}>
        <MarkedText parts={citationParts} view={view} />
      </a>
      {inferred && <small class="muted"> {view.t.inferred}</small>}
      {note !== null && (
        <p class="note muted" lang={foreignByLetters(note, view)}>
          {note}
        </p>
      )}
    </li>
  );
}
