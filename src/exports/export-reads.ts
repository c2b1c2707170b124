import { KenesError } from '../errors.js';
import type { EntityRecord } from '../model/records.js';
import type { StoreWithNames } from '../questions/meant-slugs.js';
import { Bounds } from '../store/bounds.js';
import type { Reading, Start } from '../store/reading.js';
import type { CandidateRequest, TextCandidate, TextRequest } from '../store/search.js';
import type { ReadingResult } from '../store/store.js';

/** Nobody sees this error, so all readings share it. */
const DONE = new KenesError('CANCELLED', 'The reading is done.');

/**
 * The readings of an export. Each is within bounds of its own, since all of them together read as
 * much as the graph has, a little at a time. They end with the signal.
 */
export class ExportReads implements StoreWithNames {
  constructor(
    private readonly store: StoreWithNames,
    private readonly signal?: AbortSignal,
  ) {}

  read<S extends Start>(reading: Reading<S>): Promise<ReadingResult<S>> {
    return this.within((bounds) => this.store.read(reading, bounds));
  }

  searchCandidates(request: CandidateRequest): Promise<readonly EntityRecord[]> {
    return this.within((bounds) => this.store.searchCandidates(request, bounds));
  }

  searchTexts(request: TextRequest): Promise<readonly TextCandidate[]> {
    return this.within((bounds) => this.store.searchTexts(request, bounds));
  }

  private async within<T>(read: (bounds: Bounds) => Promise<T>): Promise<T> {
    const bounds = new Bounds(this.signal);
    try {
      return await read(bounds);
    } finally {
      bounds.end(DONE);
    }
  }
}
