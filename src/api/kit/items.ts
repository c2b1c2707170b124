import type { Language } from '../../vocabulary/languages.js';
import { languagesFor, nameIn } from '../../values/localized-text.js';
import type { EntityItem, RelationItem } from '../../store/answers.js';
import type { EntityPart, NamePart } from '../../store/reading.js';
import { ownValue, type EntityRow, type RelationRow } from '../../store/rows.js';
import type { PropertyValue } from '../../model/records.js';
import type { RequestContext } from './context.js';

// Resolvers get the parts of rows here. Parts that the reading did not select are loaded.

export type MaybePromise<T> = T | Promise<T>;

/**
 * A part that was selected or loaded. It is null if the record has none, but never undefined. This is
 * the type to which `!== undefined` narrows a generic type.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- this is how narrowing writes it
type Known<T> = T & ({} | null);

/**
 * Calls `use` synchronously unless the value is a promise, since a promise for each field costs
 * time.
 */
export function whenKnown<T, R>(value: MaybePromise<T>, use: (value: T) => R): MaybePromise<R> {
  return value instanceof Promise ? value.then(use) : use(value);
}

/** Returns a part of a row, or a promise that loads it if the reading did not select it. */
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

/** A row with some parts that are known. */
type WithParts<R, P extends keyof R> = R & { readonly [Q in P]-?: Known<R[Q]> };

/** Returns the row, or loads the whole record if the reading did not select all of these parts. */
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

/**
 * Returns an own property of a row, or null if the record has none. Loads it if it was not
 * selected.
 */
export function ownPartOf<R extends Pick<EntityRow | RelationRow, 'properties' | 'own'>>(
  row: R,
  name: string,
  load: () => Promise<R>,
): MaybePromise<PropertyValue | null> {
  const value = ownValue(row, name);
  return value !== undefined ? value : load().then((whole) => ownValue(whole, name) ?? null);
}

/** The parts `name …` by the accepted languages, then by the requested one. */
const nameParts = new WeakMap<readonly Language[], Map<Language | null, NamePart>>();

/**
 * Returns the part that `nameOf` needs. It is the same text for each name of an answer, so it is
 * composed only once.
 */
export function namePart(
  requested: Language | null | undefined,
  { languages: accepted }: Pick<RequestContext, 'languages'>,
): NamePart & EntityPart {
  let byRequested = nameParts.get(accepted);
  if (!byRequested) nameParts.set(accepted, (byRequested = new Map<Language | null, NamePart>()));
  const first = requested ?? null;
  let part = byRequested.get(first);
  if (part === undefined) {
    part = `name ${languagesFor(requested, accepted).join(' ')}`;
    byRequested.set(first, part);
  }
  return part;
}

/**
 * Returns the name of an entity in its best language, or null if it has no name. Loads it if
 * needed.
 */
export function nameOf(
  { row }: EntityItem,
  requested: Language | null | undefined,
  { languages: accepted, loaders }: Pick<RequestContext, 'languages' | 'loaders'>,
): MaybePromise<string | null> {
  if (row.name && `name ${row.name.languages}` === namePart(requested, { languages: accepted }))
    return row.name.text;
  const named = withParts(row, namesParts, async () => (await loaders.entity(row.slug)).row);
  return whenKnown(named, ({ names, details: { aliases } }) => {
    return nameIn({ names, aliases }, languagesFor(requested, accepted))?.text ?? null;
  });
}

/** Returns a part of a relation. Loads it if the reading did not select it. */
export function relationPart<P extends keyof RelationRow>(
  { row }: RelationItem,
  part: P,
  { loaders }: RequestContext,
) {
  return partOf(row, part, async () => (await loaders.wholeRelation(row)).row);
}

/** The parts of an entity with all of its names. */
export const namesParts = ['names', 'details'] as const;
