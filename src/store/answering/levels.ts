import type { DisagreementRecord } from '../../model/records.js';
import { Answers } from '../answers.js';
import { pageOf, type Page, type PageSelection, type Row } from '../page.js';
import type {
  EntityShape,
  EvidenceShape,
  GraphShape,
  RelationShape,
  SetAside,
  SourceShape,
} from '../reading.js';
import type { EntityRow, EvidenceRow, RelatedRow, RelationRow, SourceRow } from '../rows.js';
import type { Engine } from './asks.js';
import {
  followUpsOfDisagreements,
  followUpsOfEntities,
  followUpsOfEvidence,
  followUpsOfRelations,
  followUpsOfSources,
  type FollowUp,
} from './plan.js';
import { SharedAsks } from './shared-asks.js';

/**
 * Adds its asks to those of a level, and returns functions that set the answers after the asks ran.
 */
type Batch = (asks: SharedAsks) => (() => void)[];

/**
 * Asks the follow-ups of rows level by level. Equal asks of a level are one ask for all its rows,
 * and the asks of a level run at the same time.
 */
export class Levels {
  readonly answers = new Answers();
  private pending: Batch[] = [];

  addEntities(shape: EntityShape, rows: () => Iterable<EntityRow>): void {
    this.add(followUpsOfEntities(shape), rows);
  }

  addRelations(shape: RelationShape, rows: () => Iterable<RelationRow>): void {
    this.add(followUpsOfRelations(shape), rows);
  }

  addEvidence(shape: EvidenceShape, rows: () => Iterable<EvidenceRow>): void {
    this.add(followUpsOfEvidence(shape), rows);
  }

  addSources(shape: SourceShape, rows: () => Iterable<SourceRow>): void {
    this.add(followUpsOfSources(shape), rows);
  }

  addDisagreements(
    shape: GraphShape,
    setAside: SetAside,
    rows: () => Iterable<DisagreementRecord>,
  ): void {
    this.add(followUpsOfDisagreements(shape, setAside), rows);
  }

  /** Runs levels until nothing is left to ask, and returns all answers. */
  async run(engine: Engine): Promise<Answers> {
    while (this.pending.length > 0) {
      const level = this.pending;
      this.pending = [];
      const asks = new SharedAsks();
      const conclusions = level.flatMap((batch) => batch(asks));
      await asks.run(engine);
      for (const conclude of conclusions) conclude();
    }
    return this.answers;
  }

  private add<R>(followUps: readonly FollowUp<R>[], rows: () => Iterable<R>): void {
    if (followUps.length === 0) return;
    const all = [...rows()];
    this.pending.push((asks) =>
      followUps.map((followUp) => {
        const keys = new Set(all.flatMap((row) => followUp.keys.of(row)));
        return this.ask(followUp, keys, asks);
      }),
    );
  }

  private ask<R>(followUp: FollowUp<R>, keys: ReadonlySet<string>, asks: SharedAsks): () => void {
    const { answers } = this;
    switch (followUp.kind) {
      case 'related': {
        const { expansion, rows, count } = followUp;
        const found = rows && asks.add(rows, keys);
        const counts = count && asks.add(count, keys);
        return () => {
          const pages = pagesOf(expansion, keys, found?.(), counts?.());
          answers.set('related', expansion, pages);
          this.addEntities(expansion.entity, () => distinctEntities(pages));
          this.addRelations(expansion.relation, () => itemsIn(pages, ({ relation }) => relation));
        };
      }
      case 'related count': {
        const counts = asks.add(followUp.count, keys);
        return () => {
          const all = [...keys].map((key) => [key, counts().get(key) ?? 0] as const);
          answers.set('related count', followUp.expansion, new Map(all));
        };
      }
      case 'evidence': {
        const { expansion, rows, count } = followUp;
        const found = rows && asks.add(rows, keys);
        const counts = count && asks.add(count, keys);
        return () => {
          const pages = pagesOf(expansion, keys, found?.(), counts?.());
          answers.set('evidence', expansion, pages);
          this.addEvidence(expansion.evidence, () => itemsIn(pages, (row) => row));
        };
      }
      case 'sole support': {
        const { expansion, rows, count } = followUp;
        const found = rows && asks.add(rows, keys);
        const counts = count && asks.add(count, keys);
        return () => {
          const pages = pagesOf(expansion, keys, found?.(), counts?.());
          answers.set('sole support', expansion, pages);
          this.addRelations(expansion.relation, () => itemsIn(pages, (row) => row));
        };
      }
      case 'linked entities': {
        const found = asks.add(followUp.rows, keys);
        return () => this.linkEntities(followUp.shape, only(keys, found()));
      }
      case 'linked relations': {
        const found = asks.add(followUp.rows, keys);
        return () => this.linkRelations(followUp.shape, only(keys, found()));
      }
      case 'linked sources': {
        const found = asks.add(followUp.rows, keys);
        return () => this.linkSources(followUp.shape, only(keys, found()));
      }
    }
  }

  /**
   * Sets the entities of a shape that rows refer to, and adds their follow-ups to the next level.
   */
  linkEntities(shape: EntityShape, found: ReadonlyMap<string, EntityRow>): void {
    this.answers.linkEntities(shape, found);
    this.addEntities(shape, () => found.values());
  }

  linkRelations(shape: RelationShape, found: ReadonlyMap<string, RelationRow>): void {
    this.answers.linkRelations(shape, found);
    this.addRelations(shape, () => found.values());
  }

  private linkSources(shape: SourceShape, found: ReadonlyMap<string, SourceRow>): void {
    this.answers.linkSources(shape, found);
    this.addSources(shape, () => found.values());
  }
}

/** Returns the page of each key, with its rows and its count if these are selected. */
function pagesOf<T>(
  { page, wantsRows, wantsCount }: PageSelection,
  keys: ReadonlySet<string>,
  rows: ReadonlyMap<string, readonly Row<T>[]> | undefined,
  counts: ReadonlyMap<string, number> | undefined,
): Map<string, Page<T>> {
  const pages = new Map<string, Page<T>>();
  for (const key of keys) {
    const found = (wantsRows && rows?.get(key)) || [];
    pages.set(key, pageOf(found, page, wantsCount ? (counts?.get(key) ?? 0) : undefined));
  }
  return pages;
}

function* itemsIn<T, R>(pages: ReadonlyMap<string, Page<T>>, of: (item: T) => R): Generator<R> {
  for (const { rows } of pages.values()) for (const { item } of rows) yield of(item);
}

/** Returns the entities of pages, each once: several relations may lead to the same entity. */
function distinctEntities(pages: ReadonlyMap<string, Page<RelatedRow>>): Iterable<EntityRow> {
  const found = new Map<string, EntityRow>();
  for (const entity of itemsIn(pages, (row) => row.entity)) found.set(entity.slug, entity);
  return found.values();
}

/** Returns the entries for these keys from an answer that also has entries for other keys. */
function only<T>(keys: ReadonlySet<string>, found: ReadonlyMap<string, T>): Map<string, T> {
  const own = new Map<string, T>();
  for (const key of keys) {
    const row = found.get(key);
    if (row !== undefined) own.set(key, row);
  }
  return own;
}
