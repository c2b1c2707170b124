import { limits } from '../limits.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { Answers } from '../store/answers.js';
import type { GraphShape, NetworkQuestion } from '../store/reading.js';
import type { NetworkRows } from '../store/rows.js';
import type { Store } from '../store/store.js';
import {
  currentSlugs,
  following,
  limitSlugs,
  within,
  type RelationFilterInput,
} from './filters.js';
import { requireEntities } from './known-slugs.js';

export interface NetworkArguments {
  readonly center?: readonly string[] | null | undefined;
  readonly depth: number;
  readonly filter?: RelationFilterInput | null | undefined;
  readonly limit: number;
}

/**
 * Returns the question for a network.
 * @throws KenesError BAD_USER_INPUT for a depth, a limit or a number of centres that is not allowed.
 */
export function networkQuestion(
  { center = null, depth, filter, limit }: NetworkArguments,
  vocabulary: Vocabulary,
): NetworkQuestion {
  return {
    ...following(filter, vocabulary),
    center: center && limitSlugs(center, 'center'),
    depth: within('depth', depth, 0, limits.networkDepth.value),
    limit: within('limit', limit, 1, limits.networkNodes.value),
  };
}

/** A network, with the answers of the reading that found it. */
export interface FoundNetwork extends NetworkRows {
  readonly answers: Answers;
}

/**
 * Reads a network.
 * @throws KenesError BAD_USER_INPUT for centres that do not exist.
 */
export async function readNetwork(
  store: Pick<Store, 'read'>,
  question: NetworkQuestion,
  shape: GraphShape,
): Promise<FoundNetwork> {
  const { found, answers } = await store.read({ start: 'network', question, shape });
  const present = new Set(found.entities.map(({ slug }) => slug));
  const center = question.center ?? [];
  const absent = center.filter((slug) => !present.has(slug));
  if (absent.length === 0) return { ...found, answers };
  // An absent centre may exist but lie beyond the limit.
  const joined = await requireEntities(store, absent, { argument: 'center' });
  if (joined.isEmpty) return { ...found, answers };
  return readNetwork(store, { ...question, center: currentSlugs(center, joined) }, shape);
}
