import type { RelationEntry, SourceEntry } from '../../src/writing/entries.js';
import { parsePartialDate } from '../../src/values/partial-date.js';
import { dates, type Random, type World } from './worlds.js';

/** The arguments of the API that set sources aside. */
export interface SetAsideArguments {
  readonly without?: readonly string[];
  readonly publishedUntil?: string;
}

/** Some sources of a world, or what was published after a day, or both. */
export function randomSetAside(random: Random, { sources = [] }: World): SetAsideArguments {
  const without = { without: random.some(sources, 0.4).map(({ slug }) => slug) };
  const publishedUntil = { publishedUntil: random.pick(dates) };
  return random.pick([without, publishedUntil, { ...without, ...publishedUntil }]);
}

/** Returns a world without the relations that nothing carries when sources are set aside. */
export function withoutSources(world: World, setAside: SetAsideArguments): World {
  const aside = slugsAside(world, setAside);
  const isLeft = ({ evidence = [] }: RelationEntry): boolean => {
    const confirming = evidence.filter(({ stance }) => stance !== 'CONTRADICTS');
    const carrying = confirming.length > 0 ? confirming : evidence;
    return carrying.some(({ source }) => !aside.has(source));
  };
  return { ...world, relations: (world.relations ?? []).filter(isLeft) };
}

/** Returns the sources that are set aside. */
function slugsAside(
  { sources = [] }: World,
  { without = [], publishedUntil }: SetAsideArguments,
): ReadonlySet<string> {
  const lastDayOf = (date: string): number => parsePartialDate(date).end.latest;
  const isLate = ({ publishedAt }: SourceEntry): boolean =>
    publishedUntil !== undefined &&
    (publishedAt === undefined || lastDayOf(String(publishedAt)) > lastDayOf(publishedUntil));
  const aside = sources.filter((source) => without.includes(source.slug) || isLate(source));
  return new Set(aside.map(({ slug }) => slug));
}
