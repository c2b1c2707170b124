import type { CitedFragment } from '../queries.js';
import { relationPath, sourcePath, type View } from '../view.js';
import { foreign, foreignByLetters } from './names.js';
import { propertyText, valueText } from './property.js';
import { dateBesideTitle, Publisher, SourceLink } from './published.js';

interface EvidenceListProps {
  readonly evidence: readonly CitedFragment[];
  readonly view: View;
}

/** The pieces of evidence that are one passage of a source, or of which only the source is known. */
export function byPassage(evidence: readonly CitedFragment[]): (readonly CitedFragment[])[] {
  const groups = new Map<string, CitedFragment[]>();
  for (const one of evidence) {
    const { source, selector, inferred, note } = one;
    const key = [source.slug, selector?.start, selector?.end, inferred, note].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/** Evidence by passage: who says so, where, and what of it. */
export function EvidenceList({ evidence, view }: EvidenceListProps) {
  return (
    <ol class="evidence">
      {byPassage(evidence).map((pieces) => {
        const [first] = pieces;
        if (!first) return null;
        const mark = first.stance === 'CONTRADICTS' ? '≠ ' : '';
        return (
          <li data-citation={mark + first.citation}>
            <Where one={first} view={view} />
            {pieces.map((piece) => (
              <What one={piece} view={view} />
            ))}
            <Note one={first} view={view} />
          </li>
        );
      })}
    </ol>
  );
}

interface EvidenceProps {
  readonly one: CitedFragment;
  readonly view: View;
}

/** The source of a piece of evidence, with the passage. */
function Where({ one: { source, selector, inferred }, view }: EvidenceProps) {
  const { t } = view;
  const isAside = view.state.without?.includes(source.slug) ?? false;
  return (
    <>
      <Publisher source={source} view={view} />
      {isAside && <span class="aside"> {t.sources.isAside}</span>}
      <br />
      <SourceLink source={source} view={view} />
      {dateBesideTitle(source)}
      {' · '}
      {selector ? (
        <a class="passage" href={`${view.href(sourcePath(source.slug))}#c${selector.start}`}>
          {t.characters(`${selector.start}–${selector.end}`)}
        </a>
      ) : (
        <span class="muted">{t.sources.noPassage}</span>
      )}
      {inferred && <span class="muted"> · {t.inferred}</span>}
      {source.urls[0] !== undefined && (
        <>
          {' · '}
          <a href={source.urls[0]} rel="noreferrer">
            {t.openSource} ↗
          </a>
        </>
      )}
    </>
  );
}

/** The property that a piece of evidence is about, or the rival that it is in favour of. */
function What({ one, view }: EvidenceProps) {
  if (one.property !== null) return <Property one={one} view={view} />;
  if (one.value === null || one.stance === 'CONFIRMS') return null;
  return (
    <p>
      <a href={view.href(relationPath(one.value))}>{view.t.relationPage.inFavourOf}</a>
    </p>
  );
}

function Note({ one: { note }, view }: EvidenceProps) {
  if (note === null) return null;
  return (
    <p class="note" lang={foreignByLetters(note, view)}>
      {note}
    </p>
  );
}

function Property({ one: { property, value }, view }: EvidenceProps) {
  if (property === null) return null;
  const [, tag] = property.split('.');
  return (
    <p>
      {propertyText(property, view)}
      {value !== null && (
        <>
          {': '}
          <b lang={foreign(tag, view)}>{valueText(property, value, view)}</b>
        </>
      )}
    </p>
  );
}
