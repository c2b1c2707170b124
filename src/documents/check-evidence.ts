import { isDeepStrictEqual } from 'node:util';
import {
  isEnumerated,
  type PropertyDefinition,
  type PropertyDefinitions,
} from '../vocabulary/properties.js';
import { textByLanguage } from '../values/localized-text.js';
import { didYouMean } from '../values/nearest-name.js';
import { isPartialDate } from '../values/partial-date.js';
import { quoted } from '../values/shown-input.js';
import type { Draft } from './draft.js';
import type { EntityEntry, EvidenceEntry, RelationEntry } from '../writing/entries.js';
import type { Path } from './problem.js';
import { isLanguage, unknownLanguage } from './text-by-language.js';

type Evidence = NonNullable<Draft<EvidenceEntry>>;

/** A finding whose path starts at the evidence, and whose message is made if it is listed. */
interface EvidenceFinding {
  readonly path: Path;
  readonly message: () => string;
  readonly isUnknown?: boolean;
}

/** The entry that evidence is for. */
export interface Owner {
  readonly entry: NonNullable<Draft<EntityEntry | RelationEntry>>;
  /** The properties that evidence for it can name. */
  readonly properties: PropertyDefinitions;
  /** The property whose value is part of the key of a relation. */
  readonly qualifier?: string | undefined;
}

/** The length of the text of each source that is declared, in code points; null if not known. */
export interface SourceLengths {
  get(slug: string): number | null | undefined;
  has(slug: string): boolean;
  /** The slugs of all sources, among which a misspelled one is looked for. */
  slugs(): Iterable<string>;
}

/**
 * Checks a piece of evidence: its source, its passage, its property and its value.
 */
export function checkEvidence(
  evidence: Evidence,
  owner: Owner,
  sources: SourceLengths,
): EvidenceFinding[] {
  return [...checkCitation(evidence, sources), ...wrongClaim(evidence, owner)];
}

/** Checks the source and the passage of a piece of evidence. */
export function checkCitation(evidence: Evidence, sources: SourceLengths): EvidenceFinding[] {
  return [
    ...wrongSource(evidence, sources),
    ...wrongPassage(evidence, sources.get(evidence.source ?? '') ?? null),
  ];
}

/** Returns the properties of every entity that evidence can name, beside the type's own ones. */
export function describedProperties(kinds: Readonly<Record<string, string>>): PropertyDefinitions {
  const define = (type: PropertyDefinition['type']): PropertyDefinition => ({
    type,
    description: '',
    stated: false,
  });
  const kind = define({ enum: 'Kind', description: '', values: kinds });
  return {
    ...(Object.keys(kinds).length > 0 ? { kind } : {}),
    names: define('localizedText'),
    aliases: define('localizedText'),
    description: define('localizedText'),
    sameAs: define('text'),
  };
}

/** The properties with several values, none of which contradicts another. */
const united = ['names', 'aliases', 'sameAs'];

function wrongSource({ source }: Evidence, sources: SourceLengths): EvidenceFinding[] {
  if (!source || sources.has(source)) return [];
  const message = (): string =>
    `Unknown source “${source}”.${didYouMean(source, sources.slugs())} Declare it under \`sources\`.`;
  return [{ path: ['source'], message, isUnknown: true }];
}

/** Checks a passage. `length` is that of the source's text in code points; null if not known. */
function wrongPassage({ position }: Evidence, length: number | null): EvidenceFinding[] {
  const { start = null, end = null } = position ?? {};
  if (start === null || end === null) return [];
  if (end <= start) {
    return finding(
      ['position'],
      () =>
        `\`end\` must be greater than \`start\`, since it is exclusive (got ${end} and ${start}).`,
    );
  }
  if (length === null || end <= length) return [];
  return finding(
    ['position', 'end'],
    () => `\`end\` must be at most ${length}, the length of the source’s text (got ${end}).`,
  );
}

