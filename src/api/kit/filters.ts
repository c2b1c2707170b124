import type { InputObjectRef } from '@pothos/core';
import type { SchemaKit, Types } from './builder.js';
import type { EnumTypes } from './enums.js';
import {
  valueFields,
  type DuringInput,
  type EntityFilterInput,
  type EntityOrderInput,
  type RelatedFilterInput,
  type RelationFilterInput,
  type RelationOrderInput,
} from '../../questions/filters.js';

export interface FilterTypes {
  readonly during: InputObjectRef<Types, DuringInput>;
  readonly relationFilter: InputObjectRef<Types, RelationFilterInput>;
  readonly entityFilter: InputObjectRef<Types, EntityFilterInput>;
  readonly entityOrder: InputObjectRef<Types, EntityOrderInput>;
  readonly relationOrder: InputObjectRef<Types, RelationOrderInput>;
}

export function defineFilters(kit: SchemaKit, enums: EnumTypes): FilterTypes {
  const during = defineDuring(kit);
  const relationFilter = defineRelationFilter(kit, enums, during);
  return {
    during,
    relationFilter,
    entityFilter: defineEntityFilter(kit, enums, during, relationFilter),
    ...defineOrders(kit, enums),
  };
}

type During = InputObjectRef<Types, DuringInput>;

function defineDuring({ builder }: SchemaKit): During {
  return builder.inputRef<DuringInput>('DuringInput').implement({
    description:
      'A range of time. It keeps what certainly or possibly held at some moment of it: what has no date may have held at any time.',
    fields: (t) => ({
      from: t.field({
        type: 'PartialDate',
        description: 'Its first day; since ever where absent.',
      }),
      to: t.field({ type: 'PartialDate', description: 'Its last day; for ever where absent.' }),
      certainly: t.boolean({
        defaultValue: false,
        description:
          'Keep only what certainly held at some moment of the range. The marks of doubt, `?` and `~`, make no day uncertain.',
      }),
    }),
  });
}

function defineRelationFilter(
  { builder, vocabulary }: SchemaKit,
  enums: EnumTypes,
  during: During,
): InputObjectRef<Types, RelationFilterInput> {
  return builder.inputRef<RelationFilterInput>('RelationFilter').implement({
    description: 'Which relations. All conditions must hold.',
    fields: (t) => ({
      relationTypes: t.field({ type: [enums.relationType], description: 'Their types.' }),
      direction: t.field({
        type: enums.relationDirection,
        defaultValue: 'EITHER',
        description: 'Which way they are followed.',
      }),
      entityTypes: t.field({
        type: [enums.entityType],
        description: 'The types of the entity at the far end.',
      }),
      ...Object.fromEntries(
        valueFields(vocabulary).map(({ field, property, enum: name }) => [
          field,
          t.field({
            type: [enums.enumerated(name)],
            description: `What their property \`${property}\` may be. Relations without it do not match.`,
          }),
        ]),
      ),
      during: t.field({ type: during, description: 'When they held.' }),
      minPublishers: t.int({ description: 'How many publishers confirm them at least.' }),
      minOrigins: t.int({
        description:
          'How many independent origins confirm them at least: several papers that print one press release are one origin.',
      }),
      without: t.stringList({
        description:
          'Slugs of sources to set aside, as if they had said nothing: relations that no other source says or implies are left out, and publishers and origins are counted without them. Lists of evidence, and values of properties, stay as they are.',
      }),
    }),
  });
}

function defineEntityFilter(
  { builder }: SchemaKit,
  enums: EnumTypes,
  during: During,
  relationFilter: InputObjectRef<Types, RelationFilterInput>,
): InputObjectRef<Types, EntityFilterInput> {
  const entityFilter = builder.inputRef<EntityFilterInput>('EntityFilter');
  const relatedFilter = builder.inputRef<RelatedFilterInput>('RelatedFilter').implement({
    description:
      'What an entity is related to. `relation` says by which relations, `entity` what is at their far ends.',
    fields: (t) => ({
      relation: t.field({
        type: relationFilter,
        description: 'Which relations are looked at; all where absent.',
      }),
      entity: t.field({
        type: entityFilter,
        description: 'What must hold of the entity at the far end.',
      }),
      quantifier: t.field({
        type: enums.quantifier,
        defaultValue: 'SOME',
        description: 'For how many of the relations it must hold.',
      }),
      atLeast: t.int({
        description: 'With SOME: for how many different entities at least; 1 where absent.',
      }),
    }),
  });
  entityFilter.implement({
    description: 'Which entities. All conditions must hold; what is unknown does not match.',
    fields: (t) => ({
      types: t.field({ type: [enums.entityType], description: 'Their types.' }),
      kinds: t.stringList({
        description: 'Their kinds, such as `NHRI` or `CONFERENCE`; `vocabulary` lists them.',
      }),
      slugs: t.stringList({ description: 'Their slugs.' }),
      during: t.field({ type: during, description: 'When they were.' }),
      related: t.field({
        type: [relatedFilter],
        description: 'What they are related to; all must hold.',
      }),
      and: t.field({ type: [entityFilter], description: 'All of these must hold.' }),
      or: t.field({
        type: [entityFilter],
        description: 'One of these must hold; an empty list matches nothing.',
      }),
      not: t.field({ type: entityFilter, description: 'This must not hold.' }),
    }),
  });
  return entityFilter;
}

function defineOrders(
  { builder }: SchemaKit,
  enums: EnumTypes,
): Pick<FilterTypes, 'entityOrder' | 'relationOrder'> {
  const entityOrder = builder.inputRef<EntityOrderInput>('EntityOrder').implement({
    description: 'The order of entities; those that are equal in it go by their slugs.',
    fields: (t) => ({
      by: t.field({
        type: enums.entityOrderBy,
        defaultValue: 'NAME',
        description: 'What it goes by.',
      }),
      direction: t.field({
        type: enums.orderDirection,
        defaultValue: 'ASC',
        description: 'Which way it goes.',
      }),
      language: t.field({
        type: enums.language,
        description:
          'For NAME: whose names and alphabet; the first language that the client accepts where absent.',
      }),
    }),
  });
  const relationOrder = builder.inputRef<RelationOrderInput>('RelationOrder').implement({
    description:
      'The order of relations; those that are equal in it go by the slug at the far end, the type and the key.',
    fields: (t) => ({
      by: t.field({
        type: enums.relationOrderBy,
        defaultValue: 'SLUG',
        description: 'What it goes by.',
      }),
      direction: t.field({
        type: enums.orderDirection,
        defaultValue: 'ASC',
        description: 'Which way it goes.',
      }),
    }),
  });
  return { entityOrder, relationOrder };
}
