const STARTS = 20;
const DISTANCES = [2, 3, 4];

/**
 * Pairs of people that are 2, 3 and 4 relations apart, as far as there are such, one of each distance
 * from each start. Every other start is one of the people with the most relations.
 *
 * @param {{ slug: string }[]} people
 * @param {{ from: string, to: string }[]} relations
 * @returns {[from: string, to: string][]}
 */
export function pairsApart(people, relations) {
  const neighbours = listNeighbours(relations);
  const related = people.map(({ slug }) => slug).filter((slug) => neighbours.has(slug));
  const degree = (slug) => neighbours.get(slug).length;
  const hubs = related.toSorted((one, other) => degree(other) - degree(one));
  return Array.from({ length: STARTS }, (_, index) => {
    const start = index % 2 ? related[Math.floor((index * related.length) / STARTS)] : hubs[index];
    const levels = levelsAround(start, neighbours);
    return DISTANCES.flatMap((distance) => {
      const others = related.filter((slug) => levels.get(slug) === distance);
      return others.length ? [[start, others[(index * 97) % others.length]]] : [];
    });
  }).flat();
}

function listNeighbours(relations) {
  const neighbours = new Map();
  const add = (from, to) => {
    if (!neighbours.has(from)) neighbours.set(from, []);
    neighbours.get(from).push(to);
  };
  for (const { from, to } of relations) {
    add(from, to);
    add(to, from);
  }
  return neighbours;
}

/** How many relations away each entity is that is at most as far as the farthest of a pair. */
function levelsAround(start, neighbours) {
  const levels = new Map([[start, 0]]);
  let frontier = [start];
  for (let level = 1; level <= DISTANCES.at(-1); level++) {
    const next = [];
    for (const far of frontier.flatMap((slug) => neighbours.get(slug))) {
      if (levels.has(far)) continue;
      levels.set(far, level);
      next.push(far);
    }
    frontier = next;
  }
  return levels;
}
