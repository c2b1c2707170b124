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
import {
  disagreementRows,
  soleSupportPages,
  witnessPages,
  type DisagreementRow,
  type SoleSupportRow,
  type WitnessesRow,
} from '../engine/graph-rows.js';
import { inOrder } from '../page.js';
import { searchPaths, type Hop, type PathEnd } from '../answering/path-search.js';
import { evidencePlace, relatedKeyset } from '../engine/stored-values.js';
import type {
  DisagreementRecord,
  EntityDetails,
  EntityRecord,
  EvidenceRecord,
  InterlockRecord,
  RelatedRow,
  RelationRecord,
  Row,
  SourceRecord,
} from '../../model/records.js';
import type { Counts } from '../store.js';
import type {
  SupportedRelation,
  FoundNetwork,
  FoundPaths,
  FoundWitness,
  Steps,
} from '../answering/steps.js';
import type { Query } from './connection.js';
import { countsOf } from './counts.js';
import { detailsOf, evidenceOf, sourceOf } from './rows.js';
import type { Statements } from './statements.js';
import { statementEach, type RowSource, type Step } from './step.js';

/** The steps of readings from rows of Neo4j. What is asked for by key comes in the order of the keys. */
export class Neo4jSteps implements Steps {
  constructor(
    private readonly rows: RowSource,
    private readonly statements: Statements,
  ) {}

  /** With one statement for each step. */
  static of(query: Query, statements: Statements): Neo4jSteps {
    return new Neo4jSteps(statementEach(query), statements);
  }

  async counts(): Promise<Counts> {
    const { counts, vocabulary } = this.statements;
    return countsOf(await this.rows<number>(counts), vocabulary);
  }

  async entities(slugs: readonly string[], parts?: readonly EntityPart[]): Promise<EntityRecord[]> {
    const { statements } = this;
    const found = await this.rows<[string, unknown]>(statements.entities(parts), slugs);
    const entityOf = statements.rows.entityOf(parts);
    const records = found.map(([, row]) => entityOf(row));
    return sorted(records, (entity) => entity.slug);
  }

  async details(slugs: readonly string[]): Promise<Map<string, EntityDetails>> {
    const found = await this.rows<[string, unknown]>(this.statements.details, slugs);
    return new Map(found.map(([slug, row]) => [slug, detailsOf(row)]));
  }

  async entitiesWithDetails(slugs: readonly string[]): Promise<EntityRecord[]> {
    const { entitiesWithDetails, rows } = this.statements;
    const found = await this.rows<[string, unknown, unknown]>(entitiesWithDetails, slugs);
    const entityOf = rows.entityOf();
    const records = found.map(([, row, details]) => ({
      ...entityOf(row),
      details: detailsOf(details),
    }));
    return sorted(records, (entity) => entity.slug);
  }

  async entityPage(
    question: EntityQuestion,
    page: PageRequest,
    parts?: readonly EntityPart[],
  ): Promise<Row<EntityRecord>[]> {
    const found = await this.rows<[unknown, string | number | null]>(
      this.statements.entityPage(question, page, parts),
    );
    const entityOf = this.statements.rows.entityOf(parts);
    return inOrder(found, page).map(([row, compared]) => {
      const item = entityOf(row);
      return { item, keyset: compared === null ? [item.slug] : [compared, item.slug] };
    });
  }

  async entityCount(question: EntityQuestion): Promise<number> {
    const { types, ...others } = question.filter;
    if (Object.keys(others).length === 0) {
      const counts = await this.counts();
      return sum(counts.entities.filter(({ type }) => types?.includes(type) ?? true));
    }
    return this.count(this.statements.entityCount(question));
  }

  async related(
    slugs: readonly string[],
    question: RelatedQuestion,
    page: PageRequest,
    parts: Partial<RecordParts> = {},
  ): Promise<Map<string, Row<RelatedRow>[]>> {
    const { statements } = this;
    const found = await this.rows<[string, [unknown, unknown][]]>(
      statements.related(question, page, parts),
      slugs,
    );
    const relationOf = statements.rows.relationOf(parts.relation);
    const entityOf = statements.rows.entityOf(parts.entity);
    const pages = found.map(([slug, list]): [string, Row<RelatedRow>[]] => [
      slug,
      inOrder(list, page).map(([relationRow, entityRow]) => {
        const item = { relation: relationOf(relationRow), entity: entityOf(entityRow) };
        return { item, keyset: relatedKeyset(item, question.order) };
      }),
    ]);
    return new Map(pages);
  }

