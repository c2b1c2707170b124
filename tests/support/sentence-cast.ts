import type { EntityType } from '../../src/vocabulary/entity-types.js';
import type { LocalizedText } from '../../src/vocabulary/languages.js';

/** An entity that sample sentences are about: its names by language, and what they know of it. */
export interface Actor {
  readonly type: EntityType;
  readonly kind?: string;
  readonly names: LocalizedText;
  readonly act?: string;
  readonly form?: string;
}

const person = (en: string, ru: string, kk: string): Actor => ({
  type: 'Person',
  names: { en, ru, kk },
});
const organization = (kind: string, en: string, ru: string, kk: string): Actor => ({
  type: 'Organization',
  kind,
  names: { en, ru, kk },
});
const statement = (act: string, en: string, ru: string, kk: string): Actor => ({
  type: 'Statement',
  act,
  form: 'PARAPHRASE',
  names: { en, ru, kk },
});

/** Entities that are made up, though of the kinds that the graph is about. */
export const cast = {
  man: person('Timur Akhmetov', 'Тимур Ахметов', 'Тимур Ахметов'),
  woman: person('Aigul Serikkyzy', 'Айгуль Сериккызы', 'Айгүл Серікқызы'),
  someone: person('Dana Tsoi', 'Дана Цой', 'Дана Цой'),
  latin: { type: 'Person', names: { en: 'Ann Lee' } },
  nameless: { type: 'Person', names: {} },

  state: organization('STATE', 'Kazakhstan', 'Казахстан', 'Қазақстан'),
  ministry: organization('GOVERNMENT', 'Ministry of Justice', 'Министерство юстиции', 'Әділет министрлігі'),
  department: organization('GOVERNMENT', 'Department of Prisons', 'Департамент тюрем', 'Түрмелер департаменті'),
  commissioner: organization('NHRI', 'Commissioner for Human Rights', 'Уполномоченный по правам человека', 'Адам құқықтары жөніндегі уәкіл'),
  council: organization('CONSULTATIVE', 'Expert Council', 'Экспертный совет', 'Сараптамалық кеңес'),
  committee: organization('TREATY_BODY', 'Committee against Torture', 'Комитет против пыток', 'Азаптауға қарсы комитет'),
  un: organization('INTERGOVERNMENTAL', 'UN', 'ООН', 'БҰҰ'),
  coalition: organization('CIVIL_SOCIETY', 'Coalition against Torture', 'Коалиция против пыток', 'Азаптауға қарсы коалиция'),
  union: organization('INTERGOVERNMENTAL', 'European Union', 'Европейский союз', 'Еуропалық одақ'),
  experts: organization('COLLECTIVE', 'UN experts', 'Эксперты ООН', 'БҰҰ сарапшылары'),
  paper: organization('MEDIA', 'The Courier', 'Курьер', 'Курьер'),
  agency: { type: 'Organization', kind: 'MEDIA', names: { en: 'Kazinform' } },
  foreign: { type: 'Organization', kind: 'CIVIL_SOCIETY', names: { en: 'Rights First' } },

  conference: {
    type: 'Event',
    kind: 'CONFERENCE',
    names: {
      en: 'Human Rights and the Development of the Penitentiary System: National Priorities',
      ru: 'Права человека и развитие пенитенциарной системы: национальные приоритеты',
      kk: 'Адам құқықтары және пенитенциарлық жүйенің дамуы: ұлттық басымдықтар',
    },
  },
  talk: { type: 'Event', kind: 'MEETING', names: { en: 'Rights and Reform', ru: 'Право и реформа', kk: 'Құқық және реформа' } },
  briefing: { type: 'Event', kind: 'BRIEFING', names: { en: 'Press conference of the Ministry', ru: 'Пресс-конференция министерства', kk: 'Министрліктің баспасөз конференциясы' } },
  review: { type: 'Event', kind: 'REVIEW', names: { en: 'Review of the second report', ru: 'Рассмотрение второго доклада', kk: 'Екінші баяндаманы қарау' } },
  visit: { type: 'Event', kind: 'VISIT', names: { en: 'Visit to Northland', ru: 'Визит в Нордландию', kk: 'Нордландияға сапар' } },
  session: { type: 'Event', kind: 'SESSION', names: { en: '60th session of the Council', ru: '60-я сессия Совета', kk: 'Кеңестің 60-сессиясы' } },
  meeting: {
    type: 'Event',
    kind: 'MEETING',
    names: {
      en: 'Meeting of the Expert Council, 26 May 2025',
      ru: 'Заседание Экспертного совета, 26 мая 2025 года',
      kk: 'Сараптамалық кеңестің отырысы, 2025 жылғы 26 мамыр',
    },
  },

  theme: { type: 'Topic', kind: 'THEME', names: { en: 'human rights', ru: 'права человека', kk: 'адам құқықтары' } },
  narrower: { type: 'Topic', kind: 'THEME', names: { en: 'rule of law', ru: 'верховенство права', kk: 'құқық үстемдігі' } },
  mechanism: {
    type: 'Topic',
    kind: 'MECHANISM',
    names: { en: 'National Preventive Mechanism', ru: 'национальный превентивный механизм', kk: 'Ұлттық превентивтік механизм' },
  },

  convention: { type: 'Instrument', kind: 'TREATY', names: { en: 'Convention against Torture', ru: 'Конвенция против пыток', kk: 'Азаптауға қарсы конвенция' } },
  covenant: {
    type: 'Instrument',
    kind: 'TREATY',
    names: { en: 'Covenant on Civil and Political Rights', ru: 'Пакт о гражданских и политических правах', kk: 'Азаматтық және саяси құқықтар туралы пакт' },
  },
  protocol: {
    type: 'Instrument',
    kind: 'PROTOCOL',
    names: { en: 'Optional Protocol to the Convention', ru: 'Факультативный протокол к Конвенции', kk: 'Конвенцияға факультативтік хаттама' },
  },
  law: { type: 'Instrument', kind: 'LAW', names: { en: 'Law No. 91 of 2005', ru: 'Закон № 91 от 28 ноября 2005 года', kk: '2005 жылғы 28 қарашадағы № 91 заң' } },
  titledLaw: { type: 'Instrument', kind: 'LAW', names: { en: 'On the Commissioner', ru: 'Об Уполномоченном', kk: 'Уәкіл туралы' } },
  order: {
    type: 'Instrument',
    kind: 'ORDER',
    names: { en: 'Order No. 1 of 20 January 2023', ru: 'Приказ № 1 от 20 января 2023 года', kk: 'Уәкілдің 2023 жылғы 20 қаңтардағы № 1 бұйрығы' },
  },
  report: { type: 'Report', kind: 'STATE_REPORT', names: { en: 'third national report', ru: 'третий национальный доклад', kk: 'үшінші ұлттық баяндама' } },
  observations: {
    type: 'Report',
    kind: 'OBSERVATIONS',
    names: { en: 'Concluding observations on the third report', ru: 'Заключительные замечания по третьему докладу', kk: 'Үшінші баяндама бойынша қорытынды ескертулер' },
  },

  stressed: statement('STRESSED', 'Rights must be protected behind prison walls too.', 'Права человека должны быть защищены и в тюрьме.', 'Адам құқықтары түрмеде де қорғалуы тиіс.'),
  welcomed: statement('WELCOMED', 'Kazakhstan has joined the Protocol.', 'Казахстан присоединился к Протоколу.', 'Қазақстан Хаттамаға қосылды.'),
  welcome: statement('WELCOMED', 'The new law is welcome.', 'Новый закон заслуживает одобрения.', 'Жаңа заң құптауға лайық.'),
  urged: statement('URGED', 'The prison in the centre of Petropavl should be closed.', 'Тюрьму в центре Петропавловска следует закрыть.', 'Петропавлдың орталығындағы түрме жабылуы керек.'),
  noted: statement('NOTED', 'The reform is going on.', 'Реформа продолжается.', 'Реформа жалғасып жатыр.'),
  recalled: statement('RECALLED', 'The death penalty was abolished in 2021.', 'Смертная казнь отменена в 2021 году.', 'Өлім жазасы 2021 жылы жойылды.'),
  praised: statement('PRAISED', 'The country gave up the death penalty.', 'Страна отказалась от смертной казни.', 'Ел өлім жазасынан бас тартты.'),
  reported: statement('REPORTED', 'Kazakhstan has closed ten prisons.', 'Казахстан закрыл десять тюрем.', 'Қазақстан он түрмені жапты.'),
  contrary: statement('REPORTED', 'No prison has been closed.', 'Ни одна тюрьма не закрыта.', 'Бірде-бір түрме жабылған жоқ.'),
  question: statement('ASKED', 'When will the prison be closed?', 'Когда закроют тюрьму?', 'Түрме қашан жабылады?'),
  quoted: {
    type: 'Statement',
    act: 'NOTED',
    form: 'QUOTATION',
    names: { en: 'The reform is going on.', ru: 'Реформа продолжается.', kk: 'Реформа жалғасып жатыр.' },
  },
  russianOnly: { type: 'Statement', act: 'NOTED', form: 'PARAPHRASE', names: { ru: 'Реформа продолжается.' } },

  capital: { type: 'Place', kind: 'CITY', names: { en: 'Astana', ru: 'Астана', kk: 'Астана' } },
  city: { type: 'Place', kind: 'CITY', names: { en: 'Almaty', ru: 'Алматы', kk: 'Алматы' } },
} as const satisfies Readonly<Record<string, Actor>>; // prettier-ignore

export type Role = keyof typeof cast;
