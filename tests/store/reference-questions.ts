import type {
  Following,
  InterlockQuestion,
  NetworkQuestion,
  PathsQuestion,
} from '../../src/store/reading.js';
import type { EntityRecord, RelationRecord } from '../../src/model/records.js';
import type { Row } from '../../src/store/page.js';
import type { Truncation } from '../../src/store/rows.js';
import { compareTexts, type RelatedRecord } from './reference.js';

/** Some entities and relations between them; in the order of a walk, if it is one. */
interface GraphPart {
  readonly entities: readonly EntityRecord[];
  readonly relations: readonly RelationRecord[];
}

interface PathRecord {
  readonly entities: readonly EntityRecord[];
  readonly hops: readonly {
    readonly relations: readonly RelationRecord[];
    readonly count: number;
  }[];
}

interface PathsRecord {
  readonly paths: readonly PathRecord[];
  readonly truncation: Truncation | null;
}

interface NetworkRecord extends GraphPart {
  readonly truncation: Truncation | null;
}

interface InterlockRecord {
  readonly entity: EntityRecord;
  readonly weight: number;
}

interface WitnessRecord {
  readonly entity: EntityRecord;
  readonly relations: readonly RelationRecord[];
}

// What questions about the whole graph have to be answered with, said as simply as it can be.

export interface Hops {
  readonly entities: readonly EntityRecord[];
  of(slug: string, following: Following): RelatedRecord[];
}

export function referencePaths(hops: Hops, question: PathsQuestion): PathsRecord {
  const { from, to, maxLength, limit, filter } = question;
  const { entityTypes, ...others } = filter;
  const find = (slug: string) => hops.entities.find((entity) => entity.slug === slug)!;
  const onTheWay = (slug: string): RelatedRecord[] =>
    hops
      .of(slug, { ...question, filter: others })
      .filter(({ entity }) => entity.slug === to || (entityTypes?.includes(entity.type) ?? true));
  // All walks of one more step at a time, those of the right end first met being the shortest.
  let walks: GraphPart[] = [{ entities: [find(from)], relations: [] }];
  const seen = new Set([from]);
  for (let length = 1; length <= maxLength; length++) {
    walks = walks.flatMap(({ entities, relations }) =>
      onTheWay(entities.at(-1)!.slug)
        .filter(({ entity }) => !seen.has(entity.slug))
        .map(({ entity, relation }) => ({
          entities: [...entities, entity],
          relations: [...relations, relation],
        })),
    );
    const there = walks.filter(({ entities }) => entities.at(-1)!.slug === to);
    if (there.length > 0) {
      const paths = sequencesOf(there);
      return { paths: paths.slice(0, limit), truncation: paths.length > limit ? 'LIMIT' : null };
    }
    for (const { entities } of walks) seen.add(entities.at(-1)!.slug);
  }
  return { paths: [], truncation: null };
}

/** Puts the walks over the same entities together, in the order of the slugs of these. */
function sequencesOf(walks: readonly GraphPart[]): PathRecord[] {
  // No slug has a character below the one between.
  const slugsOf = ({ entities }: GraphPart) => entities.map(({ slug }) => slug).join('\u0000');
  const sequences = [...new Set(walks.map(slugsOf))].sort(compareTexts);
  return sequences.map((slugs) => {
    const same = walks.filter((walk) => slugsOf(walk) === slugs);
    const hops = same[0]!.relations.map((_, place) => {
      const relations = distinct(same.map((walk) => walk.relations[place]!));
      return { relations, count: relations.length };
    });
    return { entities: same[0]!.entities, hops };
  });
}

/** A statement that is a line, by its two relations, seen from one of its ends. */
interface Line {
  readonly entity: EntityRecord;
  readonly relations: readonly RelationRecord[];
}

/** The entities that statements lead to from an entity, if they are lines. */
function linesFrom(hops: Hops, slug: string, question: NetworkQuestion): Line[] {
  const { fold, types, direction, filter, center } = question;
  const others = Object.fromEntries(
    Object.entries(filter).filter(([name]) => name !== 'entityTypes'),
  );
  const isFollowed = (type: string): boolean => types?.includes(type) ?? true;
  if (fold === null || !isFollowed('MADE') || !isFollowed('ABOUT')) return [];
  const along = (first: string, second: string, way: 'FORWARD' | 'BACKWARD'): Line[] =>
    hops
      .of(slug, { types: [first], direction: way, filter: others })
      .filter(({ entity }) => entity.type === 'Statement' && !center?.includes(entity.slug))
      .flatMap(({ entity, relation }) =>
        hops
          .of(entity.slug, { types: [second], direction: way, filter })
          .map((next) => ({ entity: next.entity, relations: [relation, next.relation] })),
      );
  return [
    ...(direction === 'BACKWARD' ? [] : along('MADE', 'ABOUT', 'FORWARD')),
    ...(direction === 'FORWARD' ? [] : along('ABOUT', 'MADE', 'BACKWARD')),
  ];
}

