import type { PropertyDefinition, PropertyDefinitions } from '../vocabulary/properties.js';
import { languages, type Language, type LocalizedText } from '../vocabulary/languages.js';
import type { EntityDetails, EvidenceRecord, Properties, PropertyValue } from '../model/records.js';
import type { Sources } from '../model/attestation.js';
import { chooseValue, contradicts, isUnsourced, type ClaimedValues } from './claims.js';
import { uniteEvidence, unsourcedEvidence, withStance } from './evidence.js';

/** The values of a target by property, and all the evidence for it, before and after merging. */
export interface Merged {
  readonly values: Readonly<Record<string, string>>;
  readonly evidence: readonly EvidenceRecord[];
}

/**
 * Merges what a document gives with what is there: for each property the claimed value that is to
 * be shown, and the stance of all evidence towards it. A value that no source gives stays known as
 * evidence of the editors when it is not shown.
 */
export function mergeValues(
  target: string,
  before: Merged,
  given: Merged,
  definitionOf: (property: string) => PropertyDefinition | undefined,
  sources: Sources,
): Merged {
  const pieces = new Map(before.evidence.map((piece) => [piece.id, piece]));
  for (const piece of given.evidence) {
    const known = pieces.get(piece.id);
    pieces.set(piece.id, known ? uniteEvidence(known, piece) : piece);
  }
  const properties = new Set([...Object.keys(before.values), ...Object.keys(given.values)]);
  for (const { property } of pieces.values()) {
    if (property !== null && definitionOf(property)) properties.add(property);
  }
  const values: Record<string, string> = {};
  for (const property of properties) {
    const all = [...pieces.values()].filter((piece) => piece.property === property);
    const evidence = all.filter((piece) => !isUnsourced(piece));
    const sourced = new Set(evidence.map((piece) => piece.value));
    const unsourced = new Set(
      [before.values[property], given.values[property], ...all.filter(isUnsourced).map((piece) => piece.value)]
        .filter((value): value is string => typeof value === 'string' && !sourced.has(value)),
    ); // prettier-ignore
    const kind = claimedValues(definitionOf(property));
    const shown = chooseValue({ unsourced: [...unsourced], evidence, values: kind }, sources);
    if (shown === null) continue;
    values[property] = shown;
    for (const piece of all) pieces.delete(piece.id);
    for (const piece of evidence) {
      if (piece.value === null) {
        pieces.set(piece.id, piece);
        continue;
      }
      const stance = contradicts(piece.value, shown, kind) ? 'CONTRADICTS' : 'CONFIRMS';
      pieces.set(piece.id, withStance(piece, stance));
    }
    for (const value of unsourced) {
      if (value === shown) continue;
      const stance = contradicts(value, shown, kind) ? 'CONTRADICTS' : 'CONFIRMS';
      const piece = unsourcedEvidence(target, property, value, stance);
      pieces.set(piece.id, piece);
    }
  }
  return { values, evidence: [...pieces.values()] };
}

function claimedValues(definition: PropertyDefinition | undefined): ClaimedValues {
  if (definition?.isWording) return 'wordings';
  return definition?.type === 'partialDate' ? 'dates' : 'others';
}

/** Properties with the types of their definitions, in the order of the definitions. */
export function typedProperties(
  values: Readonly<Record<string, string>>,
  definitions: PropertyDefinitions,
): Properties {
  const properties: Record<string, PropertyValue> = {};
  for (const [name, { type }] of Object.entries(definitions)) {
    const value = values[name];
    if (value === undefined) continue;
    properties[name] = type === 'integer' || type === 'decimal' ? Number(value) : value;
  }
  return properties;
}

/** The scalar values among a document's keys, as text. */
export function textValues(
  entry: Readonly<Record<string, unknown>>,
  definitions: PropertyDefinitions,
): Record<string, string> {
  const values: Record<string, string> = {};
  for (const name of Object.keys(definitions)) {
    const value = entry[name];
    if (typeof value === 'string' || typeof value === 'number') values[name] = String(value);
  }
  return values;
}

/** Names by language, seen or editorial, and other names. */
export interface Names {
  readonly names: LocalizedText;
  readonly editorial: readonly Language[];
  readonly aliases: EntityDetails['aliases'];
}

/**
 * Unites names. Of two names in one language the one that comes first by code point is shown, and
 * the other one is an alias; a name of the editors gives way to one that was seen, and is no alias.
 */
export function mergeNames(before: Names, given: Names): Names {
  const names: Partial<Record<Language, string>> = {};
  const aliases: Partial<Record<Language, readonly string[]>> = {};
  const editorial: Language[] = [];
  for (const language of languages) {
    const candidates = [before, given].flatMap((side) => {
      const name = side.names[language];
      return name === undefined ? [] : [{ name, editorial: side.editorial.includes(language) }];
    });
    const seen = candidates.filter((candidate) => !candidate.editorial);
    const [name] = (seen.length > 0 ? seen : candidates).map((candidate) => candidate.name).sort();
    if (name !== undefined) names[language] = name;
    if (name !== undefined && seen.length === 0) editorial.push(language);
    const others = [
      ...seen.map((candidate) => candidate.name),
      ...(before.aliases[language] ?? []),
      ...(given.aliases[language] ?? []),
      // What was seen as an alias stays one when a name that was seen takes the editors' place.
    ].filter((alias) => alias !== name || seen.length === 0);
    if (others.length > 0) aliases[language] = [...new Set(others)].sort();
  }
  return { names, editorial, aliases };
}

export function unite(before: readonly string[], given: readonly string[]): readonly string[] {
  return [...new Set([...before, ...given])].sort();
}
