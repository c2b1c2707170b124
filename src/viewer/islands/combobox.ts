/**
 * Search as you type, by the combobox pattern with a list that opens below
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). A field with `data-combobox="page"` leads to the
 * page of the chosen entity; with `data-combobox="slug"` it takes the slug of the entity as its value.
 */

const FEWEST_LETTERS = 2;
const MOST_OPTIONS = 8;
/** Milliseconds without a key until the service is asked. */
const PAUSE = 150;

/** Makes comboboxes of the fields that are none yet. */
export function startComboboxes(): void {
  const fields = document.querySelectorAll<HTMLInputElement>(
    'input[data-combobox]:not([role=combobox])',
  );
  for (const field of fields) new Combobox(field);
}

class Combobox {
  private readonly list = document.createElement('ul');
  private readonly status = document.createElement('span');
  private active = -1;
  private timer = 0;
  private asking = new AbortController();

  constructor(private readonly input: HTMLInputElement) {
    this.list.id = `${input.id}-list`;
    this.list.className = 'options';
    this.list.role = 'listbox';
    this.list.ariaLabel = input.labels?.[0]?.textContent ?? input.placeholder;
    this.status.className = 'hidden';
    this.status.role = 'status';
    input.role = 'combobox';
    input.ariaAutoComplete = 'list';
    input.setAttribute('aria-controls', this.list.id);
    input.after(this.list, this.status);
    this.close();
    input.addEventListener('input', () => {
      this.askLater();
    });
    input.addEventListener('keydown', (event) => {
      this.onKey(event);
    });
    input.addEventListener('blur', () => {
      this.close();
    });
    // Before the field loses the focus.
    this.list.addEventListener('pointerdown', (event) => {
      event.preventDefault();
    });
    this.list.addEventListener('click', (event) => {
      const option = (event.target as Element).closest<HTMLElement>('[role=option]');
      if (option) this.choose(option);
    });
  }

  private get options(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>('[role=option]')];
  }

  private close(): void {
    window.clearTimeout(this.timer);
    this.asking.abort();
    this.list.hidden = true;
    this.list.replaceChildren();
    this.input.ariaExpanded = 'false';
    this.setActive(-1);
  }

  private askLater(): void {
    this.close();
    const text = this.input.value.trim();
    this.status.textContent = '';
    if ([...text].length < FEWEST_LETTERS) return;
    this.timer = window.setTimeout(() => void this.ask(text), PAUSE);
  }

  private async ask(text: string): Promise<void> {
    this.asking = new AbortController();
    const { signal } = this.asking;
    try {
      const response = await fetch(addressOfSearch(text), { signal });
      const html = await response.text();
      if (!signal.aborted && response.ok) this.show(optionsOf(html, this.list.id));
    } catch {
      // The form is still there, which says what is wrong.
      if (!signal.aborted) this.close();
    }
  }

  private show(options: readonly HTMLElement[]): void {
    const { found = '', none = '' } = this.input.dataset;
    this.status.textContent =
      options.length === 0 ? none : found.replace('{count}', String(options.length));
    if (options.length === 0) return;
    this.list.replaceChildren(...options);
    this.list.hidden = false;
    this.input.ariaExpanded = 'true';
    this.setActive(0);
  }

  private setActive(index: number): void {
    this.active = index;
    for (const [place, option] of this.options.entries()) {
      option.ariaSelected = String(place === index);
      if (place === index) option.scrollIntoView({ block: 'nearest' });
    }
    const id = this.options[index]?.id;
    if (id === undefined) this.input.removeAttribute('aria-activedescendant');
    else this.input.setAttribute('aria-activedescendant', id);
  }

  private onKey(event: KeyboardEvent): void {
    const { length } = this.options;
    if (event.key === 'Escape' && length > 0) this.close();
    else if (event.key === 'ArrowDown' && length > 0) this.setActive((this.active + 1) % length);
    else if (event.key === 'ArrowUp' && length > 0)
      this.setActive((this.active - 1 + length) % length);
    else if (event.key === 'Enter' && this.options[this.active])
      this.choose(this.options[this.active]);
    else return;
    event.preventDefault();
  }

  private choose(option: HTMLElement | undefined): void {
    const address = option?.dataset['href'];
    if (address === undefined) return;
    if (this.input.dataset['combobox'] === 'page') location.assign(address);
    else {
      this.input.value = slugIn(address);
      this.close();
    }
  }
}

/** Returns the address of the page of results, in the state in which this page is. */
function addressOfSearch(text: string): string {
  const parameters = new URLSearchParams({ q: text });
  const here = new URLSearchParams(location.search);
  for (const name of ['without', 'publishedUntil', 'lang', 'theme']) {
    const value = here.get(name);
    if (value !== null) parameters.set(name, value);
  }
  return `/search?${parameters}`;
}

/** Makes options of the first results of a page, with the words and languages that they have there. */
function optionsOf(html: string, listId: string): HTMLElement[] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const results = [...page.querySelectorAll('ol.results > li')].slice(0, MOST_OPTIONS);
  return results.flatMap((result, index) => {
    const link = result.querySelector('a');
    if (!link) return [];
    const option = document.createElement('li');
    option.role = 'option';
    option.id = `${listId}-${index}`;
    option.dataset['href'] = link.getAttribute('href') ?? '';
    const name = document.createElement('b');
    for (const { name: attribute, value } of link.attributes)
      if (attribute !== 'href') name.setAttribute(attribute, value);
    name.append(...link.childNodes);
    link.replaceWith(name);
    option.append(...[...result.childNodes].map((node) => document.importNode(node, true)));
    return [option];
  });
}

/** Returns the slug in the address of an entity's page. */
function slugIn(address: string): string {
  return new URL(address, location.href).pathname.split('/').pop() ?? '';
}
