import type { EnumRef } from '@pothos/core';
import {
  entityTypeEnumValue,
  entityTypeNames,
  type EntityType,
} from '../../vocabulary/entity-types.js';
import { languageNames, languages, type Language } from '../../vocabulary/languages.js';
import type { Direction } from '../../vocabulary/vocabulary.js';
import type { EntityOrder, RelatedCondition, RelationOrder } from '../../store/reading.js';
import type { DisagreementKind, Stance, Standing } from '../../model/records.js';
import type { Truncation } from '../../store/rows.js';
import type { Held } from '../../model/time.js';
import type { SchemaKit, Types } from './builder.js';

type Enum<T> = EnumRef<Types, T>;

export interface EnumTypes {
  readonly entityType: Enum<EntityType>;
  readonly relationType: Enum<string>;
  readonly language: Enum<Language>;
  readonly direction: Enum<Direction>;
  readonly relationDirection: Enum<Direction | 'EITHER'>;
  readonly orderDirection: Enum<'ASC' | 'DESC'>;
  readonly entityOrderBy: Enum<EntityOrder['by']>;
  readonly relationOrderBy: Enum<RelationOrder['by']>;
  readonly quantifier: Enum<RelatedCondition['quantifier']>;
  readonly held: Enum<Held>;
  readonly stance: Enum<Stance>;
  readonly standing: Enum<Standing>;
  readonly truncation: Enum<Truncation>;
  readonly disagreementKind: Enum<DisagreementKind>;
  /**
   * Returns the enum of an enumeration of the vocabulary.
   * @throws Error if the vocabulary has no enumeration of this name.
   */
  enumerated(name: string): Enum<string>;
}

const standings: Readonly<Record<Standing, string>> = {
  STATED: 'At least one source states it explicitly.',
  INFERRED: 'Sources only imply it: their evidence is inferred, or is about one of its properties.',
  EDITORIAL: 'No source says so: it is a choice of the editors.',
  DENIED: 'Sources only contradict it.',
};

export function defineEnums({ builder, vocabulary }: SchemaKit): EnumTypes {
  const define = <T extends string>(
    name: string,
    description: string,
    values: Readonly<Record<string, readonly [value: T, description: string]>>,
  ): Enum<T> =>
    builder.enumType(name, {
      description,
      values: Object.fromEntries<{ value: string; description: string }>(
        Object.entries(values).map(([key, [value, text]]) => [key, { value, description: text }]),
      ),
    }) as Enum<T>;
  const plain = <T extends string>(
    name: string,
    description: string,
    values: Readonly<Record<T, string>>,
  ): Enum<T> =>
    define<T>(
      name,
      description,
      Object.fromEntries(
        Object.entries<string>(values).map(([value, text]) => [value, [value as T, text] as const]),
      ),
    );
  const enumerated = new Map(
    Object.entries(vocabulary.enumerations).map(([name, { description, values }]) => [
      name,
      plain(name, description, values),
    ]),
  );
  return {
    entityType: define('EntityType', 'The types of entities.', Object.fromEntries(
      entityTypeNames.map((type) => [
        entityTypeEnumValue(type),
        [type, vocabulary.entityTypes[type].description] as const,
      ]),
    )), // prettier-ignore
    relationType: plain('RelationType', 'The types of relations. Each description reads from the first end to the second.', Object.fromEntries(
      vocabulary.relationTypeNames.map((type) => [
        type,
        vocabulary.relationType(type).description,
      ]),
    )), // prettier-ignore
    language: define('Language', 'The languages of names, texts and labels.', Object.fromEntries(
      languages.map((language) => [
        language.toUpperCase(),
        [language, `${languageNames[language]}.`] as const,
      ]),
    )), // prettier-ignore
    direction: plain('Direction', 'The direction in which a relation is read.', {
      FORWARD: 'From its first end to its second.',
      BACKWARD: 'From its second end to its first.',
    }),
    relationDirection: plain(
      'RelationDirection',
      'The direction in which relations are followed from an entity.',
      {
        FORWARD: 'The entity is the first end.',
        BACKWARD: 'The entity is the second end.',
        EITHER: 'The entity is the first or the second end.',
      },
    ),
    orderDirection: plain('OrderDirection', 'The direction of an order.', {
      ASC: 'Ascending: A to Z, early to late, few to many.',
      DESC: 'Descending: Z to A, late to early, many to few.',
    }),
    entityOrderBy: plain('EntityOrderBy', 'The value by which entities are ordered.', {
      NAME: 'By name, in alphabetical order. Case, diacritics and punctuation are ignored.',
      SLUG: 'By slug.',
      DEGREE: 'By the number of relations.',
      DATE: 'By the earliest possible start date. Undated ones come last in both directions.',
    }),
    relationOrderBy: plain('RelationOrderBy', 'The value by which relations are ordered.', {
      SLUG: 'By the slug of the entity at the other end.',
      DATE: 'By the earliest possible start date. Undated ones come last in both directions.',
    }),
    quantifier: plain('Quantifier', 'How many relations must meet a condition.', {
      SOME: 'At least one relation, or `atLeast` entities.',
      NONE: 'No relation.',
      EVERY: 'All relations. This is true if there are no relations.',
    }),
    held: plain('Held', 'Whether a record was valid on a day of a range, as far as known.', {
      CERTAINLY: 'It certainly was on at least one day of the range.',
      POSSIBLY: 'It may have been. Its dates are imprecise, open or unknown.',
      NOT: 'Its dates rule it out.',
    }),
    stance: plain('Stance', 'Whether a source confirms or contradicts a claim.', {
      CONFIRMS: 'The source confirms the claim.',
      CONTRADICTS: 'The source contradicts the claim.',
    }),
    standing: plain('Standing', 'How well sources support a relation.', standings),
    truncation: plain('TruncationReason', 'The reason why an answer is incomplete.', {
      LIMIT: 'There are more results than `limit` allows.',
      EFFORT: 'The search met too many relations or took too long. A narrower filter may help.',
    }),
    disagreementKind: plain('DisagreementKind', 'The subject of a disagreement.', {
      PROPERTY: 'The value of one property.',
      RIVAL_RELATIONS:
        'Two or more relations that exclude each other: a source that states one denies another.',
      DENIAL: 'An entity or a relation as a whole: a source denies it and states no alternative.',
      DISPUTED_STATEMENT: 'Two statements that cannot both be true.',
    }),
    enumerated(name) {
      const found = enumerated.get(name);
      if (!found) throw new Error(`The vocabulary has no enumeration ${name}.`);
      return found;
    },
  };
}
