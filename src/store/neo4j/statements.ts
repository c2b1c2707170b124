import type { Vocabulary } from '../../vocabulary/vocabulary.js';
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
import { unique } from '../page.js';
import type { HopQuestion } from '../answering/path-search.js';
import type { FoundPath } from '../answering/steps.js';
import { Conditions } from './conditions.js';
import { countsFinding } from './counts.js';
import * as disagreements from './disagreement-statements.js';
import * as entities from './entity-statements.js';
import * as evidence from './evidence-statements.js';
import * as hops from './hop-statements.js';
import * as related from './related-statements.js';
import * as relations from './relation-statements.js';
import { Rows } from './rows.js';
import type { Step } from './step.js';

/** The steps of readings, each as a statement of its own or as a part of one for a whole reading. */
export class Statements {
  readonly rows: Rows;
  readonly details: Step;
  readonly entitiesWithDetails: Step;
  /** Their keys have to be values: the types that they name are a part of the statement. */
  readonly relations: Step;
  readonly evidence: Step;
  readonly sources: Step;
  readonly supportedBy: Step;
  readonly counts: Step;

  constructor(readonly vocabulary: Vocabulary) {
    const rows = new Rows(vocabulary);
    this.rows = rows;
    this.details = { name: 'details', of: entities.detailsBySlug };
    this.entitiesWithDetails = {
      name: 'entities with details',
      of: (slugs) => entities.entitiesWithDetails(slugs, rows),
    };
    this.relations = {
      name: 'relations',
      of: (keys) => relations.relationsByKey(keys as readonly string[], rows, vocabulary),
    };
    this.evidence = { name: 'evidence', of: evidence.evidenceById };
    this.sources = { name: 'sources', of: evidence.sourcesBySlug };
    this.supportedBy = { name: 'supported by', of: evidence.supportedBy };
    this.counts = { name: 'counts', of: () => countsFinding(vocabulary) };
  }

  entities(parts?: readonly EntityPart[]): Step {
    return {
      name: nameOf('entities', parts),
      of: (slugs) => entities.entitiesBySlug(slugs, parts, this.rows),
    };
  }

  entityPage(question: EntityQuestion, page: PageRequest, parts?: readonly EntityPart[]): Step {
    return {
      name: nameOf('page of entities', question, page, parts),
      of: () => entities.entityPage(question, page, parts, this.conditions(), this.rows),
    };
  }

  entityCount(question: EntityQuestion): Step {
    return {
      name: nameOf('count of entities', question.filter),
      of: () => entities.entityCount(question, this.conditions()),
    };
  }

  related(question: RelatedQuestion, page: PageRequest, parts: Partial<RecordParts>): Step {
    return {
      name: nameOf('related', question, page, parts),
      recordsEach: page.limit,
      of: (slugs) =>
        related.relatedPage(slugs, question, page, parts, this.conditions(), this.rows),
    };
  }

  relatedCount(question: RelatedQuestion): Step {
    const { types, direction, filter } = question;
    return {
      name: nameOf('count of related', types, direction, filter),
      of: (slugs) => related.relatedCount(slugs, question, this.conditions()),
    };
  }

  relationPage(
    question: RelationQuestion,
    page: PageRequest,
    parts?: readonly RelationPart[],
  ): Step {
    return {
      name: nameOf('page of relations', question, page, parts),
      of: () => relations.relationPage(question, page, parts, this.conditions(), this.rows),
    };
  }

  relationCount(question: RelationQuestion): Step {
    return {
      name: nameOf('count of relations', question),
      of: () => relations.relationCount(question, this.conditions()),
    };
  }

  evidencePage(question: EvidenceQuestion, page: PageRequest): Step {
    return {
      name: nameOf('page of evidence', question, page),
      recordsEach: page.limit,
      of: (owners) => evidence.evidencePage(owners, question, page),
    };
  }

  evidenceCount(question: EvidenceQuestion): Step {
    return {
      name: nameOf('count of evidence', question),
      of: (owners) => evidence.evidenceCount(owners, question),
    };
  }

  sourcePage(question: SourceQuestion, page: PageRequest): Step {
    return {
      name: nameOf('page of sources', question, page),
      of: () => evidence.sourcePage(question, page),
    };
  }

  sourceCount(question: SourceQuestion): Step {
    return {
      name: nameOf('count of sources', question),
      of: () => evidence.sourceCount(question),
    };
  }

  paths(question: PathsQuestion, parts: Partial<RecordParts>): Step {
    return {
      name: nameOf('paths', question, parts),
      of: () => hops.shortestPaths(question, parts, this.conditions(), this.rows),
    };
  }

  hops(question: HopQuestion): Step {
    return {
      name: 'hops',
      of: (slugs) => hops.hopsFrom(slugs, question, this.conditions()),
    };
  }

  recordsOfPaths(paths: readonly FoundPath[], parts: Partial<RecordParts>): Step {
    const slugs = unique(paths.flatMap((path) => path.slugs));
    const keys = unique(paths.flatMap((path) => path.keys));
    return {
      name: 'records of paths',
      of: () => hops.recordsOfPaths(slugs, keys, parts, this.rows),
    };
  }

  network(question: NetworkQuestion, parts: Partial<RecordParts>): Step {
    return {
      name: nameOf('network', question, parts),
      of: () => hops.network(question, parts, this.conditions(), this.rows),
    };
  }

  interlockPage(
    question: InterlockQuestion,
    page: PageRequest,
    parts?: readonly EntityPart[],
  ): Step {
    return {
      name: nameOf('page of interlocks', question, page, parts),
      of: () => hops.interlockPage(question, page, parts, this.conditions(), this.rows),
    };
  }

  interlockCount(question: InterlockQuestion): Step {
    return {
      name: nameOf('count of interlocks', question),
      of: () => hops.interlockCount(question, this.conditions()),
    };
  }

  witnesses(question: InterlockQuestion, page: PageRequest): Step {
    return {
      name: nameOf('witnesses', question, page),
      of: (others) => hops.witnessPages(others, question, page, this.conditions()),
    };
  }

  soleSupportPage(page: PageRequest): Step {
    return {
      name: nameOf('page of sole support', page),
      recordsEach: page.limit,
      of: (slugs) => evidence.soleSupportPage(slugs, page, this.rows),
    };
  }

  soleSupportCount(): Step {
    return { name: 'count of sole support', of: evidence.soleSupportCount };
  }

  disagreementPage(question: DisagreementQuestion, page: PageRequest): Step {
    return {
      name: nameOf('page of disagreements', question, page),
      of: () => disagreements.disagreementPage(question, page, this.conditions()),
    };
  }

  disagreementCount(question: DisagreementQuestion): Step {
    return {
      name: nameOf('count of disagreements', question),
      of: () => disagreements.disagreementCount(question, this.conditions()),
    };
  }

  private conditions(): Conditions {
    return new Conditions(this.vocabulary);
  }
}

function nameOf(kind: string, ...asked: readonly unknown[]): string {
  return `${kind} ${JSON.stringify(asked)}`;
}
