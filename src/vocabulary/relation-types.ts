import { entityTypeNames, type EntityType } from './entity-types.js';
import type { Label } from './languages.js';
import type { PropertyDefinition, PropertyDefinitions } from './properties.js';
import type { RequiredRelationType } from './required-relation-types.js';

/**
 * The meaning of time for a relation type.
 * - STATE: it holds from `since` (or `date`) to `until`; without these, when its sources say it.
 * - POINT: it happened on `date`.
 * - OF_EVENT, OF_STATEMENT: it has the time of its end of that type.
 * - OF_FIRST_END: it has the time of the end that it starts from.
 * - TIMELESS: time does not apply; it may always have held.
 */
export type RelationTime =
  'STATE' | 'POINT' | 'OF_EVENT' | 'OF_STATEMENT' | 'OF_FIRST_END' | 'TIMELESS';

/** The connection field of one end of a relation type, with its description in GraphiQL. */
export type EndField = readonly [name: string, description: string];

export interface RelationTypeDefinition {
  /**
   * The entity types that it may join: in each pair, every type of `from` with every type of `to`.
   */
  readonly ends: readonly {
    readonly from: readonly EntityType[];
    readonly to: readonly EntityType[];
  }[];
  /** The field of entities that the relation starts from. */
  readonly forward: EndField;
  /** The field of entities that the relation leads to. */
  readonly backward: EndField;
  readonly properties: PropertyDefinitions;
  /**
   * The property that is part of the key: two roles of one person at an event are two relations.
   */
  readonly qualifier?: string;
  readonly time: RelationTime;
  /** True if it cannot lead from an entity to itself: nothing is a part of itself. */
  readonly excludesItself?: boolean;
  /** The phrases between the names of its ends, from the first end and from the second. */
  readonly label: Readonly<Record<keyof Label, readonly [forward: string, backward: string]>>;
  /**
   * The headings of a list of such relations of one entity: of what is at their second ends, and of what
   * is at their first. They begin with a capital letter and suit any number of either gender.
   */
  readonly heading: Readonly<Record<keyof Label, readonly [forward: string, backward: string]>>;
  /**
   * True for an office, which may have passed to somebody else since its latest source: its sentence
   * says of when that is.
   */
  readonly isDatedBySources?: boolean;
  /**
   * The template of its sentence, without the full stop and without dates, which follow in
   * parentheses.
   *
   * - `{from}` and `{to}` are its ends; `{to genitive}` is one in a case; `{to bare}` is its name
   *   alone, and `{to title}` its name in quotation marks. `{to said}` tells what a statement says,
   *   and `{to work}`, with or without a case, is the work on it if it is a theme.
   * - `{is|was}`: the first form while the relation holds, the second once it has ended.
   * - `{is/are}`: the singular and the plural, as the first end demands. Four forms are the
   *   masculine, the feminine, the neuter and the plural.
   * - After ` ?? ` stands the template for a first end whose gender is not known.
   * - `{office}` is the title of an office with the institution that it is held in.
   */
  readonly sentence: Label;
  /**
   * More specific templates, of which the first one that applies is used. They apply by
   *
   * - the value of the qualifier and the kind of the second end (`ORGANIZER SESSION`),
   * - the value of the qualifier,
   * - the name of a text property, which the template then contains (as `{difference}`),
   * - the type of the first end, or of the second (`toPlace`),
   * - `Question`: the first end is a statement that asks something,
   * - `toOffice`: the second end is an institution that is named as a person, such as a commissioner.
   */
  readonly sentenceWith?: Readonly<Record<string, Label>>;
  readonly description: string;
  /** The term of a public vocabulary that it maps to. */
  readonly term?: string;
}

const any: readonly EntityType[] = entityTypeNames;

/** A body holds its own sessions and meetings; it organizes what others come to. */
const held: Label = {
  en: '{from} held {to}',
  ru: '{from} {провёл/провела/провело/провели} {to accusative} ?? {from} — организатор {to genitive}',
  kk: '{from} {to accusative} өткізді',
};

const since: PropertyDefinition = {
  type: 'partialDate',
  stated: true,
  description:
    'The day since which the relation has held: `2010`, `2010/..` if it still holds, `2010/` if it ended on an unknown day.',
};
const until: PropertyDefinition = {
  type: 'partialDate',
  stated: true,
  description: 'The day until which the relation held; null if that is unknown or it still holds.',
};
const date: PropertyDefinition = {
  type: 'partialDate',
  stated: true,
  description: 'The day or days on which it happened.',
};
const title: PropertyDefinition = {
  type: 'localizedText',
  stated: true,
  isWording: true,
  description: 'The office or standing held, by language, as sources word it.',
};

/** The sentence of something that is not devoted to what it is about. */
const concerns: Label = {
  en: '{from} {concerns/concern} {to}',
  ru: '{from} {касается/касаются} {to genitive}',
  kk: '{from} {to dative} қатысты',
};

/** The relation type between two statements that cannot both be true. */
export const DISPUTE = 'DISPUTES' satisfies RequiredRelationType;

