import type {
  DisagreementQuestion,
  EntityPart,
  EntityQuestion,
  EvidenceQuestion,
  PageRequest,
  RelatedParts,
  RelatedQuestion,
  RelationPart,
  RelationQuestion,
  SourceQuestion,
} from './reading.js';
import type {
  DisagreementRecord,
  EntityDetails,
  EntityRecord,
  EvidenceRecord,
  RelatedRow,
  RelationRecord,
  Row,
  SourceRecord,
} from './records.js';

/**
 * The statements that a reading is answered with, one a method, each over many keys at once.
 * A page's rows come in the order that was asked for, one more than the limit where there are
 * more; a backward page's rows come from the end. They have the wanted parts; all, where none are named.
 */
export interface Steps {
  entities(slugs: readonly string[]): Promise<EntityRecord[]>;
  details(slugs: readonly string[]): Promise<Map<string, EntityDetails>>;
  entityPage(
    question: EntityQuestion,
    page: PageRequest,
    parts?: readonly EntityPart[],
  ): Promise<Row<EntityRecord>[]>;
  entityCount(question: EntityQuestion): Promise<number>;
  related(
    slugs: readonly string[],
    question: RelatedQuestion,
    page: PageRequest,
    parts?: Partial<RelatedParts>,
  ): Promise<Map<string, Row<RelatedRow>[]>>;
  relatedCount(slugs: readonly string[], question: RelatedQuestion): Promise<Map<string, number>>;
  relations(keys: readonly string[]): Promise<RelationRecord[]>;
  relationPage(
    question: RelationQuestion,
    page: PageRequest,
    parts?: readonly RelationPart[],
  ): Promise<Row<RelationRecord>[]>;
  relationCount(question: RelationQuestion): Promise<number>;
  evidence(ids: readonly string[]): Promise<EvidenceRecord[]>;
  /** By target or by source, as the question says. */
  evidencePage(
    owners: readonly string[],
    question: EvidenceQuestion,
    page: PageRequest,
  ): Promise<Map<string, Row<EvidenceRecord>[]>>;
  evidenceCount(
    owners: readonly string[],
    question: EvidenceQuestion,
  ): Promise<Map<string, number>>;
  sources(slugs: readonly string[]): Promise<SourceRecord[]>;
  sourcePage(question: SourceQuestion, page: PageRequest): Promise<Row<SourceRecord>[]>;
  sourceCount(question: SourceQuestion): Promise<number>;
  /** By source the relations that it alone confirms, in the order of their keys. */
  soleSupportPage(
    slugs: readonly string[],
    page: PageRequest,
  ): Promise<Map<string, Row<RelationRecord>[]>>;
  soleSupportCount(slugs: readonly string[]): Promise<Map<string, number>>;
  disagreementPage(
    question: DisagreementQuestion,
    page: PageRequest,
  ): Promise<Row<DisagreementRecord>[]>;
  disagreementCount(question: DisagreementQuestion): Promise<number>;
}
