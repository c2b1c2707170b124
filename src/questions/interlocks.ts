import type { EntityType } from '../vocabulary/entity-types.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { InterlockQuestion } from '../store/reading.js';
import { following, type RelationFilterInput } from './filters.js';

export interface InterlockArguments {
  readonly slug: string;
  readonly filter?: RelationFilterInput | null | undefined;
  readonly types?: readonly EntityType[] | null | undefined;
}

export function interlockQuestion(
  { slug, filter, types }: InterlockArguments,
  vocabulary: Vocabulary,
): InterlockQuestion {
  return { ...following(filter, vocabulary), slug, otherTypes: types ?? null };
}
