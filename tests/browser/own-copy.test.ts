import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openBrowser, describeInOneBrowser, type BrowserOfService } from '../support/browser.js';

// A character beyond 16 bits stands before the passages: their positions count it once.
const TEXT = '𝒜 The council met in Almaty.\nThe mayor spoke to the council.\n';
const passages = ['The council met in Almaty.', 'The mayor spoke to the council.'];

function positionOf(passage: string): string {
  const start = [...TEXT.slice(0, TEXT.indexOf(passage))].length;
  const sha256 = createHash('sha256').update(passage).digest('hex');
  return `{ start: ${start}, end: ${start + [...passage].length}, sha256: ${sha256} }`;
}

const world = `
kenes: 1
document: meeting
sources:
  - { slug: paper-2025, publisher: paper, title: The council meets }
entities:
  - { slug: paper, type: Organization, names: { en: Paper } }
  - { slug: council, type: Organization, names: { en: Council } }
  - { slug: mayor, type: Person, names: { en: Mayor } }
  - { slug: meeting, type: Event, names: { en: Meeting } }
relations:
${['council', 'mayor']
  .map(
    (slug, index) =>
      `  - { type: PARTICIPATED_IN, from: ${slug}, to: meeting, role: SPEAKER, evidence: [{ source: paper-2025, position: ${positionOf(passages[index] ?? '')} }] }`,
  )
  .join('\n')}
`;

describeInOneBrowser('the check of passages against a copy of one’s own, on $name,', (engine) => {
  let browser: BrowserOfService;
  beforeAll(async () => {
    browser = await openBrowser(engine, { documents: [world] });
  });
  afterAll(() => browser.close());

  /** Opens the page of the source and chooses a file. Returns its requests from then on, too. */
  async function check(buffer: Buffer): Promise<{ page: Page; requests: string[] }> {
    const page = await browser.open('/s/paper-2025?lang=en');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    const file = { name: 'copy.txt', mimeType: 'text/plain', buffer };
    await page.setInputFiles('.own-copy input', file);
    await page.locator('.own-copy .result:not(:empty)').waitFor();
    return { page, requests };
  }

  const verdicts = (page: Page) => page.locator('.passages .verdict').allTextContents();

  it('marks the passages in the copy, and sends nothing', async () => {
    const { page, requests } = await check(Buffer.from(TEXT));
    expect(await verdicts(page)).toEqual(['✓ the same in your copy', '✓ the same in your copy']);
    expect(await page.locator('.own-text mark').allTextContents()).toEqual(passages);
    expect(await page.locator('.own-text mark.bad').count()).toBe(0);
    expect(requests).toEqual([]);
  });

  it('finds the one passage in which a letter is another', async () => {
    const { page } = await check(Buffer.from(TEXT.replace('mayor', 'major')));
    expect(await page.locator('.passages .verdict.good').count()).toBe(1);
    expect(await page.locator('.own-text mark.bad').allTextContents()).toEqual([
      'The major spoke to the council.',
    ]);
  });

  it('takes the ends of lines of Windows for those of the source, and says so', async () => {
    const { page } = await check(Buffer.from(TEXT.replaceAll('\n', '\r\n')));
    expect(await page.locator('.passages .verdict.good').count()).toBe(2);
    expect(await page.textContent('.own-copy .result')).toContain('Windows');
  });

  it('says that a file is no text', async () => {
    const { page } = await check(Buffer.from([0xff, 0xfe, 0x00, 0xd8]));
    expect(await page.textContent('.own-copy .result')).toContain('UTF-8');
    expect(await page.locator('.own-text').isVisible()).toBe(false);
  });

  it('keeps the result where the reader goes to a passage', async () => {
    const { page } = await check(Buffer.from(TEXT));
    await page.locator('.ruler a').first().click();
    await page.locator('.passages > li:target').waitFor();
    expect(await page.locator('.passages .verdict.good').count()).toBe(2);
  });

  it('is not offered without a script', async () => {
    const page = await browser.open('/s/paper-2025', { javaScriptEnabled: false });
    expect(await page.locator('.own-copy').isVisible()).toBe(false);
  });
});
