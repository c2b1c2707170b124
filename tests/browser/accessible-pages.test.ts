import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  openBrowser,
  violationsOn,
  describeInOneBrowser,
  type BrowserOfService,
} from '../support/browser.js';
import { optionsOf } from '../support/reader.js';

const addresses = [
  ['/', 'ru'],
  ['/search?q=омбуд', 'kk'],
  ['/search?q=nobody-is-called-this', 'ru'],
  ['/e/ombudsman-kz', 'kk'],
  ['/e/conference-penitentiary-2025?without=kt-2025-12-11', 'ru'],
  ['/e/conference-penitentiary-2025?view=table', 'kk'],
  ['/e/nobody-is-called-this', 'ru'],
  ['/e/ombudsman-kz?roles=NONE', 'kk'],
  ['/r/ombudsman-kz~PARTICIPATED_IN~conference-penitentiary-2025~ORGANIZER', 'ru'],
  ['/s/kt-2025-12-11', 'kk'],
  ['/paths', 'ru'],
  ['/paths?from=ombudsman-kz&to=undp-kazakhstan', 'kk'],
  ['/e/npm/positions?event=conference-penitentiary-2025', 'ru'],
  ['/disagreements', 'kk'],
  ['/claims?maxOrigins=1', 'ru'],
  ['/network?center=npm,opcat', 'kk'],
  ['/network?center=npm,opcat&view=web', 'ru'],
  ['/documents/kt-2025-12-11', 'kk'],
  ['/about', 'ru'],
] as const;

describeInOneBrowser('a page in a browser, on $name,', (engine) => {
  let browser: BrowserOfService;
  beforeAll(async () => {
    browser = await openBrowser(engine);
  });
  afterAll(() => browser.close());

  const inLanguage = (address: string, language: string): string =>
    `${address}${address.includes('?') ? '&' : '?'}lang=${language}`;

  describe.each(addresses)('%s', (address, other) => {
    it.each([
      ['en', 'light'],
      [other, 'dark'],
    ] as const)('has no fault that axe finds, in %s, %s', async (language, colorScheme) => {
      const page = await browser.open(inLanguage(address, language), { colorScheme });
      expect(await violationsOn(page)).toEqual([]);
      await page.context().close();
    });

    it('is as wide as a phone, in Kazakh, and has no fault there', async () => {
      const page = await browser.open(inLanguage(address, 'kk'), optionsOf('touch'));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      expect(await violationsOn(page)).toEqual([]);
      await page.context().close();
    });
  });
});
