import type { FoundWitness, KeyedAsk, SingleAsk } from '../answering/asks.js';
import { inPageOrder } from '../engine/graph-rows.js';
import { type Sql, allOf, raw, sql } from '../engine/query-text.js';
import type { Values } from '../engine/row-readers.js';
import type { Row } from '../page.js';
import type { Following, InterlockQuestion } from '../reading.js';
import type { InterlockRow } from '../rows.js';
import { relationPattern, type Conditions } from './conditions.js';
import type { EntryContext } from './context.js';
import { counting, firstRows, ownerRows, recordsAt, tuple } from './entry.js';
import type { KeyedEntry, SingleEntry } from './entry.js';
import { keysetConditions, top, topOfMany } from './pages.js';

type InterlockValues = readonly [entity: Values, weight: number];

export function interlockPage(
  { question, page, parts }: SingleAsk<'page of interlocks'>,
  context: EntryContext,
): SingleEntry<readonly Row<InterlockRow>[]> {
  // Negated, so that both values of the order go the same way.
  const values = [raw('-weight'), raw('other.slug')];
  const entities = context.columns.entity('other', parts, question.otherTypes ?? undefined);
  const row = tuple({ entity: entities.list, weight: raw('weight') });
  return {
    find: sql`${interlocks(question, context.conditions())}
      WITH other, weight WHERE ${allOf(keysetConditions(values, page))}
      ${topOfMany(['other', 'weight'], values, page)}`,
    list: sql`collect(${row.list})`,
    read: (rows) =>
      inPageOrder(rows as readonly InterlockValues[], page).map(([ofEntity, weight]) => {
        const entity = entities.read(ofEntity);
        return { item: { entity, weight }, keyset: [-weight, entity.slug] };
      }),
    recordCount: page.limit,
    records: {
      entity: recordsAt(row.at('row', 'entity'), entities, firstRows(page.limit)),
    },
  };
}

export function interlockCount(
  { question }: SingleAsk<'count of interlocks'>,
  context: EntryContext,
): SingleEntry<number> {
  return counting(interlocks(question, context.conditions()), raw('count(other)'));
}

function interlocks(question: InterlockQuestion, conditions: Conditions): Sql {
  const { slug, otherTypes } = question;
  const others = otherTypes ? [sql`other.type IN ${otherTypes}`] : [];
  return sql`
    MATCH (x:Entity {slug: ${slug}}) USING INDEX SEEK x:Entity(slug)
    ${hopTo('x', 'witness', question, conditions, [])}
    WITH DISTINCT x, witness WHERE witness <> x
    CALL (x, witness) {
      ${hopTo('other', 'witness', question, conditions, others)} AND other <> x AND other <> witness
      RETURN DISTINCT other
    }
    WITH other, count(*) AS weight`;
}

type WitnessValues = readonly [slug: string, keys: readonly string[]];

export function witnessPages(
  { question, page }: KeyedAsk<'witnesses'>,
  context: EntryContext,
): KeyedEntry<readonly Row<FoundWitness>[]> {
  const conditions = context.conditions();
  const values = [raw('witness.slug')];
  const keysets = keysetConditions(values, page);
  return {
    find: (others) => sql`
      MATCH (x:Entity {slug: ${question.slug}}) USING INDEX SEEK x:Entity(slug)
      UNWIND ${others} AS owner
      MATCH (other:Entity {slug: owner}) USING INDEX SEEK other:Entity(slug)
      CALL (x, other) {
        ${hopTo('other', 'witness', question, conditions, keysets)} AND witness <> x AND witness <> other
        WITH DISTINCT x, other, witness
        ${hopTo('x', 'witness', question, conditions, [])}
        WITH DISTINCT x, other, witness ${top('x, other, witness', values, page)}
        CALL (x, other, witness) {
          UNWIND [x, other] AS near
          ${hopTo('near', 'witness', question, conditions, [])}
          WITH DISTINCT r.key AS key ORDER BY key
          RETURN collect(key) AS keys
        }
        RETURN collect([witness.slug, keys]) AS found
      }`,
    list: ownerRows,
    read: (row) => {
      const [, found] = row as readonly [other: string, found: readonly WitnessValues[]];
      return inPageOrder(found, page).map(([slug, keys]) => ({
        item: { slug, keys },
        keyset: [slug],
      }));
    },
    recordsEach: page.limit,
  };
}

/** Matches the relations `r` of an entity with a witness. */
function hopTo(
  near: string,
  witness: string,
  { types, direction, filter }: Following,
  conditions: Conditions,
  others: readonly Sql[],
): Sql {
  const pattern = relationPattern(near, `r${conditions.typePattern(types)}`, witness, direction);
  const all = [...conditions.relation('r', witness, direction, types, filter), ...others];
  return sql`MATCH ${raw(pattern)} WHERE ${allOf(all)}`;
}
