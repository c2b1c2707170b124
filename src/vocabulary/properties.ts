/** The type of a property's value. `localizedText` is text by language, `partialDate` an EDTF string. */
export type PropertyType =
  'text' | 'localizedText' | 'partialDate' | 'integer' | 'decimal' | EnumeratedType;

/** A closed list of values: the name of the GraphQL enum, and what each value means. */
export interface EnumeratedType {
  readonly enum: string;
  readonly description: string;
  readonly values: Readonly<Record<string, string>>;
}

export interface PropertyDefinition {
  readonly type: PropertyType;
  /** Shown in GraphiQL and in the JSON Schema of documents. */
  readonly description: string;
  /**
   * Whether a source can state it; else it is the editors' own classification or wording. Evidence
   * for an entry as a whole is evidence for its stated properties too.
   */
  readonly stated: boolean;
  /** Whether each source words it in its own way, so that different values do not contradict. */
  readonly isWording?: boolean;
}

export type PropertyDefinitions = Readonly<Record<string, PropertyDefinition>>;

export function isEnumerated(type: PropertyType): type is EnumeratedType {
  return typeof type === 'object';
}
