import type { EntityRecord } from './records.js';

/** Returns the identifier of an entity, if it has one, and its addresses elsewhere (`sameAs`). */
export function identifiersOf({
  properties,
  details,
}: Pick<EntityRecord, 'properties' | 'details'>): string[] {
  const { identifier } = properties;
  return [...(typeof identifier === 'string' ? [identifier] : []), ...details.sameAs];
}
