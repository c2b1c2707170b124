import { languages, type Language } from '../../vocabulary/languages.js';
import { pickText } from '../../values/localized-text.js';
import type { EntityItem } from '../../store/answers.js';
import type { EntityPart, NamePart } from '../../store/reading.js';
import { ownValue, type EntityRow, type RelationRow } from '../../store/rows.js';
import type { PropertyValue } from '../../model/records.js';
import type { RequestContext } from './context.js';

// How resolvers get at the parts of rows: as the reading selected them or, where it did not, loaded.

export type MaybePromise<T> = T | Promise<T>;

/**
 * A part that was selected or loaded: null where the record has none, never undefined. It is the type
 * to which `!== undefined` narrows a generic one.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- as narrowing writes it
type Known<T> = T & ({} | null);

/** Uses a value at once where it is there: a promise for each field costs time. */
export function whenKnown<T, R>(value: MaybePromise<T>, use: (value: T) => R): MaybePromise<R> {
  return value instanceof Promise ? value.then(use) : use(value);
}

/** The part of a row, at once where the reading selected it. */
export function partOf<R extends object, P extends keyof R>(
  row: R,
  part: P,
  load: () => Promise<R>,
): MaybePromise<Known<R[P]>> {
  const value = row[part];
  if (value !== undefined) return value;
  return load().then((whole) => {
    const loaded = whole[part];
    if (loaded === undefined) throw new Error(`A whole record lacks its part ${String(part)}.`);
    return loaded;
  });
}

/** A row of which some parts are known. */
type WithParts<R, P extends keyof R> = R & { readonly [Q in P]-?: Known<R[Q]> };

/** The row, or the whole record where the reading did not select all of these parts. */
export function withParts<R extends object, P extends keyof R>(
  row: R,
  parts: readonly P[],
  load: () => Promise<R>,
): MaybePromise<WithParts<R, P>> {
  if (hasParts(row, parts)) return row;
  return load().then((whole) => {
    if (hasParts(whole, parts)) return whole;
    throw new Error(`A whole record lacks one of its parts ${parts.join(', ')}.`);
  });
}

function hasParts<R extends object, P extends keyof R>(
  row: R,
  parts: readonly P[],
): row is WithParts<R, P> {
  return parts.every((part) => row[part] !== undefined);
}

/** An own property of a row; null where the record has none. */
export function ownPartOf<R extends Pick<EntityRow | RelationRow, 'properties' | 'own'>>(
  row: R,
  name: string,
  load: () => Promise<R>,
): MaybePromise<PropertyValue | null> {
  const value = ownValue(row, name);
  return value !== undefined ? value : load().then((whole) => ownValue(whole, name) ?? null);
}

/** The languages in which a name is looked for: the asked one, those that are accepted, all others. */
function languageChain(asked: Language | null | undefined, accepted: readonly Language[]): string {
  return [...new Set([...(asked ? [asked] : []), ...accepted, ...languages])].join(' ');
}

/** The part that `nameOf` needs. */
export function namePart(
  asked: Language | null | undefined,
  { languages: accepted }: Pick<RequestContext, 'languages'>,
): NamePart & EntityPart {
  return `name ${languageChain(asked, accepted)}`;
}

/** The name of an entity in one language; null where it has none in any. */
export function nameOf(
  { row }: EntityItem,
  asked: Language | null | undefined,
  { languages: accepted, loaders }: RequestContext,
): MaybePromise<string | null> {
  if (row.names) return pickText(row.names, asked, accepted);
  if (row.name && row.name.languages === languageChain(asked, accepted)) return row.name.text;
  return loaders.entity(row.slug).then(({ row: { names } }) => pickText(names, asked, accepted));
}
