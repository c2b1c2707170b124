import type { EntityRecord, RelationRecord } from '../model/records.js';
import { limits } from '../limits.js';
import { following, type RelationFilterInput } from '../questions/filters.js';
import { edgesOf, networkQuestion, readNetwork } from '../questions/network.js';
import { itemsOf, type Keyset, type Page } from '../store/page.js';
import {
  haveRelation,
  wholeEntity,
  wholeRelation,
  type EntityQuestion,
  type Following,
  type RelationQuestion,
} from '../store/reading.js';
import type { RelationRow, Truncation } from '../store/rows.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { ExportReads } from './export-reads.js';
import { wholeEntities, wholeRelations } from './whole-rows.js';

/** The records of an export, in the order of slugs and keys. Each list can be read more than once. */
export interface Selection {
  readonly entityCount: number;
  readonly relationCount: number;
  readonly truncation: Truncation | null;
  entities(): AsyncIterable<readonly EntityRecord[]>;
  relations(): AsyncIterable<readonly RelationRecord[]>;
  /** The relations that have one of the entities at an end. */
  relationsOf(slugs: readonly string[]): AsyncIterable<readonly RelationRecord[]>;
}

/** The records that are read at once, so that the event loop is held only briefly. */
export const BATCH = 500;

/** Reads the surroundings of entities, as `network` of GraphQL returns them. */
export async function selectNetwork(
  reads: ExportReads,
  center: readonly string[],
  depth: number,
  filter: RelationFilterInput,
  vocabulary: Vocabulary,
): Promise<Selection> {
  const question = networkQuestion(
    { center, depth, filter, limit: limits.networkNodes.value },
    vocabulary,
  );
  const shape = { entities: wholeEntity, relations: wholeRelation };
  const found = await readNetwork(reads, question, shape);
  const entities = [...wholeEntities(found.entities)].sort(bySlug);
  const relations = wholeRelations(edgesOf(found));
  return selectRecords(entities, relations, found.truncation);
}

/** Selects records that are read already. */
export function selectRecords(
  entities: readonly EntityRecord[],
  relations: readonly RelationRecord[],
  truncation: Truncation | null,
): Selection {
  return {
    entityCount: entities.length,
    relationCount: relations.length,
    truncation,
    entities: () => inBatches(entities),
    relations: () => inBatches(relations),
    relationsOf: (slugs) => {
      const wanted = new Set(slugs);
      return inBatches(
        relations.filter(({ fromSlug, toSlug }) => wanted.has(fromSlug) || wanted.has(toSlug)),
      );
    },
  };
}

function bySlug({ slug: one }: EntityRecord, { slug: other }: EntityRecord): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

async function* inBatches<R>(records: readonly R[]): AsyncGenerator<readonly R[]> {
  for (let start = 0; start < records.length; start += BATCH)
    yield records.slice(start, start + BATCH);
}

/**
 * Selects all relations that match a filter, and the entities at their ends; without a filter, all
 * entities. Both ends have one of the entity types of the filter. Nothing is read yet but counts.
 */
export async function selectAll(
  reads: ExportReads,
  filter: RelationFilterInput,
  isFiltered: boolean,
  vocabulary: Vocabulary,
): Promise<Selection> {
  return WholeSelection.open(reads, following(filter, vocabulary), isFiltered);
}

class WholeSelection implements Selection {
  readonly truncation = null;
  entityCount = 0;
  relationCount = 0;

  private constructor(
    private readonly reads: ExportReads,
    private readonly question: Following,
    private readonly isFiltered: boolean,
  ) {}

  static async open(
    reads: ExportReads,
    question: Following,
    isFiltered: boolean,
  ): Promise<WholeSelection> {
    const selection = new WholeSelection(reads, question, isFiltered);
    selection.entityCount = await selection.countEntities();
    selection.relationCount = await selection.countRelations();
    return selection;
  }

  entities(): AsyncIterable<readonly EntityRecord[]> {
    return inPages(async (after) => {
      const { found } = await this.reads.read({
        start: 'page of entities',
        question: this.entityQuestion,
        page: { limit: BATCH, backward: false, ...(after && { after }) },
        wantsRows: true,
        wantsCount: false,
        shape: wholeEntity,
      });
      return found;
    }, wholeEntities);
  }

  relations(): AsyncIterable<readonly RelationRecord[]> {
    return this.relationPages(null, null);
  }

  /** The relations from and to the entities; a relation between two of them comes once. */
  async *relationsOf(slugs: readonly string[]): AsyncGenerator<readonly RelationRecord[]> {
    yield* this.relationPages(slugs, null);
    const known = new Set(slugs);
    for await (const relations of this.relationPages(null, slugs))
      yield relations.filter(({ fromSlug }) => !known.has(fromSlug));
  }

  private relationPages(
    from: readonly string[] | null,
    to: readonly string[] | null,
  ): AsyncIterable<readonly RelationRecord[]> {
    const { entityTypes } = this.question.filter;
    const withBothEnds = (relations: readonly RelationRecord[]) =>
      entityTypes ? relations.filter(({ fromType }) => entityTypes.includes(fromType)) : relations;
    const question = { ...this.relationQuestion, from, to };
    return relationPages(this.reads, question, (rows) => withBothEnds(wholeRelations(rows)));
  }

  private get entityQuestion(): EntityQuestion {
    return {
      filter: this.isFiltered ? haveRelation(this.question) : {},
      order: { by: 'SLUG', descending: false, language: 'en' },
    };
  }

  private get relationQuestion(): RelationQuestion {
    const { types, filter } = this.question;
    return { types, from: null, to: null, filter };
  }

  private async countEntities(): Promise<number> {
    const { found } = await this.reads.read({
      start: 'page of entities',
      question: this.entityQuestion,
      ...COUNT,
      shape: wholeEntity,
    });
    return found.totalCount ?? 0;
  }

  private async countRelations(): Promise<number> {
    // The store knows the types of one end alone, so that those of both are counted here.
    if (this.question.filter.entityTypes) {
      let count = 0;
      for await (const relations of this.relations()) count += relations.length;
      return count;
    }
    const { found } = await this.reads.read({
      start: 'page of relations',
      question: this.relationQuestion,
      ...COUNT,
      shape: wholeRelation,
    });
    return found.totalCount ?? 0;
  }
}

const COUNT = {
  page: { limit: 1, backward: false },
  wantsRows: false,
  wantsCount: true,
} as const;

/** Reads all relations that a question is about, in batches. */
export function relationPages(
  reads: ExportReads,
  question: RelationQuestion,
  recordsOf: (rows: readonly RelationRow[]) => readonly RelationRecord[] = wholeRelations,
): AsyncIterable<readonly RelationRecord[]> {
  return inPages(async (after) => {
    const { found } = await reads.read({
      start: 'page of relations',
      question,
      page: { limit: BATCH, backward: false, ...(after && { after }) },
      wantsRows: true,
      wantsCount: false,
      shape: wholeRelation,
    });
    return found;
  }, recordsOf);
}

async function* inPages<Row, R>(
  read: (after: Keyset | undefined) => Promise<Page<Row>>,
  recordsOf: (rows: readonly Row[]) => readonly R[],
): AsyncGenerator<readonly R[]> {
  let after: Keyset | undefined;
  for (;;) {
    const page = await read(after);
    const records = recordsOf(itemsOf(page));
    if (records.length > 0) yield records;
    after = page.rows.at(-1)?.keyset;
    if (!page.hasNextPage || !after) return;
  }
}
