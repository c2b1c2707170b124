import { isoDay, NO_EARLIEST_DAY, NO_LATEST_DAY, type Day } from '../values/partial-date.js';
import { languagesFor, textByLanguage, textIn } from '../values/localized-text.js';
import type { EvidenceRecord, PropertyValue, Time } from '../model/records.js';
import { entityTypeEnumValue } from '../vocabulary/entity-types.js';
import { languages, type Language } from '../vocabulary/languages.js';
import type { PropertyDefinitions } from '../vocabulary/properties.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { textOf } from '../wording/text-part.js';
import { count, flag, text, type Column, type ColumnValue } from './column.js';
import type { ExportedEntity, ExportedEvidence, ExportedRelation } from './exported-graph.js';

// The values of entities and relations that every format with columns or attributes has, under the
// same names. Lists are text, since many readers refuse lists.

/** Stands between the entries of a list. */
const SEPARATOR = '; ';

/** Returns the columns of entities beside their slug and their label. */
export function entityColumns(
  vocabulary: Vocabulary,
  language: Language,
): Column<ExportedEntity>[] {
  const definitions = Object.values(vocabulary.entityTypes).map(({ properties, nameProperty }) =>
    Object.fromEntries(Object.entries(properties).filter(([name]) => name !== nameProperty)),
  );
  return [
    text('type', 'The type of the entity.', ({ record }) => entityTypeEnumValue(record.type)),
    text('kind', 'Its kind, within the type.', ({ record }) => record.kind),
    ...languages.map((one) =>
      text<ExportedEntity>(
        `name_${one}`,
        `Its name, in the language ${one}.`,
        ({ record }) => record.names[one] ?? null,
      ),
    ),
    text('aliases', 'Its other names.', ({ record }) =>
      listed(languages.flatMap((one) => record.details.aliases[one] ?? [])),
    ),
    text('description', 'What it is.', ({ record }) =>
      shownText(record.details.description, language),
    ),
    text('sameAs', 'Addresses of it elsewhere.', ({ record }) => listed(record.details.sameAs)),
    count('degree', 'The number of all its relations in the graph.', ({ record }) => record.degree),
    ...timeColumns<ExportedEntity>(),
    ...ownColumns<ExportedEntity>(definitions, language, ({ record }) => record.properties),
    evidenceColumn(),
  ];
}

/** Returns the columns of relations beside their ends. */
export function relationColumns(
  vocabulary: Vocabulary,
  language: Language,
): Column<ExportedRelation>[] {
  const definitions = Object.values(vocabulary.relationTypes).map(({ properties }) => properties);
  return [
    text('kind', 'The type of the relation.', ({ record }) => record.type),
    text(
      'label',
      'Its type in words, between the names of its ends.',
      ({ record }) => vocabulary.relationType(record.type).label[language][0],
    ),
    text('relation', 'Its key.', ({ record }) => record.key),
    text('sentence', 'What it says.', ({ sentence }) => textOf(sentence)),
    text(
      'standing',
      'STATED by a source that counts, INFERRED, EDITORIAL or DENIED.',
      ({ record }) => record.standing,
    ),
    flag(
      'contested',
      'Whether a source denies it, or states another one in its place.',
      ({ record }) => record.isContested,
    ),
    count(
      'publisherCount',
      'The number of publishers that state it.',
      ({ record }) => record.publisherCount,
    ),
    count(
      'originCount',
      'The number of independent origins that these have it from.',
      ({ record }) => record.originCount,
    ),
    text('publishers', 'The slugs of these publishers.', (relation) =>
      listed(publishersOf(relation)),
    ),
    text('sources', 'The slugs of the sources that state it.', ({ record }) =>
      listed(record.sources),
    ),
    ...timeColumns<ExportedRelation>(),
    ...ownColumns<ExportedRelation>(definitions, language, ({ record }) => record.properties),
    evidenceColumn(),
  ];
}

/** The weight of a relation as a line: the number of its publishers, and 1 without any. */
export function weightOf({ record }: ExportedRelation): number {
  return Math.max(1, record.publisherCount);
}

/** Returns the slugs of the publishers that state a relation, sorted. */
export function publishersOf({ record, evidence }: ExportedRelation): string[] {
  const stating = evidence.filter(({ source }) => record.sources.includes(source.slug));
  return [...new Set(stating.map(({ publisher }) => publisher.slug))].sort();
}

