import { timeOfState, type Time } from '../../src/model/time.js';
import { dayOf, NO_EARLIEST_DAY, NO_LATEST_DAY } from '../../src/values/partial-date.js';
import type { LocalizedText } from '../../src/vocabulary/languages.js';
import type { RelationTypeDefinition } from '../../src/vocabulary/relation-types.js';
import type { Row } from './print-sentences.js';
import type { Role } from './sentence-cast.js';

type Sample = readonly [from: Role, to: Role, properties?: Row['properties']];

const chair = { en: 'Chair', ru: 'председатель', kk: 'төраға' };
const leading = { en: 'leading member', ru: 'ведущий участник', kk: 'жетекші мүше' };
const difference = {
  en: 'the years that are counted',
  ru: 'годы, за которые ведётся счёт',
  kk: 'есептелген жылдар',
};

/** A sample for each template, by relation type and by the key of the template; '' for the general. */
const samples: Readonly<Record<string, Readonly<Record<string, Sample>>>> = {
  MEMBER_OF: { '': ['man', 'council'], title: ['man', 'council', { title: chair }] },
  BELONGS_TO: { '': ['state', 'un'], title: ['foreign', 'coalition', { title: leading }] },
  PART_OF: {
    '': ['department', 'ministry'],
    toOffice: ['council', 'commissioner'],
    Event: ['meeting', 'conference'],
  },
  PARTICIPATED_IN: {
    '': ['man', 'session'],
    'ORGANIZER SESSION': ['council', 'session'],
    'ORGANIZER MEETING': ['ministry', 'meeting'],
    'ORGANIZER BRIEFING': ['ministry', 'briefing'],
    'ORGANIZER REVIEW': ['committee', 'review'],
    'ORGANIZER VISIT': ['committee', 'visit'],
    ORGANIZER: ['ministry', 'conference'],
    CO_ORGANIZER: ['council', 'conference'],
    SUPPORTER: ['union', 'conference'],
    SPEAKER: ['man', 'session'],
    MODERATOR: ['woman', 'meeting'],
    PARTICIPANT: ['woman', 'talk'],
    REPRESENTED: ['ministry', 'session'],
  },
  MADE: { '': ['man', 'reported'] },
  ON_BEHALF_OF: { '': ['stressed', 'council'], Question: ['question', 'council'] },
  MADE_AT: { '': ['stressed', 'session'], Question: ['question', 'session'] },
  ABOUT: {
    '': ['conference', 'theme'],
    Statement: ['stressed', 'theme'],
    toPerson: ['reported', 'man'],
    toOrganization: ['reported', 'ministry'],
    toPlace: ['session', 'capital'],
  },
  DISPUTES: { '': ['contrary', 'reported'] },
  DIFFERS_FROM: { '': ['noted', 'reported'], difference: ['noted', 'reported', { difference }] },
  HELD_IN: { '': ['conference', 'capital'] },
  LOCATED_IN: { '': ['ministry', 'capital'] },
  PARTY_TO: {
    '': ['state', 'convention'],
    SIGNATURE: ['state', 'protocol'],
    RATIFICATION: ['state', 'covenant'],
    ACCESSION: ['state', 'convention'],
  },
  SUPPLEMENTS: { '': ['protocol', 'convention'] },
  IMPLEMENTS: { '': ['law', 'protocol'] },
  REPEALS: { '': ['law', 'titledLaw'] },
  ISSUED_UNDER: { '': ['order', 'law'] },
  ESTABLISHED_UNDER: { '': ['mechanism', 'protocol'] },
  COORDINATES: { '': ['council', 'mechanism'] },
  SUBMITTED: { '': ['state', 'report'] },
  ADOPTED: { '': ['committee', 'observations'] },
  SUBMITTED_UNDER: { '': ['report', 'covenant'] },
  PRESENTED_AT: { '': ['report', 'session'] },
  REVIEWED_BY: { '': ['report', 'committee'] },
  SUPPORTS: {
    '': ['union', 'mechanism'],
    toEvent: ['union', 'conference'],
    PROJECT: ['union', 'narrower'],
    FUNDING: ['union', 'mechanism'],
    EXPERTISE: ['council', 'mechanism'],
  },
  BROADER: { '': ['narrower', 'theme'] },
};

const past = timeOfState('2011', '2015');

