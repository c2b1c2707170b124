import type { Engine, KeyedAsk, KeyedKind, SingleAsk, SingleKind } from '../answering/asks.js';
import { disagreementKinds } from './disagreements.js';
import { keyedEntityKinds, singleEntityKinds } from './entities.js';
import { evidenceKinds } from './evidence.js';
import { keyedInterlockKinds, singleInterlockKinds } from './interlocks.js';
import type { Context, KeyedKinds, SingleKinds } from './kinds.js';
import { networkKinds } from './network.js';
import { pathKinds } from './paths.js';
import { relatedKinds } from './related.js';
import { keyedRelationKinds, singleRelationKinds } from './relations.js';
import { keyedSourceKinds, singleSourceKinds } from './sources.js';

const keyedKinds: KeyedKinds = {
  ...keyedEntityKinds,
  ...relatedKinds,
  ...keyedRelationKinds,
  ...evidenceKinds,
  ...keyedSourceKinds,
  ...keyedInterlockKinds,
};

const singleKinds: SingleKinds = {
  ...singleEntityKinds,
  ...singleRelationKinds,
  ...singleSourceKinds,
  ...pathKinds,
  ...networkKinds,
  ...singleInterlockKinds,
  ...disagreementKinds,
};

/**
 * Answers each ask with one query; asks that follow relations hop by hop take one query per hop.
 */
export function createEngine(context: Context): Engine {
  return {
    each: <K extends KeyedKind>(ask: KeyedAsk<K>, keys: readonly string[]) =>
      keyedKinds[ask.kind](context, ask, keys),
    one: <K extends SingleKind>(ask: SingleAsk<K>) => singleKinds[ask.kind](context, ask),
  };
}
