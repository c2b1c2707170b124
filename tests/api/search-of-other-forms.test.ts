import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApp, type TestApp } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';

const QUERY = `query($query: String!, $types: [EntityType!], $first: Int, $after: String) {
  search(query: $query, types: $types, first: $first, after: $after) {
    edges { node { slug } matchedName score }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** Made-up names of the kinds that people search for in another form than they are stored. */
const document = `
kenes: 1
entities:
  - { slug: ospanov, type: Person, names: { ru: Ерлан Оспанов } }
  - { slug: ospanov-maratovich, type: Person, names: { ru: Ерлан Маратович Оспанов } }
  - { slug: abdildin, type: Person, names: { kk: ӘБДІЛДИН Болат Сейітұлы } }
  - { slug: beketova, type: Person, names: { kk: Айгүл Серікқызы Бекетова } }
  - { slug: samgau-jsc, type: Organization, names: { ru: АО Самғау } }
  - { slug: alatau, type: Organization, names: { ru: Товарищество с ограниченной ответственностью «Алатау-Тас» } }
  - { slug: kanysh-bek, type: Person, names: { kk: Қаныш-Бек Ахметов } }
  - { slug: al-hamid, type: Person, names: { kk: әл-Хамид } }
  - { slug: volkov, type: Person, names: { en: Sergei Volkov } }
  - { slug: a-k-akhmetov, type: Person, names: { ru: А. К. Ахметов } }
  - { slug: sh-omarova, type: Person, names: { en: Sh. Omarova } }
  - { slug: y-tulegenov, type: Person, names: { en: Y. Tulegenov } }
  - { slug: interior, type: Organization, names: { ru: Министерство внутренних дел } }
  - { slug: foreign, type: Organization, names: { ru: Министерство иностранных дел } }
  - { slug: shynghys, type: Person, names: { kk: Шыңғыс Бөкеев } }
  - { slug: coj, type: Person, names: { ru: Юлия Цой } }
  - { slug: takaichi, type: Person, names: { en: 高市 } }
  - { slug: qaldybekov, type: Person, names: { en: Qaldybekov } }
  - { slug: committee, type: Organization, names: { en: Human Rights Committee } }
  - { slug: long-name, type: Organization, names: { ru: ${'Республиканское общественное объединение содействия развитию местного самоуправления '.repeat(3).slice(0, 217).trim()} } }
  - { slug: akhmetov-of-many, type: Person, names: { ru: Болат Ахметов } }
  - { slug: tale, type: Organization, names: { en: A Volkov Tale } }
