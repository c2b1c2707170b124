import { describe, expect, it } from '@jest/globals';
import { passageAt, sha256 } from '../../src/values/position.js';

describe('a passage', () => {
  it.each([
    ['Астана', 0, 6, 'Астана'],
    ['Астана', 1, 3, 'ст'],
    ['Астана', 5, 6, 'а'],
    // Two UTF-16 units each.
    ['a😀b😀c', 0, 2, 'a😀'],
    ['a😀b😀c', 1, 2, '😀'],
    ['a😀b😀c', 2, 3, 'b'],
    ['a😀b😀c', 3, 5, '😀c'],
    // A letter and its accent are two code points; so are a flag's letters.
    ['e\u0301a', 0, 1, 'e'],
    ['e\u0301a', 1, 3, '\u0301a'],
    ['🇰🇿!', 1, 3, '🇿!'],
    ['a\r\nb', 1, 3, '\r\n'],
    ['\ufeffa', 0, 1, '\ufeff'],
    // A half of a pair counts as one.
    ['\ud83da', 0, 1, '\ud83d'],
    ['\ud83da', 1, 2, 'a'],
  ])('of %j from %d to %d is %j', (text, start, end, passage) => {
    expect(passageAt(text, start, end)).toBe(passage);
  });

  it.each([
    ['ends past the end', 'Астана', 0, 7],
    ['ends past the end, though not in UTF-16 units', '😀😀', 0, 3],
    ['starts at the end', 'Астана', 6, 7],
    ['starts past the end', 'Астана', 10, 12],
    ['ends where it starts', 'Астана', 2, 2],
    ['ends before it starts', 'Астана', 3, 1],
    ['starts before the start', 'Астана', -1, 2],
    ['is in no text', '', 0, 1],
  ])('is null where it %s', (_where, text, start, end) => {
    expect(passageAt(text, start, end)).toBeNull();
  });
});

describe('the digest of a passage', () => {
  // By coreutils: printf '…' | sha256sum
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['Астана', '77e3388abee92695ef8aa3764e1a78a51af97e050d78d892f6ddd04d88a9298a'],
    ['😀', 'f0443a342c5ef54783a111b51ba56c938e474c32324d90c3a60c9c8e3a37e2d9'],
  ])('of %j is that of its UTF-8', (text, digest) => {
    expect(sha256(text)).toBe(digest);
  });
});
