import { badInput } from '../errors.js';
import { entityTypeEnumValue, type EntityType } from '../vocabulary/entity-types.js';
import type { Language } from '../vocabulary/languages.js';
import { isEnumerated } from '../vocabulary/properties.js';
import type { Direction, End, Vocabulary } from '../vocabulary/vocabulary.js';
import { NO_EARLIEST_DAY, NO_LATEST_DAY, parsePartialDate } from '../values/partial-date.js';
import type {
  DuringCondition,
  EntityConditions,
  EntityOrder,
  Following,
  RelatedCondition,
  RelatedQuestion,
  RelationConditions,
  RelationOrder,
} from '../store/reading.js';

/** `null` and an absent key mean the same in GraphQL input. */
type Maybe<T> = T | null | undefined;

export interface DuringInput {
  readonly from?: Maybe<string>;
  readonly to?: Maybe<string>;
  readonly certainly?: Maybe<boolean>;
}

export interface RelationFilterInput {
  readonly relationTypes?: Maybe<readonly string[]>;
  readonly direction?: Maybe<Direction | 'EITHER'>;
  readonly entityTypes?: Maybe<readonly EntityType[]>;
  readonly during?: Maybe<DuringInput>;
  readonly minPublishers?: Maybe<number>;
  readonly minOrigins?: Maybe<number>;
  readonly without?: Maybe<readonly string[]>;
  /** `roles`, `acts`, `kinds`: the values that each enumerated property may have. */
  readonly [values: string]: unknown;
}

export interface EntityFilterInput {
  readonly types?: Maybe<readonly EntityType[]>;
  readonly kinds?: Maybe<readonly string[]>;
  readonly slugs?: Maybe<readonly string[]>;
  readonly during?: Maybe<DuringInput>;
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

export interface EntityOrderInput {
  readonly by?: Maybe<EntityOrder['by']>;
  readonly direction?: Maybe<'ASC' | 'DESC'>;
  readonly language?: Maybe<Language>;
}

export interface RelationOrderInput {
  readonly by?: Maybe<RelationOrder['by']>;
  readonly direction?: Maybe<'ASC' | 'DESC'>;
}

/** The filter fields for the enumerated properties of relations: `roles` for `role`. */
export function valueFields(
  vocabulary: Vocabulary,
): { field: string; property: string; enum: string }[] {
  return Object.entries(vocabulary.relationProperties).flatMap(([property, { type }]) =>
    isEnumerated(type) ? [{ field: `${property}s`, property, enum: type.enum }] : [],
  );
}

export function duringCondition({ certainly, ...range }: DuringInput): DuringCondition {
  return { ...daysOf('during', range), certainly: certainly ?? false };
}

/**
 * The days from the first one of a date to the last one of another; open where one is absent.
 * @throws KenesError BAD_USER_INPUT where the range ends before it begins.
 */
export function daysOf(
  name: string,
  { from, to }: Omit<DuringInput, 'certainly'>,
): { readonly from: number; readonly to: number } {
  const first = from == null ? NO_EARLIEST_DAY : parsePartialDate(from).start.earliest;
  const last = to == null ? NO_LATEST_DAY : parsePartialDate(to).end.latest;
  if (first <= last) return { from: first, to: last };
  throw badInput(
    `${name} ends (${String(to)}) before it begins (${String(from)}).`,
    'Give `to` a date that is not before `from`.',
  );
}

function relationConditions(
  input: RelationFilterInput,
  vocabulary: Vocabulary,
): RelationConditions {
  const { entityTypes, during, minPublishers, minOrigins, without } = input;
  const values = valueFields(vocabulary).flatMap(({ field, property }) => {
    const wanted = input[field] as Maybe<readonly string[]>;
    return wanted == null ? [] : [[property, wanted] as const];
  });
  return {
    ...(entityTypes == null ? {} : { entityTypes }),
    ...(values.length === 0 ? {} : { values: Object.fromEntries(values) }),
    ...(during == null ? {} : { during: duringCondition(during) }),
    ...(minPublishers == null ? {} : { minPublishers: minimum('minPublishers', minPublishers) }),
    ...(minOrigins == null ? {} : { minOrigins: minimum('minOrigins', minOrigins) }),
    ...(without == null ? {} : { without: someSlugs('without', without) }),
  };
}

function minimum(name: string, value: number): number {
  if (value < 0) throw badInput(`${name} is ${String(value)}.`, 'At least 0 is expected.');
  return value;
}

function directionOf(input: RelationFilterInput): Direction | null {
  return input.direction == null || input.direction === 'EITHER' ? null : input.direction;
}

/** Which relations a filter has followed, from wherever they are followed. */
export function following(filter: Maybe<RelationFilterInput>, vocabulary: Vocabulary): Following {
  return {
    types: filter?.relationTypes ?? null,
    direction: directionOf(filter ?? {}),
    filter: relationConditions(filter ?? {}, vocabulary),
  };
}

/** The question that a connection over relations of all types asks. */
export function relatedQuestion(
  filter: Maybe<RelationFilterInput>,
  orderBy: Maybe<RelationOrderInput>,
  vocabulary: Vocabulary,
): RelatedQuestion {
  return { ...following(filter, vocabulary), order: relationOrder(orderBy) };
}

/** Slugs that one argument gives at most. */
const MAXIMUM_SLUGS = 100;

/**
 * The slugs that an argument gives.
 * @throws KenesError BAD_USER_INPUT where they are too many.
 */
export function someSlugs(name: string, slugs: readonly string[]): readonly string[] {
  if (slugs.length <= MAXIMUM_SLUGS) return slugs;
  throw badInput(
    `${name} has ${String(slugs.length)} slugs.`,
    `At most ${String(MAXIMUM_SLUGS)} are allowed.`,
  );
}

/**
 * A number that an argument gives.
 * @throws KenesError BAD_USER_INPUT where it is out of the range.
 */
export function within(name: string, value: number, least: number, most: number): number {
  if (value >= least && value <= most) return value;
  throw badInput(
    `${name} is ${String(value)}.`,
    `From ${String(least)} to ${most.toLocaleString('en')} are allowed.`,
  );
}

/**
 * The question that the connection of one end asks.
 * @throws KenesError BAD_USER_INPUT for a relation type or a direction that it cannot have.
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
      `${field} holds ${relationType} relations; relationTypes asks for ${question.types.join(', ') || 'none'}.`,
      'Leave relationTypes out here, or use the field relations.',
    );
  }
  if (question.direction !== null && question.direction !== direction) {
    throw badInput(
      `${field} follows ${relationType} ${direction}; direction asks for ${question.direction}.`,
      'Leave direction out here, or use the field relations.',
    );
  }
  const strangers = question.filter.entityTypes?.filter((type) => !end.far.includes(type)) ?? [];
  if (strangers.length > 0) {
    throw badInput(
      `${field} never holds entities of the type ${strangers.map(entityTypeEnumValue).join(', ')}.`,
      `Allowed in entityTypes: ${end.far.map(entityTypeEnumValue).join(', ')}.`,
    );
  }
  return { ...question, types: [relationType], direction };
}

function relationOrder(input: Maybe<RelationOrderInput>): RelationOrder {
  return { by: input?.by ?? 'SLUG', descending: input?.direction === 'DESC' };
}

export function entityOrder(
  input: Maybe<EntityOrderInput>,
  languages: readonly Language[],
): EntityOrder {
  const by = input?.by ?? 'NAME';
  return {
    by,
    descending: input?.direction === 'DESC',
    // Only NAME depends on a language; cursors of the other orders are valid in every language.
    language: by === 'NAME' ? (input?.language ?? languages[0] ?? 'en') : 'en',
  };
}

/** How deep a filter can nest, and how many conditions it can have: more is no question of a person. */
const MAXIMUM_DEPTH = 8;
const MAXIMUM_CONDITIONS = 60;

/** How much deeper `related` leads: statements nest in it, of which engines take but so many. */
const RELATED_DEPTH = 2;

/** @throws KenesError BAD_USER_INPUT for a filter that is too large or contradicts itself. */
export function entityConditions(
  input: Maybe<EntityFilterInput>,
  vocabulary: Vocabulary,
): EntityConditions {
  return new EntityFilterReading(vocabulary).read(input ?? {}, 0);
}

class EntityFilterReading {
  private conditions = 0;

