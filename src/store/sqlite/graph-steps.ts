import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import { orderBy, placeConditions } from '../orders.js';
import { searchPaths, type Hop } from '../path-search.js';
import type {
  EntityPart,
  Following,
  InterlockQuestion,
  PageRequest,
  PathsQuestion,
  RelationPart,
} from '../reading.js';
import type { InterlockRecord, RelationRecord, Row } from '../records.js';
import { allOf, fixed, statement } from '../statement-text.js';
import type { ConfirmedRelation, FoundPaths, FoundWitness } from '../steps.js';
import { inList } from './conditions.js';
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

/** The steps that follow relations through the graph. */
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

  neighbours(
    slugs: readonly string[],
    question: Following,
    known: readonly string[],
    limit: number,
  ): Promise<string[]> {
    return this.query(neighboursOf(slugs, question, known, limit, this.vocabulary));
  }

  mostRelated(question: Following, limit: number): Promise<string[]> {
    return this.query(mostRelated(question, limit, this.vocabulary));
  }

  async relationsAmong(
    slugs: readonly string[],
    question: Following,
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
}
