import { raw, sql } from '../engine/query-text.js';
import { MAXIMUM_NAMESAKES, type Namesakes } from '../store.js';
import type { Query } from './database.js';
import { namesOf } from './tables.js';

/** Returns what the entities share, as `Transaction.namesakes` has it. */
export async function namesakes(query: Query, slugs: readonly string[]): Promise<Namesakes[]> {
  const found = await query<[slug: string, name: string, others: string][]>(sql`
    SELECT json_group_array(json_array(slug, name, others)) FROM (
      SELECT e.slug AS slug, n.value AS name, (
        SELECT json_group_array(slug) FROM (
          SELECT o.slug AS slug FROM entity_name o CROSS JOIN entity x ON x.slug = o.slug
          WHERE o.name = n.value AND o.slug <> e.slug AND x.type = e.type
          ORDER BY o.slug LIMIT ${MAXIMUM_NAMESAKES})) AS others
      FROM json_each(${JSON.stringify(slugs)}) j
        CROSS JOIN entity e ON e.slug = j.value
        CROSS JOIN ${raw(namesOf('e'))} n
      WHERE n.value GLOB '*[a-z0-9][a-z0-9]*' AND n.value NOT GLOB '_*' AND (
        SELECT count(*) FROM (SELECT 1 FROM entity_name o WHERE o.name = n.value LIMIT 2)) = 2
      ORDER BY e.slug, n.value)
    WHERE others <> '[]'`);
  return found.map(([slug, name, others]) => ({
    slug,
    name,
    others: JSON.parse(others) as string[],
  }));
}
