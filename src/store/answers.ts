import type {
  EntityShape,
  EvidenceShape,
  Expansions,
  RelationShape,
  SourceShape,
} from './reading.js';
import type { Page } from './page.js';
import type { EntityRow, EvidenceRow, RelatedRow, RelationRow, SourceRow } from './rows.js';

/** What each kind of expansion answers for one record. */
export interface ExpansionAnswers {
  related: Page<RelatedRow>;
  'related count': number;
  evidence: Page<EvidenceRow>;
  'sole support': Page<RelationRow>;
}

type Kind = keyof Expansions;

/** Of one kind: by expansion, then by the slug or the key of the record that it expands. */
type Table<K extends Kind> = Map<Expansions[K], Map<string, ExpansionAnswers[K]>>;

/** The records that rows of other records point to: by the shape that selects them, then by key. */
interface Linked {
  readonly entities: Map<EntityShape, ReadonlyMap<string, EntityRow>>;
  readonly relations: Map<RelationShape, ReadonlyMap<string, RelationRow>>;
  readonly sources: Map<SourceShape, ReadonlyMap<string, SourceRow>>;
}

/**
 * The answers of a reading beside its rows: what its expansions answer for each record, and the
 * records that its rows point to. Rows are shared, and never changed.
 */
export class Answers {
  readonly linked: Linked = { entities: new Map(), relations: new Map(), sources: new Map() };

  private readonly tables: { readonly [K in Kind]: Table<K> } = {
    related: new Map(),
    'related count': new Map(),
    evidence: new Map(),
    'sole support': new Map(),
  };

  /** What an expansion answers for a record; undefined where it was not read for that record. */
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
    answers: Map<string, ExpansionAnswers[K]>,
  ): void {
    const table: Table<K> = this.tables[kind];
    const known = table.get(expansion);
    if (known) for (const [record, answer] of answers) known.set(record, answer);
    else table.set(expansion, answers);
  }

  entity(shape: EntityShape | undefined, slug: string): EntityRow | undefined {
    return shape && this.linked.entities.get(shape)?.get(slug);
  }

  relation(shape: RelationShape | undefined, key: string): RelationRow | undefined {
    return shape && this.linked.relations.get(shape)?.get(key);
  }

  source(shape: SourceShape | undefined, slug: string): SourceRow | undefined {
    return shape && this.linked.sources.get(shape)?.get(slug);
  }
}

/** A row with the shape that selected it and the answers of its reading: all that its fields need. */
export interface Item<R, S> {
  readonly row: R;
  readonly shape: S;
  readonly answers: Answers;
}

export type EntityItem = Item<EntityRow, EntityShape>;
export type RelationItem = Item<RelationRow, RelationShape>;
export type EvidenceItem = Item<EvidenceRow, EvidenceShape>;
export type SourceItem = Item<SourceRow, SourceShape>;
