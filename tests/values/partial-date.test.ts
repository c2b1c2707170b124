import { describe, expect, it } from '@jest/globals';
import edtf from 'edtf';
import {
  containsDate,
  DATE_EXAMPLES,
  dayOf,
  isoDay,
  isPartialDate,
  NO_EARLIEST_DAY,
  NO_LATEST_DAY,
  parsePartialDate,
} from '../../src/values/partial-date.js';

const print = (day: number) =>
  day === NO_EARLIEST_DAY || day === NO_LATEST_DAY ? 'open' : isoDay(day);

/** The bounds as one line: `first day earliest..latest, last day earliest..latest`. */
function boundsOf(text: string): string {
  const { start, end } = parsePartialDate(text);
  return [start, end].map((day) => `${print(day.earliest)}..${print(day.latest)}`).join(', ');
}

describe('a partial date', () => {
  it('keeps its text without the space around it', () => {
    expect(parsePartialDate(' 2025-12-11? ')).toEqual({
      text: '2025-12-11?',
      start: { earliest: 20433, latest: 20433, doubted: true },
      end: { earliest: 20433, latest: 20433, doubted: true },
      isInterval: false,
      openEnd: null,
      uncertain: true,
    });
  });

  it.each([
    ['2025', '2025-01-01..2025-12-31'],
    ['2025-12', '2025-12-01..2025-12-31'],
    ['2025-12-10', '2025-12-10..2025-12-10'],
    ['2025-12-11?', '2025-12-11..2025-12-11'],
    ['0988', '0988-01-01..0988-12-31'],
    // An approximate date has one of its own units more on each side.
    ['2025~', '2024-01-01..2026-12-31'],
    ['1997~', '1996-01-01..1998-12-31'],
    ['2025-02%', '2025-01-01..2025-03-31'],
    ['2025-01~', '2024-12-01..2025-02-28'],
    ['2024-02-29~', '2024-02-28..2024-03-01'],
    ['0001~', '0001-01-01..0002-12-31'],
    ['9999-12-31~', '9999-12-30..9999-12-31'],
    // Seasons, of which winter ends in the next year.
    ['2025-21', '2025-03-01..2025-05-31'],
    ['2025-22', '2025-06-01..2025-08-31'],
    ['2025-23', '2025-09-01..2025-11-30'],
    ['2025-24', '2025-12-01..2026-02-28'],
    ['9999-24', '9999-12-01..9999-12-31'],
    // One day in a span.
    ['[2016-03..2016-05]', '2016-03-01..2016-05-31'],
    ['[2016-03-10..2016]', '2016-03-10..2016-12-31'],
    ['[2016..2016]', '2016-01-01..2016-12-31'],
    ['[..2016]', 'open..2016-12-31'],
    ['[2016..]', '2016-01-01..open'],
    ['193X', '1930-01-01..1939-12-31'],
    ['202X', '2020-01-01..2029-12-31'],
    ['20XX', '2000-01-01..2099-12-31'],
    ['2025-XX', '2025-01-01..2025-12-31'],
    ['2024-02-XX', '2024-02-01..2024-02-29'],
    ['2025-XX-XX', '2025-01-01..2025-12-31'],
  ])('bounds the one day %s by %s', (text, bounds) => {
    expect(boundsOf(text)).toBe(`${bounds}, ${bounds}`);
    expect(parsePartialDate(text).isInterval).toBe(false);
  });

  it.each([
    ['2025-06-24/2025-06-25', '2025-06-24..2025-06-24, 2025-06-25..2025-06-25'],
    ['2023~/2025-03?', '2022-01-01..2024-12-31, 2025-03-01..2025-03-31'],
    // What is doubted narrows nothing.
    ['2025-06?/2025', '2025-06-01..2025-06-30, 2025-01-01..2025-12-31'],
    ['2025/2025-06?', '2025-01-01..2025-12-31, 2025-06-01..2025-06-30'],
    ['2025-06-24/2025-06-24', '2025-06-24..2025-06-24, 2025-06-24..2025-06-24'],
    ['2025-06/2025', '2025-06-01..2025-06-30, 2025-06-01..2025-12-31'],
    ['2025/2025-06', '2025-01-01..2025-06-30, 2025-06-01..2025-06-30'],
    ['2025/..', '2025-01-01..2025-12-31, 2025-01-01..open'],
    ['2025/', '2025-01-01..2025-12-31, 2025-01-01..open'],
    ['../2025', 'open..2025-12-31, 2025-01-01..2025-12-31'],
    ['/2025-12-10', 'open..2025-12-10, 2025-12-10..2025-12-10'],
  ])('bounds both ends of the interval %s by %s', (text, bounds) => {
    expect(boundsOf(text)).toBe(bounds);
    expect(parsePartialDate(text).isInterval).toBe(true);
  });

  it.each([
    ['2025', null],
    ['2025/2026', null],
    ['../2025', null],
    ['[2025..]', null],
    ['2025/..', 'GOES_ON'],
    ['2025/', 'ENDED'],
  ])('says of the open end of %s: %s', (text, openEnd) => {
    expect(parsePartialDate(text).openEnd).toBe(openEnd);
  });

  it.each([
    ['2025', false, false],
    ['2025?', true, true],
    ['2025~', false, false],
    ['2025%', true, true],
    ['2025?/2026', true, false],
    ['2025/2026%', false, true],
    ['[2025..2026]', false, false],
  ])('says which ends of %s are doubted: %s, %s', (text, first, last) => {
    const { start, end } = parsePartialDate(text);
    expect([start.doubted, end.doubted]).toEqual([first, last]);
  });

  it.each([
    ['2025', false],
    ['202X', false],
    ['2025-06-24/2025-06-25', false],
    ['2025-12-11?', true],
    ['2025~', true],
    ['2025-12%', true],
    ['2024/2025?', true],
  ])('says whether %s is uncertain: %s', (text, uncertain) => {
    expect(parsePartialDate(text).uncertain).toBe(uncertain);
  });

  it.each([
    ['no date', ''],
    ['no date', 'yesterday'],
    ['no date', '20251210'],
    ['no date', '10.12.2025'],
    ['no such day', '2025-02-29'],
    ['no such day', '2025-02-29?'],
    ['no such day', '1900-02-29'],
    ['no such day', '2025-04-31'],
    ['no such day', '2025-01-00'],
    ['no such month', '2025-13'],
    ['no such month', '2025-00'],
    ['a year beyond 0001 to 9999', '0000'],
    ['a year beyond 0001 to 9999', '000X'],
    ['a year beyond 0001 to 9999', '-0001'],
    ['a year beyond 0001 to 9999', 'Y20250'],
    ['a time', '2025-12-10T10:00:00Z'],
    ['a season with a mark', '2025-21?'],
    ['an interval of seasons', '2025-21/2025-23'],
    ['a quarter', '2025-33'],
    ['a season beyond 0001 to 9999', '0000-21'],
    ['a set', '[2025,2026]'],
    ['a set of one', '[2025]'],
    ['a span without ends', '[..]'],
    ['a span with marks', '[2025?..2026]'],
    ['a span with a mark', '[2025..2026]?'],
    ['a span of seasons', '[2025-21..2025-23]'],
    ['a span that ends before it begins', '[2026..2025]'],
    ['a span with a day that does not exist', '[2025-02-30..2025-03]'],
    ['an interval of spans', '[2025..2026]/2027'],
    ['a list', '{2025,2026}'],
    ['level 2', '2025-1X'],
    ['level 2', '2025?-12'],
    ['level 2', '202X/2030'],
    ['an interval of nothing', '/'],
    ['an interval of nothing', '../..'],
    ['an interval of three', '2024/2025/2026'],
    ['an interval that ends before it begins', '2026/2025'],
  ])('is never %s: %j', (_, text) => {
    expect(isPartialDate(text)).toBe(false);
    expect(() => parsePartialDate(text)).toThrow(RangeError);
  });

  it('tells what is allowed where it is refused', () => {
    expect(() => parsePartialDate('10.12.2025')).toThrow(
      `"10.12.2025" is not a date: write one in EDTF, ${DATE_EXAMPLES}`,
    );
    expect(() => parsePartialDate('[2026..2025]')).toThrow(
      '"[2026..2025]" ends before it begins: write the earlier date first',
    );
    expect(() => parsePartialDate('2026/2025')).toThrow(
      '"2026/2025" ends before it begins: write the earlier date first',
    );
  });
});

