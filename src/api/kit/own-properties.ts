import type { PropertyType } from '../../vocabulary/properties.js';

/** The GraphQL type of an own property with one value that is not enumerated. */
export function graphqlType(type: PropertyType): 'PartialDate' | 'String' | 'Int' | 'Float' {
  if (type === 'partialDate') return 'PartialDate';
  if (type === 'integer') return 'Int';
  return type === 'decimal' ? 'Float' : 'String';
}
