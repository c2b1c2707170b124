import { languages, type Language, type LocalizedText } from '../vocabulary/languages.js';
import type { EntityDetails } from '../model/records.js';
import type { EntityEntry } from './entries.js';
import { unite } from './property-values.js';

/** The names and aliases of an entity by language. */
export interface Names {
  readonly names: LocalizedText;
  /** The languages in which the name was chosen by the editors. */
  readonly editorial: readonly Language[];
  readonly aliases: EntityDetails['aliases'];
}

/**
 * Unites the names of all entries of an entity. Of two names in one language, the one that comes
 * first by code unit is shown, and the other one becomes an alias. A name from a source replaces an
 * editorial one, which does not become an alias.
 */
export function mergeNames(entries: readonly EntityEntry[]): Names {
  const sides = entries.map(namesOfEntry);
  const names: Partial<Record<Language, string>> = {};
  const aliases: Partial<Record<Language, readonly string[]>> = {};
  const editorial: Language[] = [];
  for (const language of languages) {
    const seen = namesIn(language, sides, { editorial: false });
    const own = namesIn(language, sides, { editorial: true });
    const [name] = seen.length > 0 ? seen : own;
    if (name !== undefined) names[language] = name;
    if (name !== undefined && seen.length === 0) editorial.push(language);
    const others = [...seen, ...aliasesIn(language, sides)]
      // An alias that equals the editorial name stays: the name may still be replaced.
      .filter((alias) => alias !== name || seen.length === 0);
    if (others.length > 0) aliases[language] = unite(others);
  }
  return { names, editorial, aliases };
}

/** Returns the names of an entry. A name from a source takes precedence over an editorial one. */
function namesOfEntry({
  names = {},
  editorialNames = {},
  aliases = {},
}: EntityEntry): Names {
  return {
    names: { ...editorialNames, ...names },
    editorial: languages.filter(
      (language) => editorialNames[language] !== undefined && names[language] === undefined,
    ),
    aliases,
  };
}

/** Returns the names in a language, sorted by code unit. */
function namesIn(
  language: Language,
  sides: readonly Names[],
  { editorial }: { readonly editorial: boolean },
): string[] {
  return sides
    .filter((side) => side.editorial.includes(language) === editorial)
    .flatMap((side) => side.names[language] ?? [])
    .sort();
}

function aliasesIn(language: Language, sides: readonly Names[]): string[] {
  return sides.flatMap(({ aliases }) => aliases[language] ?? []);
}
