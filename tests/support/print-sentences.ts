import { timeOfState, UNDATED, type Time } from '../../src/model/time.js';
import type { Standing } from '../../src/model/records.js';
import { dayOf, NO_EARLIEST_DAY, NO_LATEST_DAY } from '../../src/values/partial-date.js';
import { languagesFor, textIn } from '../../src/values/localized-text.js';
import { entityTypes, type EntityType } from '../../src/vocabulary/entity-types.js';
import { languages, type Language, type LocalizedText } from '../../src/vocabulary/languages.js';
import type { RelationTypeDefinition } from '../../src/vocabulary/relation-types.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { NO_MARKS } from '../../src/wording/reservations.js';
import {
  sentenceParts,
  type SentenceEnd,
  type SentenceRelation,
} from '../../src/wording/sentences.js';
import { textOf } from '../../src/wording/text-part.js';

const vocabulary = createVocabulary();

/** An entity of the table: its names by language, and what a sentence knows of it. */
interface Actor {
  readonly type: EntityType;
  readonly kind?: string;
  readonly names: LocalizedText;
  readonly act?: string;
  readonly form?: string;
}

const cast = {
  timur: {
    type: 'Person',
    names: { en: 'Timur Akhmetov', ru: 'Тимур Ахметов', kk: 'Тимур Ахметов' },
  },
  aigul: {
    type: 'Person',
    names: { en: 'Aigul Serikkyzy', ru: 'Айгуль Сериккызы', kk: 'Айгүл Серікқызы' },
  },
  ann: { type: 'Person', names: { en: 'Ann Lee', ru: 'Анна Ли' } },
  latin: { type: 'Person', names: { en: 'Ann Lee' } },
  nameless: { type: 'Person', names: {} },
  council: {
    type: 'Organization',
    kind: 'CONSULTATIVE',
    names: {
      en: 'Council for Human Rights',
      ru: 'Совет по правам человека',
      kk: 'Адам құқықтары жөніндегі кеңес',
    },
  },
  ministry: {
    type: 'Organization',
    kind: 'GOVERNMENT',
    names: { en: 'Ministry of Justice', ru: 'Министерство юстиции', kk: 'Әділет министрлігі' },
  },
  state: {
    type: 'Organization',
    kind: 'STATE',
    names: { en: 'Kazakhstan', ru: 'Казахстан', kk: 'Қазақстан' },
  },
  bureau: { type: 'Organization', kind: 'CIVIL_SOCIETY', names: { en: 'Rights First' } },
  experts: {
    type: 'Organization',
    kind: 'COLLECTIVE',
    names: { en: 'UN experts', ru: 'Эксперты ООН', kk: 'БҰҰ сарапшылары' },
  },
  paper: {
    type: 'Organization',
    kind: 'MEDIA',
    names: { en: 'The Courier', ru: 'Курьер', kk: 'Курьер' },
  },
  agency: { type: 'Organization', kind: 'MEDIA', names: { en: 'Kazinform' } },
  conference: {
    type: 'Event',
    kind: 'CONFERENCE',
    names: {
      en: 'Human Rights and the Development of the Penitentiary System: National Priorities',
      ru: 'Права человека и развитие пенитенциарной системы: национальные приоритеты',
      kk: 'Адам құқықтары және пенитенциарлық жүйенің дамуы: ұлттық басымдықтар',
    },
  },
  session: {
    type: 'Event',
    kind: 'SESSION',
    names: {
      en: '60th session of the Council',
      ru: '60-я сессия Совета',
      kk: 'Кеңестің 60-сессиясы',
    },
  },
  theme: {
    type: 'Topic',
    kind: 'THEME',
    names: { en: 'rule of law', ru: 'верховенство права', kk: 'құқық үстемдігі' },
  },
  theme2: {
    type: 'Topic',
    kind: 'THEME',
    names: { en: 'human rights', ru: 'права человека', kk: 'адам құқықтары' },
  },
  npm: {
    type: 'Topic',
    kind: 'MECHANISM',
    names: {
      en: 'National Preventive Mechanism',
      ru: 'национальный превентивный механизм',
      kk: 'Ұлттық превентивтік механизм',
    },
  },
  convention: {
    type: 'Instrument',
    kind: 'TREATY',
    names: {
      en: 'Convention against Torture',
      ru: 'Конвенция против пыток',
      kk: 'Азаптауларға қарсы конвенция',
    },
  },
  law: {
    type: 'Instrument',
    kind: 'LAW',
    names: {
      en: 'Law No. 91 of 2005',
      ru: 'Закон № 91 от 28 ноября 2005 года',
      kk: '2005 жылғы 28 қарашадағы № 91 заң',
    },
  },
  report: {
    type: 'Report',
    kind: 'STATE_REPORT',
    names: {
      en: 'fourth national report',
      ru: 'четвёртый национальный доклад',
      kk: 'төртінші ұлттық баяндама',
    },
  },
  statement: {
    type: 'Statement',
    act: 'NOTED',
    form: 'PARAPHRASE',
    names: {
      en: 'Rights must be protected behind prison walls too.',
      ru: 'Права человека должны быть защищены и в тюрьме.',
      kk: 'Адам құқықтары түрмеде де қорғалуы тиіс.',
    },
  },
  statement2: {
    type: 'Statement',
    act: 'REPORTED',
    form: 'PARAPHRASE',
    names: {
      en: 'Kazakhstan has closed ten prisons.',
      ru: 'Казахстан закрыл десять тюрем.',
      kk: 'Қазақстан он түрмені жапты.',
    },
  },
  question: {
    type: 'Statement',
    act: 'ASKED',
    form: 'PARAPHRASE',
    names: {
      en: 'When will the prison be closed?',
      ru: 'Когда закроют тюрьму?',
      kk: 'Түрме қашан жабылады?',
    },
  },
  russianOnly: {
    type: 'Statement',
    act: 'NOTED',
    form: 'PARAPHRASE',
    names: { ru: 'Права человека должны быть защищены и в тюрьме.' },
  },
  city: { type: 'Place', kind: 'CITY', names: { en: 'Astana', ru: 'Астана', kk: 'Астана' } },
  almaty: { type: 'Place', kind: 'CITY', names: { en: 'Almaty', ru: 'Алматы', kk: 'Алматы' } },
} as const satisfies Readonly<Record<string, Actor>>;

