import { KenesError } from '../../errors.js';
import type { Bounds } from '../bounds.js';
import { GIVEN_UP } from './path-search.js';
import type {
  DisagreementQuestion,
  EntityPart,
  EntityQuestion,
  EvidenceQuestion,
  InterlockQuestion,
  NetworkQuestion,
  PageRequest,
  PathsQuestion,
  RecordParts,
  RelatedQuestion,
  RelationPart,
  RelationQuestion,
  SourceQuestion,
} from '../reading.js';
import type { Row } from '../../model/records.js';
import type { FoundPaths, Steps } from './steps.js';

/** Rows that one statement brings at most: as text some 20 MB. */
const STATEMENT_ROWS = 20_000;

/** A search for paths that takes the engine too long has the answer of one that takes too much. */
function givenUp(error: unknown): FoundPaths {
  if (error instanceof KenesError && error.code === 'TIMED_OUT') return GIVEN_UP;
  throw error;
}

/** Steps within bounds: what would bring too much at once is asked for in parts. */
export class BoundedSteps implements Steps {
  constructor(
    private readonly steps: Steps,
    private readonly bounds: Bounds,
  ) {}

  entities(slugs: readonly string[], parts?: readonly EntityPart[]) {
    return this.lists(slugs, (some) => this.steps.entities(some, parts));
  }

  details(slugs: readonly string[]) {
    return this.maps(slugs, 1, (part) => this.steps.details(part));
  }

  entityPage(question: EntityQuestion, page: PageRequest, parts?: readonly EntityPart[]) {
    return this.bounds.run(() => this.steps.entityPage(question, page, parts), lengthOf);
  }

  entityCount(question: EntityQuestion) {
    return this.bounds.run(() => this.steps.entityCount(question), one);
  }

  related(
    slugs: readonly string[],
    question: RelatedQuestion,
    page: PageRequest,
    parts: Partial<RecordParts> = {},
  ) {
    return this.maps(slugs, page.limit + 1, (some) =>
      this.steps.related(some, question, page, parts),
    );
  }

  relatedCount(slugs: readonly string[], question: RelatedQuestion) {
    return this.maps(slugs, 1, (part) => this.steps.relatedCount(part, question));
  }

  relations(keys: readonly string[]) {
    return this.lists(keys, (part) => this.steps.relations(part));
  }

  relationPage(question: RelationQuestion, page: PageRequest, parts?: readonly RelationPart[]) {
    return this.bounds.run(() => this.steps.relationPage(question, page, parts), lengthOf);
  }

  relationCount(question: RelationQuestion) {
    return this.bounds.run(() => this.steps.relationCount(question), one);
  }

  evidence(ids: readonly string[]) {
    return this.lists(ids, (part) => this.steps.evidence(part));
  }

  evidencePage(owners: readonly string[], question: EvidenceQuestion, page: PageRequest) {
    return this.maps(owners, page.limit + 1, (part) =>
      this.steps.evidencePage(part, question, page),
    );
  }

  evidenceCount(owners: readonly string[], question: EvidenceQuestion) {
    return this.maps(owners, 1, (part) => this.steps.evidenceCount(part, question));
  }

  sources(slugs: readonly string[]) {
    return this.lists(slugs, (part) => this.steps.sources(part));
  }

  sourcePage(question: SourceQuestion, page: PageRequest) {
    return this.bounds.run(() => this.steps.sourcePage(question, page), lengthOf);
  }

  sourceCount(question: SourceQuestion) {
    return this.bounds.run(() => this.steps.sourceCount(question), one);
  }

  supportedBy(slugs: readonly string[]) {
    return this.bounds.run(() => this.steps.supportedBy(slugs), lengthOf);
  }

  paths(question: PathsQuestion, parts?: Partial<RecordParts>) {
    return this.bounds.run(
      () => this.steps.paths(question, parts).catch(givenUp),
      ({ paths }) => paths.reduce((entries, { slugs }) => entries + slugs.length, 0),
    );
  }

  network(question: NetworkQuestion, parts?: Partial<RecordParts>) {
    return this.bounds.run(
      () => this.steps.network(question, parts),
      ({ entities, relations }) => entities.length + relations.length,
    );
  }

  interlockPage(question: InterlockQuestion, page: PageRequest, parts?: readonly EntityPart[]) {
    return this.bounds.run(() => this.steps.interlockPage(question, page, parts), lengthOf);
  }

  interlockCount(question: InterlockQuestion) {
    return this.bounds.run(() => this.steps.interlockCount(question), one);
  }

  witnesses(others: readonly string[], question: InterlockQuestion, page: PageRequest) {
    return this.maps(others, page.limit + 1, (some) => this.steps.witnesses(some, question, page));
  }

  soleSupportPage(slugs: readonly string[], page: PageRequest) {
    return this.maps(slugs, page.limit + 1, (part) => this.steps.soleSupportPage(part, page));
  }

  soleSupportCount(slugs: readonly string[]) {
    return this.maps(slugs, 1, (part) => this.steps.soleSupportCount(part));
  }

  disagreementPage(question: DisagreementQuestion, page: PageRequest) {
    return this.bounds.run(() => this.steps.disagreementPage(question, page), lengthOf);
  }

  disagreementCount(question: DisagreementQuestion) {
    return this.bounds.run(() => this.steps.disagreementCount(question), one);
  }

  private async lists<T>(
    keys: readonly string[],
    read: (part: readonly string[]) => Promise<T[]>,
  ): Promise<T[]> {
    const parts = await this.inParts(keys, 1, read, lengthOf);
    return parts.length === 1 ? (parts[0] ?? []) : parts.flat();
  }

  private async maps<T>(
    keys: readonly string[],
    rowsEach: number,
    read: (part: readonly string[]) => Promise<Map<string, T>>,
  ): Promise<Map<string, T>> {
    const parts = await this.inParts(keys, rowsEach, read, entriesIn);
    return parts.length === 1 && parts[0] ? parts[0] : new Map(parts.flatMap((part) => [...part]));
  }

  /** One part after the other, so that what is too much is found out before all of it is there. */
  private async inParts<T>(
    keys: readonly string[],
    rowsEach: number,
    read: (part: readonly string[]) => Promise<T>,
    count: (found: T) => number,
  ): Promise<T[]> {
    const size = Math.ceil(STATEMENT_ROWS / rowsEach);
    const parts: T[] = [];
    for (let start = 0; start < keys.length; start += size) {
      const part = keys.length <= size ? keys : keys.slice(start, start + size);
      parts.push(await this.bounds.run(() => read(part), count));
    }
    return parts;
  }
}

function lengthOf(list: readonly unknown[]): number {
  return list.length;
}

function one(): number {
  return 1;
}

/** The rows of pages; each other thing, such as a count, is one. */
function entriesIn(found: ReadonlyMap<string, unknown>): number {
  let entries = 0;
  for (const value of found.values()) {
    entries += Array.isArray(value) ? (value as Row<unknown>[]).length : 1;
  }
  return entries;
}
