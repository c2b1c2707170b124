import { expect, it } from '@jest/globals';
import { limits, type Limit } from '../src/limits.js';

it.each(Object.entries<Limit>(limits))(
  'the limit %s has a value above zero and its reason in a sentence',
  (_name, { value, reason }) => {
    expect(value).toBeGreaterThan(0);
    expect(reason).toMatch(/^[A-Z].*\.$/);
  },
);
