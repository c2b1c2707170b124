import type { EntityType } from '../queries.js';

/** The shapes of the entity types, as SVG paths in a box of 16 by 16. No two types share one. */
export const shapes: Readonly<Record<EntityType, string>> = {
  PERSON: 'M8 2a6 6 0 1 0 .01 0z',
  ORGANIZATION: 'M3 3h10v10H3z',
  EVENT: 'M8 1l7 7-7 7-7-7z',
  TOPIC: 'M8 2l7 12H1z',
  INSTRUMENT: 'M4 1h8v14H4z',
  REPORT: 'M1 4h14v8H1z',
  STATEMENT: 'M8 4.5a3.5 3.5 0 1 0 .01 0z',
  PLACE: 'M8 14L1 2h14z',
};

/** The shape of an entity type, for the eye alone: the words beside it say the type. */
export function Glyph({ type }: { readonly type: EntityType }) {
  return (
    <svg class="glyph" viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
      <path class={`type-${type}`} d={shapes[type]} />
    </svg>
  );
}
