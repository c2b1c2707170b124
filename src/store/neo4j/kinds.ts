import type {
  KeyedAsk,
  KeyedAsks,
  KeyedKind,
  SingleAsk,
  SingleAsks,
  SingleKind,
} from '../answering/asks.js';
import { EntryContext } from './context.js';
import { disagreementCount, disagreementPage } from './disagreements.js';
import {
  documentCount,
  documentPage,
  documentsBySlug,
  documentsOfEntries,
  formerSlugs,
  joins,
} from './documents.js';
import { entitiesBySlug, entityCount, entityPage } from './entities.js';
import type { KeyedEntry, SingleEntry } from './entry.js';
import { evidenceById, evidenceCount, evidencePages } from './evidence.js';
import { interlockCount, interlockPage, witnessPages } from './interlocks.js';
import { network } from './network.js';
import { findPaths, type RunEntry } from './paths.js';
import { relatedCount, relatedPages } from './related.js';
import { relatedSlugs } from './relation-ends.js';
import { relationCount, relationPage, relationsByKey, rivalsOfRelations } from './relations.js';
import {
  datesOfSources,
  publicationDates,
  saidBy,
  soleSupportCount,
  soleSupportPages,
  sourceCount,
  sourcePage,
  sourcesBySlug,
} from './sources.js';

// The table of kinds: how Neo4j answers each ask.

type KeyedEntries = {
  readonly [K in KeyedKind]: (
    ask: KeyedAsk<K>,
    context: EntryContext,
  ) => KeyedEntry<KeyedAsks[K]['answer']>;
};

type SingleEntries = {
  readonly [K in SingleKind]: (
    ask: SingleAsk<K>,
    context: EntryContext,
  ) => AnyEntry<SingleAsks[K]['answer']>;
};

/** An entry, or what answers with several entries, one after the other. */
type AnyEntry<A> = SingleEntry<A> | { readonly answer: (run: RunEntry) => Promise<A> };

const keyedEntries: KeyedEntries = {
  'entities by slug': entitiesBySlug,
  related: relatedPages,
  'count of related': relatedCount,
  'relations by key': relationsByKey,
  'evidence by id': evidenceById,
  'page of evidence': evidencePages,
  'count of evidence': evidenceCount,
  'sources by slug': sourcesBySlug,
  'page of sole support': soleSupportPages,
  'count of sole support': soleSupportCount,
  witnesses: witnessPages,
  'documents by slug': documentsBySlug,
  'documents of entries': documentsOfEntries,
  rivals: rivalsOfRelations,
  joins,
  'former slugs': formerSlugs,
};

const singleEntries: SingleEntries = {
  'page of entities': entityPage,
  'count of entities': entityCount,
  'page of relations': relationPage,
  'count of relations': relationCount,
  'page of sources': sourcePage,
  'count of sources': sourceCount,
  'dates of sources': datesOfSources,
  'said by': saidBy,
  'publication dates': publicationDates,
  paths: (ask, context) => ({ answer: (run) => findPaths(ask, context, run) }),
  network,
  'related slugs': relatedSlugs,
  'page of interlocks': interlockPage,
  'count of interlocks': interlockCount,
  'page of disagreements': disagreementPage,
  'count of disagreements': disagreementCount,
  'page of documents': documentPage,
  'count of documents': documentCount,
};

export function keyedEntry<K extends KeyedKind>(
  ask: KeyedAsk<K>,
  context: EntryContext,
): KeyedEntry<KeyedAsks[K]['answer']> {
  return keyedEntries[ask.kind](ask, context);
}

export function singleEntry<K extends SingleKind>(
  ask: SingleAsk<K>,
  context: EntryContext,
): AnyEntry<SingleAsks[K]['answer']> {
  return singleEntries[ask.kind](ask, context);
}
