import { describe, expect, it } from '@jest/globals';
import { quoted, shortened } from '../../src/values/shown-input.js';

describe('a value that a message repeats', () => {
  it.each([
    ['is empty', '', ''],
    ['has 200 characters', 'x'.repeat(200), 'x'.repeat(200)],
    ['has 201 characters', 'x'.repeat(201), `${'x'.repeat(200)}…`],
    ['has a million characters', 'x'.repeat(1_000_000), `${'x'.repeat(200)}…`],
    ['has a pair of surrogates at its end', `${'x'.repeat(199)}𝒜𝒜`, `${'x'.repeat(199)}…`],
  ])('is shown in at most 200 characters where it %s', (_what, input, shown) => {
    expect(shortened(input)).toBe(shown);
  });

  it('stands between quotation marks', () => {
    expect(quoted('npm')).toBe('“npm”');
    expect(quoted('x'.repeat(201))).toBe(`“${'x'.repeat(200)}…”`);
  });
});
