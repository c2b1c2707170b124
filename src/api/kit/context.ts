import type { Language } from '../../vocabulary/languages.js';
import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import type { AnswerSize } from './answer-size.js';
import type { Loaders } from './loaders.js';
import type { RequestStore } from './request-store.js';

/** What the resolvers of one request have. */
export interface RequestContext {
  readonly store: RequestStore;
  readonly vocabulary: Vocabulary;
  /** The languages that the client accepts, best first. */
  readonly languages: readonly Language[];
  /** Whether root fields plan their whole selection as one reading; tests turn it off. */
  readonly planReadings: boolean;
  /** Every list that is put into the answer counts. */
  readonly answerSize: AnswerSize;
  /** For what no reading brought. */
  readonly loaders: Loaders;
}
