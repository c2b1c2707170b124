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
  /** The slug that tells it apart from others that would have the same key. */
  readonly instance?: string | undefined;
}

/** Returns the key of a relation: `from~TYPE~to`, then `~QUALIFIER`, then `~INSTANCE`. */
export function relationKey({ from, type, to, qualifier, instance }: RelationKeyParts): string {
  return [from, type, to, qualifier, instance].filter((part) => part !== undefined).join('~');
}

/**
 * Returns the `instance` that a key ends with; undefined if it has none.
 * @param qualifier the qualifier of the relation, which is in its key, too.
 */
export function instanceOf(key: string, qualifier: string | undefined): string | undefined {
  const [, , , ...rest] = key.split('~');
  return rest[qualifier === undefined ? 0 : 1];
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
