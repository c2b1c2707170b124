import {
  graphParts,
  isPlain,
  relatedParts,
  wantedEntityParts,
  wantedRelationParts,
  type EntitiesReading,
  type EntityShape,
  type EvidenceExpansion,
  type EvidenceShape,
  type NetworkReading,
  type PageRequest,
  type Reading,
  type RelatedExpansion,
  type RelationShape,
  type SourceShape,
} from '../reading.js';
import { type Sql, join, raw, sql } from '../engine/query-text.js';
import { inBrief } from './rows.js';
import type { Statements } from './statements.js';
import { rowsTogether, type Keys, type Step } from './step.js';

/** Rows that a fused statement brings at most. */
const FUSED_ROWS = 20_000;

/** Entities that a network is fused for: what is read of more is asked for in parts. */
const FUSED_NODES = 500;

/** About how many of them each entity has with others of a network. */
const RELATIONS_EACH = 10;

/** Steps of a fused statement at most: planning takes some 15 ms for each. */
const FUSED_STEPS = 40;

/** A reading as one statement. Each of its rows has the number of a step and some of its rows. */
export interface FusedReading {
  readonly statement: Sql;
  readonly steps: readonly {
    readonly name: string;
    readonly rowsTogether: number;
    /** The keys it was asked for; absent where they follow from other steps, and all were found. */
    readonly keys?: readonly string[];
  }[];
}

/**
 * The steps of a reading as one statement, each for the keys that the steps before it found. What
 * would be too much is left out, and what seldom is asked for. Null where that leaves one step.
 */
export function fuse(reading: Reading, statements: Statements): FusedReading | null {
  const fusion = new Fusion(statements);
  fusion.start(reading);
  return fusion.result();
}

/** Things that a step finds: the rows that have them, as text, each of them one expression. */
interface Found {
  /** Unwinds the rows. */
  readonly rows: Sql;
  /** The variables that it needs. */
  readonly table: string;
  /** The row of the thing. */
  readonly item: string;
  /** Its key, where that does not only stand in the row. */
  readonly key?: string;
  /** How many there are at most. */
  readonly count: number;
}

class Fusion {
  private readonly parts: Sql[] = [];
  private readonly steps: FusedReading['steps'][number][] = [];
  /** The variables of keys and tables that are there, by what they are made of. */
  private readonly known = new Map<string, string>();
  private rows = 0;

  constructor(private readonly statements: Statements) {}

  result(): FusedReading | null {
    if (this.steps.length < 2) return null;
    const tables = this.steps.map(
      (step, index) => sql`[${raw(`${index}, t${index}`)}, ${step.rowsTogether}]`,
    );
    return {
      statement: sql`${join(this.parts, '\n')}
        UNWIND [${join(tables, ', ')}] AS table
        UNWIND range(0, size(table[1]) - 1, table[2]) AS place
        RETURN [[table[0], table[1][place..place + table[2]]]]`,
      steps: this.steps,
    };
  }

  start(reading: Reading): void {
    const { statements } = this;
    switch (reading.start) {
      case 'entities by slug':
        this.givenEntities(reading);
        break;
      case 'relations by key':
        this.relations(reading.shape, this.given(statements.relations, reading.keys));
        break;
      case 'evidence by id':
        this.evidence(reading.shape, this.given(statements.evidence, reading.ids));
        break;
      case 'sources by slug':
        this.sources(reading.shape, this.given(statements.sources, reading.slugs));
        break;
      case 'page of entities': {
        const { question, page, shape } = reading;
        if (reading.wantsCount) {
          const isBare = Object.keys(question.filter).every((name) => name === 'types');
          this.add(isBare ? statements.counts : statements.entityCount(question), []);
        }
        if (reading.wantsRows)
          this.entities(
            shape,
            this.page(
              statements.entityPage(question, page, wantedEntityParts(shape)),
              page,
              'row[0]',
            ),
          );
        break;
      }
      case 'page of relations': {
        const { question, page, shape } = reading;
        if (reading.wantsRows)
          this.relations(
            shape,
            this.page(
              statements.relationPage(question, page, wantedRelationParts(shape)),
              page,
              'row',
            ),
          );
        break;
      }
      case 'page of sources': {
        const { question, page, shape } = reading;
        if (reading.wantsCount) this.add(statements.sourceCount(question), []);
        if (reading.wantsRows)
          this.sources(shape, this.page(statements.sourcePage(question, page), page, 'row'));
        break;
      }
      case 'network':
        this.network(reading);
        break;
      default: // One step, or which entities it leads to is seen on the way.
        break;
    }
  }