type Role = keyof typeof cast;

/** The first and the second actor of each type that a sentence is about. */
const actors: Readonly<Record<EntityType, readonly [Role, Role]>> = {
  Person: ['timur', 'ann'],
  Organization: ['ministry', 'council'],
  Event: ['conference', 'session'],
  Topic: ['npm', 'theme2'],
  Instrument: ['law', 'convention'],
  Report: ['report', 'report'],
  Statement: ['statement', 'statement2'],
  Place: ['city', 'almaty'],
};

/** One row of the table, which is a sentence in each language. */
interface Row {
  readonly from: Role;
  readonly to: Role;
  readonly type: string;
  readonly properties?: Readonly<Record<string, string | LocalizedText>>;
  readonly time?: Time;
  readonly standing?: Standing;
  /** Who says otherwise: the first end of a rival, or null for those who merely deny it. */
  readonly against?: { readonly rival: Role | null; readonly by: readonly Role[] };
}

const title = { en: 'Deputy Minister', ru: 'заместитель министра', kk: 'министр орынбасары' };
const difference = {
  en: 'the years that are counted',
  ru: 'годы, за которые ведётся счёт',
  kk: 'есептелген жылдар',
};
/** The texts of relations, by property. */
const wordings: Readonly<Record<string, LocalizedText>> = { title, difference };

