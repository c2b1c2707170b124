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

// The selection of a root field becomes one reading: each GraphQL field that needs more than the
// identity of its record says so by a function in its extensions, beside its resolver. That function
// gets the draft of the shape and the field with its arguments, and adds to the draft.

/** Adds to a draft what a field needs. May throw a KenesError about its arguments, as its resolver will. */
export type FieldReading<D extends Draft = never> = (draft: D, field: PlannedField) => void;

/** `extensions` of a field that says what it needs. */
export function reads<D extends Draft>(reading: FieldReading<D>): { reading: FieldReading<D> } {
  return { reading };
}

/** `extensions` of a field that needs parts of its record. */
export function readsParts<P extends string>(
  ...parts: readonly P[]
): { reading: FieldReading<{ readonly parts: Set<P> } & Draft> } {
  return reads((draft) => {
    for (const part of parts) draft.parts.add(part);
  });
}

/** The name of an answer: the same field with the same arguments has the same answer. */
export function answerKey(field: string, args: object): string {
  const text = JSON.stringify(args);
  return text === '{}' ? field : field + text;
}

interface Environment {
  readonly info: Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;
  readonly context: RequestContext;
}

/** A field of a selection, with all places that ask for it with the same arguments. */
export class PlannedField {
  private readonly nodes: FieldNode[] = [];

  constructor(
    readonly name: string,
    readonly args: Record<string, unknown>,
    private readonly definition: GraphQLField<unknown, unknown>,
    /** The types it is asked for on; null for all. */
    public onTypes: ReadonlySet<string> | null,
    private readonly environment: Environment,
  ) {}

  /** The field that a resolver answers. */
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

  /** Adds to a draft what is selected below this field, on the types that the draft is of. */
  plan(draft: Draft, types?: readonly string[]): void {
    this.planWith(() => {
      for (const field of this.children(types)) {
        const reading = field.definition.extensions['reading'] as FieldReading<Draft> | undefined;
        try {
          reading?.(draft, field);
        } catch (error) {
          // The field's own resolver meets the same error, and reports it at the right path.
          if (!(error instanceof KenesError)) throw error;
        }
      }
    });
  }

  /** Plans what this field needs; nothing where readings are not planned: then fields load it. */
  planWith(plan: () => void): void {
    if (this.context.planReadings) plan();
  }

  /** The fields that are selected below this one. */
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

  /** @param isWide whether `possible` still stands for all types that the shape is of. */
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
    let args: Record<string, unknown>;
    try {
      args = getArgumentValues(definition, node, this.environment.info.variableValues);
    } catch {
      return; // Execution tells the error.
    }
    // A field of one name can mean different things on different types.
    const meaning = isObjectType(type) ? `${type.name}.` : '';
    const key = meaning + answerKey(node.name.value, args);
    const known = this.fields.get(key);
    if (known) known.add(node, onTypes);
    else {
      const field = new PlannedField(node.name.value, args, definition, onTypes, this.environment);
      field.add(node, onTypes);
      this.fields.set(key, field);
    }
  }
}
