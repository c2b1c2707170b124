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

/** The dependencies of every function that answers an ask. */
export interface Context {
  readonly vocabulary: Vocabulary;
  readonly query: Query;
}

/** The functions that answer keyed asks, by kind. Each subject's file has the entries of its kinds. */
export type KeyedKinds = {
  readonly [K in KeyedKind]: (
    context: Context,
    ask: KeyedAsk<K>,
    keys: readonly string[],
  ) => Promise<KeyedAnswer<K>>;
};

/** The functions that answer single asks, by kind. */
export type SingleKinds = {
  readonly [K in SingleKind]: (context: Context, ask: SingleAsk<K>) => Promise<SingleAnswer<K>>;
};
