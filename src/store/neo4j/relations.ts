import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import type { KeyedAsk, Rival, SingleAsk } from '../answering/asks.js';
import { inPageOrder } from '../engine/graph-rows.js';
import { type Sql, allOf, join, raw, sql } from '../engine/query-text.js';
import type { Values } from '../engine/row-readers.js';
import type { PageRequest, Row } from '../page.js';
import type { RelationQuestion } from '../reading.js';
import type { RelationRow } from '../rows.js';
import { partOfKey } from './columns.js';
import type { Conditions } from './conditions.js';
import type { EntryContext } from './context.js';
import { storedCounts } from './counts.js';
import { counting, eachRow, findEach, firstRows, ownerRows, recordsAt } from './entry.js';
import type { KeyedEntry, Keys, SingleEntry } from './entry.js';
import { keysetConditions, presence, top, usingIndex } from './pages.js';

const KEY = [raw('r.key')];

/** The keys of each type of the vocabulary: an empty list where there are none. */
export function keysByType(
  keys: readonly string[],
  { relationTypeNames }: Vocabulary,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>(relationTypeNames.map((type) => [type, []]));
  for (const key of keys) {
    const [, type = ''] = key.split('~', 2);
    found.get(type)?.push(key);
  }
  return found;
}

/** Finds the relations `r` of keys by type: no index has the keys of all types. */
export function relationsOfTypes(keys: ReadonlyMap<string, readonly string[]>): Sql {
  const branches = [...keys.keys()].map((type, index) =>
    raw(
      `MATCH ()-[r:${type}]->() USING INDEX SEEK r:${type}(key) WHERE r.key IN keys[${index}] RETURN r`,
    ),
  );
  return sql`
    WITH ${[...keys.values()]} AS keys
    CALL (keys) { ${join(branches, ' UNION ALL ')} }`;
}

export function relationsByKey(
  { parts }: KeyedAsk<'relations by key'>,
  { columns, vocabulary }: EntryContext,
): KeyedEntry<RelationRow> {
  const relations = columns.relation('r', parts);
  return {
    find: (keys) => relationsOf(keys, vocabulary),
    list: sql`collect(${relations.list})`,
    read: (row) => relations.read(row),
    records: { relation: recordsAt('row', relations, eachRow) },
  };
}

/**
 * Keys of one type are looked up in the index of that type; other keys between the ends that they
 * name, since looking into the index of every type takes longer.
 */
function relationsOf(keys: Keys, vocabulary: Vocabulary): Sql {
  if ('strings' in keys) return sql`UNWIND ${keys} AS key ${relationByEnds('key')}`;
  const [only, more] = [...keysByType(keys, vocabulary)].filter(([, some]) => some.length > 0);
  if (!only || more) return sql`UNWIND ${keys} AS key ${relationByEnds('key')}`;
  const [type, ofType] = only;
  return sql`
    MATCH ()-[r:${raw(type)}]->() USING INDEX SEEK r:${raw(type)}(key) WHERE r.key IN ${ofType}`;
}

export function rivalsOfRelations(): KeyedEntry<readonly Rival[]> {
  return {
    find: findEach(sql`
      CALL (owner) {
        MATCH (v:Evidence) USING INDEX SEEK v:Evidence(target, place)
        WHERE v.target = owner AND v.place IS NOT NULL AND v.rival IS NOT NULL
        RETURN v.rival AS key, v.sourceSlug AS source
        UNION
        MATCH (v:Evidence) USING INDEX SEEK v:Evidence(rival) WHERE v.rival = owner
        RETURN v.target AS key, v.sourceSlug AS source
      }
      WITH key, collect(source) AS sources ${relationByEnds('key')}
      WITH key, sources ORDER BY key RETURN collect([key, sources])`),
    list: ownerRows,
    read: (row) => {
      const [, found] = row as readonly [owner: string, found: readonly Rival[]];
      return found;
    },
  };
}

/** Matches the relation `r` that has the key of a variable, from the node of one of its ends. */
export function relationByEnds(key: string): Sql {
  const [from, to] = [partOfKey(key, 'fromSlug'), partOfKey(key, 'toSlug')];
  return raw(`
    WITH *, ${from} AS fromSlug, ${to} AS toSlug
    MATCH (a:Entity {slug: fromSlug}) USING INDEX SEEK a:Entity(slug)
    MATCH (b:Entity {slug: toSlug}) USING INDEX SEEK b:Entity(slug)
    MATCH (a)-[r]->(b) WHERE r.key = ${key}`);
}

