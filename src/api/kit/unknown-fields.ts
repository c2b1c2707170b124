import {
  FieldsOnCorrectTypeRule,
  GraphQLError,
  Kind,
  getNamedType,
  isInterfaceType,
  isObjectType,
  type ASTVisitor,
  type GraphQLCompositeType,
  type ValidationContext,
} from 'graphql';
import { nearestName } from '../../values/nearest-name.js';

/**
 * Validation rule that reports unknown fields as graphql’s own rule does, and adds a hint: where the
 * field is, or which fields exist.
 */
export function refuseUnknownFields(context: ValidationContext): ASTVisitor {
  const reportError = (error: GraphQLError): void => {
    const [node] = error.nodes ?? [];
    const type = context.getParentType();
    const hint = type && node?.kind === Kind.FIELD ? hintFor(type, node.name.value) : null;
    // If a possible type of the interface has the field, graphql names that type.
    const isElsewhere = error.message.includes('to use an inline fragment on');
    context.reportError(
      hint === null || isElsewhere
        ? error
        : new GraphQLError(`${error.message} ${hint}`, {
            nodes: error.nodes ?? null,
            extensions: { hint },
          }),
    );
  };
  return FieldsOnCorrectTypeRule(
    Object.create(context, { reportError: { value: reportError } }) as ValidationContext,
  );
}

/** Returns null if graphql’s own suggestion is sufficient. */
function hintFor(type: GraphQLCompositeType, name: string): string | null {
  if (!isObjectType(type) && !isInterfaceType(type)) return null;
  const fields = type.getFields();
  const node = fields['pageInfo'] && fields['nodes'] ? getNamedType(fields['nodes'].type) : null;
  if ((isObjectType(node) || isInterfaceType(node)) && node.getFields()[name])
    return `Select it in \`nodes { ${name} }\`.`;
  const names = Object.keys(fields).sort();
  if (nearestName(name, names) !== null) return null;
  return `\`${type.name}\` has the fields ${names.join(', ')}.`;
}
