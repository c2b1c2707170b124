import type { InputObjectRef } from '@pothos/core';
import type { SchemaKit, Types } from './builder.js';
import type { EnumTypes } from './enums.js';
import {
  type DuringInput,
  type EntityFilterInput,
  type RelatedFilterInput,
  type RelationFilterInput,
  type RelationOrderInput,
} from '../../questions/filters.js';
import type { EntityOrderInput } from '../../questions/entity-order.js';
import { valueFields } from '../../questions/property-values.js';

export interface FilterTypes {
  readonly during: InputObjectRef<Types, DuringInput>;
  readonly relationFilter: InputObjectRef<Types, RelationFilterInput>;
  readonly entityFilter: InputObjectRef<Types, EntityFilterInput>;
  readonly entityOrder: InputObjectRef<Types, EntityOrderInput>;
  readonly relationOrder: InputObjectRef<Types, RelationOrderInput>;
}

export function defineFilters(kit: SchemaKit, enums: EnumTypes): FilterTypes {
  const during = defineDuring(kit);
  const ranges = { during, began: defineBegan(kit) };
  const relationFilter = defineRelationFilter(kit, enums, ranges);
  return {
    during,
    relationFilter,
    entityFilter: defineEntityFilter(kit, enums, ranges, relationFilter),
    ...defineOrders(kit, enums, relationFilter),
  };
}

type Range = InputObjectRef<Types, DuringInput>;

/** The ranges of days that both filters have. */
interface Ranges {
  readonly during: Range;
  readonly began: Range;
}

function defineDuring({ builder }: SchemaKit): Range {
  return builder.inputRef<DuringInput>('DuringInput').implement({
    description:
      'A range of days. It selects what was certainly or possibly valid on at least one of them. Records without a date may have been valid at any time.',
    fields: (t) => ({
      ...rangeFields(t),
      certainly: t.boolean({
        defaultValue: false,
        description:
          'Selects only what was certainly valid on at least one day of the range. A state without an end is certain until the latest day on which a source says it; a date marked `?` or `%` makes no day certain.',
      }),
    }),
  });
}

function defineBegan({ builder }: SchemaKit): Range {
  return builder.inputRef<DuringInput>('BeganInput').implement({
    description:
      'A range of days. It selects what certainly or possibly began on one of them: `{ from: "1990", to: "1999" }` for the 1990s. Records without a first date may have begun at any time.',
    fields: (t) => ({
      ...rangeFields(t),
      certainly: t.boolean({
        defaultValue: false,
        description:
          'Selects only what certainly began within the range: every day on which it may have begun is in it.',
      }),
    }),
  });
}

function rangeFields(t: PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>) {
  return {
    from: t.field({
      type: 'PartialDate',
      description: 'The first day of the range. Without it, the range has no start.',
    }),
    to: t.field({
      type: 'PartialDate',
      description: 'The last day of the range. Without it, the range has no end.',
    }),
  };
}

function defineRelationFilter(
  { builder, vocabulary }: SchemaKit,
  enums: EnumTypes,
  { during, began }: Ranges,
): InputObjectRef<Types, RelationFilterInput> {
  return builder.inputRef<RelationFilterInput>('RelationFilter').implement({
    description: 'Selects relations. All conditions must be true.',
    fields: (t) => ({
      relationTypes: t.field({
        type: [enums.relationType],
        description: 'The relation type is one of these.',
      }),
      direction: t.field({
        type: enums.relationDirection,
        defaultValue: 'EITHER',
        description: 'The direction in which relations are followed.',
      }),
      entityTypes: t.field({
        type: [enums.entityType],
        description: 'The type of the entity at the other end is one of these.',
      }),
      ...Object.fromEntries(
        valueFields(vocabulary).map(({ field, property, enum: name }) => [
          field,
          t.field({
            type: [enums.enumerated(name)],
            description: `The property \`${property}\` is one of these. Relations without it do not match.`,
          }),
        ]),
      ),
      during: t.field({ type: during, description: 'The relation was valid in this range.' }),
      began: t.field({ type: began, description: 'The relation began in this range.' }),
      minPublishers: t.int({
        description: 'The minimum number of publishers that confirm the relation.',
      }),
      maxPublishers: t.int({
        description:
          'The maximum number of publishers that confirm the relation: 0 for relations that no source states, 1 also for those that a single publisher states.',
      }),
      minOrigins: t.int({
        description:
          'The minimum number of independent origins that confirm the relation. Several newspapers that print one press release are one origin.',
      }),
      maxOrigins: t.int({
        description: 'The maximum number of independent origins that confirm the relation.',
      }),
      standing: t.field({
        type: [enums.standing],
        description:
          'The standing of the relation is one of these: `[STATED]` leaves out what sources only imply.',
      }),
      contested: t.boolean({
        description:
          'True for relations that a source contradicts, or whose rival a source contradicts in their favour; false for all others.',
      }),
      sources: t.stringList({
        description:
          'Slugs of sources. At least one of them confirms the relation explicitly. What they only imply does not match.',
      }),
      publishers: t.stringList({
        description:
          'Slugs of organizations. At least one of them published a source that confirms the relation explicitly.',
      }),
      without: t.stringList({
        description:
          'Slugs of sources to ignore. Relations that no other source states or implies are left out; publishers and origins are counted, and standing, contest and rivals decided, without these sources. Lists of evidence and values of properties do not change.',
      }),
      publishedUntil: t.field({
        type: 'PartialDate',
        description:
          'The graph as its sources knew it on the last day of this date: all sources that may have been published later are ignored, as `without` does, and so are undated sources and the choices of the editors.',
      }),
    }),
  });
}

