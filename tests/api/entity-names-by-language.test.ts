import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { globalId } from '../support/answers.js';
import type { TestApp } from '../support/app.js';
import { openCouncil } from '../support/council.js';
import { describeOnEngines } from '../support/engines.js';

describeOnEngines('an entity', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openCouncil(engine);
  });

  afterAll(async () => {
    await app.close();
  });

  it.each([
    // The first language that the client accepts and that has a name, else one related to the first.
    { accepted: undefined, names: ['Ada Ivanova', 'Бек Әлиев', 'Council for Rights', 'Курьер'] },
    { accepted: 'ru', names: ['Ада Иванова', 'Бек Әлиев', 'Совет по правам', 'Курьер'] },
    { accepted: 'kk', names: ['Ада Иванова', 'Бек Әлиев', 'Құқық кеңесі', 'Курьер'] },
    {
      accepted: 'kk-KZ, ru;q=0.8',
      names: ['Ада Иванова', 'Бек Әлиев', 'Құқық кеңесі', 'Курьер'],
    },
    {
      accepted: 'ru;q=0.2, kk;q=0.7',
      names: ['Ада Иванова', 'Бек Әлиев', 'Құқық кеңесі', 'Курьер'],
    },
    { accepted: 'en;q=0, ru', names: ['Ада Иванова', 'Бек Әлиев', 'Совет по правам', 'Курьер'] },
    {
      accepted: 'de, fr;q=0.5',
      names: ['Ada Ivanova', 'Бек Әлиев', 'Council for Rights', 'Курьер'],
    },
    {
      accepted: '*;q=ru,,;',
      names: ['Ada Ivanova', 'Бек Әлиев', 'Council for Rights', 'Курьер'],
    },
  ])('is named in the language that the client accepts: $accepted', async (entry) => {
    const { accepted, names } = entry;
    const answer = await app.data(
      `{ nodes(ids: ["${['Person:ada', 'Person:bek', 'Organization:council', 'Organization:courier']
        .map(globalId)
        .join('", "')}"]) { ... on Entity { name } } }`,
      accepted === undefined ? {} : { language: accepted },
    );
    expect(answer.nodes.map(({ name }: { name: string }) => name)).toEqual(names);
  });

  it('says in which language its name is', async () => {
    const data = await app.data(`{
      council: entity(slug: "council") { nameLanguage(language: KK) }
      ada: entity(slug: "ada") { kk: nameLanguage(language: KK) name(language: KK) nameLanguage }
    }`);
    expect(data).toEqual({
      council: { nameLanguage: 'KK' },
      ada: { kk: 'RU', name: 'Ада Иванова', nameLanguage: 'EN' },
    });
  });

  it('is named in the language that is asked for, before the one that the client accepts', async () => {
    const data = await app.data(
      `{
        entity(slug: "council") {
          name en: name(language: EN) kk: name(language: KK)
          description inEnglish: description(language: EN)
        }
        ada: entity(slug: "ada") { kk: name(language: KK) }
      }`,
      { language: 'ru' },
    );
    expect(data).toEqual({
      entity: {
        name: 'Совет по правам',
        en: 'Council for Rights',
        kk: 'Құқық кеңесі',
        description: 'Совещательный орган.',
        inEnglish: 'Совещательный орган.',
      },
      // She has no Kazakh name, so the Russian one.
      ada: { kk: 'Ада Иванова' },
    });
  });
});
