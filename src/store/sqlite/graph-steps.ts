import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import { orderBy, placeConditions } from '../orders.js';
import { searchPaths, type Hop } from '../path-search.js';
import type {
  DisagreementQuestion,
  EntityPart,
  Following,
  InterlockQuestion,
  NetworkQuestion,
  PageRequest,
  PathsQuestion,
  RelationPart,
} from '../reading.js';
import type {
  DisagreementKind,
  DisagreementRecord,
  EntityRecord,
  InterlockRecord,
  RelationRecord,
  Row,
} from '../records.js';
import { allOf, fixed, statement, type StatementText } from '../statement-text.js';
import type { ConfirmedRelation, FoundPaths, FoundWitness } from '../steps.js';
import { inList } from './conditions.js';
import { disagreementCount, disagreementPage } from './disagreement-statements.js';
import type { Query } from './database.js';
import {
  among,
  hopsFrom,
  interlocks,
  keysWithWitness,
  mostRelated,
  neighboursOf,
  witnessesOf,
} from './hops.js';
import { inOrder, readPage } from './pages.js';
import * as rows from './rows.js';

/** The steps that look at the graph as a whole: along its relations, and at what sources make of it. */
export class SqliteGraphSteps {
  constructor(
    protected readonly query: Query,
    protected readonly vocabulary: Vocabulary,
  ) {}

  confirmedBy(slugs: readonly string[]): Promise<ConfirmedRelation[]> {
    return this.query(statement`
      SELECT json_group_array(json_array(r.key, json(r.sources))) FROM relation r
      WHERE r.key IN (SELECT v.target FROM evidence v WHERE ${inList(fixed('v.source'), slugs)}
        AND v.property = '' AND v.stance = 'CONFIRMS' AND NOT v.inferred)`);
  }

  paths(question: PathsQuestion): Promise<FoundPaths> {
    return searchPaths(question, (slugs, hops) =>
      this.query<Hop[]>(hopsFrom(slugs, hops, this.vocabulary)),
    );
  }

  async neighbours(
    slugs: readonly string[],
    question: Following,
    known: readonly string[],
    limit: number,
  ): Promise<EntityRecord[]> {
    const found = await this.query<unknown[]>(
      neighboursOf(slugs, question, known, limit, this.vocabulary),
    );
    return found.map(rows.entityReader());
  }

  async mostRelated(question: Following, limit: number): Promise<EntityRecord[]> {
    const found = await this.query<unknown[]>(mostRelated(question, limit, this.vocabulary));
    return found.map(rows.entityReader());
  }

  async relationsAmong(
    slugs: readonly string[],
    question: NetworkQuestion,
    parts?: readonly RelationPart[],
  ): Promise<RelationRecord[]> {
    const { selected, json } = rows.relationColumns(parts);
    const found = await this.query<unknown[]>(statement`
      SELECT json_group_array(${json})
      FROM (SELECT ${selected} FROM relation r
        WHERE ${among(slugs, question, this.vocabulary)} ORDER BY r.key)`);
    return found.map(rows.relationReader(parts));
  }

  async interlockPage(
    question: InterlockQuestion,
    page: PageRequest,
    parts?: readonly EntityPart[],
  ): Promise<Row<InterlockRecord>[]> {
    const values = [fixed('-i.weight'), fixed('e.slug')];
    const found = await readPage(
      this.query,
      rows.entityColumns(parts),
      statement`(${interlocks(question, this.vocabulary)}) i JOIN entity e ON e.slug = i.other`,
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
    return this.query(statement`SELECT count(*) FROM (${interlocks(question, this.vocabulary)})`);
  }

  async witnesses(
    others: readonly string[],
    question: InterlockQuestion,
    page: PageRequest,
  ): Promise<Map<string, Row<FoundWitness>[]>> {
    const values = [fixed('witness')];
    const found = await this.query<[string, [string, string[]][]][]>(statement`
      SELECT json_group_array(json_array(k.value, (
        SELECT json_group_array(json_array(witness, (${keysWithWitness(question, this.vocabulary)})))
        FROM (SELECT witness FROM (${witnessesOf(question, this.vocabulary)})
          WHERE ${allOf(placeConditions(values, page, false))}
          ORDER BY ${orderBy(values, page.backward)} LIMIT ${page.limit + 1}))))
      FROM json_each(${JSON.stringify(others)}) k`);
    return new Map(
      found.map(([other, list]) => [
        other,
        inOrder(list, page).map(([slug, keys]) => ({ item: { slug, keys }, keyset: [slug] })),
      ]),
    );
  }

  async soleSupportPage(
    slugs: readonly string[],
    page: PageRequest,
  ): Promise<Map<string, Row<RelationRecord>[]>> {
    const { selected, json } = rows.relationColumns();
    const found = await this.query<[string, unknown[]][]>(statement`
      SELECT json_group_array(json_array(k.value, (
        SELECT json_group_array(${json}) FROM (SELECT ${selected} FROM ${soleSupport(page)}
          ORDER BY ${orderBy([fixed('t.key')], page.backward)} LIMIT ${page.limit + 1}))))
      FROM json_each(${JSON.stringify(slugs)}) k`);
    const relationOf = rows.relationReader();
    return new Map(
      found.map(([slug, list]) => [
        slug,
        inOrder(list.map(relationOf), page).map((item) => ({ item, keyset: [item.key] })),
      ]),
    );
  }

  async soleSupportCount(slugs: readonly string[]): Promise<Map<string, number>> {
    const all = soleSupport({ limit: 0, backward: false });
    const found = await this.query<[string, number][]>(statement`
      SELECT json_group_array(json_array(k.value, (SELECT count(*) FROM ${all})))
      FROM json_each(${JSON.stringify(slugs)}) k`);
    return new Map(found);
  }

  async disagreementPage(
    question: DisagreementQuestion,
    page: PageRequest,
  ): Promise<Row<DisagreementRecord>[]> {
    const found = await this.query<[string, string, DisagreementKind, string[]][]>(
      disagreementPage(question, page),
    );
    return inOrder(found, page).map(([target, property, kind, rivals]) => ({
      item: { kind, target, property: property === '' ? null : property, rivals },
      keyset: [target, property, kind],
    }));
  }

  disagreementCount(question: DisagreementQuestion): Promise<number> {
    return this.query(disagreementCount(question));
  }
}

/** From the evidence of the source `k` that counts to the relations that no other one confirms. */
function soleSupport(page: PageRequest): StatementText {
  const all = [
    fixed("v.source = k.value AND v.property = '' AND v.stance = 'CONFIRMS' AND v.inferred = 0"),
    ...placeConditions([fixed('v.target')], page, false),
  ];
  // CROSS keeps the order of the two: the planner may not start from the relations.
  return statement`(SELECT DISTINCT v.target AS key FROM evidence v WHERE ${allOf(all)}) t
    CROSS JOIN relation r ON r.key = t.key AND r.sources = json_array(k.value)`;
}
