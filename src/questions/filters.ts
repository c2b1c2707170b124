import type { Standing } from '../model/records.js';
import { badInput } from '../errors.js';
import { limits } from '../limits.js';
import { entityTypeEnumValue, type EntityType } from '../vocabulary/entity-types.js';
import type { Direction, End, Vocabulary } from '../vocabulary/vocabulary.js';
import { NO_EARLIEST_DAY, NO_LATEST_DAY, parsePartialDate } from '../values/partial-date.js';
import { shortened } from '../values/shown-input.js';
import { entityKinds } from './known-kinds.js';
import type { NamedSlugs } from './known-slugs.js';
import type { NamedSources } from './known-sources.js';
import { limitSlugs } from './limit-slugs.js';
import { requireProperties, valueFields } from './property-values.js';
import { setAsideOf, sourcesSetAside, type SetAsideInput } from './set-aside.js';
import type {
  DuringCondition,
  EntityConditions,
  Following,
  RelatedCondition,
  RelatedQuestion,
  RelationConditions,
  RelationOrder,
} from '../store/reading.js';

/** An optional input: `null` and an absent key mean the same. */
export type Maybe<T> = T | null | undefined;

export interface DuringInput {
  readonly from?: Maybe<string>;
  readonly to?: Maybe<string>;
  readonly certainly?: Maybe<boolean>;
}

export interface RelationFilterInput extends SetAsideInput {
  readonly relationTypes?: Maybe<readonly string[]>;
  readonly direction?: Maybe<Direction | 'EITHER'>;
  readonly entityTypes?: Maybe<readonly EntityType[]>;
  readonly during?: Maybe<DuringInput>;
  readonly began?: Maybe<DuringInput>;
  readonly minPublishers?: Maybe<number>;
  readonly maxPublishers?: Maybe<number>;
  readonly minOrigins?: Maybe<number>;
  readonly maxOrigins?: Maybe<number>;
  readonly standing?: Maybe<readonly Standing[]>;
  readonly contested?: Maybe<boolean>;
  readonly sources?: Maybe<readonly string[]>;
  readonly publishers?: Maybe<readonly string[]>;
  /**
   * The values that an enumerated property may have, under the plural of its name: `roles`, `acts`.
   */
  readonly [values: string]: unknown;
}

export interface EntityFilterInput {
  readonly types?: Maybe<readonly EntityType[]>;
  readonly kinds?: Maybe<readonly string[]>;
  readonly slugs?: Maybe<readonly string[]>;
  /** Addresses of the entity elsewhere. `withSlugsOfAddresses` replaces them. */
  readonly sameAs?: Maybe<readonly string[]>;
  readonly during?: Maybe<DuringInput>;
  readonly began?: Maybe<DuringInput>;
  readonly related?: Maybe<readonly RelatedFilterInput[]>;
  readonly and?: Maybe<readonly EntityFilterInput[]>;
  readonly or?: Maybe<readonly EntityFilterInput[]>;
  readonly not?: Maybe<EntityFilterInput>;
}

export interface RelatedFilterInput {
  readonly relation?: Maybe<RelationFilterInput>;
  readonly entity?: Maybe<EntityFilterInput>;
  readonly quantifier?: Maybe<RelatedCondition['quantifier']>;
  readonly atLeast?: Maybe<number>;
}

export interface RelationOrderInput {
  readonly by?: Maybe<RelationOrder['by']>;
  readonly direction?: Maybe<'ASC' | 'DESC'>;
}

/**
 * Returns the condition that a range of dates stands for.
 * @param argument the path of the range in the arguments of the field, for errors.
 * @throws KenesError BAD_USER_INPUT if the range ends before it begins.
 */
export function duringCondition(
  { certainly, ...range }: DuringInput,
  argument: string,
): DuringCondition {
  return { ...daysOf(range, `${argument}.from`), certainly: certainly ?? false };
}

/**
 * Returns the range from the first day of one date to the last day of another, both included. The
 * range is open at an end whose date is absent.
 * @param argument the path of `from` in the arguments of the field, for errors.
 * @throws KenesError BAD_USER_INPUT if the range ends before it begins.
 */
