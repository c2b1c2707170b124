import { followHistory, showAddress } from './page-parts.js';

/** Applies each change of a filter at once, without loading the page anew. */
export function followFilters(): void {
  document.addEventListener('change', ({ target }) => {
    const form =
      target instanceof Element ? target.closest<HTMLFormElement>('form[data-filter]') : null;
    if (form) void showAddress(addressOf(form), 'push');
  });
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.matches('[data-filter]')) return;
    event.preventDefault();
    void showAddress(addressOf(form), 'push');
  });
  document.addEventListener('click', (event) => {
    if (!isPlain(event) || !(event.target instanceof Element)) return;
    const link = event.target.closest('.chips a, .views a, .years a, th a');
    const address = link?.getAttribute('href');
    if (!address) return;
    event.preventDefault();
    void showAddress(address, 'push');
  });
  followHistory();
}

/** Whether a click is one that follows a link in the same tab. */
export function isPlain({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;
}

/** Returns the address that the form asks for. That all types are checked is no condition. */
function addressOf(form: HTMLFormElement): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value !== '') parameters.append(name, value);
  }
  const types = form.querySelectorAll('[name=entityTypes]');
  if (parameters.getAll('entityTypes').length === types.length) parameters.delete('entityTypes');
  const query = String(parameters);
  const path = form.getAttribute('action') ?? location.pathname;
  return query ? `${path}?${query}` : path;
}
