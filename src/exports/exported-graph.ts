import type {
  EntityRecord,
  EvidenceRecord,
  RelationRecord,
  SourceRecord,
} from '../model/records.js';
import type { Language } from '../vocabulary/languages.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { TextPart } from '../wording/text-part.js';
import type { CitedEvidence } from '../wording/citation.js';
import type { About } from './about.js';

/** A piece of evidence with its source and the publisher of that. */
export interface ExportedEvidence extends CitedEvidence {
  readonly evidence: EvidenceRecord;
  readonly source: SourceRecord;
}

export interface ExportedEntity {
  readonly record: EntityRecord;
  /** Its name in the language of the export, else in a related one, else its slug. */
  readonly label: string;
  readonly evidence: readonly ExportedEvidence[];
}

/** An end of a relation, with its name as the label of an entity. */
export interface ExportedEnd {
  readonly slug: string;
  readonly label: string;
}

export interface ExportedRelation {
  readonly record: RelationRecord;
  readonly from: ExportedEnd;
  readonly to: ExportedEnd;
  /** The relation as a sentence, in parts. */
  readonly sentence: readonly TextPart[];
  readonly evidence: readonly ExportedEvidence[];
}

export interface ExportedSource {
  readonly record: SourceRecord;
  /** The name of the publisher. */
  readonly publisher: string;
}

/**
 * A part of the graph as all formats write it. It is read while it is written, in batches, so that
 * its memory does not depend on its size. Entities and sources come in the order of their slugs,
 * relations in the order of their keys. Each list can be read more than once.
 */
export interface ExportedGraph {
  readonly about: About;
  readonly language: Language;
  readonly vocabulary: Vocabulary;
  /** The scheme and the host of the service, for the addresses of records. */
  readonly origin: string;
  entities(): AsyncIterable<readonly ExportedEntity[]>;
  relations(): AsyncIterable<readonly ExportedRelation[]>;
  /** The relations that have one of the entities at an end. */
  relationsOf(slugs: readonly string[]): AsyncIterable<readonly ExportedRelation[]>;
  /** The sources of the evidence of all entities and relations that were read so far. */
  sources(): AsyncIterable<readonly ExportedSource[]>;
}
