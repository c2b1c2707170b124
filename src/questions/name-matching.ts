import { LRUCache } from 'lru-cache';
import { identifiersOf } from '../model/identifiers.js';
import type { EntityRecord } from '../model/records.js';
import {
  essentialNames,
  fullWords,
  haveOneFather,
  isWithin,
  meetsInitials,
  nameClassOf,
  nameClasses,
  withoutLastInitial,
  type EssentialName,
  type NameClass,
} from '../values/essential-name.js';
import { foldName, foldedWords } from '../values/folded-name.js';
import { comparableIdentifier } from '../values/identifier-key.js';
import { meantWords, type MeantWords } from '../values/meant-words.js';
import type { EntityType } from '../vocabulary/entity-types.js';
import { namedKinds, type NamedKind } from './named-kinds.js';
import { languages, type Language } from '../vocabulary/languages.js';

/**
 * The ways in which a name can match a search, the best first: the search is the whole name or
 * identifier; each word of it is a word of the name; each is a word or the beginning of one; each is
 * that, or may have been meant for one; each is a word or meant for one, apart from titles, legal
 * forms and a patronymic; the search has the whole name in it, with more words; its words begin with
 * the initials of the name; it names the kind of the entity, and its other words, if there are any, are
 * words of the name or meant for them.
 */
export const matchTiers = [
  'NAME', 'WORDS', 'BEGINNINGS', 'MEANT', 'ESSENTIALS', 'MOST_WORDS', 'INITIALS', 'KIND',
] as const; // prettier-ignore

export type MatchTier = (typeof matchTiers)[number];

export interface NameMatch {
  readonly tier: MatchTier;
  readonly matchedName: string;
  /** Null for an identifier. */
  readonly matchedLanguage: Language | null;
  /** The one word of a name of one word that a search has in it: it counts only if it is rare. */
  readonly onlyWord: string | null;
}

type TierMatch = Pick<NameMatch, 'tier' | 'onlyWord'>;

/** The fewest letters of a name of one word that a search has in it. */
const ONLY_WORD = 3;

/** Finds the name or identifier of an entity that matches a search best. */
export class NameMatching {
  private readonly name: string;
  private readonly typedWords: readonly string[];
  private readonly identifier: string;
  private readonly searched = new Map<NameClass, readonly EssentialName[]>();
  private known: MeantWords | undefined;
  private knownKinds: readonly NamedKind[] | undefined;

  /** @param words the folded words of the query. */
  constructor(
    private readonly query: string,
    private readonly words: readonly string[],
  ) {
    this.name = words.join(' ');
    this.typedWords = query.toLowerCase().split(/\s+/);
    this.identifier = comparableIdentifier(query);
  }

  /** What may have been meant, by word. Computed only if needed, since that takes milliseconds. */
  get meant(): MeantWords {
    return (this.known ??= meantWords(this.query));
  }

  /** The kinds that the query names. */
  get kinds(): readonly NamedKind[] {
    return (this.knownKinds ??= namedKinds(this.words, this.meant));
  }

  /** Returns what is essential in the query if it is a name of this class. */
  essentials(nameClass: NameClass): readonly EssentialName[] {
    let names = this.searched.get(nameClass);
    if (!names) {
      names = essentialNames(this.query, nameClass);
      names = [...names, ...names.flatMap((name) => withoutLastInitial(name) ?? [])];
      this.searched.set(nameClass, names);
    }
    return names;
  }

  /** Returns what is essential in the query, whatever it is the name of. */
  allEssentials(): readonly EssentialName[] {
    return nameClasses.flatMap((nameClass) => this.essentials(nameClass));
  }

  /**
   * Returns the words that a name of this class must have, apart from initials, if they are not all
   * words of the query; else none.
   */
  fewestWords(nameClass: NameClass): readonly string[] {
    const [fewest = []] = this.essentials(nameClass)
      .filter((name) => this.isLess(name))
      .map(fullWords)
      .sort((one, other) => one.length - other.length);
    return fewest;
  }

  /** Returns whether a name of the query asks for less than all of its words as they are. */
  private isLess({ words, initials }: EssentialName): boolean {
    const hasOtherInitials = initials.some((letters) => letters.length > 1);
    return (
      (words.length < this.words.length || hasOtherInitials) &&
      words.every((word) => this.words.includes(word))
    );
  }

  /**
   * Returns the match of the best tier, or null if no name matches. Within a tier, names that are
   * spelled as the query come first, then names before aliases and identifiers, then the order of the
   * languages.
   */
  best(entity: EntityRecord): NameMatch | null {
    let best: NameMatch | null = null;
    let least = Infinity;
    for (const { name, language } of namesOf(entity)) {
      const match = this.match(name, entity.type, least);
      if (!match) continue;
      const rank = matchTiers.indexOf(match.tier) + (this.isSpelledAsTyped(name) ? 0 : 0.5);
      if (rank >= least) continue;
      least = rank;
      best = { ...match, matchedName: name, matchedLanguage: language };
    }
    if (least < 1) return best;
    return this.identified(entity) ?? best ?? this.matchByKind(entity);
  }

