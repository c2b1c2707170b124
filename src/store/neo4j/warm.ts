import { entityTypeNames } from '../../vocabulary/entity-types.js';
import type { Direction } from '../../vocabulary/vocabulary.js';
import type { PageRequest } from '../page.js';
import {
  entityParts,
  evidenceParts,
  relationParts,
  sourceParts,
  type EntityConditions,
  type EntityOrder,
  type RelationOrder,
} from '../reading.js';
import { lookups } from '../search.js';
import type { EndingQuery, Query } from './connection.js';
import type { EntryContext } from './context.js';
import { allCounts } from './counts.js';
import { Neo4jEngine } from './engine.js';
import { searchCandidates } from './search.js';

/** How many queries count as the first ones after the store was opened. */
const FIRST_QUERIES = 1_000;

/** Queries that are planned at a time: planning keeps a core of the server busy. */
const AT_A_TIME = 2;

/** What warming makes way for. */
export interface WarmingOptions {
  /** Ends it before the next query. */
  readonly signal: AbortSignal;
  /** Is waited for before each query. */
  readonly turn: () => Promise<unknown>;
}

/**
 * Has the server plan the usual queries, which takes it 20 to 100 ms each the first time. They are
 * run on next to nothing: the server keeps less of what it is only asked to explain. A query that
 * fails is skipped: its error is reported when it is asked again.
 */
export async function warm(
  query: Query,
  context: EntryContext,
  { signal, turn }: WarmingOptions,
): Promise<void> {
  const queries = usualQueries(query, context);
  const worker = async (): Promise<void> => {
    for (let next = queries.pop(); next; next = queries.pop()) {
      await turn();
      if (signal.aborted) return;
      await next().catch(() => undefined);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
}

/**
 * Runs the first queries with the longer time limit of the start: a server that was just started has
 * none of its files in memory and none of its code compiled, so that a query of milliseconds takes
 * seconds on a large graph.
 */
export function coldStartQuery(
  query: EndingQuery,
  startupQuery: EndingQuery,
  firstQueries = FIRST_QUERIES,
): EndingQuery {
  let left = firstQueries;
  return (text, ending) => (left-- > 0 ? startupQuery(text, ending) : query(text, ending));
}

function usualQueries(query: Query, context: EntryContext): (() => Promise<unknown>)[] {
  const engine = new Neo4jEngine(query, context);
  const page: PageRequest = { limit: 1, backward: false };
  const byName: EntityOrder = { by: 'NAME', descending: false, language: 'en' };
  const bySlug: RelationOrder = { by: 'SLUG', descending: false };
  const { relationTypeNames } = context.vocabulary;
  const related = (types: readonly string[] | null, direction: Direction | null) => () =>
    engine.each(
      {
        kind: 'related',
        question: { types, direction, filter: {}, order: bySlug },
        page,
        relation: [],
        entity: ['name en ru kk'],
      },
      [],
    );
  const people = (filter: EntityConditions) => () =>
    engine.one({
      kind: 'page of entities',
      question: { filter, order: byName },
      page,
      parts: ['name en ru kk'],
    });
  return [
    () => engine.run(allCounts(context.vocabulary)),
    () => engine.each({ kind: 'entities by slug', parts: entityParts }, []),
    () => engine.each({ kind: 'sources by slug', parts: sourceParts }, []),
    () =>
      engine.each(
        {
          kind: 'page of evidence',
          question: { of: 'target', properties: null },
          page,
          parts: evidenceParts,
        },
        [],
      ),
    () =>
      engine.each(
        { kind: 'relations by key', parts: relationParts },
        relationTypeNames.map((type) => `~${type}~`),
      ),
    ...lookups.slice(0, 2).map((lookup) => () => {
      const asked = { words: ['no', 'such', 'name'], meant: new Map<string, Set<string>>() };
      const request = { ...asked, lookup, types: null, after: null, limit: 1 };
      return engine.run(searchCandidates(request, context));
    }),
    people({}),
    ...entityTypeNames.map((type) => people({ types: [type] })),
    related(null, null),
    ...relationTypeNames.flatMap((type) => [
      related([type], 'FORWARD'),
      related([type], 'BACKWARD'),
    ]),
  ].reverse();
}
