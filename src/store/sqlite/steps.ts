import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import { entityOrderValues, relationOrderValues } from '../orders.js';
import { orderBy, placeConditions, readsDown } from '../engine/ordering.js';
import type {
  EntityPart,
  EntityQuestion,
  EvidenceQuestion,
  PageRequest,
  RecordParts,
  RelatedQuestion,
  RelationPart,
  RelationQuestion,
  SourceQuestion,
} from '../reading.js';
import type {
  EntityDetails,
  EntityRecord,
  EvidenceRecord,
  Keyset,
  RelatedRow,
  RelationRecord,
  Row,
  SourceRecord,
} from '../../model/records.js';
import { type Sql, allOf, join, raw, sql } from '../engine/query-text.js';
import type { Steps } from '../answering/steps.js';
import { relatedKeyset } from '../engine/stored-values.js';
import {
  Conditions,
  endColumns,
  inList,
  isAnchoredEntity,
  waysOf,
  type Way,
} from './conditions.js';
import type { Query } from './database.js';
import { SqliteGraphSteps } from './graph-steps.js';
import { inOrder } from '../page.js';
import { keyset, keysetJson, oneOrUnion, readPage } from './pages.js';
import * as rows from './rows.js';

/** A statement that looks at no more rows than these takes well under a millisecond. */
const FEW_ROWS = 100;

/** The statements of readings in SQL. Each answers with one JSON text. */
export class SqliteSteps extends SqliteGraphSteps implements Steps {
  constructor(
    query: Query,
    vocabulary: Vocabulary,
    /** For statements that look at few rows, whatever the graph holds. */
    private readonly quickQuery = query,
  ) {
    super(query, vocabulary);
  }

  /** @param rows that the statement looks at, at most. */
  private queryOf(rows: number): Query {
    return rows <= FEW_ROWS ? this.quickQuery : this.query;
  }

  async entities(slugs: readonly string[], parts?: readonly EntityPart[]): Promise<EntityRecord[]> {
    const { selected, json } = rows.entityColumns(parts);
    const found = await this.queryOf(slugs.length)<unknown[]>(sql`
      SELECT json_group_array(${json})
      FROM (SELECT ${selected} FROM entity e WHERE ${inList(raw('e.slug'), slugs)})`);
    return found.map(rows.entityReader(parts));
  }

  async details(slugs: readonly string[]): Promise<Map<string, EntityDetails>> {
    const found = await this.queryOf(slugs.length)<[string, EntityDetails][]>(sql`
      SELECT json_group_array(json_array(slug, json(details)))
      FROM entity WHERE ${inList(raw('slug'), slugs)}`);
    return new Map(found);
  }

  async entityPage(
    question: EntityQuestion,
    page: PageRequest,
    parts?: readonly EntityPart[],
  ): Promise<Row<EntityRecord>[]> {
    const { filter, order } = question;
    // Of few entities all are sorted: an index in the order would lead past all others. The plus
    // keeps the planner from it.
    const sign = isAnchoredEntity(filter) ? '+' : '';
    const values = entityOrderValues(order).map((name) => raw(`${sign}e.${columnOf(name)}`));
    const found = await readPage(
      this.query,
      rows.entityColumns(parts),
      raw('entity e'),
      [new Conditions(this.vocabulary).entity('e', filter)],
      { values, page, descending: order.descending },
    );
    const entityOf = rows.entityReader(parts);
    return found.map(([row, place]) => ({ item: entityOf(row), keyset: place }));
  }

  entityCount({ filter }: EntityQuestion): Promise<number> {
    const { types, ...others } = filter;
    if (Object.keys(others).length === 0) {
      const ofTypes = types ? inList(raw('type'), types) : raw('true');
      return this.query(
        sql`SELECT coalesce(sum(number), 0) FROM tally WHERE kept = 'entity' AND ${ofTypes}`,
      );
    }
    const condition = new Conditions(this.vocabulary).entity('e', filter);
    return this.query(sql`SELECT count(*) FROM entity e WHERE ${condition}`);
  }

