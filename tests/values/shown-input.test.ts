import { describe, expect, it } from '@jest/globals';
import { quoted, shortened, visible } from '../../src/values/shown-input.js';

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

  it.each([
    ['\u001B[31m', '\\u{1B}[31m'],
    ['a\nb\t\u007F\u009B', 'a\\u{A}b\\u{9}\\u{7F}\\u{9B}'],
    ['\u202Egnp.exe\u2066\u200F', '\\u{202E}gnp.exe\\u{2066}\\u{200F}'],
    ['line\u2028', 'line\\u{2028}'],
    ['می\u200Cخواهم 👩\u200D🚀 Алматы', 'می\u200Cخواهم 👩\u200D🚀 Алматы'],
  ])('shows deceptive characters by their numbers (%#)', (input, shown) => {
    expect(shortened(input)).toBe(shown);
  });

  it('keeps line feeds and tabs of whole messages', () => {
    expect(visible('a\n\tb\u001B\r')).toBe('a\n\tb\\u{1B}\\u{D}');
  });

  it('stands between quotation marks', () => {
    expect(quoted('npm')).toBe('“npm”');
    expect(quoted('x'.repeat(201))).toBe(`“${'x'.repeat(200)}…”`);
  });
});
