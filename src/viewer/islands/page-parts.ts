/** How long a change is waited for before the page says that it is under way. */
const BUSY_AFTER_MS = 300;

let latest = 0;

/**
 * Shows the page of another address of the same view: what the service renders there takes the place
 * of what is shown, and the focus stays. The page that is shown stays until the new one is there.
 * @param history `push` for another question, `replace` for another selection.
 */
export async function showAddress(address: string, history: 'push' | 'replace'): Promise<void> {
  const own = (latest += 1);
  const main = document.querySelector('main');
  const timer = setTimeout(() => setBusy(true), BUSY_AFTER_MS);
  try {
    const response = await fetch(address, { headers: { accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (own !== latest) return; // A later change has been made.
    const next = page.querySelector('main');
    if (!main || !next) throw new Error(`There is no page at ${address}.`);
    const shown = page.querySelector<HTMLLinkElement>('link[rel=canonical]')?.getAttribute('href');
    const selected = new URL(address, location.href).searchParams.get('sel');
    const to = new URL(response.ok && shown ? shown : address, location.href);
    if (selected !== null) to.searchParams.set('sel', selected);
    if (history === 'push') window.history.pushState(null, '', to);
    else window.history.replaceState(null, '', to);
    replaceParts(page, next, main);
    document.dispatchEvent(new CustomEvent('kenes:shown'));
  } catch {
    location.assign(address); // The browser shows what is wrong.
  } finally {
    clearTimeout(timer);
    if (own === latest) setBusy(false);
  }
}

/** The parts of the frame that depend on the address. */
const FRAME = ['.languages', 'body > footer', 'header form'];

function replaceParts(page: Document, next: HTMLElement, main: HTMLElement): void {
  const focused = document.activeElement?.id ?? '';
  const open = new Set([...document.querySelectorAll('details[id][open]')].map(({ id }) => id));
  const closed = [...document.querySelectorAll('details[id]:not([open])')].map(({ id }) => id);
  const drawing = document.querySelector('.drawing');
  const scrolled = [drawing?.scrollLeft ?? 0, drawing?.scrollTop ?? 0] as const;
  document.title = page.title;
  main.replaceWith(next);
  for (const selector of FRAME) {
    const part = page.querySelector(selector);
    if (part && selector !== 'header form') document.querySelector(selector)?.replaceWith(part);
  }
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  for (const id of closed) document.getElementById(id)?.removeAttribute('open');
  document.querySelector('.drawing')?.scrollTo(...scrolled);
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

function setBusy(isBusy: boolean): void {
  document.documentElement.classList.toggle('busy', isBusy);
  document.querySelector('main')?.setAttribute('aria-busy', String(isBusy));
}