/** Returns a row for each template of a relation type, and another one for its past. */
function rowsOf(type: string, definition: RelationTypeDefinition): Row[] {
  const { ends, sentenceWith = {}, qualifier = '', properties } = definition;
  return ['', ...Object.keys(sentenceWith)].flatMap((variant): Row[] => {
    const pair = ends.find(({ from }) => from.some((one) => one === variant)) ?? ends[0];
    const isOfType = variant in entityTypes;
    const fromType = isOfType ? (variant as EntityType) : (pair?.from[0] ?? 'Person');
    const toType = toTypeOf(type, pair?.to ?? []);
    const [from] = actors[fromType];
    const to = actors[toType][1];
    const own = {
      ...(variant !== '' &&
        !isOfType && {
          [variant in properties ? variant : qualifier]: wordings[variant] ?? variant,
        }),
    };
    const row = { type, from: fromOf(type, from), to };
    if ('until' in properties) {
      return [
        { ...row, properties: { ...own, since: '2022' } },
        { ...row, properties: { ...own, since: '2011', until: '2015' } },
      ];
    }
    return [
      { ...row, properties: { ...own, ...('date' in properties && { date: '2025-12-10' }) } },
    ];
  });
}

/** Where anything may stand, a topic is the usual thing. */
function toTypeOf(type: string, possible: readonly EntityType[]): EntityType {
  if (possible.includes('Topic') && possible.length > 2) return 'Topic';
  return possible[0] ?? 'Topic';
}

function fromOf(type: string, usual: Role): Role {
  return type === 'PARTY_TO' || type === 'BELONGS_TO'
    ? 'state'
    : type === 'BROADER'
      ? 'theme'
      : usual;
}

const spoke = {
  type: 'PARTICIPATED_IN',
  properties: { role: 'SPEAKER' },
  to: 'conference',
} as const;
const organized = {
  type: 'PARTICIPATED_IN',
  properties: { role: 'ORGANIZER' },
  to: 'conference',
} as const;
const office = { type: 'MEMBER_OF', to: 'ministry' } as const;
const namedIn2025: Time = {
  startEarliest: NO_EARLIEST_DAY,
  startLatest: dayOf('2025-04-25'),
  endEarliest: dayOf('2025-04-25'),
  endLatest: NO_LATEST_DAY,
};

const sections: readonly (readonly [title: string, rows: readonly Row[]])[] = [
  [
    'Every relation type, and every value of its qualifier',
    Object.entries(vocabulary.relationTypes).flatMap(([type, one]) => rowsOf(type, one)),
  ],
  [
    'How something was said',
    [
      ...['STRESSED', 'WELCOMED', 'URGED', 'NOTED', 'RECALLED', 'PRAISED', 'REPORTED'].map(
        (act): Row => ({ type: 'MADE', from: 'timur', to: 'statement', properties: { act } }),
      ),
      { type: 'MADE', from: 'timur', to: 'question' },
      { type: 'MADE', from: 'timur', to: 'statement', properties: { form: 'QUOTATION' } },
      { type: 'MADE', from: 'timur', to: 'russianOnly' },
    ],
  ],
  [
    'Who said it: a man, a woman, a name that does not show which, one body, many',
    (['timur', 'aigul', 'ann', 'ministry', 'experts', 'bureau'] as const).flatMap((from): Row[] => [
      { type: 'MADE', from, to: 'statement2' },
      { ...spoke, from },
    ]),
  ],
  [
    'Offices by what their sources know',
    [
      { ...office, from: 'timur', properties: { title }, time: namedIn2025 },
      { ...office, from: 'timur', time: namedIn2025 },
      {
        ...office,
        from: 'timur',
        properties: {
          title: {
            en: 'Head of the Ministry of Justice',
            ru: 'руководитель: Министерство юстиции',
            kk: 'Әділет министрлігінің басшысы',
          },
          since: '2022-12',
        },
        time: { ...namedIn2025, startEarliest: dayOf('2022-12-01'), startLatest: dayOf('2022-12-31') },
      },
      { ...office, from: 'ann', properties: { title: { en: 'Adviser' } }, time: namedIn2025 },
    ],
  ],
  [
    'Names that are missing, and names in another language',
    [
      { ...spoke, from: 'latin' },
      { ...spoke, from: 'nameless' },
      { type: 'PART_OF', from: 'ministry', to: 'bureau' },
      { type: 'ON_BEHALF_OF', from: 'statement', to: 'bureau' },
      { type: 'MADE_AT', from: 'russianOnly', to: 'session' },
      { type: 'MADE_AT', from: 'question', to: 'conference' },
      { type: 'ABOUT', from: 'conference', to: 'latin' },
    ],
  ],
  [
    'What no source states outright, and what sources deny',
    [
      ...(['INFERRED', 'EDITORIAL'] as const).flatMap((standing): Row[] => [
        { ...spoke, from: 'timur', standing },
        { type: 'BROADER', from: 'theme', to: 'theme2', standing },
      ]),
      { type: 'HELD_IN', from: 'conference', to: 'almaty', standing: 'DENIED', against: { rival: null, by: ['paper'] } },
      { type: 'HELD_IN', from: 'conference', to: 'almaty', standing: 'DENIED', against: { rival: null, by: ['paper', 'agency'] } },
      { ...organized, from: 'council', against: { rival: 'ministry', by: ['paper'] } },
      { ...organized, from: 'council', against: { rival: 'ministry', by: ['paper', 'agency'] } },
      { ...organized, from: 'council', against: { rival: null, by: ['agency'] } },
      { ...organized, from: 'council', against: { rival: null, by: [] } },
    ],
  ],
]; // prettier-ignore

