import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import type {
  EntityQuestion,
  EvidenceQuestion,
  PageRequest,
  RelatedQuestion,
  RelationQuestion,
  SourceQuestion,
} from '../reading.js';
import { Conditions } from './conditions.js';
import { countsFinding } from './counts.js';
import * as entities from './entity-statements.js';
import * as evidence from './evidence-statements.js';
import * as related from './related-statements.js';
import * as relations from './relation-statements.js';
import { Rows } from './rows.js';
import type { Step } from './step.js';

/** The steps of readings, each as a statement of its own or as a part of one for a whole reading. */
export class Statements {
  readonly rows: Rows;
  readonly entities: Step;
  readonly details: Step;
  readonly entitiesWithDetails: Step;
  readonly evidence: Step;
  readonly sources: Step;
  readonly counts: Step;

  constructor(readonly vocabulary: Vocabulary) {
    const rows = new Rows(vocabulary);
    this.rows = rows;
    this.entities = { name: 'entities', of: (slugs) => entities.entitiesBySlug(slugs, rows) };
    this.details = { name: 'details', of: entities.detailsBySlug };
    this.entitiesWithDetails = {
      name: 'entities with details',
      of: (slugs) => entities.entitiesWithDetails(slugs, rows),
    };
    this.evidence = { name: 'evidence', of: evidence.evidenceById };
    this.sources = { name: 'sources', of: evidence.sourcesBySlug };
    this.counts = { name: 'counts', of: () => countsFinding(vocabulary) };
  }

  entityPage(question: EntityQuestion, page: PageRequest): Step {
    return {
      name: nameOf('page of entities', question, page),
      of: () => entities.entityPage(question, page, this.conditions(), this.rows),
    };
  }

  entityCount(question: EntityQuestion): Step {
    return {
      name: nameOf('count of entities', question.filter),
      of: () => entities.entityCount(question, this.conditions()),
    };
  }

  related(question: RelatedQuestion, page: PageRequest): Step {
    return {
      name: nameOf('related', question, page),
      of: (slugs) => related.relatedPage(slugs, question, page, this.conditions(), this.rows),
    };
  }

  relatedCount(question: RelatedQuestion): Step {
    const { types, direction, filter } = question;
    return {
      name: nameOf('count of related', types, direction, filter),
      of: (slugs) => related.relatedCount(slugs, question, this.conditions()),
    };
  }

  relationsOfType(type: string): Step {
    return {
      name: nameOf('relations', type),
      of: (keys) => relations.relationsOfType(type, keys, this.rows),
    };
  }

  /** The types that keys name. */
  typesOf(keys: readonly string[]): string[] {
    const byType = [...relations.keysByType(keys, this.vocabulary)];
    return byType.filter(([, ofType]) => ofType.length > 0).map(([type]) => type);
  }

  /** Of whatever types; the keys have to be values. */
  relationsOfTypes(keys: readonly string[]): Step {
    return {
      name: 'relations of all types',
      of: () => relations.relationsOfTypes(keys, this.rows, this.vocabulary),
    };
  }

  relationPage(question: RelationQuestion, page: PageRequest): Step {
    return {
      name: nameOf('page of relations', question, page),
      of: () => relations.relationPage(question, page, this.conditions(), this.rows),
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

  /** The type where the question is of one: rows then have the properties of that type. */
  oneType(types: readonly string[] | null): string | null {
    return this.conditions().oneType(types);
  }

  private conditions(): Conditions {
    return new Conditions(this.vocabulary);
  }
}

function nameOf(kind: string, ...asked: readonly unknown[]): string {
  return `${kind} ${JSON.stringify(asked)}`;
}
