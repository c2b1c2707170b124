import type { Direction } from '../../vocabulary/vocabulary.js';
import { limits } from '../../limits.js';
import type { PathsQuestion } from '../reading.js';
import type { FoundPath, FoundPaths } from './asks.js';

/** A relation as a search meets it: from an entity that was asked for to one that it leads to. */
export type Hop = readonly [near: string, far: string, key: string, farDegree: number];

/** What a search asks an engine: the hops from some entities. */
export interface HopQuestion extends PathsQuestion {
  /** The entity types of the filter do not apply to it. */
  readonly goal: string;
  /** Where some of the hops lead to these entities, only those hops are returned. */
  readonly targets: readonly string[];
  /** Whether hops that lead elsewhere are returned where none leads to a target. */
  readonly expandFurther: boolean;
  /** How many hops are returned at most. */
  readonly maxHops: number;
}

/** One of the two entities that are to be connected. */
export interface PathEnd {
  readonly degree: number;
  /** The hops from it, where they are known. */
  readonly hops: readonly Hop[] | null;
}

/** How much one search takes at most; beyond it, it is given up. */
interface SearchEffort {
  /** Relations that the filter keeps. */
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
 * The shortest paths by a breadth-first search from both ends, always on from the side that has
 * fewer relations: a hub is reached, but seldom looked through.
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
      const paths = firstPaths(question, waysThrough(met, start, end), limit + 1);
      return {
        paths: paths.slice(0, limit),
        truncation: paths.length > limit ? 'LIMIT' : null,
      };
    }
  }
  return { paths: [], truncation: null };
}

/** The same paths from their other end. */
export function turned(question: PathsQuestion): PathsQuestion {
  const { from, to, direction } = question;
  return { ...question, from: to, to: from, direction: opposite(direction) };
}

function opposite(direction: Direction | null): Direction | null {
  if (direction === null) return null;
  return direction === 'FORWARD' ? 'BACKWARD' : 'FORWARD';
}

/** One of the two searches, as far as it has come. */
class Side {
  readonly root: string;
  depth = 0;
  frontier: readonly string[];
  /** About how many relations the next step looks at. */
  cost: number;
  /** The hops from the frontier, where they need not be asked for. */
  knownHops: readonly Hop[] | null;
  /** To each entity that was reached, the hops that led there first. */
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

/** Where the shortest paths lead on from each of their entities. */
type Ways = ReadonlyMap<string, readonly (readonly [far: string, key: string])[]>;

function waysThrough(met: readonly string[], start: Side, end: Side): Ways {
  const ways = new Map<string, [far: string, key: string][]>();
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
    const known = ways.get(near);
    if (known) known.push([far, key]);
    else ways.set(near, [[far, key]]);
  };
  walk(start, add);
  walk(end, (near, far, key) => {
    add(far, near, key);
  });
  for (const list of ways.values()) list.sort(compareSteps);
  return ways;
}

function compareSteps(one: readonly string[], other: readonly string[]): number {
  for (const [place, text] of one.entries()) {
    const against = other[place] ?? '';
    if (text !== against) return text < against ? -1 : 1;
  }
  return 0;
}

/** Depth first through sorted ways: the first paths in their order, whatever their number. */
function firstPaths({ from, to }: PathsQuestion, ways: Ways, limit: number): FoundPath[] {
  const found: FoundPath[] = [];
  const slugs = [from];
  const keys: string[] = [];
  const walk = (slug: string): void => {
    if (slug === to) {
      found.push({ slugs: [...slugs], keys: [...keys] });
      return;
    }
    for (const [far, key] of ways.get(slug) ?? []) {
      if (found.length === limit) return;
      // Where a relation was written while it was searched for, a way may lead back.
      if (slugs.includes(far)) continue;
      slugs.push(far);
      keys.push(key);
      walk(far);
      slugs.pop();
      keys.pop();
    }
  };
  walk(from);
  return found;
}