`;

const ENTITIES = 22;

interface Edge {
  readonly node: { readonly slug: string };
  readonly matchedName: string;
  readonly score: number;
}

describeOnEngines('a search for a name in another form', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await openApp(engine, { documents: [document] });
  });

  afterAll(async () => {
    await app.close();
  });

  const edges = async (query: string, others: object = {}): Promise<Edge[]> =>
    (await app.data(QUERY, { variables: { query, first: 100, ...others } })).search.edges as Edge[];
  const scoreOf = async (slug: string, query: string): Promise<number | undefined> =>
    (await edges(query)).find(({ node }) => node.slug === slug)?.score;

  describe('finds, below what matches as it is,', () => {
    it.each([
      ['ospanov', 'Ерлан Серикович Оспанов', 0.2],
      ['ospanov', 'Оспанов, Ерлан Серикович', 0.2],
      ['ospanov', 'ОСПАНОВ Ерлан Серікұлы', 0.2],
      ['ospanov', 'Yerlan Serikovich Ospanov', 0.2],
      ['ospanov', 'Ерлан Серикович Осанов', 0.2],
      ['ospanov', 'Ерланом Сериковичем Оспановым', 0.2],
      ['ospanov', 'бывший министр Ерлан Оспанов', 0.2],
      ['ospanov', 'Оспанов Е. С.', 0.2],
      ['abdildin', 'АБДИЛЬДИН Болат Сеитович', 0.25],
      ['abdildin', 'Bolat Seituly Abdildin', 0.75],
      ['abdildin', 'Болат Абдильдин', 0.75],
      ['beketova', 'Айгуль Сериковна Бекетова', 0.25],
      ['beketova', 'Aigul Serikqyzy Beketova', 1],
      ['beketova', 'Айгуль Бекетова Астана', 0.15],
      ['ospanov', 'Президент Оспанов', 0.2],
      ['ospanov', 'Mr. Ospanov', 0.2],
      ['ospanov', 'Dr. Yerlan Ospanov', 0.2],
      ['ospanov', 'министру Оспанову', 0.2],
      ['ospanov', 'Ospanov мырза', 0.2],
      ['ospanov', 'Ерлан Оспанов Алматы', 0.15],
      ['samgau-jsc', 'Samgau JSC', 0.2],
      ['samgau-jsc', 'Самғау АҚ', 0.2],
      ['samgau-jsc', 'Акционерное общество «Самғау»', 0.2],
      ['alatau', 'ТОО «Алатау-Тас»', 0.5], // Товарищество begins so,
      ['alatau', '«Алатау-Тас» ЖШС', 0.2],
      ['alatau', 'Alatau-Tas LLP', 0.2],
      ['kanysh-bek', 'Канышбек Ахметов', 0.25],
      ['kanysh-bek', 'Ахметов Канышбек Серикович', 0.2],
      ['al-hamid', 'Альхамид', 0.25],
      ['volkov', 'SergeiVolkov', 0.25],
      ['volkov', 'Sergei-Volkov', 1],
      ['a-k-akhmetov', 'Алмас Ахметов', 0.1],
      ['a-k-akhmetov', 'Almas Kairatovich Akhmetov', 0.1],
      ['a-k-akhmetov', 'Ахметов Алмас', 0.1],
      ['sh-omarova', 'Шолпан Омарова', 0.1],
      ['y-tulegenov', 'Ерлан Тулегенов', 0.1],
      ['akhmetov-of-many', 'Болатом Ахметовым', 0.25],
      ['interior', 'Министерством внутренних дел', 0.25],
      ['interior', 'Министерство внутренних дел Республики Казахстан', 0.15],
      ['akhmetov-of-many', 'Ахметовтың', 0.25],
      ['shynghys', "S'yn'g'ys", 0.25],
      ['coj', 'Coj', 0.25],
      ['coj', 'Julija', 0.25],
      ['qaldybekov', 'Ерлан Калдыбеков', 0.15],
    ])('%s for %s', async (slug, query, score) => {
      expect(await scoreOf(slug, query)).toBe(score);
    });
  });

  describe('does not find', () => {
    it.each([
      ['ospanov', 'Болат Оспанов', 'another first name'],
      ['ospanov-maratovich', 'Ерлан Серикович Оспанов', 'another father'],
      ['ospanov-maratovich', 'Оспанов Е. С.', 'the initial of another father'],
      ['abdildin', 'Болат Маратович Абдильдин', 'another father'],
      ['abdildin', 'Болат Сеитовна Абдильдина', 'a daughter'],
      ['foreign', 'Министерством внутренних дел', 'another ministry'],
      ['foreign', 'Министерство внутренних дел Республики Казахстан', 'another ministry'],
      ['a-k-akhmetov', 'Болат Ахметов', 'another initial'],
      ['a-k-akhmetov', 'Алмас Серикович Ахметов', 'another second initial'],
      ['tale', 'Anna Volkov', 'an article that is no initial'],
      ['takaichi', '高石', 'other Han characters that sound alike'],
      ['committee', 'Human Rights Council', 'another body'],
      ['volkov', 'ТОО Волков', 'a legal form, for a person'],
      ['interior', 'Президент дел', 'a title, for an organization'],
    ])('%s for %s: %s', async (slug, query) => {
      expect(await scoreOf(slug, query)).toBeUndefined();
    });
  });

  it('finds, as before, a full name by initials, and reversed words below the whole name', async () => {
    expect(await scoreOf('ospanov-maratovich', 'Е. М. Оспанов')).toBe(0.5);
    expect(await scoreOf('ospanov-maratovich', 'Оспанов Ерлан Маратович')).toBe(0.75);
  });

  it('finds Han characters as they are written, and by their sound', async () => {
    expect(await scoreOf('takaichi', '高市')).toBe(1);
    expect(await scoreOf('takaichi', 'Gaoshi')).toBe(0.75);
  });

  it('finds an official name of 217 letters', async () => {
    const { node } = await app.data(`{ node: entity(slug: "long-name") { name(language: RU) } }`);
    expect(await scoreOf('long-name', node.name)).toBe(1);
  });

  it('leaves the order of better matches as it is, and puts the others below', async () => {
    expect(
      (await edges('Ерлан Маратович Оспанов')).map(({ node, score }) => [node.slug, score]),
    ).toEqual([
      ['ospanov-maratovich', 1],
      ['ospanov', 0.2],
    ]);
  });

  it('is the same page by page', async () => {
    for (const query of ['Алмас Ахметов', 'Президент Ахметов', 'Ерлан Серикович Оспанов']) {
      const all = await edges(query);
      const paged: Edge[] = [];
      for (let after: string | null = null; ;) {
        const { search } = await app.data(QUERY, { variables: { query, first: 1, after } });
        paged.push(...(search.edges as Edge[]));
        if (!search.pageInfo.hasNextPage) break;
        after = search.pageInfo.endCursor as string;
      }
      expect(paged).toEqual(all);
      expect(all.length).toBeLessThan(ENTITIES);
    }
  });

  it('is restricted to the types that are asked for', async () => {
    expect(await edges('Президент Оспанов', { types: ['ORGANIZATION'] })).toEqual([]);
    expect(await edges('Самғау АҚ', { types: ['ORGANIZATION'] })).toHaveLength(1);
    expect(await edges('Алмас Ахметов', { types: ['ORGANIZATION'] })).toEqual([]);
  });
});
