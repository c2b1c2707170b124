import { relationFilter } from '../../addresses/address.js';
import type { ViewState } from '../../addresses/parameters.js';
import type { RelationFilter } from '../queries.js';

/** What a picture of an event asks of the statements that were made there. */
export interface Heard {
  readonly isWithStatements: boolean;
  /** The filter of what leads from a statement to the event, to its makers and to its topics. */
  readonly statements: RelationFilter;
}

/** Returns what a state means for the statements that were made at an event. */
export function heardIn(state: ViewState): Heard {
  const { entityTypes, relationTypes, direction, roles, acts, kinds, ...statements } =
    relationFilter(state) as RelationFilter;
  return {
    // They lead to the event, and have no role, act or kind.
    isWithStatements:
      !(roles ?? acts ?? kinds) &&
      direction !== 'FORWARD' &&
      (relationTypes?.includes('MADE_AT') ?? true),
    statements,
  };
}
