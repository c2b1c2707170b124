import {
  Kind,
  type ASTVisitor,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import { KenesError } from '../../errors.js';
import { limits } from '../../limits.js';
import { tooManyEntries } from '../../store/bounds.js';
import { toGraphQLError } from './graphql-error.js';
import { nestedTooDeeply } from './nesting.js';

// The answer to a short query can exceed any memory: the sizes of nested lists multiply, even if they
// contain the same few records, and so do fragments that spread fragments under several aliases.

/**
 * A weight for fields of introspection, each of which is answered for hundreds of fields and
 * arguments.
 */
const INTROSPECTION_WEIGHT = 10;

/** Counts the size of the answer to one request while it is built. */
export class AnswerSize {
  private entries = 0;
  private values = 0;
  private sizeError: KenesError | undefined;

  /**
   * Counts the rows of a list with all their selected fields.
   * @throws KenesError TOO_LARGE if the answer is too large. Later calls throw the same error, since
   *   compiled code continues with thousands of other lists after an error.
   */
  add(rows: number, { fieldNodes, fragments }: GraphQLResolveInfo): void {
    if (rows === 0) return;
    if (this.sizeError) throw this.sizeError;
    const fragmentOf = (name: string): FragmentDefinitionNode | undefined => fragments[name];
    for (const { selectionSet } of fieldNodes)
      this.values += rows * extentOf(selectionSet, fragmentOf).fields;
    this.entries += rows;
    if (this.entries > limits.answerEntries.value) this.sizeError = tooManyEntries();
    else if (this.values > limits.answerValues.value) this.sizeError = tooManyValues();
    if (this.sizeError) throw this.sizeError;
  }

  /**
   * Counts a list that is the answer of a field, and returns a copy of it.
   * @throws KenesError TOO_LARGE if the answer is too large.
   */
  list<T>(items: readonly T[], info: GraphQLResolveInfo): T[] {
    this.add(items.length, info);
    return [...items];
  }
}

function tooManyValues(): KenesError {
  return new KenesError(
    'TOO_LARGE',
    `The answer would have more than ${limits.answerValues.value.toLocaleString('en')} values.`,
    { hint: 'Request smaller pages with `first`, fewer fields, or fewer lists within lists.' },
  );
}

/** Validation rule that rejects a query with too many fields or levels, regardless of the graph. */
export function limitFields(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      const { fields, depth } = extentOf(operation.selectionSet, (name) =>
        context.getFragment(name),
      );
      if (depth > limits.requestNesting.value)
        context.reportError(nestedTooDeeply({ nodes: operation }));
      const maximum = limits.queryFields.value;
      if (fields <= maximum) return;
      context.reportError(
        toGraphQLError(
          new KenesError(
            'TOO_LARGE',
            `The query selects more than ${maximum.toLocaleString('en')} fields.`,
            {
              hint: 'The fields of a fragment count at each of its spreads. Request less at once.',
            },
          ),
          { nodes: operation },
        ),
      );
    },
  };
}

type FragmentOf = (name: string) => FragmentDefinitionNode | null | undefined;

/** The number of fields of a selection, and the number of their levels. */
interface Extent {
  readonly fields: number;
  readonly depth: number;
}

const emptyExtent: Extent = { fields: 0, depth: 0 };

/** Caches extents by selection, since repeated queries are parsed only once. */
const measured = new WeakMap<SelectionSetNode, Extent>();

function extentOf(selectionSet: SelectionSetNode | undefined, fragmentOf: FragmentOf): Extent {
  if (!selectionSet) return emptyExtent;
  const known = measured.get(selectionSet);
  if (known !== undefined) return known;
  // Stops the recursion for a fragment that spreads itself, which another rule rejects.
  measured.set(selectionSet, emptyExtent);
  let fields = 0;
  let depth = 0;
  for (const node of selectionSet.selections) {
    if (node.kind === Kind.FIELD) {
      const isIntrospection = node.name.value === '__schema' || node.name.value === '__type';
      const below = extentOf(node.selectionSet, fragmentOf);
      fields += 1 + (isIntrospection ? INTROSPECTION_WEIGHT : 1) * below.fields;
      depth = Math.max(depth, 1 + below.depth);
    } else {
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragmentOf(node.name.value) : node;
      const inside = extentOf(fragment?.selectionSet, fragmentOf);
      fields += inside.fields;
      depth = Math.max(depth, inside.depth);
    }
  }
  const extent = { fields, depth };
  measured.set(selectionSet, extent);
  return extent;
}
