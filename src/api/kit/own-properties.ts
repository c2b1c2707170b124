import { isEnumerated, type PropertyDefinition } from '../../vocabulary/properties.js';
import { plainText } from '../../values/localized-text.js';
import type { PropertyValue } from '../../model/records.js';
import type { Types } from './builder.js';
import type { EnumTypes } from './enums.js';
import { whenKnown, type MaybePromise } from './items.js';
import { readsParts } from './plan.js';

/** Adds fields to a type whose resolvers get values of type `P`. */
type FieldsOf<P> = PothosSchemaTypes.RootFieldBuilder<Types, P, 'Interface' | 'Object'>;

/** An own property with the function that returns its value. */
export interface OwnProperty<P> {
  readonly name: string;
  readonly type: Exclude<PropertyDefinition['type'], 'localizedText'>;
  readonly description: string;
  /** Returns null if the record has no value. */
  readonly valueOf: (parent: P, context: Types['Context']) => MaybePromise<PropertyValue | null>;
}

/** Returns a field for an own property that has one value. */
export function ownField<P>(
  t: FieldsOf<P>,
  enums: EnumTypes,
  { name, type, description, valueOf }: OwnProperty<P>,
) {
  const options = { nullable: true, description, extensions: readsParts(`own ${name}`) } as const;
  const text = (parent: P, _args: object, context: Types['Context']) =>
    whenKnown(valueOf(parent, context), (value) => plainText(value) ?? null);
  const number = (parent: P, _args: object, context: Types['Context']) =>
    whenKnown(valueOf(parent, context), (value) => (value === null ? null : Number(value)));
  if (isEnumerated(type))
    return t.field({ ...options, type: enums.enumerated(type.enum), resolve: text });
  switch (type) {
    case 'partialDate':
      return t.field({ ...options, type: 'PartialDate', resolve: text });
    case 'integer':
      return t.int({ ...options, resolve: number });
    case 'decimal':
      return t.float({ ...options, resolve: number });
    case 'text':
      return t.string({ ...options, resolve: text });
  }
}
