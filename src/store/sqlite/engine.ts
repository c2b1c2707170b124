import type { Engine, KeyedAsk, KeyedKind, SingleAsk, SingleKind } from '../answering/asks.js';
import type { Context } from './entry.js';
import { keyedKinds, singleKinds } from './kinds.js';

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
