import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  openBrowser,
  violationsOn,
  describeInOneBrowser,
  type BrowserOfService,
} from '../support/browser.js';

const CONFERENCE = '/e/conference-penitentiary-2025';

describeInOneBrowser('the page of an entity in a browser, on $name,', (engine) => {
  let browser: BrowserOfService;
  beforeAll(async () => {
    browser = await openBrowser(engine);
  });
  afterAll(() => browser.close());

  it('selects what is clicked in the picture, and its address says so', async () => {
    const page = await browser.open(`${CONFERENCE}?lang=ru`);
    await page.click('.row[data-slug=npm]');
    await page.waitForSelector('#sheet h2');
    expect(new URL(page.url()).search).toBe('?lang=ru&sel=npm');
    const lit = await page.locator('.row.lit[data-side=left]').allTextContents();
    expect(lit).toHaveLength(4);
    expect(await page.textContent('#sheet')).toContain('5 высказываний');
  });

  it('shows the same in a fresh browser at the address that it has then', async () => {
    const page = await browser.open(CONFERENCE);
    await page.uncheck('#type-TOPIC');
    await page.waitForFunction(() => !document.querySelector('.row[data-slug=npm]'));
    const address = page.url().slice(browser.origin.length);
    expect(address).toContain('entityTypes=');
    const fresh = await browser.open(address);
    expect(await fresh.innerHTML('#drawing')).toBe(await page.innerHTML('#drawing'));
  });

  it('goes back and forward through the questions that were asked', async () => {
    const page = await browser.open(CONFERENCE);
    const before = await page.innerHTML('#drawing');
    await page.click('#more-conditions summary');
    await page.selectOption('#minOrigins', '2');
    await page.waitForSelector('.chips');
    await page.goBack();
    await page.waitForSelector('.chips', { state: 'detached' });
    expect(await page.innerHTML('#drawing')).toBe(before);
    await page.goForward();
    await page.waitForSelector('.chips');
  });

  it('has one stop of the Tab key for the picture, within which arrow keys move', async () => {
    const page = await browser.open(CONFERENCE);
    await page.waitForSelector('.with-script .row[tabindex="0"]');
    await page.focus('.row[tabindex="0"]');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-slug'));
    const first = await focused();
    await page.keyboard.press('ArrowDown');
    expect(await focused()).not.toBe(first);
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe(first);
    await page.keyboard.press('ArrowRight');
    const side = await page.evaluate(() => document.activeElement?.getAttribute('data-side'));
    expect(side).toBe('right');
    await page.keyboard.press('Space');
    await page.waitForSelector('#sheet h2');
    await page.keyboard.press('Escape');
    await page.waitForSelector('#sheet h2', { state: 'detached' });
    expect(await page.locator('.ladder [tabindex="0"]').count()).toBe(1);
  });

  it('needs at most 12 presses of the Tab key to reach the picture', async () => {
    const page = await browser.open(CONFERENCE);
    await page.waitForSelector('.with-script .row[tabindex="0"]');
    let presses = 0;
    const isThere = () => page.evaluate(() => document.activeElement?.closest('.ladder') != null);
    while (!(await isThere()) && presses <= 12) {
      await page.keyboard.press('Tab');
      presses += 1;
      if ((await page.locator('a.skip[href="#drawing"]:focus').count()) > 0)
        await page.keyboard.press('Enter');
    }
    expect(presses).toBeLessThanOrEqual(12);
  });

  it.each([
    ['', 'light'],
    ['?lang=ru', 'dark'],
    ['?lang=kk&sel=npm', 'light'],
    ['?view=table&during=2025', 'dark'],
  ] as const)('has no fault that axe finds: %s, %s', async (query, colorScheme) => {
    const page = await browser.open(`${CONFERENCE}${query}`, { colorScheme });
    expect(await violationsOn(page)).toEqual([]);
  });

  it('is wholly there without a script', async () => {
    const page = await browser.open(CONFERENCE, { javaScriptEnabled: false });
    expect(await page.locator('.ladder .row').count()).toBe(53);
    await page.click('#more-conditions summary');
    await page.selectOption('#minOrigins', '2');
    await page.click('.apply');
    expect(await page.locator('.chips li').count()).toBe(1);
  });

  it('neither breaks its policy nor asks anybody else', () => {
    expect(browser.complaints).toEqual([]);
    expect(browser.foreign).toEqual([]);
  });
});
