import type {
  ImplementableInterfaceRef,
  ImplementableObjectRef,
  ObjectRef,
  UnionRef,
} from '@pothos/core';
import { entityTypeNames, type EntityType } from '../../vocabulary/entity-types.js';
import type { Language } from '../../vocabulary/languages.js';
import type { EntityItem, EvidenceItem, RelationItem, SourceItem } from '../../store/answers.js';
import type { ExplanationPart } from '../../wording/explanation.js';
import type { TextPart } from '../../wording/text-part.js';
import type { DocumentRow } from '../../store/rows.js';
import type { SchemaKit, Types } from './builder.js';
import {
  defineConnection,
  definePageInfo,
  type Connection,
  type PageInfoSource,
} from './connection.js';
import type { RequestContext } from './context.js';
import { defineEnums, type EnumTypes } from './enums.js';
import { defineFilters, type FilterTypes } from './filters.js';
import type { MaybePromise } from './items.js';

/** Builds the fields of relations. */
export type RelationFields = PothosSchemaTypes.ObjectFieldBuilder<Types, RelationItem>;

/** A relation and the entity at its other end. */
export interface RelatedItem {
  readonly relation: RelationItem;
  readonly entity: EntityItem;
}

/** A text in one language. */
export interface TextInLanguage {
  readonly language: Language;
  readonly text: string;
  /** Returns whether no source has the text. Absent for texts that cannot be editorial. */
  readonly isEditorial?: (context: RequestContext) => MaybePromise<boolean>;
}

/** A document that the store keeps. */
export interface DocumentItem {
  readonly row: DocumentRow;
}

export type Node = EntityItem | RelationItem | EvidenceItem | SourceItem | DocumentItem;

/** Adds fields to the interface of entities or to one of their types. */
export type EntityFields = PothosSchemaTypes.RootFieldBuilder<
  Types,
  EntityItem,
  'Interface' | 'Object'
>;

type ConnectionType<T> = ObjectRef<Types, Connection<T>>;

/** A part of a text. Only those of explanations have numbers. */
type ShownPart = TextPart | ExplanationPart;

/** The types that others refer to. Each file adds the fields of its own types later. */
export interface SchemaParts extends SchemaKit {
  readonly enums: EnumTypes;
  readonly filters: FilterTypes;
  readonly pageInfo: ObjectRef<Types, PageInfoSource>;
  readonly localizedText: ImplementableObjectRef<Types, TextInLanguage>;
  readonly textPart: ImplementableObjectRef<Types, ShownPart>;
  readonly node: ImplementableInterfaceRef<Types, Node>;
  readonly entity: ImplementableInterfaceRef<Types, EntityItem>;
  readonly entityTypes: Readonly<Record<EntityType, ImplementableObjectRef<Types, EntityItem>>>;
  readonly relation: ImplementableObjectRef<Types, RelationItem>;
  readonly evidence: ImplementableObjectRef<Types, EvidenceItem>;
  readonly evidenceTarget: UnionRef<Types, EntityItem | RelationItem>;
  readonly source: ImplementableObjectRef<Types, SourceItem>;
  readonly document: ImplementableObjectRef<Types, DocumentItem>;
  /** The connection types of entities of one type or of all types. */
  readonly entityConnections: Readonly<Record<EntityType | 'Entity', ConnectionType<EntityItem>>>;
  /** The connection types of relations of an entity, with the entities at their other ends. */
  readonly relatedConnections: Readonly<Record<EntityType | 'Entity', ConnectionType<RelatedItem>>>;
  readonly relationConnection: ConnectionType<RelationItem>;
  readonly evidenceConnection: ConnectionType<EvidenceItem>;
  readonly sourceConnection: ConnectionType<SourceItem>;
}

export function defineTypes(kit: SchemaKit): SchemaParts {
  const { builder, vocabulary } = kit;
  const enums = defineEnums(kit);
  const filters = defineFilters(kit, enums);
  const localizedText = builder.objectRef<TextInLanguage>('LocalizedText');
  const textPart = builder.objectRef<ShownPart>('TextPart');
  const node = builder.interfaceRef<Node>('Node');
  const entity = builder.interfaceRef<EntityItem>('Entity');
  const relation = builder.objectRef<RelationItem>('Relation');
  const evidence = builder.objectRef<EvidenceItem>('Evidence');
  const source = builder.objectRef<SourceItem>('Source');
  const document = builder.objectRef<DocumentItem>('Document');
  const entityTypes = forEachType((type) => builder.objectRef<EntityItem>(type));
  const evidenceTarget = builder.unionType('EvidenceTarget', {
    description: 'An entity or a relation, which evidence can be about.',
    types: [...entityTypeNames.map((type) => entityTypes[type]), relation],
    resolveType: ({ row }) => ('key' in row ? 'Relation' : row.type),
  });
  const pageInfo = definePageInfo(kit);
  const labels = (type: EntityType): string => vocabulary.entityTypes[type].plural;
  const entityConnection = (
    name: string,
    type: typeof entity | (typeof entityTypes)['Person'],
    plural: string,
  ): ConnectionType<EntityItem> =>
    defineConnection(kit, pageInfo, {
      name,
      plural,
      node: type,
      nodeOf: (item: EntityItem) => item,
    });
  const relatedConnection = (
    name: string,
    type: typeof entity | (typeof entityTypes)['Person'],
    plural: string,
  ): ConnectionType<RelatedItem> =>
    defineConnection(kit, pageInfo, {
      name,
      plural,
      node: type,
      nodeOf: ({ entity: far }: RelatedItem) => far,
      edgeFields: (t) => ({
        relation: t.field({
          type: relation,
          description: 'The relation that leads to `node`.',
          resolve: ({ row }) => row.item.relation,
        }),
      }),
    });
  return {
    ...kit, enums, filters, pageInfo, localizedText, textPart, node, entity, entityTypes, relation, evidence, evidenceTarget, source,
    document,
    entityConnections: {
      ...forEachType((type) => entityConnection(type, entityTypes[type], labels(type))),
      Entity: entityConnection('Entity', entity, 'entities'),
    },
    relatedConnections: {
      ...forEachType((type) => relatedConnection(`Related${type}`, entityTypes[type], `relations with ${labels(type)}`)),
      Entity: relatedConnection('Related', entity, 'relations with entities'),
    },
    relationConnection: defineConnection(kit, pageInfo, {
      name: 'Relation', plural: 'relations', node: relation, nodeOf: (item: RelationItem) => item,
    }),
    evidenceConnection: defineConnection(kit, pageInfo, {
      name: 'Evidence', plural: 'pieces of evidence', node: evidence, nodeOf: (item: EvidenceItem) => item,
    }),
    sourceConnection: defineConnection(kit, pageInfo, {
      name: 'Source', plural: 'sources', node: source, nodeOf: (item: SourceItem) => item,
    }),
  }; // prettier-ignore
}

function forEachType<T>(make: (type: EntityType) => T): Record<EntityType, T> {
  return Object.fromEntries(entityTypeNames.map((type) => [type, make(type)])) as Record<
    EntityType,
    T
  >;
}
