import { z } from 'zod';
import { limits } from '../limits.js';

/** Text of any kind. */
export const text = z
  .string('This must be text.')
  .min(1, 'The text must not be empty. Leave the key out if there is none.')
  .max(
    limits.documentText.value,
    `The text must have at most ${limits.documentText.value.toLocaleString('en')} characters.`,
  )
  .refine(
    (value) => !/[\p{Cc}\p{Cs}]/u.test(value.replace(/[\t\n\r]/g, '')),
    'The text must not have control characters.',
  );

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
    error: 'The address must start with https:// or http://.',
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
