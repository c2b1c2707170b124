import type { SourcedFragment } from '../queries.js';
import { sourcePath, type View } from '../view.js';
import { EntityLink, foreign } from './names.js';

interface SourcedProps {
  readonly source: SourcedFragment;
  readonly view: View;
}

/** Who published a source, and from whom it has its information. */
export function Publisher({ source: { publisher, informers }, view }: SourcedProps) {
  return (
    <span class="publisher">
      <EntityLink entity={publisher} view={view} />
      {informers.length > 0 && (
        <>
          {' '}
          <span aria-hidden="true">←</span>
          <span class="hidden"> {view.t.sources.informedBy} </span>{' '}
          {informers.map((informer, index) => (
            <>
              {index > 0 && ', '}
              <EntityLink entity={informer} view={view} />
            </>
          ))}
        </>
      )}
    </span>
  );
}

/** The title of a source, or what is known of one without a title, as a link to its page. */
export function SourceLink({
  source,
  view,
  anchor = '',
}: SourcedProps & { readonly anchor?: string }) {
  return (
    <>
      <a href={view.href(sourcePath(source.slug)) + anchor}>
        <SourceTitle source={source} view={view} />
      </a>
      {source.title === null && <small class="muted"> {source.slug}</small>}
    </>
  );
}

/** The title of a source in its own language. One without a title has its publisher, date and kind. */
export function SourceTitle({ source, view }: SourcedProps) {
  const { title, language, publisher } = source;
  if (title === null)
    return (
      <>
        <span lang={foreign(publisher.nameLanguage, view)}>{publisher.name}</span>
        {dateAndKind(source, view)}
      </>
    );
  return (
    <span lang={foreign(language, view)} dir="auto">
      {title}
    </span>
  );
}

/** Returns the title of a source as text, or what is known of one without a title. */
export function sourceTitle(source: SourcedFragment, view: View): string {
  return source.title ?? source.publisher.name + dateAndKind(source, view);
}

/** Returns what follows the title of a source: its date. One without a title has it in the place of one. */
export function dateBesideTitle({ title, dateText }: SourcedFragment): string {
  return title === null || dateText === null ? '' : `, ${dateText}`;
}

/** Returns what is known of a source beside its publisher: “, 11 December 2025 (news)”. */
function dateAndKind({ dateText, kind }: SourcedFragment, { labels }: View): string {
  const date = dateText === null ? '' : `, ${dateText}`;
  const isTold = kind !== null && kind !== 'OTHER';
  return isTold ? `${date} (${labels.value('SourceKind', kind)})` : date;
}
