/** Pages of people for the hand-written peer, whose rows begin with slug and Russian name. */

const cursorOf = ([slug, nameRu]) =>
  Buffer.from(JSON.stringify([nameRu, slug])).toString('base64url');

export function readCursor(cursor) {
  if (!cursor) return { nameRu: '', slug: '' };
  const [nameRu, slug] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  return { nameRu, slug };
}

/** One row more than the limit says that there is a next page. */
export function peoplePage(rows, limit, toPerson) {
  const page = rows.slice(0, limit);
  return {
    people: page.map(toPerson),
    pageInfo: {
      hasNextPage: rows.length > limit,
      endCursor: page.length ? cursorOf(page.at(-1)) : null,
    },
  };
}