export function daysOf(
  { from, to }: Omit<DuringInput, 'certainly'>,
  argument: string,
): { readonly from: number; readonly to: number } {
  const first = from == null ? NO_EARLIEST_DAY : parsePartialDate(from).start.earliest;
  const last = to == null ? NO_LATEST_DAY : parsePartialDate(to).end.latest;
  if (first <= last) return { from: first, to: last };
  throw badInput(`\`from\` must not be after \`to\` (got ${String(from)} and ${String(to)}).`, {
    argument,
  });
}

function relationConditions(
  input: RelationFilterInput,
  vocabulary: Vocabulary,
  argument: string,
): RelationConditions {
  const { relationTypes, entityTypes, during, began } = input;
  if (relationTypes != null) requireProperties(input, relationTypes, vocabulary, argument);
  const values = valueFields(vocabulary).flatMap(({ field, property }) => {
    const allowed = input[field] as Maybe<readonly string[]>;
    return allowed == null ? [] : [[property, allowed] as const];
  });
  return {
    ...(entityTypes == null ? {} : { entityTypes }),
    ...(values.length === 0 ? {} : { values: Object.fromEntries(values) }),
    ...(during == null ? {} : { during: duringCondition(during, `${argument}.during`) }),
    ...(began == null ? {} : { began: duringCondition(began, `${argument}.began`) }),
    ...supportConditions(input, argument),
  };
}

/** Returns the conditions on how well sources support relations. */
function supportConditions(input: RelationFilterInput, argument: string): RelationConditions {
  const count = (name: 'minPublishers' | 'maxPublishers' | 'minOrigins' | 'maxOrigins') => {
    const value = input[name];
    if (value == null) return {};
    if (value >= 0) return { [name]: value };
    throw badInput(`\`${name}\` must be at least 0 (got ${value}).`, {
      argument: `${argument}.${name}`,
    });
  };
  const slugs = (name: 'sources' | 'publishers') => {
    const value = input[name];
    return value == null ? {} : { [name]: limitSlugs(value, `${argument}.${name}`) };
  };
  const { standing, contested } = input;
  return {
    ...count('minPublishers'),
    ...count('maxPublishers'),
    ...count('minOrigins'),
    ...count('maxOrigins'),
    ...(standing == null ? {} : { standing }),
    ...(contested == null ? {} : { isContested: contested }),
    ...slugs('sources'),
    ...slugs('publishers'),
    ...setAsideOf(input, `${argument}.without`),
  };
}

function directionOf(input: RelationFilterInput): Direction | null {
  return input.direction == null || input.direction === 'EITHER' ? null : input.direction;
}

/**
 * Returns the types, direction and conditions of the relations that a filter selects.
 * @param argument the path of the filter in the arguments of the field, for errors.
 */
export function following(
  filter: Maybe<RelationFilterInput>,
  vocabulary: Vocabulary,
  argument = 'filter',
): Following {
  return {
    types: filter?.relationTypes ?? null,
    direction: directionOf(filter ?? {}),
    filter: relationConditions(filter ?? {}, vocabulary, argument),
  };
}

/** Returns the question of a connection over relations of all types. */
export function relatedQuestion(
  filter: Maybe<RelationFilterInput>,
  orderBy: Maybe<RelationOrderInput>,
  vocabulary: Vocabulary,
): RelatedQuestion {
  return { ...following(filter, vocabulary), order: relationOrder(orderBy) };
}

/**
 * Returns the value of an argument unchanged.
 * @throws KenesError BAD_USER_INPUT if it is less than `minimum` or greater than `maximum`.
 */
export function within(argument: string, value: number, minimum: number, maximum: number): number {
  if (value >= minimum && value <= maximum) return value;
  throw badInput(
    `\`${argument}\` must be between ${minimum} and ${maximum.toLocaleString('en')} (got ${value}).`,
    { argument },
  );
}

/**
 * Returns the question of the connection of one end.
 * @throws KenesError BAD_USER_INPUT for a relation type, a direction or an entity type that the end
 *   cannot have.
 */