/** Returns a row for each template of each relation type, and another one for its past. */
export function samplesOf(types: Readonly<Record<string, RelationTypeDefinition>>): readonly Row[] {
  return Object.entries(types).flatMap(([type, { sentenceWith = {}, qualifier, properties }]) =>
    ['', ...Object.keys(sentenceWith)].flatMap((variant): Row[] => {
      const sample = samples[type]?.[variant];
      if (!sample) throw new Error(`The template ${variant} of ${type} has no sample sentence.`);
      const [from, to, own = {}] = sample;
      const isValue = qualifier !== undefined && !/^to[A-Z]/.test(variant) && variant !== '';
      const shows = variant === '' ? type : `${type}, ${variantName(variant)}`;
      const given = { ...own, ...(isValue && { [qualifier]: variant.split(' ')[0] ?? '' }) };
      const row = { type, from, to };
      if (/Event$/.test(variant)) {
        return [
          { ...row, shows: `${shows}: it goes on`, properties: given },
          { ...row, shows: `${shows}: it is over`, properties: given, time: past },
        ];
      }
      if ('until' in properties) {
        return [
          { ...row, shows: `${shows}: it holds`, properties: { ...given, since: '2022' } },
          { ...row, shows: `${shows}: it is over`, properties: { ...given, since: '2011', until: '2015' } },
        ]; // prettier-ignore
      }
      const date = 'date' in properties && { date: '2025-12-10' };
      return [{ ...row, shows, properties: { ...given, ...date } }];
    }),
  );
}

/** Says in words when a template applies that is not for a value of the qualifier. */
function variantName(variant: string): string {
  const names: Readonly<Record<string, string>> = {
    title: 'with a title',
    difference: 'with what differs',
    Event: 'of an event',
    toEvent: 'an event',
    Statement: 'of a statement',
    Question: 'of a question',
    toOffice: 'an institution that is named as a person',
    toPerson: 'a person',
    toOrganization: 'an institution',
    toPlace: 'a place',
  };
  return names[variant] ?? variant;
}

const spoke = {
  type: 'PARTICIPATED_IN',
  to: 'conference',
  properties: { role: 'SPEAKER' },
} as const;
const organized = { ...spoke, from: 'council', properties: { role: 'ORGANIZER' } } as const;

/** What is known of an office that sources of the spring of 2025 name. */
const namedIn2025: Time = {
  startEarliest: NO_EARLIEST_DAY,
  startLatest: dayOf('2025-04-25'),
  endEarliest: dayOf('2025-04-25'),
  endLatest: NO_LATEST_DAY,
};

function office(shows: string, to: Role, title: LocalizedText, since?: string): Row {
  const row = { shows, type: 'MEMBER_OF', from: 'man', to } as const;
  if (since === undefined) return { ...row, properties: { title }, time: namedIn2025 };
  const { startEarliest, startLatest } = timeOfState(since, undefined);
  const time = { ...namedIn2025, startEarliest, startLatest };
  return { ...row, properties: { title, since }, time };
}

