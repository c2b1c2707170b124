import { describe, expect, it } from '@jest/globals';
import {
  dayOf,
  isoDay,
  NO_EARLIEST_DAY,
  NO_LATEST_DAY,
  parsePartialDate,
} from '../../src/values/partial-date.js';
import {
  hasTimeOfEnd,
  heldWithin,
  timeAround,
  timeOfDate,
  timeOfProperties,
  timeOfRelation,
  timeOfState,
  UNDATED,
  type Observation,
  type Time,
} from '../../src/model/time.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import type { EntityType } from '../../src/vocabulary/entity-types.js';

/** `first..latest first day / first..latest last day`, with `*` where it is open. */
function print({ startEarliest, startLatest, endEarliest, endLatest }: Time): string {
  const day = (value: number): string =>
    value === NO_EARLIEST_DAY || value === NO_LATEST_DAY ? '*' : isoDay(value);
  return `${day(startEarliest)}..${day(startLatest)} / ${day(endEarliest)}..${day(endLatest)}`;
}

const undated = '*..* / *..*';

describe('the time of a date', () => {
  it.each([
    ['2025-12-10', '2025-12-10..2025-12-10 / 2025-12-10..2025-12-10'],
    // A doubted day is possible and certain of nothing.
    ['2025-12-11?', '2025-12-11..* / *..2025-12-11'],
    ['1997~', '1996-01-01..1998-12-31 / 1996-01-01..1998-12-31'],
    ['1997%', '1996-01-01..* / *..1998-12-31'],
    ['2025-21', '2025-03-01..2025-05-31 / 2025-03-01..2025-05-31'],
    ['[2016-03..2016-05]', '2016-03-01..2016-05-31 / 2016-03-01..2016-05-31'],
    ['[..2016]', '*..2016-12-31 / *..2016-12-31'],
    ['[2016..]', '2016-01-01..* / 2016-01-01..*'],
    ['2016-03/2016-05', '2016-03-01..2016-03-31 / 2016-05-01..2016-05-31'],
    ['2016?/2018', '2016-01-01..2018-12-31 / 2018-01-01..2018-12-31'],
    ['2016/2018?', '2016-01-01..2016-12-31 / 2016-01-01..2018-12-31'],
    ['2024-02', '2024-02-01..2024-02-29 / 2024-02-01..2024-02-29'],
    ['2025', '2025-01-01..2025-12-31 / 2025-01-01..2025-12-31'],
    ['2025-06-24/2025-06-25', '2025-06-24..2025-06-24 / 2025-06-25..2025-06-25'],
    ['2025-06/2025', '2025-06-01..2025-06-30 / 2025-06-01..2025-12-31'],
    ['2025/..', '2025-01-01..2025-12-31 / 2025-01-01..*'],
    ['../2025', '*..2025-12-31 / 2025-01-01..2025-12-31'],
  ])('%s is %s', (date, time) => {
    expect(print(timeOfDate(date))).toBe(time);
  });
});

