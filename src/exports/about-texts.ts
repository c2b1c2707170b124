import type { Language } from '../vocabulary/languages.js';

/** What `About` consists of, in the order in which it is shown. */
export const aboutNames = [
  'title',
  'address',
  'exportedOn',
  'version',
  'filter',
  'entityCount',
  'relationCount',
  'cut',
  'selection',
  'licence',
  'citation',
] as const;

export type AboutName = (typeof aboutNames)[number];

/** The words with which an export says what it is. */
export interface AboutTexts {
  readonly names: Readonly<Record<AboutName, string>>;
  /** The heads of a table of names and what they say. */
  readonly heads: readonly [name: string, text: string];
  readonly around: (names: string, steps: number) => string;
  readonly filtered: string;
  readonly whole: string;
  readonly noFilter: string;
  readonly complete: string;
  /** What a network with too many entities lacks. The numbers are printed. */
  readonly beyond: (entities: string, maximum: string) => string;
  readonly unreached: string;
  readonly ofRecord: string;
  readonly ofCenter: string;
  readonly ofFilter: string;
  readonly ofAll: string;
  readonly counts: (entities: number, relations: number) => string;
  readonly licence: string;
  readonly citation: (parts: CitationParts) => string;
  /** For an archive with a file for each entity. */
  readonly otherFiles: string;
}

interface CitationParts {
  readonly title: string;
  readonly counts: string;
  readonly day: string;
  readonly address: string;
}

/** Returns a number with its noun, in the form that the number asks for. */
function counted(
  number: number,
  language: Language,
  forms: Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & Record<'other', string>>,
): string {
  const form = forms[new Intl.PluralRules(language).select(number)] ?? forms.other;
  return `${number.toLocaleString(language)} ${form}`;
}

const en: AboutTexts = {
  names: {
    title: 'Title',
    address: 'Address',
    exportedOn: 'Exported on',
    version: 'Version',
    filter: 'Filter',
    entityCount: 'Entities',
    relationCount: 'Relations',
    cut: 'Left out',
    selection: 'Selection',
    licence: 'Licence',
    citation: 'How to cite',
  },
  heads: ['about', 'this export'],
  around: (names, steps) =>
    `The surroundings of ${names}, ${counted(steps, 'en', { one: 'step', other: 'steps' })} around`,
  filtered: 'The part of the graph that matches a filter',
  whole: 'The whole graph',
  noFilter: 'none',
  complete: 'nothing',
  beyond: (entities, maximum) =>
    `entities further away or with fewer relations than these ${entities}: a network has at most ${maximum}, not counting the statements within it`,
  unreached: 'entities that the search did not reach in its time',
  ofRecord: 'One record, and what belongs to it.',
  ofCenter:
    'The entities around the centre, and all relations between them that match the filter. A statement, which a picture draws as a line, is an entity here, with its relations to those who made it and to what it is about.',
  ofFilter:
    'The relations that match the filter, and the entities at their ends. Entities without such a relation are left out.',
  ofAll: 'All entities, also those without a relation, and all relations.',
  counts: (entities, relations) =>
    `${counted(entities, 'en', { one: 'entity', other: 'entities' })}, ${counted(relations, 'en', { one: 'relation', other: 'relations' })}`,
  licence:
    'The documents that Kenes ships are licensed under Apache-2.0; whoever runs the service decides on any others. The sources themselves belong to their publishers, and are cited here, not copied.',
  citation: ({ title, counts, day, address }) =>
    `Kenes, “${title}” (${counts}), exported on ${day} from ${address}. When you cite a relation, cite its source too: the evidence of the relation names it.`,
  otherFiles:
    'Each of the other files is about one entity. Its links lead to the files of others; where there is none, the entity is beyond what was exported.',
};

