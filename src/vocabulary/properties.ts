/**
 * The type of a property's value. `localizedText` is text by language, `partialDate` an EDTF
 * string.
 */
export type PropertyType =
  'text' | 'localizedText' | 'partialDate' | 'integer' | 'decimal' | EnumeratedType;

/** A closed list of values: the name of its GraphQL enum, and the description of each value. */
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
   * Whether a source can state it; else it is a classification or wording of the editors. Evidence
   * for an entry as a whole is also evidence for its stated properties.
   */
  readonly stated: boolean;
  /** True if each source has its own wording, so that different values do not contradict. */
  readonly isWording?: boolean;
}

export type PropertyDefinitions = Readonly<Record<string, PropertyDefinition>>;

export function isEnumerated(type: PropertyType): type is EnumeratedType {
  return typeof type === 'object';
}
