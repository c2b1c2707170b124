import type { ObjectRef } from '@pothos/core';
import { NO_EARLIEST_DAY, NO_LATEST_DAY, isoDay, type Day } from '../values/partial-date.js';
import { heldWithin, type Time } from '../model/time.js';
import { daysOf } from '../questions/filters.js';
import type { RelationItem } from '../store/answers.js';
import type { Builder, Types } from './kit/builder.js';
import type { RequestContext } from './kit/context.js';
import type { EnumTypes } from './kit/enums.js';
import { partOf, whenKnown, type MaybePromise } from './kit/items.js';
import { readsParts } from './kit/plan.js';

type RelationFields = PothosSchemaTypes.ObjectFieldBuilder<Types, RelationItem>;

/** Returns the fields of a relation that say when it held. */
export function timeFields(builder: Builder, enums: EnumTypes, t: RelationFields) {
  return {
    held: t.field({
      type: enums.held,
      description:
        'Whether the relation was valid on any day of a range, as far as its dates and the dates of its sources tell. POSSIBLY means that they do not rule it out.',
      args: {
        from: t.arg({
          type: 'PartialDate',
          description: 'The first day of the range. Without it, the range has no start.',
        }),
        to: t.arg({
          type: 'PartialDate',
          description: 'The last day of the range. Without it, the range has no end.',
        }),
      },
      extensions: readsParts('time'),
      resolve: (item, args, context) => {
        const { from, to } = daysOf(args, 'from');
        return whenKnown(timeOf(item, context), (time) => heldWithin(time, from, to));
      },
    }),
    period: t.field({
      type: definePeriod(builder),
      description: 'The days on which the relation began and ended, as far as they are known.',
      extensions: readsParts('time'),
      resolve: (item, _args, context) => timeOf(item, context),
    }),
  };
}

/** Returns the time of a relation. Loads it if the reading did not select it. */
function timeOf({ row }: RelationItem, { loaders }: RequestContext): MaybePromise<Time> {
  return partOf(row, 'time', async () => (await loaders.wholeRelation(row)).row);
}

function definePeriod(builder: Builder): ObjectRef<Types, Time> {
  const day = (
    t: PothosSchemaTypes.ObjectFieldBuilder<Types, Time>,
    end: keyof Time,
    description: string,
  ) =>
    t.field({
      type: 'PartialDate',
      nullable: true,
      description,
      resolve: (time) => isoDayOrNull(time[end]),
    });
  return builder.objectRef<Time>('Period').implement({
    description:
      'The days on which something began and ended, as far as its dates and the dates of its sources tell, such as `2025-12-10`. It certainly lasted from `startsLatest` to `endsEarliest` if these are in this order. Null where a day is open: nothing is known of it, or nothing is certain.',
    fields: (t) => ({
      startsEarliest: day(
        t,
        'startEarliest',
        'The first day on which it may have begun. Null if it may have begun on any earlier day.',
      ),
      startsLatest: day(
        t,
        'startLatest',
        'The day by which it had certainly begun. Null if there is none.',
      ),
      endsEarliest: day(
        t,
        'endEarliest',
        'The day until which it certainly had not ended. Null if there is none.',
      ),
      endsLatest: day(
        t,
        'endLatest',
        'The last day on which it may have ended. Null if it may have ended on any later day, or still goes on.',
      ),
    }),
  });
}

function isoDayOrNull(day: Day): string | null {
  return day === NO_EARLIEST_DAY || day === NO_LATEST_DAY ? null : isoDay(day);
}
