import { describe, expect, it } from '@jest/globals';
import { problemsOf } from '../support/bad-documents.js';

const relation = (dates: string): string => `kenes: 1
evidence: [{ source: kenes-editorial }]
entities: [{ slug: club, type: Organization }, { slug: ann, type: Person }]
relations:
  - { type: MEMBER_OF, from: ann, to: club, ${dates} }
`;
const event = (dates: string): string => `kenes: 1
entities:
  - { slug: forum, type: Event, ${dates} }
`;

describe('an end before its beginning', () => {
  it('is a problem of a relation, at its end', async () => {
    expect(await problemsOf(relation('since: 2020, until: 2010'))).toEqual([
      '5:65 relations[0].until: `until` is “2010”, which is before `since`, “2020”. An end cannot come before its beginning.',
    ]);
  });

  it('is a problem of an event, at its end', async () => {
    expect(await problemsOf(event('startDate: 2025-12-10, endDate: 2025-12-09'))).toEqual([
      '3:65 entities[0].endDate: `endDate` is “2025-12-09”, which is before `startDate`, “2025-12-10”. An end cannot come before its beginning.',
    ]);
  });

  it.each([
    'since: 2020-06, until: 2019/2020-05',
    'since: 2020/.., until: 2010',
    'since: 202X, until: 2019',
    'since: "[2016-03..2016-05]", until: 2016-02',
    'since: "[2016..]", until: "[..2015]"',
    'since: 2020-22, until: 2020-21',
    'since: 2020/, until: 2019',
  ])('is a problem whatever days the dates may stand for: %s', async (dates) => {
    expect(await problemsOf(relation(dates))).toHaveLength(1);
  });

  it.each([
    'since: 2020, until: 2020', 'since: 2020-06, until: 2020', 'since: 2020-06-01, until: 2020-06-01',
    'since: 2011~, until: 2010', 'since: 2011, until: 2010?', 'since: 202X, until: 2020',
    'since: ../2020, until: 2010', 'since: "[..2016]", until: 2010', 'since: 2020-21, until: 2020-03', 'until: 2010', 'since: 2020',
  ])('is not what the dates say: %s', async (dates) => {
    expect(await problemsOf(relation(dates))).toEqual([]);
  }); // prettier-ignore

  it('is no date as an interval', async () => {
    const [problem] = await problemsOf(event('startDate: 2025-12-10/2025-12-01'));
    expect(problem).toMatch(/^3:44 entities\[0\]\.startDate: The date must be in EDTF/);
  });
});
