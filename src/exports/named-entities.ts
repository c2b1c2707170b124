import type { Properties, PropertyValue } from '../model/records.js';
import type { EntityShape } from '../store/reading.js';
import { ownValue, type EntityRow } from '../store/rows.js';
import type { EntityType } from '../vocabulary/entity-types.js';
import type { Language } from '../vocabulary/languages.js';
import { sentenceEnd, type SentenceEnd } from '../wording/sentences.js';

/** Selects the parts by which sentences and citations name an entity. */
export const namedShape: EntityShape = {
  parts: new Set(['names', 'details', 'kind', 'time', 'own act', 'own form'] as const),
  expansions: new Map(),
};

/**
 * Returns an entity as sentences name it.
 * @param row undefined if it was deleted: it is then named by its slug.
 */
export function namedEntity(
  slug: string,
  type: EntityType,
  row: EntityRow | undefined,
  language: Language,
): SentenceEnd {
  const { names, details, time, kind } = row ?? {};
  const isRead =
    row !== undefined && names !== undefined && details !== undefined && time !== undefined;
  const entity = isRead
    ? { names, details, time, kind: kind ?? null, properties: saidBy(row) }
    : null;
  return sentenceEnd(slug, type, entity, language, []);
}

function saidBy(row: EntityRow): Properties {
  const own = (['act', 'form'] as const).map((name) => [name, ownValue(row, name)] as const);
  return Object.fromEntries(
    own.filter((entry): entry is ['act' | 'form', PropertyValue] => entry[1] != null),
  );
}
