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

/** A part of a sentence as the query below asks for it. */
interface Part {
  readonly text: string;
  readonly language: string | null;
  readonly entity: { readonly form?: string } | null;
}

describeOnEngines('of all sentences of the seed', (engine) => {
  /** The parts of each sentence by language, for every relation. */
  const all: Record<Language, Part[][]> = { en: [], ru: [], kk: [] };
  const told: Told[] = [];
  const sentences = () => languages.flatMap((language) => all[language].map(textOf));

  beforeAll(async () => {
    const app = await openApp(engine);
    const parts = (language: Language) =>
      `${language}: sentenceParts(language: ${language.toUpperCase()}) { text language entity { ... on Statement { form } } }`;
    let after: string | null = null;
    do {
      const { relations } = await app.data(
        `query ($after: String) { relations(first: 50, after: $after) {
          pageInfo { hasNextPage endCursor }
          nodes { type standing isContested ${languages.map(parts).join(' ')} }
        } }`,
        { variables: { after } },
      );
      for (const node of relations.nodes) {
        for (const language of languages) all[language].push(node[language]);
        const { type, standing, isContested } = node;
        const texts = languages.map((language) => textOf(node[language]));
        told.push({ type, standing, isContested, texts });
      }
      after = relations.pageInfo.hasNextPage ? relations.pageInfo.endCursor : null;
    } while (after !== null);
    await app.close();
  }, 60_000);

  it('there are more than three hundred in each language', () => {
    expect(all.en.length).toBeGreaterThan(300);
  });

  it('each is whole', () => {
    expect(sentences().filter(isFlawed)).toEqual([]);
  });

  it('each says what sources only imply, what only the editors say, and what is contested', () => {
    const openings: Readonly<Record<string, readonly RegExp[]>> = {
      STATED: [/^/, /^/, /^/],
      INFERRED: [/^Judging by the sources, /, /^Судя по источникам, /, /^Дереккөздерге қарағанда, /],
      EDITORIAL: [/^In the editors’ reading, /, /^По оценке составителей, /, /^Құрастырушылардың пайымынша, /],
      DENIED: [/^No source confirms that /, /^Ни один источник не подтверждает, что /, / дегенді бірде-бір дереккөз растамайды/],
    }; // prettier-ignore
    const contested = [
      /; (?:however, according to .+, |.+ den(?:y|ies) this\.$|sources disagree on this\.$)/,
      /; (?:однако, по |.+ это опроверга(?:ет|ют)\.$|источники в этом расходятся\.$)/,
      /; (?:алайда |.+ мұны жоққа шығарады\.$|дереккөздер бұл жөнінде әрқалай айтады\.$)/,
    ];
    const unmarked = told.flatMap(({ standing, isContested, texts }) =>
      texts.filter((text, index) => {
        const opens = openings[standing]![index]!.test(text);
        const isMarked = [0, 1, 2].some(
          (language) => standing !== 'STATED' && openings[standing]![language]!.test(text),
        );
        const isSaid = standing === 'STATED' ? !isMarked : opens;
        return !isSaid || (isContested && !contested[index]!.test(text));
      }),
    );
    expect(unmarked).toEqual([]);
    expect(new Set(told.map(({ standing }) => standing)).size).toBeGreaterThan(2);
    expect(told.some(({ isContested }) => isContested)).toBe(true);
  });

  it('none says that somebody holds an office now: each says of when its sources are', () => {
    const offices = told.filter(({ type }) => type === 'MEMBER_OF').map(({ texts }) => texts[0]!);
    expect(offices.length).toBeGreaterThan(20);
    expect(
      offices.filter(
        (text) =>
          !/ is named as .+\((?:.+; )?(?:as of .+|according to an undated source)\)\.$/.test(text),
      ),
    ).toEqual([]);
  });

  it('none has quotation marks around a paraphrase', () => {
    const marked = languages
      .flatMap((language) => all[language])
      .filter((parts) =>
        parts.some(
          ({ entity }, index) =>
            entity?.form === 'PARAPHRASE' && /[“«]$/.test(parts[index - 1]?.text ?? ''),
        ),
      );
    expect(marked.map(textOf)).toEqual([]);
  });

  it('none has words of another script that are not marked', () => {
    const scripts = {
      EN: /\p{Script=Cyrillic}/u,
      RU: /\p{Script=Latin}/u,
      KK: /\p{Script=Latin}/u,
    };
    const own = languages.flatMap((language) =>
      all[language].flatMap((parts) =>
        parts.filter(
          (part) =>
            part.entity === null &&
            part.language === language.toUpperCase() &&
            scripts[part.language as keyof typeof scripts].test(part.text),
        ),
      ),
    );
    expect(own).toEqual([]);
  });
});

/** What is said of a relation: its sentence in each language. */
interface Told {
  readonly type: string;
  readonly standing: string;
  readonly isContested: boolean;
  readonly texts: readonly string[];
}

function textOf(parts: readonly Part[]): string {
  return parts.map(({ text }) => text).join('');
}

function isFlawed(sentence: string): boolean {
  const hasLeftover = /[{}|]|undefined|null|\s\s|\(\)|\.[”»]?\.|[!?…][”»]?\./u.test(sentence);
  return hasLeftover || !/^[\p{Lu}\d“«№(].*[.!?…][”»]?$/su.test(sentence);
}