describe('the time of a state', () => {
  it.each<[string | undefined, string | undefined, string]>([
    [undefined, undefined, undated],
    // It did not end before it began, and may hold still.
    ['2024-05-01', undefined, '2024-05-01..2024-05-01 / 2024-05-01..*'],
    ['2024', undefined, '2024-01-01..2024-12-31 / 2024-01-01..*'],
    [undefined, '2024', '*..2024-12-31 / 2024-01-01..2024-12-31'],
    ['2020', '2024', '2020-01-01..2020-12-31 / 2024-01-01..2024-12-31'],
    ['2024', '2024-03', '2024-01-01..2024-03-31 / 2024-03-01..2024-03-31'],
    ['2024-03', '2024', '2024-03-01..2024-03-31 / 2024-03-01..2024-12-31'],
    ['2024', '2024', '2024-01-01..2024-12-31 / 2024-01-01..2024-12-31'],
    // An interval that it holds in; another end goes before the interval's.
    ['2020/2022', undefined, '2020-01-01..2020-12-31 / 2022-01-01..2022-12-31'],
    ['2020/..', undefined, '2020-01-01..2020-12-31 / 2020-01-01..*'],
    ['2020/2022', '2021', '2020-01-01..2020-12-31 / 2021-01-01..2021-12-31'],
    // As sources have it that disagree: then it held on no day.
    ['2025', '2020', '2025-01-01..2025-12-31 / 2020-01-01..2020-12-31'],
  ])('since %s until %s is %s', (since, until, time) => {
    expect(print(timeOfState(since, until))).toBe(time);
  });

  /** A source says so on a day, in the present unless it says that it ended. */
  const on = (date: string, saysEnded = false): Observation => {
    const { start, end } = parsePartialDate(date);
    return { earliest: start.earliest, latest: end.latest, saysEnded };
  };

  it.each<[string | undefined, string | undefined, Observation[], string]>([
    ['2010', undefined, [on('2019-05-01')], '2010-01-01..2010-12-31 / 2019-05-01..*'],
    ['2010/..', undefined, [on('2019-05')], '2010-01-01..2010-12-31 / 2019-05-01..*'],
    // The latest source; from the earliest to the latest without dates.
    ['2010', undefined, [on('2019'), on('2016')], '2010-01-01..2010-12-31 / 2019-01-01..*'],
    [undefined, undefined, [on('2019-05-01')], '*..2019-05-01 / 2019-05-01..*'],
    [undefined, undefined, [on('2019-05')], '*..2019-05-31 / 2019-05-01..*'],
    [undefined, undefined, [on('2016-01-01'), on('2019-05-01')], '*..2016-01-01 / 2019-05-01..*'],
    // An end that is not known had come when the first source said so.
    ['2010/', undefined, [on('2019-05-01', true)], '2010-01-01..2010-12-31 / 2010-01-01..2019-05-01'],
    ['2010/', undefined, [on('2019', true), on('2016', true)], '2010-01-01..2010-12-31 / 2010-01-01..2016-12-31'],
    ['2010/', undefined, [on('2019', true), on('2016')], '2010-01-01..2010-12-31 / 2016-01-01..2019-12-31'],
    ['2010/', undefined, [on('2010-06-01', true)], '2010-01-01..2010-06-01 / 2010-01-01..2010-06-01'],
    // So it had where another source says since when; a later source that sees it goes before.
    ['2010', undefined, [on('2012'), on('2019', true)], '2010-01-01..2010-12-31 / 2012-01-01..2019-12-31'],
    [undefined, undefined, [on('2019', true)], '*..2019-12-31 / *..2019-12-31'],
    ['2010/', undefined, [on('2016', true), on('2019')], '2010-01-01..2010-12-31 / 2019-01-01..*'],
    // What was published before it began, or after it ended, did not see it.
    ['2020', undefined, [on('2019-05-01')], '2020-01-01..2020-12-31 / 2020-01-01..*'],
    ['2010', '2015', [on('2019-05-01')], '2010-01-01..2010-12-31 / 2015-01-01..2015-12-31'],
    [undefined, '2015', [on('2012-05-01')], '*..2012-05-01 / 2015-01-01..2015-12-31'],
    ['2010?', undefined, [on('2019-05-01')], '2010-01-01..2019-05-01 / 2019-05-01..*'],
    ['2025', '2020', [on('2022')], '2025-01-01..2025-12-31 / 2020-01-01..2020-12-31'],
  ])('since %s until %s, with sources of %j, is %s', (since, until, sources, time) => {
    expect(print(timeOfState(since, until, sources))).toBe(time);
  }); // prettier-ignore

  it('is undated where neither is known', () => {
    expect(timeOfState(undefined, undefined)).toEqual(UNDATED);
  });
});

describe('the time that properties give', () => {
  const { entityTypes } = createVocabulary();

  it.each<[EntityType, Record<string, string>, string | null]>([
    ['Event', {}, null],
    ['Event', { startDate: '2025-12-10' }, '2025-12-10..2025-12-10 / 2025-12-10..2025-12-10'],
    [
      'Event',
      { startDate: '2025-06-24', endDate: '2025-06-25' },
      '2025-06-24..2025-06-24 / 2025-06-25..2025-06-25',
    ],
    [
      'Event',
      { startDate: '2025', endDate: '2025-06' },
      '2025-01-01..2025-06-30 / 2025-06-01..2025-06-30',
    ],
    ['Event', { endDate: '2025' }, '*..2025-12-31 / 2025-01-01..2025-12-31'],
    ['Topic', { since: '2013' }, '2013-01-01..2013-12-31 / 2013-01-01..*'],
    ['Topic', {}, null],
    ['Instrument', { adoptedOn: '2002-12-18' }, '2002-12-18..2002-12-18 / 2002-12-18..*'],
    ['Instrument', { inForceOn: '2006-06-22' }, null],
    ['Report', { date: '2025-06' }, '2025-06-01..2025-06-30 / 2025-06-01..2025-06-30'],
    ['Statement', { date: '2025-12-10' }, '2025-12-10..2025-12-10 / 2025-12-10..2025-12-10'],
    ['Person', { since: '2020' }, null],
    ['Place', {}, null],
  ])('%s %j is %s', (type, properties, time) => {
    const found = timeOfProperties(entityTypes[type], properties);
    expect(found && print(found)).toBe(time);
  });
});

