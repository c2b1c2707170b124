import { expect, it } from '@jest/globals';
import { RecentlyUsed } from '../../src/values/recently-used.js';

it('keeps what was put or asked for last', () => {
  const map = new RecentlyUsed<string, number>(2);
  map.set('a', 1).set('b', 2);
  expect(map.get('a')).toBe(1);
  map.set('c', 3);
  expect([...map]).toEqual([
    ['a', 1],
    ['c', 3],
  ]);
  expect(map.get('b')).toBeUndefined();
});

it('makes a value when it is first asked for, and again once it is gone', () => {
  const map = new RecentlyUsed<string, number>(1);
  let made = 0;
  const make = () => ++made;
  expect(['a', 'a', 'b', 'a'].map((key) => map.remember(key, make))).toEqual([1, 1, 2, 3]);
});

it('loses nothing for what is put again', () => {
  const map = new RecentlyUsed<string, number>(2);
  map.set('a', 1).set('b', 2).set('a', 3);
  expect([...map]).toEqual([
    ['b', 2],
    ['a', 3],
  ]);
});