  private network({ question, shape }: NetworkReading): void {
    const { limit } = question;
    if (limit > FUSED_NODES) return;
    const table = this.add(this.statements.network(question, graphParts(shape)), []);
    this.rows += limit * (1 + RELATIONS_EACH);
    const ofKind = (kind: 0 | 1, count: number): Found => {
      const rows = sql`UNWIND ${raw(table)} AS row WITH row WHERE row[0] = ${raw(String(kind))}`;
      return found(table, rows, 'row[1]', count);
    };
    this.entities(shape.entities, ofKind(0, limit));
    const { from, to, ...others } = shape.relations;
    // Plain ends are among the nodes.
    const ends = { ...(from && !isPlain(from) && { from }), ...(to && !isPlain(to) && { to }) };
    this.relations({ ...others, ...ends }, ofKind(1, RELATIONS_EACH * limit));
  }

  private givenEntities({ shape, slugs }: EntitiesReading): void {
    const step = this.statements.entities(wantedEntityParts(shape));
    this.entities(shape, keyed(this.given(step, slugs)));
  }

  private given(step: Step, keys: readonly string[]): Found {
    return listed(this.add(step, keys, keys), keys.length);
  }

  private page(step: Step, page: PageRequest, item: string): Found {
    const table = this.add(step, []);
    this.rows += page.limit;
    const rows = sql`UNWIND ${raw(table)}[..${page.limit}] AS row`;
    return found(table, rows, item, page.limit);
  }

  private entities(shape: EntityShape, entities: Found): void {
    const slug = entities.key ?? inBrief('slug', entities.item);
    if (shape.details) this.table(this.statements.details, entities, slug);
    for (const expansion of shape.expansions.values()) {
      const { onTypes } = expansion;
      const owners = onTypes ? ofTypes(entities, [...onTypes]) : entities;
      if (expansion.kind === 'related') this.related(expansion, owners, slug);
      else if (expansion.kind === 'evidence') this.evidencePage(expansion, owners, slug);
      else this.table(this.statements.relatedCount(expansion.question), owners, slug);
    }
  }

  private related(expansion: RelatedExpansion, owners: Found, slug: string): void {
    const { question, page, wantsRows, wantsCount } = expansion;
    if (wantsCount) this.table(this.statements.relatedCount(question), owners, slug);
    if (!wantsRows) return;
    const step = this.statements.related(question, page, relatedParts(expansion));
    const pairs = this.pages(step, owners, slug, page);
    if (!pairs) return;
    this.relations(expansion.relation, { ...pairs, item: 'row[0]' });
    this.entities(expansion.entity, { ...pairs, item: 'row[1]' });
  }

  private relations(shape: RelationShape, relations: Found): void {
    const key = `${relations.item}[0]`;
    for (const expansion of shape.expansions.values()) this.evidencePage(expansion, relations, key);
    if (shape.from) this.entitiesOf(shape.from, relations, `split(${key}, '~')[0]`);
    if (shape.to) this.entitiesOf(shape.to, relations, `split(${key}, '~')[2]`);
  }

  private evidencePage(expansion: EvidenceExpansion, owners: Found, key: string): void {
    const { question, page, wantsRows, wantsCount } = expansion;
    if (wantsCount) this.table(this.statements.evidenceCount(question), owners, key);
    if (!wantsRows) return;
    const pages = this.pages(this.statements.evidencePage(question, page), owners, key, page);
    if (pages) this.evidence(expansion.evidence, pages);
  }

