import { badInput } from '../errors.js';
import { shortened } from '../values/shown-input.js';
import { isEnumerated } from '../vocabulary/properties.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';

/** The filter field of an enumerated property of relations. */
interface ValueField {
  readonly field: string;
  readonly property: string;
  readonly enum: string;
}

/** The fields of each vocabulary, which every filter of relations needs. */
const knownFields = new WeakMap<Vocabulary, readonly ValueField[]>();

/** Returns the filter fields for the enumerated properties of relations: `roles` for `role`. */
export function valueFields(vocabulary: Vocabulary): readonly ValueField[] {
  const known = knownFields.get(vocabulary);
  if (known) return known;
  const fields = Object.entries(vocabulary.relationProperties).flatMap(([property, { type }]) =>
    isEnumerated(type) ? [{ field: `${property}s`, property, enum: type.enum }] : [],
  );
  knownFields.set(vocabulary, fields);
  return fields;
}

/**
 * Checks that a filter has no values of a property that its relation types do not have.
 * @param argument the path of the filter in the arguments of the field, for errors.
 * @throws KenesError BAD_USER_INPUT for values of a property that none of the relation types has.
 */
export function requireProperties(
  input: Readonly<Record<string, unknown>>,
  types: readonly string[],
  vocabulary: Vocabulary,
  argument: string,
): void {
  for (const { field, property } of valueFields(vocabulary)) {
    if (input[field] == null || types.length === 0) continue;
    const has = (type: string): boolean => property in vocabulary.relationType(type).properties;
    if (types.some(has)) continue;
    throw badInput(
      `Relations of the type ${shortened(types.join(', '))} never have the property \`${property}\`.`,
      {
        hint: `\`${field}\` is for ${vocabulary.relationTypeNames.filter(has).join(', ')}.`,
        argument: `${argument}.${field}`,
      },
    );
  }
}
