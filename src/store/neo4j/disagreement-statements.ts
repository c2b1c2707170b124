import { DISPUTE } from '../../vocabulary/relation-types.js';
import type { DisagreementQuestion, PageRequest } from '../reading.js';
import { allOf, fixed, join, statement, type StatementText } from '../engine/statement-text.js';
import type { Conditions } from './conditions.js';
import { placeConditions, presence, top, usingIndex } from './pages.js';
import type { Finding } from './step.js';

const PLACES = ['target', 'property', 'kind'].map(fixed);

/** Each row: the target, the property, the kind and the rivals of a disagreement. */
export function disagreementPage(
  question: DisagreementQuestion,
  page: PageRequest,
  conditions: Conditions,
): Finding {
  return {
    find: statement`
    ${disagreements(question, page, conditions)}
    ${top('target, property, kind', PLACES, page)}
    CALL (target, kind) {
      MATCH (v:Evidence) USING INDEX SEEK v:Evidence(contested, property, disagreement)
      WHERE v.contested = target AND v.property = '' AND v.disagreement = kind
        AND kind = 'RIVAL_RELATIONS'
      WITH DISTINCT CASE v.target WHEN target THEN v.value ELSE v.target END AS rival ORDER BY rival
      RETURN collect(rival) AS rivals
    }`,
    list: fixed('collect([target, property, kind, rivals])'),
  };
}

export function disagreementCount(question: DisagreementQuestion, conditions: Conditions): Finding {
  return { find: disagreements(question, null, conditions), list: fixed('[count(*)]') };
}

/** From the index of what evidence contests, and from the relations that say of a dispute. */
function disagreements(
  { kinds, targets }: DisagreementQuestion,
  page: PageRequest | null,
  { vocabulary }: Conditions,
): StatementText {
  const branch = (
    pattern: string,
    index: string,
    values: readonly StatementText[],
    among: readonly string[],
    others: readonly StatementText[] = [],
  ): StatementText => {
    const places = page ? placeConditions(values, page) : [];
    const all = [
      ...presence(values, places),
      ...places,
      ...others,
      ...(targets
        ? [statement`any(one IN ${fixed(`[${among.join(', ')}]`)} WHERE one IN ${targets})`]
        : []),
    ];
    const [target, property, kind] = values;
    return statement`
      MATCH ${fixed(pattern)} ${usingIndex(index, places)} WHERE ${allOf(all)}
      WITH DISTINCT ${target} AS target, ${property} AS property, ${kind} AS kind
      ${page ? top('target, property, kind', PLACES, page) : fixed('')}
      RETURN target, property, kind`;
  };
  const contested = branch(
    '(v:Evidence)',
    'v:Evidence(contested, property, disagreement)',
    ['v.contested', 'v.property', 'v.disagreement'].map(fixed),
    ['v.target', "CASE v.disagreement WHEN 'RIVAL_RELATIONS' THEN v.value END"],
    kinds ? [statement`v.disagreement IN ${kinds}`] : [],
  );
  const disputed = branch(
    `()-[r:${DISPUTE}]->()`,
    `r:${DISPUTE}(key)`,
    ['r.key', "''", "'DISPUTED_STATEMENT'"].map(fixed),
    ['r.key', 'r.fromSlug', 'r.toSlug'],
  );
  const wantsDisputed = kinds?.includes('DISPUTED_STATEMENT') ?? true;
  const branches =
    wantsDisputed && vocabulary.relationTypes[DISPUTE] ? [contested, disputed] : [contested];
  return statement`CALL () { ${join(branches, ' UNION ALL ')} }`;
}
