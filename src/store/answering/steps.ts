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
  RelationConditions,
  RelationPart,
  RelationQuestion,
  SourceQuestion,
} from '../reading.js';
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
  Truncation,
} from '../../model/records.js';

/**
 * The statements that a reading is answered with, one a method, each over many keys at once.
 * A page's rows come in the order that was asked for, one more than the limit where there are
 * more; a backward page's rows come from the end. They have the wanted parts; all, where none are named.
 */
export interface Steps {
  entities(slugs: readonly string[], parts?: readonly EntityPart[]): Promise<EntityRecord[]>;
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
    parts?: Partial<RecordParts>,
  ): Promise<Map<string, Row<RelatedRow>[]>>;
  relatedCount(slugs: readonly string[], question: RelatedQuestion): Promise<Map<string, number>>;
  /** As a filter sees them, where there is one: with the counts that it leaves them. */
  relations(keys: readonly string[], seenBy?: RelationConditions): Promise<RelationRecord[]>;
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
  /** The relations that some sources say or imply. */
  supportedBy(slugs: readonly string[]): Promise<SupportedRelation[]>;
  paths(question: PathsQuestion, parts?: Partial<RecordParts>): Promise<FoundPaths>;
  network(question: NetworkQuestion, parts?: Partial<RecordParts>): Promise<FoundNetwork>;
  interlockPage(
    question: InterlockQuestion,
    page: PageRequest,
    parts?: readonly EntityPart[],
  ): Promise<Row<InterlockRecord>[]>;
  interlockCount(question: InterlockQuestion): Promise<number>;
  /** By the other that is met. */
  witnesses(
    others: readonly string[],
    question: InterlockQuestion,
    page: PageRequest,
  ): Promise<Map<string, Row<FoundWitness>[]>>;
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

/** With all sources that say so outright, and whether another one than those says or implies it. */
export type SupportedRelation = readonly [
  key: string,
  sources: readonly string[],
  hasOthers: boolean,
];

/** Paths by the slugs of their entities and the keys of their relations. */
export interface FoundPaths {
  readonly paths: readonly FoundPath[];
  readonly truncation: Truncation | null;
  /** Where an engine brings them along. */
  readonly entities?: readonly EntityRecord[];
  readonly relations?: readonly RelationRecord[];
}

export interface FoundPath {
  readonly slugs: readonly string[];
  readonly keys: readonly string[];
}

export interface FoundNetwork {
  /** In their order; one more than the limit where there are more. */
  readonly entities: readonly EntityRecord[];
  /** All between those within the limit that the filter keeps, in the order of their keys. */
  readonly relations: readonly RelationRecord[];
}

export interface FoundWitness {
  readonly slug: string;
  readonly keys: readonly string[];
}
