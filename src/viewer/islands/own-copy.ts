import { checkCopy, decodeCopy, type CheckedPassage, type Selector } from './passage-check.js';

/** The words of the page for the check; see `Texts.ownCopy.words`. */
interface Words {
  readonly result: string;
  readonly same: string;
  readonly other: string;
  readonly lineEnds: string;
  readonly mark: string;
  readonly unreadable: string;
}

/**
 * Lets readers check the passages of a source against their own copy. The file is read in the
 * browser, and nothing is sent.
 */
export function startOwnCopy(): void {
  const section = document.querySelector<HTMLElement>('.own-copy');
  const input = section?.querySelector('input');
  if (!section || !input) return;
  section.hidden = false;
  const selectors = JSON.parse(section.dataset['passages'] ?? '[]') as Selector[];
  const words = JSON.parse(section.dataset['words'] ?? '{}') as Words;
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file) void check(section, file, selectors, words);
  });
}

async function check(
  section: HTMLElement,
  file: File,
  selectors: readonly Selector[],
  words: Words,
): Promise<void> {
  const copy = decodeCopy(await file.arrayBuffer());
  const checked = copy && (await checkCopy(copy.text, selectors));
  const passages = checked?.passages ?? [];
  showVerdicts(passages, words);
  showResult(section, [
    checked ? resultText(passages, words) : words.unreadable,
    ...(copy?.hadMark ? [words.mark] : []),
    ...(checked?.isWithPlainLines ? [words.lineEnds] : []),
  ]);
  showText(section, checked?.points ?? [], passages);
}

function resultText(checked: readonly CheckedPassage[], { result }: Words): string {
  const good = checked.filter(({ isSame }) => isSame).length;
  const mark = good === checked.length ? '✓' : '✗';
  return `${mark} ${result.replace('{good}', String(good)).replace('{all}', String(checked.length))}`;
}

function showResult(section: HTMLElement, lines: readonly string[]): void {
  const result = section.querySelector('.result');
  result?.replaceChildren(...lines.flatMap((line) => [line, document.createElement('br')]));
}

/** Marks each passage in the list, and its band in the ruler, as the same or another one. */
function showVerdicts(checked: readonly CheckedPassage[], words: Words): void {
  for (const verdict of document.querySelectorAll('.passages .verdict')) verdict.textContent = '';
  for (const { start, end, isSame } of checked) {
    const name = `${start}-${end}`;
    const verdict = document.querySelector(`[data-passage="${name}"] .verdict`);
    if (verdict) {
      verdict.textContent = isSame ? `✓ ${words.same}` : `✗ ${words.other}`;
      verdict.className = `verdict ${isSame ? 'good' : 'bad'}`;
    }
    const band = document.querySelector(`.ruler [data-start="${start}"][data-end="${end}"]`);
    band?.setAttribute('data-verdict', isSame ? 'good' : 'bad');
  }
}

/** Shows the text of the copy, in which passages are marked; they may overlap. */
function showText(
  section: HTMLElement,
  points: readonly string[],
  checked: readonly CheckedPassage[],
): void {
  const text = section.querySelector<HTMLElement>('.own-text');
  if (!text) return;
  text.hidden = points.length === 0;
  const edges = checked.flatMap(({ start, end }) => [start, end]);
  const cuts = [...new Set([0, ...edges, points.length])]
    .filter((cut) => cut <= points.length)
    .sort((one, other) => one - other);
  const pieces = cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? from;
    const over = checked.filter(({ start, end }) => start <= from && end >= to);
    const isSame = over.every((passage) => passage.isSame);
    return pieceOf(points.slice(from, to).join(''), over.length > 0, isSame);
  });
  text.replaceChildren(...pieces);
}

function pieceOf(text: string, isPassage: boolean, isSame: boolean): Node {
  if (!isPassage) return document.createTextNode(text);
  const mark = document.createElement('mark');
  mark.textContent = text;
  if (!isSame) mark.className = 'bad';
  return mark;
}
