import type { EntityItem, RelationItem } from '../store/answers.js';
import type { RequestContext } from './kit/context.js';

/** Returns the entity at an end of a relation. Loads it if the reading did not select it. */
export function endOf(
  { row, shape, answers }: RelationItem,
  end: 'from' | 'to',
  { loaders }: RequestContext,
): EntityItem | Promise<EntityItem> {
  const slug = end === 'from' ? row.fromSlug : row.toSlug;
  const endShape = shape[end];
  const entity = answers.entity(endShape, slug);
  return endShape && entity ? { row: entity, shape: endShape, answers } : loaders.entity(slug);
}
