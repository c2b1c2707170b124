import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import { RecordColumns } from './columns.js';
import { Conditions } from './conditions.js';

/** What entries are made with. */
export class EntryContext {
  readonly columns: RecordColumns;

  constructor(readonly vocabulary: Vocabulary) {
    this.columns = new RecordColumns(vocabulary);
  }

  /** Conditions of one entry, whose variables are its own. */
  conditions(): Conditions {
    return new Conditions(this.vocabulary);
  }
}
