import { DISPUTE } from '../../vocabulary/relation-types.js';
import type { DisagreementRecord } from '../../model/records.js';
import type { SingleAsk } from '../answering/asks.js';
import { disagreementRows, type DisagreementRow } from '../engine/graph-rows.js';
import { type Sql, allOf, join, raw, sql } from '../engine/query-text.js';
import type { PageRequest, Row } from '../page.js';
import type { DisagreementQuestion } from '../reading.js';
import { partOfKey } from './columns.js';
import type { EntryContext } from './context.js';
import { counting, firstRows, tuple, type RecordsByKind, type SingleEntry } from './entry.js';
import { keysetConditions, presence, top, usingIndex } from './pages.js';

const order = ['target', 'property', 'kind'].map((name) => raw(name));

/** In the order of a `DisagreementRow`. */
const row = tuple({
  target: raw('target'),
  property: raw('property'),
  kind: raw('kind'),
  rivals: raw('rivals'),
});

export function disagreementPage(
  { question, page }: SingleAsk<'page of disagreements'>,
  context: EntryContext,
): SingleEntry<readonly Row<DisagreementRecord>[]> {
  return {
    find: sql`
      ${disagreements(question, page, context)}
      ${top('target, property, kind', order, page)}
      CALL (target, kind) {
        MATCH (v:Evidence) USING INDEX SEEK v:Evidence(contested, property, disagreement)
        WHERE v.contested = target AND v.property = '' AND v.disagreement = kind
          AND kind = 'RIVAL_RELATIONS' AND ${allOf(isHeard(question))}
        WITH DISTINCT CASE v.target WHEN target THEN v.value ELSE v.target END AS rival ORDER BY rival
        RETURN collect(rival) AS rivals
      }`,
    list: sql`collect(${row.list})`,
    read: (rows) => disagreementRows(rows as readonly DisagreementRow[], page),
    recordCount: page.limit,
    records: recordsOf(page),
  };
}

/** What disagreements are about, as `recordsOfDisagreement` has it: slugs and keys, as text. */
function recordsOf({ limit }: PageRequest): RecordsByKind {
  const [target, rivals] = [row.at('row', 'target'), row.at('row', 'rivals')];
  const statements = [partOfKey(target, 'fromSlug'), partOfKey(target, 'toSlug')].join(', ');
  const isDispute = `${row.at('row', 'kind')} = 'DISPUTED_STATEMENT'`;
  const others = `CASE WHEN ${isDispute} THEN [${statements}] ELSE ${rivals} END`;
  return {
    disagreement: {
      unwind: (table) =>
        sql`${firstRows(limit)(table)} UNWIND ${raw(`[${target}] + ${others}`)} AS record`,
      valueOf: (field) => {
        const isWanted = { slug: "NOT record CONTAINS '~'", key: "record CONTAINS '~'" };
        return field === 'slug' || field === 'key'
          ? `CASE WHEN ${isWanted[field]} THEN record END`
          : undefined;
      },
    },
  };
}

export function disagreementCount(
  { question }: SingleAsk<'count of disagreements'>,
  context: EntryContext,
): SingleEntry<number> {
  return counting(disagreements(question, null, context), raw('count(*)'));
}

/** From the index of what evidence contests, and from the relations that say that there is a dispute. */
function disagreements(
  question: DisagreementQuestion,
  page: PageRequest | null,
  { vocabulary }: EntryContext,
): Sql {
  const { kinds } = question;
  const contested = branch(
    {
      pattern: '(v:Evidence)',
      index: 'v:Evidence(contested, property, disagreement)',
      values: ['v.contested', 'v.property', 'v.disagreement'],
      among: ['v.target', RIVAL].flatMap((record) => [
        record,
        partOfKey(record, 'fromSlug'),
        partOfKey(record, 'toSlug'),
      ]),
      records: ['v.target', RIVAL],
      conditions: [...(kinds ? [sql`v.disagreement IN ${kinds}`] : []), ...isHeard(question)],
    },
    question,
    page,
  );
  const disputed = branch(
    {
      pattern: `()-[r:${DISPUTE}]->()`,
      index: `r:${DISPUTE}(key)`,
      values: ['r.key', "''", "'DISPUTED_STATEMENT'"],
      among: ['r.key', 'r.fromSlug', 'r.toSlug'],
      records: ['r.key', 'r.fromSlug', 'r.toSlug'],
      conditions: [],
    },
    question,
    page,
  );
  const wantsDisputed = kinds?.includes('DISPUTED_STATEMENT') ?? true;
  const branches =
    wantsDisputed && vocabulary.relationTypes[DISPUTE] ? [contested, disputed] : [contested];
  return sql`CALL () { ${join(branches, ' UNION ALL ')} }`;
}

/** The condition that what evidence `v` contradicts counts. */
function isHeard({ ignored }: DisagreementQuestion): Sql[] {
  return ignored ? [sql`NOT v.sourceSlug IN ${ignored}`] : [];
}

/** The other relation of two that rule each other out. */
const RIVAL = "CASE v.disagreement WHEN 'RIVAL_RELATIONS' THEN v.value END";

/** One of the two places where disagreements are found. */
interface Branch {
  readonly pattern: string;
  readonly index: string;
  /** The target, the property and the kind of a disagreement. */
  readonly values: readonly string[];
  /** The values of which one must be among the targets of the question. */
  readonly among: readonly string[];
  /** The slugs and keys of the records that a disagreement is about. */
  readonly records: readonly string[];
  readonly conditions: readonly Sql[];
}

function branch(
  { pattern, index, values: names, among, records, conditions }: Branch,
  { targets, saidBy, excluded }: DisagreementQuestion,
  page: PageRequest | null,
): Sql {
  const values = names.map((name) => raw(name));
  const keysets = page ? keysetConditions(values, page) : [];
  const all = [
    ...presence(values, keysets),
    ...keysets,
    ...conditions,
    ...(targets ? [sql`any(one IN ${raw(`[${among.join(', ')}]`)} WHERE one IN ${targets})`] : []),
    ...(saidBy
      ? [
          sql`EXISTS {
            MATCH (e:Evidence) USING INDEX SEEK e:Evidence(target, place)
            WHERE e.target IN ${raw(`[${records.join(', ')}]`)} AND e.place IS NOT NULL
              AND e.sourceSlug IN ${saidBy}
          }`,
        ]
      : []),
    ...(excluded ? [sql`NOT (${raw(names.join(" + ' ' + "))}) IN ${excluded}`] : []),
  ];
  const [target, property, kind] = values;
  return sql`
    MATCH ${raw(pattern)} ${usingIndex(index, keysets)} WHERE ${allOf(all)}
    WITH DISTINCT ${target} AS target, ${property} AS property, ${kind} AS kind
    ${page ? top('target, property, kind', order, page) : raw('')}
    RETURN target, property, kind`;
}
