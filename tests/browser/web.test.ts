import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CDPSession, Page } from 'playwright-core';
import { describeInOneBrowser, openBrowser, type BrowserOfService } from '../support/browser.js';

const WEB = '/e/conference-penitentiary-2025?lang=en&view=web';

/** As high as the whole picture, so that no point of it has to be scrolled to. */
const SCREEN = { viewport: { width: 1440, height: 1700 } };
const FINGERS = { ...SCREEN, hasTouch: true };

interface Point {
  readonly x: number;
  readonly y: number;
}

describeInOneBrowser('the web, on $name,', (engine) => {
  let browser: BrowserOfService;
  beforeAll(async () => {
    browser = await openBrowser(engine, { webgl: true });
  });
  afterAll(() => browser.close());

  async function openWeb(address = WEB, options = SCREEN): Promise<Page> {
    const page = await browser.open(address, options);
    await page.locator('.web-words', { hasText: 'Drawn:' }).waitFor();
    return page;
  }

  /** Returns the place of a node that is not the centre, which is far from the edge of the web. */
  async function findNode(page: Page): Promise<Point> {
    const { x, y, width, height } = await boxOf(page);
    for (let down = 0.25; down < 0.45; down += 10 / height) {
      for (let right = 0.25; right < 0.75; right += 10 / width) {
        const point = { x: x + right * width, y: y + down * height };
        await page.mouse.move(point.x, point.y);
        if ((await page.locator('.web-canvas.over-node').count()) > 0) return point;
      }
    }
    throw new Error('There is no node where nodes are expected.');
  }

  it('settles, says how much it has, and has the legend of the ladder', async () => {
    const page = await openWeb();
    const said = await page.textContent('.web-words');
    expect(said).toMatch(/^Drawn: entities 5\d, lines \d\d\. A click or a tap selects a point\./);
    const ladder = await browser.open(WEB.replace('&view=web', ''));
    const legend = (shown: Page) => shown.locator('.legend li').allTextContents();
    expect(await legend(page)).toEqual(await legend(ladder));
    const { before, after } = await whileWaiting(page);
    expect(after.equals(before)).toBe(true);
  });

  it('has the colour of each type, of what is contested and of what was said', async () => {
    const page = await openWeb();
    const absent = await coloursAbsentFrom(page, [
      '--PERSON', '--ORGANIZATION', '--EVENT', '--TOPIC', '--INSTRUMENT', '--contest', '--line',
    ]); // prettier-ignore
    expect(absent).toEqual([]);
  });

  it('selects what is clicked, and its address selects the same anew', async () => {
    const page = await openWeb();
    const node = await findNode(page);
    await page.mouse.click(node.x, node.y);
    await page.locator('#sheet h2 a').waitFor();
    const selected = selectedIn(page);
    expect(await page.getAttribute('#sheet h2 a', 'href')).toBe(`/e/${selected}?lang=en`);
    expect(await page.locator('#sheet li').count()).toBeGreaterThan(0);
    const fresh = await openWeb(addressOf(page));
    expect(await fresh.innerHTML('#sheet')).toBe(await page.innerHTML('#sheet'));
    await page.click('#sheet .close');
    await page.locator('#sheet h2').waitFor({ state: 'detached' });
    expect(selectedIn(page)).toBe(null);
  });

  it('pins what is dragged: its address opens with the same places', async () => {
    const page = await openWeb();
    const node = await findNode(page);
    const to = { x: node.x + 60, y: node.y + 40 };
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 5 });
    await page.mouse.up();
    await page.waitForURL(/pin=/);
    expect(addressOf(page)).toMatch(/^[^?]+\?lang=en&view=web&pin=[a-z0-9-]+:-?[\d.]+:-?[\d.]+$/);
    expect(selectedIn(page)).toBe(null);
    await page.mouse.move(0, 0);
    const fresh = await openWeb(addressOf(page));
    expect((await pictureOf(fresh)).equals(await pictureOf(page))).toBe(true);
    await fresh.mouse.click(to.x, to.y);
    await fresh.locator('#sheet h2').waitFor();
    expect(selectedIn(fresh)).toBe(pinnedIn(page));
  });

  it('keeps its pins where a filter changes, until they are released', async () => {
    const page = await openWeb(`${WEB}&during=2025&pin=npm:1:2`);
    await page.uncheck('#type-PLACE');
    await page.waitForURL(/entityTypes=/);
    expect(pinnedIn(page)).toBe('npm');
    await page.locator('.web-words', { hasText: 'Drawn:' }).waitFor();
    await page.click('.web-words button');
    await page.waitForURL((url) => !url.searchParams.has('pin'));
  });

  it('answers fingers: a tap selects, one drags, and two zoom', async () => {
    const node = await findNode(await openWeb());
    const page = await openWeb(WEB, FINGERS);
    await page.touchscreen.tap(node.x, node.y);
    await page.locator('#sheet h2').waitFor();
    const tapped = selectedIn(page);
    const fingers = new Fingers(await page.context().newCDPSession(page));
    await fingers.drag([node], [{ x: node.x + 60, y: node.y + 40 }]);
    await page.waitForURL(/pin=/);
    expect(pinnedIn(page)).toBe(tapped);
    const before = await pictureOf(page);
    const { x, y, width, height } = await boxOf(page);
    const middle = { x: x + width / 2, y: y + height / 2 };
    const apart = (distance: number): readonly Point[] => [
      { x: middle.x - distance, y: middle.y },
      { x: middle.x + distance, y: middle.y },
    ];
    await fingers.drag(apart(40), apart(160));
    expect((await pictureOf(page)).equals(before)).toBe(false);
    expect(pinnedIn(page)).toBe(tapped);
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
  });

  it('neither breaks the policy of pages nor asks anybody else', () => {
    expect(browser.complaints).toEqual([]);
    expect(browser.foreign).toEqual([]);
  });

  describe('without WebGL,', () => {
    it('says why it is not drawn, and leads to the ladder and the table', async () => {
      const plain = await openBrowser(engine);
      const page = await plain.open(WEB);
      await page.locator('.web-words', { hasText: 'does not offer WebGL' }).waitFor();
      const addresses = await page
        .locator('.web-words a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      const [path] = WEB.split('?');
      expect(addresses).toEqual([`${path}?lang=en`, `${path}?view=table&lang=en`]);
      expect(plain.complaints).toEqual([]);
      await plain.close();
    });
  });
});

