import type { BrowserContextOptions, Locator, Page } from 'playwright-core';

/** How a reader operates a page. */
export type Hand = 'mouse' | 'keyboard' | 'touch';

/** What the browser of a reader is like. */
export function optionsOf(hand: Hand): BrowserContextOptions {
  return hand === 'touch'
    ? { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } }
    : {};
}

/** What the Tab key may stop at. */
const STOPS = 'a[href], button, input, select, textarea, summary, [tabindex]';

/** Someone who operates a page by one hand alone. */
export class Reader {
  constructor(
    readonly page: Page,
    private readonly hand: Hand,
  ) {}

  /** Follows a link, presses a button, opens what is folded, or turns a check box. */
  async use(selector: string): Promise<void> {
    const target = this.page.locator(selector).first();
    if (this.hand === 'mouse') await target.click();
    else if (this.hand === 'touch') await target.tap();
    else {
      await this.tabTo(target);
      const isCheck = (await target.getAttribute('type')) === 'checkbox';
      await this.page.keyboard.press(isCheck ? 'Space' : 'Enter');
    }
  }

  /** Selects a row of the picture. */
  async select(slug: string): Promise<void> {
    const row = this.page.locator(`.row[data-slug="${slug}"]`);
    if (this.hand !== 'keyboard') return this.use(`.row[data-slug="${slug}"]`);
    await this.tabTo(this.page.locator('.ladder [tabindex="0"]'));
    const side = await row.getAttribute('data-side');
    const rows = await this.page.locator(`.row[data-side="${side}"]`).count();
    if ((await this.page.locator(`:focus[data-side="${side}"]`).count()) === 0)
      await this.page.keyboard.press('ArrowRight');
    for (let presses = 0; presses < rows && !(await isFocused(row)); presses++)
      await this.page.keyboard.press('ArrowDown');
    return this.page.keyboard.press('Space');
  }

  /** Writes a text into a field. */
  async write(selector: string, text: string): Promise<void> {
    const field = this.page.locator(selector);
    if (this.hand === 'mouse') await field.click();
    else if (this.hand === 'touch') await field.tap();
    else await this.tabTo(field);
    await this.page.keyboard.insertText(text);
  }

  /** Chooses a number in a list of “any, ≥ 1, ≥ 2, …”, of which each change is applied at once. */
  async choose(name: string, number: number): Promise<void> {
    const list = this.page.locator(`select[name=${name}]`);
    if (this.hand !== 'keyboard') await list.selectOption(String(number));
    else {
      await this.tabTo(list);
      for (let chosen = 1; chosen <= number; chosen++) {
        await this.page.keyboard.press('ArrowDown');
        await this.page.waitForURL((url) => url.searchParams.get(name) === String(chosen));
        await this.page.locator(`select[name=${name}]:focus`).waitFor();
      }
    }
    await this.page.waitForURL((url) => url.searchParams.get(name) === String(number));
  }

  /** Presses the Tab key at the stop before an element, which is to have the focus then. */
  private async tabTo(target: Locator): Promise<void> {
    // As if the reader had come as far as this: pages have hundreds of stops.
    await target.evaluate((element, selector) => {
      const stops = [...document.querySelectorAll<HTMLElement>(selector)].filter(
        (stop) => stop.tabIndex >= 0 && stop.checkVisibility({ visibilityProperty: true }),
      );
      const place = stops.indexOf(element as HTMLElement);
      if (place < 0) throw new Error(`The Tab key does not stop at ${element.outerHTML}`);
      (stops[place - 1] ?? document.body).focus();
    }, STOPS);
    await this.page.keyboard.press('Tab');
    if (!(await isFocused(target)))
      throw new Error(`The Tab key does not reach ${target.toString()}.`);
  }
}

function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}
