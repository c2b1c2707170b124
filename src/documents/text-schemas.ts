import { z } from 'zod';
import { limits } from '../limits.js';
import { isSlug, SLUG_PATTERN } from '../values/keys.js';
import { meantDate } from '../values/meant-date.js';
import { DATE_EXAMPLES, isPartialDate } from '../values/partial-date.js';
import { quoted } from '../values/shown-input.js';

/** Text of any kind. */
export const text = z
  .string({ error: ({ input }) => notText(input) })
  .min(1, 'The text must not be empty. Leave the key out if there is none.')
  .max(
    limits.documentText.value,
    `The text must have at most ${limits.documentText.value.toLocaleString('en')} characters.`,
  )
  .refine(
    (value) => !/[\p{Cc}\p{Cs}]/u.test(value.replace(/[\t\n\r]/g, '')),
    'The text must not have control characters.',
  );

function notText(value: unknown): string {
  if (value === null)
    return 'There is no text here. Leave the key out, or put in quotes what YAML takes for nothing, such as a text that begins with “#”.';
  const kind = kindOfScalar(value);
  return kind === null ? 'This must be text.' : `This must be text, and is ${kind}. ${QUOTES}`;
}

const QUOTES = 'Put it in quotes.';

/** Says what YAML reads a text without quotes as. Returns null for another value. */
function kindOfScalar(value: unknown): string | null {
  if (typeof value === 'number') return 'a number';
  return typeof value === 'boolean' ? 'true or false' : null;
}

/** The marks that embed, override or isolate a writing direction. */
const DIRECTION_MARKS = /[\u202A-\u202E\u2066-\u2069]/;

/** A letter or a digit that can be seen, which Hangul fillers and the like cannot. */
const SEEN = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}]/u;

const nameExpected =
  'The name must have a letter or a digit that can be seen. Leave the key out if there is none.';

const isSeen = (value: string): boolean => value === '' || SEEN.test(value);

/** A name. It is shown amid other text, which such marks would turn round. */
export const name = text
  .refine(
    (value) => !DIRECTION_MARKS.test(value),
    'The name must not have marks that change the direction of writing, such as U+202E.',
  )
  .refine(isSeen, nameExpected);

/** The text of a statement, which is its name, too. */
export const namingText = text.refine(isSeen, nameExpected);

/** What a URL cannot have (https://url.spec.whatwg.org/#url-code-points), though parsers take it. */
const NOT_IN_URL = /[\p{C}\p{Z}"<>\\^`{|}]/u;

export const url = z
  .url({
    protocol: /^https?$/,
    error: 'The address must be a URL without blanks that starts with https:// or http://.',
    abort: true,
  })
  .refine((address) => !NOT_IN_URL.test(address), {
    error: ({ input }) => wrongInUrl(NOT_IN_URL.exec(String(input))?.[0] ?? ''),
  });

function wrongInUrl(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const shown = /[\p{C}\p{Z}]/u.test(character) ? '' : ` “${character}”`;
  const name = character === ' ' ? 'a blank' : `the character${shown} U+${code}`;
  return `The address has ${name}, which a URL cannot have. Leave it out, or write it as ${percentEncoded(character)}.`;
}

function percentEncoded(character: string): string {
  return [...Buffer.from(character)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}

const slugExpected = `A slug has only lower-case Latin letters, digits and single hyphens, at most ${limits.slugLength.value} characters.`;

function notSlug(value: unknown): string {
  if (value === undefined || value === null) return 'The slug is missing.';
  const kind = kindOfScalar(value);
  if (kind !== null && isSlug(JSON.stringify(value)))
    return `A slug is text, and this is ${kind}. ${QUOTES}`;
  const meant = typeof value === 'string' ? meantSlug(value) : null;
  return meant === null ? slugExpected : `${slugExpected} Did you mean ${quoted(meant)}?`;
}

/** Returns the slug with the letters and digits of a text; null if other letters are among them. */
function meantSlug(value: string): string | null {
  const letters = value.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const meant = letters.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  return isSlug(meant) ? meant : null;
}

export const slug = z
  .string({ error: ({ input }) => notSlug(input) })
  .max(limits.slugLength.value, { error: slugExpected, abort: true })
  .regex(SLUG_PATTERN, { error: ({ input }) => notSlug(input) });

const dateExpected = `The date must be in EDTF, such as ${DATE_EXAMPLES}.`;

/** Says what a date is. YAML reads `[2016-03..2016-05]` as a list. */
function notDate(value: unknown): string {
  if (Array.isArray(value) && value.length > 0 && value.every((part) => isScalar(part)))
    return `Put a date in brackets in quotes: "[${value.join(', ')}]".`;
  // A number has lost its zeros: 2025.10 is 2025.1.
  const meant = typeof value === 'string' ? meantDate(value) : null;
  if (meant !== null) return `The date must be in EDTF. Did you mean ${quoted(meant)}?`;
  // A word in the place of a date is mostly one that says that it is not known.
  return isScalar(value) && /\d/.test(String(value))
    ? dateExpected
    : `${dateExpected} If it is not known, leave the key out.`;
}

function isScalar(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

/** YAML reads 0988 as the number 988. */
function withFourDigits(date: string | number): string | number {
  return typeof date === 'number' && date > 0 && date < 1000 ? String(date).padStart(4, '0') : date;
}

export const partialDate = z
  .union([z.string(), z.int()], { error: ({ input }) => notDate(input) })
  .overwrite(withFourDigits)
  .refine((value) => isPartialDate(String(value)), { error: ({ input }) => notDate(input) })
  .meta({ id: 'date', description: `A date in EDTF, such as ${DATE_EXAMPLES}.` });

const digestExpected = 'The SHA-256 digest must have 64 lower-case hexadecimal digits.';

/** The SHA-256 of a text. One that has only digits is a number in YAML. */
export const digest = z
  .string({
    error: ({ input }) =>
      typeof input === 'number' ? `${digestExpected} ${QUOTES}` : digestExpected,
  })
  .regex(/^[0-9a-f]{64}$/, digestExpected);

export const count = z.int('This must be a whole number.').min(0, 'The number must be at least 0.');
