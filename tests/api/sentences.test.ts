import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { languages, type Language } from '../../src/vocabulary/languages.js';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';

const IN_EACH_LANGUAGE =
  'en: sentence(language: EN) ru: sentence(language: RU) kk: sentence(language: KK)';

describeOnEngines('the sentence of a relation', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine);
  }, 60_000);

  afterAll(async () => {
    await app.close();
  });

  it.each([
    [
      'matilda-bogner~PARTICIPATED_IN~conference-penitentiary-2025~SPEAKER',
      'Matilda Bogner spoke at “Human Rights and the Development of the Penitentiary System: National Priorities and International Standards”.',
      'Матильда Богнер — среди выступивших на мероприятии «Права человека и развитие пенитенциарной системы: национальные приоритеты и международные стандарты».',
      'Матильда Богнер «Адам құқықтары және пенитенциарлық жүйенің дамуы: ұлттық басымдықтар мен халықаралық стандарттар» іс-шарасында сөз сөйледі.',
    ],
    [
      'artur-lastaev~MEMBER_OF~ombudsman-kz',
      'Artur Lastayev (Commissioner for Human Rights) serves as “Commissioner for Human Rights” (since December 2022).',
      'Артур Ластаев (Уполномоченный по правам человека) — «Уполномоченный по правам человека» (с декабря 2022 г.).',
      'Артур Ластаев (Адам құқықтары жөніндегі уәкіл) — «Адам құқықтары жөніндегі уәкіл» (2022 жылғы желтоқсан айынан бастап).',
    ],
    [
      'kazakhstan~BELONGS_TO~un-human-rights-council',
      'Kazakhstan belonged to UN Human Rights Council (2022–2024).',
      'Казахстан — ранее член организации «Совет ООН по правам человека» (2022–2024 гг.).',
      'Қазақстан «БҰҰ Адам құқықтары жөніндегі кеңесі» ұйымының мүшесі болған (2022–2024 жылдар).',
    ],
    [
      'kaz-iccpr-report-3~REVIEWED_BY~un-human-rights-committee',
      '“third periodic report” was reviewed by Human Rights Committee (24–25 June 2025).',
      'Комитет ООН по правам человека — орган, рассмотревший документ «третий периодический доклад» (24–25 июня 2025 г.).',
      '«үшінші мерзімді баяндама» құжатын БҰҰ Адам құқықтары жөніндегі комитеті қарады (2025 жылғы 24–25 маусым).',
    ],
    [
      'coordination-council-ombudsman~COORDINATES~npm',
      'Coordination Council coordinates “National Preventive Mechanism”.',
      'Координационный совет — координатор механизма «национальный превентивный механизм».',
      'Қазақстан Республикасындағы Адам құқықтары жөніндегі уәкіл жанындағы Үйлестіру кеңесі — «Ұлттық превентивтік механизм» тетігінің үйлестірушісі.',
    ],
  ])('reads well in each language: %s', async (key, ...sentences) => {
    const { relation } = await app.data(
      `query ($key: String!) { relation(key: $key) { ${IN_EACH_LANGUAGE} } }`,
      { variables: { key } },
    );
    expect(languages.map((language) => relation[language])).toEqual(sentences);
  });

  it('comes in the asked language, else in the one that the client accepts, else in English', async () => {
    const question = (args: string) =>
      `{ relation(key: "kazakhstan~PARTY_TO~cat~RATIFICATION") { sentence${args} } }`;
    const english = 'Kazakhstan ratified “UN Convention against Torture” (26 August 1998).';
    const russian =
      'Казахстан — сторона, ратифицировавшая документ «Конвенция ООН против пыток» (26 августа 1998 г.).';
    const sentence = async (args: string, language?: string): Promise<unknown> =>
      (await app.data(question(args), language === undefined ? {} : { language })).relation
        .sentence;
    expect(await sentence('')).toBe(english);
    expect(await sentence('', 'ru')).toBe(russian);
    expect(await sentence('(language: RU)', 'kk')).toBe(russian);
  });

  it('costs one reading with its list, beside what else is asked of the ends', async () => {
    const { entity } = await app.data(`{
      entity(slug: "npm") { relations(first: 3) { edges { relation { sentence from { slug } } } } }
    }`);
    expect(entity.relations.edges).toHaveLength(3);
    expect(app.reads).toEqual([
      {
        start: 'entities by slug',
        expansions: ['relations', 'relations.relation.from', 'relations.relation.to'],
      },
    ]);
  });

  it('is whole for every relation, in each language', async () => {
    const flawed: string[] = [];
    let after: string | null = null;
    let count = 0;
    do {
      const { relations } = await app.data(
        `query ($after: String) { relations(first: 50, after: $after) {
          pageInfo { hasNextPage endCursor }
          nodes { ${IN_EACH_LANGUAGE} }
        } }`,
        { variables: { after } },
      );
      for (const node of relations.nodes as Record<Language, string>[]) {
        count += 1;
        flawed.push(...languages.map((language) => node[language]).filter(isFlawed));
      }
      after = relations.pageInfo.hasNextPage ? relations.pageInfo.endCursor : null;
    } while (after !== null);
    expect(flawed).toEqual([]);
    expect(count).toBeGreaterThan(300);
  }, 60_000);
});

function isFlawed(sentence: string): boolean {
  const hasLeftover = /[{}|]|undefined|null|\s\s|\(\)|\.[”»]?\.|[!?…][”»]?\./u.test(sentence);
  return hasLeftover || !/^[\p{Lu}\d“«№].*[.!?…][”»]?$/su.test(sentence);
}
