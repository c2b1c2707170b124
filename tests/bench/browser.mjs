/** What a browser takes for a page. */
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** Where systems have Chromium. `KENES_TEST_CHROMIUM` names another one. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Time for what a page loads after its first paint, such as the web. */
const LATE_MS = 2_000;

/**
 * Starts Chromium, which draws with WebGL in software.
 *
 * @throws if there is no Chromium
 */
export async function openBrowser() {
  const executablePath = process.env.KENES_TEST_CHROMIUM ?? PLACES.find((file) => existsSync(file));
  if (!executablePath)
    throw new Error('There is no Chromium: install it, or name it in KENES_TEST_CHROMIUM.');
  const args = ['--no-sandbox', '--disable-background-networking', '--enable-unsafe-swiftshader'];
  return chromium.launch({ executablePath, args });
}

/**
 * Opens a page as one who was never there.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @returns {Promise<{ firstPaint: number, largestPaint: number, paths: string[] }>} milliseconds
 *   from the start to the first paint with content and to that of the largest part, and the paths of
 *   all that the page loads, its own first
 */
export async function openPage(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForTimeout(LATE_MS);
    return await page.evaluate(readTimings);
  } finally {
    await context.close();
  }
}

/** Runs in the page. https://www.w3.org/TR/paint-timing/, https://www.w3.org/TR/largest-contentful-paint/ */
async function readTimings() {
  const largest = new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime));
    observer.observe({ type: 'largest-contentful-paint', buffered: true });
  });
  const [first] = performance.getEntriesByName('first-contentful-paint');
  const loaded = ['navigation', 'resource'].flatMap((type) => performance.getEntriesByType(type));
  const addresses = loaded.map(({ name }) => new URL(name)).filter(({ host }) => host !== '');
  return {
    firstPaint: first.startTime,
    largestPaint: await largest,
    paths: [...new Set(addresses.map(({ pathname, search }) => pathname + search))],
  };
}
