import { type Sql, allOf, join, raw, sql } from '../engine/query-text.js';
import type { Values } from '../engine/row-readers.js';
import {
  ABOUT,
  amongAll,
  hasLines,
  haveRelation,
  MADE,
  type Following,
  type NetworkQuestion,
} from '../reading.js';
import type { EntityRow } from '../rows.js';
import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import { entityColumns, relationColumns, type Columns } from './columns.js';
import { Conditions, directionsOf, farSlugs, inList } from './conditions.js';
import type { Context, SingleKinds } from './entry.js';

export const networkKinds = {
  async network(context, { question, entity, relation }) {
    const entities = await nearestEntities(context, question, entityColumns(entity));
    const slugs = slugsOf(entities.slice(0, question.limit));
    const { selected, json, read } = relationColumns(relation);
    const wanted = among(slugs, amongAll(question), context.vocabulary);
    const relations = await context.query<Values[]>(sql`
      SELECT json_group_array(${json})
      FROM (SELECT ${selected} FROM relation r
        WHERE ${hasLines(question) ? orOfLines(wanted, slugs, question, context.vocabulary) : wanted}
        ORDER BY r.key)`);
    return { entities, relations: relations.map((values) => read(values)) };
  },
} satisfies Partial<SingleKinds>;

/** Reads the entities of a network hop by hop from its centre, up to one more than its limit. */
async function nearestEntities(
  { query, vocabulary }: Context,
  question: NetworkQuestion,
  columns: Columns<EntityRow>,
): Promise<readonly EntityRow[]> {
  const { center, depth, limit, fold } = question;
  const isNode = fold === null ? raw('true') : raw("e.type <> 'Statement'");
  const read = async (condition: Sql, degree: Sql, rowLimit: number): Promise<EntityRow[]> => {
    const found = await query<Values[]>(sql`
      SELECT json_group_array(${columns.json}) FROM (
        SELECT ${columns.selected} FROM entity e WHERE ${condition}
        ORDER BY ${degree} DESC, e.slug LIMIT ${rowLimit})`);
    return found.map((values) => columns.read(values));
  };
  if (center === null) {
    const isRelated = new Conditions(vocabulary).entity('e', haveRelation(question));
    return read(sql`${isRelated} AND ${isNode}`, raw('e.degree'), limit + 1);
  }
  // The plus keeps the planner from using the index of degrees: a few entities are sorted instead.
  const degree = raw('+e.degree');
  const chosen = await read(inList(raw('e.slug'), center), degree, limit + 1);
  let frontier: readonly EntityRow[] = chosen;
  for (let distance = 0; distance < depth && frontier.length > 0; distance++) {
    const room = limit + 1 - chosen.length;
    if (room <= 0) break;
    const near = slugsOf(frontier);
    const far = [farSlugs(near, question, vocabulary)];
    if (hasLines(question)) far.push(...slugsAlongLines(near, question, vocabulary));
    const isNext = sql`e.slug IN (${join(far, ' UNION ')})
      AND NOT ${inList(raw('e.slug'), slugsOf(chosen))} AND ${isNode}`;
    frontier = await read(isNext, degree, room);
    chosen.push(...frontier);
  }
  return chosen;
}

function slugsOf(rows: readonly EntityRow[]): string[] {
  return rows.map(({ slug }) => slug);
}

/** Returns queries of the slugs that statements of the network lead to, from either end. */
function slugsAlongLines(
  near: readonly string[],
  question: NetworkQuestion,
  vocabulary: Vocabulary,
): Sql[] {
  const { center, direction, filter } = question;
  const { entityTypes } = filter;
  const isOther = sql`NOT ${inList(raw('made.to_slug'), center ?? [])}`;
  const along = (end: string, far: string, farType: string): Sql => {
    const isFar = entityTypes ? inList(raw(farType), entityTypes) : raw('true');
    const all = [inList(raw(end), near), isFar, isOther];
    return sql`SELECT ${raw(far)} AS slug FROM ${lines(question, vocabulary)} AND ${allOf(all)}`;
  };
  const each = {
    FORWARD: along('made.from_slug', 'about.to_slug', 'about.to_type'),
    BACKWARD: along('about.to_slug', 'made.from_slug', 'made.from_type'),
  };
  return directionsOf(direction).map((one) => each[one]);
}

/** Returns the pairs of relations `made` and `about` of one statement that match the filter. */
function lines(question: NetworkQuestion, vocabulary: Vocabulary): Sql {
  const { filter } = amongAll(question);
  const conditions = new Conditions(vocabulary);
  return sql`relation made JOIN relation about ON about.from_slug = made.to_slug
    WHERE ${conditions.relation('made', 'FORWARD', [MADE], filter)}
      AND ${conditions.relation('about', 'FORWARD', [ABOUT], filter)}`;
}

/** Returns a condition of relations `r` that meet another one or are those of a line. */
function orOfLines(
  condition: Sql,
  slugs: readonly string[],
  question: NetworkQuestion,
  vocabulary: Vocabulary,
): Sql {
  const all = allOf([
    inList(raw('made.from_slug'), slugs),
    inList(raw('+about.to_slug'), slugs),
    sql`NOT ${inList(raw('made.to_slug'), slugs)}`,
  ]);
  const keys = (relation: string): Sql =>
    sql`SELECT ${raw(relation)}.key FROM ${lines(question, vocabulary)} AND ${all}`;
  return sql`r.key IN (
    SELECT r.key FROM relation r WHERE ${condition} UNION ${keys('made')} UNION ${keys('about')})`;
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
