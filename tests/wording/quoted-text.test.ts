import { describe, expect, it } from '@jest/globals';
import { quoted } from '../../src/wording/quoted-text.js';

describe('a quoted text', () => {
  it('stands in the marks of its language', () => {
    expect(quoted('OPCAT', 'en')).toBe('“OPCAT”');
    expect(quoted('Устав', 'ru')).toBe('«Устав»');
    expect(quoted('Жарғы', 'kk')).toBe('«Жарғы»');
  });

  it('has other marks within', () => {
    expect(quoted('The “best” year', 'en')).toBe('“The ‘best’ year”');
    expect(quoted('Площадка «Человек»', 'ru')).toBe('«Площадка „Человек“»');
  });
});
