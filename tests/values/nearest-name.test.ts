import { describe, expect, it } from '@jest/globals';
import { didYouMean, nearestName } from '../../src/values/nearest-name.js';

describe('the nearest name', () => {
  const types = ['Person', 'Organization', 'Event', 'Topic', 'Instrument', 'Place'];

  it.each([
    ['Persn', 'Person'],
    ['Persons', 'Person'],
    ['person', 'Person'],
    ['PERSON', 'Person'],
    ['Organisation', 'Organization'],
    ['Orgnisation', 'Organization'],
    ['Evnt', 'Event'],
    ['Tpoic', 'Topic'],
    ['Topics', 'Topic'],
    ['Plaza', null],
    ['Institution', null],
    ['Statement', null],
    ['', null],
    ['Человек', null],
    ['x'.repeat(10_000), null],
  ])('to %j is %j', (name, nearest) => {
    expect(nearestName(name, types)).toBe(nearest);
  });

  it.each([
    // A third of the letters may differ, and at least one.
    ['abc', ['abd'], 'abd'],
    ['abc', ['add'], null],
    ['abcdef', ['abcdxx'], 'abcdxx'],
    ['abcdef', ['abcxxx'], null],
    ['a', ['b'], 'b'],
    ['a', ['bc'], null],
    // The first of those that are as near.
    ['role', ['rule', 'rola'], 'rule'],
    ['role', ['rula', 'rola'], 'rola'],
    ['ROLE', ['role'], 'role'],
    ['ластаев', ['Лостаев'], 'Лостаев'],
    ['role', [], null],
  ])('to %j of %j is %j', (name, candidates, nearest) => {
    expect(nearestName(name, candidates)).toBe(nearest);
  });

  it('is offered as a question', () => {
    expect(didYouMean('Persn', new Set(types))).toBe(' Did you mean “Person”?');
    expect(didYouMean('Statement', new Set(types))).toBe('');
  });
});
