/** The first and the last day that a date can mean: a year, a month or a day, as ISO text. */

const EVER = '9999-12-31';

/** @param {string} date */
export const firstDay = (date) => `${date}-01-01`.slice(0, EVER.length);

/** @param {string} [date] without it, what goes on */
export function lastDay(date) {
  if (date === undefined) return EVER;
  const [year, month = '12', day] = date.split('-');
  return day ? date : `${year}-${month}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
}
