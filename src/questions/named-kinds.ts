import { foldName, foldedWords } from '../values/folded-name.js';
import type { MeantWords } from '../values/meant-words.js';
import { entityTypeNames, type EntityType } from '../vocabulary/entity-types.js';
import { languages, type Language } from '../vocabulary/languages.js';
import { kindList, valueLabels } from '../vocabulary/value-labels.js';

/** A kind that the words of a search name, with the words that are left for the name. */
export interface NamedKind {
  readonly type: EntityType;
  readonly kind: string;
  /** Its label that the search has. */
  readonly label: string;
  readonly language: Language;
  /** Folded words without prepositions and articles; none if the search names the kind alone. */
  readonly rest: readonly string[];
}

/** Words between a kind and a name, which the name itself need not have: конференция по правам. */
const JOINING =
  'в во на о об по при для из от и с со of on for in at to the a an and мен пен бен және туралы бойынша жөніндегі';

const joining = new Set(foldedWords(foldName(JOINING)));

/** The folded words of the label of each kind in each language. */
const labels = entityTypeNames.flatMap((type) =>
  Object.entries(valueLabels[kindList(type)] ?? {}).flatMap(([kind, label]) =>
    languages.map((language) => ({
      named: { type, kind, label: label[language], language },
      words: foldedWords(foldName(label[language])),
    })),
  ),
);

/**
 * Returns the kinds that a search names, each once, with the fewest words left: CONFERENCE for
 * “конференции по правам человека”.
 * @param words the folded words of the search.
 */
export function namedKinds(words: readonly string[], meant: MeantWords): NamedKind[] {
  const found = new Map<string, NamedKind>();
  const names = (word: string, part: string): boolean =>
    word === part || (meant.get(word)?.has(part) ?? false);
  for (const { named, words: parts } of labels) {
    if (!parts.every((part) => words.some((word) => names(word, part)))) continue;
    const rest = words.filter(
      (word) => !joining.has(word) && !parts.some((part) => names(word, part)),
    );
    const key = `${named.type} ${named.kind}`;
    const known = found.get(key);
    if (!known || rest.length < known.rest.length) found.set(key, { ...named, rest });
  }
  return [...found.values()];
}
