import { dateWords } from '../dates.js';
import type { FallenRelations, SetAside } from '../set-aside.js';
import { relationPath, sourcePath, type View } from '../view.js';
import { SourceLink, sourceTitle } from './published.js';

interface SetAsideNoticeProps {
  readonly aside: SetAside;
  readonly view: View;
}

/** Says which sources a reader has set aside, what falls without them, and takes them back. */
export function SetAsideNotice({ aside, view }: SetAsideNoticeProps) {
  const { sources, fallen } = aside;
  const { t, state, here } = view;
  const words = t.setAside;
  const { publishedUntil } = state;
  const isSeveral = sources.length + (publishedUntil === undefined ? 0 : 1) > 1;
  return (
    <aside class="notice set-aside" aria-label={words.title}>
      {sources.length > 0 && (
        <>
          {words.without(sources.length)}{' '}
          <ul>
            {sources.map(({ slug, known }) => (
              <li>
                {known ? (
                  <SourceLink source={known} view={view} />
                ) : (
                  <a href={view.href(sourcePath(slug))}>{slug}</a>
                )}{' '}
                <a
                  href={here({
                    without: sources.flatMap((one) => (one.slug === slug ? [] : one.slug)),
                  })}
                  aria-label={words.takeBack(known ? sourceTitle(known, view) : slug)}
                >
                  ✕
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {publishedUntil !== undefined && (
        <p>
          {words.knownOn(dateWords(publishedUntil, view.tag) ?? publishedUntil)}{' '}
          <a href={here({ publishedUntil: undefined })} aria-label={words.takeDayBack}>
            ✕
          </a>
        </p>
      )}
      {fallen && <Fallen fallen={fallen} view={view} />}
      {isSeveral && (
        <p>
          <a href={here({ without: undefined, publishedUntil: undefined })}>
            ✕ {words.takeAllBack}
          </a>
        </p>
      )}
    </aside>
  );
}

function Fallen({
  fallen: { count, relations },
  view,
}: {
  readonly fallen: FallenRelations;
  readonly view: View;
}) {
  const words = view.t.setAside;
  if (count === 0) return <p>{words.allStay}</p>;
  const text = words.fell(view.t.relations(count));
  if (relations === null) return <p>{text}</p>;
  return (
    <details>
      <summary>{text}</summary>
      <ul>
        {relations.map(({ key, sentence }) => (
          <li>
            <a href={view.href(relationPath(key))}>{sentence}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}
