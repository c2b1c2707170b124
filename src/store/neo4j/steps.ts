import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import type {
  EntityQuestion,
  EvidenceQuestion,
  PageRequest,
  RelatedQuestion,
  RelationQuestion,
  SourceQuestion,
} from '../reading.js';
import { dateFirst, evidencePlace } from '../stored-values.js';
import type {
  EntityDetails,
  EntityRecord,
  EvidenceRecord,
  Keyset,
  RelatedRow,
  RelationRecord,
  Row,
  SourceRecord,
} from '../records.js';
import type { StatementText } from '../statement-text.js';
import type { Steps } from '../steps.js';
import { Conditions } from './conditions.js';
import type { Query } from './connection.js';
import { readCounts } from './counts.js';
import * as entities from './entity-statements.js';
import * as evidence from './evidence-statements.js';
import { inOrder } from './pages.js';
import * as related from './related-statements.js';
import * as relations from './relation-statements.js';
import { detailsOf, evidenceOf, Rows, sourceOf } from './rows.js';

/** The statements of readings in Cypher. What is asked for by key comes in the order of the keys. */
export class Neo4jSteps implements Steps {
  private readonly rows: Rows;

  constructor(
    private readonly query: Query,
    private readonly vocabulary: Vocabulary,
  ) {
    this.rows = new Rows(vocabulary);
  }

  async entities(slugs: readonly string[]): Promise<EntityRecord[]> {
    const found = await this.query(entities.entitiesBySlug(slugs, this.rows));
    return sorted(found.map(this.rows.entityOf), (entity) => entity.slug);
  }

  async details(slugs: readonly string[]): Promise<Map<string, EntityDetails>> {
    const found = await this.query<[string, unknown]>(entities.detailsBySlug(slugs));
    return new Map(found.map(([slug, row]) => [slug, detailsOf(row)]));
  }

  async entitiesWithDetails(slugs: readonly string[]): Promise<EntityRecord[]> {
    const found = await this.query<[unknown, unknown]>(
      entities.entitiesWithDetails(slugs, this.rows),
    );
    const records = found.map(([row, details]) => ({
      ...this.rows.entityOf(row),
      details: detailsOf(details),
    }));
    return sorted(records, (entity) => entity.slug);
  }

  async entityPage(question: EntityQuestion, page: PageRequest): Promise<Row<EntityRecord>[]> {
    const found = await this.query<[unknown, string | number | null]>(
      entities.entityPage(question, page, this.conditions(), this.rows),
    );
    return inOrder(found, page).map(([row, compared]) => {
      const item = this.rows.entityOf(row);
      return { item, keyset: compared === null ? [item.slug] : [compared, item.slug] };
    });
  }

  async entityCount(question: EntityQuestion): Promise<number> {
    const { types, ...others } = question.filter;
    if (Object.keys(others).length === 0) {
      const counts = await readCounts(this.query, this.vocabulary);
      return sum(counts.entities.filter(({ type }) => types?.includes(type) ?? true));
    }
    return this.count(entities.entityCount(question, this.conditions()));
  }

  async related(
    slugs: readonly string[],
    question: RelatedQuestion,
    page: PageRequest,
  ): Promise<Map<string, Row<RelatedRow>[]>> {
    const conditions = this.conditions();
    const type = conditions.oneType(question.types);
    const { rows, vocabulary } = this;
    const found = await this.query<[string, [unknown, unknown][]]>(
      related.relatedPage(slugs, question, page, { conditions, rows, vocabulary }),
    );
    const pages = found.map(([slug, list]): [string, Row<RelatedRow>[]] => [
      slug,
      inOrder(list, page).map(([relationRow, entityRow]) => {
        const item = {
          relation: rows.relationOf(relationRow, type),
          entity: rows.entityOf(entityRow),
        };
        return { item, keyset: relatedKeyset(item, question) };
      }),
    ]);
    return new Map(pages);
  }

