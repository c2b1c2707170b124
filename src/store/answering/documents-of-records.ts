import { JoinedSlugs } from '../../model/joined-slugs.js';
import { slugsIn } from '../../model/records.js';
import type { DocumentRow } from '../rows.js';
import { unique } from '../page.js';
import type { Reading } from '../reading.js';
import type { Engine } from './asks.js';

/**
 * Returns the documents with an entry on each of the records, by key. A second query follows for
 * the records that documents also write with former slugs.
 */
export async function readDocumentsOfRecords(
  { of, keys }: Reading<'documents of records'>,
  engine: Engine,
): Promise<Map<string, readonly DocumentRow[]>> {
  const records = unique(keys);
  const ask = { kind: 'documents of entries', of } as const;
  const [byKey, joined] = await Promise.all([
    engine.each(ask, records),
    of === 'SOURCE' ? new JoinedSlugs([]) : joinsInto(records, engine),
  ]);
  const formerKeys = new Map(records.map((key) => [key, joined.recordsInto(key).slice(1)]));
  const others = [...formerKeys.values()].flat();
  const byFormerKey = others.length === 0 ? null : await engine.each(ask, others);
  return new Map(
    records.map((key) => {
      const former = formerKeys.get(key) ?? [];
      const found = [
        ...(byKey.get(key) ?? []),
        ...former.flatMap((other) => byFormerKey?.get(other) ?? []),
      ];
      return [key, sortedOnce(found)];
    }),
  );
}

/** Reads the joins into entities, or into the ends of relations. */
async function joinsInto(records: readonly string[], engine: Engine): Promise<JoinedSlugs> {
  const slugs = unique(records.flatMap(slugsIn));
  const found = await engine.each({ kind: 'former slugs' }, slugs);
  return new JoinedSlugs(
    [...found].flatMap(([into, formers]) => formers.map((slug) => ({ slug, into }))),
  );
}

function sortedOnce(documents: readonly DocumentRow[]): DocumentRow[] {
  const bySlug = new Map(documents.map((document) => [document.slug, document]));
  return [...bySlug.values()].sort((one, other) => (one.slug < other.slug ? -1 : 1));
}