/** One or two fingers, which Playwright has for a tap alone. */
class Fingers {
  constructor(private readonly session: CDPSession) {}

  async drag(from: readonly Point[], to: readonly Point[]): Promise<void> {
    const steps = 6;
    await this.touch('touchStart', from);
    for (let step = 1; step <= steps; step++)
      await this.touch(
        'touchMove',
        from.map(({ x, y }, index) => ({
          x: x + ((to[index]?.x ?? x) - x) * (step / steps),
          y: y + ((to[index]?.y ?? y) - y) * (step / steps),
        })),
      );
    await this.touch('touchEnd', []);
  }

  private async touch(
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    points: readonly Point[],
  ): Promise<void> {
    const touchPoints = points.map(({ x, y }, id) => ({ x, y, id }));
    await this.session.send('Input.dispatchTouchEvent', { type, touchPoints });
  }
}

async function boxOf(page: Page) {
  const box = await page.locator('.web-canvas').boundingBox();
  if (!box) throw new Error('The web is not drawn.');
  return box;
}

function pictureOf(page: Page): Promise<Buffer> {
  return page.locator('.web-canvas').screenshot();
}

async function whileWaiting(
  page: Page,
): Promise<{ readonly before: Buffer; readonly after: Buffer }> {
  const before = await pictureOf(page);
  await page.waitForTimeout(1_000);
  return { before, after: await pictureOf(page) };
}

/** The address of a page, without its origin. */
function addressOf(page: Page): string {
  const { pathname, search } = new URL(page.url());
  return pathname + search;
}

function selectedIn(page: Page): string | null {
  return new URL(page.url()).searchParams.get('sel');
}

function pinnedIn(page: Page): string | undefined {
  return new URL(page.url()).searchParams.get('pin')?.split(':')[0];
}

/** Returns which of the custom properties of the page are colours that no point of its web has. */
async function coloursAbsentFrom(page: Page, names: readonly string[]): Promise<readonly string[]> {
  const image = (await pictureOf(page)).toString('base64');
  return page.evaluate(
    async ([encoded, properties]) => {
      const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      const points = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [];
      const drawn = new Set<string>();
      for (let at = 0; at < points.length; at += 4)
        drawn.add(
          `#${[...points.slice(at, at + 3)].map((part) => part.toString(16).padStart(2, '0')).join('')}`,
        );
      const style = getComputedStyle(document.documentElement);
      return properties.filter((name) => !drawn.has(style.getPropertyValue(name).trim()));
    },
    [image, names] as const,
  );
}