const ru: AboutTexts = {
  names: {
    title: 'Название',
    address: 'Адрес',
    exportedOn: 'Дата выгрузки',
    version: 'Версия',
    filter: 'Условия',
    entityCount: 'Объекты',
    relationCount: 'Связи',
    cut: 'Не вошло',
    selection: 'Что выгружено',
    licence: 'Лицензия',
    citation: 'Как цитировать',
  },
  heads: ['сведения', 'об этой выгрузке'],
  around: (names, steps) =>
    `Окружение: ${names}, в пределах ${counted(steps, 'ru', { one: 'шага', other: 'шагов' })}`,
  filtered: 'Часть графа, которая отвечает условиям',
  whole: 'Весь граф',
  noFilter: 'нет',
  complete: 'ничего',
  beyond: (entities, maximum) =>
    `объекты, которые дальше этих ${entities} или у которых меньше связей: в сети не больше ${maximum} объектов, не считая высказываний внутри неё`,
  unreached: 'объекты, до которых поиск не дошёл за отведённое время',
  ofRecord: 'Одна запись и то, что к ней относится.',
  ofCenter:
    'Объекты вокруг центра и все связи между ними, которые отвечают условиям. Высказывание, показанное на рисунке линией, здесь — отдельный объект, связанный с тем, кто его сделал, и с тем, о чём оно.',
  ofFilter:
    'Связи, которые отвечают условиям, и объекты, которые они соединяют. Объекты без таких связей не вошли.',
  ofAll: 'Все объекты, в том числе без связей, и все связи.',
  counts: (entities, relations) =>
    `${counted(entities, 'ru', { one: 'объект', few: 'объекта', other: 'объектов' })}, ${counted(relations, 'ru', { one: 'связь', few: 'связи', other: 'связей' })}`,
  licence:
    'Документы, которые поставляются с Kenes, распространяются по лицензии Apache-2.0; об остальных решает тот, кто ведёт сервис. Сами источники принадлежат издателям: здесь на них ссылаются, их не копируют.',
  citation: ({ title, counts, day, address }) =>
    `Kenes, «${title}» (${counts}), выгружено ${day}, ${address}. Ссылаясь на связь, указывайте и её источник: он назван в её подтверждениях.`,
  otherFiles:
    'Каждый из остальных файлов посвящён одному объекту. Ссылки ведут к файлам других объектов; если такого файла нет, объект не вошёл в выгрузку.',
};

const kk: AboutTexts = {
  names: {
    title: 'Атауы',
    address: 'Мекенжайы',
    exportedOn: 'Жүктеп алынған күні',
    version: 'Нұсқасы',
    filter: 'Шарттар',
    entityCount: 'Нысандар',
    relationCount: 'Байланыстар',
    cut: 'Кірмегені',
    selection: 'Не жүктеп алынды',
    licence: 'Лицензия',
    citation: 'Қалай сілтеме жасау керек',
  },
  heads: ['мәліметтер', 'осы файл туралы'],
  around: (names, steps) => `${names}: ${steps.toLocaleString('kk')} қадам ішіндегі айналасы`,
  filtered: 'Графтың шарттарға сай бөлігі',
  whole: 'Бүкіл граф',
  noFilter: 'жоқ',
  complete: 'ештеңе',
  beyond: (entities, maximum) =>
    `осы ${entities} нысанға қарағанда алысырақ немесе байланысы азырақ нысандар: желіде ішіндегі мәлімдемелерді қоспағанда ең көбі ${maximum} нысан болады`,
  unreached: 'іздеу берілген уақытта жетпеген нысандар',
  ofRecord: 'Бір жазба және оған қатысты деректер.',
  ofCenter:
    'Орталық нысанның айналасындағы нысандар және олардың арасындағы шарттарға сай барлық байланыс. Суретте сызық болатын әр мәлімдеме мұнда — жеке нысан, оны кім айтқанын және не туралы екенін көрсететін байланыстарымен бірге беріледі.',
  ofFilter:
    'Шарттарға сай байланыстар және олар байланыстыратын нысандар. Мұндай байланысы жоқ нысандар кірмеді.',
  ofAll: 'Барлық нысан, оның ішінде байланысы жоқтары, және барлық байланыс.',
  counts: (entities, relations) =>
    `${counted(entities, 'kk', { other: 'нысан' })}, ${counted(relations, 'kk', { other: 'байланыс' })}`,
  licence:
    'Kenes-пен бірге таратылатын құжаттар Apache-2.0 лицензиясымен беріледі; басқа құжаттар жөніндегі шешімді сервисті жүргізуші қабылдайды. Дереккөздердің өзі баспагерлерге тиесілі: мұнда оларға сілтеме жасалады, олар көшірілмейді.',
  citation: ({ title, counts, day, address }) =>
    `Kenes, «${title}» (${counts}), жүктеп алынған күні: ${day}, ${address}. Байланысқа сілтеме жасағанда, оның дереккөзін де көрсетіңіз: ол дәлелдерінде аталған.`,
  otherFiles:
    'Қалған файлдардың әрқайсысы бір нысан туралы. Сілтемелер басқа нысандардың файлдарына апарады; ондай файл болмаса, нысан жүктелгендердің қатарына кірмеген.',
};

export const aboutTexts: Readonly<Record<Language, AboutTexts>> = { en, ru, kk };
