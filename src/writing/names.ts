import { attestationOf, type Sources } from '../model/attestation.js';
import type { EntityDetails } from '../model/records.js';
import { groupBy } from '../values/group-by.js';
import { languages, type Language, type LocalizedText } from '../vocabulary/languages.js';
import type { EntityEntry, SaidEntry } from './entries.js';
import { unite } from './property-values.js';

/** The names and aliases of an entity by language. */
export interface Names {
  readonly names: LocalizedText;
  /** The languages in which the name was chosen by the editors. */
  readonly editorial: readonly Language[];
  readonly aliases: EntityDetails['aliases'];
}

/**
 * Unites the names of all entries of an entity, in any order. Of several names in one language, the
 * one with most voices is shown, and the others become aliases. A name from a source replaces an
 * editorial one, which does not become an alias.
 */
export function mergeNames(said: readonly SaidEntry<EntityEntry>[], sources: Sources): Names {
  const names: Partial<Record<Language, string>> = {};
  const aliases: Partial<Record<Language, readonly string[]>> = {};
  const editorial: Language[] = [];
  for (const language of languages) {
    const seen = said.flatMap((one) => usesOf(one, language, 'names'));
    const own = said.flatMap((one) => usesOf(one, language, 'editorialNames'));
    const shown = mostUsed(seen.length > 0 ? seen : own, sources);
    if (shown !== null) names[language] = shown;
    if (shown !== null && seen.length === 0) editorial.push(language);
    const others = [
      ...seen.map(({ name }) => name),
      ...said.flatMap(({ entry }) => entry.aliases?.[language] ?? []),
    ].filter((alias) => alias !== shown || seen.length === 0);
    // An alias that equals the editorial name stays: the name may still be replaced.
    if (others.length > 0) aliases[language] = abbreviationsLast(unite(others));
  }
  return { names, editorial, aliases };
}

/** The first alias is shown where there is no name, so that full names come first. */
function abbreviationsLast(names: readonly string[]): readonly string[] {
  const isAbbreviation = (name: string) => !/\p{Ll}/u.test(name);
  return [
    ...names.filter((name) => !isAbbreviation(name)),
    ...names.filter((name) => isAbbreviation(name)),
  ];
}

/** A name as one entry has it. */
interface Use {
  readonly name: string;
  readonly document: string;
  readonly isPreferred: boolean;
  /** The evidence of the entry for this name. */
  readonly evidence: readonly { readonly sourceSlug: string; readonly inferred: boolean }[];
}

/** Evidence for the entity as a whole is for its name, too, unless the entry has some of its own. */
function usesOf(
  { entry, document }: SaidEntry<EntityEntry>,
  language: Language,
  property: 'names' | 'editorialNames',
): Use[] {
  const name = entry[property]?.[language];
  if (name === undefined) return [];
  const confirming = (entry.evidence ?? []).filter(({ stance }) => stance !== 'CONTRADICTS');
  const own = confirming.filter(
    ({ property, value }) =>
      (property === 'names' || property === `names.${language}`) &&
      (value === undefined || value === name),
  );
  const counting =
    own.length > 0 ? own : confirming.filter((piece) => piece.property === undefined);
  return [
    {
      name,
      document,
      isPreferred: own.some(({ preferred }) => preferred === true),
      evidence: counting.map(({ source, inferred = false }) => ({ sourceSlug: source, inferred })),
    },
  ];
}

/**
 * Returns the name that is preferred, else the one that more origins use, else more publishers, else
 * more documents, else the one with fewer words in capitals, else with more letters, else the first
 * by code unit. Null if there is none.
 */
function mostUsed(uses: readonly Use[], sources: Sources): string | null {
  const [only, ...others] = uses;
  if (!only) return null;
  if (others.every(({ name }) => name === only.name)) return only.name;
  const ranked = [...groupBy(uses, ({ name }) => name)]
    .map(([name, of]) => ({ name, rank: rankOf(name, of, sources) }))
    .sort((a, b) => compareRanks(a.rank, b.rank) || (a.name < b.name ? -1 : 1));
  return ranked[0]?.name ?? null;
}

/** Returns the rank of a name. Ranks are compared from their first number on; less is better. */
function rankOf(name: string, uses: readonly Use[], sources: Sources): readonly number[] {
  const evidence = uses.flatMap((use) => use.evidence);
  const { originCount, publisherCount } = attestationOf(evidence, sources);
  return [
    uses.some(({ isPreferred }) => isPreferred) ? 0 : 1,
    -originCount,
    -publisherCount,
    -new Set(uses.map(({ document }) => document)).size,
    name.match(CAPITALS)?.length ?? 0,
    -(name.match(/\p{L}/gu)?.length ?? 0),
  ];
}

/** Words in capitals, as surnames are written in lists; shorter ones are mostly abbreviations. */
const CAPITALS = /(?<!\p{L})\p{Lu}{4,}(?!\p{L})/gu;

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, at) => value !== b[at]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}
