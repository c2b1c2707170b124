import { limits } from '../limits.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { GraphShape, PathsQuestion } from '../store/reading.js';
import type { PathRecord, PathsRecord } from '../model/records.js';
import type { Store } from '../store/store.js';
import { following, within, type RelationFilterInput } from './filters.js';
import { requireEntities } from './known-slugs.js';

export interface PathsArguments {
  readonly from: string;
  readonly to: string;
  readonly filter?: RelationFilterInput | null | undefined;
  readonly maxLength: number;
  readonly limit: number;
}

/** A path, and the sources that were set aside as it was searched for. */
export interface Path extends PathRecord {
  readonly without: readonly string[];
}

export interface Paths extends Pick<PathsRecord, 'truncation'> {
  readonly paths: readonly Path[];
}

/** @throws KenesError BAD_USER_INPUT for a length or a limit that is not allowed. */
export function pathsQuestion(
  { from, to, filter, maxLength, limit }: PathsArguments,
  vocabulary: Vocabulary,
): PathsQuestion {
  return {
    ...following(filter, vocabulary),
    from,
    to,
    maxLength: within('maxLength', maxLength, 1, limits.pathLength.value),
    limit: within('limit', limit, 1, limits.paths.value),
  };
}

/**
 * The shortest paths; from an entity to itself the one without a relation.
 * @throws KenesError BAD_USER_INPUT for slugs that no entity has.
 */
export async function readPaths(
  store: Pick<Store, 'read'>,
  question: PathsQuestion,
  shape: GraphShape,
): Promise<Paths> {
  const { from, to, filter } = question;
  const { without = [] } = filter;
  if (from === to) {
    await requireEntities(store, [from], { argument: 'from' });
    const entities = await store.read({
      start: 'entities by slug',
      slugs: [from],
      shape: shape.entities,
    });
    return { paths: [{ entities, relations: [], without }], truncation: null };
  }
  const found = await store.read({ start: 'paths', question, shape });
  // Where there is a path there are its ends.
  if (found.paths.length === 0) {
    await requireEntities(store, [from], { argument: 'from' });
    await requireEntities(store, [to], { argument: 'to' });
  }
  return { ...found, paths: found.paths.map((path) => ({ ...path, without })) };
}