/** Further rows, by the heading of their section. */
export const furtherSections: readonly (readonly [heading: string, rows: readonly Row[]])[] = [
  [
    'How something was said',
    [
      { shows: 'Stressed', type: 'MADE', from: 'man', to: 'stressed' },
      { shows: 'Welcomed', type: 'MADE', from: 'man', to: 'welcomed' },
      { shows: 'Welcomed, in words that say so themselves', type: 'MADE', from: 'man', to: 'welcome' },
      { shows: 'Urged', type: 'MADE', from: 'man', to: 'urged' },
      { shows: 'Noted', type: 'MADE', from: 'man', to: 'noted' },
      { shows: 'Recalled', type: 'MADE', from: 'man', to: 'recalled' },
      { shows: 'Praised', type: 'MADE', from: 'man', to: 'praised' },
      { shows: 'Reported', type: 'MADE', from: 'woman', to: 'reported' },
      { shows: 'Asked', type: 'MADE', from: 'man', to: 'question' },
      { shows: 'In the speaker’s own words', type: 'MADE', from: 'man', to: 'quoted' },
      { shows: 'In another language than the sentence', type: 'MADE', from: 'man', to: 'russianOnly' },
    ],
  ],
  [
    'Who said it',
    [
      { shows: 'A name that does not show whether it is a man or a woman', type: 'MADE', from: 'someone', to: 'reported' },
      { shows: 'Such a name with another verb', ...spoke, from: 'someone' },
      { shows: 'A woman', ...spoke, from: 'woman' },
      { shows: 'One institution', type: 'MADE', from: 'ministry', to: 'reported' },
      { shows: 'Many', type: 'MADE', from: 'experts', to: 'reported' },
      { shows: 'An organization in Latin letters', type: 'MADE', from: 'foreign', to: 'reported' },
      { shows: 'Such an organization with another verb', ...spoke, from: 'foreign' },
    ],
  ],
  [
    'Offices',
    [
      office('A deputy minister', 'ministry', { en: 'Deputy Minister', ru: 'заместитель министра', kk: 'министрдің орынбасары' }),
      office('A minister, since a month', 'ministry', { en: 'Minister', ru: 'министр', kk: 'министр' }, '2022-12'),
      office('An adviser of an institution that is named as a person', 'commissioner', { en: 'Adviser', ru: 'советник', kk: 'кеңесші' }),
      office('The representative of a state', 'state', { en: 'Permanent Representative to the UN', ru: 'постоянный представитель при ООН', kk: 'БҰҰ жанындағы тұрақты өкіл' }),
      office('An acting head', 'department', { en: 'Acting Head', ru: 'исполняющий обязанности главы', kk: 'басшының міндетін атқарушы' }),
      office('A title that names the institution', 'ministry', { en: 'Head of the Ministry of Justice', ru: 'руководитель Министерства юстиции', kk: 'Әділет министрлігінің басшысы' }),
      office('A title that does not join the institution', 'ministry', { en: 'Archivist', ru: 'архивариус', kk: 'мұрағатшы' }),
      office('A title in another language than the sentence', 'ministry', { en: 'Archivist' }),
    ],
  ],
  [
    'Names',
    [
      { shows: 'A person without a name in the language', ...spoke, from: 'latin' },
      { shows: 'Such a person in another case', type: 'ABOUT', from: 'stressed', to: 'latin' },
      { shows: 'A person without any name', ...spoke, from: 'nameless' },
      { shows: 'An organization in Latin letters in a case', type: 'PART_OF', from: 'department', to: 'foreign', properties: { since: '2022' } },
      { shows: 'An organization in Latin letters that is spoken for', type: 'ON_BEHALF_OF', from: 'stressed', to: 'foreign' },
      { shows: 'An abbreviation in a case', type: 'PART_OF', from: 'committee', to: 'un', properties: { since: '2022' } },
      { shows: 'A title in quotation marks: it was organized', type: 'PARTICIPATED_IN', from: 'ministry', to: 'talk', properties: { role: 'ORGANIZER' } },
      { shows: 'A title in quotation marks: one spoke at it', type: 'PARTICIPATED_IN', from: 'man', to: 'talk', properties: { role: 'SPEAKER' } },
      { shows: 'A date at the end of a name', type: 'MADE_AT', from: 'stressed', to: 'meeting' },
      { shows: 'A date in a name, which is not said again', type: 'ADOPTED', from: 'commissioner', to: 'order', properties: { date: '2023-01-20' } },
      { shows: 'A statement in another language than the sentence', type: 'MADE_AT', from: 'russianOnly', to: 'session' },
      { shows: 'Work on a theme: it is coordinated', type: 'COORDINATES', from: 'council', to: 'theme', properties: { since: '2022' } },
      { shows: 'Work on a theme: it is supported', type: 'SUPPORTS', from: 'union', to: 'theme', properties: { since: '2022' } },
      { shows: 'Work on a theme: experts support it', type: 'SUPPORTS', from: 'council', to: 'theme', properties: { since: '2022', kind: 'EXPERTISE' } },
    ],
  ],
  [
    'What no source states outright, and what sources deny',
    [
      { shows: 'Sources only imply it', ...spoke, from: 'man', standing: 'INFERRED' },
      { shows: 'Only the editors say so', type: 'BROADER', from: 'narrower', to: 'theme', standing: 'EDITORIAL' },
      { shows: 'One paper denies it, and nobody says so', type: 'HELD_IN', from: 'conference', to: 'city', standing: 'DENIED', against: { rival: null, by: ['paper'] } },
      { shows: 'Two deny it, and nobody says so', type: 'HELD_IN', from: 'conference', to: 'city', standing: 'DENIED', against: { rival: null, by: ['paper', 'agency'] } },
      { shows: 'One paper says otherwise', ...organized, against: { rival: 'ministry', by: ['paper'] } },
      { shows: 'Two say otherwise', ...organized, against: { rival: 'ministry', by: ['paper', 'agency'] } },
      { shows: 'One agency denies it, others say so', ...organized, against: { rival: null, by: ['agency'] } },
      { shows: 'One paper denies another, and nobody says the other', ...organized, against: { rival: 'ministry', by: ['paper'], isRivalDenied: true } },
      { shows: 'Two deny another, and nobody says the other', ...organized, against: { rival: 'ministry', by: ['paper', 'agency'], isRivalDenied: true } },
      { shows: 'Sources disagree, and it is not known who says what', ...organized, against: { rival: null, by: [] } },
    ],
  ],
]; // prettier-ignore