export function relationPage(
  { question, page, parts }: SingleAsk<'page of relations'>,
  context: EntryContext,
): SingleEntry<readonly Row<RelationRow>[]> {
  const conditions = context.conditions();
  const type = conditions.oneType(question.types);
  const types = type === null ? undefined : [type];
  const relations = context.columns.relation('r', parts, types);
  return {
    find: relationsInOrder(question, page, conditions),
    list: sql`collect(${relations.list})`,
    read: (rows) =>
      inPageOrder(rows as readonly Values[], page).map((values) => {
        const item = relations.read(values);
        return { item, keyset: [item.key] };
      }),
    recordCount: page.limit,
    records: { relation: recordsAt('row', relations, firstRows(page.limit)) },
  };
}

function relationsInOrder(
  question: RelationQuestion,
  page: PageRequest,
  conditions: Conditions,
): Sql {
  if (question.from || question.to) {
    const found = relationsBetween(question, keysetConditions(KEY, page), conditions);
    return sql`${found} ${top('r', KEY, page)}`;
  }
  const type = conditions.oneType(question.types);
  if (type !== null) return pageOfType(type, question, page, conditions);
  const allTypes = conditions.vocabulary.relationTypeNames;
  const branches = allTypes.map(
    (one) => sql`
      WITH types WHERE '${raw(one)}' IN types ${pageOfType(one, question, page, conditions)}
      RETURN r`,
  );
  return sql`
    WITH ${question.types ?? allTypes} AS types
    CALL (types) { ${join(branches, ' UNION ALL ')} }
    ${top('r', KEY, page)}`;
}

function pageOfType(
  type: string,
  { filter }: RelationQuestion,
  page: PageRequest,
  conditions: Conditions,
): Sql {
  const keysets = keysetConditions(KEY, page);
  const all = [
    ...presence(KEY, keysets),
    ...keysets,
    ...conditions.relation('r', '', 'FORWARD', null, filter),
  ];
  return sql`
    MATCH ()-[r:${raw(type)}]->() ${usingIndex(`r:${type}(key)`, keysets)}
    WHERE ${allOf(all)} ${top('r', KEY, page)}`;
}

/** Relations `r` of the ends that the question names. */
function relationsBetween(
  { types, from, to, filter }: RelationQuestion,
  keysets: readonly Sql[],
  conditions: Conditions,
): Sql {
  const all = [
    ...(from ? [sql`a.slug IN ${from}`] : []),
    ...(to ? [sql`b.slug IN ${to}`] : []),
    ...keysets,
    ...conditions.relation('r', 'b', 'FORWARD', types, filter),
  ];
  const pattern = `(${from ? 'a:Entity' : ''})-[r${conditions.typePattern(types)}]->(${to ? 'b:Entity' : ''})`;
  const end = from ? 'a' : 'b';
  return sql`
    MATCH ${raw(pattern)} USING INDEX SEEK ${raw(end)}:Entity(slug) WHERE ${allOf(all)}`;
}

export function relationCount(
  { question }: SingleAsk<'count of relations'>,
  context: EntryContext,
): SingleEntry<number> {
  const { types, from, to, filter } = question;
  if (!from && !to && Object.keys(filter).length === 0) {
    return storedCounts(context.vocabulary, ({ relations }) =>
      relations.filter(({ type }) => types?.includes(type) ?? true),
    );
  }
  const conditions = context.conditions();
  const find =
    from || to ? relationsBetween(question, [], conditions) : allRelations(question, conditions);
  return counting(find, raw('count(r)'));
}

/** A relation is found by its type: of several types, each type's are found for itself. */
function allRelations({ types, filter }: RelationQuestion, conditions: Conditions): Sql {
  const known = [...new Set(types ?? [])].filter((type) => conditions.oneType([type]) !== null);
  const branches = (types ? known : [null]).map((type) => {
    const all = conditions.relation('r', '', 'FORWARD', null, filter);
    return sql`MATCH (:Entity)-[r${raw(type === null ? '' : `:${type}`)}]->() WHERE ${allOf(all)} RETURN r`;
  });
  if (branches.length === 0) return raw('UNWIND [] AS r');
  return sql`CALL () { ${join(branches, ' UNION ALL ')} }`;
}
