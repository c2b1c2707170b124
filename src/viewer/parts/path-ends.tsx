import type { CandidatesQuery, NamedFragment } from '../queries.js';
import type { View } from '../view.js';
import { Glyph } from './glyph.js';
import { EntityLink, foreign } from './names.js';
import { PassedOn } from './passed-on.js';
import { combobox } from './search-form.js';

/** One end of the routes, as far as the address says it. */
export interface PathEnd {
  /** The entity. Null while it is to be chosen. */
  readonly entity: NamedFragment | null;
  /** The text of the address that is no slug; empty without one. */
  readonly text: string;
  /** What may be meant by the text. */
  readonly candidates: CandidatesQuery['search']['edges'];
}

interface PathEndsProps {
  readonly start: PathEnd;
  readonly end: PathEnd;
  readonly view: View;
}

/** The two ends of the routes, as a form in which each is searched for until it is chosen. */
export function PathEndsForm({ start, end, view }: PathEndsProps) {
  const words = view.t.pathsPage;
  const isChosen = start.entity !== null && end.entity !== null;
  return (
    <form class="ends" action={view.path}>
      <PassedOn view={view} without={['from', 'to', 'sel', 'after']} />
      <End name="from" label={words.from} end={start} view={view} />
      <End name="to" label={words.to} end={end} view={view} />
      <p class="actions">
        {isChosen ? (
          <a href={view.here({ from: end.entity.slug, to: start.entity.slug })}>{words.swap}</a>
        ) : (
          <button>{words.show}</button>
        )}
      </p>
    </form>
  );
}

interface EndProps {
  readonly name: 'from' | 'to';
  readonly label: string;
  readonly end: PathEnd;
  readonly view: View;
}

function End({ name, label, end: { entity, text, candidates }, view }: EndProps) {
  const { t, here } = view;
  if (entity)
    return (
      <div class="end">
        <input type="hidden" name={name} value={entity.slug} />
        <span class="muted">{label}</span> <Glyph type={entity.type} />{' '}
        <EntityLink entity={entity} view={view} />{' '}
        <a
          class="change"
          href={here({ [name]: undefined })}
          aria-label={`${label}: ${t.pathsPage.change}`}
        >
          {t.pathsPage.change}
        </a>
      </div>
    );
  return (
    <div class="end">
      <label for={`end-${name}`}>{label}</label>
      <input
        id={`end-${name}`}
        type="search"
        name={name}
        value={text}
        placeholder={t.find}
        {...combobox('slug', t)}
      />
      {text !== '' && (
        <>
          <p>{candidates.length === 0 ? t.noResults(text) : t.pathsPage.whichOne(text)}</p>
          <ul class="plain">
            {candidates.map((candidate) => (
              <Candidate candidate={candidate} name={name} view={view} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Candidate({
  candidate: { node, matchedName, matchedLanguage },
  name,
  view,
}: {
  readonly candidate: PathEnd['candidates'][number];
  readonly name: 'from' | 'to';
  readonly view: View;
}) {
  const { t, labels } = view;
  return (
    <li>
      <Glyph type={node.type} />{' '}
      <a href={view.here({ [name]: node.slug })} lang={foreign(node.nameLanguage, view)}>
        {node.name}
      </a>{' '}
      <small class="muted">
        {labels.entityType(node.type)}
        {node.kind && ` · ${labels.kind(node.type, node.kind)}`}
        {matchedName !== node.name && (
          <>
            {' · '}
            <span lang={foreign(matchedLanguage, view)}>{t.found(matchedName)}</span>
          </>
        )}
      </small>
    </li>
  );
}
