import type { EntityType } from '../../vocabulary/entity-types.js';
import type { End, Vocabulary } from '../../vocabulary/vocabulary.js';
import { relationOrderValues } from '../../store/orders.js';
import {
  wholeEntity,
  wholeEvidence,
  wholeRelation,
  type EvidenceExpansion,
  type EvidenceQuestion,
  type RelatedCountExpansion,
  type RelatedExpansion,
  type RelatedQuestion,
  type SoleSupportExpansion,
} from '../../store/reading.js';
import type { EvidenceFilter } from '../../questions/evidence.js';
import {
  endQuestion,
  relatedQuestion,
  type RelationFilterInput,
  type RelationOrderInput,
} from '../../questions/filters.js';
import { setAsideOf, type SetAsideInput } from '../../questions/set-aside.js';
import { pageRequest, type PageArguments } from './connection.js';
import {
  entityDraft,
  evidenceDraft,
  relationDraft,
  type EvidenceExpansionDraft,
  type LoadedSide,
  type RelatedDraft,
  type SoleSupportDraft,
} from './drafts.js';
import { answerKey } from './plan.js';

// The expansions of the fields of a record. A field plans its expansion as a draft, to which selected
// fields add. If nothing was planned, its resolver loads the same expansion of whole records.

const sideOf = (side: LoadedSide) => ({ wantsRows: side === 'rows', wantsCount: side === 'count' });
const noSide = { wantsRows: false, wantsCount: false };

export interface RelatedArguments extends PageArguments {
  readonly filter?: RelationFilterInput | null | undefined;
  readonly orderBy?: RelationOrderInput | null | undefined;
}

/**
 * Returns the name of the answer of `relations` (if `end` is null) or of the connection of one end.
 */
export function relatedKey(end: End | null, args: RelatedArguments): string {
  return answerKey(end ? `${end.field} ${end.relationType}` : 'relations', args);
}

/** @throws KenesError BAD_USER_INPUT for arguments that the end does not allow. */
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
function relatedBase(end: End | null, args: RelatedArguments, vocabulary: Vocabulary) {
  const question = questionOf(end, args, vocabulary);
  const page = pageRequest(args, question, relationOrderValues(question.order).length);
  return { kind: 'related', question, page } as const;
}

/**
 * Returns a draft of the expansion to a page of relations.
 * @throws KenesError BAD_USER_INPUT for arguments that are not allowed.
 */
export function relatedDraft(
  end: End | null,
  args: RelatedArguments,
  vocabulary: Vocabulary,
  onTypes: ReadonlySet<EntityType> | null,
): RelatedDraft {
  const base = relatedBase(end, args, vocabulary);
  return { ...base, ...noSide, onTypes, relation: relationDraft(), entity: entityDraft() };
}

/**
 * Returns the expansion that loads one side of a page of relations as whole records.
 * @throws KenesError BAD_USER_INPUT for arguments that are not allowed.
 */
export function relatedLoad(
  end: End | null,
  args: RelatedArguments,
  vocabulary: Vocabulary,
  side: LoadedSide,
): RelatedExpansion {
  const whole = { onTypes: null, relation: wholeRelation, entity: wholeEntity };
  return { ...relatedBase(end, args, vocabulary), ...sideOf(side), ...whole };
}

export interface DegreeArguments {
  readonly filter?: RelationFilterInput | null | undefined;
}

export function degreeKey(args: DegreeArguments): string {
  return answerKey('degree', args);
}

/** Returns the expansion to the number of relations that the argument `filter` selects. */
export function degreeExpansion(
  args: DegreeArguments,
  vocabulary: Vocabulary,
  onTypes: ReadonlySet<EntityType> | null = null,
): RelatedCountExpansion {
  return {
    kind: 'related count',
    onTypes,
    question: relatedQuestion(args.filter, null, vocabulary),
  };
}

export interface EvidenceArguments extends PageArguments, EvidenceFilter {}

export function evidenceKey(args: EvidenceArguments): string {
  return answerKey('evidence', args);
}

/** @throws KenesError BAD_USER_INPUT for arguments that are not allowed. */
function evidenceBase(question: EvidenceQuestion, args: PageArguments) {
  const page = pageRequest(args, question, question.of === 'target' ? 1 : 2);
  return { kind: 'evidence', question, page } as const;
}

/**
 * Returns a draft of the expansion to a page of evidence.
 * @throws KenesError BAD_USER_INPUT for arguments that are not allowed.
 */
export function evidenceDraftOf(
  question: EvidenceQuestion,
  args: EvidenceArguments,
  onTypes: ReadonlySet<EntityType> | null = null,
): EvidenceExpansionDraft {
  return { ...evidenceBase(question, args), ...noSide, onTypes, evidence: evidenceDraft() };
}

/**
 * Returns the expansion that loads one side of a page of evidence as whole records.
 * @throws KenesError BAD_USER_INPUT for arguments that are not allowed.
 */
export function evidenceLoad(
  question: EvidenceQuestion,
  args: EvidenceArguments,
  side: LoadedSide,
): EvidenceExpansion {
  const whole = { onTypes: null, evidence: wholeEvidence };
  return { ...evidenceBase(question, args), ...sideOf(side), ...whole };
}

export interface SoleSupportArguments extends PageArguments, SetAsideInput {}

export function soleSupportKey(args: SoleSupportArguments): string {
  return answerKey('soleSupportOf', args);
}

/**
 * Returns the question for which the cursors of `soleSupportOf` are valid.
 * @throws KenesError BAD_USER_INPUT for arguments that are not allowed.
 */
export function soleSupportQuestion(args: SoleSupportArguments): object {
  return { list: 'soleSupportOf', ...setAsideOf(args) };
}

/** @throws KenesError BAD_USER_INPUT for arguments that are not allowed. */
function soleSupportBase(args: SoleSupportArguments) {
  const page = pageRequest(args, soleSupportQuestion(args), 1);
  return { kind: 'sole support', page, ...setAsideOf(args) } as const;
}

/**
 * Returns a draft of the expansion to a page of relations that only a source supports.
 * @throws KenesError BAD_USER_INPUT for arguments that are not allowed.
 */
export function soleSupportDraft(args: SoleSupportArguments): SoleSupportDraft {
  return { ...soleSupportBase(args), ...noSide, relation: relationDraft() };
}

/**
 * Returns the expansion that loads one side of a page of relations that only a source supports.
 * @throws KenesError BAD_USER_INPUT for arguments that are not allowed.
 */
export function soleSupportLoad(
  args: SoleSupportArguments,
  side: LoadedSide,
): SoleSupportExpansion {
  return { ...soleSupportBase(args), ...sideOf(side), relation: wholeRelation };
}
