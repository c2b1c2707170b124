import type { EvidenceQuestion, PageRequest, SourceQuestion } from '../reading.js';
import { allOf, fixed, statement, type StatementText } from '../engine/statement-text.js';
import { placeConditions, presence, top } from './pages.js';
import { evidenceRow, sourceRow, type Rows } from './rows.js';
import { relationByEnds } from './relation-statements.js';
import type { Finding, Keys } from './step.js';

export function evidenceById(ids: Keys): Finding {
  return {
    find: statement`MATCH (v:Evidence) USING INDEX SEEK v:Evidence(id) WHERE v.id IN ${ids}`,
    list: statement`collect(${evidenceRow})`,
  };
}

/** Each row: an owner and its page. */
export function evidencePage(owners: Keys, question: EvidenceQuestion, page: PageRequest): Finding {
  const values = evidenceOrder(question);
  return {
    find: statement`
    UNWIND ${owners} AS owner
    CALL (owner) {
      ${evidenceOf(question, placeConditions(values, page))}
      ${top('v', [fixed(`v.${ownerProperty(question)}`), ...values], page)}
      RETURN collect(${evidenceRow}) AS found
    }`,
    list: fixed('collect([owner, found])'),
  };
}

export function evidenceCount(owners: Keys, question: EvidenceQuestion): Finding {
  return {
    find: statement`
    UNWIND ${owners} AS owner
    CALL (owner) { ${evidenceOf(question, [])} RETURN count(v) AS found }`,
    list: fixed('collect([owner, found])'),
  };
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

/**
 * Each row: the key of a relation that one of the sources says or implies, all its sources, and
 * whether another one says or implies it.
 */
export function supportedBy(slugs: Keys): Finding {
  return {
    find: statement`
    MATCH (v:Evidence) USING INDEX SEEK v:Evidence(sourceSlug, target, place)
    WHERE v.sourceSlug IN ${slugs} AND v.target IS NOT NULL AND v.place IS NOT NULL AND ${supports}
    WITH DISTINCT v.target AS key ${relationByEnds('key')}
    WITH r, EXISTS {
      MATCH (v:Evidence) USING INDEX SEEK v:Evidence(target, place)
      WHERE v.target = key AND v.place IS NOT NULL AND ${supports} AND NOT v.sourceSlug IN ${slugs}
    } AS hasOthers`,
    list: fixed('collect([r.key, r.sources, hasOthers])'),
  };
}

/** Evidence `v` that says or implies the whole of what it is on. */
const supports = fixed("v.property = '' AND v.stance = 'CONFIRMS'");

/** Each row: a source and its page. */
export function soleSupportPage(slugs: Keys, page: PageRequest, rows: Rows): Finding {
  const places = placeConditions([fixed('v.target')], page);
  return {
    find: statement`
    UNWIND ${slugs} AS owner
    CALL (owner) {
      ${soleSupport(places)} ${top('r', [fixed('r.key')], page)}
      RETURN collect(${rows.relation('r')}) AS found
    }`,
    list: fixed('collect([owner, found])'),
  };
}

export function soleSupportCount(slugs: Keys): Finding {
  return {
    find: statement`
    UNWIND ${slugs} AS owner
    CALL (owner) { ${soleSupport([])} RETURN count(r) AS found }`,
    list: fixed('collect([owner, found])'),
  };
}

/**
 * From the evidence of the source that counts to the relations that no other one confirms. They are
 * found from their ends: no index knows the keys of all types.
 */
function soleSupport(places: readonly StatementText[]): StatementText {
  const all = [
    statement`v.sourceSlug = owner AND ${supports} AND NOT v.inferred`,
    ...presence([fixed('v.target'), fixed('v.place')], places),
    ...places,
  ];
  return statement`
    MATCH (v:Evidence) USING INDEX SEEK v:Evidence(sourceSlug, target, place)
    WHERE ${allOf(all)}
    WITH DISTINCT owner, v.target AS key ${relationByEnds('key')} AND r.sources = [owner]`;
}

export function sourcesBySlug(slugs: Keys): Finding {
  return {
    find: statement`MATCH (s:Source) USING INDEX SEEK s:Source(slug) WHERE s.slug IN ${slugs}`,
    list: statement`collect(${sourceRow})`,
  };
}

export function sourcePage(question: SourceQuestion, page: PageRequest): Finding {
  const slug = [fixed('s.slug')];
  const places = placeConditions(slug, page, false);
  const all = [...presence(slug, places), ...places, ...sourceConditions(question)];
  return {
    find: statement`MATCH (s:Source) WHERE ${allOf(all)} ${top('s', slug, page)}`,
    list: statement`collect(${sourceRow})`,
  };
}

export function sourceCount(question: SourceQuestion): Finding {
  return {
    find: statement`MATCH (s:Source) WHERE ${allOf(sourceConditions(question))}`,
    list: fixed('[count(s)]'),
  };
}

function sourceConditions({ publishers, kinds, languages }: SourceQuestion): StatementText[] {
  return [
    ...(publishers ? [statement`s.publisher IN ${publishers}`] : []),
    ...(kinds ? [statement`s.kind IN ${kinds}`] : []),
    ...(languages ? [statement`s.language IN ${languages}`] : []),
  ];
}