  private matchByKind({ type, kind, names, details }: EntityRecord): NameMatch | null {
    const named = this.kinds.find((one) => one.type === type && one.kind === kind);
    if (!named) return null;
    const { rest, label, language } = named;
    const found =
      rest.length === 0
        ? { name: label, language }
        : namesOf({ names, details }).find(({ name }) => {
            const nameWords = foldedWords(foldedNames.memo(name));
            return rest.every((word) => this.isMeant(word, nameWords));
          });
    if (!found) return null;
    const { name: matchedName, language: matchedLanguage } = found;
    return { tier: 'KIND', matchedName, matchedLanguage, onlyWord: null };
  }

  private identified(entity: EntityRecord): NameMatch | null {
    const found = identifiersOf(entity).find(
      (identifier) => comparableIdentifier(identifier) === this.identifier,
    );
    if (found === undefined) return null;
    return { tier: 'NAME', matchedName: found, matchedLanguage: null, onlyWord: null };
  }

  /** @param least the rank of a match that is known: a worse one is not looked for. */
  private match(name: string, type: EntityType, least: number): TierMatch | null {
    const tier = this.tierByWords(foldedNames.memo(name));
    if (tier) return { tier, onlyWord: null };
    return least < matchTiers.indexOf('ESSENTIALS') ? null : this.matchByEssentials(name, type);
  }

  private tierByWords(foldedName: string): MatchTier | null {
    if (foldedName === this.name) return 'NAME';
    const nameWords = foldedWords(foldedName);
    const every = (fits: (word: string, other: string) => boolean): boolean =>
      this.words.every((word) => nameWords.some((other) => fits(word, other)));
    if (every((word, other) => other === word)) return 'WORDS';
    if (every((word, other) => other.startsWith(word))) return 'BEGINNINGS';
    return this.words.every((word) => this.isMeant(word, nameWords)) ? 'MEANT' : null;
  }

  /** Returns whether a word is a word of a name, the beginning of one, or meant for one. */
  private isMeant(word: string, nameWords: readonly string[]): boolean {
    return nameWords.some((other) => other.startsWith(word)) || this.means(word, nameWords);
  }

  private means(word: string, nameWords: readonly string[]): boolean {
    const meant = this.meant.get(word);
    if (!meant) return false;
    return (
      nameWords.some((other) => meant.has(other)) ||
      nameWords.some((other, index) => meant.has(`${other} ${nameWords[index + 1] ?? ''}`))
    );
  }

  private matchByEssentials(name: string, type: EntityType): TierMatch | null {
    if (type === 'Statement') return null;
    const nameClass = nameClassOf(type);
    const names = essentialsOfNames.memo(`${nameClass} ${name}`);
    const searched = this.essentials(nameClass);
    if (searched.some((query) => this.hasEssentials(name, names[0], query)))
      return { tier: 'ESSENTIALS', onlyWord: null };
    for (const one of names)
      for (const query of searched) {
        if (!isWithin(one, query)) continue;
        const words = new Set([...one.words, ...one.patronymics]);
        const [only = ''] = words.size === 1 ? one.words : [];
        if (words.size > 1) return { tier: 'MOST_WORDS', onlyWord: null };
        if (only.length >= ONLY_WORD) return { tier: 'MOST_WORDS', onlyWord: only };
      }
    const hasInitials = names.some((one) => searched.some((query) => meetsInitials(one, query)));
    return hasInitials ? { tier: 'INITIALS', onlyWord: null } : null;
  }

  private hasEssentials(
    name: string,
    essentials: EssentialName | undefined,
    query: EssentialName,
  ): boolean {
    if (!essentials || !this.isLess(query) || !haveOneFather(essentials, query)) return false;
    const nameWords = foldedWords(foldedNames.memo(name));
    return (
      fullWords(query).every((word) => nameWords.includes(word) || this.means(word, nameWords)) &&
      query.initials.every((letters) =>
        letters.some((initial) => nameWords.some((other) => other.startsWith(initial))),
      )
    );
  }

  private isSpelledAsTyped(name: string): boolean {
    const text = name.toLowerCase();
    return this.typedWords.every((word) => text.includes(word));
  }
}

/** Returns all names of an entity, then all aliases, both in the order of the languages. */
function namesOf({ names, details }: Pick<EntityRecord, 'names' | 'details'>) {
  return [names, details.aliases].flatMap((texts) =>
    languages.flatMap((language) =>
      [texts[language] ?? []].flat().map((name) => ({ name, language })),
    ),
  );
}

/** Caches folded names by name, since searches compare the same names repeatedly. */
const foldedNames = new LRUCache<string, string>({
  max: 20_000,
  memoMethod: (name) => foldName(name),
});

/** By class and name. */
const essentialsOfNames = new LRUCache<string, readonly EssentialName[]>({
  max: 5_000,
  memoMethod: (key) => {
    const end = key.indexOf(' ');
    return essentialNames(key.slice(end + 1), key.slice(0, end) as NameClass);
  },
});
