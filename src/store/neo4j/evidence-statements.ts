import type { EvidenceQuestion, PageRequest, SourceQuestion } from '../reading.js';
import { allOf, fixed, statement, type StatementText } from '../statement-text.js';
import { placeConditions, presence, top } from './pages.js';
import { evidenceRow, sourceRow } from './rows.js';

export function evidenceById(ids: readonly string[]): StatementText {
  return statement`MATCH (v:Evidence) USING INDEX SEEK v:Evidence(id) WHERE v.id IN ${ids} RETURN collect(${evidenceRow})`;
}

/** Each row: an owner and its page. */
export function evidencePage(
  owners: readonly string[],
  question: EvidenceQuestion,
  page: PageRequest,
): StatementText {
  const values = evidenceOrder(question);
  return statement`
    UNWIND ${owners} AS owner
    CALL (owner) {
      ${evidenceOf(question, placeConditions(values, page))}
      ${top('v', [fixed(`v.${ownerProperty(question)}`), ...values], page)}
      RETURN collect(${evidenceRow}) AS found
    }
    RETURN collect([owner, found])`;
}

export function evidenceCount(
  owners: readonly string[],
  question: EvidenceQuestion,
): StatementText {
  return statement`
    UNWIND ${owners} AS owner
    CALL (owner) { ${evidenceOf(question, [])} RETURN count(v) AS found }
    RETURN collect([owner, found])`;
}

/** From the index that starts with the owner and goes on in the order. */
function evidenceOf(question: EvidenceQuestion, places: readonly StatementText[]): StatementText {
  const owner = ownerProperty(question);
  const values = evidenceOrder(question);
  const index = ['target', 'place'];
  const all = [
    fixed(`v.${owner} = owner`),
    ...presence(values, places),
    ...places,
    ...(question.properties ? [statement`v.property IN ${question.properties}`] : []),
  ];
  return statement`
    MATCH (v:Evidence)
    USING INDEX SEEK v:Evidence(${fixed((question.of === 'target' ? index : [owner, ...index]).join(', '))})
    WHERE ${allOf(all)}`;
}

function ownerProperty({ of }: EvidenceQuestion): 'target' | 'sourceSlug' {
  return of === 'target' ? 'target' : 'sourceSlug';
}

function evidenceOrder({ of }: EvidenceQuestion): StatementText[] {
  return of === 'target' ? [fixed('v.place')] : [fixed('v.target'), fixed('v.place')];
}

export function sourcesBySlug(slugs: readonly string[]): StatementText {
  return statement`MATCH (s:Source) USING INDEX SEEK s:Source(slug) WHERE s.slug IN ${slugs} RETURN collect(${sourceRow})`;
}

export function sourcePage(question: SourceQuestion, page: PageRequest): StatementText {
  const slug = [fixed('s.slug')];
  const places = placeConditions(slug, page, false);
  const all = [...presence(slug, places), ...places, ...sourceConditions(question)];
  return statement`MATCH (s:Source) WHERE ${allOf(all)} ${top('s', slug, page)} RETURN collect(${sourceRow})`;
}

export function sourceCount(question: SourceQuestion): StatementText {
  return statement`MATCH (s:Source) WHERE ${allOf(sourceConditions(question))} RETURN [count(s)]`;
}

function sourceConditions({ publishers, kinds, languages }: SourceQuestion): StatementText[] {
  return [
    ...(publishers ? [statement`s.publisher IN ${publishers}`] : []),
    ...(kinds ? [statement`s.kind IN ${kinds}`] : []),
    ...(languages ? [statement`s.language IN ${languages}`] : []),
  ];
}
