import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';
import { readPage } from '../support/page.js';

const paper = `
kenes: 1
document: paper
entities:
  - { slug: ann-of-oral, type: Person, names: { en: Ann Smith, ru: Анн Смит },
      differentFrom: [ann-of-taraz, ann-of-atirau, ann-of-aral] }
  - { slug: ann-of-taraz, type: Person, names: { en: Ann Smith } }
  - { slug: ann-of-atyrau, type: Person, names: { en: Ann Smith, ru: Анн Смит } }
  - { slug: ann-of-atirau, type: Person, names: { en: Ann Smyth } }
  - { slug: ann-of-aral, type: Person, names: { en: Ann Smith } }
`;

const joins = `
kenes: 1
document: joins
entities:
  - { slug: ann-of-atirau, mergedInto: ann-of-atyrau }
  - { slug: ann-of-aral, mergedInto: ann-of-atyrau }
`;

describeOnEngines('what an entity is different from', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openApp(engine, { documents: [paper, joins] });
  });
  afterAll(() => app.close());

  it('is listed by slug, each once, and former slugs lead to the entities that stay', async () => {
    const { entity } = await app.data(
      '{ entity(slug: "ann-of-oral") { differentFrom { slug type name(language: RU) formerSlugs } } }',
    );
    expect(entity.differentFrom).toEqual([
      {
        slug: 'ann-of-atyrau',
        type: 'PERSON',
        name: 'Анн Смит',
        formerSlugs: ['ann-of-aral', 'ann-of-atirau'],
      },
      { slug: 'ann-of-taraz', type: 'PERSON', name: 'Ann Smith', formerSlugs: [] },
    ]);
  });

  it('is nothing for an entity whose entries do not say it', async () => {
    const { people } = await app.data('{ people { nodes { slug differentFrom { slug } } } }');
    expect(people.nodes).toEqual([
      { slug: 'ann-of-atyrau', differentFrom: [] },
      {
        slug: 'ann-of-oral',
        differentFrom: [{ slug: 'ann-of-atyrau' }, { slug: 'ann-of-taraz' }],
      },
      { slug: 'ann-of-taraz', differentFrom: [] },
    ]);
  });

  it.each([
    ['en', 'Not to be confused with Ann Smith, Ann Smith'],
    ['ru', 'Не путать (совпадает имя): Анн Смит, Ann Smith'],
    ['kk', 'Шатастырмаңыз (аты бірдей): Анн Смит, Ann Smith'],
  ])('is a line with links on the page of the entity: %s', async (language, line) => {
    const page = await readPage(app, `/e/ann-of-oral?lang=${language}`);
    const links = [...page.document.querySelectorAll('p.names a')].map((link) =>
      link.getAttribute('href'),
    );
    expect(page.texts('p.names')).toContain(line);
    expect(links).toEqual([
      `/e/ann-of-atyrau?lang=${language}`,
      `/e/ann-of-taraz?lang=${language}`,
    ]);
  });

  it('is no line where there is none', async () => {
    const page = await readPage(app, '/e/ann-of-taraz?lang=en');
    expect(page.html).not.toContain('Not to be confused with');
  });
});
