import SchemaBuilder, { type InterfaceRef, type ObjectRef } from '@pothos/core';
import { badInput } from '../../errors.js';
import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import { DATE_EXAMPLES, isPartialDate } from '../../values/partial-date.js';
import { quoted } from '../../values/shown-input.js';
import type { RequestContext } from './context.js';
import { toGraphQLError } from './graphql-error.js';

interface SchemaTypes {
  Context: RequestContext;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    PartialDate: { Input: string; Output: string };
    URL: { Input: string; Output: string };
  };
}

export type Types = PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>;

/** Builds the types of one schema, to which each `define…` function adds its own. */
export type Builder = PothosSchemaTypes.SchemaBuilder<Types>;

/** A GraphQL type whose resolvers get values of type `T`. */
export type TypeOf<T> = ObjectRef<Types, T> | InterfaceRef<Types, T>;

/** The builder and the vocabulary of a schema. */
export interface SchemaKit {
  readonly builder: Builder;
  readonly vocabulary: Vocabulary;
}

export function createBuilder(): Builder {
  const builder: Builder = new SchemaBuilder<SchemaTypes>({ defaultFieldNullability: false });
  builder.scalarType('PartialDate', {
    description:
      'A date that may be known only in part, in EDTF (ISO 8601-2): `2025`, `2025-12`, `2025-12-10`; `2025-21` to `2025-24` for spring, summer, autumn and winter; `193X` if digits are unknown; `2025-06-24/2025-06-25` for a whole span, `2025/..` for what is still so, `2025/` for what ended, unknown when; `[2016-03..2016-05]`, `[..2016]` or `[2016..]` for one day in a span; `?` after what is uncertain, `~` after what is approximate, `%` after what is both.',
    serialize: String,
    parseValue: (value) => {
      if (typeof value === 'string' && isPartialDate(value)) return value.trim();
      const input = typeof value === 'string' ? value : JSON.stringify(value);
      const what = isPartialDate(input)
        ? `${input} is a number, and a date is text. Write "${input}".`
        : `${quoted(input)} is not a date.`;
      throw toGraphQLError(
        badInput(what, { hint: `Write dates in EDTF, such as ${DATE_EXAMPLES}.` }),
      );
    },
  });
  builder.scalarType('URL', {
    description: 'An address that starts with https:// or http://.',
    serialize: String,
    parseValue: (value) => {
      if (typeof value === 'string' && /^https?:\/\/\S+$/.test(value)) return value;
      const input = typeof value === 'string' ? value : JSON.stringify(value);
      throw toGraphQLError(
        badInput(`${quoted(input)} is not an address.`, {
          hint: 'An address starts with https:// or http:// and has no spaces.',
        }),
      );
    },
  });
  builder.queryType({ description: 'The root fields of all queries.' });
  return builder;
}
