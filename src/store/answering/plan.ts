import type { EntityType } from '../../vocabulary/entity-types.js';
import {
  isRelationKey,
  recordsOfDisagreement,
  type DisagreementRecord,
} from '../../model/records.js';
import {
  setAsideBy,
  type EntityExpansion,
  type EntityShape,
  type EvidenceExpansion,
  type EvidenceShape,
  type GraphShape,
  type RelatedCountExpansion,
  type RelatedExpansion,
  type RelationShape,
  type SetAside,
  type SoleSupportExpansion,
  type SourceExpansion,
  type SourceShape,
} from '../reading.js';
import type { EntityRow, EvidenceRow, RelationRow, SourceRow } from '../rows.js';
import type { KeyedAsk } from './asks.js';
import {
  entityPartsOf,
  evidencePartsOf,
  relatedPartsOf,
  relationPartsOf,
  sourcePartsOf,
} from './parts.js';

// The asks that follow from the records of a shape. Both ways of answering a reading use them:
// level by level (levels.ts), and as one query of Neo4j (neo4j/fusion.ts).

/** The field of a row that contains the key, or the keys, of an ask. */
export type KeyField =
  | 'slug' | 'key' | 'fromSlug' | 'toSlug' | 'target' | 'sourceSlug' | 'publisherSlug'
  | 'informerSlugs' | 'sources'; // prettier-ignore

/** The keys of an ask, as a field of rows. */
export interface Keys<R> {
  readonly field: KeyField;
  /** The entity types of the rows that have keys; null for all. */
  readonly onTypes: ReadonlySet<EntityType> | null;
  /** Returns the keys of a row; none if the ask does not apply to the row. */
  of(row: R): readonly string[];
}

/** The asks of one expansion, or of one link to other records, for the keys of rows. */
export type FollowUp<R> = { readonly keys: Keys<R> } & (
  | {
      readonly kind: 'related';
      readonly expansion: RelatedExpansion;
      readonly rows: KeyedAsk<'related'> | null;
      readonly count: KeyedAsk<'count of related'> | null;
    }
  | {
      readonly kind: 'related count';
      readonly expansion: RelatedCountExpansion;
      readonly count: KeyedAsk<'count of related'>;
    }
  | {
      readonly kind: 'evidence';
      readonly expansion: EvidenceExpansion;
      readonly rows: KeyedAsk<'page of evidence'> | null;
      readonly count: KeyedAsk<'count of evidence'> | null;
    }
  | {
      readonly kind: 'sole support';
      readonly expansion: SoleSupportExpansion;
      readonly rows: KeyedAsk<'page of sole support'> | null;
      readonly count: KeyedAsk<'count of sole support'> | null;
    }
  | {
      readonly kind: 'linked entities';
      readonly shape: EntityShape;
      readonly rows: KeyedAsk<'entities by slug'>;
    }
  | {
      readonly kind: 'linked relations';
      readonly shape: RelationShape;
      readonly rows: KeyedAsk<'relations by key'>;
    }
  | {
      readonly kind: 'linked sources';
      readonly shape: SourceShape;
      readonly rows: KeyedAsk<'sources by slug'>;
    }
);

export function followUpsOfEntities({ expansions }: EntityShape): FollowUp<EntityRow>[] {
  return [...expansions.values()].map((expansion) => entityFollowUp(expansion));
}

export function followUpsOfRelations(shape: RelationShape): FollowUp<RelationRow>[] {
  const byKey = keys('key', ({ key }: RelationRow) => [key]);
  return [
    ...[...shape.expansions.values()].map((expansion) => evidenceFollowUp(expansion, byKey)),
    ...linkedEntities(
      shape.from,
      keys('fromSlug', ({ fromSlug }: RelationRow) => [fromSlug]),
    ),
    ...linkedEntities(
      shape.to,
      keys('toSlug', ({ toSlug }: RelationRow) => [toSlug]),
    ),
    ...linkedSources(
      shape.sources,
      keys('sources', ({ sources = [] }: RelationRow) => sources),
    ),
  ];
}

export function followUpsOfEvidence({ source, target }: EvidenceShape): FollowUp<EvidenceRow>[] {
  const followUps = linkedSources(
    source,
    keys('sourceSlug', ({ sourceSlug }: EvidenceRow) => [sourceSlug]),
  );
  if (!target) return followUps;
  const targets = (ofRelations: boolean): Keys<EvidenceRow> =>
    keys('target', (row) => (isRelationKey(row.target) === ofRelations ? [row.target] : []));
  return [
    ...followUps,
    ...linkedEntities(target.entity, targets(false)),
    linkedRelations(target.relation, targets(true)),
  ];
}