export function referenceNetwork(hops: Hops, question: NetworkQuestion): NetworkRecord {
  const { center, depth, limit, filter, fold } = question;
  const { entityTypes, ...others } = filter;
  const ofAnyType = { ...question, filter: others };
  const isNode = ({ type }: EntityRecord): boolean => fold === null || type !== 'Statement';
  const distances = new Map<string, number>();
  if (center) {
    for (const { slug } of hops.entities) if (center.includes(slug)) distances.set(slug, 0);
    for (let distance = 1; distance <= depth; distance++) {
      for (const slug of [...distances.keys()]) {
        if (distances.get(slug) !== distance - 1) continue;
        for (const { entity } of [...hops.of(slug, question), ...linesFrom(hops, slug, question)])
          if (isNode(entity) && !distances.has(entity.slug)) distances.set(entity.slug, distance);
      }
    }
  } else {
    for (const entity of hops.entities) {
      const isOfType = entityTypes?.includes(entity.type) ?? true;
      if (isOfType && isNode(entity) && hops.of(entity.slug, question).length > 0)
        distances.set(entity.slug, 0);
    }
  }
  const near = hops.entities
    .filter(({ slug }) => distances.has(slug))
    .sort(
      (a, b) =>
        distances.get(a.slug)! - distances.get(b.slug)! ||
        b.degree - a.degree ||
        compareTexts(a.slug, b.slug),
    );
  const entities = near.slice(0, limit);
  const chosen = new Set(entities.map(({ slug }) => slug));
  const forward = { ...ofAnyType, direction: 'FORWARD' } as const;
  const relations = entities.flatMap(({ slug }) => [
    ...hops
      .of(slug, forward)
      .filter(({ entity }) => chosen.has(entity.slug))
      .map(({ relation }) => relation),
    ...linesFrom(hops, slug, { ...forward, center: [...chosen] })
      .filter(({ entity }) => chosen.has(entity.slug))
      .flatMap((line) => line.relations),
  ]);
  return {
    entities,
    relations: distinct(relations),
    truncation: near.length > limit ? 'LIMIT' : null,
  };
}

export function referenceInterlocks(
  hops: Hops,
  question: InterlockQuestion,
): Row<InterlockRecord>[] {
  return hops.entities
    .filter(({ type }) => question.otherTypes?.includes(type) ?? true)
    .map((entity) => ({
      entity,
      weight: referenceWitnesses(hops, question, entity.slug).length,
    }))
    .filter(({ entity, weight }) => weight > 0 && entity.slug !== question.slug)
    .map((item) => ({ item, keyset: [-item.weight, item.entity.slug] }))
    .sort(
      (a, b) =>
        b.item.weight - a.item.weight || compareTexts(a.item.entity.slug, b.item.entity.slug),
    );
}

export function referenceWitnesses(
  hops: Hops,
  question: InterlockQuestion,
  other: string,
): Row<WitnessRecord>[] {
  const { slug } = question;
  const [ours, theirs] = [slug, other].map((end) => hops.of(end, question));
  return hops.entities
    .filter((witness) => witness.slug !== slug && witness.slug !== other)
    .filter((witness) =>
      [ours!, theirs!].every((rows) => rows.some(({ entity }) => entity === witness)),
    )
    .map((entity) => {
      const relations = [...ours!, ...theirs!]
        .filter((row) => row.entity === entity)
        .map(({ relation }) => relation);
      return {
        item: { entity, relations: [...new Set(relations)].sort(byKey) },
        keyset: [entity.slug],
      };
    });
}

/** In the order of their keys, each once. */
function distinct(relations: readonly RelationRecord[]): RelationRecord[] {
  return [...new Map(relations.map((relation) => [relation.key, relation])).values()].sort(byKey);
}

function byKey(one: RelationRecord, other: RelationRecord): number {
  return compareTexts(one.key, other.key);
}
