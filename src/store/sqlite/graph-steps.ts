import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import {
  disagreementRows,
  soleSupportPages,
  witnessPages,
  type DisagreementRow,
  type SoleSupportRow,
  type WitnessesRow,
} from '../engine/graph-rows.js';
import { orderBy, placeConditions } from '../engine/ordering.js';
import { searchPaths, type Hop } from '../answering/path-search.js';
import {
  amongAll,
  type DisagreementQuestion,
  type EntityPart,
  type InterlockQuestion,
  type NetworkQuestion,
  type PageRequest,
  type PathsQuestion,
  type RecordParts,
} from '../reading.js';
import type {
  DisagreementRecord,
  InterlockRecord,
  RelationRecord,
  Row,
} from '../../model/records.js';
import { type Sql, allOf, raw, sql } from '../engine/query-text.js';
import type {
  SupportedRelation,
  FoundNetwork,
  FoundPaths,
  FoundWitness,
} from '../answering/steps.js';
import { inList } from './conditions.js';
import { disagreementCount, disagreementPage } from './disagreement-statements.js';
import type { Query } from './database.js';
import {
  among,
  centers,
  degreesOf,
  hopsFrom,
  interlocks,
  keysWithWitness,
  mostRelated,
  neighboursOf,
  witnessesOf,
} from './hops.js';
import { readPage } from './pages.js';
import * as rows from './rows.js';

/** Evidence `v` that says or implies the whole of what it is on. */
const supports = raw("v.property = '' AND v.stance = 'CONFIRMS'");

/** The steps that look at the graph as a whole: along its relations, and at what sources make of it. */
export class SqliteGraphSteps {
  constructor(
    protected readonly query: Query,
    protected readonly vocabulary: Vocabulary,
  ) {}

  supportedBy(slugs: readonly string[]): Promise<SupportedRelation[]> {
    const isOfThem = inList(raw('v.source'), slugs);
    return this.query(sql`
      SELECT json_group_array(json_array(r.key, json(r.sources), json(iif(EXISTS (
        SELECT 1 FROM evidence v WHERE v.target = r.key AND ${supports} AND NOT ${isOfThem}), 'true', 'false'))))
      FROM relation r WHERE r.key IN (SELECT v.target FROM evidence v WHERE ${isOfThem} AND ${supports})`);
  }

  async paths(question: PathsQuestion): Promise<FoundPaths> {
    const [from = 0, to = 0] = await this.query<number[]>(degreesOf([question.from, question.to]));
    const ends = [
      { degree: from, hops: null },
      { degree: to, hops: null },
    ] as const;
    return searchPaths(question, ends, (slugs, hops) =>
      this.query<Hop[]>(hopsFrom(slugs, hops, this.vocabulary)),
    );
  }

  async network(
    question: NetworkQuestion,
    { entity, relation }: Partial<RecordParts> = {},
  ): Promise<FoundNetwork> {
    const { limit } = question;
    const entities = await this.nearest(question, rows.entityColumns(entity));
    const entityOf = rows.entityReader(entity);
    const slugs = entities.slice(0, limit).map(slugOf);
    const { selected, json } = rows.relationColumns(relation);
    const relations = await this.query<unknown[]>(sql`
      SELECT json_group_array(${json})
      FROM (SELECT ${selected} FROM relation r
        WHERE ${among(slugs, amongAll(question), this.vocabulary)} ORDER BY r.key)`);
    return {
      entities: entities.map(entityOf),
      relations: relations.map(rows.relationReader(relation)),
    };
  }

  async interlockPage(
    question: InterlockQuestion,
    page: PageRequest,
    parts?: readonly EntityPart[],
  ): Promise<Row<InterlockRecord>[]> {
    const values = [raw('-i.weight'), raw('e.slug')];
    const found = await readPage(
      this.query,
      rows.entityColumns(parts),
      sql`(${interlocks(question, this.vocabulary)}) i JOIN entity e ON e.slug = i.other`,
      [],
      { values, page, descending: false },
    );
    const entityOf = rows.entityReader(parts);
    return found.map(([row, place]) => ({
      item: { entity: entityOf(row), weight: -Number(place[0]) },
      keyset: place,
    }));
  }

