import { heldWithin, timeOfDate, UNDATED, type Time } from '../model/time.js';
import type { WrittenDates } from '../store/reading.js';
import type { Store } from '../store/store.js';
import { duringCondition, type DuringInput } from './filters.js';

/**
 * Returns the dates of publication, as sources write them, that are in a range. Stores keep only the
 * text of these dates, of which there are few different ones.
 * @param argument the path of the range in the arguments of the field, for errors.
 * @throws KenesError BAD_USER_INPUT if the range ends before it begins.
 */
export async function publicationDates(
  store: Pick<Store, 'read'>,
  during: DuringInput,
  argument: string,
): Promise<WrittenDates> {
  const { from, to, certainly } = duringCondition(during, argument);
  const { found } = await store.read({ start: 'dates of sources' });
  const isWithin = (time: Time): boolean => {
    const held = heldWithin(time, from, to);
    return held === 'CERTAINLY' || (held === 'POSSIBLY' && !certainly);
  };
  return {
    dates: found.filter((date) => isWithin(timeOfDate(date))).sort(),
    undated: isWithin(UNDATED),
  };
}
