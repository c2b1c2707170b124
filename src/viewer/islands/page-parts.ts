import { queryOf } from './address.js';

/** How long a change is waited for before the page says that it is under way. */
const BUSY_AFTER_MS = 300;

let latest = 0;

/** What the address of the page that is shown asks the service for. */
let asked = location.pathname + location.search;

/** The parameters that no canonical address has, in the order of addresses. */
const OF_THE_READER = ['theme', 'sel', 'pin'];

/** Shows what the reader goes back or forward to. Another place on the same page is shown already. */
export function followHistory(): void {
  window.addEventListener('popstate', () => {
    if (location.pathname + location.search !== asked) void showAddress(location.href, 'replace');
  });
}

/**
 * Shows the page of another address of the same view: what the service renders there takes the place
 * of what is shown, and the focus stays. The page that is shown stays until the new one is there.
 * @param history `push` for another question, `replace` for another selection.
 */
export async function showAddress(address: string, history: 'push' | 'replace'): Promise<void> {
  const read = withPins(address);
  await showParts(read, (page, isFound) => {
    const main = document.querySelector('main');
    const next = page.querySelector('main');
    if (!main || !next) throw new Error(`There is no page at ${address}.`);
    const shown = page.querySelector<HTMLLinkElement>('link[rel=canonical]')?.getAttribute('href');
    const to = addressOf(isFound && shown ? shown : read, read);
    asked = to.pathname + to.search;
    if (history === 'push') window.history.pushState(null, '', to);
    else window.history.replaceState(null, '', to);
    replaceParts(page, next, main);
    document.dispatchEvent(new CustomEvent('kenes:shown'));
  });
}

/** Shows only what the page of an address tells of its selection. All else stays. */
export async function showSheet(address: string): Promise<void> {
  asked = address;
  await showParts(address, (page) => {
    const sheet = page.querySelector('#sheet');
    document.querySelector('#sheet')?.replaceChildren(...(sheet?.childNodes ?? []));
  });
}

/** Reads a page and shows parts of it, unless another change is made meanwhile. */
async function showParts(
  address: string,
  show: (page: Document, isFound: boolean) => void,
): Promise<void> {
  const own = (latest += 1);
  const timer = setTimeout(() => setBusy(true), BUSY_AFTER_MS);
  try {
    const response = await fetch(address, { headers: { accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (own === latest) show(page, response.ok);
  } catch {
    location.assign(address); // The browser shows what is wrong.
  } finally {
    clearTimeout(timer);
    if (own === latest) setBusy(false);
  }
}

/** Returns an address with the pins of this page: the service knows those alone that it was asked with. */
function withPins(address: string): string {
  const to = new URL(address, location.href);
  if (to.pathname !== location.pathname) return address;
  const pins = new URLSearchParams(location.search).get('pin');
  to.searchParams.delete('pin');
  if (pins !== null) to.searchParams.append('pin', pins);
  to.search = queryOf(to.searchParams);
  return to.pathname + to.search;
}

/** Returns an address as the reader reads it: with those of her parameters that another one has. */
function addressOf(canonical: string, read: string): URL {
  const address = new URL(canonical, location.href);
  const { searchParams } = new URL(read, location.href);
  for (const name of OF_THE_READER) {
    const value = searchParams.get(name);
    if (value !== null) address.searchParams.set(name, value);
  }
  address.search = queryOf(address.searchParams);
  return address;
}

/** The parts of the frame that depend on the address. */
const FRAME = ['.languages', '.themes', 'header form', 'body > footer'];

function replaceParts(page: Document, next: HTMLElement, main: HTMLElement): void {
  const focused = document.activeElement?.id ?? '';
  const open = new Set([...document.querySelectorAll('details[id][open]')].map(({ id }) => id));
  const drawing = document.querySelector('.drawing');
  const scrolled = [drawing?.scrollLeft ?? 0, drawing?.scrollTop ?? 0] as const;
  document.title = page.title;
  main.replaceWith(next);
  for (const selector of FRAME) {
    const part = page.querySelector(selector);
    if (part) document.querySelector(selector)?.replaceWith(part);
  }
  for (const notice of document.querySelectorAll('body > .notice')) notice.remove();
  next.before(...page.querySelectorAll('body > .notice'));
  for (const id of open) document.getElementById(id)?.setAttribute('open', '');
  document.querySelector('.drawing')?.scrollTo(...scrolled);
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

function setBusy(isBusy: boolean): void {
  document.documentElement.classList.toggle('busy', isBusy);
  document.querySelector('main')?.setAttribute('aria-busy', String(isBusy));
}
