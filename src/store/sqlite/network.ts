import { type Sql, allOf, raw, sql } from '../engine/query-text.js';
import type { Values } from '../engine/row-readers.js';
import { amongAll, haveRelation, type Following, type NetworkQuestion } from '../reading.js';
import type { EntityRow } from '../rows.js';
import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import { entityColumns, relationColumns, type Columns } from './columns.js';
import { Conditions, farSlugs, inList } from './conditions.js';
import type { Context, SingleKinds } from './entry.js';

export const networkKinds = {
  async network(context, { question, entity, relation }) {
    const entities = await nearestEntities(context, question, entityColumns(entity));
    const slugs = slugsOf(entities.slice(0, question.limit));
    const { selected, json, read } = relationColumns(relation);
    const relations = await context.query<Values[]>(sql`
      SELECT json_group_array(${json})
      FROM (SELECT ${selected} FROM relation r
        WHERE ${among(slugs, amongAll(question), context.vocabulary)} ORDER BY r.key)`);
    return { entities, relations: relations.map((values) => read(values)) };
  },
} satisfies Partial<SingleKinds>;

/** Reads the entities of a network hop by hop from its centre, up to one more than its limit. */
async function nearestEntities(
  { query, vocabulary }: Context,
  question: NetworkQuestion,
  columns: Columns<EntityRow>,
): Promise<readonly EntityRow[]> {
  const { center, depth, limit } = question;
  const read = async (condition: Sql, degree: Sql, rowLimit: number): Promise<EntityRow[]> => {
    const found = await query<Values[]>(sql`
      SELECT json_group_array(${columns.json}) FROM (
        SELECT ${columns.selected} FROM entity e WHERE ${condition}
        ORDER BY ${degree} DESC, e.slug LIMIT ${rowLimit})`);
    return found.map((values) => columns.read(values));
  };
  if (center === null) {
    const isRelated = new Conditions(vocabulary).entity('e', haveRelation(question));
    return read(isRelated, raw('e.degree'), limit + 1);
  }
  // The plus keeps the planner from using the index of degrees: a few entities are sorted instead.
  const degree = raw('+e.degree');
  const chosen = await read(inList(raw('e.slug'), center), degree, limit + 1);
  let frontier: readonly EntityRow[] = chosen;
  for (let distance = 0; distance < depth && frontier.length > 0; distance++) {
    const room = limit + 1 - chosen.length;
    if (room <= 0) break;
    const isNext = sql`e.slug IN (${farSlugs(slugsOf(frontier), question, vocabulary)})
      AND NOT ${inList(raw('e.slug'), slugsOf(chosen))}`;
    frontier = await read(isNext, degree, room);
    chosen.push(...frontier);
  }
  return chosen;
}

function slugsOf(rows: readonly EntityRow[]): string[] {
  return rows.map(({ slug }) => slug);
}

/** Returns a condition of relations `r`: both ends are among these entities. */
function among(
  slugs: readonly string[],
  { types, filter }: Following,
  vocabulary: Vocabulary,
): Sql {
  return allOf([
    inList(raw('r.from_slug'), slugs),
    // The plus keeps the planner from using this end's index too: it would read all of a hub.
    inList(raw('+r.to_slug'), slugs),
    new Conditions(vocabulary).relation('r', 'FORWARD', types, filter),
  ]);
}
