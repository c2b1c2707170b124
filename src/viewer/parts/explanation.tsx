import type { ExplainedFragment, PartsFragment } from '../queries.js';
import { entityPath, type View } from '../view.js';
import { foreign } from './names.js';

interface ExplanationProps {
  readonly parts: readonly ExplainedFragment[];
  /** What the anchors of its citations begin with. */
  readonly id: string;
  readonly view: View;
}

/** The explanation of a route: a paragraph for each step, whose numbers lead to the citations below. */
export function Explanation({ parts, id, view }: ExplanationProps) {
  const sentences = byNumber(parts, 'sentenceNumber');
  const citations = byNumber(parts, 'citationNumber');
  return (
    <>
      <div
        class="explanation"
        id={`${id}-text`}
        data-copy={view.t.citing.copy}
        data-copied={view.t.citing.copied}
        data-copy-from={`#${id}-text, [id^="${id}-"][data-citation]`}
      >
        {sentences.map((sentence) => (
          <p>
            {sentence.map((part) => (
              <Part part={part} id={id} count={citations.length} view={view} />
            ))}
          </p>
        ))}
      </div>
      {citations.length > 0 && (
        <ol class="citations">
          {citations.map(withoutNumber).map((citation, index) => (
            <li
              id={`${id}-${index + 1}`}
              data-citation={citation
                .map(({ text }) => text)
                .join('')
                .trim()}
            >
              {citation.map((part) => (
                <Part part={part} id={id} count={0} view={view} />
              ))}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

/** Returns the parts of each sentence, or of each citation, in their order. */
function byNumber(
  parts: readonly ExplainedFragment[],
  name: 'sentenceNumber' | 'citationNumber',
): PartsFragment[][] {
  const groups = new Map<number, PartsFragment[]>();
  for (const part of parts) {
    const number = part[name];
    if (number !== null) groups.set(number, [...(groups.get(number) ?? []), part]);
  }
  return [...groups.values()];
}

/** Leaves out the number of a citation, which the list brings. */
function withoutNumber([first, ...more]: readonly PartsFragment[]): PartsFragment[] {
  return first ? [{ ...first, text: first.text.replace(/^\s*\[\d+\] /, '') }, ...more] : more;
}

interface PartProps {
  readonly part: PartsFragment;
  readonly id: string;
  /** The number of citations that a mark can lead to. */
  readonly count: number;
  readonly view: View;
}

function Part({ part: { text, entity, language }, id, count, view }: PartProps) {
  const lang = foreign(language, view);
  if (entity)
    return (
      <a href={view.href(entityPath(entity.slug))} lang={lang}>
        {text}
      </a>
    );
  if (language === null && /^https?:\/\//.test(text))
    return (
      <a href={text} rel="noreferrer">
        {text}
      </a>
    );
  const content = count === 0 ? text : withMarks(text, id, count);
  return lang ? <span lang={lang}>{content}</span> : <>{content}</>;
}

/** Makes links of the marks in a text: `[1, 2]` leads to the first and to the second citation. */
function withMarks(text: string, id: string, count: number) {
  return text.split(/(\[\d+(?:, \d+)*\])/).map((piece, index) => {
    const numbers = piece.match(/\d+/g) ?? [];
    if (index % 2 === 0 || numbers.some((number) => Number(number) > count)) return piece;
    return (
      <span class="marks">
        [
        {numbers.map((number, place) => (
          <>
            {place > 0 && ', '}
            <a href={`#${id}-${number}`}>{number}</a>
          </>
        ))}
        ]
      </span>
    );
  });
}
