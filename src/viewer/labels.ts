import type { Ask } from './ask.js';
import { Vocabulary, type EntityType, type Language, type VocabularyQuery } from './queries.js';

/** The words of the vocabulary in one language. Names that it does not have stand for themselves. */
export interface VocabularyLabels {
  readonly entityTypes: readonly EntityType[];
  entityType(type: EntityType): string;
  /** Returns the label of a kind of an entity type, such as `CONFERENCE`. */
  kind(type: EntityType, kind: string): string;
  /** Returns the words that stand on a line from the first end of a relation to the second. */
  relation(type: string): string;
  /** Returns the heading of the relations of an entity, of those from it or of those to it. */
  relations(type: string, direction: 'forward' | 'backward'): string;
  /** Returns the label of a value of a list, such as `SPEAKER` of `ParticipationRole`. */
  value(list: string, name: string): string;
  /** Returns the values of a list in their order. */
  values(list: string): readonly { readonly name: string; readonly label: string }[];
  readonly relationTypes: readonly string[];
}

/** The labels in each language. They are asked once, since the vocabulary never changes. */
export class Labels {
  private readonly known = new Map<Language, Promise<VocabularyLabels>>();

  in(language: Language, ask: Ask): Promise<VocabularyLabels> {
    const known = this.known.get(language);
    if (known) return known;
    const labels = ask(Vocabulary, { language }).then(toLabels);
    this.known.set(language, labels);
    labels.catch(() => this.known.delete(language)); // The next page asks again.
    return labels;
  }
}

function toLabels({ vocabulary }: VocabularyQuery): VocabularyLabels {
  const types = new Map(vocabulary.entityTypes.map((one) => [one.type, one]));
  const relations = new Map(vocabulary.relationTypes.map((one) => [one.type as string, one]));
  const lists = new Map(vocabulary.valueLists.map(({ name, values }) => [name, values]));
  return {
    entityTypes: [...types.keys()],
    entityType: (type) => types.get(type)?.label ?? type,
    kind: (type, kind) => types.get(type)?.kinds.find(({ name }) => name === kind)?.label ?? kind,
    relation: (type) => relations.get(type)?.forward.replace(/:$/, '') ?? type,
    relations: (type, direction) =>
      relations.get(type)?.[direction === 'forward' ? 'heading' : 'backwardHeading'] ?? type,
    value: (list, name) => lists.get(list)?.find((one) => one.name === name)?.label ?? name,
    values: (list) => lists.get(list) ?? [],
    relationTypes: [...relations.keys()],
  };
}
