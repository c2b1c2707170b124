import { DISPUTE } from '../../vocabulary/relation-types.js';
import { disagreementRows, type DisagreementRow } from '../engine/graph-rows.js';
import { orderBy } from '../engine/ordering.js';
import { type Sql, allOf, join, raw, sql } from '../engine/query-text.js';
import type { DisagreementQuestion } from '../reading.js';
import { inList } from './conditions.js';
import type { SingleKinds } from './entry.js';
import { firstOf, keysetColumns, keysetConditions } from './pages.js';

export const disagreementKinds = {
  async 'page of disagreements'({ query }, { question, page }) {
    const limit = page.limit + 1;
    const pages = branchesOf(question).map(({ values, from, conditions }) => {
      const all = [...conditions, ...keysetConditions(values, page, false)];
      return sql`SELECT DISTINCT ${keysetColumns(values)} FROM ${from} WHERE ${allOf(all)}
        ORDER BY ${orderBy(values, page.backward)} LIMIT ${limit}`;
    });
    const [target, property, kind] = order;
    const found = await query<DisagreementRow[]>(sql`
      SELECT json_group_array(json_array(${target}, ${property}, ${kind}, json((
        SELECT json_group_array(rival) FROM (
          SELECT DISTINCT iif(v.target = v.contested, v.value, v.target) AS rival FROM evidence v
          WHERE v.contested = ${target} AND v.property = '' AND v.disagreement = ${kind}
            AND v.disagreement = 'RIVAL_RELATIONS' AND ${allOf(isHeard(question))}
          ORDER BY rival)))))
      FROM (${firstOf(pages, order, page.backward, limit)})`);
    return disagreementRows(found, page);
  },

  async 'count of disagreements'({ query }, { question }) {
    const counts = branchesOf(question).map(
      ({ values, from, conditions }) =>
        sql`(SELECT count(*) FROM (
          SELECT DISTINCT ${keysetColumns(values)} FROM ${from} WHERE ${allOf(conditions)}))`,
    );
    return query<number>(sql`SELECT ${join(counts, ' + ')}`);
  },
} satisfies Partial<SingleKinds>;

/** The values of the order: the target, the property and the kind. */
const order = [raw('keyset_0'), raw('keyset_1'), raw('keyset_2')] as const;

/** One of the tables that contain disagreements, with the values of their order in it. */
interface Branch {
  readonly values: readonly Sql[];
  readonly from: Sql;
  readonly conditions: readonly Sql[];
}

/** The other relation of two that rule each other out; else the target again. */
const RIVAL = "iif(v.disagreement = 'RIVAL_RELATIONS', v.value, v.target)";

/** Returns a slug or key, and the slugs of both ends of the key. */
function withEnds(record: string): string[] {
  const afterFirst = (text: string): string => `substr(${text}, instr(${text}, '~') + 1)`;
  const beforeFirst = (text: string): string => `substr(${text}, 1, instr(${text}, '~') - 1)`;
  return [record, beforeFirst(record), beforeFirst(`(${afterFirst(afterFirst(record))} || '~')`)];
}

function branchesOf(question: DisagreementQuestion): Branch[] {
  const { kinds, targets } = question;
  const among = (columns: readonly string[]): Sql[] => {
    if (!targets) return [];
    const each = columns.map((column) => inList(raw(column), targets));
    return [sql`(${join(each, ' OR ')})`];
  };
  const contested: Branch = {
    values: [raw('v.contested'), raw('v.property'), raw('v.disagreement')],
    from: raw('evidence v'),
    conditions: [
      raw('v.contested IS NOT NULL'),
      ...(kinds ? [inList(raw('v.disagreement'), kinds)] : []),
      ...among([...withEnds('v.target'), ...withEnds(RIVAL)]),
      ...isHeard(question),
      ...isSaid(['v.target', RIVAL], question),
    ],
  };
  const disputed: Branch = {
    values: [raw('r.key'), raw("''"), raw("'DISPUTED_STATEMENT'")],
    from: raw('relation r'),
    conditions: [
      raw(`r.type = '${DISPUTE}'`),
      ...among(['r.key', 'r.from_slug', 'r.to_slug']),
      ...isSaid(['r.key', 'r.from_slug', 'r.to_slug'], question),
    ],
  };
  const branches =
    kinds && !kinds.includes('DISPUTED_STATEMENT') ? [contested] : [contested, disputed];
  return branches.map((branch) => ({
    ...branch,
    conditions: [...branch.conditions, ...isNotExcluded(branch, question)],
  }));
}

/** The condition that what evidence `v` contradicts counts. */
function isHeard({ ignored }: DisagreementQuestion): Sql[] {
  return ignored ? [sql`NOT ${inList(raw('v.source'), ignored)}`] : [];
}

/** The condition that one of the sources gives evidence for one of the records. */
function isSaid(records: readonly string[], { saidBy }: DisagreementQuestion): Sql[] {
  if (!saidBy) return [];
  const isOfThem = inList(raw('e.source'), saidBy);
  return [
    sql`EXISTS (SELECT 1 FROM evidence e WHERE e.target IN (${raw(records.join(', '))}) AND ${isOfThem})`,
  ];
}

/** The condition that a disagreement is not among the excluded ones, which are named by its values. */
function isNotExcluded({ values }: Branch, { excluded }: DisagreementQuestion): Sql[] {
  if (!excluded) return [];
  return [sql`NOT ${inList(sql`${join(values, " || ' ' || ")}`, excluded)}`];
}
