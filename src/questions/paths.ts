import { limits } from '../limits.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { Answers } from '../store/answers.js';
import type { GraphShape, PathsQuestion } from '../store/reading.js';
import type { PathRow, PathRows } from '../store/rows.js';
import type { Store } from '../store/store.js';
import { following, within, type RelationFilterInput } from './filters.js';
import { requireAllEntities } from './known-slugs.js';

export interface PathsArguments {
  readonly from: string;
  readonly to: string;
  readonly filter?: RelationFilterInput | null | undefined;
  readonly maxLength: number;
  readonly limit: number;
}

/** The shortest paths, with the answers of the reading that found them. */
export interface FoundPaths extends PathRows {
  readonly answers: Answers;
}

/**
 * Returns the question for the shortest paths.
 * @throws KenesError BAD_USER_INPUT for a length or a limit that is not allowed.
 */
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
 * Reads the shortest paths. From an entity to itself there is one path, which has no relation.
 * @throws KenesError BAD_USER_INPUT for slugs that no entity has.
 */
export async function readPaths(
  store: Pick<Store, 'read'>,
  question: PathsQuestion,
  shape: GraphShape,
): Promise<FoundPaths> {
  const { from, to } = question;
  if (from === to) return readPathToItself(store, from, shape);
  const { found, answers } = await store.read({ start: 'paths', question, shape });
  // A path that was found proves that both of its ends exist.
  if (found.paths.length > 0) return { ...found, answers };
  const joined = await requireAllEntities(store, [
    { argument: 'from', slugs: [from] },
    { argument: 'to', slugs: [to] },
  ]);
  if (joined.isEmpty) return { ...found, answers };
  return readPaths(store, { ...question, from: joined.into(from), to: joined.into(to) }, shape);
}

async function readPathToItself(
  store: Pick<Store, 'read'>,
  slug: string,
  { entities: shape }: GraphShape,
): Promise<FoundPaths> {
  const joined = await requireAllEntities(store, [{ argument: 'from', slugs: [slug] }]);
  const slugs = [joined.into(slug)];
  const { found, answers } = await store.read({ start: 'entities by slug', slugs, shape });
  const path: PathRow = { entities: found, relations: [] };
  return { paths: [path], truncation: null, answers };
}
