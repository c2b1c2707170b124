/** A day, a month or a year of EDTF, without reservations. */
const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * Returns a date or a range of dates in words, or null for all that is more than that. The words come
 * from the service, since browsers lack the months of some languages.
 */
export function dateWords(edtf: string, tag: string): string | null {
  const [start = '', end, ...more] = edtf.split('/');
  const first = DATE.exec(start);
  const last = DATE.exec(end ?? start);
  if (!first || !last || more.length > 0) return null;
  const format = new Intl.DateTimeFormat(tag, {
    year: 'numeric',
    ...(first[2] && { month: 'long' }),
    ...(first[3] && { day: 'numeric' }),
    timeZone: 'UTC',
  });
  if (first.filter(Boolean).length !== last.filter(Boolean).length) return null;
  return end === undefined
    ? format.format(dayOf(first))
    : format.formatRange(dayOf(first), dayOf(last));
}

function dayOf([, year, month = '01', day = '01']: RegExpExecArray): Date {
  return new Date(`${year}-${month}-${day}T00:00:00Z`);
}
