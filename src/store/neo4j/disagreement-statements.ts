import { DISPUTE } from '../../vocabulary/relation-types.js';
import type { DisagreementQuestion, PageRequest } from '../reading.js';
import { type Sql, allOf, join, raw, sql } from '../engine/query-text.js';
import type { Conditions } from './conditions.js';
import { placeConditions, presence, top, usingIndex } from './pages.js';
import type { Finding } from './step.js';

const PLACES = ['target', 'property', 'kind'].map((text) => raw(text));

/** Each row: the target, the property, the kind and the rivals of a disagreement. */
export function disagreementPage(
  question: DisagreementQuestion,
  page: PageRequest,
  conditions: Conditions,
): Finding {
  return {
    find: sql`
    ${disagreements(question, page, conditions)}
    ${top('target, property, kind', PLACES, page)}
    CALL (target, kind) {
      MATCH (v:Evidence) USING INDEX SEEK v:Evidence(contested, property, disagreement)
      WHERE v.contested = target AND v.property = '' AND v.disagreement = kind
        AND kind = 'RIVAL_RELATIONS'
      WITH DISTINCT CASE v.target WHEN target THEN v.value ELSE v.target END AS rival ORDER BY rival
      RETURN collect(rival) AS rivals
    }`,
    list: raw('collect([target, property, kind, rivals])'),
  };
}

export function disagreementCount(question: DisagreementQuestion, conditions: Conditions): Finding {
  return { find: disagreements(question, null, conditions), list: raw('[count(*)]') };
}

/** From the index of what evidence contests, and from the relations that say of a dispute. */
function disagreements(
  { kinds, targets }: DisagreementQuestion,
  page: PageRequest | null,
  { vocabulary }: Conditions,
): Sql {
  const branch = (
    pattern: string,
    index: string,
    values: readonly Sql[],
    among: readonly string[],
    others: readonly Sql[] = [],
  ): Sql => {
    const places = page ? placeConditions(values, page) : [];
    const all = [
      ...presence(values, places),
      ...places,
      ...others,
      ...(targets
        ? [sql`any(one IN ${raw(`[${among.join(', ')}]`)} WHERE one IN ${targets})`]
        : []),
    ];
    const [target, property, kind] = values;
    return sql`
      MATCH ${raw(pattern)} ${usingIndex(index, places)} WHERE ${allOf(all)}
      WITH DISTINCT ${target} AS target, ${property} AS property, ${kind} AS kind
      ${page ? top('target, property, kind', PLACES, page) : raw('')}
      RETURN target, property, kind`;
  };
  const contested = branch(
    '(v:Evidence)',
    'v:Evidence(contested, property, disagreement)',
    ['v.contested', 'v.property', 'v.disagreement'].map((text) => raw(text)),
    ['v.target', "CASE v.disagreement WHEN 'RIVAL_RELATIONS' THEN v.value END"],
    kinds ? [sql`v.disagreement IN ${kinds}`] : [],
  );
  const disputed = branch(
    `()-[r:${DISPUTE}]->()`,
    `r:${DISPUTE}(key)`,
    ['r.key', "''", "'DISPUTED_STATEMENT'"].map((text) => raw(text)),
    ['r.key', 'r.fromSlug', 'r.toSlug'],
  );
  const wantsDisputed = kinds?.includes('DISPUTED_STATEMENT') ?? true;
  const branches =
    wantsDisputed && vocabulary.relationTypes[DISPUTE] ? [contested, disputed] : [contested];
  return sql`CALL () { ${join(branches, ' UNION ALL ')} }`;
}