function defineEntityFilter(
  { builder }: SchemaKit,
  enums: EnumTypes,
  { during, began }: Ranges,
  relationFilter: InputObjectRef<Types, RelationFilterInput>,
): InputObjectRef<Types, EntityFilterInput> {
  const entityFilter = builder.inputRef<EntityFilterInput>('EntityFilter');
  const relatedFilter = builder.inputRef<RelatedFilterInput>('RelatedFilter').implement({
    description:
      'Selects entities by their relations. `relation` selects the relations, and `entity` is the condition for the entities at their other ends.',
    fields: (t) => ({
      relation: t.field({
        type: relationFilter,
        description: 'The relations that are considered. The default is all relations.',
      }),
      entity: t.field({
        type: entityFilter,
        description: 'The condition for the entity at the other end.',
      }),
      quantifier: t.field({
        type: enums.quantifier,
        defaultValue: 'SOME',
        description: 'The number of relations for which the condition must be true.',
      }),
      atLeast: t.int({
        description:
          'With SOME: the minimum number of different entities at the other ends. The default is 1.',
      }),
    }),
  });
  entityFilter.implement({
    description: 'Selects entities. All conditions must be true. Unknown values do not match.',
    fields: (t) => ({
      types: t.field({ type: [enums.entityType], description: 'The type is one of these.' }),
      kinds: t.stringList({
        description:
          'The kind is one of these, such as `NHRI` or `CONFERENCE`. `vocabulary` lists all kinds.',
      }),
      slugs: t.stringList({ description: 'The slug is one of these.' }),
      sameAs: t.field({
        type: ['URL'],
        description:
          'One of these is among its `sameAs` addresses. `http` or `https`, `www.` and a slash at the end make no difference. An address that no entity has matches nothing, since what it names may not be in the graph.',
      }),
      during: t.field({
        type: during,
        description: 'The entity existed or took place in this range.',
      }),
      began: t.field({
        type: began,
        description: 'The entity began to exist, or to take place, in this range.',
      }),
      related: t.field({
        type: [relatedFilter],
        description: 'All of these conditions on relations must be true.',
      }),
      and: t.field({ type: [entityFilter], description: 'All of these filters must match.' }),
      or: t.field({
        type: [entityFilter],
        description: 'At least one of these filters must match. An empty list matches nothing.',
      }),
      not: t.field({ type: entityFilter, description: 'This filter must not match.' }),
    }),
  });
  return entityFilter;
}

function defineOrders(
  { builder }: SchemaKit,
  enums: EnumTypes,
  relationFilter: InputObjectRef<Types, RelationFilterInput>,
): Pick<FilterTypes, 'entityOrder' | 'relationOrder'> {
  const entityOrder = builder.inputRef<EntityOrderInput>('EntityOrder').implement({
    description: 'An order of entities. Entities with equal values are ordered by slug.',
    fields: (t) => ({
      by: t.field({
        type: enums.entityOrderBy,
        defaultValue: 'NAME',
        description: 'The value to order by.',
      }),
      relations: t.field({
        type: relationFilter,
        description:
          'For DEGREE: counts only relations that match this filter, as `degree(filter:)` does. All entities of the list are counted for each page, so narrow the list by `filter`.',
      }),
      direction: t.field({
        type: enums.orderDirection,
        defaultValue: 'ASC',
        description: 'The direction of the order.',
      }),
      language: t.field({
        type: enums.language,
        description:
          'For NAME: the language of the names and of the alphabet. The default is the first language that the client accepts, else English.',
      }),
    }),
  });
  const relationOrder = builder.inputRef<RelationOrderInput>('RelationOrder').implement({
    description:
      'An order of relations. Relations with equal values are ordered by the slug at the other end, then by type and key.',
    fields: (t) => ({
      by: t.field({
        type: enums.relationOrderBy,
        defaultValue: 'SLUG',
        description: 'The value to order by.',
      }),
      direction: t.field({
        type: enums.orderDirection,
        defaultValue: 'ASC',
        description: 'The direction of the order.',
      }),
    }),
  });
  return { entityOrder, relationOrder };
}
