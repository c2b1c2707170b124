import { limits } from '../limits.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { Standing } from '../model/records.js';
import type { Answers } from '../store/answers.js';
import type { GraphShape, PathsQuestion } from '../store/reading.js';
import type { HopRow, PathRow, PathRows, RelationRow } from '../store/rows.js';
import { following, within, type RelationFilterInput } from './filters.js';
import { requireAllEntities } from './known-slugs.js';
import type { StoreWithNames } from './meant-slugs.js';

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
  store: StoreWithNames,
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
  store: StoreWithNames,
  slug: string,
  { entities: shape }: GraphShape,
): Promise<FoundPaths> {
  const joined = await requireAllEntities(store, [{ argument: 'from', slugs: [slug] }]);
  const slugs = [joined.into(slug)];
  const { found, answers } = await store.read({ start: 'entities by slug', slugs, shape });
  const path: PathRow = { entities: found, hops: [] };
  return { paths: [path], truncation: null, answers };
}

/** From the best to the worst. */
const standings: readonly Standing[] = ['STATED', 'INFERRED', 'EDITORIAL', 'DENIED'];

/**
 * Returns the best attested relation of a hop: the one with the most origins, then with the most
 * publishers, then with the best standing, then the first by key.
 */
export function bestAttested({ relations }: HopRow): RelationRow[] {
  const [first, ...others] = relations;
  if (!first) return [];
  return [others.reduce((one, other) => (isBetter(other, one) ? other : one), first)];
}

function isBetter(one: RelationRow, other: RelationRow): boolean {
  const [better, worse] = [one, other].map(
    ({ originCount = 0, publisherCount = 0, standing = 'DENIED' }) =>
      [originCount, publisherCount, -standings.indexOf(standing)] as const,
  );
  const index = better?.findIndex((value, place) => value !== worse?.[place]) ?? -1;
  return index >= 0 && Number(better?.[index]) > Number(worse?.[index]);
}
