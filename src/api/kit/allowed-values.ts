import {
  GraphQLError,
  isEnumType,
  isIntrospectionType,
  type GraphQLEnumType,
  type GraphQLSchema,
} from 'graphql';

/** More values than most enums have. */
const SHOWN = 10;

/** Makes the enums of a schema list their values in the error of an unknown one. Returns the schema. */
export function listAllowedValues(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isEnumType(type) || isIntrospectionType(type)) continue;
    const parseValue = type.parseValue.bind(type);
    const parseLiteral = type.parseLiteral.bind(type);
    type.parseValue = (value) => withAllowed(type, (): unknown => parseValue(value));
    type.parseLiteral = (node, variables) =>
      withAllowed(type, (): unknown => parseLiteral(node, variables));
  }
  return schema;
}

function withAllowed<T>(type: GraphQLEnumType, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { message, nodes } = error;
    const hint = `Allowed: ${allowedNames(type.getValues().map(({ name }) => name))}.`;
    const [, nearest] = /Did you mean the enum value "(\w+)"/.exec(message) ?? [];
    throw new GraphQLError(`${message} ${hint}`, {
      nodes: nodes ?? null,
      extensions: { hint, ...(nearest !== undefined && { nearest }) },
    });
  }
}

/** Returns the first names of a list, and the number of the others. */
export function allowedNames(names: readonly string[]): string {
  const more = names.length - SHOWN;
  const shown = names.slice(0, SHOWN).join(', ');
  return more > 0 ? `${shown} … and ${more} more` : shown;
}
