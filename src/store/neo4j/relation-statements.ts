import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import type { PageRequest, RelationPart, RelationQuestion } from '../reading.js';
import { type Sql, allOf, join, raw, sql } from '../engine/query-text.js';
import type { Conditions } from './conditions.js';
import { placeConditions, presence, top, usingIndex } from './pages.js';
import type { Rows } from './rows.js';
import type { Finding } from './step.js';

const KEY = [raw('r.key')];

/** Keys by the type that they name, for each type of the vocabulary, also where there are none. */
export function keysByType(
  keys: readonly string[],
  { relationTypeNames }: Vocabulary,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>(relationTypeNames.map((type) => [type, []]));
  for (const key of keys) found.get(key.split('~', 2)[1] ?? '')?.push(key);
  return found;
}

/** Finds the relations `r` of the keys, given by type: no index knows the keys of all types. */
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

/**
 * Of keys that name one type by that one's index; else between the ends that they name, since a
 * look into the index of every type takes longer.
 */
export function relationsByKey(
  keys: readonly string[],
  rows: Rows,
  vocabulary: Vocabulary,
): Finding {
  const byType = keysByType(keys, vocabulary);
  const [only, more] = [...byType].filter(([, ofType]) => ofType.length > 0);
  const find =
    only && !more
      ? sql`MATCH ()-[r:${raw(only[0])}]->() USING INDEX SEEK r:${raw(only[0])}(key) WHERE r.key IN ${only[1]}`
      : sql`UNWIND ${keys} AS key ${relationByEnds('key')}`;
  return { find, list: sql`collect(${rows.relation('r')})` };
}

/** Matches the relation `r` that a variable gives the key of, from the node of one of its ends. */
export function relationByEnds(key: string): Sql {
  return raw(`
    WITH *, split(${key}, '~') AS ends
    MATCH (a:Entity {slug: ends[0]}) USING INDEX SEEK a:Entity(slug)
    MATCH (b:Entity {slug: ends[2]}) USING INDEX SEEK b:Entity(slug)
    MATCH (a)-[r]->(b) WHERE r.key = ${key}`);
}

export function relationPage(
  question: RelationQuestion,
  page: PageRequest,
  parts: readonly RelationPart[] | undefined,
  conditions: Conditions,
  rows: Rows,
): Finding {
  const type = conditions.oneType(question.types);
  const allTypes = conditions.vocabulary.relationTypeNames;
  const types = question.types ?? allTypes;
  const found =
    question.from || question.to
      ? sql`${relationsBetween(question, placeConditions(KEY, page), conditions)} ${top('r', KEY, page)}`
      : type === null
        ? sql`
          WITH ${types} AS types
          CALL (types) { ${join(
            allTypes.map(
              (one) =>
                sql`WITH types WHERE '${raw(one)}' IN types ${pageOfType(one, question, page, conditions)} RETURN r`,
            ),
            ' UNION ALL ',
          )} }
          ${top('r', KEY, page)}`
        : pageOfType(type, question, page, conditions);
  return {
    find: found,
    list: sql`collect(${rows.relation('r', parts, type === null ? undefined : [type])})`,
  };
}

function pageOfType(
  type: string,
  { filter }: RelationQuestion,
  page: PageRequest,
  conditions: Conditions,
): Sql {
  const places = placeConditions(KEY, page);
  const all = [
    ...presence(KEY, places),
    ...places,
    ...conditions.relation('r', '', 'FORWARD', null, filter),
  ];
  return sql`
    MATCH ()-[r:${raw(type)}]->() ${usingIndex(`r:${type}(key)`, places)}
    WHERE ${allOf(all)} ${top('r', KEY, page)}`;
}

/** From the ends that are given. */
function relationsBetween(
  { types, from, to, filter }: RelationQuestion,
  places: readonly Sql[],
  conditions: Conditions,
): Sql {
  const all = [
    ...(from ? [sql`a.slug IN ${from}`] : []),
    ...(to ? [sql`b.slug IN ${to}`] : []),
    ...places,
    ...conditions.relation('r', 'b', 'FORWARD', types, filter),
  ];
  const pattern = `(${from ? 'a:Entity' : ''})-[r${conditions.typePattern(types)}]->(${to ? 'b:Entity' : ''})`;
  const end = from ? 'a' : 'b';
  return sql`
    MATCH ${raw(pattern)} USING INDEX SEEK ${raw(end)}:Entity(slug) WHERE ${allOf(all)}`;
}

/** For a question that has no ends, of one type or of all: an entity has no other relations. */
export function relationCount(question: RelationQuestion, conditions: Conditions): Finding {
  const { types, from, to, filter } = question;
  const list = raw('[count(r)]');
  if (from || to) return { find: relationsBetween(question, [], conditions), list };
  const all = conditions.relation('r', '', 'FORWARD', types, filter);
  const type = raw(conditions.typePattern(types));
  return { find: sql`MATCH (:Entity)-[r${type}]->() WHERE ${allOf(all)}`, list };
}
