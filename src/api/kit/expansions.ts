import type { EntityType } from '../../vocabulary/entity-types.js';
import type { End, Vocabulary } from '../../vocabulary/vocabulary.js';
import { relationOrderValues } from '../../store/orders.js';
import {
  entityShape,
  relationShape,
  type EvidenceExpansion,
  type EvidenceQuestion,
  type RelatedCountExpansion,
  type RelatedExpansion,
  type RelatedQuestion,
  type SoleSupportExpansion,
} from '../../store/reading.js';
import { pageRequest, type PageArguments } from './connection.js';
import {
  endQuestion,
  relatedQuestion,
  type RelationFilterInput,
  type RelationOrderInput,
} from '../../questions/filters.js';
import { answerKey } from './plan.js';

// What the fields of a record expand to. A field's resolver and its reading make the same one.

export interface RelatedArguments extends PageArguments {
  readonly filter?: RelationFilterInput | null | undefined;
  readonly orderBy?: RelationOrderInput | null | undefined;
}

/** `relations`, or the connection of one end. */
export function relatedKey(end: End | null, args: RelatedArguments): string {
  return answerKey(end ? `${end.field} ${end.relationType}` : 'relations', args);
}

export function questionOf(
  end: End | null,
  args: RelatedArguments,
  vocabulary: Vocabulary,
): RelatedQuestion {
  return end
    ? endQuestion(end, args.filter, args.orderBy, vocabulary)
    : relatedQuestion(args.filter, args.orderBy, vocabulary);
}

/** @throws KenesError BAD_USER_INPUT for arguments that are not allowed. */
export function relatedExpansion(
  end: End | null,
  args: RelatedArguments,
  vocabulary: Vocabulary,
  onTypes: ReadonlySet<EntityType> | null = null,
): RelatedExpansion {
  const question = questionOf(end, args, vocabulary);
  return {
    kind: 'related',
    key: relatedKey(end, args),
    onTypes,
    question,
    page: pageRequest(args, question, relationOrderValues(question.order).length),
    wantsRows: false,
    wantsCount: false,
    relation: relationShape(),
    entity: entityShape(),
  };
}

export interface DegreeArguments {
  readonly filter?: RelationFilterInput | null | undefined;
}

export function degreeKey(args: DegreeArguments): string {
  return answerKey('degree', args);
}

export function degreeExpansion(
  args: DegreeArguments,
  vocabulary: Vocabulary,
  onTypes: ReadonlySet<EntityType> | null = null,
): RelatedCountExpansion {
  const question = relatedQuestion(args.filter, null, vocabulary);
  return { kind: 'related count', key: degreeKey(args), onTypes, question };
}

export interface EvidenceArguments extends PageArguments {
  readonly properties?: readonly string[] | null | undefined;
}

export function evidenceKey(args: EvidenceArguments): string {
  return answerKey('evidence', args);
}

/** @throws KenesError BAD_USER_INPUT for arguments that are not allowed. */
export function evidenceExpansion(
  question: EvidenceQuestion,
  args: EvidenceArguments,
  onTypes: ReadonlySet<EntityType> | null = null,
): EvidenceExpansion {
  return {
    kind: 'evidence',
    key: evidenceKey(args),
    onTypes,
    question,
    page: pageRequest(args, question, question.of === 'target' ? 1 : 2),
    wantsRows: false,
    wantsCount: false,
    evidence: {},
  };
}

export function soleSupportKey(args: PageArguments): string {
  return answerKey('soleSupportOf', args);
}

/** What the cursors of sole support are good for. */
export const soleSupportQuestion = 'soleSupportOf';

/** @throws KenesError BAD_USER_INPUT for arguments that are not allowed. */
export function soleSupportExpansion(args: PageArguments): SoleSupportExpansion {
  return {
    kind: 'sole support',
    key: soleSupportKey(args),
    onTypes: null,
    page: pageRequest(args, soleSupportQuestion, 1),
    wantsRows: false,
    wantsCount: false,
    relation: relationShape(),
  };
}
