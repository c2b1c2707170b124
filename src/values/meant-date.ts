import { isPartialDate } from './partial-date.js';

/** Ways in which people write dates, and what each is in EDTF. */
const ways: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, (day, month, year) => inDigits(year, month, day)],
  [/^(\d{1,2})\.(\d{4})$/, (month, year) => inDigits(year, month)],
  [/^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/, inDigits],
  [/^(\d{4})[./-](\d{1,2})$/, inDigits],
  [/^(\d{4}-\d\d-\d\d)T[\d:.]+(?:Z|[+-][\d:]+)?$/, (day = '') => day],
  [/^(\d{4})\s*[-–—]\s*(\d{4})$/, (from, to) => `${from}/${to}`],
  [/^([~?])(\d{4}(?:-\d\d){0,2})$/, (mark, date) => `${date}${mark}`],
];

function inDigits(year = '', ...rest: string[]): string {
  return [year, ...rest.map((part) => part.padStart(2, '0'))].join('-');
}

/** Returns the date in EDTF that is meant by one in another form; null if that is not clear. */
export function meantDate(text: string): string | null {
  for (const [way, inEdtf] of ways) {
    const found = way.exec(text);
    const meant = found && inEdtf(...found.slice(1));
    if (meant !== null && isPartialDate(meant)) return meant;
  }
  return null;
}