  async relatedCount(
    slugs: readonly string[],
    question: RelatedQuestion,
  ): Promise<Map<string, number>> {
    const found = await this.query<[string, number]>(
      related.relatedCount(slugs, question, this.conditions()),
    );
    const counts = new Map(found);
    return new Map(slugs.map((slug) => [slug, counts.get(slug) ?? 0]));
  }

  async relations(keys: readonly string[]): Promise<RelationRecord[]> {
    const keysByType = relations.keysByType(keys, this.vocabulary);
    const present = [...keysByType].filter(([, ofType]) => ofType.length > 0);
    const [only] = present;
    if (!only) return [];
    const type = present.length === 1 ? only[0] : null;
    const found = await this.query(
      type === null
        ? relations.relationsOfTypes(keysByType, this.rows)
        : relations.relationsOfType(type, only[1], this.rows),
    );
    return sorted(
      found.map((row) => this.rows.relationOf(row, type)),
      ({ key }) => key,
    );
  }

  async relationPage(
    question: RelationQuestion,
    page: PageRequest,
  ): Promise<Row<RelationRecord>[]> {
    const conditions = this.conditions();
    const type = conditions.oneType(question.types);
    const { relationTypeNames } = this.vocabulary;
    const found = await this.query(
      relations.relationPage(question, page, relationTypeNames, { conditions, rows: this.rows }),
    );
    return inOrder(found, page).map((row) => {
      const item = this.rows.relationOf(row, type);
      return { item, keyset: [item.key] };
    });
  }

  async relationCount(question: RelationQuestion): Promise<number> {
    const { types, from, to, filter } = question;
    if (!from && !to && Object.keys(filter).length === 0) {
      const counts = await readCounts(this.query, this.vocabulary);
      return sum(counts.relations.filter(({ type }) => types?.includes(type) ?? true));
    }
    const conditions = this.conditions();
    // A relation is found by its type; several types are as many statements.
    const questions =
      from || to || !types
        ? [question]
        : [...new Set(types)].map((type) => ({ ...question, types: [type] }));
    const counts = await Promise.all(
      questions.map((one) => this.count(relations.relationCount(one, conditions))),
    );
    return counts.reduce((all, count) => all + count, 0);
  }

  async evidence(ids: readonly string[]): Promise<EvidenceRecord[]> {
    const found = await this.query(evidence.evidenceById(ids));
    return sorted(found.map(evidenceOf), ({ id }) => id);
  }

  async evidencePage(
    owners: readonly string[],
    question: EvidenceQuestion,
    page: PageRequest,
  ): Promise<Map<string, Row<EvidenceRecord>[]>> {
    const found = await this.query<[string, unknown[]]>(
      evidence.evidencePage(owners, question, page),
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
    return new Map(await this.query<[string, number]>(evidence.evidenceCount(owners, question)));
  }

  async sources(slugs: readonly string[]): Promise<SourceRecord[]> {
    const found = await this.query(evidence.sourcesBySlug(slugs));
    return sorted(found.map(sourceOf), ({ slug }) => slug);
  }

  async sourcePage(question: SourceQuestion, page: PageRequest): Promise<Row<SourceRecord>[]> {
    const found = await this.query(evidence.sourcePage(question, page));
    return inOrder(found, page).map((row) => {
      const item = sourceOf(row);
      return { item, keyset: [item.slug] };
    });
  }

  sourceCount(question: SourceQuestion): Promise<number> {
    return this.count(evidence.sourceCount(question));
  }

  private conditions(): Conditions {
    return new Conditions(this.vocabulary);
  }

  private async count(statement: StatementText): Promise<number> {
    const [count = 0] = await this.query<number>(statement);
    return count;
  }
}

function relatedKeyset({ relation, entity }: RelatedRow, { order }: RelatedQuestion): Keyset {
  const place = [entity.slug, relation.type, relation.key];
  if (order.by === 'SLUG') return place;
  return [order.descending ? relation.time.startEarliest : dateFirst(relation.time), ...place];
}

function sum(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((all, { count }) => all + count, 0);
}

function sorted<T>(records: T[], keyOf: (record: T) => string): T[] {
  return records.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}