export function endQuestion(
  end: End,
  filter: Maybe<RelationFilterInput>,
  orderBy: Maybe<RelationOrderInput>,
  vocabulary: Vocabulary,
): RelatedQuestion {
  const { relationType, direction, field } = end;
  const question = relatedQuestion(filter, orderBy, vocabulary);
  if (question.types && !question.types.includes(relationType)) {
    throw badInput(
      `\`${field}\` lists only ${relationType} relations (got \`relationTypes\`: ${shortened(question.types.join(', ')) || 'none'}).`,
      {
        hint: 'Leave `relationTypes` out here, or use the field `relations`.',
        argument: 'filter.relationTypes',
      },
    );
  }
  if (question.direction !== null && question.direction !== direction) {
    throw badInput(
      `\`${field}\` follows ${relationType} only ${direction} (got \`direction\`: ${question.direction}).`,
      {
        hint: 'Leave `direction` out here, or use the field `relations`.',
        argument: 'filter.direction',
      },
    );
  }
  if (filter) requireProperties(filter, [relationType], vocabulary, 'filter');
  const types = question.filter.entityTypes ?? [];
  const index = types.findIndex((type) => !end.far.includes(type));
  const impossible = types[index];
  if (impossible !== undefined) {
    throw badInput(
      `\`${field}\` never lists entities of the type ${entityTypeEnumValue(impossible)}.`,
      {
        hint: `Allowed in \`entityTypes\`: ${end.far.map(entityTypeEnumValue).join(', ')}.`,
        argument: `filter.entityTypes[${index}]`,
      },
    );
  }
  return { ...question, types: [relationType], direction };
}

function relationOrder(input: Maybe<RelationOrderInput>): RelationOrder {
  return { by: input?.by ?? 'SLUG', descending: input?.direction === 'DESC' };
}

/**
 * The number of levels that `related` counts as, since it becomes a subquery, which engines limit.
 */
const RELATED_LEVELS = 2;

/**
 * Returns the conditions that the argument `filter` stands for.
 * @param type the type of all entities of the list; null for all types.
 * @throws KenesError BAD_USER_INPUT for a filter that is too large or contradicts itself.
 */
export function entityConditions(
  input: Maybe<EntityFilterInput>,
  type: EntityType | null,
  vocabulary: Vocabulary,
): EntityConditions {
  const types = type === null ? null : [type];
  return new EntityFilterReading(vocabulary).read(input ?? {}, 0, 'filter', types);
}

/**
 * Returns the slugs that a filter and the filters within it name.
 * @param argument the path of the filter in the arguments of the field.
 */
export function slugsOfFilter(input: Maybe<EntityFilterInput>, argument = 'filter'): NamedSlugs[] {
  if (input == null) return [];
  const { slugs, related, and, or, not } = input;
  const each = (name: string, inputs: Maybe<readonly EntityFilterInput[]>): NamedSlugs[] =>
    (inputs ?? []).flatMap((one, index) => slugsOfFilter(one, `${argument}.${name}[${index}]`));
  return [
    ...(slugs == null ? [] : [{ slugs, argument: `${argument}.slugs` }]),
    ...(related ?? []).flatMap(({ entity }, index) =>
      slugsOfFilter(entity, `${argument}.related[${index}].entity`),
    ),
    ...each('and', and),
    ...each('or', or),
    ...slugsOfFilter(not, `${argument}.not`),
  ];
}

/** Returns the sources and publishers that the filter of relations names. */
export function sourcesOfRelationFilter(
  input: Maybe<RelationFilterInput>,
  argument = 'filter',
): NamedSources[] {
  const of = (name: 'sources' | 'publishers', kind: NamedSources['kind']) => {
    const slugs = input?.[name] ?? [];
    return slugs.length === 0 ? [] : [{ kind, slugs, argument: `${argument}.${name}` }];
  };
  return [
    ...of('sources', 'source'),
    ...of('publishers', 'publisher'),
    ...sourcesSetAside(input ?? {}, `${argument}.without`),
  ];
}