  async related(
    slugs: readonly string[],
    question: RelatedQuestion,
    page: PageRequest,
    parts: Partial<RecordParts> = {},
  ): Promise<Map<string, Row<RelatedRow>[]>> {
    const { descending } = question.order;
    const relation = rows.relationColumns(parts.relation);
    const entity = rows.entityColumns(parts.entity);
    const down = readsDown(descending, page);
    const names = relationOrderValues(question.order);
    const ways = waysOf(question.direction).map((way) => {
      const values = names.map((name) => relationColumn(name, way));
      const conditions = [
        ...this.relatedConditions(question, way),
        ...placeConditions(values, page, descending),
      ];
      const { far } = endColumns(way);
      return sql`
        SELECT ${relation.selected}, ${entity.selected}, ${keyset(values)}
        FROM relation r JOIN entity e ON e.slug = ${raw(`r.${far}`)}
        WHERE ${allOf(conditions)} ORDER BY ${orderBy(values, down)} LIMIT ${page.limit + 1}`;
    });
    const places = names.map((_, index) => raw(`place_${String(index)}`));
    const found = await this.queryOf(rowsOfPages(slugs, question, page))<
      [string, [unknown, unknown][]][]
    >(sql`
      SELECT json_group_array(json_array(k.value, (
        SELECT json_group_array(json_array(${relation.json}, ${entity.json}))
        FROM (${oneOrUnion(ways, places, down, page.limit + 1)}))))
      FROM json_each(${JSON.stringify(slugs)}) k`);
    const relationOf = rows.relationReader(parts.relation);
    const entityOf = rows.entityReader(parts.entity);
    return new Map(
      found.map(([slug, list]) => [
        slug,
        inOrder(list, page).map(([relationRow, entityRow]) => {
          const item = { relation: relationOf(relationRow), entity: entityOf(entityRow) };
          return { item, keyset: relatedKeyset(item, question.order) };
        }),
      ]),
    );
  }

  async relatedCount(
    slugs: readonly string[],
    question: RelatedQuestion,
  ): Promise<Map<string, number>> {
    if (Object.keys(question.filter).length === 0) return this.relatedTally(slugs, question);
    const counts = waysOf(question.direction).map(
      (way) =>
        sql`(SELECT count(*) FROM relation r WHERE ${allOf(this.relatedConditions(question, way))})`,
    );
    const found = await this.query<[string, number][]>(sql`
      SELECT json_group_array(json_array(k.value, ${join(counts, ' + ')}))
      FROM json_each(${JSON.stringify(slugs)}) k`);
    return new Map(found);
  }

  /** What is kept of each type, where a filter asks for no more. */
  private async relatedTally(
    slugs: readonly string[],
    { types, direction }: RelatedQuestion,
  ): Promise<Map<string, number>> {
    const typeNames = types ?? this.vocabulary.relationTypeNames;
    const number = { FORWARD: 'forward', BACKWARD: 'backward', EITHER: 'either' }[
      direction ?? 'EITHER'
    ];
    const found = await this.queryOf(slugs.length * typeNames.length)<[string, number][]>(sql`
      SELECT json_group_array(json_array(k.value, (
        SELECT coalesce(sum(t.${raw(number)}), 0) FROM related_tally t
        WHERE t.slug = k.value AND ${inList(raw('t.type'), typeNames)})))
      FROM json_each(${JSON.stringify(slugs)}) k`);
    return new Map(found);
  }

  private relatedConditions({ types, direction, filter }: RelatedQuestion, way: Way): Sql[] {
    const conditions = [
      sql`${raw(`r.${endColumns(way).near}`)} = k.value`,
      new Conditions(this.vocabulary).relation('r', way, types, filter),
    ];
    // Followed either way, a relation of an entity with itself is still one.
    if (direction === null && way === 'BACKWARD') conditions.push(raw('r.from_slug <> r.to_slug'));
    return conditions;
  }

  async relations(keys: readonly string[]): Promise<RelationRecord[]> {
    const { selected, json } = rows.relationColumns();
    const found = await this.queryOf(keys.length)<unknown[]>(sql`
      SELECT json_group_array(${json})
      FROM (SELECT ${selected} FROM relation r WHERE ${inList(raw('r.key'), keys)})`);
    return found.map(rows.relationReader());
  }

  async relationPage(
    question: RelationQuestion,
    page: PageRequest,
    parts?: readonly RelationPart[],
  ): Promise<Row<RelationRecord>[]> {
    const values = [raw('r.key')];
    const found = await readPage(
      this.query,
      rows.relationColumns(parts),
      raw('relation r'),
      this.relationConditions(question),
      { values, page, descending: false },
    );
    const relationOf = rows.relationReader(parts);
    return found.map(([row, place]) => ({ item: relationOf(row), keyset: place }));
  }

  relationCount(question: RelationQuestion): Promise<number> {
    return this.query(
      sql`SELECT count(*) FROM relation r WHERE ${allOf(this.relationConditions(question))}`,
    );
  }

  private relationConditions({ types, from, to, filter }: RelationQuestion): Sql[] {
    return [
      new Conditions(this.vocabulary).relation('r', 'FORWARD', types, filter),
      ...(from ? [inList(raw('r.from_slug'), from)] : []),
      ...(to ? [inList(raw('r.to_slug'), to)] : []),
    ];
  }

