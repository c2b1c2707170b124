import { filterParameters, relationFilter } from '../../addresses/address.js';
import type { ParameterName, ViewState } from '../../addresses/parameters.js';
import type { Ask } from '../ask.js';
import { shown } from '../picture/controls.js';
import { PathCount, type RelationFilter } from '../queries.js';
import type { View } from '../view.js';

/** How many routes there are, and how many steps each has. */
export interface RouteCount {
  readonly routes: number;
  readonly steps: number;
  /** Whether there are more than were counted. */
  readonly hasMore: boolean;
}

/** A change of the address that leads to routes. */
export interface Way {
  readonly text: string;
  readonly change: ViewState;
  readonly found: RouteCount;
}

interface Asked {
  readonly start: string;
  readonly end: string;
  readonly maxLength: number;
}

/** The number of steps that routes can have at all. */
const LONGEST = 12;

/** Counts the routes under the conditions of a state. */
export async function countRoutes(
  state: ViewState,
  { start, end, maxLength }: Asked,
  ask: Ask,
): Promise<RouteCount> {
  const filter = relationFilter(state) as RelationFilter;
  const { paths } = await ask(PathCount, { start, end, filter, maxLength });
  return {
    routes: paths.paths.length,
    steps: paths.paths[0]?.length ?? 0,
    hasMore: paths.truncated,
  };
}

/**
 * Asks anew with each condition dropped, and returns the changes that lead to routes. If none alone
 * does, tries without all of them.
 */
export async function whatIsInTheWay(view: View, asked: Asked, ask: Ask): Promise<Way[]> {
  const { state, t } = view;
  const conditions = filterParameters(state);
  const dropped: Omit<Way, 'found'>[] = conditions.map(([name, value]) => ({
    text: t.pathsPage.without(`${nameOf(name, view)}: ${shown(name, value, view)}`),
    change: { [name]: undefined },
  }));
  if (asked.maxLength < LONGEST)
    dropped.push({
      text: `${t.pathsPage.longest} ${t.pathsPage.steps(LONGEST)}`,
      change: { maxLength: LONGEST },
    });
  const ways = await withRoutes(dropped);
  if (ways.length > 0 || dropped.length < 2) return ways;
  const change: ViewState = Object.fromEntries(
    dropped.flatMap((one) => Object.entries(one.change)),
  );
  return withRoutes([{ text: t.pathsPage.withoutAll, change }]);

  async function withRoutes(changes: readonly Omit<Way, 'found'>[]): Promise<Way[]> {
    const tried = await Promise.all(
      changes.map(async ({ text, change }) => {
        const maxLength = change.maxLength ?? asked.maxLength;
        const found = await countRoutes({ ...state, ...change }, { ...asked, maxLength }, ask);
        return { text, change, found };
      }),
    );
    return tried.filter(({ found }) => found.routes > 0);
  }
}

function nameOf(name: ParameterName, { t }: View): string {
  const names: Readonly<Partial<Record<ParameterName, string>>> = t.pictureControls.names;
  return names[name] ?? name;
}

/** Says that there is no route, and which conditions are in the way. */
export function NoRoute({
  ways,
  steps,
  view,
}: {
  readonly ways: readonly Way[];
  readonly steps: number;
  readonly view: View;
}) {
  const words = view.t.pathsPage;
  return (
    <div class="no-route" role="status">
      <p>{words.none(steps)}</p>
      {ways.length === 0 ? (
        <p>{words.noneAtAll}</p>
      ) : (
        <>
          <p>{words.inTheWay}</p>
          <ul>
            {ways.map(({ text, change, found }) => (
              <li>
                {text}:{' '}
                <a href={view.here(change)}>
                  {found.hasMore
                    ? words.moreThan(found.routes, found.steps)
                    : words.found(found.routes, found.steps)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