  constructor(private readonly vocabulary: Vocabulary) {}

  read(input: EntityFilterInput, depth: number): EntityConditions {
    if (depth > MAXIMUM_DEPTH || ++this.conditions > MAXIMUM_CONDITIONS) {
      throw badInput(
        'The filter is too large.',
        `At most ${String(MAXIMUM_DEPTH)} levels, of which related makes ${String(RELATED_DEPTH)}, and ${String(MAXIMUM_CONDITIONS)} conditions are allowed.`,
      );
    }
    const { types, kinds, slugs, during, related, and, or, not } = input;
    const each = (inputs: readonly EntityFilterInput[]): EntityConditions[] =>
      inputs.map((one) => this.read(one, depth + 1));
    return {
      ...(types == null ? {} : { types }),
      ...(kinds == null ? {} : { kinds }),
      ...(slugs == null ? {} : { slugs }),
      ...(during == null ? {} : { during: duringCondition(during) }),
      ...(related == null ? {} : { related: related.map((one) => this.related(one, depth)) }),
      ...(and == null ? {} : { and: each(and) }),
      ...(or == null ? {} : { or: each(or) }),
      ...(not == null ? {} : { not: this.read(not, depth + 1) }),
    };
  }

  private related(
    { relation, entity, quantifier, atLeast }: RelatedFilterInput,
    depth: number,
  ): RelatedCondition {
    const kind = quantifier ?? 'SOME';
    if (atLeast != null && (kind !== 'SOME' || atLeast < 1)) {
      throw badInput(
        `atLeast is ${String(atLeast)} with the quantifier ${kind}.`,
        'It counts from 1, and only with SOME.',
      );
    }
    return {
      types: relation?.relationTypes ?? null,
      direction: directionOf(relation ?? {}),
      filter: relationConditions(relation ?? {}, this.vocabulary),
      entity: this.read(entity ?? {}, depth + RELATED_DEPTH),
      quantifier: kind,
      atLeast: atLeast ?? 1,
    };
  }
}
