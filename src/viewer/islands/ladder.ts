import { isPlain } from './filters.js';
import { select } from './selection.js';

/**
 * Makes a picture one stop of the Tab key, within which arrow keys move: up and down from row to row,
 * left and right to the other side, `e` to the next line of a row, `≠` (or `=`) to the next contested
 * line. Space and a click select, Enter opens, Escape clears.
 */
export function operatePicture(): void {
  prepare();
  document.addEventListener('kenes:shown', prepare);
  document.addEventListener('click', (event) => {
    if (!isPlain(event) || !(event.target instanceof Element)) return;
    const drawn = event.target.closest('.ladder .row:not(.more), .ladder .line');
    const close = event.target.closest('.sheet .close');
    // A key that activates a link is a click without a place.
    if (close || (drawn && event.detail > 0)) {
      event.preventDefault();
      void selectDrawn(drawn);
    }
  });
  document.addEventListener('keydown', (event) => {
    const picture = event.target instanceof Element ? event.target.closest('.ladder') : null;
    if (!picture || event.ctrlKey || event.metaKey || event.altKey) return;
    const current = document.activeElement;
    if (event.key === ' ') void selectDrawn(current);
    else if (event.key === 'Escape') void selectDrawn(null);
    else {
      const next = nextOf(picture, current, event.key);
      if (!next) return;
      moveTo(picture, next);
    }
    event.preventDefault();
  });
}

/** Lets the Tab key stop at the picture once: at what is selected, else at its first row. */
function prepare(): void {
  for (const picture of document.querySelectorAll('.ladder')) {
    const selected = picture.getAttribute('data-selected');
    const stop =
      [...stopsOf(picture)].find((one) => nameOf(one) === selected) ??
      picture.querySelector('.row');
    stop?.setAttribute('tabindex', '0');
  }
}

function stopsOf(picture: Element): NodeListOf<SVGAElement> {
  return picture.querySelectorAll<SVGAElement>('.row, .line');
}

/** Returns the slug of a row, or the key of a line. */
function nameOf(drawn: Element | null): string | null {
  if (!drawn) return null;
  return (
    drawn.getAttribute('data-slug') ??
    drawn.querySelector('[data-key]')?.getAttribute('data-key') ??
    null
  );
}

async function selectDrawn(drawn: Element | null): Promise<void> {
  const name = nameOf(drawn);
  const hadFocus = document.activeElement?.closest('.ladder') != null;
  await select(name);
  if (!hadFocus) return;
  const next = [...document.querySelectorAll<SVGAElement>('.ladder .row, .ladder .line')];
  next.find((one) => nameOf(one) === name)?.focus({ preventScroll: true });
}

function moveTo(picture: Element, next: SVGAElement): void {
  for (const stop of stopsOf(picture)) stop.setAttribute('tabindex', '-1');
  next.setAttribute('tabindex', '0');
  next.focus();
}

function nextOf(picture: Element, current: Element | null, key: string): SVGAElement | undefined {
  const rows = [...picture.querySelectorAll<SVGAElement>('.row')];
  const lines = [...picture.querySelectorAll<SVGAElement>('.line')];
  const row = rowOf(current, rows);
  if (key === 'e')
    return after(
      lines.filter((line) => touches(line, row)),
      current,
    );
  if (key === '≠' || key === '=') {
    return after(
      lines.filter((line) => line.querySelector('.contest')),
      current,
    );
  }
  if (!row) return rows[0];
  const side = rows.filter((one) => one.dataset['side'] === row.dataset['side']);
  const index = side.indexOf(row);
  if (key === 'ArrowDown') return side[index + 1] ?? side[0];
  if (key === 'ArrowUp') return side.at(index - 1);
  if (key === 'Home') return side[0];
  if (key === 'End') return side.at(-1);
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
  const other = rows.filter((one) => one.dataset['side'] !== row.dataset['side']);
  return other[Math.min(index, other.length - 1)];
}

/** Returns the row that has the focus, or the row of the line that has it. */
function rowOf(current: Element | null, rows: readonly SVGAElement[]): SVGAElement | undefined {
  return rows.find((row) => row === current || (current && touches(current, row)));
}

function touches(line: Element, row: SVGAElement | undefined): boolean {
  const path = line.querySelector('[data-key]');
  const slug = row?.getAttribute('data-slug');
  return (
    slug != null && [path?.getAttribute('data-from'), path?.getAttribute('data-to')].includes(slug)
  );
}

/** Returns the one after the current one, the first one after the last. */
function after(stops: readonly SVGAElement[], current: Element | null): SVGAElement | undefined {
  return stops[(stops.findIndex((one) => one === current) + 1) % stops.length];
}
