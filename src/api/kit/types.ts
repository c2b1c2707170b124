import type {
  ImplementableInterfaceRef,
  ImplementableObjectRef,
  ObjectRef,
  UnionRef,
} from '@pothos/core';
import { entityTypeNames, type EntityType } from '../../vocabulary/entity-types.js';
import type {
  EntityRecord,
  EvidenceRecord,
  RelatedRow,
  RelationRecord,
  SourceRecord,
} from '../../model/records.js';
import type { SchemaKit, Types } from './builder.js';
import {
  defineConnection,
  definePageInfo,
  type Connection,
  type PageInfoSource,
} from './connection.js';
import { defineEnums, type EnumTypes } from './enums.js';
import { defineFilters, type FilterTypes } from './filters.js';

export type Node = EntityRecord | RelationRecord | EvidenceRecord | SourceRecord;

/** Adds fields to entities: to the interface or to one of the types. */
export type EntityFields = PothosSchemaTypes.RootFieldBuilder<
  Types,
  EntityRecord,
  'Interface' | 'Object'
>;

type ConnectionType<T> = ObjectRef<Types, Connection<T>>;

/** The types that others refer to, before each file gives its own their fields. */
export interface SchemaParts extends SchemaKit {
  readonly enums: EnumTypes;
  readonly filters: FilterTypes;
  readonly pageInfo: ObjectRef<Types, PageInfoSource>;
  readonly node: ImplementableInterfaceRef<Types, Node>;
  readonly entity: ImplementableInterfaceRef<Types, EntityRecord>;
  readonly entityTypes: Readonly<Record<EntityType, ImplementableObjectRef<Types, EntityRecord>>>;
  readonly relation: ImplementableObjectRef<Types, RelationRecord>;
  readonly evidence: ImplementableObjectRef<Types, EvidenceRecord>;
  readonly evidenceTarget: UnionRef<Types, EntityRecord | RelationRecord>;
  readonly source: ImplementableObjectRef<Types, SourceRecord>;
  /** Lists of entities, of one type or of any. */
  readonly entityConnections: Readonly<Record<EntityType | 'Entity', ConnectionType<EntityRecord>>>;
  /** Lists of relations seen from one end, with the entities at the other. */
  readonly relatedConnections: Readonly<Record<EntityType | 'Entity', ConnectionType<RelatedRow>>>;
  readonly relationConnection: ConnectionType<RelationRecord>;
  readonly evidenceConnection: ConnectionType<EvidenceRecord>;
  readonly sourceConnection: ConnectionType<SourceRecord>;
}

export function defineTypes(kit: SchemaKit): SchemaParts {
  const { builder, vocabulary } = kit;
  const enums = defineEnums(kit);
  const filters = defineFilters(kit, enums);
  const node = builder.interfaceRef<Node>('Node');
  const entity = builder.interfaceRef<EntityRecord>('Entity');
  const relation = builder.objectRef<RelationRecord>('Relation');
  const evidence = builder.objectRef<EvidenceRecord>('Evidence');
  const source = builder.objectRef<SourceRecord>('Source');
  const entityTypes = forEachType((type) => builder.objectRef<EntityRecord>(type));
  const evidenceTarget = builder.unionType('EvidenceTarget', {
    description: 'What evidence can be for.',
    types: [...entityTypeNames.map((type) => entityTypes[type]), relation],
    resolveType: (record) => ('key' in record ? 'Relation' : record.type),
  });
  const pageInfo = definePageInfo(kit);
  const labels = (type: EntityType): string => vocabulary.entityTypes[type].plural;
  const entityConnection = (
    name: string,
    type: typeof entity | (typeof entityTypes)['Person'],
    holds: string,
  ): ConnectionType<EntityRecord> =>
    defineConnection(kit, pageInfo, {
      name,
      holds,
      node: type,
      nodeOf: (record: EntityRecord) => record,
    });
  const relatedConnection = (
    name: string,
    type: typeof entity | (typeof entityTypes)['Person'],
    holds: string,
  ): ConnectionType<RelatedRow> =>
    defineConnection(kit, pageInfo, {
      name,
      holds,
      node: type,
      nodeOf: (row: RelatedRow) => row.entity,
      edgeFields: (t) => ({
        relation: t.field({
          type: relation,
          description: 'The relation that leads there.',
          resolve: ({ row }) => row.item.relation,
        }),
      }),
    });
  return {
    ...kit, enums, filters, pageInfo, node, entity, entityTypes, relation, evidence, evidenceTarget, source,
    entityConnections: {
      ...forEachType((type) => entityConnection(type, entityTypes[type], labels(type))),
      Entity: entityConnection('Entity', entity, 'entities'),
    },
    relatedConnections: {
      ...forEachType((type) => relatedConnection(`Related${type}`, entityTypes[type], `relations with ${labels(type)}`)),
      Entity: relatedConnection('Related', entity, 'relations with entities'),
    },
    relationConnection: defineConnection(kit, pageInfo, {
      name: 'Relation', holds: 'relations', node: relation, nodeOf: (record: RelationRecord) => record,
    }),
    evidenceConnection: defineConnection(kit, pageInfo, {
      name: 'Evidence', holds: 'pieces of evidence', node: evidence, nodeOf: (record: EvidenceRecord) => record,
    }),
    sourceConnection: defineConnection(kit, pageInfo, {
      name: 'Source', holds: 'sources', node: source, nodeOf: (record: SourceRecord) => record,
    }),
  }; // prettier-ignore
}

function forEachType<T>(make: (type: EntityType) => T): Record<EntityType, T> {
  return Object.fromEntries(entityTypeNames.map((type) => [type, make(type)])) as Record<
    EntityType,
    T
  >;
}