describe('a plain date, which is read without the library,', () => {
  const days = ['2024-02-28', '2024-02-29', '2025-02-28', '2000-02-29', '0004-02-29', '0099-12-31'];
  const edges = ['0001', '0001-01-01', '1969-12-31', '1970-01-01', '9999', '9999-12-31'];
  const months = Array.from({ length: 12 }, (_, i) => `2025-${String(i + 1).padStart(2, '0')}`);
  const february = ['2024-02', '1900-02', '2000-02', '0100-02'];

  it.each([...days, ...edges, ...months, ...february])(
    'has the bounds that the library gives %s',
    (text) => {
      const { min, max } = edtf(text, { level: 1, types: ['Date'] });
      const { earliest, latest } = parsePartialDate(text).start;
      expect([earliest * 86_400_000, (latest + 1) * 86_400_000 - 1]).toEqual([min, max]);
    },
  );

  it.each(['2025-13', '2025-00', '2025-04-31', '2025-02-30', '2025-01-00', '2025-12-32'])(
    'is refused like the library refuses %s',
    (text) => {
      expect(() => edtf(text, { level: 1, types: ['Date'] })).toThrow();
      expect(isPartialDate(text)).toBe(false);
    },
  );
});

describe('a day', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2025-12-10', 20432],
    ['0001-01-01', -719162],
    ['9999-12-31', 2932896],
  ])('is read from %s and printed so', (text, day) => {
    expect(dayOf(text)).toBe(day);
    expect(isoDay(day)).toBe(text);
  });

  it.each(['2025', '2025-12', '2025-02-29', '2025-12-10?', '2025-12-1X', ''])(
    'is not read from %j',
    (text) => {
      expect(() => dayOf(text)).toThrow(RangeError);
    },
  );

  it.each([NO_EARLIEST_DAY, NO_LATEST_DAY, 0.5, NaN])('is not printed for %d', (day) => {
    expect(() => isoDay(day)).toThrow(RangeError);
  });
});

describe('the days that a date allows', () => {
  it.each([
    ['2025-12', '2025-12-10', true],
    ['2025-12-10', '2025-12', false],
    ['2025', '2025', true],
    ['2025-12-11', '2025-12-11?', true],
    ['2025-12', '2025-11-30', false],
    ['202X', '2025-12', true],
    ['2025-06-24/2025-06-25', '2025-06-25', true],
    ['2025-06-24/2025-06-25', '2025-06', false],
    ['2025/..', '2026-03', true],
    ['2025/..', '2025-06/..', true],
    ['2025/..', '../2026', false],
    ['../2025', '2024', true],
    ['2025', '2025/..', false],
    ['2016', '[2016-03..2016-05]', true],
    ['[2016-03..2016-05]', '2016-04-10', true],
    ['[2016..]', '2017-21', true],
    ['1997~', '1998', true],
    ['2025/..', '2025/', true],
  ])('of %s contain those of %s: %s', (wide, narrow, contained) => {
    expect(containsDate(wide, narrow)).toBe(contained);
  });

  it('are asked of dates only', () => {
    expect(() => containsDate('2025', 'yesterday')).toThrow(RangeError);
  });
});
