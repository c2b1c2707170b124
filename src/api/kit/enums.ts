import type { EnumRef } from '@pothos/core';
import {
  entityTypeEnumValue,
  entityTypeNames,
  type EntityType,
} from '../../vocabulary/entity-types.js';
import { languageNames, languages, type Language } from '../../vocabulary/languages.js';
import type { Direction } from '../../vocabulary/vocabulary.js';
import type { EntityOrder, RelatedCondition, RelationOrder } from '../../store/reading.js';
import type { DisagreementKind, Stance } from '../../model/records.js';
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
  readonly truncation: Enum<Truncation>;
  readonly disagreementKind: Enum<DisagreementKind>;
  /** The enum of a closed list of values in the vocabulary. */
  enumerated(name: string): Enum<string>;
}

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
    relationType: plain('RelationType', 'The types of relations, each read from its first end to its second.', Object.fromEntries(
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
    direction: plain('Direction', 'Which way a relation is read.', {
      FORWARD: 'From its first end to its second.',
      BACKWARD: 'From its second end to its first.',
    }),
    relationDirection: plain(
      'RelationDirection',
      'Which way relations are followed from an entity.',
      {
        FORWARD: 'The entity is their first end.',
        BACKWARD: 'The entity is their second end.',
        EITHER: 'The entity is one of their ends.',
      },
    ),
    orderDirection: plain('OrderDirection', 'Which way an order goes.', {
      ASC: 'From the first on: A to Z, early to late, few to many.',
      DESC: 'From the last on.',
    }),
    entityOrderBy: plain('EntityOrderBy', 'What entities are ordered by.', {
      NAME: 'By name, in the order of the alphabet; case, diacritics and punctuation do not count.',
      SLUG: 'By slug.',
      DEGREE: 'By the number of their relations.',
      DATE: 'By the earliest day they may have begun; undated ones come last either way.',
    }),
    relationOrderBy: plain('RelationOrderBy', 'What relations are ordered by.', {
      SLUG: 'By the slug of the entity at the far end.',
      DATE: 'By the earliest day they may have begun; undated ones come last either way.',
    }),
    quantifier: plain('Quantifier', 'For how many of the relations a condition must hold.', {
      SOME: 'For at least one.',
      NONE: 'For none.',
      EVERY: 'For all there are; true where there is none.',
    }),
    held: plain('Held', 'Whether something was within a range of days, as far as is known.', {
      CERTAINLY: 'On a day of the range it certainly was.',
      POSSIBLY: 'It may have been: its dates are coarse, open or unknown.',
      NOT: 'By its dates it was not.',
    }),
    stance: plain('Stance', 'Where a source stands on a claim.', {
      CONFIRMS: 'It says so.',
      CONTRADICTS: 'It says otherwise.',
    }),
    truncation: plain('TruncationReason', 'Why an answer is not all there is.', {
      LIMIT: 'There is more than `limit` lets in.',
      EFFORT:
        'The search met more relations than it looks at, or took too long; a narrower filter may help.',
    }),
    disagreementKind: plain('DisagreementKind', 'On what there is disagreement.', {
      PROPERTY: 'On the value of one property.',
      RIVAL_RELATIONS:
        'On which of two or more relations it is: a source that gives one rules another out.',
      DENIAL:
        'On the whole of a thing: a source says that it is not so, and gives nothing instead.',
      DISPUTED_STATEMENT: 'Two statements cannot both be taken at their word.',
    }),
    enumerated(name) {
      const found = enumerated.get(name);
      if (!found) throw new Error(`The vocabulary has no enumeration ${name}.`);
      return found;
    },
  };
}
