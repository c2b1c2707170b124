import { DISPUTE } from '../../vocabulary/relation-types.js';
import { orderBy, placeConditions } from '../engine/ordering.js';
import type { DisagreementQuestion, PageRequest } from '../reading.js';
import { allOf, fixed, join, statement, type StatementText } from '../engine/statement-text.js';
import { inList } from './conditions.js';
import { keyset, oneOrUnion } from './pages.js';

const PLACES = ['place_0', 'place_1', 'place_2'].map(fixed);

/** Each row: the target, the property, the kind and the rivals of a disagreement. */
export function disagreementPage(question: DisagreementQuestion, page: PageRequest): StatementText {
  const limit = page.limit + 1;
  const branches = disagreementBranches(question).map(({ values, from, conditions }) => {
    const all = [...conditions, ...placeConditions(values, page, false)];
    return statement`SELECT DISTINCT ${keyset(values)} FROM ${from} WHERE ${allOf(all)}
      ORDER BY ${orderBy(values, page.backward)} LIMIT ${limit}`;
  });
  return statement`
    SELECT json_group_array(json_array(place_0, place_1, place_2, json((
      SELECT json_group_array(rival) FROM (
        SELECT DISTINCT iif(v.target = v.contested, v.value, v.target) AS rival FROM evidence v
        WHERE v.contested = place_0 AND v.property = '' AND v.disagreement = place_2
          AND v.disagreement = 'RIVAL_RELATIONS'
        ORDER BY rival)))))
    FROM (${oneOrUnion(branches, PLACES, page.backward, limit)})`;
}

export function disagreementCount(question: DisagreementQuestion): StatementText {
  const counts = disagreementBranches(question).map(
    ({ values, from, conditions }) =>
      statement`(SELECT count(*) FROM (SELECT DISTINCT ${keyset(values)} FROM ${from} WHERE ${allOf(conditions)}))`,
  );
  return statement`SELECT ${join(counts, ' + ')}`;
}

/** Where disagreements are found, and the three values of their order. */
interface DisagreementBranch {
  readonly values: readonly StatementText[];
  readonly from: StatementText;
  readonly conditions: readonly StatementText[];
}

function disagreementBranches({ kinds, targets }: DisagreementQuestion): DisagreementBranch[] {
  const among = (columns: readonly string[]): StatementText[] =>
    targets
      ? [
          statement`(${join(
            columns.map((column) => inList(fixed(column), targets)),
            ' OR ',
          )})`,
        ]
      : [];
  const contested: DisagreementBranch = {
    values: ['v.contested', 'v.property', 'v.disagreement'].map(fixed),
    from: fixed('evidence v'),
    conditions: [
      fixed('v.contested IS NOT NULL'),
      ...(kinds ? [inList(fixed('v.disagreement'), kinds)] : []),
      ...among(['v.target', "iif(v.disagreement = 'RIVAL_RELATIONS', v.value, v.target)"]),
    ],
  };
  const disputed: DisagreementBranch = {
    values: ['r.key', "''", "'DISPUTED_STATEMENT'"].map(fixed),
    from: fixed('relation r'),
    conditions: [fixed(`r.type = '${DISPUTE}'`), ...among(['r.key', 'r.from_slug', 'r.to_slug'])],
  };
  return kinds && !kinds.includes('DISPUTED_STATEMENT') ? [contested] : [contested, disputed];
}
