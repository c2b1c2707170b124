import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openBrowser, describeInBrowser, type BrowserOfService } from '../support/browser.js';
import { optionsOf, Reader, type Hand } from '../support/reader.js';

const CONFERENCE = '/e/conference-penitentiary-2025';

interface Task {
  readonly name: string;
  readonly start: string;
  /** Goes through the task to the page with its answer. */
  readonly run: (reader: Reader) => Promise<void>;
  /** Without a script, if the task can be done so. */
  readonly runWithoutScript?: (reader: Reader) => Promise<void>;
  /** What the page has then in every language: how many elements of which selector. */
  readonly answer: Readonly<Record<string, number>>;
}

interface Options {
  readonly hand: Hand;
  readonly language: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly javaScriptEnabled?: boolean;
}

/** Returns the text and picture of a page. What is folded is up to the reader. */
async function mainOf(page: Page): Promise<string> {
  return (await page.innerHTML('main')).replaceAll(' open=""', '');
}

/** From the page of the Ombudsman to the routes to UNDP. */
async function chooseOtherEnd(reader: Reader): Promise<void> {
  await reader.use('.actions a[href^="/paths"]');
  await reader.write('#end-to', 'ПРООН');
  await reader.page.locator('#end-to').blur();
  await reader.use('form.ends button');
  await reader.use('.end a[href*="to=undp-kazakhstan"]');
  await reader.page.locator('.routes > li').nth(1).waitFor();
  await reader.use('#more-conditions summary');
}

async function findClaims(reader: Reader): Promise<void> {
  await reader.use('main a[href^="/claims"]');
  await reader.use('.claims tbody tr:first-child a[href^="/s/"]');
  await reader.page.locator('#alone').waitFor();
}

async function compareOrganizers(reader: Reader): Promise<void> {
  await reader.use('footer a[href^="/disagreements"]');
  const row = 'tbody:has(tr:first-child a[href*="conference-penitentiary-2025~ORGANIZER"])';
  await reader.use(`${row} summary`);
  expect(await reader.page.locator(`${row} details[open] section`).count()).toBe(2);
  await reader.use(`${row} details .side a[href^="/r/"]`);
  await reader.page.locator('.rival').waitFor();
}

async function findPassage(reader: Reader): Promise<void> {
  await reader.use('ul.relations a[href^="/r/"]');
  await reader.use('.evidence a.passage');
  await reader.page.locator('.passages > li:target').waitFor();
}

async function takeAway(reader: Reader): Promise<void> {
  const link = 'a[href^="/export/gexf"]';
  await reader.use('.take-away summary');
  const download = reader.page.waitForEvent('download');
  await reader.use(link);
  expect((await download).suggestedFilename()).toMatch(/\.gexf$/);
}

