import type { ArgBuilder } from '@pothos/core';
import type { Types } from './builder.js';

/**
 * Returns the arguments by which a field leaves sources out, as filters of relations do.
 * @param without what the field does without them, for the description of `without`.
 */
export function setAsideArguments(arg: ArgBuilder<Types>, without: string) {
  return {
    without: arg.stringList({ description: `Slugs of sources to ignore. ${without}` }),
    publishedUntil: arg({
      type: 'PartialDate',
      description:
        'Ignores all sources that may have been published after the last day of this date, as `without` does, and so undated sources and the choices of the editors.',
    }),
  };
}
