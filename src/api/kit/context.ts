import type { Language } from '../../vocabulary/languages.js';
import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import type { AnswerSize } from './answer-size.js';
import type { Loaders } from './loaders.js';
import type { GraphMeasures } from '../../measures/graph-measures.js';
import type { RequestStore } from './request-store.js';

/** The context of the resolvers of one request. */
export interface RequestContext {
  readonly store: RequestStore;
  readonly vocabulary: Vocabulary;
  /** The languages that the client accepts, best first. */
  readonly languages: readonly Language[];
  /** True if root fields plan their whole selection as one reading. Tests also set it to false. */
  readonly planReadings: boolean;
  /** Measures of the whole graph, shared by all requests. */
  readonly measures: GraphMeasures;
  /** Counts all lists of the answer. */
  readonly answerSize: AnswerSize;
  /** Loads what no reading selected. */
  readonly loaders: Loaders;
}
