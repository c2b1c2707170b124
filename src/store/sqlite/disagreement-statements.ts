import { DISPUTE } from '../../vocabulary/relation-types.js';
import { orderBy, placeConditions } from '../engine/ordering.js';
import type { DisagreementQuestion, PageRequest } from '../reading.js';
import { type Sql, allOf, join, raw, sql } from '../engine/query-text.js';
import { inList } from './conditions.js';
import { keyset, oneOrUnion } from './pages.js';

const PLACES = ['place_0', 'place_1', 'place_2'].map((text) => raw(text));

/** Each row: the target, the property, the kind and the rivals of a disagreement. */
export function disagreementPage(question: DisagreementQuestion, page: PageRequest): Sql {
  const limit = page.limit + 1;
  const branches = disagreementBranches(question).map(({ values, from, conditions }) => {
    const all = [...conditions, ...placeConditions(values, page, false)];
    return sql`SELECT DISTINCT ${keyset(values)} FROM ${from} WHERE ${allOf(all)}
      ORDER BY ${orderBy(values, page.backward)} LIMIT ${limit}`;
  });
  return sql`
    SELECT json_group_array(json_array(place_0, place_1, place_2, json((
      SELECT json_group_array(rival) FROM (
        SELECT DISTINCT iif(v.target = v.contested, v.value, v.target) AS rival FROM evidence v
        WHERE v.contested = place_0 AND v.property = '' AND v.disagreement = place_2
          AND v.disagreement = 'RIVAL_RELATIONS'
        ORDER BY rival)))))
    FROM (${oneOrUnion(branches, PLACES, page.backward, limit)})`;
}

export function disagreementCount(question: DisagreementQuestion): Sql {
  const counts = disagreementBranches(question).map(
    ({ values, from, conditions }) =>
      sql`(SELECT count(*) FROM (SELECT DISTINCT ${keyset(values)} FROM ${from} WHERE ${allOf(conditions)}))`,
  );
  return sql`SELECT ${join(counts, ' + ')}`;
}

/** Where disagreements are found, and the three values of their order. */
interface DisagreementBranch {
  readonly values: readonly Sql[];
  readonly from: Sql;
  readonly conditions: readonly Sql[];
}

function disagreementBranches({ kinds, targets }: DisagreementQuestion): DisagreementBranch[] {
  const among = (columns: readonly string[]): Sql[] =>
    targets
      ? [
          sql`(${join(
            columns.map((column) => inList(raw(column), targets)),
            ' OR ',
          )})`,
        ]
      : [];
  const contested: DisagreementBranch = {
    values: ['v.contested', 'v.property', 'v.disagreement'].map((text) => raw(text)),
    from: raw('evidence v'),
    conditions: [
      raw('v.contested IS NOT NULL'),
      ...(kinds ? [inList(raw('v.disagreement'), kinds)] : []),
      ...among(['v.target', "iif(v.disagreement = 'RIVAL_RELATIONS', v.value, v.target)"]),
    ],
  };
  const disputed: DisagreementBranch = {
    values: ['r.key', "''", "'DISPUTED_STATEMENT'"].map((text) => raw(text)),
    from: raw('relation r'),
    conditions: [raw(`r.type = '${DISPUTE}'`), ...among(['r.key', 'r.from_slug', 'r.to_slug'])],
  };
  return kinds && !kinds.includes('DISPUTED_STATEMENT') ? [contested] : [contested, disputed];
}
