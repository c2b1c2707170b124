import { languages } from '../../vocabulary/languages.js';
import type { EntityRecord } from '../../model/records.js';
import { allOf, raw, sql } from '../engine/query-text.js';
import type { Values } from '../engine/row-readers.js';
import { foldedDescriptions } from '../engine/stored-values.js';
import { wholeEntity } from '../engine/whole-records.js';
import { entityParts } from '../reading.js';
import type { TextCandidate, TextRequest } from '../search.js';
import { entityColumns } from './columns.js';
import { Conditions } from './conditions.js';
import type { Context } from './entry.js';

/** Where a text stands: the number of its language, or the id of evidence after a `~`. */
type Found = readonly [place: string, note: string | null, entity: Values];

/** Returns the folded descriptions as JSON: a list of the number of a language and the text. */
export function describedText(entity: EntityRecord): string {
  const descriptions = foldedDescriptions(entity);
  return JSON.stringify(
    languages.flatMap((language, number) => {
      const text = descriptions[language] ?? '';
      return text === '' ? [] : [[String(number), text]];
    }),
  );
}

/** Returns the entities with a text that has all words, as `Store.searchTexts` has it. */
export async function searchTexts(
  { query, vocabulary }: Context,
  { words, types, after, limit }: TextRequest,
): Promise<TextCandidate[]> {
  const { selected, json, read } = entityColumns(entityParts);
  const [first = '', ...others] = words;
  const conditions = others.map(
    (word) => sql`EXISTS (SELECT 1 FROM text_word o
      WHERE o.word = ${word} AND o.slug = w.slug AND o.place = w.place)`,
  );
  const wanted = [sql`true`];
  if (types) wanted.push(new Conditions(vocabulary).entity('e', { types }));
  if (after) {
    const { degree, slug } = after;
    wanted.push(sql`e.degree <= ${degree} AND (e.degree < ${degree} OR e.slug > ${slug})`);
  }
  const found = await query<Found[]>(sql`
    SELECT json_group_array(json_array(text_place, (
      SELECT v.note FROM evidence v WHERE v.id = substr(text_place, 2)), ${json}))
    FROM (SELECT t.place AS text_place, ${selected} FROM (
        SELECT w.slug AS slug, min(w.place) AS place FROM text_word w
        WHERE ${allOf([sql`w.word = ${first}`, ...conditions])} GROUP BY w.slug) t
      CROSS JOIN entity e ON e.slug = t.slug
      WHERE ${allOf(wanted)}
      ORDER BY ${raw('+e.degree')} DESC, e.slug LIMIT ${limit})`);
  return found.map(([place, note, values]) => {
    const entity = wholeEntity(read(values));
    const language = languages[Number(place)] ?? null;
    const text = language === null ? note : entity.details.description[language];
    return { entity, language, text: text ?? '' };
  });
}
