import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openBrowser, describeInOneBrowser, type BrowserOfService } from '../support/browser.js';
import { optionsOf } from '../support/reader.js';

const TABLE = '/e/conference-penitentiary-2025?view=table';

const addresses = [
  TABLE,
  '/e/ombudsman-kz?view=table',
  '/e/npm?view=table&sort=-date',
  '/network?center=npm,opcat&view=table',
  '/disagreements',
  '/claims?maxOrigins=1',
];

/** Returns what of the page and its tables is wider than the room for it. */
function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('.scrolled, table, tr, th, td')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map(({ outerHTML }) => outerHTML.slice(0, 200)),
  );
}

/** Returns how the first row of the table is laid out: `table-row` if it has columns. */
function rowsOf(page: Page): Promise<string> {
  return page
    .locator('.stacked tbody tr')
    .first()
    .evaluate((row) => getComputedStyle(row).display);
}

describeInOneBrowser('a table on a phone, on $name,', (engine) => {
  let browser: BrowserOfService;
  beforeAll(async () => {
    browser = await openBrowser(engine);
  });
  afterAll(() => browser.close());

  describe.each(addresses)('at %s,', (address) => {
    it.each(['en', 'ru', 'kk'])(
      'is cut nowhere and does not scroll sideways, in %s',
      async (lang) => {
        const to = `${address}${address.includes('?') ? '&' : '?'}lang=${lang}`;
        const page = await browser.open(to, optionsOf('touch'));
        expect(await tooWide(page)).toEqual([]);
        await page.context().close();
      },
    );
  });

  it('names the column before each value, and sorts by it all the same', async () => {
    const page = await browser.open(`${TABLE}&lang=en`, optionsOf('touch'));
    const cells = page.locator('tbody tr').first().locator('td');
    expect(
      await cells.evaluateAll((all) =>
        all.map((cell) => [
          cell.dataset['label'],
          getComputedStyle(cell, '::before').content !== 'none',
        ]),
      ),
    ).toEqual((await page.locator('th').allTextContents()).map((head) => [head, true]));
    await page.locator('th a', { hasText: 'With' }).tap();
    await page.waitForURL(/sort=name/);
    expect(await page.locator('th[aria-sort=ascending]').textContent()).toBe('With');
  });

  it('says before each side of a disagreement which one it is', async () => {
    const page = await browser.open('/disagreements?lang=en', optionsOf('touch'));
    const heads = await page.locator('thead th').allTextContents();
    const cells = page.locator('tbody').first().locator('tr').first().locator('td');
    expect(
      await cells.evaluateAll((all) =>
        all.map((cell) => getComputedStyle(cell, '::before').content),
      ),
    ).toEqual(heads.slice(1).map((head) => `"${head}"`));
  });

  it('has its columns on a wide screen and on paper', async () => {
    const wide = await browser.open(TABLE);
    expect(await rowsOf(wide)).toBe('table-row');
    const phone = await browser.open(TABLE, optionsOf('touch'));
    expect(await rowsOf(phone)).toBe('block');
    await phone.emulateMedia({ media: 'print' });
    expect(await rowsOf(phone)).toBe('table-row');
  });
});
