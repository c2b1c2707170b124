import type { RelatedSlugs, SingleAsk } from '../answering/asks.js';
import { allOf, raw, sql } from '../engine/query-text.js';
import type { EntryContext } from './context.js';
import type { SingleEntry } from './entry.js';

export function relatedSlugs(
  { question, after, limit }: SingleAsk<'related slugs'>,
  context: EntryContext,
): SingleEntry<readonly RelatedSlugs[]> {
  const { types, filter } = question;
  const conditions = context.conditions();
  const all = [raw('far <> n'), ...conditions.relation('r', 'far', 'FORWARD', types, filter)];
  if (filter.entityTypes) all.push(sql`n.type IN ${filter.entityTypes}`);
  return {
    find: sql`
      MATCH (n:Entity) USING INDEX SEEK n:Entity(slug) WHERE n.slug > ${after}
      WITH n ORDER BY n.slug LIMIT ${limit}
      CALL (n) {
        MATCH (n)-[r${raw(conditions.typePattern(types))}]->(far) WHERE ${allOf(all)}
        RETURN collect(r.toSlug) AS related
      }`,
    list: raw('collect([n.slug, related])'),
    read: (rows) => rows as readonly RelatedSlugs[],
  };
}
