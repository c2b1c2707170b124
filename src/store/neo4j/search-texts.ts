import { languages } from '../../vocabulary/languages.js';
import { type Sql, allOf, raw, sql } from '../engine/query-text.js';
import type { Values } from '../engine/row-readers.js';
import { wholeEntity } from '../engine/whole-records.js';
import { entityParts } from '../reading.js';
import type { TextCandidate, TextRequest } from '../search.js';
import type { EntryContext } from './context.js';
import type { SingleEntry } from './entry.js';
import { foldedDescriptionNames } from './stored-names.js';

/** The full-text index on folded descriptions and notes. */
export const TEXT_INDEX = 'kenes_folded_texts';

/** The properties of entities and of evidence that it has. */
export const textProperties = [...foldedDescriptionNames, 'foldedNote'];

/** Where a text stands: the number of its language, or the id of evidence after a `~`. */
type Found = readonly [place: string, note: string | null, entity: Values];

/** The entities with a text that has all words, as `Store.searchTexts` has it. */
export function searchTexts(
  request: TextRequest,
  { columns }: EntryContext,
): SingleEntry<readonly TextCandidate[]> {
  const { list, read } = columns.entity('n', entityParts, request.types ?? undefined);
  const words = [...new Set(request.words)];
  const all = `(${words.map((word) => `+${word}`).join(' ')})`;
  const text = textProperties.map((name) => `${name}:${all}`).join(' ');
  return {
    find: sql`
      CALL db.index.fulltext.queryNodes(${TEXT_INDEX}, ${text}) YIELD node AS m
      WITH m, CASE WHEN m:Evidence THEN '~' + m.id ${placesOfDescriptions(words)} END AS place
      WITH CASE WHEN m:Evidence THEN split(m.target, '~')[0] ELSE m.slug END AS slug, place,
        m.note AS note ORDER BY place
      WITH slug, collect([place, note])[0] AS first
      MATCH (n:Entity) USING INDEX SEEK n:Entity(slug) WHERE n.slug = slug
      WITH n, first WHERE ${allOf(conditionsOf(request))}
      WITH n, first ORDER BY n.degree DESC, n.slug LIMIT toInteger(${request.limit})`,
    list: sql`collect([first[0], first[1], ${list}])`,
    read: (rows) =>
      (rows as readonly Found[]).map(([place, note, values]) => {
        const entity = wholeEntity(read(values));
        const language = languages[Number(place)] ?? null;
        const found = language === null ? note : entity.details.description[language];
        return { entity, language, text: found ?? '' };
      }),
  };
}

function placesOfDescriptions(words: readonly string[]): Sql {
  const cases = foldedDescriptionNames.map(
    (name, number) => sql`
      WHEN all(word IN ${words} WHERE word IN split(coalesce(m.${raw(name)}, ''), ' '))
        THEN ${raw(`'${String(number)}'`)}`,
  );
  return cases.reduce((before, one) => sql`${before} ${one}`);
}

function conditionsOf({ types, after }: TextRequest): Sql[] {
  const conditions = [raw('true')];
  if (types) conditions.push(sql`n.type IN ${types}`);
  if (after) {
    const { degree, slug } = after;
    conditions.push(sql`n.degree <= ${degree} AND (n.degree < ${degree} OR n.slug > ${slug})`);
  }
  return conditions;
}
