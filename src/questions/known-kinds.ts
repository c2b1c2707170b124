import { badInput } from '../errors.js';
import { nearestName } from '../values/nearest-name.js';
import { quoted } from '../values/shown-input.js';
import { sourceKinds } from '../vocabulary/source-kinds.js';
import { entityTypeEnumValue, type EntityType } from '../vocabulary/entity-types.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';

/**
 * Returns kinds of entities unchanged.
 * @param types the types that the entities can have; null for all.
 * @param argument the path of the kinds in the arguments of the field, for errors.
 * @throws KenesError BAD_USER_INPUT for a kind that entities of none of these types have.
 */
export function entityKinds(
  kinds: readonly string[],
  types: readonly EntityType[] | null,
  { entityTypes }: Vocabulary,
  argument: string,
): readonly string[] {
  const kindsOf = (type: EntityType): readonly string[] => Object.keys(entityTypes[type].kinds);
  const all = Object.keys(entityTypes) as EntityType[];
  const known = knownKinds(kinds, all.flatMap(kindsOf), argument);
  const possible = types?.flatMap(kindsOf);
  const index = possible ? known.findIndex((kind) => !possible.includes(kind)) : -1;
  const impossible = known[index];
  if (!types || !possible || impossible === undefined || types.length === 0) return known;
  throw badInput(
    `Entities of the type ${types.map(entityTypeEnumValue).join(', ')} never have the kind ${quoted(impossible)}.`,
    {
      hint:
        possible.length === 0
          ? 'They have no kinds.'
          : `Their kinds: ${[...new Set(possible)].sort().join(', ')}.`,
      nearest: nearestName(impossible, possible),
      argument: `${argument}[${index}]`,
    },
  );
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
