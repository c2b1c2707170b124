import { badInput } from '../errors.js';
import { nearestName } from '../values/nearest-name.js';
import { quoted } from '../values/shown-input.js';
import { sourceKinds } from '../vocabulary/source-kinds.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';

/**
 * Returns kinds of entities unchanged.
 * @param argument the path of the kinds in the arguments of the field, for errors.
 * @throws KenesError BAD_USER_INPUT for a kind that entities of no type have.
 */
export function entityKinds(
  kinds: readonly string[],
  { entityTypes }: Vocabulary,
  argument: string,
): readonly string[] {
  const known = Object.values(entityTypes).flatMap(({ kinds: own }) => Object.keys(own));
  return knownKinds(kinds, known, argument);
}

/**
 * Returns kinds of sources unchanged.
 * @param argument the path of the kinds in the arguments of the field, for errors.
 * @throws KenesError BAD_USER_INPUT for a kind that sources cannot have.
 */
export function kindsOfSources(kinds: readonly string[], argument: string): readonly string[] {
  return knownKinds(kinds, Object.keys(sourceKinds), argument);
}

function knownKinds(
  kinds: readonly string[],
  known: readonly string[],
  argument: string,
): readonly string[] {
  const index = kinds.findIndex((kind) => !known.includes(kind));
  const unknown = kinds[index];
  if (unknown === undefined) return kinds;
  throw badInput(`Unknown kind ${quoted(unknown)}.`, {
    hint: `Allowed: ${[...new Set(known)].sort().join(', ')}.`,
    nearest: nearestName(unknown, known),
    argument: `${argument}[${index}]`,
  });
}
