import { expect, it } from '@jest/globals';
import { describeOnEngines } from '../support/engines.js';
import { Merging, printTime } from '../support/merging.js';

describeOnEngines('documents that are merged', (engine) => {
  const merging = new Merging(engine);

  /** What is dated in an invented world, and what has its time from elsewhere. */
  const calendar = (dates: Readonly<Record<string, string>> = {}): string => {
    const at = (name: string): string => dates[name] ?? '';
    return `kenes: 1
evidence: [{ source: kenes-editorial }]
entities:
- { slug: $event, type: Event${at('event')} }
- { slug: $session, type: Event${at('session')} }
- { slug: $statement, type: Statement${at('statement')} }
- { slug: $loose, type: Statement }
- { slug: $topic, type: Topic${at('topic')} }
- { slug: $wider, type: Topic }
- { slug: $instrument, type: Instrument${at('instrument')} }
- { slug: $report, type: Report${at('report')} }
- { slug: $place, type: Place }
- { slug: $state, type: Organization }
- { slug: $body, type: Organization }
- { slug: $ann, type: Person }
relations:
- { type: MEMBER_OF, from: $ann, to: $body${at('state')} }
- { type: PARTY_TO, from: $state, to: $instrument, act: ACCESSION${at('act')} }
- { type: SUBMITTED, from: $state, to: $report${at('point')} }
- { type: PARTICIPATED_IN, from: $ann, to: $event, role: SPEAKER }
- { type: HELD_IN, from: $event, to: $place }
- { type: PRESENTED_AT, from: $report, to: $event }
- { type: MADE_AT, from: $statement, to: $event }
- { type: MADE, from: $ann, to: $statement }
- { type: MADE, from: $ann, to: $loose }
- { type: ON_BEHALF_OF, from: $statement, to: $body }
- { type: ABOUT, from: $statement, to: $topic }
- { type: ABOUT, from: $event, to: $topic }
- { type: ABOUT, from: $report, to: $topic }
- { type: DISPUTES, from: $statement, to: $loose }
- { type: BROADER, from: $topic, to: $wider }
`;
  };
  const undated = '..';
  const day = '2025-03-10..2025-03-10';

  it.each<[string, Record<string, string>, string, string]>([
    ['an event on its day', { event: ', startDate: 2025-03-10' }, '$event', day],
    [
      'an event within its month',
      { event: ', startDate: 2025-03' },
      '$event',
      '2025-03-01..2025-03-31',
    ],
    [
      'an event from its first day to its last',
      { event: ', startDate: 2025-03-10, endDate: 2025-03-12' },
      '$event',
      `${day} to 2025-03-12..2025-03-12`,
    ],
    [
      'an event by its interval',
      { event: ', startDate: 2025-03-10/2025-03-12' },
      '$event',
      `${day} to 2025-03-12..2025-03-12`,
    ],
    [
      'an event until its last day, where only that is known',
      { event: ', endDate: 2025-03-10' },
      '$event',
      `..2025-03-10 to ${day}`,
    ],
    ['an event at any time, where no day is known', {}, '$event', undated],
    [
      'a topic since its beginning',
      { topic: ', since: 2014-04' },
      '$topic',
      '2014-04-01..2014-04-30 to 2014-04-01..',
    ],
    [
      'an instrument since it was adopted',
      { instrument: ', adoptedOn: 2025-03-10, inForceOn: 2026-01-01' },
      '$instrument',
      `${day} to 2025-03-10..`,
    ],
    ['a report on the day it bears', { report: ', date: 2025-03-10' }, '$report', day],
    [
      'a statement on its own day',
      { event: ', startDate: 2025-03', statement: ', date: 2025-03-10' },
      '$statement',
      day,
    ],
    [
      'else on the day of the event that it was made at',
      { event: ', startDate: 2025-03-10' },
      '$statement',
      day,
    ],
    ['a statement at any time, where neither is known', {}, '$loose', undated],
    ['a person at any time', { event: ', startDate: 2025-03-10' }, '$ann', undated],
    ['a place at any time', { event: ', startDate: 2025-03-10' }, '$place', undated],
    [
      'a state of things since its beginning',
      { state: ', since: 2025-03-10' },
      '$ann~MEMBER_OF~$body',
      `${day} to 2025-03-10..`,
    ],
    [
      'a state of things until its end',
      { state: ', until: 2025-03-10' },
      '$ann~MEMBER_OF~$body',
      `..2025-03-10 to ${day}`,
    ],
    [
      'a state of things between both',
      { state: ', since: 2024, until: 2025-03-10' },
      '$ann~MEMBER_OF~$body',
      `2024-01-01..2024-12-31 to ${day}`,
    ],
    ['a state of things at any time, where neither is known', {}, '$ann~MEMBER_OF~$body', undated],
    [
      'a state that begins with an act since its day',
      { act: ', date: 2025-03-10' },
      '$state~PARTY_TO~$instrument~ACCESSION',
      `${day} to 2025-03-10..`,
    ],
    ['what happened on its day', { point: ', date: 2025-03-10' }, '$state~SUBMITTED~$report', day],
    [
      'what happened over several days on these',
      { point: ', date: 2025-03-10/2025-03-12' },
      '$state~SUBMITTED~$report',
      `${day} to 2025-03-12..2025-03-12`,
    ],
    [
      'what happened at any time, where no day is known',
      { report: ', date: 2025-03-10' },
      '$state~SUBMITTED~$report',
      undated,
    ],
    [
      'a part in an event when that was',
      { event: ', startDate: 2025-03-10' },
      '$ann~PARTICIPATED_IN~$event~SPEAKER',
      day,
    ],
    [
      'the place of an event when that was',
      { event: ', startDate: 2025-03-10' },
      '$event~HELD_IN~$place',
      day,
    ],
    [
      'the presentation of a report when the event was',
      { event: ', startDate: 2025-03-10', report: ', date: 2024' },
      '$report~PRESENTED_AT~$event',
      day,
    ],
    [
      'who made a statement when that was made',
      { statement: ', date: 2025-03-10' },
      '$ann~MADE~$statement',
      day,
    ],
    [
      'for whom a statement was made when it was made',
      { event: ', startDate: 2025-03-10' },
      '$statement~ON_BEHALF_OF~$body',
      day,
    ],
    [
      'that a statement was made at an event when the event was',
      { event: ', startDate: 2025-03-10', statement: ', date: 2025-03-09' },
      '$statement~MADE_AT~$event',
      day,
    ],
    [
      'what a statement is about when it was made',
      { event: ', startDate: 2025-03-10' },
      '$statement~ABOUT~$topic',
      day,
    ],
    [
      'what an event is about when it was',
      { event: ', startDate: 2025-03-10' },
      '$event~ABOUT~$topic',
      day,
    ],
    [
      'what a report is about when it was',
      { report: ', date: 2025-03-10', topic: ', since: 2014' },
      '$report~ABOUT~$topic',
      day,
    ],
    [
      'disputes at any time',
      { event: ', startDate: 2025-03-10' },
      '$statement~DISPUTES~$loose',
      undated,
    ],
    ['breadth at any time', { topic: ', since: 2014' }, '$topic~BROADER~$wider', undated],
  ])('say when things were: %s', async (_, dates, key, time) => {
    // The dates come before, after, and together with what has its time from them.
    const { entity, relation } = await merging.settle([calendar(), calendar(dates)], key);
    expect(printTime((entity ?? relation)!.time)).toBe(time);
  });

  it('date a statement that was made at two events within the time of both', async () => {
    const events = `kenes: 1
evidence: [{ source: kenes-editorial }]
entities:
- { slug: $first, type: Event, startDate: 2025-03-10 }
- { slug: $second, type: Event, startDate: 2025-03-12 }
- { slug: $statement, type: Statement }
`;
    const relation = (event: string): string =>
      `${events}relations: [{ type: MADE_AT, from: $statement, to: ${event} }]\n`;
    const { entity } = await merging.settle(
      [relation('$first'), relation('$second')],
      '$statement',
    );
    expect(printTime(entity!.time)).toBe('2025-03-10..2025-03-12');
  });

  it('date statements of an event and all their relations again when the day of the event changes', async () => {
    const at = merging.newWorld();
    const times = async (...keys: string[]): Promise<string[]> => {
      const found = await Promise.all(keys.map((key) => merging.find(at(key))));
      return found.map(({ entity, relation }) => printTime((entity ?? relation)!.time));
    };
    const followers = [
      '$event', '$statement', '$ann~PARTICIPATED_IN~$event~SPEAKER', '$event~HELD_IN~$place',
      '$report~PRESENTED_AT~$event', '$statement~MADE_AT~$event', '$ann~MADE~$statement',
      '$statement~ON_BEHALF_OF~$body', '$statement~ABOUT~$topic', '$event~ABOUT~$topic',
    ]; // prettier-ignore
    const said = (source: string, startDate: string): string =>
      at(`kenes: 1
sources: [{ slug: ${source}, publisher: $house, informers: [${source}-agency] }]
entities:
- { slug: $house, type: Organization }
- { slug: ${source}-agency, type: Organization }
- slug: $event
  type: Event
  startDate: ${startDate}
  evidence: [{ source: ${source} }]
`);
    await merging.merge(at(calendar()), said('$b', '2025-03'));
    expect(await times(...followers)).toEqual(followers.map(() => '2025-03-01..2025-03-31'));
    await merging.merge(said('$a', '2025-03-10'));
    expect(await times(...followers)).toEqual(followers.map(() => day));
    const others = { added: 0, changed: 0, removed: 0 };
    const april = ['$b', '$c', '$d'].map((source) => said(source, '2025-04'));
    expect(await merging.merge(...april)).toMatchObject({
      entities: { changed: 2 },
      relations: { added: 0, changed: 8, removed: 0 },
    });
    expect(await times(...followers)).toEqual(followers.map(() => '2025-04-01..2025-04-30'));
    expect(await merging.merge(at(calendar()))).toMatchObject({
      entities: others,
      relations: others,
    });
    expect(await times('$loose', '$ann~MADE~$loose')).toEqual([undated, undated]);
  });

  it('date a statement within both of its events when only one of them gets another day', async () => {
    const at = merging.newWorld();
    await merging.merge(
      at(`kenes: 1
evidence: [{ source: kenes-editorial }]
entities:
  - { slug: $first, type: Event, startDate: 2025-03-10 }
  - { slug: $second, type: Event, startDate: 2025-03-12 }
  - { slug: $statement, type: Statement }
relations:
  - { type: MADE_AT, from: $statement, to: $first }
  - { type: MADE_AT, from: $statement, to: $second }
`),
    );
    const again = '{ slug: $first, type: Event, startDate: 2025-03-10, endDate: 2025-03-11 }';
    await merging.merge(at(`kenes: 1\nentities: [${again}]\n`));
    const { entity } = await merging.find(at('$statement'));
    expect(printTime(entity!.time)).toBe('2025-03-10..2025-03-12 to 2025-03-11..2025-03-12');
  });

  it('date an event and its relations again when another day is shown since a source gets an informer', async () => {
    const at = merging.newWorld();
    await merging.merge(
      at(`kenes: 1
evidence: [{ source: kenes-editorial }]
sources:
  - { slug: $early, publisher: $house, publishedAt: 2025-01 }
  - { slug: $late, publisher: $house, publishedAt: 2025-02 }
entities:
  - { slug: $house, type: Organization }
  - { slug: $agency, type: Organization }
  - { slug: $place, type: Place }
  - slug: $event
    type: Event
    startDate: 2025-03-10
    evidence:
      - { source: $early, property: startDate }
      - { source: $late, property: startDate, value: 2025-03-12 }
relations: [{ type: HELD_IN, from: $event, to: $place }]
`),
    );
    const times = async (): Promise<string[]> => {
      const { entity } = await merging.find(at('$event'));
      const { relation } = await merging.find(at('$event~HELD_IN~$place'));
      return [printTime(entity!.time), printTime(relation!.time)];
    };
    expect(await times()).toEqual([day, day]);
    const informed = '{ slug: $late, publisher: $house, informers: [$house, $agency] }';
    await merging.merge(at(`kenes: 1\nsources: [${informed}]\n`));
    const later = '2025-03-12..2025-03-12';
    expect(await times()).toEqual([later, later]);
  });
});