function wrongClaim(
  evidence: Evidence,
  { entry, properties, qualifier }: Owner,
): EvidenceFinding[] {
  const { property, value } = evidence;
  if (property === undefined) return wrongWithoutProperty(evidence);
  if (property === null) return [];
  const definition = definitionOf(property, properties);
  if (!definition) {
    const [name = '', ...tags] = property.split('.');
    const localized = Object.hasOwn(properties, name) && properties[name]?.type === 'localizedText';
    if (localized) return finding(['property'], () => unknownLanguage(tags.join('.')));
    const allowed = Object.keys(properties);
    return finding(
      ['property'],
      () =>
        `Unknown property ${quoted(property)} on ${entry.type ?? 'this entry'}.${didYouMean(property, allowed)} Allowed: ${allowed.join(', ') || 'none'}.`,
    );
  }
  const [name = '', language] = property.split('.');
  const isWhole = definition.type === 'localizedText' && language === undefined;
  if ((isWhole && !definition.stated) || united.includes(name)) return [];
  if (value === undefined) return wrongWithoutValue(evidence, property, entry);
  if (value === null) return [];
  const entryValue = entry[property];
  if (property === qualifier && entryValue !== null && entryValue !== value) {
    return finding(
      ['value'],
      () =>
        `A relation’s \`${property}\` is part of its key. Add a separate entry for a different ${property}.`,
    );
  }
  const wrong = wrongValue(String(value), definition);
  return wrong === null ? [] : finding(['value'], () => wrong);
}

function wrongWithoutProperty({ stance, value, preferred }: Evidence): EvidenceFinding[] {
  const hint = 'Add `property`.';
  return [
    ...(preferred
      ? finding(['preferred'], () => `Only evidence on a property can be preferred. ${hint}`)
      : []),
    ...(value !== undefined && (stance === undefined || stance === 'CONFIRMS')
      ? finding(['value'], () => `Only evidence on a property can have a value to confirm. ${hint}`)
      : []),
  ];
}

function wrongWithoutValue(
  { stance }: Evidence,
  property: string,
  entry: Owner['entry'],
): EvidenceFinding[] {
  if (stance === null) return [];
  if (stance === 'CONTRADICTS') {
    return finding([], () => `The \`value\` that the source gives for “${property}” is missing.`);
  }
  const [name = '', language] = property.split('.');
  if (hasValue(entry[name], language)) return [];
  return finding(
    [],
    () =>
      `The entry has no “${property}” for the source to confirm. Add it to the entry, or add \`value\` to the evidence.`,
  );
}

/**
 * Returns whether an entry has a value for evidence to confirm. A part whose form is wrong counts as
 * a value, and text in no language does not.
 */
function hasValue(value: unknown, language: string | undefined): boolean {
  if (value === undefined) return false;
  if (value === null) return true;
  if (language === undefined) return !isDeepStrictEqual(value, {});
  return (textByLanguage(value) as Readonly<Record<string, unknown>>)[language] !== undefined;
}

/**
 * Returns the definition of a property that evidence names: `names`, or `names.kk` for a language.
 */
function definitionOf(
  named: string,
  properties: PropertyDefinitions,
): PropertyDefinition | undefined {
  const [name = named, language, ...more] = named.split('.');
  const definition = Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (language === undefined) return definition;
  const isKnown = isLanguage(language) && more.length === 0;
  return isKnown && definition?.type === 'localizedText' ? definition : undefined;
}

function wrongValue(value: string, { type }: PropertyDefinition): string | null {
  if (isEnumerated(type)) {
    const allowed = Object.keys(type.values);
    if (allowed.includes(value)) return null;
    return `Unknown value ${quoted(value)}.${didYouMean(value, allowed)} Allowed: ${allowed.join(', ')}.`;
  }
  if (type === 'partialDate' && !isPartialDate(value)) {
    const early = /^\d{1,3}$/.test(value) ? ' Put a year before 1000 in quotes: "0988".' : '';
    return `${quoted(value)} is not a date in EDTF, such as 2025-12-10 or 2025-12.${early}`;
  }
  // Only the form that is stored is accepted, so that one number is one value.
  const number = Number(value);
  if (type === 'integer' && !(Number.isSafeInteger(number) && String(number) === value))
    return 'This must be a whole number.';
  if (type === 'decimal' && !(Number.isFinite(number) && String(number) === value))
    return 'This must be a number.';
  return null;
}

function finding(path: Path, message: () => string): EvidenceFinding[] {
  return [{ path, message }];
}
