/** The order of nested lists in @neo4j/graphql: the far entity's slug, as Kenes' default. */
export const BY_SLUG = 'sort: [{ node: { slug: ASC } }]';

/**
 * The order of people in @neo4j/graphql and in Kenes: the Russian name, which every person of a
 * world has.
 */
export const PEOPLE_BY_NAME = 'sort: [{ nameRu: ASC }, { slug: ASC }]';
export const BY_RUSSIAN_NAME = 'orderBy: { by: NAME, language: RU }';

/** A template for queries: in one line, as a client's build would send it. */
export function graphql(strings, ...values) {
  return String.raw({ raw: strings }, ...values)
    .replace(/\s+/g, ' ')
    .trim();
}

/** The i-th of a list, round and round. */
export const at = (list, index) => list[index % list.length];
