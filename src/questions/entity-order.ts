import { badInput } from '../errors.js';
import type { EntityOrder } from '../store/reading.js';
import type { Language } from '../vocabulary/languages.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { following, type Maybe, type RelationFilterInput } from './filters.js';

export interface EntityOrderInput {
  readonly relations?: Maybe<RelationFilterInput>;
  readonly by?: Maybe<EntityOrder['by']>;
  readonly direction?: Maybe<'ASC' | 'DESC'>;
  readonly language?: Maybe<Language>;
}

/**
 * Returns the order that the argument `orderBy` stands for. The default is by name, in the first of
 * the accepted languages, else in English.
 * @throws KenesError BAD_USER_INPUT for `relations` in an order that does not count relations.
 */
export function entityOrder(
  input: Maybe<EntityOrderInput>,
  languages: readonly Language[],
  vocabulary: Vocabulary,
): EntityOrder {
  const by = input?.by ?? 'NAME';
  const relations = input?.relations;
  if (relations != null && by !== 'DEGREE') {
    throw badInput(`\`relations\` is allowed only with \`by: DEGREE\` (got ${by}).`, {
      argument: 'orderBy.relations',
    });
  }
  return {
    by,
    descending: input?.direction === 'DESC',
    // Only NAME depends on a language. Cursors of the other orders are valid in every language.
    language: by === 'NAME' ? (input?.language ?? languages[0] ?? 'en') : 'en',
    ...(relations == null
      ? {}
      : { relations: following(relations, vocabulary, 'orderBy.relations') }),
  };
}
