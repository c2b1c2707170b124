import { groupBy } from '../values/group-by.js';
import { isPartialDate, parsePartialDate } from '../values/partial-date.js';
import { attestationOf, type Sources } from './attestation.js';
import type { EvidenceRecord, SourceRecord } from './records.js';
import type { Observation } from './time.js';

/** The names of the properties that say when something began and ended. */
export interface DateProperties {
  readonly starts: readonly string[];
  readonly end?: string;
}

/**
 * Returns what the sources of a target observe of it on the days when they were published. Only
 * sources that count and confirm something of it are heard, and only those with a certain date:
 * `2025-12-11?` is none, and a source without a date knows nothing of a day.
 */
export function observationsOf(
  evidence: readonly EvidenceRecord[],
  sources: Sources,
  dates: DateProperties,
): readonly Observation[] {
  const confirming = evidence.filter(({ stance }) => stance === 'CONFIRMS');
  const bySource = groupBy(evidence, ({ sourceSlug }) => sourceSlug);
  return attestationOf(confirming, sources).sources.flatMap((slug) => {
    const day = publicationDays(sources.get(slug));
    if (!day) return [];
    const saysEnded = (bySource.get(slug) ?? []).some((piece) => saysEnd(piece, dates));
    return [{ ...day, saysEnded }];
  });
}

function publicationDays(
  source: SourceRecord | undefined,
): Pick<Observation, 'earliest' | 'latest'> | null {
  if (source?.publishedAt == null || !isPartialDate(source.publishedAt)) return null;
  const { start, end } = parsePartialDate(source.publishedAt);
  return start.doubted || end.doubted ? null : { earliest: start.earliest, latest: end.latest };
}

/** Returns whether a source gives an end, or says that there was one. */
function saysEnd({ property, value }: EvidenceRecord, { starts, end }: DateProperties): boolean {
  if (property === null || value === null) return false;
  if (property === end) return true;
  if (!starts.includes(property) || !isPartialDate(value)) return false;
  const { isInterval, openEnd } = parsePartialDate(value);
  return isInterval && openEnd !== 'GOES_ON';
}