  async relatedCount(
    slugs: readonly string[],
    question: RelatedQuestion,
  ): Promise<Map<string, number>> {
    const found = await this.rows<[string, number]>(this.statements.relatedCount(question), slugs);
    const counts = new Map(found);
    return new Map(slugs.map((slug) => [slug, counts.get(slug) ?? 0]));
  }

  async relations(keys: readonly string[]): Promise<RelationRecord[]> {
    const { relations, rows } = this.statements;
    const found = await this.rows(relations, keys);
    return sorted(found.map(rows.relationOf()), ({ key }) => key);
  }

  async relationPage(
    question: RelationQuestion,
    page: PageRequest,
    parts?: readonly RelationPart[],
  ): Promise<Row<RelationRecord>[]> {
    const { statements } = this;
    const found = await this.rows(statements.relationPage(question, page, parts));
    return inOrder(found, page)
      .map(statements.rows.relationOf(parts))
      .map((item) => ({ item, keyset: [item.key] }));
  }

  async relationCount(question: RelationQuestion): Promise<number> {
    const { types, from, to, filter } = question;
    if (!from && !to && Object.keys(filter).length === 0) {
      const counts = await this.counts();
      return sum(counts.relations.filter(({ type }) => types?.includes(type) ?? true));
    }
    // A relation is found by its type; several types are as many statements.
    const questions =
      from || to || !types
        ? [question]
        : [...new Set(types)].map((type) => ({ ...question, types: [type] }));
    const counts = await Promise.all(
      questions.map((one) => this.count(this.statements.relationCount(one))),
    );
    return counts.reduce((all, count) => all + count, 0);
  }

  async evidence(ids: readonly string[]): Promise<EvidenceRecord[]> {
    const found = await this.rows(this.statements.evidence, ids);
    return sorted(found.map(evidenceOf), ({ id }) => id);
  }

  async evidencePage(
    owners: readonly string[],
    question: EvidenceQuestion,
    page: PageRequest,
  ): Promise<Map<string, Row<EvidenceRecord>[]>> {
    const found = await this.rows<[string, unknown[]]>(
      this.statements.evidencePage(question, page),
      owners,
    );
    return new Map(
      found.map(([owner, list]) => [
        owner,
        inOrder(list, page).map((row) => {
          const item = evidenceOf(row);
          const place = evidencePlace(item);
          return { item, keyset: question.of === 'target' ? [place] : [item.target, place] };
        }),
      ]),
    );
  }

  async evidenceCount(
    owners: readonly string[],
    question: EvidenceQuestion,
  ): Promise<Map<string, number>> {
    return new Map(
      await this.rows<[string, number]>(this.statements.evidenceCount(question), owners),
    );
  }

  async sources(slugs: readonly string[]): Promise<SourceRecord[]> {
    const found = await this.rows(this.statements.sources, slugs);
    return sorted(found.map(sourceOf), ({ slug }) => slug);
  }

  async sourcePage(question: SourceQuestion, page: PageRequest): Promise<Row<SourceRecord>[]> {
    const found = await this.rows(this.statements.sourcePage(question, page));
    return inOrder(found, page).map((row) => {
      const item = sourceOf(row);
      return { item, keyset: [item.slug] };
    });
  }

  sourceCount(question: SourceQuestion): Promise<number> {
    return this.count(this.statements.sourceCount(question));
  }

  supportedBy(slugs: readonly string[]): Promise<SupportedRelation[]> {
    return this.rows(this.statements.supportedBy, slugs);
  }

  /** The server's own search; where it would look at very much, ours, the cheaper side first. */
  async paths(question: PathsQuestion, parts: Partial<RecordParts> = {}): Promise<FoundPaths> {
    const { statements } = this;
    const [found] = await this.rows<PathsRow>(statements.paths(question, parts));
    const [number, paths, entities, relations, ends] = found ?? [0, [], [], [], null];
    if (ends) return this.searchedPaths(question, parts, ends);
    return {
      paths: paths.map(([slugs, keys]) => ({ slugs, keys })),
      truncation: number > question.limit ? 'LIMIT' : null,
      ...this.recordsOf([entities, relations], parts),
    };
  }

