import { createHash } from 'node:crypto';
import type { PropertyDefinitions } from '../vocabulary/properties.js';
import { languageOfText } from '../values/localized-text.js';
import type { EvidenceRecord, Stance } from '../model/records.js';
import { isUnsourced } from './claims.js';
import { EDITORIAL_SOURCE } from '../model/attestation.js';
import { UNSOURCED_NOTE } from './editorial.js';
import type { EvidenceEntry } from './entries.js';
import { definitionOfValue, propertyOfValue, type TextValues } from './property-values.js';

/** A record with all the evidence for it. */
export interface WithEvidence<R> {
  readonly record: R;
  readonly evidence: readonly EvidenceRecord[];
}

type EvidenceContent = Omit<EvidenceRecord, 'id' | 'source' | 'targetRecord'>;

/**
 * Adds the id, a digest of the content, so that importing the same evidence again changes nothing.
 * If the evidence claims a value, its stance follows from the value and is not part of the id.
 */
function withId(content: EvidenceContent, isClaim: boolean): EvidenceRecord {
  const { target, property, sourceSlug, position, stance, value } = content;
  const identity = [
    target, property, sourceSlug, position?.start ?? null, position?.end ?? null,
    isClaim ? null : stance, value,
  ]; // prettier-ignore
  const id = createHash('sha256').update(JSON.stringify(identity)).digest('base64url').slice(0, 22);
  return { id, ...content };
}

/** The target of the evidence in an entry. */
export interface EvidenceTarget {
  /** The slug of an entity or the key of a relation. */
  readonly target: string;
  /** The properties whose values sources can claim. */
  readonly definitions: PropertyDefinitions;
  /** The values of the properties in the entry itself. */
  readonly values: TextValues;
}

/**
 * Returns the evidence records of an entry. Evidence for the entry as a whole also confirms each
 * stated property that has a value in the entry, unless the entry has other confirming evidence for
 * that property.
 */
export function evidenceOfEntry(
  all: readonly EvidenceEntry[],
  owner: EvidenceTarget,
): EvidenceRecord[] {
  const { definitions, values } = owner;
  const entries = all.flatMap((entry) => inEachLanguage(entry, owner));
  const confirming = entries.filter((entry) => entry.stance !== 'CONTRADICTS');
  const named = new Set(confirming.map((entry) => entry.property));
  const implied = Object.keys(values).filter(
    (property) => definitionOfValue(property, definitions)?.stated && !named.has(property),
  );
  return entries.flatMap((entry) => {
    const own = evidenceRecord(entry, owner);
    if (entry.property !== undefined || own.stance !== 'CONFIRMS') return [own];
    return [own, ...implied.map((property) => evidenceRecord({ ...entry, property }, owner))];
  });
}

/**
 * Turns evidence for a stated text by language, such as `title`, into evidence for the text in each
 * language that the entry has it in, or for the value that the source states.
 */
function inEachLanguage(
  entry: EvidenceEntry,
  { definitions, values }: EvidenceTarget,
): EvidenceEntry[] {
  const { property = '', value } = entry;
  const { type, stated } = definitions[property] ?? {};
  if (type !== 'localizedText' || !stated) return [entry];
  if (value !== undefined)
    return [{ ...entry, property: `${property}.${languageOfText(String(value))}` }];
  return Object.keys(values)
    .filter((name) => propertyOfValue(name) === property)
    .map((name) => ({ ...entry, property: name }));
}

function evidenceRecord(entry: EvidenceEntry, owner: EvidenceTarget): EvidenceRecord {
  const { property = null, position } = entry;
  const isClaim = property !== null && definitionOfValue(property, owner.definitions) !== undefined;
  const value = entry.value ?? (isClaim ? owner.values[property] : undefined);
  const content: EvidenceContent = {
    target: owner.target,
    property,
    sourceSlug: entry.source,
    position: position
      ? { start: position.start, end: position.end, sha256: position.sha256 }
      : null,
    stance: entry.stance ?? 'CONFIRMS',
    value: value === undefined ? null : String(value),
    preferred: entry.preferred ?? false,
    inferred: entry.inferred ?? false,
    note: entry.note ?? null,
  };
  return withId(content, isClaim);
}

/** Returns evidence that records a value without a source when another value is shown. */
export function unsourcedEvidence(
  target: string,
  property: string,
  value: string,
  stance: Stance,
): EvidenceRecord {
  const content: EvidenceContent = {
    target,
    property,
    sourceSlug: EDITORIAL_SOURCE,
    position: null,
    stance,
    value,
    preferred: false,
    inferred: false,
    note: UNSOURCED_NOTE,
  };
  return withId(content, true);
}

/** Returns the evidence with the stance; the same object if it already has that stance. */
export function withStance(evidence: EvidenceRecord, stance: Stance): EvidenceRecord {
  return evidence.stance === stance ? evidence : { ...evidence, stance };
}

/**
 * Unites two records of the same id. The result does not depend on their order: it is preferred if
 * either is, inferred if both are, and has the note and the digest that come first by code unit.
 * Evidence that only records a value without a source is replaced.
 */
export function uniteEvidence(a: EvidenceRecord, b: EvidenceRecord): EvidenceRecord {
  if (isUnsourced(a)) return b;
  if (isUnsourced(b)) return a;
  const first = (one: string, other: string): string => (one < other ? one : other);
  return {
    ...a,
    position:
      a.position && b.position
        ? { ...a.position, sha256: first(a.position.sha256, b.position.sha256) }
        : a.position,
    preferred: a.preferred || b.preferred,
    inferred: a.inferred && b.inferred,
    note: a.note !== null && b.note !== null ? first(a.note, b.note) : (a.note ?? b.note),
  };
}
