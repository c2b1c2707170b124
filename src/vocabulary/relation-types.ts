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
   * The template of its sentence, without the full stop and without dates, which follow in
   * parentheses. `{from}` and `{to}` are the names of its ends, in the nominative and, if they are
   * titles, in quotation marks; `{to genitive}` is a noun in the genitive with the name;
   * `{is|was}` is the first form while the relation holds and the second once it has ended.
   */
  readonly sentence: Label;
  /**
   * More specific templates, by the value of the qualifier, or by the name of a text property,
   * which the template then contains (as `{title}`). The first one that applies is used.
   */
  readonly sentenceWith?: Readonly<Record<string, Label>>;
  readonly description: string;
  /** The term of a public vocabulary that it maps to. */
  readonly term?: string;
}

const any: readonly EntityType[] = entityTypeNames;

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
    label: {
      en: ['is a member of', 'has as a member'],
      ru: ['состоит в', 'имеет в своём составе'],
      kk: ['мүшесі болып табылады', 'мүшесі'],
    },
    sentence: {
      en: '{from} {is|was} a member of {to}',
      ru: '{from} — {|ранее }в составе {to genitive}',
      kk: '{from}{ —|} {to genitive} құрамында{| болған}',
    },
    sentenceWith: {
      title: {
        en: '{from} ({to}) {serves|served} as {title}',
        ru: '{from} ({to}) — {|ранее }{title}',
        kk: '{from} ({to}) — {|бұрынғы }{title}',
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
      ru: ['входит в', 'объединяет'],
      kk: ['құрамына кіреді', 'мүше ұйымы'],
    },
    sentence: {
      en: '{from} {belongs|belonged} to {to}',
      ru: '{from} — {|ранее }член {to genitive}',
      kk: '{from}{ —|} {to genitive} мүшесі{| болған}',
    },
    sentenceWith: {
      title: {
        en: '{from} {belongs|belonged} to {to} as {title}',
        ru: '{from} — {|ранее }член {to genitive} со статусом {title}',
        kk: '{from}{ —|} {to genitive} {title} мәртебесіндегі мүшесі{| болған}',
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
      ru: ['является частью', 'включает'],
      kk: ['бөлігі болып табылады', 'қамтиды'],
    },
    sentence: {
      en: '{from} {is|was} part of {to}',
      ru: '{from} — {|ранее }часть {to genitive}',
      kk: '{from}{ —|} {to genitive} бөлігі{| болған}',
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
      ru: ['участвует в', 'имеет участника'],
      kk: ['қатысты', 'қатысушысы болды'],
    },
    sentence: {
      en: '{from} took part in {to}',
      ru: '{from} — среди участников мероприятия {to}',
      kk: '{from} {to} іс-шарасына қатысты',
    },
    sentenceWith: {
      ORGANIZER: {
        en: '{from} organized {to}',
        ru: '{from} — организатор мероприятия {to}',
        kk: '{from} — {to} іс-шарасының ұйымдастырушысы',
      },
      CO_ORGANIZER: {
        en: '{from} co-organized {to}',
        ru: '{from} — соорганизатор мероприятия {to}',
        kk: '{from} — {to} іс-шарасының тең ұйымдастырушысы',
      },
      SUPPORTER: {
        en: '{from} supported {to}',
        ru: '{from} — среди поддержавших мероприятие {to}',
        kk: '{from} {to} іс-шарасына қолдау көрсетті',
      },
      SPEAKER: {
        en: '{from} spoke at {to}',
        ru: '{from} — среди выступивших на мероприятии {to}',
        kk: '{from} {to} іс-шарасында сөз сөйледі',
      },
      MODERATOR: {
        en: '{from} moderated {to}',
        ru: '{from} — модератор мероприятия {to}',
        kk: '{from} — {to} іс-шарасының модераторы',
      },
      PARTICIPANT: {
        en: '{from} took part in {to}',
        ru: '{from} — среди участников мероприятия {to}',
        kk: '{from} {to} іс-шарасына қатысты',
      },
      REPRESENTED: {
        en: '{from} was represented at {to}',
        ru: '{from} — среди представленных на мероприятии {to}',
        kk: '{to} іс-шарасына {from} атынан өкіл қатысты',
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
      ru: ['высказывает', 'автор:'],
      kk: ['айтты', 'айтқан'],
    },
    sentence: {
      en: '{from} made the statement {to}',
      ru: '{from} — автор высказывания {to}',
      kk: '{to} мәлімдемесінің авторы — {from}',
    },
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
      ru: ['высказано от имени', 'представлено в высказывании'],
      kk: ['атынан айтылды', 'атынан айтылған мәлімдеме'],
    },
    sentence: {
      en: 'The statement {from} was made on behalf of {to}',
      ru: 'Высказывание {from} сделано от имени следующей стороны: {to}',
      kk: '{from} мәлімдемесі {to} атынан жасалды',
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
      ru: ['прозвучало на', 'включает высказывание'],
      kk: ['айтылған жері', 'айтылған мәлімдеме'],
    },
    sentence: {
      en: 'The statement {from} was made at {to}',
      ru: 'Высказывание {from} прозвучало на мероприятии {to}',
      kk: '{from} мәлімдемесі {to} іс-шарасында айтылды',
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
      ru: ['касается', 'обсуждается в'],
      kk: ['тақырыбы', 'талқыланған жері'],
    },
    sentence: {
      en: '{from} is about {to}',
      ru: 'Среди тем {from genitive} — {to}',
      kk: '{from genitive} тақырыптарының бірі — {to}',
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
      ru: ['противоречит', 'оспаривается в'],
      kk: ['қайшы келеді', 'қайшы мәлімдемесі бар'],
    },
    sentence: {
      en: 'The statement {from} disputes the statement {to}',
      ru: 'Высказывание {from} противоречит высказыванию {to}',
      kk: '{from} мәлімдемесі {to} мәлімдемесіне қайшы келеді',
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
    sentence: {
      en: 'The statement {from} differs from the statement {to}',
      ru: 'Высказывание {from} отличается от высказывания {to}',
      kk: '{from} мәлімдемесі {to} мәлімдемесінен өзгеше',
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
      ru: ['место проведения', 'принимает мероприятие'],
      kk: ['өткен жері', 'өткен іс-шара'],
    },
    sentence: {
      en: '{from} was held in {to}',
      ru: 'Место проведения мероприятия {from} — {to}',
      kk: '{from} іс-шарасы өткен жер — {to}',
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
      ru: ['находится в', 'является местом нахождения'],
      kk: ['орналасқан жері', 'осында орналасқан'],
    },
    sentence: {
      en: '{from} {is|was} located in {to}',
      ru: '{Местонахождение|Прежнее местонахождение} {from genitive} — {to}',
      kk: '{from genitive} {|бұрын }орналасқан жері — {to}',
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
      ru: ['среди подписавших или участников:', 'среди подписавших или участников есть'],
      kk: ['қол қойғандардың не қатысушылардың бірі:', 'қол қойған не қосылған:'],
    },
    sentence: {
      en: '{from} signed or joined {to}',
      ru: '{from} — сторона, подписавшая документ {to} или присоединившаяся к нему',
      kk: '{from} {to} құжатына қол қойды немесе қосылды',
    },
    sentenceWith: {
      SIGNATURE: {
        en: '{from} signed {to}',
        ru: '{from} — сторона, подписавшая документ {to}',
        kk: '{from} {to} құжатына қол қойды',
      },
      RATIFICATION: {
        en: '{from} ratified {to}',
        ru: '{from} — сторона, ратифицировавшая документ {to}',
        kk: '{from} {to} құжатын ратификациялады',
      },
      ACCESSION: {
        en: '{from} acceded to {to}',
        ru: '{from} — сторона, присоединившаяся к документу {to}',
        kk: '{from} {to} құжатына қосылды',
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
      ru: ['дополняет', 'дополняется'],
      kk: ['толықтырады', 'толықтырылған'],
    },
    sentence: {
      en: '{from} supplements {to}',
      ru: 'Документ {from} служит дополнением к документу {to}',
      kk: '{from} құжаты {to} құжатын толықтырады',
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
      ru: ['имплементирует', 'имплементируется'],
      kk: ['іске асырады', 'іске асыратын акт'],
    },
    sentence: {
      en: '{from} implements {to}',
      ru: 'Документ {from} обеспечивает имплементацию документа {to}',
      kk: '{from} құжаты {to} құжатын іске асырады',
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
      en: ['repeals', 'is repealed by'],
      ru: ['отменяет', 'отменён'],
      kk: ['күшін жояды', 'күшін жойған акт'],
    },
    sentence: {
      en: '{from} repeals {to}',
      ru: 'Документ {from} прекращает действие документа {to}',
      kk: '{from} құжаты {to} құжатының күшін жояды',
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
      en: ['was issued under', 'is the ground of'],
      ru: ['издан на основании', 'служит основанием для'],
      kk: ['негізінде шығарылды', 'негіз болған акт'],
    },
    sentence: {
      en: '{from} was issued under {to}',
      ru: 'Документ {from} издан на основании документа {to}',
      kk: '{from} құжаты {to} құжатының негізінде шығарылды',
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
      en: ['rests on', 'establishes'],
      ru: ['учреждается на основании', 'учреждает'],
      kk: ['негізінде құрылған', 'құрады'],
    },
    sentence: {
      en: '{from} has its legal basis in {to}',
      ru: 'Правовая основа {from genitive} — документ {to}',
      kk: '{from genitive} құқықтық негізі — {to} құжаты',
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
      ru: ['координирует', 'координируется'],
      kk: ['үйлестіреді', 'үйлестіруші ұйымы'],
    },
    sentence: {
      en: '{from} {coordinates|coordinated} {to}',
      ru: '{from} — {|ранее }координатор {to genitive}',
      kk: '{from}{ —|} {to genitive} үйлестірушісі{| болған}',
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
      ru: ['представляет', 'представлен стороной'],
      kk: ['ұсынды', 'ұсынған'],
    },
    sentence: {
      en: '{from} submitted {to}',
      ru: '{from} — сторона, представившая документ {to}',
      kk: '{from} {to} құжатын ұсынды',
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
      ru: ['принимает', 'принят органом'],
      kk: ['қабылдады', 'қабылдаған'],
    },
    sentence: {
      en: '{from} adopted {to}',
      ru: '{from} — орган, принявший документ {to}',
      kk: '{from} {to} құжатын қабылдады',
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
      ru: ['представлен в рамках', 'имеет доклад'],
      kk: ['шеңберінде ұсынылды', 'шеңберіндегі баяндама'],
    },
    sentence: {
      en: '{from} was submitted under {to}',
      ru: 'Документ {from} представлен в рамках {to genitive}',
      kk: '{from} құжаты {to genitive} аясында ұсынылды',
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
      ru: ['представлен на', 'включает представление'],
      kk: ['таныстырылған жері', 'таныстырылған баяндама'],
    },
    sentence: {
      en: '{from} was presented at {to}',
      ru: 'Документ {from} представлен на мероприятии {to}',
      kk: '{from} құжаты {to} іс-шарасында таныстырылды',
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
      ru: ['рассмотрен органом', 'рассматривает'],
      kk: ['қараған орган', 'қарады'],
    },
    sentence: {
      en: '{from} was reviewed by {to}',
      ru: '{to} — орган, рассмотревший документ {from}',
      kk: '{from} құжатын {to} қарады',
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
      ru: ['поддерживает', 'поддерживается'],
      kk: ['қолдайды', 'қолдаушысы'],
    },
    sentence: {
      en: '{from} {supports|supported} {to}',
      ru: '{from} — {|ранее }источник поддержки для {to genitive}',
      kk: '{from}{ —|} {to genitive} қолдаушысы{| болған}',
    },
    sentenceWith: {
      PROJECT: {
        en: '{from} {supports|supported} {to} with a project',
        ru: '{from} — {|ранее }партнёр по проекту в поддержку {to genitive}',
        kk: '{from}{ —|} {to genitive} жоба аясындағы қолдаушысы{| болған}',
      },
      FUNDING: {
        en: '{from} {supports|supported} {to} with funding',
        ru: '{from} — {|ранее }источник финансирования {to genitive}',
        kk: '{from}{ —|} {to genitive} қаржылық қолдаушысы{| болған}',
      },
      EXPERTISE: {
        en: '{from} {supports|supported} {to} with expertise',
        ru: '{from} — {|ранее }источник экспертной поддержки для {to genitive}',
        kk: '{from}{ —|} {to genitive} сараптамалық қолдаушысы{| болған}',
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
      ru: ['уже, чем', 'шире, чем'],
      kk: ['тармағы болып табылады', 'тармағын қамтиды'],
    },
    sentence: {
      en: '{from} belongs to the broader topic {to}',
      ru: 'Тема {from} — часть более широкой темы {to}',
      kk: '{from} тақырыбы кеңірек {to} тақырыбына кіреді',
    },
    description: 'A topic belongs to a broader one. This order is the editors’ own.',
    term: 'skos:broader',
  },
} as const satisfies Readonly<Record<string, RelationTypeDefinition>>;
