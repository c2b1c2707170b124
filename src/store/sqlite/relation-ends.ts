import type { RelatedSlugs } from '../answering/asks.js';
import { allOf, raw, sql } from '../engine/query-text.js';
import { Conditions, inList } from './conditions.js';
import type { SingleKinds } from './entry.js';

export const relationEndsKinds = {
  async 'related slugs'({ query, vocabulary }, { question, after, limit }) {
    const { types, filter } = question;
    const all = [
      raw('r.from_slug = e.slug AND r.to_slug <> e.slug'),
      new Conditions(vocabulary).relation('r', 'FORWARD', types, filter),
    ];
    if (filter.entityTypes) all.push(inList(raw('e.type'), filter.entityTypes));
    return query<RelatedSlugs[]>(sql`
      SELECT json_group_array(json_array(slug, json(related))) FROM (
        SELECT e.slug,
          (SELECT json_group_array(r.to_slug) FROM relation r WHERE ${allOf(all)}) AS related
        FROM entity e WHERE e.slug > ${after} ORDER BY e.slug LIMIT ${limit})`);
  },
} satisfies Partial<SingleKinds>;
