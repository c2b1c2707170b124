import {
  FieldsOnCorrectTypeRule,
  GraphQLError,
  Kind,
  getNamedType,
  isInterfaceType,
  isObjectType,
  type ASTVisitor,
  type GraphQLCompositeType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type ValidationContext,
} from 'graphql';
import { nearestName } from '../../values/nearest-name.js';
import { usualWords } from './usual-words.js';

type TypeWithFields = GraphQLObjectType | GraphQLInterfaceType;

/**
 * Validation rule that reports unknown fields as graphql’s own rule does, and adds a hint: what to
 * write instead, or which fields exist.
 */
export function refuseUnknownFields(context: ValidationContext): ASTVisitor {
  const reportError = (error: GraphQLError): void => {
    const [node] = error.nodes ?? [];
    const type = context.getParentType();
    const hinted =
      type && node?.kind === Kind.FIELD && hasFields(type)
        ? withHint(error.message, type, node.name.value, context.getSchema())
        : null;
    context.reportError(
      hinted
        ? new GraphQLError(hinted.message, {
            nodes: error.nodes ?? null,
            extensions: { hint: hinted.hint },
          })
        : error,
    );
  };
  return FieldsOnCorrectTypeRule(
    Object.create(context, { reportError: { value: reportError } }) as ValidationContext,
  );
}

function hasFields(type: GraphQLCompositeType): type is TypeWithFields {
  return isObjectType(type) || isInterfaceType(type);
}

/** Returns null if graphql’s own suggestion is sufficient. */
function withHint(
  message: string,
  type: TypeWithFields,
  name: string,
  schema: GraphQLSchema,
): { readonly message: string; readonly hint: string } | null {
  const instead = insteadOf(type, name);
  if (instead !== null) {
    const hint = `Did you mean \`${instead}\`?`;
    // It takes the place of the suggestions of graphql, which are only spelled alike.
    return { message: message.replace(/ Did you mean [^]*$/, '') + ` ${hint}`, hint };
  }
  // graphql names at most five of the types.
  const types = typesWith(name, type, schema);
  if (types.length > 0) {
    const hint = `Did you mean to use an inline fragment on ${either.format(types)}?`;
    return { message: message.replace(/ Did you mean [^]*$/, '') + ` ${hint}`, hint };
  }
  const names = Object.keys(type.getFields()).sort();
  if (nearestName(name, names) !== null) return null;
  const hint = `\`${type.name}\` has the fields ${names.join(', ')}.`;
  return { message: `${message} ${hint}`, hint };
}

const either = new Intl.ListFormat('en', { type: 'disjunction' });

/** Returns the names of all possible types of an interface that have a field. */
function typesWith(name: string, type: TypeWithFields, schema: GraphQLSchema): string[] {
  if (!isInterfaceType(type)) return [];
  const possible = schema.getPossibleTypes(type).filter((one) => one.getFields()[name]);
  return possible.map((one) => one.name);
}

/**
 * Returns what to write instead of a field that a type does not have: the field of its nodes, if it
 * is a connection or one of its edges, or the usual name. Null if none is known.
 */
function insteadOf(type: TypeWithFields, name: string): string | null {
  for (const link of ['nodes', 'node']) {
    const node = nodeOf(type, link);
    if (!node) continue;
    const field = node.getFields()[name] ? name : usualName(node, name);
    if (field !== null) return `${link} { ${field} }`;
  }
  return usualName(type, name);
}

/** Returns the type of the entries of a connection, or of the entry of an edge. */
function nodeOf(type: TypeWithFields, link: string): TypeWithFields | null {
  const fields = type.getFields();
  const field = fields[link];
  if (!field || !(fields['pageInfo'] ?? fields['cursor'])) return null;
  const node = getNamedType(field.type);
  return isObjectType(node) || isInterfaceType(node) ? node : null;
}

/** Returns what to write instead of a word that people use for a field of the type. */
function usualName(type: TypeWithFields, word: string): string | null {
  const isEntity = [type, ...type.getInterfaces()].some(({ name }) => name === 'Entity');
  const tables = [usualWords[type.name], isEntity ? usualWords['entity'] : undefined];
  const table = tables.find((words) => words !== undefined && Object.hasOwn(words, word));
  return table?.[word] ?? null;
}
