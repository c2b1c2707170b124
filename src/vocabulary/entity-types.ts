import type { Label } from './languages.js';
import type { PropertyDefinitions } from './properties.js';
import type { RequiredRelationType } from './required-relation-types.js';

export interface EntityTypeDefinition {
  /** The root field that lists the entities of this type. */
  readonly plural: string;
  readonly label: Label;
  /**
   * The noun that stands beside a name that is a title, or that cannot be declined. In Kazakh it ends
   * in possession, as in «…» іс-шарасы.
   */
  readonly noun: Label;
  /** The nouns of kinds that have their own. */
  readonly nounOfKind?: Readonly<Record<string, Label>>;
  /** Shown in GraphiQL and in the JSON Schema of documents. */
  readonly description: string;
  /** The term of a public vocabulary that it maps to. */
  readonly term: string;
  /** The values that `kind` may have, with their descriptions. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly properties: PropertyDefinitions;
  /**
   * The properties with its first and its last day, which may be the same property. If the type has
   * no `end`, its entities may last without end; else an entity without a last day has the time of
   * its first date. An entity without either has the time of the entities that its relations of the
   * type `elseOf` lead to.
   */
  readonly time?: {
    readonly start: string;
    readonly end?: string;
    readonly elseOf?: RequiredRelationType;
  };
  /** The property that serves as its name; its type is `localizedText`. */
  readonly nameProperty?: string;
}

const statementActs = {
  STRESSED: 'Laid weight on it, or insisted.',
  WELCOMED: 'Received it gladly.',
  URGED: 'Asked others to do it.',
  NOTED: 'Said it without more weight.',
  RECALLED: 'Reminded of what had been before.',
  PRAISED: 'Rated it highly.',
  REPORTED: 'Gave figures or an account.',
  ASKED: 'Put a question.',
} as const;

const body: Label = { en: 'body', ru: 'орган', kk: 'органы' };

