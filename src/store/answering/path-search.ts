import type { Direction } from '../../vocabulary/vocabulary.js';
import { limits } from '../../limits.js';
import type { PathsQuestion } from '../reading.js';
import type { FoundHop, FoundPath, FoundPaths } from './asks.js';

/** A relation that a search follows, from one of the entities asked about to another one. */
export type Hop = readonly [near: string, far: string, key: string, farDegree: number];

/** The question of a search for the hops from a list of entities. */
export interface HopQuestion extends PathsQuestion {
  /** The slug of the other end of the paths: the entity types of the filter do not apply to it. */
  readonly goal: string;
  /** If any hops lead to these entities, only those hops are returned. */
  readonly targets: readonly string[];
  /** True if hops to other entities are to be returned when none leads to a target. */
  readonly expandFurther: boolean;
  /** The maximum number of hops to return. */
  readonly maxHops: number;
}

/** One of the two entities that are to be connected. */
export interface PathEnd {
  readonly degree: number;
  /** The hops from it, if they were read already. */
  readonly hops: readonly Hop[] | null;
}

/** The limits of one search. A search that exceeds either stops without paths. */
interface SearchEffort {
  /** Relations that match the filter. */
  readonly hops: number;
  readonly milliseconds: number;
}

const USUAL_EFFORT: SearchEffort = {
  hops: limits.pathRelations.value,
  milliseconds: limits.pathTime.value,
};

/** The answer of a search that takes too much effort. */
export const GIVEN_UP: FoundPaths = { paths: [], truncation: 'EFFORT' };

/**
 * Finds the shortest paths by a breadth-first search from both ends. Each step expands the side
 * that has fewer relations to read, so that the relations of a hub are seldom read.
 */
export async function searchPaths(
  question: PathsQuestion,
  [from, to]: readonly [PathEnd, PathEnd],
  hopsOf: (slugs: readonly string[], question: HopQuestion) => Promise<readonly Hop[]>,
  { hops: maxHops, milliseconds }: SearchEffort = USUAL_EFFORT,
): Promise<FoundPaths> {
  const { maxLength, limit } = question;
  const start = new Side(question, from);
  const end = new Side(turned(question), to);
  const deadline = performance.now() + milliseconds;
  let left = maxHops;
  for (let length = 1; length <= maxLength; length++) {
    if (performance.now() > deadline) return GIVEN_UP;
    const [side, other] = start.cost <= end.cost ? [start, end] : [end, start];
    const hops =
      side.knownHops ??
      (await hopsOf(side.frontier, {
        ...side.question,
        goal: other.root,
        targets: other.frontier,
        expandFurther: length < maxLength,
        maxHops: left + 1,
      }));
    left -= hops.length;
    if (left < 0) return GIVEN_UP;
    side.advance(hops);
    if (side.frontier.length === 0) break;
    const met = side.frontier.filter((slug) => other.isAtFrontier(slug));
    if (met.length > 0) {
      const paths = firstPaths(question, stepsThrough(met, start, end), limit + 1);
      return {
        paths: paths.slice(0, limit),
        truncation: paths.length > limit ? 'LIMIT' : null,
      };
    }
  }
  return { paths: [], truncation: null };
}

/** Returns the question for the same paths in the opposite direction. */
export function turned(question: PathsQuestion): PathsQuestion {
  const { from, to, direction } = question;
  return { ...question, from: to, to: from, direction: opposite(direction) };
}

function opposite(direction: Direction | null): Direction | null {
  if (direction === null) return null;
  return direction === 'FORWARD' ? 'BACKWARD' : 'FORWARD';
}

/** The state of one of the two searches. */
class Side {
  readonly root: string;
  depth = 0;
  frontier: readonly string[];
  /** About how many relations the next step reads. */
  cost: number;
  /** The hops from the frontier, if they were read already. */
  knownHops: readonly Hop[] | null;
  /** For each entity that was reached, all hops of the step that first reached it. */
  readonly hopsTo = new Map<string, Hop[]>();
  private readonly depths = new Map<string, number>();

  constructor(
    readonly question: PathsQuestion,
    { degree, hops }: PathEnd,
  ) {
    this.root = question.from;
    this.frontier = [this.root];
    this.depths.set(this.root, 0);
    this.knownHops = hops;
    this.cost = hops ? 0 : degree;
  }

  /** Moves the frontier to the entities that the hops reach for the first time. */
  advance(hops: readonly Hop[]): void {
    this.depth++;
    this.cost = 0;
    this.knownHops = null;
    const frontier: string[] = [];
    for (const hop of hops) {
      const [, far, , degree] = hop;
      const known = this.depths.get(far);
      if (known === undefined) {
        this.depths.set(far, this.depth);
        frontier.push(far);
        this.cost += degree;
        this.hopsTo.set(far, [hop]);
      } else if (known === this.depth) this.hopsTo.get(far)?.push(hop);
    }
    this.frontier = frontier;
  }

  isAtFrontier(slug: string): boolean {
    return this.depths.get(slug) === this.depth;
  }
}

/** The keys that lead from each entity of the shortest paths to the next ones. */
type Steps = Map<string, Map<string, Set<string>>>;

function stepsThrough(met: readonly string[], start: Side, end: Side): Steps {
  const steps: Steps = new Map();
  const walk = (side: Side, add: (near: string, far: string, key: string) => void): void => {
    const seen = new Set(met);
    for (const slug of seen) {
      for (const [near, far, key] of side.hopsTo.get(slug) ?? []) {
        add(near, far, key);
        seen.add(near);
      }
    }
  };
  const add = (near: string, far: string, key: string): void => {
    const next = steps.get(near) ?? new Map<string, Set<string>>();
    steps.set(near, next.set(far, (next.get(far) ?? new Set()).add(key)));
  };
  walk(start, add);
  walk(end, (near, far, key) => {
    add(far, near, key);
  });
  return steps;
}

/** Returns the first paths in their order by a depth-first walk through the sorted steps. */
function firstPaths({ from, to }: PathsQuestion, steps: Steps, limit: number): FoundPath[] {
  const found: FoundPath[] = [];
  const slugs = [from];
  const walk = (slug: string): void => {
    if (slug === to) {
      const keys = slugs.slice(1).map((far, index) => steps.get(slugs[index] ?? '')?.get(far));
      found.push({ slugs: [...slugs], hops: keys.map((ofHop) => hopOf(ofHop ?? [])) });
      return;
    }
    for (const far of [...(steps.get(slug)?.keys() ?? [])].sort()) {
      if (found.length === limit) return;
      // If a relation was written during the search, a step may lead back to an earlier entity.
      if (slugs.includes(far)) continue;
      slugs.push(far);
      walk(far);
      slugs.pop();
    }
  };
  walk(from);
  return found;
}

/** Returns the hop of relations with these keys. */
export function hopOf(keys: Iterable<string>): FoundHop {
  const all = [...new Set(keys)].sort();
  return { keys: all.slice(0, limits.hopRelations.value), count: all.length };
}

/** Returns the keys of all hops of a path. */
export function keysOf({ hops }: FoundPath): string[] {
  return hops.flatMap(({ keys }) => keys);
}
