import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';

/** Two documents on one office: a report in English, and one in Russian with a title of our own. */
const documents = [
  `kenes: 1
sources: [{ slug: report, publisher: press, language: en }]
entities:
  - { slug: press, type: Organization }
  - { slug: ann, type: Person, names: { en: Ann } }
  - { slug: ben, type: Person }
  - { slug: house, type: Organization, names: { en: House } }
relations:
  - { type: MEMBER_OF, from: ann, to: house, title: { en: Head }, evidence: [{ source: report }] }
  - { type: MEMBER_OF, from: ben, to: house, title: Төраға, evidence: [{ source: report }] }
  - { type: MEMBER_OF, from: ben, to: press, evidence: [{ source: report }] }
`,
  `kenes: 1
sources: [{ slug: novosti, publisher: press, language: ru }]
relations:
  - type: MEMBER_OF
    from: ann
    to: house
    title: { ru: Глава, kk: Басшысы }
    evidence: [{ source: novosti }, { source: kenes-editorial, property: title.kk }]
`,
];

describeOnEngines('the title of an office', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine, { documents });
  });

  afterAll(() => app.close());

  const titleOf = async (key: string, argument: string, language?: string) => {
    const { relation } = await app.data(
      `query ($key: String!) { relation(key: $key) { title${argument} } }`,
      { variables: { key }, ...(language === undefined ? {} : { language }) },
    );
    return relation.title;
  };

  it.each([
    ['ann~MEMBER_OF~house', '', undefined, 'Head'],
    ['ann~MEMBER_OF~house', '', 'kk', 'Басшысы'],
    ['ann~MEMBER_OF~house', '(language: RU)', 'kk', 'Глава'],
    // Of an office that has a title in one language alone, it is that one.
    ['ben~MEMBER_OF~house', '(language: EN)', 'ru', 'Төраға'],
    ['ben~MEMBER_OF~press', '(language: EN)', undefined, null],
  ])('of %s, as title%s for readers of %s, is %s', async (key, argument, language, title) => {
    expect(await titleOf(key, argument, language)).toBe(title);
  });

  it('is there in the languages of all documents, and says which the editors chose', async () => {
    const { person } = await app.data(`{
      person: entity(slug: "ann") { ... on Person { memberships { edges { relation {
        titles { language text editorial }
      } } } } }
    }`);
    expect(person.memberships.edges).toEqual([
      {
        relation: {
          titles: [
            { language: 'EN', text: 'Head', editorial: false },
            { language: 'RU', text: 'Глава', editorial: false },
            { language: 'KK', text: 'Басшысы', editorial: true },
          ],
        },
      },
    ]);
  });

  it('is the editors’ where only sources in other languages are cited for it', async () => {
    const { relation } = await app.data(
      `{ relation(key: "ben~MEMBER_OF~house") { titles { language text editorial } } }`,
    );
    expect(relation.titles).toEqual([{ language: 'KK', text: 'Төраға', editorial: true }]);
  });

  it('contradicts no title in another language', async () => {
    const { relation, disagreements } = await app.data(`{
      relation(key: "ann~MEMBER_OF~house") {
        evidence(properties: ["title"]) { nodes { property stance value source { slug } } }
      }
      disagreements { totalCount }
    }`);
    const piece = (property: string, value: string, slug: string) => ({
      property,
      stance: 'CONFIRMS',
      value,
      source: { slug },
    });
    expect(relation.evidence.nodes).toEqual([
      piece('title.en', 'Head', 'report'),
      piece('title.kk', 'Басшысы', 'kenes-editorial'),
      piece('title.ru', 'Глава', 'novosti'),
    ]);
    expect(disagreements).toEqual({ totalCount: 0 });
  });

  it('is looked for in one language alone where evidence is asked so', async () => {
    const { relation } = await app.data(`{
      relation(key: "ann~MEMBER_OF~house") { evidence(properties: ["title.ru"]) { totalCount } }
    }`);
    expect(relation.evidence).toEqual({ totalCount: 1 });
  });

  it('is an empty list where no document has one', async () => {
    const { relation } = await app.data(
      `{ relation(key: "ben~MEMBER_OF~press") { title titles { text editorial } } }`,
    );
    expect(relation).toEqual({ title: null, titles: [] });
  });
});
