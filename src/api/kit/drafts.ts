import type { EntityType } from '../../vocabulary/entity-types.js';
import type {
  EntityPart,
  EntityShape,
  EvidenceExpansion,
  EvidencePart,
  EvidenceShape,
  RelatedCountExpansion,
  RelatedExpansion,
  RelationPart,
  RelationShape,
  SoleSupportExpansion,
  SourcePart,
  SourceShape,
} from '../../store/reading.js';

// A draft is a shape while a selection is planned: each selected field adds what it needs. The reading
// then uses the draft as a shape, which does not change any more.

export interface EntityDraft extends EntityShape {
  readonly parts: Set<EntityPart>;
  readonly expansions: Map<string, EntityExpansionDraft>;
}

export interface RelationDraft extends RelationShape {
  readonly parts: Set<RelationPart>;
  from?: EntityDraft;
  to?: EntityDraft;
  sources?: SourceDraft;
  readonly expansions: Map<string, EvidenceExpansionDraft>;
}

export interface EvidenceDraft extends EvidenceShape {
  readonly parts: Set<EvidencePart>;
  source?: SourceDraft;
  target?: { readonly entity: EntityDraft; readonly relation: RelationDraft };
}

export interface SourceDraft extends SourceShape {
  readonly parts: Set<SourcePart>;
  publisher?: EntityDraft;
  informers?: EntityDraft;
  readonly expansions: Map<string, EvidenceExpansionDraft | SoleSupportDraft>;
}

export type Draft = EntityDraft | RelationDraft | EvidenceDraft | SourceDraft;

export interface GraphDraft {
  readonly entities: EntityDraft;
  readonly relations: RelationDraft;
}

/** The side of a page that is loaded if no reading selected it: its rows or its total count. */
export type LoadedSide = 'rows' | 'count';

/** The sides of a page that are selected: its rows and its total count. */
export interface SelectionDraft {
  wantsRows: boolean;
  wantsCount: boolean;
}

export interface RelatedDraft extends RelatedExpansion {
  wantsRows: boolean;
  wantsCount: boolean;
  onTypes: ReadonlySet<EntityType> | null;
  readonly relation: RelationDraft;
  readonly entity: EntityDraft;
}

interface RelatedCountDraft extends RelatedCountExpansion {
  onTypes: ReadonlySet<EntityType> | null;
}

export interface EvidenceExpansionDraft extends EvidenceExpansion {
  wantsRows: boolean;
  wantsCount: boolean;
  onTypes: ReadonlySet<EntityType> | null;
  readonly evidence: EvidenceDraft;
}

export interface SoleSupportDraft extends SoleSupportExpansion {
  wantsRows: boolean;
  wantsCount: boolean;
  readonly relation: RelationDraft;
}

export type EntityExpansionDraft = RelatedDraft | RelatedCountDraft | EvidenceExpansionDraft;

export function entityDraft(): EntityDraft {
  return { parts: new Set(), expansions: new Map() };
}

export function relationDraft(): RelationDraft {
  return { parts: new Set(), expansions: new Map() };
}

export function evidenceDraft(): EvidenceDraft {
  return { parts: new Set() };
}

export function sourceDraft(): SourceDraft {
  return { parts: new Set(), expansions: new Map() };
}

export function graphDraft(): GraphDraft {
  return { entities: entityDraft(), relations: relationDraft() };
}

/** Adds an expansion under the name of its answer and returns it, or returns the existing one. */
export function addExpansion<E extends EntityExpansionDraft | SoleSupportDraft>(
  expansions: Map<string, E>,
  key: string,
  expansion: E,
): E {
  const known = expansions.get(key);
  if (!known) {
    expansions.set(key, expansion);
    return expansion;
  }
  if ('onTypes' in known && 'onTypes' in expansion) {
    const { onTypes } = expansion;
    known.onTypes = known.onTypes && onTypes && new Set([...known.onTypes, ...onTypes]);
  }
  return known;
}
