import { pairsApart } from './pairs.mjs';

/** What paths and networks are limited to where they are filtered: to relations with a source. */
const FOLLOWED = {
  types: ['MEMBER_OF', 'PARTICIPATED_IN'],
  since: '2015-01-01',
  until: '2020-12-31',
};

const isFollowed = ({ type, originCount, earliest, latest }) =>
  FOLLOWED.types.includes(type) &&
  originCount >= 1 &&
  earliest <= FOLLOWED.until &&
  latest >= FOLLOWED.since;

/**
 * The slugs that the workload asks for, and what is known of the world's size and degrees.
 *
 * @param {string} size
 * @param {Record<string, number>} counts entities by type
 * @param {Record<string, object[]>} entities by type
 * @param {object[]} relations
 */
export function chooseHandles(size, counts, entities, relations) {
  const degrees = countDegrees(relations);
  const degree = ({ slug }) => degrees.get(slug) ?? 0;
  const { Person: people, Organization: organizations, Event: events, Topic: topics } = entities;
  const between = (list, least, most) =>
    list
      .filter((entity) => degree(entity) >= least && degree(entity) <= most)
      .slice(0, 50)
      .map(({ slug }) => slug);
  const midOrganizations = between(organizations, 40, 400);
  return {
    size,
    counts: { ...counts, relations: relations.length },
    hub: organizations[0].slug,
    people: spread(people, 200),
    organizations: spread(organizations.slice(5), 100),
    events: spread(events, 100),
    topics: spread(topics, Math.min(20, topics.length)),
    midOrganizations: midOrganizations.length
      ? midOrganizations
      : [nearest(organizations, 40, degree).slug],
    hundred: spread(people, 100),
    networkCenters: between(people, 8, 30),
    followed: FOLLOWED,
    pairs: pairsApart(people, relations),
    followedPairs: pairsApart(people, relations.filter(isFollowed)),
    names: chooseNames(people),
    tail: [0.7, 0.93].map((share) => people[Math.floor(people.length * share)].slug),
    prefixes: ['Айг', 'Нур', 'Сер', 'Ele', 'Mad', 'Tim'],
    midDegree: degree(nearest(organizations, 100, degree)),
    topDegrees: [...degrees.values()].sort((left, right) => right - left).slice(0, 5),
  };
}

/** Russian names of people, of words that are not short, so that none is the beginning of many. */
function chooseNames(people) {
  const names = people.map(({ names: { ru } }) => ru);
  const isLong = (name) => name.split(' ').every((word) => word.length >= 5);
  return [...new Set(names)].filter(isLong).slice(0, 50);
}

function countDegrees(relations) {
  const degrees = new Map();
  for (const { from, to } of relations) {
    degrees.set(from, (degrees.get(from) ?? 0) + 1);
    degrees.set(to, (degrees.get(to) ?? 0) + 1);
  }
  return degrees;
}

/** The entity whose degree is nearest to the wanted one; the first of several. */
function nearest(list, wanted, degree) {
  const distance = (entity) => Math.abs(degree(entity) - wanted);
  return list.reduce((best, entity) => (distance(entity) < distance(best) ? entity : best));
}

/** The slugs of `count` entities, evenly over the list. */
function spread(list, count) {
  return Array.from(
    { length: count },
    (_, index) => list[Math.floor((index * list.length) / count)].slug,
  );
}