  async evidence(ids: readonly string[]): Promise<EvidenceRecord[]> {
    const found = await this.queryOf(ids.length)<unknown[]>(sql`
      SELECT json_group_array(${rows.evidenceColumns.json})
      FROM (SELECT ${rows.evidenceColumns.selected} FROM evidence v WHERE ${inList(raw('v.id'), ids)})`);
    return found.map(rows.evidenceOf);
  }

  async evidencePage(
    owners: readonly string[],
    question: EvidenceQuestion,
    page: PageRequest,
  ): Promise<Map<string, Row<EvidenceRecord>[]>> {
    const names = question.of === 'target' ? ['place'] : ['target', 'place'];
    const values = names.map((name) => raw(`v.${name}`));
    const conditions = [...evidenceConditions(question), ...placeConditions(values, page, false)];
    const found = await this.queryOf(
      question.properties ? Infinity : owners.length * (page.limit + 1),
    )<[string, [unknown, Keyset][]][]>(sql`
      SELECT json_group_array(json_array(k.value, (
        SELECT json_group_array(json_array(${rows.evidenceColumns.json}, ${keysetJson(names.length)}))
        FROM (SELECT ${rows.evidenceColumns.selected}, ${keyset(values)} FROM evidence v
          WHERE ${allOf(conditions)} ORDER BY ${orderBy(values, page.backward)} LIMIT ${page.limit + 1}))))
      FROM json_each(${JSON.stringify(owners)}) k`);
    return new Map(
      found.map(([owner, list]) => [
        owner,
        inOrder(list, page).map(([row, place]) => ({ item: rows.evidenceOf(row), keyset: place })),
      ]),
    );
  }

  async evidenceCount(
    owners: readonly string[],
    question: EvidenceQuestion,
  ): Promise<Map<string, number>> {
    const found = await this.query<[string, number][]>(sql`
      SELECT json_group_array(json_array(k.value,
        (SELECT count(*) FROM evidence v WHERE ${allOf(evidenceConditions(question))})))
      FROM json_each(${JSON.stringify(owners)}) k`);
    return new Map(found);
  }

  async sources(slugs: readonly string[]): Promise<SourceRecord[]> {
    const found = await this.queryOf(slugs.length)<unknown[]>(sql`
      SELECT json_group_array(${rows.sourceColumns.json})
      FROM (SELECT ${rows.sourceColumns.selected} FROM source s WHERE ${inList(raw('s.slug'), slugs)})`);
    return found.map(rows.sourceOf);
  }

  async sourcePage(question: SourceQuestion, page: PageRequest): Promise<Row<SourceRecord>[]> {
    const values = [raw('s.slug')];
    const found = await readPage(
      this.query,
      rows.sourceColumns,
      raw('source s'),
      sourceConditions(question),
      { values, page, descending: false },
    );
    return found.map(([row, place]) => ({ item: rows.sourceOf(row), keyset: place }));
  }

  sourceCount(question: SourceQuestion): Promise<number> {
    return this.query(
      sql`SELECT count(*) FROM source s WHERE ${allOf(sourceConditions(question))}`,
    );
  }
}

/** The rows that pages look at: those that an index has in their order no more than they have. */
function rowsOfPages(
  slugs: readonly string[],
  { types, direction, filter, order }: RelatedQuestion,
  page: PageRequest,
): number {
  const isInOrder =
    order.by === 'SLUG' &&
    types?.length === 1 &&
    direction !== null &&
    Object.keys(filter).length === 0;
  return isInOrder ? slugs.length * (page.limit + 1) : Infinity;
}

const columnNames: Readonly<Record<string, string>> = {
  dateFirst: 'date_first',
  startEarliest: 'start_earliest',
};

function columnOf(name: string): string {
  return columnNames[name] ?? name;
}

function relationColumn(name: string, way: Way): Sql {
  return raw(`r.${name === 'far' ? endColumns(way).far : columnOf(name)}`);
}

function evidenceConditions({ of, properties }: EvidenceQuestion): Sql[] {
  return [
    sql`${raw(of === 'target' ? 'v.target' : 'v.source')} = k.value`,
    ...(properties ? [inList(raw('v.property'), properties)] : []),
  ];
}

function sourceConditions({ publishers, kinds, languages }: SourceQuestion): Sql[] {
  return [
    ...(publishers ? [inList(raw('s.publisher'), publishers)] : []),
    ...(kinds ? [inList(raw('s.kind'), kinds)] : []),
    ...(languages ? [inList(raw('s.language'), languages)] : []),
  ];
}
