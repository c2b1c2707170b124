import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';
import { readPage } from '../support/page.js';

const addresses = [
  '/',
  '/search?q=омбуд',
  '/e/ombudsman-kz',
  '/e/conference-penitentiary-2025?sel=npm',
  '/e/conference-penitentiary-2025?sel=ombudsman-kz~PARTICIPATED_IN~conference-penitentiary-2025~ORGANIZER',
  '/e/conference-penitentiary-2025?view=table',
  '/r/ombudsman-kz~PARTICIPATED_IN~conference-penitentiary-2025~ORGANIZER',
  '/s/kt-2025-12-11',
  '/paths?from=ombudsman-kz&to=undp-kazakhstan',
  '/e/npm/positions?event=conference-penitentiary-2025',
  '/disagreements',
  '/claims?maxOrigins=1',
  '/network?center=npm,opcat',
  '/about',
];

/** The letters that a language has and that of the page has not. */
const foreignLetters = [
  ['en', /\p{Script=Cyrillic}/u],
  ['ru', /[ӘәҒғҚқҢңӨөҰұҮүҺһ]/],
] as const;

/** What a reader searched for. */
const notOurs = '.search h1';

describeOnEngines('the text of pages', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openApp(engine);
  });
  afterAll(() => app.close());

  describe.each(addresses)('at %s', (address) => {
    it.each(foreignLetters)(
      'is marked where it is in another language than %s',
      async (lang, letters) => {
        const { document } = await readPage(
          app,
          `${address}${address.includes('?') ? '&' : '?'}lang=${lang}`,
        );
        const unmarked = [...document.querySelectorAll('main')]
          .flatMap(textsOf)
          .filter(({ parentElement: parent }) => !parent?.closest(notOurs))
          .filter((node) => letters.test(node.textContent ?? ''))
          .filter((node) => node.parentElement?.closest('[lang]')?.getAttribute('lang') === lang)
          .map((node) => node.textContent);
        expect(unmarked).toEqual([]);
      },
    );
  });
});

/** Returns the pieces of text in an element. */
function textsOf(element: Node): Node[] {
  if (element.nodeType === 3) return [element];
  return [...element.childNodes].flatMap(textsOf);
}
