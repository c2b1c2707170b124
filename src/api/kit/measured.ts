import type { GraphQLResolveInfo } from 'graphql';
import type { FieldMap } from '@pothos/core';
import type { Measured } from '../../measures/graph-measures.js';
import type { MeasureName } from '../../measures/measure.js';
import { sourcesOfRelationFilter, type RelationFilterInput } from '../../questions/filters.js';
import type { Page, PageRequest, PageSelection } from '../../store/page.js';
import type { Types } from './builder.js';
import { Connection, pageRequest, planConnection, type PageArguments } from './connection.js';
import type { RequestContext } from './context.js';
import { takes } from './cost.js';
import { checkNamedSources } from './named-sources.js';
import { PlannedField } from './plan.js';

// What the root fields share that are computed over all relations that match a filter.

/** A page of what was computed, with what it was computed over. */
export class MeasuredConnection<T, M extends MeasureName = MeasureName> extends Connection<T> {
  constructor(
    page: Page<T>,
    question: unknown,
    readonly measured: Measured<M>,
  ) {
    super(
      () => question,
      page,
      () => Promise.resolve(page),
    );
  }
}

export interface MeasureArguments extends PageArguments {
  readonly filter?: RelationFilterInput | null | undefined;
}

/** The page of a root field, with the functions that compute and read it. */
export interface MeasuredPage<T, M extends MeasureName> {
  readonly args: MeasureArguments;
  /** Everything except the page that determines the rows and their order. */
  readonly question: unknown;
  readonly keysetLength: number;
  readonly compute: () => Promise<Measured<M>>;
  readonly planItem: (item: PlannedField) => void;
  readonly read: (
    measured: Measured<M>,
    page: PageRequest,
    selection: PageSelection,
  ) => Promise<Page<T>>;
}

/** Computes a measure, and reads a page of its result. */
export async function readMeasured<T, M extends MeasureName>(
  { args, question, keysetLength, compute, planItem, read }: MeasuredPage<T, M>,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<MeasuredConnection<T, M>> {
  const page = pageRequest(args, question, keysetLength);
  const check = checkNamedSources(sourcesOfRelationFilter(args.filter), context);
  if (check) await check;
  const selection = { page, wantsRows: false, wantsCount: false };
  planConnection(PlannedField.ofResolver(info, context), selection, planItem);
  const measured = await compute();
  return new MeasuredConnection(await read(measured, page, selection), question, measured);
}

/** Five of them in one query are the most that a request has time for. */
const MEASURE_WORK = 75_000;

/** The `extensions` of a root field that computes a measure: it is always heavy. */
export const takesMeasuring = takes(MEASURE_WORK);

/** What the description of each such root field says of its graph. */
export const ofWhichGraph =
  'It is computed over the relations that match the filter and the entities that these join: all relations between the same two entities count as one, and a relation of an entity with itself does not count.';

export const measureFilterDescription =
  'Computes it over only the relations that match this filter. `entityTypes` are the types of both ends.';

/** The fields that say what a measure was computed over. */
export function measuredFields<T, M extends MeasureName>(
  t: PothosSchemaTypes.ObjectFieldBuilder<Types, MeasuredConnection<T, M>>,
): FieldMap {
  return {
    nodeCount: t.int({
      description: 'The number of entities that it was computed over: those with such a relation.',
      resolve: ({ measured }) => measured.slugs.length,
    }),
    relationCount: t.int({
      description:
        'The number of relations that it was computed over. Each of several between the same two entities is counted here.',
      resolve: ({ measured }) => measured.relationCount,
    }),
  };
}
