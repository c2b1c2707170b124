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

/** The title of a source in its own language, or its slug, as a link to its page. */
export function SourceLink({
  source,
  view,
  anchor = '',
}: SourcedProps & { readonly anchor?: string }) {
  return (
    <a href={view.href(sourcePath(source.slug)) + anchor}>
      <SourceTitle source={source} view={view} />
    </a>
  );
}

/** The title of a source in its own language. One without a title has its slug. */
export function SourceTitle({ source: { slug, title, language }, view }: SourcedProps) {
  if (title === null) return <>{slug}</>;
  return (
    <span lang={foreign(language, view)} dir="auto">
      {title}
    </span>
  );
}
