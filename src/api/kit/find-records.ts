import { findByFormerSlugs } from '../../questions/former-slugs.js';
import type { EntityItem, EvidenceItem, RelationItem, SourceItem } from '../../store/answers.js';
import type {
  EntityShape,
  EvidenceShape,
  RelationShape,
  SourceShape,
} from '../../store/reading.js';
import type { RequestContext } from './context.js';
import type { DocumentItem } from './types.js';

// Records by their slugs, keys or ids. Each function returns the records by what was asked for;
// records that do not exist are absent. An entity or a relation is also found by a former slug.

type Found<T> = Promise<ReadonlyMap<string, T>>;
type Within = Pick<RequestContext, 'store'>;

export function findEntities(
  slugs: readonly string[],
  shape: EntityShape,
  { store }: Within,
): Found<EntityItem> {
  return findByFormerSlugs(store, slugs, async (some) => {
    const reading = { start: 'entities by slug', slugs: some, shape } as const;
    const { found, answers } = await store.read(reading);
    return new Map(found.map((row) => [row.slug, { row, shape, answers }]));
  });
}

export function findRelations(
  keys: readonly string[],
  shape: RelationShape,
  { store }: Within,
): Found<RelationItem> {
  return findByFormerSlugs(store, keys, async (some) => {
    const reading = { start: 'relations by key', keys: some, shape } as const;
    const { found, answers } = await store.read(reading);
    return new Map(found.map((row) => [row.key, { row, shape, answers }]));
  });
}

export async function findEvidence(
  ids: readonly string[],
  shape: EvidenceShape,
  { store }: Within,
): Found<EvidenceItem> {
  if (ids.length === 0) return new Map();
  const { found, answers } = await store.read({ start: 'evidence by id', ids, shape });
  return new Map(found.map((row) => [row.id, { row, shape, answers }]));
}

export async function findSources(
  slugs: readonly string[],
  shape: SourceShape,
  { store }: Within,
): Found<SourceItem> {
  if (slugs.length === 0) return new Map();
  const { found, answers } = await store.read({ start: 'sources by slug', slugs, shape });
  return new Map(found.map((row) => [row.slug, { row, shape, answers }]));
}

export async function findDocuments(
  slugs: readonly string[],
  { store }: Within,
): Found<DocumentItem> {
  if (slugs.length === 0) return new Map();
  const { found } = await store.read({ start: 'documents by slug', slugs });
  return new Map(found.map((row) => [row.slug, { row }]));
}
