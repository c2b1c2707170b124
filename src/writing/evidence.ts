import { createHash } from 'node:crypto';
import type { PropertyDefinitions } from '../vocabulary/properties.js';
import type { EvidenceRecord, Stance } from '../model/records.js';
import { isUnsourced } from './claims.js';
import { EDITORIAL_SOURCE } from '../model/attestation.js';
import { UNSOURCED_NOTE } from './editorial.js';
import type { EvidenceEntry } from './entries.js';

type EvidenceContent = Omit<EvidenceRecord, 'id' | 'source' | 'targetRecord'>;

/**
 * A piece of evidence with its id, which follows from what it says, so that saying it again changes
 * nothing. On a property with one value the stance follows from the value, and is not part of it.
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

/** What is known of a target when evidence for it is read from a document. */
export interface EvidenceContext {
  readonly target: string;
  /** The properties of its type. */
  readonly definitions: PropertyDefinitions;
  /** The values that the document itself gives for the properties. */
  readonly values: Readonly<Record<string, string>>;
  /** Whether a property has one value, which sources can claim. */
  readonly isClaimed: (property: string) => boolean;
}

/**
 * The evidence of a document's entry. Evidence on the whole entry stands for each stated property
 * that the entry gives, too, unless the entry has confirming evidence for that property of its own.
 */
export function evidenceOfEntry(
  entries: readonly EvidenceEntry[],
  context: EvidenceContext,
): EvidenceRecord[] {
  const { definitions, values } = context;
  const confirming = entries.filter((entry) => entry.stance !== 'CONTRADICTS');
  const named = new Set(confirming.map((entry) => entry.property));
  const implied = Object.keys(values).filter(
    (property) => definitions[property]?.stated === true && !named.has(property),
  );
  return entries.flatMap((entry) => {
    const own = evidenceRecord(entry, context);
    if (entry.property !== undefined || own.stance !== 'CONFIRMS') return [own];
    return [own, ...implied.map((property) => evidenceRecord({ ...entry, property }, context))];
  });
}

function evidenceRecord(entry: EvidenceEntry, context: EvidenceContext): EvidenceRecord {
  const { property = null, position, value } = entry;
  const isClaim = property !== null && context.isClaimed(property);
  const given = value ?? (isClaim ? context.values[property] : undefined);
  const content: EvidenceContent = {
    target: context.target,
    property,
    sourceSlug: entry.source,
    position: position
      ? { start: position.start, end: position.end, sha256: position.sha256 }
      : null,
    stance: entry.stance ?? 'CONFIRMS',
    value: given === undefined ? null : String(given),
    preferred: entry.preferred ?? false,
    inferred: entry.inferred ?? false,
    note: entry.note ?? null,
  };
  return withId(content, isClaim);
}

/** What keeps a value that a document gave without a source once another value is shown. */
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

export function withStance(evidence: EvidenceRecord, stance: Stance): EvidenceRecord {
  return evidence.stance === stance ? evidence : { ...evidence, stance };
}

/**
 * The same evidence, given twice: preferred where it ever was, inferred where it always was, and of
 * two notes or digests the first by code point, so that it does not depend on which came first.
 * What only stands for a value without a source gives way.
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
