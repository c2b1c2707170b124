import type { AddressedFilter } from '../addresses/address.js';
import type { DateRange } from '../addresses/parameters.js';
import { badInput } from '../errors.js';
import type { Standing } from '../model/records.js';
import type { RelationFilterInput } from '../questions/filters.js';
import { valueFields } from '../questions/property-values.js';
import { nearestName } from '../values/nearest-name.js';
import { DATE_EXAMPLES, isPartialDate } from '../values/partial-date.js';
import { quoted } from '../values/shown-input.js';
import { entityTypeEnumValue, entityTypeNames } from '../vocabulary/entity-types.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';

const standings = ['STATED', 'INFERRED', 'EDITORIAL', 'DENIED'] as const satisfies Standing[];
const directions = ['FORWARD', 'BACKWARD', 'EITHER'] as const;
const typesByEnumValue = new Map(entityTypeNames.map((type) => [entityTypeEnumValue(type), type]));

/**
 * Reads the filter of an address, whose values are still text.
 * @throws KenesError BAD_USER_INPUT for a value that is not in its list, with the nearest one, and
 *   for a text that is not a date.
 */
export function readRelationFilter(
  addressed: AddressedFilter,
  vocabulary: Vocabulary,
): RelationFilterInput {
  const { direction, relationTypes, entityTypes, standing, during, began, publishedUntil } =
    addressed;
  const values = valueFields(vocabulary).flatMap(({ field, property }) => {
    const texts = textsOf(addressed, field);
    return texts ? [[field, listed(texts, field, valuesOf(property, vocabulary))] as const] : [];
  });
  const types = [...typesByEnumValue.keys()];
  const found = entityTypes && listed(entityTypes, 'entityTypes', types);
  return {
    ...addressed,
    ...Object.fromEntries(values),
    relationTypes:
      relationTypes && listed(relationTypes, 'relationTypes', vocabulary.relationTypeNames),
    entityTypes: found?.flatMap((type) => typesByEnumValue.get(type) ?? []),
    standing: standing && listed(standing, 'standing', standings),
    direction: direction === undefined ? null : known(direction, 'direction', directions),
    during: range(during, 'during'),
    began: range(began, 'began'),
    publishedUntil: date(publishedUntil, 'publishedUntil'),
  };
}

/** Returns the texts of a field that is a list of values of a property. */
function textsOf(addressed: AddressedFilter, field: string): readonly string[] | undefined {
  const value: unknown = (addressed as Readonly<Record<string, unknown>>)[field];
  return Array.isArray(value) ? value.map(String) : undefined;
}

function valuesOf(property: string, { relationProperties }: Vocabulary): readonly string[] {
  const type = relationProperties[property]?.type;
  return typeof type === 'object' ? Object.keys(type.values) : [];
}

function listed<T extends string>(
  texts: readonly string[],
  parameter: string,
  allowed: readonly T[],
): readonly T[] {
  return texts.map((text) => known(text, parameter, allowed));
}

function known<T extends string>(text: string, parameter: string, allowed: readonly T[]): T {
  const value = allowed.find((one) => one === text);
  if (value !== undefined) return value;
  throw badInput(`Unknown value ${quoted(text)} of \`${parameter}\`.`, {
    hint: `Allowed: ${allowed.join(', ')}.`,
    nearest: nearestName(text, allowed),
    argument: parameter,
  });
}

function range(value: DateRange | undefined, parameter: string): DateRange | undefined {
  date(value?.from, parameter);
  date(value?.to, parameter);
  return value;
}

function date(text: string | undefined, parameter: string): string | undefined {
  if (text === undefined || isPartialDate(text)) return text;
  throw badInput(`${quoted(text)} in \`${parameter}\` is not a date.`, {
    hint: `Allowed: ${DATE_EXAMPLES}.`,
    argument: parameter,
  });
}
