import { groupBy } from '../values/group-by.js';
import type { PropertyDefinition } from '../vocabulary/properties.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { EvidenceRecord, Stance } from '../model/records.js';
import type { Sources } from '../model/attestation.js';
import { chooseValue, claimKindOf, isUnsourced, stanceOf, type ClaimKind } from './claims.js';
import { uniteEvidence, unsourcedEvidence, withStance } from './evidence.js';
import type { TextValues } from './property-values.js';
import { chooseTogether } from './said-together.js';

/** The data that merging needs beside the entries. */
export interface MergeContext {
  readonly vocabulary: Vocabulary;
  /** All sources that the evidence cites. */
  readonly sources: Sources;
}

/** The values of one target by property, and the evidence for it. */
export interface AttestedValues {
  readonly values: TextValues;
  readonly evidence: readonly EvidenceRecord[];
}

export interface ValueMerge {
  /** The slug of an entity or the key of a relation. */
  readonly target: string;
  /** What each entry says of the target, in any order. */
  readonly said: readonly AttestedValues[];
  /** Returns the definition of a property that has one value; undefined for other names. */
  readonly definitionOf: (property: string) => PropertyDefinition | undefined;
  readonly sources: Sources;
  /** The properties of which one source should say all. */
  readonly together?: readonly string[];
}

/**
 * Merges the values and the evidence of all entries of a target, whatever their order. Chooses the
 * value of each property to show, and sets the stance of all evidence towards it. A value without a
 * source that is not shown is recorded as evidence from the editors.
 */
export function mergeValues(merge: ValueMerge): AttestedValues {
  const { said, definitionOf } = merge;
  const byProperty = groupBy(uniteAll(said), ({ property }) => property);
  const properties = new Set(said.flatMap(({ values }) => Object.keys(values)));
  const evidence: EvidenceRecord[] = [];
  for (const [property, pieces] of byProperty) {
    if (property !== null && definitionOf(property)) properties.add(property);
    else evidence.push(...pieces);
  }
  const values: Record<string, string> = {};
  const together = valuesSaidTogether(byProperty, merge);
  for (const property of properties) {
    const merged = mergeProperty(property, byProperty.get(property) ?? [], merge, together);
    if (merged.shown !== null) values[property] = merged.shown;
    evidence.push(...merged.evidence);
  }
  return { values, evidence };
}

function uniteAll(said: readonly AttestedValues[]): Iterable<EvidenceRecord> {
  const pieces = new Map<string, EvidenceRecord>();
  for (const piece of said.flatMap(({ evidence }) => evidence)) {
    const known = pieces.get(piece.id);
    pieces.set(piece.id, known ? uniteEvidence(known, piece) : piece);
  }
  return pieces.values();
}

function mergeProperty(
  property: string,
  pieces: readonly EvidenceRecord[],
  { target, said, definitionOf, sources, together: joint = [] }: ValueMerge,
  together: ReadonlyMap<string, string> | null,
): { shown: string | null; evidence: readonly EvidenceRecord[] } {
  const kind = claimKindOf(definitionOf(property));
  const evidence = pieces.filter((piece) => !isUnsourced(piece));
  const sourced = new Set(evidence.map(({ value }) => value));
  const unsourced = [
    ...said.map(({ values }) => values[property] ?? null),
    ...pieces.filter(isUnsourced).map(({ value }) => value),
  ].flatMap((value) => (value === null || sourced.has(value) ? [] : [value]));
  const shown =
    together && joint.includes(property) && evidence.length > 0
      ? (together.get(property) ?? null)
      : chooseValue({ unsourced, evidence, kind }, sources);
  const stanceOfValue = (value: string): Stance => stanceOf(value, shown, kind);
  const kept = new Set(unsourced.filter((value) => value !== shown));
  return {
    shown,
    evidence: [
      ...evidence.map((piece) =>
        piece.value === null ? piece : withStance(piece, stanceOfValue(piece.value)),
      ),
      ...[...kept].map((value) => unsourcedEvidence(target, property, value, stanceOfValue(value))),
    ],
  };
}

/**
 * Returns the values of the properties that are said together; null if sources do not differ in any
 * of them, so that each is chosen by itself.
 */
function valuesSaidTogether(
  byProperty: ReadonlyMap<string | null, readonly EvidenceRecord[]>,
  { together = [], definitionOf, sources }: ValueMerge,
): ReadonlyMap<string, string> | null {
  const evidence = new Map(
    together.flatMap((property) => {
      const pieces = (byProperty.get(property) ?? []).filter((piece) => !isUnsourced(piece));
      return pieces.length > 0 ? [[property, pieces] as const] : [];
    }),
  );
  const differs = [...evidence.values()].some(
    (pieces) => new Set(pieces.flatMap(({ value }) => value ?? [])).size > 1,
  );
  if (!differs) return null;
  const kindOf = (property: string): ClaimKind => claimKindOf(definitionOf(property));
  return chooseTogether({ evidence, kindOf, sources });
}