  /** What it is evidence for is left out where that may be a relation: its type is not known. */
  private evidence(shape: EvidenceShape, evidence: Found): void {
    if (!shape.source) return;
    const table = this.table(this.statements.sources, evidence, `${evidence.item}[3]`);
    if (table !== null) this.sources(shape.source, listed(table, evidence.count));
  }

  private sources(shape: SourceShape, sources: Found): void {
    const { item } = sources;
    for (const expansion of shape.expansions.values())
      if (expansion.kind === 'evidence') this.evidencePage(expansion, sources, `${item}[0]`);
    if (shape.publisher) this.entitiesOf(shape.publisher, sources, `${item}[5]`);
    if (shape.informers) {
      const rows = sql`${sources.rows} UNWIND ${raw(`${item}[7]`)} AS informer`;
      this.entitiesOf(shape.informers, { ...sources, rows }, 'informer');
    }
  }

  private entitiesOf(shape: EntityShape, origin: Found, slug: string): void {
    const step = this.statements.entities(wantedEntityParts(shape));
    const table = this.table(step, origin, slug);
    if (table !== null) this.entities(shape, keyed(listed(table, origin.count)));
  }

  /** The pages of a step for each owner; null where they would be too much. */
  private pages(step: Step, owners: Found, key: string, page: PageRequest): Found | null {
    const table = this.table(step, owners, key, page.limit);
    if (table === null) return null;
    const rows = sql`UNWIND ${raw(table)} AS owner UNWIND owner[1][..${page.limit}] AS row`;
    return found(table, rows, 'row', owners.count * page.limit);
  }

  /** The table of a step for the keys that are found; null where it would be too much. */
  private table(step: Step, origin: Found, key: string, rowsEach = 1): string | null {
    const rows = origin.count * rowsEach;
    if (this.rows + rows > FUSED_ROWS || this.steps.length >= FUSED_STEPS) return null;
    const keys = this.keys(origin, key);
    const made = `${step.name} for ${keys}`;
    const known = this.known.get(made);
    if (known !== undefined) return known;
    this.rows += rows;
    const table = this.add(step, raw(keys));
    this.known.set(made, table);
    return table;
  }

  /** A variable that has the distinct keys. */
  private keys({ rows, table }: Found, key: string): string {
    const made = `${rows.text((place) => JSON.stringify(rows.values[place]))} ${key}`;
    const known = this.known.get(made);
    if (known !== undefined) return known;
    const variable = `k${this.known.size}`;
    this.known.set(made, variable);
    this.parts.push(
      sql`CALL (${raw(table)}) { ${rows} RETURN collect(DISTINCT ${raw(key)}) AS ${raw(variable)} }`,
    );
    return variable;
  }

  private add(step: Step, keys: Keys, given?: readonly string[]): string {
    const table = `t${this.steps.length}`;
    const { find, list } = step.of(keys);
    const scope = raw(Array.isArray(keys) ? '' : (keys as Sql).text(() => ''));
    this.parts.push(sql`CALL (${scope}) { ${find} RETURN ${list} AS ${raw(table)} }`);
    this.steps.push({
      name: step.name,
      rowsTogether: rowsTogether(step),
      ...(given && { keys: given }),
    });
    return table;
  }
}

function found(table: string, rows: Sql, item: string, count: number): Found {
  return { table, rows, item, count };
}

function listed(table: string, count: number): Found {
  return found(table, sql`UNWIND ${raw(table)} AS row`, 'row', count);
}

/** Of rows that are a key and the thing. */
function keyed(things: Found): Found {
  return { ...things, key: `${things.item}[0]`, item: `${things.item}[1]` };
}

function ofTypes(entities: Found, types: readonly string[]): Found {
  const rows = sql`${entities.rows} WITH row WHERE ${raw(inBrief('type', entities.item))} IN ${types}`;
  return { ...entities, rows };
}
