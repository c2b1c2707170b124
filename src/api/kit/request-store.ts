import { Bounds } from '../../store/bounds.js';
import type { EntityRecord } from '../../model/records.js';
import type { Reading, Start } from '../../store/reading.js';
import type { CandidateRequest } from '../../store/search.js';
import type { Counts, ReadingResult, Store } from '../../store/store.js';

/** The store for one request. All its reads share the same bounds. */
export class RequestStore implements Pick<
  Store,
  'engine' | 'read' | 'searchCandidates' | 'counts'
> {
  private readonly bounds = new Bounds();
  private counted: Promise<Counts> | undefined;

  constructor(private readonly store: Store) {}

  get engine(): Store['engine'] {
    return this.store.engine;
  }

  read<S extends Start>(reading: Reading<S>): Promise<ReadingResult<S>> {
    return this.store.read(reading, this.bounds);
  }

  searchCandidates(request: CandidateRequest): Promise<readonly EntityRecord[]> {
    return this.bounds.run(
      () => this.store.searchCandidates(request),
      (found) => found.length,
    );
  }

  counts(): Promise<Counts> {
    return (this.counted ??= this.bounds.run(
      () => this.store.counts(),
      () => 1,
    ));
  }
}