  async network(
    question: NetworkQuestion,
    parts: Partial<RecordParts> = {},
  ): Promise<FoundNetwork> {
    const { statements } = this;
    const found = await this.rows<[0 | 1, unknown]>(statements.network(question, parts));
    const rowsOf = (kind: 0 | 1): unknown[] =>
      found.filter(([its]) => its === kind).map(([, row]) => row);
    return {
      entities: rowsOf(0).map(statements.rows.entityOf(parts.entity)),
      relations: sorted(
        rowsOf(1).map(statements.rows.relationOf(parts.relation)),
        ({ key }) => key,
      ),
    };
  }

  async interlockPage(
    question: InterlockQuestion,
    page: PageRequest,
    parts?: readonly EntityPart[],
  ): Promise<Row<InterlockRecord>[]> {
    const { statements } = this;
    const found = await this.rows<[unknown, number]>(
      statements.interlockPage(question, page, parts),
    );
    const entityOf = statements.rows.entityOf(parts);
    return inOrder(found, page).map(([row, weight]) => {
      const item = { entity: entityOf(row), weight };
      return { item, keyset: [-weight, item.entity.slug] };
    });
  }

  interlockCount(question: InterlockQuestion): Promise<number> {
    return this.count(this.statements.interlockCount(question));
  }

  async witnesses(
    others: readonly string[],
    question: InterlockQuestion,
    page: PageRequest,
  ): Promise<Map<string, Row<FoundWitness>[]>> {
    const found = await this.rows<WitnessesRow>(this.statements.witnesses(question, page), others);
    return witnessPages(found, page);
  }

  async soleSupportPage(
    slugs: readonly string[],
    page: PageRequest,
  ): Promise<Map<string, Row<RelationRecord>[]>> {
    const found = await this.rows<SoleSupportRow>(this.statements.soleSupportPage(page), slugs);
    return soleSupportPages(found, page, this.statements.rows.relationOf());
  }

  async soleSupportCount(slugs: readonly string[]): Promise<Map<string, number>> {
    return new Map(await this.rows<[string, number]>(this.statements.soleSupportCount(), slugs));
  }

  async disagreementPage(
    question: DisagreementQuestion,
    page: PageRequest,
  ): Promise<Row<DisagreementRecord>[]> {
    const found = await this.rows<DisagreementRow>(
      this.statements.disagreementPage(question, page),
    );
    return disagreementRows(found, page);
  }

  disagreementCount(question: DisagreementQuestion): Promise<number> {
    return this.count(this.statements.disagreementCount(question));
  }

  private async searchedPaths(
    question: PathsQuestion,
    parts: Partial<RecordParts>,
    [from, to]: EndRows,
  ): Promise<FoundPaths> {
    const { statements } = this;
    const endOf = ([degree, hops]: EndRow): PathEnd => ({ degree, hops });
    const found = await searchPaths(question, [endOf(from), endOf(to)], (slugs, hops) =>
      this.rows<Hop>(statements.hops(hops), slugs),
    );
    if (found.paths.length === 0) return found;
    const [records] = await this.rows<RecordsRow>(statements.recordsOfPaths(found.paths, parts));
    return { ...found, ...this.recordsOf(records ?? [[], []], parts) };
  }

  private recordsOf([entities, relations]: RecordsRow, parts: Partial<RecordParts>) {
    const { rows } = this.statements;
    return {
      entities: entities.map(rows.entityOf(parts.entity)),
      relations: relations.map(rows.relationOf(parts.relation)),
    };
  }

  private async count(step: Step): Promise<number> {
    const [count = 0] = await this.rows<number>(step);
    return count;
  }
}

type RecordsRow = readonly [entities: unknown[], relations: unknown[]];

type EndRow = readonly [degree: number, hops: Hop[] | null];

type EndRows = readonly [from: EndRow, to: EndRow];

/** As `shortestPaths` gives it. */
type PathsRow = readonly [
  number: number,
  paths: [slugs: string[], keys: string[]][],
  ...RecordsRow,
  ends: EndRows | null,
];

function sum(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((all, { count }) => all + count, 0);
}

function sorted<T>(records: T[], keyOf: (record: T) => string): T[] {
  return records.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}