/** The widest time of a record: it was at no other time. A side that is not known is absent. */
export const START = 'start';
export const END = 'end';

/** The days of a record under the names of their columns. Days that are not known are absent. */
export function periodOf(
  time: Time,
  names: { readonly start: string; readonly end: string } = { start: START, end: END },
): Record<string, string> {
  const days = {
    [names.start]: dayText(time.startEarliest),
    [names.end]: dayText(time.endLatest),
    certainFrom: dayText(certain(time, time.startLatest)),
    certainUntil: dayText(certain(time, time.endEarliest)),
  };
  return Object.fromEntries(
    Object.entries(days).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}

interface Timed {
  readonly record: { readonly time: Time };
}

function timeColumns<R extends Timed>(): Column<R>[] {
  const day = (name: string, description: string): Column<R> =>
    text(name, description, ({ record }) => periodOf(record.time)[name] ?? null);
  return [
    flag<R>('dated', 'Whether sources say anything of when it was.', ({ record }) =>
      isDated(record.time),
    ),
    day(START, 'The first day on which it may have been.'),
    day(END, 'The last day on which it may have been.'),
    day('certainFrom', 'The first day on which it certainly was.'),
    day('certainUntil', 'The last day on which it certainly was.'),
  ];
}

/** A record was certainly there from its latest start to its earliest end, if these are in order. */
function certain({ startLatest, endEarliest }: Time, day: Day): Day | null {
  return startLatest <= endEarliest ? day : null;
}

function isDated({ startEarliest, startLatest, endEarliest, endLatest }: Time): boolean {
  return [startEarliest, startLatest, endEarliest, endLatest].some((day) => dayText(day) !== null);
}

function dayText(day: Day | null): string | null {
  return day === null || day <= NO_EARLIEST_DAY || day >= NO_LATEST_DAY ? null : isoDay(day);
}

/** Returns a column for each own property of several types. A name stands for one property. */
function ownColumns<R>(
  definitions: readonly PropertyDefinitions[],
  language: Language,
  propertiesOf: (record: R) => Readonly<Record<string, PropertyValue>>,
): Column<R>[] {
  const all = Object.assign({}, ...definitions.toReversed()) as PropertyDefinitions;
  return Object.entries(all).map(([name, { type, description }]) => ({
    name: ownName(name),
    type: type === 'integer' ? 'integer' : type === 'decimal' ? 'double' : 'string',
    description,
    of: (record) => shownValue(propertiesOf(record)[name], language),
  }));
}

/** Names that mean something else in a column, or to a reader: a property of this name is `own_…`. */
const TAKEN = new Set([
  'id', 'key', 'type', 'kind', 'label', 'name', 'parent', 'source', 'target', 'weight', START, END,
  'dated', 'certainFrom', 'certainUntil', 'sentence', 'relation', 'standing', 'contested',
  'publisherCount', 'originCount', 'publishers', 'sources', 'evidence', 'aliases', 'description',
  'sameAs', 'degree',
]); // prettier-ignore

function ownName(name: string): string {
  return TAKEN.has(name) ? `own_${name}` : name;
}

function shownValue(value: PropertyValue | undefined, language: Language): ColumnValue {
  if (value === undefined) return null;
  return typeof value === 'object' ? shownText(value, language) : value;
}

function shownText(value: unknown, language: Language): string | null {
  return textIn(textByLanguage(value), languagesFor(language))?.text ?? null;
}

function evidenceColumn<R extends { readonly evidence: readonly ExportedEvidence[] }>(): Column<R> {
  const description =
    'The evidence, as `source.property@start-end`: without a property it is for the whole; start and end are the passage in characters; `!` marks what contradicts, `~` what is only implied.';
  return text('evidence', description, ({ evidence }) =>
    listed(evidence.map(({ evidence: piece }) => evidenceText(piece))),
  );
}

function evidenceText({
  sourceSlug,
  property,
  position,
  stance,
  inferred,
}: EvidenceRecord): string {
  return [
    sourceSlug,
    property === null ? '' : `.${property}`,
    position === null ? '' : `@${position.start}-${position.end}`,
    stance === 'CONTRADICTS' ? '!' : '',
    inferred ? '~' : '',
  ].join('');
}

function listed(texts: readonly string[]): string | null {
  return texts.length === 0 ? null : texts.join(SEPARATOR);
}
