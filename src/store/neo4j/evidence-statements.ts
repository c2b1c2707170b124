import type { EvidenceQuestion, PageRequest, SourceQuestion } from '../reading.js';
import { type Sql, allOf, raw, sql } from '../engine/query-text.js';
import { placeConditions, presence, top } from './pages.js';
import { evidenceRow, sourceRow, type Rows } from './rows.js';
import { relationByEnds } from './relation-statements.js';
import type { Finding, Keys } from './step.js';

export function evidenceById(ids: Keys): Finding {
  return {
    find: sql`MATCH (v:Evidence) USING INDEX SEEK v:Evidence(id) WHERE v.id IN ${ids}`,
    list: sql`collect(${evidenceRow})`,
  };
}

/** Each row: an owner and its page. */
export function evidencePage(owners: Keys, question: EvidenceQuestion, page: PageRequest): Finding {
  const values = evidenceOrder(question);
  return {
    find: sql`
    UNWIND ${owners} AS owner
    CALL (owner) {
      ${evidenceOf(question, placeConditions(values, page))}
      ${top('v', [raw(`v.${ownerProperty(question)}`), ...values], page)}
      RETURN collect(${evidenceRow}) AS found
    }`,
    list: raw('collect([owner, found])'),
  };
}

export function evidenceCount(owners: Keys, question: EvidenceQuestion): Finding {
  return {
    find: sql`
    UNWIND ${owners} AS owner
    CALL (owner) { ${evidenceOf(question, [])} RETURN count(v) AS found }`,
    list: raw('collect([owner, found])'),
  };
}

/** From the index that starts with the owner and goes on in the order. */
function evidenceOf(question: EvidenceQuestion, places: readonly Sql[]): Sql {
  const owner = ownerProperty(question);
  const values = evidenceOrder(question);
  const index = ['target', 'place'];
  const all = [
    raw(`v.${owner} = owner`),
    ...presence(values, places),
    ...places,
    ...(question.properties ? [sql`v.property IN ${question.properties}`] : []),
  ];
  return sql`
    MATCH (v:Evidence)
    USING INDEX SEEK v:Evidence(${raw((question.of === 'target' ? index : [owner, ...index]).join(', '))})
    WHERE ${allOf(all)}`;
}

function ownerProperty({ of }: EvidenceQuestion): 'target' | 'sourceSlug' {
  return of === 'target' ? 'target' : 'sourceSlug';
}

function evidenceOrder({ of }: EvidenceQuestion): Sql[] {
  return of === 'target' ? [raw('v.place')] : [raw('v.target'), raw('v.place')];
}

/**
 * Each row: the key of a relation that one of the sources says or implies, all its sources, and
 * whether another one says or implies it.
 */
export function supportedBy(slugs: Keys): Finding {
  return {
    find: sql`
    MATCH (v:Evidence) USING INDEX SEEK v:Evidence(sourceSlug, target, place)
    WHERE v.sourceSlug IN ${slugs} AND v.target IS NOT NULL AND v.place IS NOT NULL AND ${supports}
    WITH DISTINCT v.target AS key ${relationByEnds('key')}
    WITH r, EXISTS {
      MATCH (v:Evidence) USING INDEX SEEK v:Evidence(target, place)
      WHERE v.target = key AND v.place IS NOT NULL AND ${supports} AND NOT v.sourceSlug IN ${slugs}
    } AS hasOthers`,
    list: raw('collect([r.key, r.sources, hasOthers])'),
  };
}

/** Evidence `v` that says or implies the whole of what it is on. */
const supports = raw("v.property = '' AND v.stance = 'CONFIRMS'");

/** Each row: a source and its page. */
export function soleSupportPage(slugs: Keys, page: PageRequest, rows: Rows): Finding {
  const places = placeConditions([raw('v.target')], page);
  return {
    find: sql`
    UNWIND ${slugs} AS owner
    CALL (owner) {
      ${soleSupport(places)} ${top('r', [raw('r.key')], page)}
      RETURN collect(${rows.relation('r')}) AS found
    }`,
    list: raw('collect([owner, found])'),
  };
}

export function soleSupportCount(slugs: Keys): Finding {
  return {
    find: sql`
    UNWIND ${slugs} AS owner
    CALL (owner) { ${soleSupport([])} RETURN count(r) AS found }`,
    list: raw('collect([owner, found])'),
  };
}

/**
 * From the evidence of the source that counts to the relations that no other one confirms. They are
 * found from their ends: no index knows the keys of all types.
 */
function soleSupport(places: readonly Sql[]): Sql {
  const all = [
    sql`v.sourceSlug = owner AND ${supports} AND NOT v.inferred`,
    ...presence([raw('v.target'), raw('v.place')], places),
    ...places,
  ];
  return sql`
    MATCH (v:Evidence) USING INDEX SEEK v:Evidence(sourceSlug, target, place)
    WHERE ${allOf(all)}
    WITH DISTINCT owner, v.target AS key ${relationByEnds('key')} AND r.sources = [owner]`;
}

export function sourcesBySlug(slugs: Keys): Finding {
  return {
    find: sql`MATCH (s:Source) USING INDEX SEEK s:Source(slug) WHERE s.slug IN ${slugs}`,
    list: sql`collect(${sourceRow})`,
  };
}

export function sourcePage(question: SourceQuestion, page: PageRequest): Finding {
  const slug = [raw('s.slug')];
  const places = placeConditions(slug, page, false);
  const all = [...presence(slug, places), ...places, ...sourceConditions(question)];
  return {
    find: sql`MATCH (s:Source) WHERE ${allOf(all)} ${top('s', slug, page)}`,
    list: sql`collect(${sourceRow})`,
  };
}

export function sourceCount(question: SourceQuestion): Finding {
  return {
    find: sql`MATCH (s:Source) WHERE ${allOf(sourceConditions(question))}`,
    list: raw('[count(s)]'),
  };
}

function sourceConditions({ publishers, kinds, languages }: SourceQuestion): Sql[] {
  return [
    ...(publishers ? [sql`s.publisher IN ${publishers}`] : []),
    ...(kinds ? [sql`s.kind IN ${kinds}`] : []),
    ...(languages ? [sql`s.language IN ${languages}`] : []),
  ];
}
