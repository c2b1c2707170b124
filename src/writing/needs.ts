import { entryKinds, isRelationKey, type EntryKind } from '../model/records.js';
import { quoted } from '../values/shown-input.js';
import type { Transaction } from '../store/store.js';
import type { Entry, EntityEntry, RelationEntry, SourceEntry } from './entries.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { Joins } from './joins.js';
import { KeptEntries } from './kept-entries.js';
import { missingRecord, type KeptProblem } from './kept-problem.js';

interface Gone {
  readonly sources: readonly string[];
  readonly entities: readonly string[];
}

/**
 * Returns what the graph still needs of the records that no entry is left for, of each entry that
 * names one.
 */
export async function needsOf(
  transaction: Transaction,
  gone: Gone,
  joins: Joins,
): Promise<readonly KeptProblem[]> {
  const needs: KeptProblem[] = [];
  const missing = {
    SOURCE: new Set(gone.sources),
    ENTITY: new Set(gone.entities),
  };
  for (const [kind, keys] of await keysNaming(transaction, gone, joins)) {
    const written = keys.flatMap((key) =>
      kind === 'RELATION' ? joins.keysInto(key) : joins.slugsInto(key),
    );
    for (const entry of await new KeptEntries(transaction).read(kind, written)) {
      for (const named of namedBy(kind, entry.entry, joins)) {
        if (!missing[named.kind].has(named.slug)) continue;
        needs.push(missingRecord(entry, entry.key, { kind: named.kind, missing: named.slug }));
      }
    }
  }
  return needs;
}

/**
 * Returns which entries need another type of entities that have a new one: their relations join
 * certain types, and sources name organizations.
 */
export async function misfitsOf(
  transaction: Transaction,
  retyped: readonly string[],
  vocabulary: Vocabulary,
  joins: Joins,
): Promise<readonly KeptProblem[]> {
  if (retyped.length === 0) return [];
  const needs: KeptProblem[] = [];
  const add = async (kind: EntryKind, keys: readonly string[], missing: string): Promise<void> => {
    for (const { document, line, column, key: record } of await transaction.entries(kind, keys))
      needs.push({ document, line, column, record, message: misfitMessage(missing) });
  };
  for (const { slug, type: newType } of await transaction.entities(retyped)) {
    for (const { key, type, fromType, toType } of await transaction.relationsOf([slug], []))
      if (!vocabulary.joins(type, fromType, toType))
        await add('RELATION', joins.keysInto(key), slug);
    if (newType === 'Organization') continue;
    for (const source of await transaction.sourcesOf([slug]))
      await add('SOURCE', [source.slug], slug);
  }
  return needs;
}

/** Returns the keys of the records that name one which is gone, by kind. */
async function keysNaming(
  transaction: Transaction,
  { sources, entities }: Gone,
  joins: Joins,
): Promise<ReadonlyMap<EntryKind, readonly string[]>> {
  const keys = { SOURCE: [] as string[], ENTITY: [] as string[], RELATION: [] as string[] };
  if (entities.length > 0) {
    keys.RELATION.push(...(await transaction.relationsOf(entities, [])).map(({ key }) => key));
    keys.SOURCE.push(...(await transaction.sourcesOf(entities)).map(({ slug }) => slug));
    const written = entities.flatMap((slug) => joins.slugsInto(slug));
    const naming = await transaction.slugsNaming('ENTITY', written);
    keys.ENTITY.push(...naming.map((slug) => joins.into(slug)));
  }
  if (sources.length > 0) {
    for (const target of await transaction.targetsOfSources(sources))
      keys[isRelationKey(target) ? 'RELATION' : 'ENTITY'].push(target);
  }
  return new Map(entryKinds.map((kind) => [kind, keys[kind]]));
}

interface Named {
  readonly slug: string;
  readonly kind: 'SOURCE' | 'ENTITY';
}

/** Returns what an entry names beside its own record, each once. */
function namedBy(kind: EntryKind, entry: Entry, joins: Joins): Named[] {
  const { publisher, informers = [] } = kind === 'SOURCE' ? (entry as SourceEntry) : NO_ORIGINS;
  const { from, to } = kind === 'RELATION' ? (entry as RelationEntry) : NO_ENDS;
  const { differentFrom = [] } = kind === 'ENTITY' ? (entry as EntityEntry) : NO_OTHERS;
  const { evidence = [] } = entry as EntityEntry | RelationEntry;
  const ends = [publisher, ...informers, from, to].flatMap((slug) => slug ?? []);
  const entities = [...ends, ...differentFrom];
  const sources = evidence.map(({ source }) => source);
  return [
    ...[...new Set(entities.map((slug) => joins.into(slug)))].map((slug): Named => ({
      slug,
      kind: 'ENTITY',
    })),
    ...[...new Set(sources)].map((slug): Named => ({ slug, kind: 'SOURCE' })),
  ];
}

const NO_ORIGINS: Partial<SourceEntry> = {};
const NO_ENDS: Partial<RelationEntry> = {};
const NO_OTHERS: Partial<EntityEntry> = {};

function misfitMessage(slug: string): string {
  return `It cannot name ${quoted(slug)} with the type that this would have.`;
}