function endOf(role: Role, language: Language, properties: Row['properties'] = {}): SentenceEnd {
  const actor: Actor = cast[role];
  const shown = textIn(actor.names, languagesFor(language));
  return {
    slug: role,
    type: actor.type,
    kind: actor.kind ?? null,
    name: shown?.text ?? `${role}-slug`,
    language: shown?.language ?? null,
    act: given(properties, 'act') ?? actor.act ?? null,
    form: given(properties, 'form') ?? actor.form ?? null,
    endLatest: NO_LATEST_DAY,
  };
}

/** Returns a property that is plain text. */
function given(properties: NonNullable<Row['properties']>, name: string): string | undefined {
  const value = properties[name];
  return typeof value === 'string' ? value : undefined;
}

function sentenceOf(row: Row, language: Language): string {
  const { properties = {}, against } = row;
  const tell = (from: Role) => {
    const ends = {
      from: endOf(from, language, properties),
      to: endOf(row.to, language, properties),
    };
    const relation = {
      type: row.type,
      fromType: ends.from.type,
      toType: ends.to.type,
      properties: properties as SentenceRelation['properties'],
      time:
        row.time ??
        ('until' in properties
          ? timeOfState(given(properties, 'since'), given(properties, 'until'))
          : UNDATED),
    };
    return { relation, ends };
  };
  const voice = against && {
    publishers: against.by.map((one) => endOf(one, language)),
    mark: '',
  };
  const told = {
    ...tell(row.from),
    standing: row.standing ?? ('STATED' as const),
    against:
      against && voice
        ? {
            rivals: against.rival ? [{ ...tell(against.rival), voice }] : [],
            denial: against.rival === null && against.by.length > 0 ? voice : null,
          }
        : null,
    marks: NO_MARKS,
  };
  return textOf(sentenceParts(told, language, vocabulary));
}

/** Returns a page with sentences of every kind in all languages, for native readers to go through. */
export function printSentences(): string {
  let count = 0;
  const printed = sections.map(([heading, rows]) => {
    const items = rows.map((row) => {
      const sentences = languages.map((language) => {
        count += 1;
        return `- ${language}: ${sentenceOf(row, language)}`;
      });
      const { role, act, kind, form } = row.properties ?? {};
      const variant = [role, act, kind, form].filter((one) => typeof one === 'string').join(' ');
      return `**${row.type}**${variant === '' ? '' : ` ${variant}`}\n\n${sentences.join('\n')}\n`;
    });
    return `## ${heading}\n\n${items.join('\n')}`;
  });
  return `# Sentences

How relations are told, by names that are made up. \`npm run generate\` writes this page from the templates in \`src/vocabulary/relation-types.ts\` and the words in \`src/wording/\`. It is for native readers: whoever finds a sentence that nobody would write can say so by its heading. There are ${count} sentences.

${printed.join('\n')}`;
}
