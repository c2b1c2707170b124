import { entityTypeNames } from '../../vocabulary/entity-types.js';
import type { Vocabulary } from '../../vocabulary/vocabulary.js';
import type { EntityOrder, PageRequest, RelationOrder } from '../reading.js';
import { matchTiers } from '../search.js';
import type { Query } from './connection.js';
import { searchCandidates } from './search.js';
import { Statements } from './statements.js';
import { Neo4jSteps } from './steps.js';

/** Statements that are planned at a time; planning keeps a core of the server busy. */
const SIDE_BY_SIDE = 4;

/**
 * Has the server plan the usual statements, which takes it 20 to 100 ms each the first time. They
 * are run on next to nothing: the server keeps less of what it was only asked to explain.
 */
export async function warm(query: Query, vocabulary: Vocabulary): Promise<void> {
  const statements = usualStatements(query, vocabulary);
  const workers = Array.from({ length: SIDE_BY_SIDE }, async () => {
    for (let next = statements.pop(); next; next = statements.pop()) await next();
  });
  await Promise.all(workers);
}

function usualStatements(query: Query, vocabulary: Vocabulary): (() => Promise<unknown>)[] {
  const statements = new Statements(vocabulary);
  const steps = Neo4jSteps.of(query, statements);
  const page: PageRequest = { limit: 1, backward: false };
  const byName: EntityOrder = { by: 'NAME', descending: false, language: 'en' };
  const bySlug: RelationOrder = { by: 'SLUG', descending: false };
  const { relationTypeNames } = vocabulary;
  const keys = relationTypeNames.map((type) => `~${type}~`);
  return [
    () => steps.entities([]),
    () => steps.details([]),
    () => steps.counts(),
    () => steps.evidencePage([], { of: 'target', properties: null }, page),
    () => steps.sources([]),
    () => steps.relations(keys),
    () => steps.entityPage({ filter: {}, order: byName }, page),
    ...matchTiers.slice(0, 2).map((tier) => () => {
      const asked = { words: ['no', 'such', 'name'], mistakable: new Map<string, string[]>() };
      const request = { ...asked, tier, types: null, after: null, limit: 1 };
      return searchCandidates(query, request, statements.rows);
    }),
    ...entityTypeNames.map(
      (type) => () => steps.entityPage({ filter: { types: [type] }, order: byName }, page),
    ),
    () => steps.related([], { types: null, direction: null, filter: {}, order: bySlug }, page),
    ...relationTypeNames.flatMap((type) =>
      (['FORWARD', 'BACKWARD'] as const).map(
        (direction) => () =>
          steps.related([], { types: [type], direction, filter: {}, order: bySlug }, page),
      ),
    ),
  ].reverse();
}