describe('the time of a relation', () => {
  const vocabulary = createVocabulary();
  const first = timeOfDate('2024-05-01');
  const second = timeOfDate('2025-12-10');
  const ofFirst = '2024-05-01..2024-05-01 / 2024-05-01..2024-05-01';
  const ofSecond = '2025-12-10..2025-12-10 / 2025-12-10..2025-12-10';

  it.each<[type: string, fromType: EntityType, Record<string, string>, string]>([
    // STATE: from since or, where a type has none, its date.
    ['MEMBER_OF', 'Person', {}, undated],
    ['MEMBER_OF', 'Person', { since: '2020' }, '2020-01-01..2020-12-31 / 2020-01-01..*'],
    ['MEMBER_OF', 'Person', { until: '2020' }, '*..2020-12-31 / 2020-01-01..2020-12-31'],
    ['PARTY_TO', 'Organization', { date: '2008-10' }, '2008-10-01..2008-10-31 / 2008-10-01..*'],
    // POINT: on its date.
    ['SUBMITTED', 'Organization', {}, undated],
    [
      'SUBMITTED',
      'Organization',
      { date: '2025-03' },
      '2025-03-01..2025-03-31 / 2025-03-01..2025-03-31',
    ],
    // The time of an end, whichever of the two is of that type.
    ['PARTICIPATED_IN', 'Person', {}, ofSecond],
    ['HELD_IN', 'Event', {}, ofFirst],
    ['MADE', 'Person', {}, ofSecond],
    ['ON_BEHALF_OF', 'Statement', {}, ofFirst],
    ['ABOUT', 'Report', {}, ofFirst],
    ['BROADER', 'Topic', {}, undated],
  ])('%s from %s with %j is %s', (type, fromType, properties, time) => {
    const ends = { from: first, to: second, observations: () => [] };
    expect(print(timeOfRelation({ type, fromType, properties }, ends, vocabulary))).toBe(time);
  });

  it('is undated where the end that it is of is not known', () => {
    const relation = { type: 'MADE_AT', fromType: 'Statement', properties: {} } as const;
    const ends = { from: first, to: undefined, observations: () => [] };
    expect(timeOfRelation(relation, ends, vocabulary)).toEqual(UNDATED);
  });

  it('changes with an end exactly where the type has the time of one', () => {
    const types = vocabulary.relationTypeNames.filter((type) => hasTimeOfEnd(type, vocabulary));
    expect(types).toEqual(expect.arrayContaining(['ABOUT', 'MADE', 'MADE_AT', 'HELD_IN']));
    expect(types).not.toEqual(expect.arrayContaining(['MEMBER_OF']));
    expect(types).not.toEqual(expect.arrayContaining(['SUBMITTED']));
    expect(types).not.toEqual(expect.arrayContaining(['BROADER']));
  });
});

describe('what held within a range', () => {
  it.each([
    ['2025-12-10', '2025-12-10', '2025-12-10', 'CERTAINLY'],
    ['2025-12-10', '2025-12-11', '2025-12-12', 'NOT'],
    ['2025-12-10', '2025-12-01', '2025-12-09', 'NOT'],
    ['2025-12', '2025-12-10', '2025-12-10', 'POSSIBLY'],
    ['2025-12', '2025-12-01', '2025-12-31', 'CERTAINLY'],
    ['2020/2024', '2022-01-01', '2022-12-31', 'CERTAINLY'],
    ['2020/2024', '2024-06-01', '2024-06-30', 'POSSIBLY'],
    ['2025/..', '2026-01-01', '2026-12-31', 'POSSIBLY'],
    ['[2016-03..2016-05]', '2016-04-01', '2016-04-30', 'POSSIBLY'],
    ['[2016-03..2016-05]', '2016-03-01', '2016-05-31', 'CERTAINLY'],
    ['2016-03/2016-05', '2016-04-01', '2016-04-30', 'CERTAINLY'],
    ['2025-21', '2025-04-10', '2025-04-10', 'POSSIBLY'],
    ['2025-21', '2025-06-01', '2025-06-30', 'NOT'],
    ['1997~', '1998-01-01', '1998-12-31', 'POSSIBLY'],
    ['2025-12-11?', '2025-12-01', '2025-12-31', 'POSSIBLY'],
    ['2025-12-11?', '2025-12-12', '2025-12-31', 'NOT'],
  ])('%s from %s to %s: %s', (date, from, to, held) => {
    expect(heldWithin(timeOfDate(date), dayOf(from), dayOf(to))).toBe(held);
  });

  it('is POSSIBLY where the time is not known', () => {
    expect(heldWithin(UNDATED, dayOf('2025-01-01'), dayOf('2025-12-31'))).toBe('POSSIBLY');
  });
});

describe('the time around several', () => {
  it.each<[string[], string]>([
    [[], undated],
    [['2025-12-10'], '2025-12-10..2025-12-10 / 2025-12-10..2025-12-10'],
    [['2025-12-10', '2024-11-05'], '2024-11-05..2025-12-10 / 2024-11-05..2025-12-10'],
    [['2025', '2025-06-24/2025-06-25'], '2025-01-01..2025-12-31 / 2025-01-01..2025-12-31'],
    [['2025', '2024/..'], '2024-01-01..2025-12-31 / 2024-01-01..*'],
  ])('%j is %s', (dates, time) => {
    expect(print(timeAround(dates.map(timeOfDate)))).toBe(time);
  });
});

describe('what is undated', () => {
  it('may have been on any day', () => {
    expect(UNDATED.startEarliest).toBeLessThan(dayOf('0001-01-01'));
    expect(UNDATED.endLatest).toBeGreaterThan(dayOf('9999-12-31'));
    expect([UNDATED.startLatest, UNDATED.endEarliest]).toEqual([NO_LATEST_DAY, NO_EARLIEST_DAY]);
  });
});
