import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  getDirectiveValues,
  getNamedType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { getArgumentValues } from 'graphql/execution/values.js';
import { KenesError } from '../../errors.js';
import type { EntityType } from '../../vocabulary/entity-types.js';
import type { RequestContext } from './context.js';
import type { Draft } from './drafts.js';

// The selection of a root field becomes one reading. Each GraphQL field that needs more than the
// identity of its record has a function in its extensions, beside its resolver. This function gets
// the draft of the shape and the field with its arguments, and adds to the draft.

/**
 * Adds what a field needs to a draft. May throw the KenesError that its resolver throws for its
 * arguments.
 */
export type FieldReading<D extends Draft = never> = (draft: D, field: PlannedField) => void;

/** Returns the `extensions` of a field that adds to a draft by a function. */
export function reads<D extends Draft>(reading: FieldReading<D>): { reading: FieldReading<D> } {
  return { reading };
}

/** Returns the `extensions` of a field that needs parts of its record. */
export function readsParts<P extends string>(
  ...parts: readonly P[]
): { reading: FieldReading<{ readonly parts: Set<P> } & Draft> } {
  return reads((draft) => {
    for (const part of parts) draft.parts.add(part);
  });
}

/** Returns the name of an answer. A field has the same answer wherever its arguments are the same. */
export function answerKey(field: string, args: object): string {
  const text = JSON.stringify(args);
  return text === '{}' ? field : field + text;
}

interface Environment {
  readonly info: Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;
  readonly context: RequestContext;
}

/** A field of a selection, with all nodes that select it with the same arguments. */
export class PlannedField {
  private readonly nodes: FieldNode[] = [];

  constructor(
    readonly name: string,
    readonly args: Record<string, unknown>,
    private readonly definition: GraphQLField<unknown, unknown>,
    /** The types on which it is selected. Null for all types. */
    public onTypes: ReadonlySet<string> | null,
    private readonly environment: Environment,
  ) {}

  /** Returns the field that a resolver answers. */
  static ofResolver(info: GraphQLResolveInfo, context: RequestContext): PlannedField {
    const definition = info.parentType.getFields()[info.fieldName];
    if (!definition) throw new Error(`${info.parentType.name} has no field ${info.fieldName}.`);
    const field = new PlannedField(info.fieldName, {}, definition, null, { info, context });
    field.nodes.push(...info.fieldNodes);
    return field;
  }

  get context(): RequestContext {
    return this.environment.context;
  }

  get entityTypes(): ReadonlySet<EntityType> | null {
    return this.onTypes as ReadonlySet<EntityType> | null;
  }

  add(node: FieldNode, onTypes: ReadonlySet<string> | null): void {
    this.nodes.push(node);
    this.onTypes = this.onTypes && onTypes && new Set([...this.onTypes, ...onTypes]);
  }

  /**
   * Adds the fields that are selected below this field to a draft. `types` are the types of the
   * draft.
   */
  plan(draft: Draft, types?: readonly string[]): void {
    this.planWith(() => {
      for (const field of this.children(types)) {
        const reading = field.definition.extensions['reading'] as FieldReading<Draft> | undefined;
        try {
          reading?.(draft, field);
        } catch (error) {
          // The resolver of the field throws the same error, which is then reported at the right path.
          if (!(error instanceof KenesError)) throw error;
        }
      }
    });
  }

  /** Calls `plan` unless planning is turned off, in which case fields load what they need. */
  planWith(plan: () => void): void {
    if (this.context.planReadings) plan();
  }

  /** Returns the fields that are selected below this one, each once. */
  children(types?: readonly string[]): Iterable<PlannedField> {
    const type = getNamedType(this.definition.type);
    const selection = new Selection(this.environment);
    const possible = types ? new Set(types) : null;
    for (const node of this.nodes) {
      if (node.selectionSet)
        selection.collect(type, node.selectionSet, possible, possible !== null);
    }
    return selection.fields.values();
  }
}

class Selection {
  readonly fields = new Map<string, PlannedField>();

  constructor(private readonly environment: Environment) {}

  /** @param isWide whether `possible` still contains all types of the shape. */
  collect(
    type: GraphQLNamedType,
    selectionSet: SelectionSetNode,
    possible: ReadonlySet<string> | null,
    isWide: boolean,
  ): void {
    for (const node of selectionSet.selections) {
      if (!this.isIncluded(node)) continue;
      if (node.kind === Kind.FIELD) {
        this.addField(type, node, isWide ? null : possible);
        continue;
      }
      const fragment =
        node.kind === Kind.FRAGMENT_SPREAD
          ? this.environment.info.fragments[node.name.value]
          : node;
      if (!fragment) continue;
      const condition = fragment.typeCondition
        ? this.environment.info.schema.getType(fragment.typeCondition.name.value)
        : type;
      if (!condition) continue;
      const narrowed = this.narrow(condition, possible);
      if (narrowed?.size === 0) continue;
      this.collect(
        condition,
        fragment.selectionSet,
        narrowed,
        isWide && narrowed?.size === possible?.size,
      );
    }
  }

  private isIncluded(node: SelectionNode): boolean {
    if (!node.directives || node.directives.length === 0) return true;
    const { variableValues } = this.environment.info;
    if (getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.['if'] === true)
      return false;
    return getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.['if'] !== false;
  }

  private narrow(
    condition: GraphQLNamedType,
    possible: ReadonlySet<string> | null,
  ): ReadonlySet<string> | null {
    const names = isObjectType(condition)
      ? [condition.name]
      : isInterfaceType(condition) || isUnionType(condition)
        ? this.environment.info.schema.getPossibleTypes(condition).map((type) => type.name)
        : [];
    return possible && new Set(names.filter((name) => possible.has(name)));
  }

  private addField(
    type: GraphQLNamedType,
    node: FieldNode,
    onTypes: ReadonlySet<string> | null,
  ): void {
    if (!isObjectType(type) && !isInterfaceType(type)) return;
    const definition = type.getFields()[node.name.value];
    if (!definition) return;
    const { value: name } = node.name;
    let args: Record<string, unknown> = {};
    let answer = name;
    if (definition.args.length > 0) {
      try {
        args = getArgumentValues(definition, node, this.environment.info.variableValues);
      } catch {
        return; // Execution reports the error.
      }
      answer = answerKey(name, args);
    }
    // Fields with the same name can differ between types.
    const key = isObjectType(type) ? `${type.name}.${answer}` : answer;
    const known = this.fields.get(key);
    if (known) known.add(node, onTypes);
    else {
      const field = new PlannedField(name, args, definition, onTypes, this.environment);
      field.add(node, onTypes);
      this.fields.set(key, field);
    }
  }
}
