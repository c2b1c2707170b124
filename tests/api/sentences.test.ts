import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { languages } from '../../src/vocabulary/languages.js';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';
import { sentenceFaults, TOLD, type ToldRelation } from '../support/sentence-faults.js';

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
      'Matilda Bogner spoke at the conference “Human Rights and the Development of the Penitentiary System: National Priorities and International Standards”.',
      'Матильда Богнер — в числе выступивших на конференции «Права человека и развитие пенитенциарной системы: национальные приоритеты и международные стандарты».',
      'Матильда Богнер «Адам құқықтары және пенитенциарлық жүйенің дамуы: ұлттық басымдықтар мен халықаралық стандарттар» конференциясында сөз сөйледі.',
    ],
    [
      'kazakhstan~BELONGS_TO~un-human-rights-council',
      'Kazakhstan was a member of the UN Human Rights Council (2022–2024).',
      'Казахстан состоял в Совете ООН по правам человека (2022–2024 гг.).',
      expect.stringMatching(/^Қазақстан .+ мүшесі болған \(2022–2024 жылдары\)\.$/),
    ],
    [
      'kaz-iccpr-report-3~REVIEWED_BY~un-human-rights-committee',
      expect.stringMatching(
        /^The third periodic report.* was reviewed by the Human Rights Committee \(24–25 June 2025.*\)\.$/,
      ),
      expect.stringMatching(/ Комитетом ООН по правам человека \(24–25 июня 2025 г\..*\)\.$/),
      expect.stringMatching(/ қарады \(2025 жылғы 24–25 маусым.*\)\.$/),
    ],
    [
      'coordination-council-ombudsman~COORDINATES~npm',
      'The Coordination Council coordinates the National Preventive Mechanism.',
      'Координационный совет координирует национальный превентивный механизм.',
      'Қазақстан Республикасындағы Адам құқықтары жөніндегі уәкіл жанындағы Үйлестіру кеңесі Ұлттық превентивтік механизмді үйлестіреді.',
    ],
  ])('reads well in each language: %s', async (key, ...sentences) => {
    const { relation } = await app.data(
      `query ($key: String!) { relation(key: $key) { ${IN_EACH_LANGUAGE} } }`,
      { variables: { key } },
    );
    expect(languages.map((language) => relation[language] as unknown)).toEqual(sentences);
  });

  it('comes in the asked language, else in the one that the client accepts, else in English', async () => {
    const question = (args: string) =>
      `{ relation(key: "kazakhstan~PARTY_TO~cat~RATIFICATION") { sentence${args} } }`;
    const english = 'Kazakhstan ratified the UN Convention against Torture (26 August 1998).';
    const russian = 'Казахстан ратифицировал Конвенцию ООН против пыток (26 августа 1998 г.).';
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

  it('comes in parts that name its entities and the language of each name', async () => {
    const { relation } = await app.data(`{
      relation(key: "european-union~SUPPORTS~rule-of-law~PROJECT") {
        dateText sentenceParts(language: RU) { text language entity { slug } }
      }
    }`);
    const own = { language: 'RU', entity: null };
    expect(relation).toEqual({
      dateText: null,
      sentenceParts: [
        { text: 'Европейский союз', language: 'RU', entity: { slug: 'european-union' } },
        { ...own, text: ' поддерживает работу по теме «' },
        { text: 'верховенство права', language: 'RU', entity: { slug: 'rule-of-law' } },
        { ...own, text: '» своими проектами.' },
      ],
    });
  });

  it('has its dates by themselves', async () => {
    const { relation } = await app.data(`{
      relation(key: "kazakhstan~PARTY_TO~cat~RATIFICATION") {
        en: dateText(language: EN) kk: dateText(language: KK)
      }
    }`);
    expect(relation).toEqual({ en: '26 August 1998', kk: '1998 жылғы 26 тамыз' });
  });
});

describeOnEngines('of all sentences of the seed', (engine) => {
  const told: ToldRelation[] = [];

  beforeAll(async () => {
    const app = await openApp(engine);
    let after: string | null = null;
    do {
      const { relations } = await app.data(
        `query ($after: String) { relations(first: 50, after: $after) {
          pageInfo { hasNextPage endCursor } nodes { ${TOLD} }
        } }`,
        { variables: { after } },
      );
      told.push(...relations.nodes);
      after = relations.pageInfo.hasNextPage ? relations.pageInfo.endCursor : null;
    } while (after !== null);
    await app.close();
  }, 60_000);

  it('there are those of more than four hundred relations, of each standing and of offices', () => {
    const contested = told.filter(({ isContested }) => isContested);
    const offices = told.filter(({ type }) => type === 'MEMBER_OF');
    const paraphrased = told.filter(({ en }) => en.some((part) => part.entity?.form));
    expect(told.length).toBeGreaterThan(400);
    expect(new Set(told.map(({ standing }) => standing)).size).toBeGreaterThan(2);
    expect(contested.length).toBeGreaterThan(2);
    expect(offices.length).toBeGreaterThan(20);
    expect(paraphrased.length).toBeGreaterThan(50);
  });

  it('each is whole, quotes only what was said so, says what is only implied or contested, marks other languages, and dates offices', () => {
    expect(told.flatMap(sentenceFaults)).toEqual([]);
  });
});