/** Returns the sources and publishers that a filter of entities and the filters within it name. */
export function sourcesOfEntityFilter(
  input: Maybe<EntityFilterInput>,
  argument = 'filter',
): NamedSources[] {
  if (input == null) return [];
  const { related, and, or, not } = input;
  const each = (name: string, inputs: Maybe<readonly EntityFilterInput[]>): NamedSources[] =>
    (inputs ?? []).flatMap((one, index) =>
      sourcesOfEntityFilter(one, `${argument}.${name}[${index}]`),
    );
  return [
    ...(related ?? []).flatMap(({ relation, entity }, index) => [
      ...sourcesOfRelationFilter(relation, `${argument}.related[${index}].relation`),
      ...sourcesOfEntityFilter(entity, `${argument}.related[${index}].entity`),
    ]),
    ...each('and', and),
    ...each('or', or),
    ...sourcesOfEntityFilter(not, `${argument}.not`),
  ];
}

class EntityFilterReading {
  private conditions = 0;

  constructor(private readonly vocabulary: Vocabulary) {}

  /** @param listed the types of the list that the filter is for; null for all. */
  read(
    input: EntityFilterInput,
    level: number,
    argument: string,
    listed: readonly EntityType[] | null = null,
  ): EntityConditions {
    this.conditions += 1;
    this.checkSize(level, argument);
    const { types, kinds, slugs, during, began, related, and, or, not } = input;
    const { vocabulary } = this;
    const each = (name: string, inputs: readonly EntityFilterInput[]): EntityConditions[] =>
      inputs.map((one, index) => this.read(one, level + 1, `${argument}.${name}[${index}]`));
    return {
      ...(types == null ? {} : { types }),
      ...(kinds == null
        ? {}
        : { kinds: entityKinds(kinds, types ?? listed, vocabulary, `${argument}.kinds`) }),
      ...(slugs == null ? {} : { slugs }),
      ...(during == null ? {} : { during: duringCondition(during, `${argument}.during`) }),
      ...(began == null ? {} : { began: duringCondition(began, `${argument}.began`) }),
      ...(related == null
        ? {}
        : {
            related: related.map((one, index) =>
              this.related(one, level, `${argument}.related[${index}]`),
            ),
          }),
      ...(and == null ? {} : { and: each('and', and) }),
      ...(or == null ? {} : { or: each('or', or) }),
      ...(not == null ? {} : { not: this.read(not, level + 1, `${argument}.not`) }),
    };
  }

  private checkSize(level: number, argument: string): void {
    const { filterNesting, filterConditions } = limits;
    if (level > filterNesting.value) {
      throw badInput(`The filter is nested more than ${filterNesting.value} levels deep.`, {
        hint: `\`related\` counts as ${RELATED_LEVELS} levels.`,
        argument,
      });
    }
    if (this.conditions > filterConditions.value) {
      throw badInput(`The filter consists of more than ${filterConditions.value} filters.`, {
        argument,
      });
    }
  }

  private related(
    { relation, entity, quantifier, atLeast }: RelatedFilterInput,
    level: number,
    argument: string,
  ): RelatedCondition {
    const kind = quantifier ?? 'SOME';
    if (atLeast != null && kind !== 'SOME') {
      throw badInput(`\`atLeast\` is allowed only with the quantifier SOME (got ${kind}).`, {
        argument: `${argument}.atLeast`,
      });
    }
    if (atLeast != null && atLeast < 1) {
      throw badInput(`\`atLeast\` must be at least 1 (got ${atLeast}).`, {
        argument: `${argument}.atLeast`,
      });
    }
    return {
      types: relation?.relationTypes ?? null,
      direction: directionOf(relation ?? {}),
      filter: relationConditions(relation ?? {}, this.vocabulary, `${argument}.relation`),
      entity: this.read(entity ?? {}, level + RELATED_LEVELS, `${argument}.entity`),
      quantifier: kind,
      atLeast: atLeast ?? 1,
    };
  }
}

/** Returns the number of conditions on relations within a filter, on all its levels. */
export function conditionsOnRelations(filter: EntityFilterInput | null | undefined): number {
  if (filter == null) return 0;
  const { related, and, or, not } = filter;
  const within = [...(and ?? []), ...(or ?? []), not, ...(related ?? []).map((one) => one.entity)];
  return within.reduce(
    (sum, one) => sum + conditionsOnRelations(one),
    related == null ? 0 : related.length,
  );
}
