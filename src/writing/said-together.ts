import type { Sources } from '../model/attestation.js';
import type { EvidenceRecord } from '../model/records.js';
import { groupBy } from '../values/group-by.js';
import { propertyOfValue } from './property-values.js';
import { chooseValue, compareRanks, rankOfVoices, supports, type ClaimKind } from './claims.js';

/** The evidence for several properties of one target, and how the values of each are compared. */
export interface JointClaims {
  readonly evidence: ReadonlyMap<string, readonly EvidenceRecord[]>;
  readonly kindOf: (property: string) => ClaimKind;
  readonly sources: Sources;
}

/** What one source says: a value of each property that it speaks of, of a text in each language. */
interface Voice {
  readonly values: ReadonlyMap<string, string>;
  readonly evidence: readonly EvidenceRecord[];
}

/**
 * Chooses the values of several properties so that one source says all of them, where any does: the
 * years of one term must not stand beside the title of another. Of several sources, the one whose
 * values are preferred is taken, else the one that more origins support, else more publishers, else
 * the one that says more, else the earlier one, else the one whose slug comes first. A property of
 * which it says nothing has the value of the next source that contradicts it in no property.
 */
export function chooseTogether(claims: JointClaims): ReadonlyMap<string, string> {
  const voices = voicesIn(claims);
  const ranked = voices
    .map((voice) => ({ voice, rank: rankOf(voice, voices, claims) }))
    .sort((a, b) => compareRanks(a.rank, b.rank));
  const chosen = new Map<string, string>();
  for (const { voice } of ranked) {
    if (contradicts(voice.values, chosen, claims)) continue;
    for (const [property, value] of voice.values)
      if (!chosen.has(property)) chosen.set(property, value);
  }
  return chosen;
}

function voicesIn({ evidence, kindOf, sources }: JointClaims): Voice[] {
  const all = [...evidence].flatMap(([property, pieces]) =>
    pieces.filter(({ value }) => value !== null).map((piece) => ({ property, piece })),
  );
  return [...groupBy(all, ({ piece }) => piece.sourceSlug).values()].map((said) => {
    const values = [...groupBy(said, ({ property }) => property)].flatMap(([property, own]) => {
      const pieces = own.map(({ piece }) => piece);
      const value = chooseValue(
        { unsourced: [], evidence: pieces, kind: kindOf(property) },
        sources,
      );
      return value === null ? [] : [[property, value] as const];
    });
    return { values: new Map(values), evidence: said.map(({ piece }) => piece) };
  });
}

function rankOf(voice: Voice, voices: readonly Voice[], claims: JointClaims): (number | string)[] {
  const isPreferred = voice.evidence.some(
    ({ preferred, property, value }) =>
      preferred && property !== null && voice.values.get(property) === value,
  );
  const supporting = voices.filter((other) => supportsAll(other.values, voice.values, claims));
  const [origins = 0, publishers = 0, day = 0, slug = ''] = rankOfVoices(
    supporting.flatMap(({ evidence }) => evidence),
    claims.sources,
  );
  const [, , ownDay = day, ownSlug = slug] = rankOfVoices(voice.evidence, claims.sources);
  const said = new Set([...voice.values.keys()].map(propertyOfValue)).size;
  return [isPreferred ? 0 : 1, origins, publishers, -said, ownDay, ownSlug];
}

/**
 * Returns whether the values support others in each property that both have. A month supports a day
 * within it, and not the other way round; another wording supports none, as it may be another
 * office, unless both have the same text in another language.
 */
function supportsAll(
  values: ReadonlyMap<string, string>,
  others: ReadonlyMap<string, string>,
  { kindOf }: JointClaims,
): boolean {
  const ofBoth = [...values].filter(([name]) => others.has(name));
  return [...groupBy(ofBoth, ([name]) => propertyOfValue(name)).values()].every((same) =>
    same.some(([name, value]) => supports(value, others.get(name) ?? '', kindOf(name))),
  );
}

/** Returns whether the values contradict each other in a property that both have. */
function contradicts(
  values: ReadonlyMap<string, string>,
  others: ReadonlyMap<string, string>,
  { kindOf }: JointClaims,
): boolean {
  return [...values].some(([property, value]) => {
    const other = others.get(property);
    const kind = kindOf(property);
    if (other === undefined || kind === 'WORDING') return false;
    return !supports(value, other, kind) && !supports(other, value, kind);
  });
}
