import type { PartsFragment } from '../queries.js';
import { entityPath, type View } from '../view.js';
import { foreign } from './names.js';

interface ExplanationProps {
  readonly parts: readonly PartsFragment[];
  /** What the anchors of its citations begin with. */
  readonly id: string;
  readonly view: View;
}

/** The explanation of a route: a paragraph, whose numbers lead to the citations below it. */
export function Explanation({ parts, id, view }: ExplanationProps) {
  const [paragraph = [], ...citations] = linesOf(parts);
  return (
    <>
      <p
        class="explanation"
        id={`${id}-text`}
        data-copy={view.t.citing.copy}
        data-copied={view.t.citing.copied}
        data-copy-from={`#${id}-text, [id^="${id}-"][data-citation]`}
      >
        {paragraph.map((part) => (
          <Part part={part} id={id} count={citations.length} view={view} />
        ))}
      </p>
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

/** Divides the parts into lines. Empty lines are left out. */
function linesOf(parts: readonly PartsFragment[]): PartsFragment[][] {
  const lines: PartsFragment[][] = [[]];
  for (const part of parts) {
    const [first = '', ...more] = part.text.split(/\n+/);
    if (first !== '') lines.at(-1)?.push({ ...part, text: first });
    for (const text of more) lines.push(text === '' ? [] : [{ ...part, text }]);
  }
  return lines.filter((line) => line.length > 0);
}

/** Leaves out the number of a citation, which the list brings. */
function withoutNumber([first, ...more]: readonly PartsFragment[]): PartsFragment[] {
  return first ? [{ ...first, text: first.text.replace(/^\[\d+\] /, '') }, ...more] : more;
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
