import type { Language } from '../vocabulary/languages.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { Store } from '../store/store.js';
import type { Loaders } from './loaders.js';

/** What the resolvers of one request have. */
export interface RequestContext {
  readonly store: Store;
  readonly vocabulary: Vocabulary;
  /** The languages that the client accepts, best first. */
  readonly languages: readonly Language[];
  /** Whether root fields plan their whole selection as one reading; tests turn it off. */
  readonly planReadings: boolean;
  /** For what no reading brought. */
  readonly loaders: Loaders;
}
