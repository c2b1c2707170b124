import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import type {
  KeyedAnswer,
  KeyedAsk,
  KeyedKind,
  SingleAnswer,
  SingleAsk,
  SingleKind,
} from '../answering/asks.js';
import type { Query } from './database.js';

/** What every kind of ask is answered with. */
export interface Context {
  readonly vocabulary: Vocabulary;
  readonly query: Query;
}

/** How each kind of keyed ask is answered. A subject's file has the entries of its kinds. */
export type KeyedKinds = {
  readonly [K in KeyedKind]: (
    context: Context,
    ask: KeyedAsk<K>,
    keys: readonly string[],
  ) => Promise<KeyedAnswer<K>>;
};

/** How each kind of single ask is answered. */
export type SingleKinds = {
  readonly [K in SingleKind]: (context: Context, ask: SingleAsk<K>) => Promise<SingleAnswer<K>>;
};