/** The relation types. A new type is one new entry: everything else reads this table. */
export const relationTypes = {
  MEMBER_OF: {
    ends: [{ from: ['Person'], to: ['Organization'] }],
    forward: [
      'memberships',
      'The organizations that this person belongs or belonged to, and as what.',
    ],
    backward: ['members', 'The people who belong or belonged to this organization, and as what.'],
    properties: { title, since, until },
    time: 'STATE',
    isDatedBySources: true,
    label: {
      en: ['is a member of', 'has as a member'],
      ru: ['состоит в:', 'среди членов:'],
      kk: ['мүше болған ұйым:', 'мүшелерінің бірі:'],
    },
    heading: {
      en: ['Memberships and offices', 'Members and office-holders'],
      ru: ['Членство и должности', 'Члены и должностные лица'],
      kk: ['Мүшелігі мен лауазымдары', 'Мүшелері мен лауазымды тұлғалары'],
    },
    sentence: {
      en: '{from} {is named as|was} part of {to}',
      ru: '{from} {упоминается/упоминаются|был/была/было/были} в составе {to genitive} ?? {from} — ранее в составе {to genitive}',
      kk: '{from} {to genitive} құрамында {аталады|болған}',
    },
    sentenceWith: {
      title: {
        en: '{from} {is named as|was} {office}',
        ru: '{from} — {|в прошлом }{office}',
        kk: '{from}{ —| бұрын} {office}{| болған}',
      },
    },
    description: 'A person holds an office in, works for or belongs to an organization.',
    term: 'org:memberOf',
  },
  BELONGS_TO: {
    ends: [{ from: ['Organization'], to: ['Organization'] }],
    forward: ['belongsTo', 'The bodies that this organization has a seat in, and since when.'],
    backward: ['memberOrganizations', 'The organizations that have a seat in this body.'],
    properties: { title, since, until },
    time: 'STATE',
    excludesItself: true,
    label: {
      en: ['belongs to', 'has as a member organization'],
      ru: ['входит в:', 'среди участников:'],
      kk: ['мүше болған ұйым:', 'мүшелерінің бірі:'],
    },
    heading: {
      en: ['Member of', 'Member organizations'],
      ru: ['Участие в организациях', 'Организации-участники'],
      kk: ['Мүше болған ұйымдары', 'Мүше ұйымдар'],
    },
    sentence: {
      en: '{from} {is a member/are members|was a member/were members} of {to}',
      ru: '{from} {состоит/состоят|состоял/состояла/состояло/состояли} в {to prepositional} ?? {from} — ранее в составе {to genitive}',
      kk: '{from}{ —|} {to genitive} {мүшесі|мүшесі болған}',
    },
    sentenceWith: {
      title: {
        en: '{from} {is/are|was/were} {office}',
        ru: '{from} — {|в прошлом }{office}',
        kk: '{from}{ —| бұрын} {office}{| болған}',
      },
    },
    description: 'An organization or a state is a member of a body or a coalition.',
    term: 'org:memberOf',
  },
  PART_OF: {
    ends: [
      { from: ['Organization'], to: ['Organization'] },
      { from: ['Event'], to: ['Event'] },
    ],
    forward: ['partOf', 'What this is a part of.'],
    backward: ['parts', 'What is a part of this.'],
    properties: { since, until },
    time: 'STATE',
    excludesItself: true,
    label: {
      en: ['is part of', 'includes'],
      ru: ['входит в состав:', 'включает:'],
      kk: ['мынаның бөлігі:', 'құрамында:'],
    },
    heading: {
      en: ['Part of', 'Parts'],
      ru: ['Входит в состав', 'Составные части'],
      kk: ['Ненің құрамында', 'Құрамындағылар'],
    },
    sentence: {
      en: '{from} {is/are|was/were} part of {to}',
      ru: '{from} {входит/входят|входил/входила/входило/входили} в состав {to genitive} ?? {from} — ранее в составе {to genitive}',
      kk: '{from} {to genitive} құрамына {кіреді|кірген}',
    },
    sentenceWith: {
      toOffice: {
        en: '{from} {is/are|was/were} part of the office of {to}',
        ru: '{from} {действует/действуют|действовал/действовала/действовало/действовали} при {to prepositional} ?? {from} — ранее при {to prepositional}',
        kk: '{from} {to genitive} жанында жұмыс {істейді|істеген}',
      },
      Event: {
        en: '{from} {takes/take|took} place as part of {to}',
        ru: '{from} {проходит/проходят|прошёл/прошла/прошло/прошли} в рамках {to genitive} ?? {from} проходит в рамках {to genitive}',
        kk: '{from} {to genitive} аясында {өтеді|өтті}',
      },
    },
    description:
      'An organization stands under another one, or an event took place within another one.',
    term: 'org:subOrganizationOf; schema:superEvent',
  },
  PARTICIPATED_IN: {
    ends: [{ from: ['Person', 'Organization'], to: ['Event'] }],
    forward: ['participations', 'The events that this one took part in, and in which role.'],
    backward: ['participants', 'The people and organizations that took part, and in which role.'],
    properties: {
      role: {
        type: {
          enum: 'ParticipationRole',
          description: 'The role in which somebody took part in an event.',
          values: {
            ORGANIZER: 'Organized it.',
            CO_ORGANIZER: 'Organized it together with the organizer.',
            SUPPORTER: 'Supported it.',
            SPEAKER: 'Spoke at it.',
            MODERATOR: 'Chaired or moderated it.',
            PARTICIPANT: 'Took part without more being said.',
            REPRESENTED: 'Was spoken for by a person who holds an office in it.',
          },
        },
        stated: true,
        description: 'The role in which it took part. Another role is another relation.',
      },
    },
    qualifier: 'role',
    time: 'OF_EVENT',
    label: {
      en: ['took part in', 'had as a participant'],
      ru: ['среди участников мероприятия:', 'среди участников:'],
      kk: ['қатысқан іс-шара:', 'қатысушыларының бірі:'],
    },
    heading: {
      en: ['Took part in', 'Participants'],
      ru: ['Участие в мероприятиях', 'Участники'],
      kk: ['Қатысқан іс-шаралары', 'Қатысушылары'],
    },
    sentence: {
      en: '{from} took part in {to}',
      ru: '{from} {участвовал/участвовала/участвовало/участвовали} в {to prepositional} ?? {from} — в числе участников {to genitive}',
      kk: '{from} {to dative} қатысты',
    },
    sentenceWith: {
      'ORGANIZER SESSION': held,
      'ORGANIZER MEETING': held,
      'ORGANIZER BRIEFING': held,
      'ORGANIZER REVIEW': { ...held, en: '{from} carried out {to}' },
      'ORGANIZER VISIT': {
        en: '{from} made {to}',
        ru: '{from} {совершил/совершила/совершило/совершили} {to accusative} ?? {from} — участник {to genitive}',
        kk: '{from} {to accusative} жасады',
      },
      ORGANIZER: {
        en: '{from} organized {to}',
        ru: '{from} {организовал/организовала/организовало/организовали} {to accusative} ?? {from} — организатор {to genitive}',
        kk: '{from} {to accusative} ұйымдастырды',
      },
      CO_ORGANIZER: {
        en: '{from} co-organized {to}',
        ru: '{from} {выступил соорганизатором/выступила соорганизатором/выступило соорганизатором/выступили соорганизаторами} {to genitive} ?? {from} — соорганизатор {to genitive}',
        kk: '{from} {to accusative} бірлесіп ұйымдастырды',
      },
      SUPPORTER: {
        en: '{from} supported {to}',
        ru: '{from} {поддержал/поддержала/поддержало/поддержали} {to accusative} ?? {from} — в числе поддержавших {to accusative}',
        kk: '{from} {to dative} қолдау көрсетті',
      },
      SPEAKER: {
        en: '{from} spoke at {to}',
        ru: '{from} {выступил/выступила/выступило/выступили} на {to prepositional} ?? {from} — в числе выступивших на {to prepositional}',
        kk: '{from} {to locative} сөз сөйледі',
      },
      MODERATOR: {
        en: '{from} moderated {to}',
        ru: '{from} {вёл/вела/вело/вели} {to accusative} ?? {from} — модератор {to genitive}',
        kk: '{from} {to accusative} жүргізді',
      },
      PARTICIPANT: {
        en: '{from} took part in {to}',
        ru: '{from} {участвовал/участвовала/участвовало/участвовали} в {to prepositional} ?? {from} — в числе участников {to genitive}',
        kk: '{from} {to dative} қатысты',
      },
      REPRESENTED: {
        en: '{from} {was/were} represented at {to}',
        ru: '{from} {был представлен/была представлена/было представлено/были представлены} на {to prepositional} ?? {from} — в числе представленных на {to prepositional}',
        kk: '{to dative} {from} атынан өкіл қатысты',
      },
    },
    description: 'A person or an organization took part in an event.',
    term: 'schema:attendee; schema:performer; schema:organizer (read backward)',
  },
  MADE: {
    ends: [{ from: ['Person', 'Organization'], to: ['Statement'] }],
    forward: ['statements', 'The points that this one made.'],
    backward: ['madeBy', 'Who made this point. Empty where no source names a speaker.'],
    properties: {},
    time: 'OF_STATEMENT',
    label: {
      en: ['said', 'was said by'],
      ru: ['автор высказывания:', 'автор:'],
      kk: ['мәлімдемесі:', 'мәлімдеме иесі:'],
    },
    heading: {
      en: ['Statements', 'Made by'],
      ru: ['Высказывания', 'Авторы'],
      kk: ['Мәлімдемелері', 'Мәлімдеме иелері'],
    },
    sentence: { en: '{from} {to said}', ru: '{from} {to said}', kk: '{from} {to said}' },
    description: 'A person or an organization made a statement.',
    term: 'schema:creator (read backward)',
  },
  ON_BEHALF_OF: {
    ends: [{ from: ['Statement'], to: ['Organization'] }],
    forward: [
      'onBehalfOf',
      'The organizations that this point was made for, by the speaker’s office.',
    ],
    backward: ['statementsOnBehalf', 'The points that others made for this organization.'],
    properties: {},
    time: 'OF_STATEMENT',
    label: {
      en: ['was made on behalf of', 'was spoken for in'],
      ru: ['высказано от имени:', 'от этого имени высказано:'],
      kk: ['мына тараптың атынан айтылды:', 'атынан айтылған мәлімдеме:'],
    },
    heading: {
      en: ['Made on behalf of', 'Statements made on their behalf'],
      ru: ['От чьего имени', 'Высказывания от имени этой стороны'],
      kk: ['Кімнің атынан', 'Атынан айтылған мәлімдемелер'],
    },
    sentence: {
      en: '{from} was raised on behalf of {to}',
      ru: '{from} {прозвучал/прозвучала/прозвучало/прозвучали} от имени {to genitive}',
      kk: '{from} {to} атынан айтылды',
    },
    sentenceWith: {
      Question: {
        en: '{from} was asked on behalf of {to}',
        ru: '{from} был задан от имени {to genitive}',
        kk: '{from} {to} атынан қойылды',
      },
    },
    description: 'A statement was made on behalf of an organization.',
    term: 'prov:actedOnBehalfOf',
  },
  MADE_AT: {
    ends: [{ from: ['Statement'], to: ['Event'] }],
    forward: ['madeAt', 'The events at which this point was made.'],
    backward: ['statements', 'The points that were made at this event.'],
    properties: {},
    time: 'OF_EVENT',
    label: {
      en: ['was made at', 'heard the statement'],
      ru: ['прозвучало на мероприятии:', 'здесь прозвучало:'],
      kk: ['айтылған іс-шара:', 'айтылған мәлімдеме:'],
    },
    heading: {
      en: ['Made at', 'Statements made here'],
      ru: ['Где прозвучало', 'Прозвучавшие высказывания'],
      kk: ['Қайда айтылды', 'Айтылған мәлімдемелер'],
    },
    sentence: {
      en: '{from} was raised at {to}',
      ru: '{from} {прозвучал/прозвучала/прозвучало/прозвучали} на {to prepositional}',
      kk: '{from} {to locative} айтылды',
    },
    sentenceWith: {
      Question: {
        en: '{from} was asked at {to}',
        ru: '{from} был задан на {to prepositional}',
        kk: '{from} {to locative} қойылды',
      },
    },
    description: 'A statement was made at an event.',
    term: 'schema:recordedAt',
  },
  ABOUT: {
    ends: [{ from: ['Statement', 'Event', 'Report'], to: any }],
    forward: ['about', 'What this is about.'],
    backward: ['discussedIn', 'The statements, events and reports that are about this.'],
    properties: {},
    time: 'OF_FIRST_END',
    label: {
      en: ['is about', 'is discussed in'],
      ru: ['тема:', 'обсуждается в:'],
      kk: ['тақырыбы:', 'талқыланған жері:'],
    },
    heading: {
      en: ['About', 'Discussed in'],
      ru: ['О чём', 'Где обсуждается'],
      kk: ['Не туралы', 'Қайда талқыланады'],
    },
    sentence: {
      en: '{from} {is/are} about {to}',
      ru: '{from} {посвящён/посвящена/посвящено/посвящены} {to dative} ?? {from}: тема — {to}',
      kk: '{from} {to dative} арналған',
    },
    sentenceWith: {
      Statement: concerns,
      toPerson: concerns,
      toOrganization: concerns,
      toPlace: concerns,
    },
    description: 'A statement, an event or a report is about something.',
    term: 'schema:about',
  },
  [DISPUTE]: {
    ends: [{ from: ['Statement'], to: ['Statement'] }],
    forward: ['disputes', 'The statements that this one does not agree with.'],
    backward: ['disputedBy', 'The statements that do not agree with this one.'],
    properties: {},
    time: 'TIMELESS',
    excludesItself: true,
    label: {
      en: ['disputes', 'is disputed by'],
      ru: ['противоречит высказыванию:', 'оспаривается высказыванием:'],
      kk: ['мына мәлімдемеге қайшы:', 'қайшы мәлімдеме:'],
    },
    heading: {
      en: ['What it disputes', 'Disputed by'],
      ru: ['Что оспаривает', 'Чем оспаривается'],
      kk: ['Нені даулайды', 'Мұны даулайтын мәлімдемелер'],
    },
    sentence: {
      en: '{from} contradicts {to}',
      ru: '{from} противоречит {to dative}',
      kk: '{from} {to dative} қайшы келеді',
    },
    description: 'Two statements cannot both be taken at their word.',
  },
  DIFFERS_FROM: {
    ends: [{ from: ['Statement'], to: ['Statement'] }],
    forward: ['differsFrom', 'The statements that this one differs from, though both may hold.'],
    backward: ['differing', 'The statements that differ from this one, though both may hold.'],
    properties: {
      difference: {
        type: 'localizedText',
        stated: false,
        isWording: true,
        description: 'What two statements differ in, such as the years that they count.',
      },
    },
    time: 'TIMELESS',
    excludesItself: true,
    label: {
      en: ['differs from', 'differs from'],
      ru: ['отличается от', 'отличается от'],
      kk: ['мынадан өзгеше:', 'мынадан өзгеше:'],
    },
    heading: {
      en: ['Differs from', 'Differs from'],
      ru: ['От чего отличается', 'От чего отличается'],
      kk: ['Неден өзгеше', 'Неден өзгеше'],
    },
    sentence: {
      en: '{from} differs from {to}',
      ru: '{from} отличается от {to genitive}',
      kk: '{from} {to ablative} өзгеше',
    },
    sentenceWith: {
      difference: {
        en: '{from} differs from {to}; the difference: {difference}',
        ru: '{from} отличается от {to genitive}; различие: {difference}',
        kk: '{from} {to ablative} өзгеше; айырмашылығы: {difference}',
      },
    },
    description: 'Two statements differ, and both may hold. It is no disagreement.',
  },
  HELD_IN: {
    ends: [{ from: ['Event'], to: ['Place'] }],
    forward: ['heldIn', 'Where it took place.'],
    backward: ['events', 'The events that took place here.'],
    properties: {},
    time: 'OF_EVENT',
    label: {
      en: ['was held in', 'hosted'],
      ru: ['проходило в:', 'здесь проходило:'],
      kk: ['өткен жері:', 'мұнда өткен іс-шара:'],
    },
    heading: {
      en: ['Held in', 'Events held here'],
      ru: ['Место проведения', 'Что здесь проходило'],
      kk: ['Өткен жері', 'Мұнда өткен іс-шаралар'],
    },
    sentence: {
      en: '{from} {was/were} held in {to}',
      ru: '{from} {прошёл/прошла/прошло/прошли} в {to prepositional} ?? {from}: место проведения — {to}',
      kk: '{from} {to locative} өтті',
    },
    description: 'An event was held in a place.',
    term: 'schema:location',
  },
  LOCATED_IN: {
    ends: [{ from: ['Organization', 'Place'], to: ['Place'] }],
    forward: ['locatedIn', 'Where it is.'],
    backward: ['located', 'The organizations and places that are here.'],
    properties: { since, until },
    time: 'STATE',
    excludesItself: true,
    label: {
      en: ['is located in', 'is the seat of'],
      ru: ['находится в:', 'здесь находится:'],
      kk: ['орналасқан жері:', 'мұнда орналасқан:'],
    },
    heading: {
      en: ['Located in', 'Located here'],
      ru: ['Где находится', 'Что здесь находится'],
      kk: ['Орналасқан жері', 'Мұнда орналасқандар'],
    },
    sentence: {
      en: '{from} {is/are|was/were} located in {to}',
      ru: '{from} {находится/находятся|находился/находилась/находилось/находились} в {to prepositional} ?? {from}: прежнее место — {to}',
      kk: '{from} {to locative} {орналасқан|болған}',
    },
    description: 'An organization or a place is in a place.',
    term: 'schema:containedInPlace',
  },
  PARTY_TO: {
    ends: [{ from: ['Organization'], to: ['Instrument'] }],
    forward: ['treatyActions', 'The treaties that this state signed, ratified or acceded to.'],
    backward: ['parties', 'The states that signed, ratified or acceded to this treaty.'],
    properties: {
      act: {
        type: {
          enum: 'TreatyAct',
          description: 'How a state binds itself to a treaty.',
          values: {
            SIGNATURE: 'Signed it.',
            RATIFICATION: 'Ratified it after signing.',
            ACCESSION: 'Acceded to it without having signed it.',
          },
        },
        stated: true,
        description: 'The act. Another act is another relation.',
      },
      date,
    },
    qualifier: 'act',
    time: 'STATE',
    label: {
      en: ['signed or joined', 'was signed or joined by'],
      ru: ['среди подписавших или участников документа:', 'среди подписавших или участников:'],
      kk: ['қол қойған немесе қосылған құжаты:', 'қол қойған немесе қосылған тарап:'],
    },
    heading: {
      en: ['Signed or joined', 'Signatories and parties'],
      ru: ['Подписание договоров и присоединение к ним', 'Подписавшие и присоединившиеся'],
      kk: ['Қол қойған немесе қосылған құжаттары', 'Қол қойған немесе қосылған тараптар'],
    },
    sentence: {
      en: '{from} signed or became a party to {to}',
      ru: '{from} {подписал/подписала/подписало/подписали} {to accusative} или {стал участником/стала участницей/стало участником/стали участниками} этого документа ?? {from} — сторона, подписавшая {to accusative} или ставшая участником этого документа',
      kk: '{from} {to dative} қол қойды немесе оның қатысушысы болды',
    },
    sentenceWith: {
      SIGNATURE: {
        en: '{from} signed {to}',
        ru: '{from} {подписал/подписала/подписало/подписали} {to accusative} ?? {from} — сторона, подписавшая {to accusative}',
        kk: '{from} {to dative} қол қойды',
      },
      RATIFICATION: {
        en: '{from} ratified {to}',
        ru: '{from} {ратифицировал/ратифицировала/ратифицировало/ратифицировали} {to accusative} ?? {from} — сторона, ратифицировавшая {to accusative}',
        kk: '{from} {to accusative} ратификациялады',
      },
      ACCESSION: {
        en: '{from} acceded to {to}',
        ru: '{from} {присоединился/присоединилась/присоединилось/присоединились} к {to dative} ?? {from} — сторона, присоединившаяся к {to dative}',
        kk: '{from} {to dative} қосылды',
      },
    },
    description: 'A state did something to be bound by a treaty.',
  },
  SUPPLEMENTS: {
    ends: [{ from: ['Instrument'], to: ['Instrument'] }],
    forward: ['supplements', 'The instrument that this one adds to.'],
    backward: ['supplementedBy', 'The instruments, such as protocols, that add to this one.'],
    properties: { date },
    time: 'TIMELESS',
    excludesItself: true,
    label: {
      en: ['supplements', 'is supplemented by'],
      ru: ['дополняет:', 'дополняется документом:'],
      kk: ['мынаны толықтырады:', 'толықтыратын құжат:'],
    },
    heading: {
      en: ['Supplement to', 'Supplemented by'],
      ru: ['Что дополняет', 'Чем дополняется'],
      kk: ['Нені толықтырады', 'Толықтыратын құжаттар'],
    },
    sentence: {
      en: '{from} {supplements/supplement} {to}',
      ru: '{from} {дополняет/дополняют} {to accusative}',
      kk: '{from} {to accusative} толықтырады',
    },
    description: 'An instrument adds to another one, as a protocol does to its convention.',
  },
  IMPLEMENTS: {
    ends: [{ from: ['Instrument'], to: ['Instrument'] }],
    forward: ['implements', 'The instrument that this one brings into national law.'],
    backward: ['implementedBy', 'The national acts that bring this instrument into law.'],
    properties: { date },
    time: 'TIMELESS',
    excludesItself: true,
    label: {
      en: ['implements', 'is implemented by'],
      ru: ['вводит в национальное право:', 'введён в национальное право актом:'],
      kk: ['ұлттық құқыққа енгізетін құжат:', 'ұлттық құқыққа енгізген акт:'],
    },
    heading: {
      en: ['Implements', 'Implemented by'],
      ru: ['Что вводит в национальное право', 'Чем введено в национальное право'],
      kk: ['Ұлттық құқыққа енгізетін құжаттары', 'Ұлттық құқыққа енгізген актілер'],
    },
    sentence: {
      en: '{from} {gives/give} effect to {to} in national law',
      ru: '{from} {вводит/вводят} {to accusative} в национальное право',
      kk: '{from} {to accusative} ұлттық құқыққа енгізеді',
    },
    description: 'A national act ratifies or carries out an instrument.',
    term: 'schema:legislationEnsuresImplementationOf',
  },
  REPEALS: {
    ends: [{ from: ['Instrument'], to: ['Instrument'] }],
    forward: ['repeals', 'The instruments that lost force by this one.'],
    backward: ['repealedBy', 'The instrument by which this one lost force.'],
    properties: { date },
    time: 'TIMELESS',
    excludesItself: true,
    label: {
      en: ['repealed', 'was repealed by'],
      ru: ['отменяет:', 'отменён актом:'],
      kk: ['мынаның күшін жойды:', 'күшін жойған құжат:'],
    },
    heading: {
      en: ['Repeals', 'Repealed by'],
      ru: ['Что отменяет', 'Чем отменено'],
      kk: ['Нелердің күшін жойды', 'Мұның күшін жойған құжаттар'],
    },
    sentence: {
      en: '{from} repealed {to}',
      ru: '{from} {отменил/отменила/отменило/отменили} {to accusative} ?? {from} отменяет {to accusative}',
      kk: '{from} {to genitive} күшін жойды',
    },
    description: 'An instrument ends the force of another one.',
    term: 'eli:repeals',
  },
  ISSUED_UNDER: {
    ends: [{ from: ['Instrument'], to: ['Instrument'] }],
    forward: ['issuedUnder', 'The instrument that this one rests on.'],
    backward: ['issued', 'The instruments that rest on this one.'],
    properties: { date },
    time: 'TIMELESS',
    excludesItself: true,
    label: {
      en: ['was issued under', 'is the basis of'],
      ru: ['издан на основании:', 'на его основании издан:'],
      kk: ['мынаның негізінде шығарылған:', 'негізінде шығарылған құжат:'],
    },
    heading: {
      en: ['Issued under', 'Issued on this basis'],
      ru: ['На каком основании издано', 'Что издано на этом основании'],
      kk: ['Шығарылу негізі', 'Осы негізде шығарылғандар'],
    },
    sentence: {
      en: '{from} {was/were} issued under {to}',
      ru: '{from} {издан/издана/издано/изданы} на основании {to genitive} ?? {from}: основание — {to}',
      kk: '{from} {to genitive} негізінде шығарылды',
    },
    description: 'An instrument was issued on the ground of another one.',
    term: 'eli:based_on',
  },
  ESTABLISHED_UNDER: {
    ends: [{ from: ['Organization', 'Topic'], to: ['Instrument'] }],
    forward: ['establishedUnder', 'The treaties and laws that this rests on.'],
    backward: ['establishes', 'The institutions and mechanisms that rest on this instrument.'],
    properties: { date },
    time: 'STATE',
    label: {
      en: ['has its legal basis in', 'is the legal basis of'],
      ru: ['правовая основа:', 'правовая основа для:'],
      kk: ['құқықтық негізі:', 'осы негізде құрылған:'],
    },
    heading: {
      en: ['Legal basis', 'Legal basis of'],
      ru: ['Правовая основа', 'Чему служит правовой основой'],
      kk: ['Құқықтық негізі', 'Неге құқықтық негіз болады'],
    },
    sentence: {
      en: '{from} {has/have} {its/their} legal basis in {to}',
      ru: '{from} {действует/действуют} на основании {to genitive}',
      kk: '{from genitive} құқықтық негізі — {to}',
    },
    description: 'An institution or a mechanism has its legal ground in an instrument.',
  },
  COORDINATES: {
    ends: [{ from: ['Organization'], to: ['Topic'] }],
    forward: [
      'coordinates',
      'The mechanisms and procedures that this organization runs or steers.',
    ],
    backward: ['coordinatedBy', 'The organizations that run or steer this.'],
    properties: { since, until },
    time: 'STATE',
    label: {
      en: ['coordinates', 'is coordinated by'],
      ru: ['координирует:', 'координатор:'],
      kk: ['мынаны үйлестіреді:', 'үйлестірушісі:'],
    },
    heading: {
      en: ['Coordinator of', 'Coordinated by'],
      ru: ['Что координирует', 'Координаторы'],
      kk: ['Нені үйлестіреді', 'Үйлестірушілері'],
    },
    sentence: {
      en: '{from} {coordinates/coordinate|coordinated} {to work}',
      ru: '{from} {координирует/координируют|координировал/координировала/координировало/координировали} {to work accusative} ?? {from} — ранее координатор {to work genitive}',
      kk: '{from} {to work accusative} {үйлестіреді|үйлестірген}',
    },
    description: 'An organization runs or steers a mechanism or a procedure.',
  },
  SUBMITTED: {
    ends: [{ from: ['Organization'], to: ['Report', 'Instrument'] }],
    forward: ['submitted', 'The reports that this organization handed in.'],
    backward: ['submittedBy', 'Who handed this in.'],
    properties: { date },
    time: 'POINT',
    label: {
      en: ['submitted', 'was submitted by'],
      ru: ['представленный документ:', 'представлен стороной:'],
      kk: ['ұсынған құжаты:', 'ұсынған тарап:'],
    },
    heading: {
      en: ['Submitted', 'Submitted by'],
      ru: ['Представленные документы', 'Кто представил'],
      kk: ['Ұсынған құжаттары', 'Ұсынған тараптар'],
    },
    sentence: {
      en: '{from} submitted {to}',
      ru: '{from} {представил/представила/представило/представили} {to accusative} ?? {from} — сторона, представившая {to accusative}',
      kk: '{from} {to accusative} ұсынды',
    },
    description: 'An organization or a state submitted a report.',
  },
  ADOPTED: {
    ends: [{ from: ['Organization'], to: ['Report', 'Instrument'] }],
    forward: ['adopted', 'The documents that this body adopted.'],
    backward: ['adoptedBy', 'The body that adopted this.'],
    properties: { date },
    time: 'POINT',
    label: {
      en: ['adopted', 'was adopted by'],
      ru: ['принятый документ:', 'принят органом:'],
      kk: ['қабылдаған құжаты:', 'қабылдаған орган:'],
    },
    heading: {
      en: ['Adopted', 'Adopted by'],
      ru: ['Принятые документы', 'Кто принял'],
      kk: ['Қабылдаған құжаттары', 'Қабылдаған органдар'],
    },
    sentence: {
      en: '{from} adopted {to}',
      ru: '{from} {принял/приняла/приняло/приняли} {to accusative} ?? {from} — орган, принявший {to accusative}',
      kk: '{from} {to accusative} қабылдады',
    },
    description: 'A body adopted a report, a law or another document.',
  },
  SUBMITTED_UNDER: {
    ends: [{ from: ['Report'], to: ['Instrument', 'Topic'] }],
    forward: ['submittedUnder', 'The treaty or procedure that this report belongs to.'],
    backward: ['reports', 'The reports under this treaty or procedure.'],
    properties: {},
    time: 'TIMELESS',
    label: {
      en: ['was submitted under', 'has the report'],
      ru: ['представлен в рамках:', 'доклад в рамках:'],
      kk: ['мынаның аясында ұсынылды:', 'аясында ұсынылған баяндама:'],
    },
    heading: {
      en: ['Submitted under', 'Reports'],
      ru: ['В рамках чего представлено', 'Доклады'],
      kk: ['Ненің аясында ұсынылды', 'Баяндамалар'],
    },
    sentence: {
      en: '{from} {was/were} submitted under {to}',
      ru: '{from} {представлен/представлена/представлено/представлены} в рамках {to genitive} ?? {from} относится к {to dative}',
      kk: '{from} {to genitive} аясында ұсынылды',
    },
    description: 'A report was submitted under a treaty or a procedure.',
  },
  PRESENTED_AT: {
    ends: [{ from: ['Report'], to: ['Event'] }],
    forward: ['presentedAt', 'Where this report was presented or defended.'],
    backward: ['reportsPresented', 'The reports that were presented at this event.'],
    properties: { date },
    time: 'OF_EVENT',
    label: {
      en: ['was presented at', 'saw the presentation of'],
      ru: ['представлен на мероприятии:', 'здесь представлен:'],
      kk: ['таныстырылған іс-шара:', 'таныстырылған баяндама:'],
    },
    heading: {
      en: ['Presented at', 'Presented here'],
      ru: ['Где представляли', 'Что здесь представляли'],
      kk: ['Қай іс-шараларда таныстырылды', 'Мұнда таныстырылғандар'],
    },
    sentence: {
      en: '{from} {was/were} presented at {to}',
      ru: '{from} {представлен/представлена/представлено/представлены} на {to prepositional} ?? {from}: место представления — {to}',
      kk: '{from} {to locative} таныстырылды',
    },
    description: 'A report was presented at an event.',
  },
  REVIEWED_BY: {
    ends: [{ from: ['Report'], to: ['Organization'] }],
    forward: ['reviewedBy', 'The body that reviewed this report, and when.'],
    backward: ['reportsReviewed', 'The reports that this body reviewed, and when.'],
    properties: { date },
    time: 'POINT',
    label: {
      en: ['was reviewed by', 'reviewed'],
      ru: ['рассмотрен органом:', 'рассмотренный доклад:'],
      kk: ['қараған орган:', 'қараған баяндамасы:'],
    },
    heading: {
      en: ['Reviewed by', 'Reviewed'],
      ru: ['Кто рассмотрел', 'Рассмотренные доклады'],
      kk: ['Қараған органдар', 'Қараған баяндамалары'],
    },
    sentence: {
      en: '{from} {was/were} reviewed by {to}',
      ru: '{from} {рассмотрен/рассмотрена/рассмотрено/рассмотрены} {to instrumental} ?? {to} — орган, рассмотревший {from accusative}',
      kk: '{from accusative} {to} қарады',
    },
    description: 'A body reviewed a report.',
  },
  SUPPORTS: {
    ends: [{ from: ['Organization'], to: any }],
    forward: ['supports', 'What this organization supports, and how.'],
    backward: ['supportedBy', 'The organizations that support this, and how.'],
    properties: {
      kind: {
        type: {
          enum: 'SupportKind',
          description: 'How an organization supports something.',
          values: {
            PROJECT: 'By a project carried out together.',
            FUNDING: 'By money.',
            EXPERTISE: 'By knowledge or staff.',
          },
        },
        stated: true,
        description: 'How it supports. Another kind is another relation.',
      },
      since,
      until,
    },
    qualifier: 'kind',
    time: 'STATE',
    label: {
      en: ['supports', 'is supported by'],
      ru: ['поддерживает:', 'при поддержке:'],
      kk: ['мынаны қолдайды:', 'қолдаушысы:'],
    },
    heading: {
      en: ['What it supports', 'Supported by'],
      ru: ['Что поддерживает', 'Кто поддерживает'],
      kk: ['Нені қолдайды', 'Қолдаушылары'],
    },
    sentence: {
      en: '{from} {supports/support|supported} {to work}',
      ru: '{from} {поддерживает/поддерживают|поддерживал/поддерживала/поддерживало/поддерживали} {to work accusative} ?? {from} — в числе поддержавших {to work accusative}',
      kk: '{from} {to work dative} қолдау {көрсетеді|көрсеткен}',
    },
    sentenceWith: {
      PROJECT: {
        en: '{from} {supports/support|supported} {to work} through projects',
        ru: '{from} {поддерживает/поддерживают|поддерживал/поддерживала/поддерживало/поддерживали} {to work accusative} своими проектами ?? {from} — в числе поддержавших {to work accusative} проектами',
        kk: '{from} {to work accusative} жобалар арқылы {қолдайды|қолдаған}',
      },
      FUNDING: {
        en: '{from} {funds/fund|funded} {to work}',
        ru: '{from} {финансирует/финансируют|финансировал/финансировала/финансировало/финансировали} {to work accusative} ?? {from} — в числе финансировавших {to work accusative}',
        kk: '{from} {to work accusative} {қаржыландырады|қаржыландырған}',
      },
      EXPERTISE: {
        en: '{from} {provides/provide|provided} expert support to {to work}',
        ru: '{from} {оказывает/оказывают|оказывал/оказывала/оказывало/оказывали} экспертную поддержку {to work dative} ?? {from} — источник экспертной поддержки для {to work genitive}',
        kk: '{from} {to work dative} сараптамалық қолдау {көрсетеді|көрсеткен}',
      },
      toEvent: {
        en: '{from} {supports/support|supported} {to}',
        ru: '{from} {поддерживает/поддерживают|поддержал/поддержала/поддержало/поддержали} {to accusative} ?? {from} — в числе поддержавших {to accusative}',
        kk: '{from} {to dative} қолдау {көрсетеді|көрсетті}',
      },
    },
    description: 'An organization supports something by projects, money or knowledge.',
  },
  BROADER: {
    ends: [{ from: ['Topic'], to: ['Topic'] }],
    forward: ['broader', 'The broader topics that this one belongs to.'],
    backward: ['narrower', 'The narrower topics within this one.'],
    properties: {},
    time: 'TIMELESS',
    excludesItself: true,
    label: {
      en: ['is narrower than', 'is broader than'],
      ru: ['часть более широкой темы:', 'включает более узкую тему:'],
      kk: ['кеңірек тақырыбы:', 'тармағы:'],
    },
    heading: {
      en: ['Broader topics', 'Narrower topics'],
      ru: ['Более широкие темы', 'Более узкие темы'],
      kk: ['Кеңірек тақырыптар', 'Тарырақ тақырыптар'],
    },
    sentence: {
      en: 'the topic of {from} belongs to the broader topic of {to}',
      ru: '{from} относится к более широкой теме {to title}',
      kk: '{from} кеңірек {to title} тақырыбына кіреді',
    },
    description: 'A topic belongs to a broader one. This order is the editors’ own.',
    term: 'skos:broader',
  },
} as const satisfies Readonly<Record<string, RelationTypeDefinition>>;
