import { at, graphql } from './query-text.mjs';

const KENES = graphql`
  query ($query: String!) {
    search(query: $query, first: 20) {
      edges {
        matchedName
        score
        node {
          slug
          name
        }
      }
    }
  }
`;

/**
 * The order of Kenes: the whole name, then words that the query's begin, then typing mistakes; then
 * who has the most relations. The peer's index knows no other script and no other spelling.
 */
const handWritten = {
  parameters: ({ query }) => {
    const name = query.toLowerCase();
    const words = name.split(' ');
    return { name, words, lucene: words.map((word) => `(${word}~1 OR ${word}*)`).join(' AND ') };
  },
  cypher: `
CALL db.index.fulltext.queryNodes('names', $lucene) YIELD node AS n
WITH n, toLower(n.nameRu) AS name
WITH n, CASE WHEN name = $name THEN 0
  WHEN all(word IN $words WHERE any(part IN split(name, ' ') WHERE part STARTS WITH word)) THEN 1
  ELSE 2 END AS tier
ORDER BY tier, COUNT { (n)--() } DESC, n.slug LIMIT 20
RETURN n.slug, n.name, n.nameRu, tier`,
  answer: (rows) =>
    rows.map(([slug, name, matchedName, tier]) => ({ matchedName, tier, node: { slug, name } })),
};

/** @type {import('../workload.mjs').Operation} */
export const search = {
  name: 'search',
  title: 'the two words of a name',
  variables: ({ names }, index) => ({ query: at(names, index) }),
  kenes: KENES,
  handWritten,
};

/** @type {import('../workload.mjs').Operation} */
export const searchMistaken = {
  name: 'searchMistaken',
  title: 'the two words of a name, one with a mistake',
  variables: ({ names }, index) => ({ query: withMistake(at(names, index)) }),
  kenes: KENES,
  handWritten,
};

/** Another letter in the place of the third of the last word. */
function withMistake(name) {
  const place = name.lastIndexOf(' ') + 3;
  return `${name.slice(0, place)}${name[place] === 'о' ? 'у' : 'о'}${name.slice(place + 1)}`;
}
