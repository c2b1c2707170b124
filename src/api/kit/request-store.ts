import type { KenesError } from '../../errors.js';
import { Bounds } from '../../store/bounds.js';
import type { EntityRecord } from '../../model/records.js';
import type { Reading, Start } from '../../store/reading.js';
import type { CandidateRequest, TextCandidate, TextRequest } from '../../store/search.js';
import type { Counts, ReadingResult, Store } from '../../store/store.js';

/** The store for one request. All its reads share the same bounds. */
export class RequestStore implements Pick<
  Store,
  'engine' | 'read' | 'searchCandidates' | 'searchTexts' | 'counts'
> {
  private readonly bounds: Bounds;
  private counted: Promise<Counts> | undefined;

  /** @param client aborts when the client no longer waits for the answer. */
  constructor(
    private readonly store: Store,
    client?: AbortSignal,
  ) {
    this.bounds = new Bounds(client);
  }

  get engine(): Store['engine'] {
    return this.store.engine;
  }

  /** Aborts when the request has ended, with a KenesError as its reason. */
  get signal(): AbortSignal {
    return this.bounds.signal;
  }

  read<S extends Start>(reading: Reading<S>): Promise<ReadingResult<S>> {
    return this.store.read(reading, this.bounds);
  }

  searchCandidates(request: CandidateRequest): Promise<readonly EntityRecord[]> {
    return this.bounds.run(
      () => this.store.searchCandidates(request, this.bounds),
      (found) => found.length,
    );
  }

  searchTexts(request: TextRequest): Promise<readonly TextCandidate[]> {
    return this.bounds.run(
      () => this.store.searchTexts(request, this.bounds),
      (found) => found.length,
    );
  }

  counts(): Promise<Counts> {
    return (this.counted ??= this.bounds.run(
      () => this.store.counts(this.bounds),
      () => 1,
    ));
  }

  /** Ends the reads that still run, and refuses later ones, with this reason. */
  end(reason: KenesError): void {
    this.bounds.end(reason);
  }
}
