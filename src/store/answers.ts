import type {
  EntityShape,
  EvidenceShape,
  Expansions,
  RelationShape,
  SourceShape,
} from './reading.js';
import type { Page } from './page.js';
import type { EntityRow, EvidenceRow, RelatedRow, RelationRow, SourceRow } from './rows.js';

/** The answer of each kind of expansion for one record. */
export interface ExpansionAnswers {
  related: Page<RelatedRow>;
  'related count': number;
  evidence: Page<EvidenceRow>;
  'sole support': Page<RelationRow>;
}

type Kind = keyof Expansions;

/** The answers of one kind, by expansion, then by the slug or key of the record that it expands. */
type Table<K extends Kind> = Map<Expansions[K], Map<string, ExpansionAnswers[K]>>;

/**
 * The answers of a reading beside its rows: the answers of its expansions for each record, and the
 * records that its rows refer to. Rows are shared and never changed.
 */
export class Answers {
  // The records that other rows refer to, by the shape that selects them, then by slug or key.
  private readonly entities = new Map<EntityShape, Map<string, EntityRow>>();
  private readonly relations = new Map<RelationShape, Map<string, RelationRow>>();
  private readonly sources = new Map<SourceShape, Map<string, SourceRow>>();

  private readonly tables: { readonly [K in Kind]: Table<K> } = {
    related: new Map(),
    'related count': new Map(),
    evidence: new Map(),
    'sole support': new Map(),
  };

  /**
   * Returns the answer of an expansion for a record; undefined if it was not read for that record.
   */
  of<K extends Kind>(
    kind: K,
    expansion: Expansions[K],
    record: string,
  ): ExpansionAnswers[K] | undefined {
    const table: Table<K> = this.tables[kind];
    return table.get(expansion)?.get(record);
  }

  set<K extends Kind>(
    kind: K,
    expansion: Expansions[K],
    answers: ReadonlyMap<string, ExpansionAnswers[K]>,
  ): void {
    const table: Table<K> = this.tables[kind];
    addAll(table, expansion, answers);
  }

  /** Adds entities, by slug, that a shape selects for rows that refer to them. */
  linkEntities(shape: EntityShape, rows: ReadonlyMap<string, EntityRow>): void {
    addAll(this.entities, shape, rows);
  }

  linkRelations(shape: RelationShape, rows: ReadonlyMap<string, RelationRow>): void {
    addAll(this.relations, shape, rows);
  }

  linkSources(shape: SourceShape, rows: ReadonlyMap<string, SourceRow>): void {
    addAll(this.sources, shape, rows);
  }

  /** Returns an entity that a row refers to; undefined if it was not selected or does not exist. */
  entity(shape: EntityShape | undefined, slug: string): EntityRow | undefined {
    return shape && this.entities.get(shape)?.get(slug);
  }

  relation(shape: RelationShape | undefined, key: string): RelationRow | undefined {
    return shape && this.relations.get(shape)?.get(key);
  }

  source(shape: SourceShape | undefined, slug: string): SourceRow | undefined {
    return shape && this.sources.get(shape)?.get(slug);
  }
}

/**
 * Adds entries to those that a key already has: one shape may be read for several batches of rows.
 */
function addAll<S, T>(
  tables: Map<S, Map<string, T>>,
  key: S,
  entries: ReadonlyMap<string, T>,
): void {
  const table = tables.get(key);
  if (!table) tables.set(key, new Map(entries));
  else for (const [name, entry] of entries) table.set(name, entry);
}

/**
 * A row with everything that its fields need: the shape that selected it and the reading's answers.
 */
export interface Item<R, S> {
  readonly row: R;
  readonly shape: S;
  readonly answers: Answers;
}

export type EntityItem = Item<EntityRow, EntityShape>;
export type RelationItem = Item<RelationRow, RelationShape>;
export type EvidenceItem = Item<EvidenceRow, EvidenceShape>;
export type SourceItem = Item<SourceRow, SourceShape>;