/** The entity types. Each is a GraphQL type, a label in Neo4j and a `type` in documents. */
export const entityTypes = {
  Person: {
    plural: 'people',
    label: { en: 'Person', ru: 'Человек', kk: 'Адам' },
    noun: { en: 'person', ru: 'человек', kk: 'адам' },
    description: 'A person in a public role. People are kept only as far as their office goes.',
    term: 'schema:Person',
    kinds: {},
    properties: {},
  },
  Organization: {
    plural: 'organizations',
    label: { en: 'Organization', ru: 'Организация', kk: 'Ұйым' },
    noun: { en: 'organization', ru: 'организация', kk: 'ұйымы' },
    nounOfKind: {
      STATE: { en: 'state', ru: 'государство', kk: 'мемлекеті' },
      GOVERNMENT: body,
      NHRI: body,
      TREATY_BODY: body,
      CONSULTATIVE: body,
      MEDIA: { en: 'publication', ru: 'издание', kk: 'басылымы' },
      FACILITY: { en: 'institution', ru: 'учреждение', kk: 'мекемесі' },
      COURT: { en: 'court', ru: 'суд', kk: 'соты' },
      PARTY: { en: 'party', ru: 'партия', kk: 'партиясы' },
      COMPANY: { en: 'company', ru: 'компания', kk: 'компаниясы' },
      COLLECTIVE: { en: 'group', ru: 'группа', kk: 'тобы' },
    },
    description:
      'An institution or body: a state, a ministry, an ombudsman, a UN body, an NGO, a newspaper, or a collective voice such as “UN experts”.',
    term: 'org:Organization',
    kinds: {
      STATE: 'A state as a party to treaties and a speaker among states.',
      GOVERNMENT: 'A ministry, an agency or another body of a government.',
      PARLIAMENT: 'A parliament, or a chamber or committee of one.',
      COURT: 'A court or tribunal.',
      PROSECUTION: 'A prosecutor’s office.',
      NHRI: 'A national human rights institution.',
      INTERGOVERNMENTAL: 'A body of several states, or an office of one.',
      TREATY_BODY: 'A committee that watches over a treaty.',
      CONSULTATIVE: 'A council or platform that advises another body.',
      PARTY: 'A political party.',
      CIVIL_SOCIETY: 'An organization of citizens.',
      COMPANY: 'A company or another business.',
      RESEARCH: 'An institute that studies and publishes.',
      MEDIA: 'A newspaper, an agency or another publisher.',
      FACILITY: 'An institution with a house and people in it, such as a prison.',
      COLLECTIVE: 'A voice of many who are not named one by one.',
      EDITORIAL: 'The editors of this graph.',
    },
    properties: {},
  },
  Event: {
    plural: 'events',
    label: { en: 'Event', ru: 'Мероприятие', kk: 'Іс-шара' },
    noun: { en: 'event', ru: 'мероприятие', kk: 'іс-шарасы' },
    nounOfKind: {
      CONFERENCE: { en: 'conference', ru: 'конференция', kk: 'конференциясы' },
    },
    description:
      'Something that took place: a conference, a session, a review, a visit, a meeting.',
    term: 'schema:Event',
    kinds: {
      CONFERENCE: 'A conference or forum.',
      SESSION: 'A session of a standing body.',
      REVIEW: 'The review of a state or of its report.',
      MEETING: 'A meeting.',
      VISIT: 'A visit to a country or an institution.',
      BRIEFING: 'A press conference or briefing.',
    },
    properties: {
      startDate: { type: 'partialDate', stated: true, description: 'The day it began.' },
      endDate: {
        type: 'partialDate',
        stated: true,
        description: 'The day it ended; null where it was one day or the end is unknown.',
      },
    },
    time: { start: 'startDate', end: 'endDate' },
  },
  Topic: {
    plural: 'topics',
    label: { en: 'Topic', ru: 'Тема', kk: 'Тақырып' },
    noun: { en: 'topic', ru: 'тема', kk: 'тақырыбы' },
    nounOfKind: {
      MECHANISM: { en: 'mechanism', ru: 'механизм', kk: 'тетігі' },
      PROCEDURE: { en: 'procedure', ru: 'процедура', kk: 'рәсімі' },
      OBSERVANCE: { en: 'day', ru: 'памятная дата', kk: 'атаулы күні' },
    },
    description:
      'A matter that people speak about, a procedure or a mechanism, arranged from broad to narrow.',
    term: 'skos:Concept',
    kinds: {
      THEME: 'A matter of public debate.',
      MECHANISM: 'A mechanism, such as the National Preventive Mechanism.',
      PROCEDURE: 'A procedure, such as the Universal Periodic Review.',
      OBSERVANCE: 'A day that is observed every year.',
    },
    properties: {
      since: {
        type: 'partialDate',
        stated: true,
        description: 'The day since which a mechanism or procedure has worked.',
      },
      model: {
        type: 'text',
        stated: true,
        description:
          'How a mechanism is set up, in the words of the source, such as “Ombuds Plus”.',
      },
    },
    time: { start: 'since' },
  },
  Instrument: {
    plural: 'instruments',
    label: { en: 'Instrument', ru: 'Правовой акт', kk: 'Құқықтық акт' },
    noun: { en: 'document', ru: 'документ', kk: 'құжаты' },
    nounOfKind: {
      TREATY: { en: 'treaty', ru: 'договор', kk: 'шарты' },
      PROTOCOL: { en: 'protocol', ru: 'протокол', kk: 'хаттамасы' },
      DECLARATION: { en: 'declaration', ru: 'декларация', kk: 'декларациясы' },
      LAW: { en: 'law', ru: 'закон', kk: 'заңы' },
      PLAN: { en: 'plan', ru: 'план', kk: 'жоспары' },
    },
    description: 'A treaty, a declaration, a law, an order or a plan.',
    term: 'schema:Legislation',
    kinds: {
      TREATY: 'A treaty or convention.',
      PROTOCOL: 'A protocol to a treaty.',
      DECLARATION: 'A declaration.',
      LAW: 'A law.',
      ORDER: 'An order or decree.',
      PLAN: 'A plan of action.',
    },
    properties: {
      identifier: {
        type: 'text',
        stated: true,
        description: 'Its number or symbol, such as “48-IV”.',
      },
      adoptedOn: {
        type: 'partialDate',
        stated: true,
        description: 'The day it was adopted or made.',
      },
      inForceOn: {
        type: 'partialDate',
        stated: true,
        description: 'The day it entered into force.',
      },
    },
    time: { start: 'adoptedOn' },
  },
  Report: {
    plural: 'reports',
    label: { en: 'Report', ru: 'Доклад', kk: 'Баяндама' },
    noun: { en: 'document', ru: 'документ', kk: 'құжаты' },
    description: 'A report or another document that bodies submit, adopt and review.',
    term: 'schema:Report',
    kinds: {
      STATE_REPORT: 'A report of a state under a treaty or a procedure.',
      OBSERVATIONS: 'The observations of a body on a report or a visit.',
      ACCOUNT: 'The account that a mechanism gives of its work.',
      SUBMISSION: 'A submission by others than the state.',
    },
    properties: {
      identifier: {
        type: 'text',
        stated: true,
        description: 'Its symbol, such as “CCPR/C/KAZ/CO/3”.',
      },
      ordinal: {
        type: 'integer',
        stated: true,
        description: 'Its number in its series: 3 for a third report.',
      },
      date: { type: 'partialDate', stated: true, description: 'The date on the document.' },
    },
    time: { start: 'date', end: 'date' },
  },
  Statement: {
    plural: 'statements',
    label: { en: 'Statement', ru: 'Высказывание', kk: 'Мәлімдеме' },
    noun: { en: 'statement', ru: 'высказывание', kk: 'мәлімдемесі' },
    description:
      'One point that somebody made. Its name is its text. Who made it, where, on whose behalf and about what are relations, each with its own evidence.',
    term: 'schema:Claim',
    kinds: {},
    properties: {
      act: {
        type: {
          enum: 'StatementAct',
          description: 'How a point was made, by the word that the source uses for it.',
          values: statementActs,
        },
        stated: true,
        description:
          'How it was said; null where nobody is named as its speaker. Another source’s other word is evidence on `act`.',
      },
      form: {
        type: {
          enum: 'StatementForm',
          description: 'Whether a text is the speaker’s own words.',
          values: {
            QUOTATION: 'The speaker’s own words.',
            PARAPHRASE: 'The point in the words of the editors.',
          },
        },
        stated: false,
        description: 'Whether `text` quotes or paraphrases.',
      },
      text: { type: 'localizedText', stated: false, description: 'The point itself.' },
      date: {
        type: 'partialDate',
        stated: true,
        description:
          'The day it was made, where that is known apart from the event it was made at.',
      },
    },
    time: { start: 'date', end: 'date', elseOf: 'MADE_AT' },
    nameProperty: 'text',
  },
  Place: {
    plural: 'places',
    label: { en: 'Place', ru: 'Место', kk: 'Орын' },
    noun: { en: 'place', ru: 'место', kk: 'мекені' },
    nounOfKind: {
      CITY: { en: 'city', ru: 'город', kk: 'қаласы' },
      COUNTRY: { en: 'country', ru: 'страна', kk: 'елі' },
    },
    description: 'A city or another place.',
    term: 'schema:Place',
    kinds: { CITY: 'A city or town.', COUNTRY: 'A country.', VENUE: 'A house or hall.' },
    properties: {
      latitude: {
        type: 'decimal',
        stated: true,
        description: 'Degrees north of the equator (WGS 84).',
      },
      longitude: {
        type: 'decimal',
        stated: true,
        description: 'Degrees east of Greenwich (WGS 84).',
      },
    },
  },
} as const satisfies Readonly<Record<string, EntityTypeDefinition>>;

export type EntityType = keyof typeof entityTypes;

export const entityTypeNames = Object.keys(entityTypes) as EntityType[];

/** Turns `Organization` into `ORGANIZATION`, the form of GraphQL enums. */
export function entityTypeEnumValue(type: EntityType): string {
  return type.toUpperCase();
}
