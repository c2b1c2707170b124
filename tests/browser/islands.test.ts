import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openBrowser, describeInOneBrowser, type BrowserOfService } from '../support/browser.js';

const PATHS = '/paths?from=ombudsman-kz&to=undp-kazakhstan&lang=en';

describeInOneBrowser('the script of pages, on $name,', (engine) => {
  let browser: BrowserOfService;
  beforeAll(async () => {
    browser = await openBrowser(engine);
  });
  afterAll(() => browser.close());

  it('searches while one types, and leads to what Enter chooses', async () => {
    const page = await browser.open('/?lang=en');
    await page.fill('#search-home', 'омбуд');
    const options = page.locator('#search-home-list [role=option]');
    await options.first().waitFor();
    expect(await options.first().getAttribute('aria-selected')).toBe('true');
    // The name that matched is in another language than the page.
    expect(await options.first().locator('.match [lang=ru]').first().textContent()).toMatch(
      /омбуд/i,
    );
    await page.press('#search-home', 'ArrowDown');
    expect(await page.getAttribute('#search-home', 'aria-activedescendant')).toBe(
      await options.nth(1).getAttribute('id'),
    );
    await page.press('#search-home', 'ArrowUp');
    await page.press('#search-home', 'Enter');
    await page.waitForURL('**/e/ombudsman-kz?lang=en');
  });

  it('closes the list of names by Escape, and keeps what was typed', async () => {
    const page = await browser.open('/about?lang=en');
    await page.fill('#q', 'омбуд');
    await page.locator('#q-list [role=option]').first().waitFor();
    await page.press('#q', 'Escape');
    await page.locator('#q-list').waitFor({ state: 'hidden' });
    expect(await page.inputValue('#q')).toBe('омбуд');
    expect(await page.getAttribute('#q', 'aria-expanded')).toBe('false');
  });

  it.each([
    [PATHS, '#route-1 .copy', /^The .+ \[1\].+\n1\. UNDP Kazakhstan, .+https/s],
    ['/r/matilda-bogner~MADE~st-bogner-npm?lang=en', 'main .copy', /^.+\n1\. .+\nKenes, /s],
  ])('copies a text with its sources: %s', async (address, button, copied) => {
    const page = await browser.open(address, {
      permissions: ['clipboard-write', 'clipboard-read'],
    });
    await page.click(button);
    await page.locator(button, { hasText: 'Copied' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(copied);
  });

  it('offers copies after a filter was changed, too', async () => {
    const page = await browser.open(PATHS);
    await page.click('#more-conditions summary');
    await page.selectOption('#minPublishers', '2');
    await page.locator('.chips li').waitFor();
    expect(await page.locator('.routes .copy').count()).toBe(1);
  });

  it('keeps the theme of the address where a filter changes', async () => {
    const page = await browser.open('/e/ombudsman-kz?lang=en&theme=dark');
    await page.click('#more-conditions summary');
    await page.check('#certainly-true');
    await page.locator('.chips li').waitFor();
    expect(new URL(page.url()).search).toBe('?certainly=true&lang=en&theme=dark');
  });

  it('takes back what was set aside everywhere on the page', async () => {
    const page = await browser.open('/e/ombudsman-kz?without=kt-2025-12-11&lang=en');
    expect(await page.locator('.set-aside').count()).toBe(1);
    await page.click('.chips a');
    await page.locator('.set-aside').waitFor({ state: 'detached' });
    expect(await page.locator('header [name=without]').count()).toBe(0);
  });

  it('keeps the address of a place on the page', async () => {
    const page = await browser.open('/s/kt-2025-12-11?lang=en');
    await page.locator('.ruler a').last().click();
    await page.locator('.passages > li:target').waitFor();
    await page.goBack();
    await page.locator('.passages > li:target').waitFor({ state: 'detached' });
    await page.goForward();
    await page.locator('.passages > li:target').waitFor();
    expect(new URL(page.url()).hash).toMatch(/^#c\d+$/);
  });

  it('neither breaks the policy of pages nor asks anybody else', () => {
    expect(browser.complaints).toEqual([]);
    expect(browser.foreign).toEqual([]);
  });
});