const tasks: readonly Task[] = [
  {
    name: 'how two are connected, and how that is known',
    start: '/',
    run: async (reader) => {
      await reader.write('#search-home', 'омбуд');
      await reader.page.locator('#search-home-list [role=option]').first().waitFor();
      await reader.page.keyboard.press('Enter');
      await chooseOtherEnd(reader);
      await reader.choose('minPublishers', 2);
      await reader.page.locator('.routes > li').nth(1).waitFor({ state: 'detached' });
    },
    runWithoutScript: async (reader) => {
      await reader.write('#search-home', 'омбуд');
      await reader.use('main form.find button');
      await reader.use('.results a[href*="ombudsman-kz"]');
      await chooseOtherEnd(reader);
      await reader.page.selectOption('#minPublishers', '2');
      await reader.use('form.controls button.apply');
      await reader.page.locator('.chips li').waitFor();
    },
    answer: { '.routes > li': 1, '.chips li': 1, '.drawing svg': 1 },
  },
  {
    name: 'who has no statement about a topic of a conference',
    start: CONFERENCE,
    run: async (reader) => {
      await reader.select('npm');
      await reader.use('#sheet a[href*="/positions"]');
      await reader.page.locator('.position').first().waitFor();
    },
    answer: { '.position': 5, '.sides > section': 2 },
  },
  {
    name: 'which claims rest on one source alone',
    start: '/',
    run: findClaims,
    runWithoutScript: findClaims,
    answer: { h1: 1, '.passages > li': 15, '.ruler a': 15 },
  },
  {
    name: 'where sources contradict each other',
    start: '/',
    run: compareOrganizers,
    runWithoutScript: compareOrganizers,
    answer: { '.rival': 1, '.sides > section': 2 },
  },
  {
    name: 'what is left without a source',
    start: '/s/kt-2025-12-11',
    run: async (reader) => {
      await reader.use('.actions a[href*="without=kt-2025-12-11"]');
      await reader.page.waitForURL(/without=/);
      await reader.use('#alone ~ ul a[href*="conference-penitentiary-2025"]');
      await reader.use(`h1 a[href^="${CONFERENCE}"]`);
      await reader.page.locator('.ladder').waitFor();
    },
    answer: { '.chips li': 1, '.ladder': 1 },
  },
  {
    name: 'where a passage is to be read',
    start: CONFERENCE,
    run: findPassage,
    runWithoutScript: findPassage,
    answer: { '.passages > li:target': 1, '.ruler a': 15 },
  },
  {
    name: 'what was certain in a year',
    start: '/e/ombudsman-kz',
    run: async (reader) => {
      await reader.use('.years a[href*="during=2025"]');
      await reader.page.waitForURL(/during=2025/);
      await reader.page.locator('.chips li').waitFor();
      await reader.use('#certainly-true');
      await reader.page.locator('.chips li').nth(1).waitFor();
      await reader.use('.views a[href*="view=table"]');
      await reader.page.locator('#drawing table').waitFor();
    },
    answer: { '#drawing tbody tr': 21, '.chips li': 2 },
  },
  {
    name: 'what is seen, taken away',
    start: CONFERENCE,
    run: takeAway,
    runWithoutScript: takeAway,
    answer: { '.ladder .row': 53 },
  },
];

const hands: readonly Hand[] = ['mouse', 'keyboard', 'touch'];

/** Each task in each language, in light and dark, and each hand in all of them over the tasks. */
const variants = tasks.map((task, index) => ({
  ...task,
  readers: hands.map((hand, place) => ({
    hand,
    language: ['en', 'ru', 'kk'][(index + place) % 3] ?? 'en',
    colorScheme: (index + place) % 2 === 0 ? ('light' as const) : ('dark' as const),
  })),
}));

describeInBrowser('a task of a reader, on $name,', (engine) => {
  let browser: BrowserOfService;
  beforeAll(async () => {
    browser = await openBrowser(engine);
  });
  afterAll(() => browser.close());

  async function carryOut(task: Task, run: Task['run'], options: Options): Promise<void> {
    const { hand, language, ...context } = options;
    const settings = { ...optionsOf(hand), ...context };
    const page = await browser.open(`${task.start}?lang=${language}`, settings);
    await run(new Reader(page, hand));
    const counts = Object.keys(task.answer).map(
      async (selector) => [selector, await page.locator(selector).count()] as const,
    );
    expect(Object.fromEntries(await Promise.all(counts))).toEqual(task.answer);
    expect(await page.getAttribute('html', 'lang')).toBe(language);
    const fresh = await browser.open(page.url().slice(browser.origin.length), settings);
    expect(await mainOf(fresh)).toBe(await mainOf(page));
    await Promise.all([page.context().close(), fresh.context().close()]);
  }

  describe.each(variants)('$name,', (task) => {
    it.each(task.readers)('is done by $hand, in $language, $colorScheme', (reader) =>
      carryOut(task, task.run, reader),
    );

    const { runWithoutScript } = task;
    if (runWithoutScript)
      it('is done without a script', () =>
        carryOut(task, runWithoutScript, {
          hand: 'mouse',
          language: 'ru',
          javaScriptEnabled: false,
        }));
  });

  it('neither breaks the policy of pages nor asks anybody else', () => {
    expect(browser.complaints).toEqual([]);
    expect(browser.foreign).toEqual([]);
  });
});
