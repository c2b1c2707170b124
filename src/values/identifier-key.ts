import { createHash } from 'node:crypto';

/**
 * Returns the text by which identifiers are compared: without spaces, the sign № and the difference
 * of upper and lower case; of an address also without its scheme, `www.` and a slash at its end.
 */
export function comparableIdentifier(identifier: string): string {
  return identifier
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Cf}\s]|№|^no\.?(?=\s*\d)/gu, '')
    .replace(/\p{Pd}/gu, '-')
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/$/, '');
}

/** Returns the key by which the store finds an identifier: one word of fixed length. */
export function identifierKey(identifier: string): string {
  const digest = createHash('sha256').update(comparableIdentifier(identifier)).digest('hex');
  return `_=${digest.slice(0, 32)}`;
}
