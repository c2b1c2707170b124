import type { Engine, KeyedAsk, KeyedKind, SingleAsk, SingleKind } from '../answering/asks.js';
import type { Context } from './entry.js';
import { keyedKinds, singleKinds } from './kinds.js';

/** Answers each ask by one query, or, where it follows relations hop by hop, by one a hop. */
export function createEngine(context: Context): Engine {
  return {
    each: <K extends KeyedKind>(ask: KeyedAsk<K>, keys: readonly string[]) =>
      keyedKinds[ask.kind](context, ask, keys),
    one: <K extends SingleKind>(ask: SingleAsk<K>) => singleKinds[ask.kind](context, ask),
  };
}
