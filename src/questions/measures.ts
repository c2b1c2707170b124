import { badInput } from '../errors.js';
import type { EndsQuestion } from '../store/reading.js';
import type { Direction, Vocabulary } from '../vocabulary/vocabulary.js';
import { following, type Maybe, type RelationFilterInput } from './filters.js';

/** The relations that a measure is computed over, and the direction that it follows them in. */
export interface MeasureQuestion {
  readonly question: EndsQuestion;
  /** Null for both. */
  readonly direction: Direction | null;
}

/** Returns the question of a measure that has a meaning in each direction. */
export function directedMeasureQuestion(
  filter: Maybe<RelationFilterInput>,
  vocabulary: Vocabulary,
): MeasureQuestion {
  const { direction, types, filter: conditions } = following(filter, vocabulary);
  return { question: { types, filter: conditions }, direction };
}

/**
 * Returns the question of a measure that follows relations in both directions.
 * @param measure its name, for the error.
 * @throws KenesError BAD_USER_INPUT for a filter with one direction.
 */
export function undirectedMeasureQuestion(
  filter: Maybe<RelationFilterInput>,
  vocabulary: Vocabulary,
  measure: string,
): EndsQuestion {
  const { question, direction } = directedMeasureQuestion(filter, vocabulary);
  if (direction === null) return question;
  throw badInput(
    `\`direction\` must be EITHER here (got ${direction}): ${measure} follows relations in both directions.`,
    {
      hint: 'Leave `direction` out. Of the measures, only PAGERANK has a direction.',
      argument: 'filter.direction',
    },
  );
}
