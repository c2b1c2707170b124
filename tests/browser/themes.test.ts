import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openBrowser, describeInOneBrowser, type BrowserOfService } from '../support/browser.js';
import { Reader } from '../support/reader.js';

const PAPER = { light: 'rgb(253, 252, 249)', dark: 'rgb(21, 24, 29)' } as const;
const INK = { light: 'rgb(27, 28, 32)', dark: 'rgb(232, 230, 225)' } as const;

const languages = [
  ['en', 'Light', 'Dark', 'Same as your system'],
  ['ru', 'Светлое', 'Тёмное', 'Как в системе'],
  ['kk', 'Ашық', 'Қараңғы', 'Жүйедегідей'],
] as const;

const paperOf = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const inkOf = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.body).color);

describeInOneBrowser('the choice of light or dark, on $name,', (engine) => {
  let browser: BrowserOfService;
  beforeAll(async () => {
    browser = await openBrowser(engine);
  });
  afterAll(() => browser.close());

  describe.each(languages)('in %s,', (lang, light, dark, system) => {
    it.each(['light', 'dark'] as const)(
      'needs no script, stays from page to page, and is taken back, on a system that is %s',
      async (colorScheme) => {
        const options = { colorScheme, javaScriptEnabled: false };
        const page = await browser.open(`/?lang=${lang}`, options);
        const choose = (name: string) =>
          page.getByRole('banner').getByRole('link', { name, exact: true }).click();
        const state = () => page.getAttribute('html', 'data-theme');
        expect(await state()).toBeNull();
        await choose(dark);
        expect(await state()).toBe('dark');
        await page.click('footer a');
        expect(await state()).toBe('dark');
        await choose(light);
        expect(await state()).toBe('light');
        await choose(system);
        expect(await state()).toBeNull();
        expect(page.url()).not.toContain('theme');
        await page.context().close();
      },
    );
  });

  it.each(['light', 'dark'] as const)('wins over a system that is %s', async (colorScheme) => {
    const page = await browser.open('/about', { colorScheme });
    expect(await paperOf(page)).toBe(PAPER[colorScheme]);
    const other = colorScheme === 'light' ? 'dark' : 'light';
    const chosen = await browser.open(`/about?theme=${other}`, { colorScheme });
    expect(await paperOf(chosen)).toBe(PAPER[other]);
    expect(await chosen.locator('.themes [aria-current]').count()).toBe(1);
  });

  it('is made by the keyboard', async () => {
    const page = await browser.open('/e/ombudsman-kz?lang=en');
    await new Reader(page, 'keyboard').use('.themes a[href*="theme=dark"]');
    await page.waitForURL('**/e/ombudsman-kz?lang=en&theme=dark');
    expect(await paperOf(page)).toBe(PAPER.dark);
  });

  it('does not reach paper, on which everything is dark on light', async () => {
    const page = await browser.open('/about?theme=dark');
    expect(await inkOf(page)).toBe(INK.dark);
    await page.emulateMedia({ media: 'print' });
    expect(await inkOf(page)).toBe(INK.light);
  });
});
