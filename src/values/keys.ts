import { limits } from '../limits.js';

/** Matches words of lower-case Latin letters and digits that are joined by single hyphens. */
export const SLUG_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export function isSlug(text: string): boolean {
  return text.length <= limits.slugLength.value && SLUG_PATTERN.test(text);
}

export interface RelationKeyParts {
  readonly from: string;
  readonly type: string;
  readonly to: string;
  /**
   * The value of the property that distinguishes relations of a type between the same ends, if it
   * has one.
   */
  readonly qualifier?: string | undefined;
  /** 2 for a second relation that would otherwise have the same key, 3 for a third. */
  readonly repeat?: number | undefined;
}

/** Returns the key of a relation: `from~TYPE~to`, then `~QUALIFIER`, then `~2` for a repetition. */
export function relationKey({ from, type, to, qualifier, repeat }: RelationKeyParts): string {
  return [from, type, to, qualifier, repeat && repeat > 1 ? String(repeat) : undefined]
    .filter((part) => part !== undefined)
    .join('~');
}

/** Returns the `repeat` that a key ends with, or 1 if it has none. */
export function repeatOf(key: string): number {
  const last = key.split('~').slice(3).at(-1);
  return last !== undefined && /^\d+$/.test(last) ? Number(last) : 1;
}

/**
 * Returns the id by which Relay clients fetch a node again. It is opaque to them.
 * https://relay.dev/graphql/objectidentification.htm
 */
export function globalId(typename: string, key: string): string {
  return Buffer.from(`${typename}:${key}`).toString('base64url');
}

/** Returns the type name and the key in a global id, or null if this service did not issue it. */
export function parseGlobalId(id: string): { typename: string; key: string } | null {
  const text = Buffer.from(id, 'base64url').toString();
  const colon = text.indexOf(':');
  if (colon < 1 || Buffer.from(text).toString('base64url') !== id) return null;
  return { typename: text.slice(0, colon), key: text.slice(colon + 1) };
}