  interlockCount(question: InterlockQuestion): Promise<number> {
    return this.query(sql`SELECT count(*) FROM (${interlocks(question, this.vocabulary)})`);
  }

  async witnesses(
    others: readonly string[],
    question: InterlockQuestion,
    page: PageRequest,
  ): Promise<Map<string, Row<FoundWitness>[]>> {
    const values = [raw('witness')];
    const found = await this.query<WitnessesRow[]>(sql`
      SELECT json_group_array(json_array(k.value, (
        SELECT json_group_array(json_array(witness, (${keysWithWitness(question, this.vocabulary)})))
        FROM (SELECT witness FROM (${witnessesOf(question, this.vocabulary)})
          WHERE ${allOf(placeConditions(values, page, false))}
          ORDER BY ${orderBy(values, page.backward)} LIMIT ${page.limit + 1}))))
      FROM json_each(${JSON.stringify(others)}) k`);
    return witnessPages(found, page);
  }

  async soleSupportPage(
    slugs: readonly string[],
    page: PageRequest,
  ): Promise<Map<string, Row<RelationRecord>[]>> {
    const { selected, json } = rows.relationColumns();
    const found = await this.query<SoleSupportRow[]>(sql`
      SELECT json_group_array(json_array(k.value, (
        SELECT json_group_array(${json}) FROM (SELECT ${selected} FROM ${soleSupport(page)}
          ORDER BY ${orderBy([raw('t.key')], page.backward)} LIMIT ${page.limit + 1}))))
      FROM json_each(${JSON.stringify(slugs)}) k`);
    return soleSupportPages(found, page, rows.relationReader());
  }

  async soleSupportCount(slugs: readonly string[]): Promise<Map<string, number>> {
    const all = soleSupport({ limit: 0, backward: false });
    const found = await this.query<[string, number][]>(sql`
      SELECT json_group_array(json_array(k.value, (SELECT count(*) FROM ${all})))
      FROM json_each(${JSON.stringify(slugs)}) k`);
    return new Map(found);
  }

  async disagreementPage(
    question: DisagreementQuestion,
    page: PageRequest,
  ): Promise<Row<DisagreementRecord>[]> {
    const found = await this.query<DisagreementRow[]>(disagreementPage(question, page));
    return disagreementRows(found, page);
  }

  disagreementCount(question: DisagreementQuestion): Promise<number> {
    return this.query(disagreementCount(question));
  }

  /** Rows of the nearest entities, step by step away from the centre. */
  private async nearest(question: NetworkQuestion, columns: rows.Columns): Promise<unknown[]> {
    const { center, depth, limit } = question;
    const { vocabulary } = this;
    if (center === null) return this.query(mostRelated(question, columns, limit + 1, vocabulary));
    const chosen = await this.query<unknown[]>(centers(center, columns, limit + 1));
    let frontier = chosen;
    for (let distance = 0; distance < depth && frontier.length > 0; distance++) {
      const room = limit + 1 - chosen.length;
      if (room <= 0) break;
      const known = chosen.map(slugOf);
      frontier = await this.query(
        neighboursOf(frontier.map(slugOf), question, known, columns, room, vocabulary),
      );
      chosen.push(...frontier);
    }
    return chosen;
  }
}

function slugOf(row: unknown): string {
  return (row as readonly [slug: string])[0];
}

/** From the evidence of the source `k` that counts to the relations that no other one confirms. */
function soleSupport(page: PageRequest): Sql {
  const all = [
    sql`v.source = k.value AND ${supports} AND v.inferred = 0`,
    ...placeConditions([raw('v.target')], page, false),
  ];
  // CROSS keeps the order of the two: the planner may not start from the relations.
  return sql`(SELECT DISTINCT v.target AS key FROM evidence v WHERE ${allOf(all)}) t
    CROSS JOIN relation r ON r.key = t.key AND r.sources = json_array(k.value)`;
}
