import {
  entityParts,
  evidenceParts,
  relationParts,
  sourceParts,
  type EntityPart,
  type EntityShape,
  type EvidencePart,
  type EvidenceShape,
  type GraphShape,
  type Parts,
  type RelatedExpansion,
  type RelationPart,
  type RelationShape,
  type SourcePart,
  type SourceShape,
} from '../reading.js';
import type { PairParts } from './asks.js';

// The parts that shapes select, as lists in a fixed order, so that equal selections make equal
// asks.

function inOrder<P extends string>(parts: Parts<P>, fixedParts: readonly P[]): readonly P[] {
  if (!parts) return fixedParts;
  const others = [...parts].filter((part) => !fixedParts.includes(part));
  // The part `properties` includes every single own property.
  const named = parts.has('properties' as P)
    ? others.filter((part) => !part.startsWith('own '))
    : others;
  return [...fixedParts.filter((part) => parts.has(part)), ...named.sort()];
}

/** Returns the selected parts. Several parts `name …` become the parts with all names. */
export function entityPartsOf({ parts }: Pick<EntityShape, 'parts'>): readonly EntityPart[] {
  if (!parts) return entityParts;
  const picked = [...parts].filter((part) => part.startsWith('name '));
  if (picked.length === 0 || (picked.length === 1 && !parts.has('names')))
    return inOrder(parts, entityParts);
  const others = [...parts].filter((part) => !part.startsWith('name '));
  return inOrder(new Set<EntityPart>([...others, 'names', 'details']), entityParts);
}

/** Adds the slugs of the sources, if these are selected. */
export function relationPartsOf({
  parts,
  sources,
}: Pick<RelationShape, 'parts' | 'sources'>): readonly RelationPart[] {
  return inOrder(parts && sources ? new Set([...parts, 'sources']) : parts, relationParts);
}

export function evidencePartsOf({ parts }: Pick<EvidenceShape, 'parts'>): readonly EvidencePart[] {
  return inOrder(parts, evidenceParts);
}

/** Adds the slugs of the publisher and of the informers, if their entities are selected. */
export function sourcePartsOf(shape: SourceShape): readonly SourcePart[] {
  const { parts, publisher, informers } = shape;
  const linked: SourcePart[] = [];
  if (publisher) linked.push('publisher');
  if (informers) linked.push('informers');
  return inOrder(parts && new Set([...parts, ...linked]), sourceParts);
}

/** Adds the time if the order, and so the keyset of each row, depends on it. */
export function relatedPartsOf({ question, relation, entity }: RelatedExpansion): PairParts {
  const byTime = question.order.by === 'DATE';
  const parts =
    relation.parts && byTime ? new Set([...relation.parts, 'time' as const]) : relation.parts;
  return { relation: relationPartsOf({ ...relation, parts }), entity: entityPartsOf(entity) };
}

/** Combines the parts of the entities with those of the relations' ends, which are among them. */
export function graphPartsOf({ entities, relations }: GraphShape): PairParts {
  const shapes = [entities, ...endShapes(relations).filter(isPlain)];
  const isWhole = shapes.some(({ parts }) => parts === null);
  const all = new Set(shapes.flatMap(({ parts }) => [...(parts ?? [])]));
  return {
    entity: entityPartsOf({ parts: isWhole ? null : all }),
    relation: relationPartsOf(relations),
  };
}

function endShapes({ from, to }: RelationShape): EntityShape[] {
  return [from, to].filter((end) => end !== undefined);
}

/** Returns whether a shape has no expansions. */
export function isPlain({ expansions }: EntityShape): boolean {
  return expansions.size === 0;
}
