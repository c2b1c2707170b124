import { isPublishedBy } from '../model/attestation.js';
import type { SourceRecord } from '../model/records.js';
import type { SetAside } from '../store/reading.js';
import { parsePartialDate } from '../values/partial-date.js';
import type { NamedSources } from './known-sources.js';
import { limitSlugs } from './limit-slugs.js';

/** The arguments, or the fields of a filter, that set sources aside. */
export interface SetAsideInput {
  readonly without?: readonly string[] | null | undefined;
  readonly publishedUntil?: string | null | undefined;
}

/**
 * Returns the sources that the arguments set aside.
 * @param argument the path of `without`, for errors.
 * @throws KenesError BAD_USER_INPUT if there are too many slugs.
 */
export function setAsideOf(
  { without, publishedUntil }: SetAsideInput,
  argument = 'without',
): SetAside {
  return {
    ...(without == null ? {} : { without: limitSlugs(without, argument) }),
    ...(publishedUntil == null
      ? {}
      : { publishedUntil: parsePartialDate(publishedUntil).end.latest }),
  };
}

/** Returns the sources that the arguments name. */
export function sourcesSetAside({ without }: SetAsideInput, argument = 'without'): NamedSources[] {
  return without == null || without.length === 0
    ? []
    : [{ kind: 'source', slugs: without, argument }];
}

/** Returns whether a source is set aside. */
export function isSetAside(
  { without = [], publishedUntil }: SetAside,
  { slug, publishedAt }: Pick<SourceRecord, 'slug' | 'publishedAt'>,
): boolean {
  if (without.includes(slug)) return true;
  return publishedUntil !== undefined && !isPublishedBy(publishedUntil, { publishedAt });
}