export function followUpsOfSources(shape: SourceShape): FollowUp<SourceRow>[] {
  const bySlug = keys('slug', ({ slug }: SourceRow) => [slug]);
  return [
    ...[...shape.expansions.values()].map((expansion) => sourceFollowUp(expansion, bySlug)),
    ...linkedEntities(
      shape.publisher,
      keys('publisherSlug', ({ publisherSlug }: SourceRow) =>
        publisherSlug === undefined ? [] : [publisherSlug],
      ),
    ),
    ...linkedEntities(
      shape.informers,
      keys('informerSlugs', ({ informerSlugs }: SourceRow) => informerSlugs ?? []),
    ),
  ];
}

/**
 * Returns the links to the entities and the relations that disagreements are about. The support of
 * these relations is as it is without the sources set aside.
 */
export function followUpsOfDisagreements(
  { entities, relations }: GraphShape,
  setAside: SetAside = {},
): FollowUp<DisagreementRecord>[] {
  const records = (field: 'slug' | 'key'): Keys<DisagreementRecord> =>
    keys(field, (row) =>
      recordsOfDisagreement(row).filter((record) => isRelationKey(record) === (field === 'key')),
    );
  return [
    ...linkedEntities(entities, records('slug')),
    linkedRelations(relations, records('key'), setAside),
  ];
}

function keys<R>(
  field: KeyField,
  of: (row: R) => readonly string[],
  onTypes: Keys<R>['onTypes'] = null,
): Keys<R> {
  return { field, of, onTypes };
}

function entityFollowUp(expansion: EntityExpansion): FollowUp<EntityRow> {
  const { onTypes } = expansion;
  const bySlug = keys(
    'slug',
    ({ slug, type }: EntityRow) => ((onTypes?.has(type) ?? true) ? [slug] : []),
    onTypes,
  );
  if (expansion.kind === 'evidence') return evidenceFollowUp(expansion, bySlug);
  const { types, direction, filter } = expansion.question;
  const count = { kind: 'count of related', question: { types, direction, filter } } as const;
  if (expansion.kind === 'related count')
    return { kind: 'related count', keys: bySlug, expansion, count };
  const { question, page, wantsRows, wantsCount } = expansion;
  return {
    kind: 'related',
    keys: bySlug,
    expansion,
    rows: wantsRows ? { kind: 'related', question, page, ...relatedPartsOf(expansion) } : null,
    count: wantsCount ? count : null,
  };
}

function evidenceFollowUp<R>(expansion: EvidenceExpansion, owners: Keys<R>): FollowUp<R> {
  const { question, page, wantsRows, wantsCount } = expansion;
  const parts = evidencePartsOf(expansion.evidence);
  return {
    kind: 'evidence',
    keys: owners,
    expansion,
    rows: wantsRows ? { kind: 'page of evidence', question, page, parts } : null,
    count: wantsCount ? { kind: 'count of evidence', question } : null,
  };
}

function sourceFollowUp(expansion: SourceExpansion, sources: Keys<SourceRow>): FollowUp<SourceRow> {
  if (expansion.kind === 'evidence') return evidenceFollowUp(expansion, sources);
  const { page, wantsRows, wantsCount, relation } = expansion;
  const parts = relationPartsOf(relation);
  const setAside = setAsideBy(expansion);
  return {
    kind: 'sole support',
    keys: sources,
    expansion,
    rows: wantsRows ? { kind: 'page of sole support', page, parts, ...setAside } : null,
    count: wantsCount ? { kind: 'count of sole support', ...setAside } : null,
  };
}

function linkedEntities<R>(shape: EntityShape | undefined, slugs: Keys<R>): FollowUp<R>[] {
  if (!shape) return [];
  const rows = { kind: 'entities by slug', parts: entityPartsOf(shape) } as const;
  return [{ kind: 'linked entities', keys: slugs, shape, rows }];
}

function linkedSources<R>(shape: SourceShape | undefined, slugs: Keys<R>): FollowUp<R>[] {
  if (!shape) return [];
  const rows = { kind: 'sources by slug', parts: sourcePartsOf(shape) } as const;
  return [{ kind: 'linked sources', keys: slugs, shape, rows }];
}

function linkedRelations<R>(
  shape: RelationShape,
  relationKeys: Keys<R>,
  setAside: SetAside = {},
): FollowUp<R> {
  const rows = { kind: 'relations by key', parts: relationPartsOf(shape), ...setAside } as const;
  return { kind: 'linked relations', keys: relationKeys, shape, rows };
}
