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

// A short query can ask for more than any memory holds: lists within lists multiply, also where
// they hold the same few records, and so do fragments that spread fragments under several names.

/** Each field of the schema's own description comes for hundreds of fields and arguments. */
const INTROSPECTION_WEIGHT = 10;

/** Counts how large the answer to one request grows while it is built. */
export class AnswerSize {
  private entries = 0;
  private values = 0;
  private refusal: KenesError | undefined;

  /**
   * Counts the rows of a list, with all that is selected of them.
   * @throws KenesError TOO_LARGE, always the same one from the first time on: compiled code goes on
   *   with thousands of other lists after an error.
   */
  add(rows: number, { fieldNodes, fragments }: GraphQLResolveInfo): void {
    if (rows === 0) return;
    if (this.refusal) throw this.refusal;
    const fragmentOf = (name: string): FragmentDefinitionNode | undefined => fragments[name];
    for (const { selectionSet } of fieldNodes)
      this.values += rows * extentOf(selectionSet, fragmentOf).fields;
    this.entries += rows;
    if (this.entries > limits.answerEntries.value) this.refusal = tooManyEntries();
    else if (this.values > limits.answerValues.value) this.refusal = tooManyValues();
    if (this.refusal) throw this.refusal;
  }

  /** A list that is a field's answer, counted. */
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

/** A rule of validation: refuses a query that selects or nests too much, whatever the graph holds. */
export function limitFields(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      const { fields, depth } = extentOf(operation.selectionSet, (name) =>
        context.getFragment(name),
      );
      if (depth > limits.requestNesting.value)
        context.reportError(nestedTooDeeply({ nodes: operation }));
      const most = limits.queryFields.value;
      if (fields <= most) return;
      context.reportError(
        toGraphQLError(
          new KenesError(
            'TOO_LARGE',
            `The query selects more than ${most.toLocaleString('en')} fields.`,
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

/** How many fields a selection has, and how many levels of them. */
interface Extent {
  readonly fields: number;
  readonly depth: number;
}

const nothing: Extent = { fields: 0, depth: 0 };

/** Each measured once: queries that come again are parsed once. */
const measured = new WeakMap<SelectionSetNode, Extent>();

function extentOf(selectionSet: SelectionSetNode | undefined, fragmentOf: FragmentOf): Extent {
  if (!selectionSet) return nothing;
  const known = measured.get(selectionSet);
  if (known !== undefined) return known;
  // Ends the measuring of a fragment that spreads itself, which another rule refuses.
  measured.set(selectionSet, nothing);
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
