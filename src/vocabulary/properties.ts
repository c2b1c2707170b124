/** What a property's value can be. `localizedText` is text by language; `partialDate` an EDTF string. */
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
  /** For the person in GraphiQL. */
  readonly description: string;
  /**
   * Whether a source can state it, as opposed to our own classification or wording. Evidence on a
   * whole entry stands for its stated properties too.
   */
  readonly stated: boolean;
  /** Whether sources word it each in their own way, so that another wording contradicts nothing. */
  readonly isWording?: boolean;
}

export type PropertyDefinitions = Readonly<Record<string, PropertyDefinition>>;

export function isEnumerated(type: PropertyType): type is EnumeratedType {
  return typeof type === 'object';
}
