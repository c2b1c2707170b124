import type { GraphQLResolveInfo } from 'graphql';
import type { Measured } from '../measures/graph-measures.js';
import type { Measure } from '../measures/measure.js';
import { pageOfList, type SortedList } from '../measures/pages.js';
import { undirectedMeasureQuestion } from '../questions/measures.js';
import type { EntityItem } from '../store/answers.js';
import { mapPage } from '../store/page.js';
import {
  Connection,
  defineConnection,
  pageArguments,
  pageRequest,
  type PageArguments,
} from './kit/connection.js';
import type { RequestContext } from './kit/context.js';
import type { Loaders } from './kit/loaders.js';
import {
  measuredFields,
  measureFilterDescription,
  ofWhichGraph,
  readMeasured,
  takesMeasuring,
  type MeasureArguments,
  type MeasuredConnection,
} from './kit/measured.js';
import type { SchemaParts } from './kit/types.js';

/** A group of entities. */
interface Group {
  /** From 1, in the order of groups. */
  readonly number: number;
  /** Sorted. */
  readonly slugs: readonly string[];
  /** Everything that determines the groups. */
  readonly question: unknown;
}

type GroupMeasure = 'communities' | 'components';

const order = 'The largest come first, then by their first slug.';

/** Defines the root fields that put entities into groups. */
export function defineGroups(parts: SchemaParts): void {
  const { builder, filters } = parts;
  const types = { communities: defineCommunities(parts), components: defineComponents(parts) };
  builder.queryFields((t) => {
    const args = {
      filter: t.arg({
        type: filters.relationFilter,
        description: `${measureFilterDescription} \`direction\` must be EITHER.`,
      }),
      ...pageArguments(t.arg),
    };
    return {
      communities: t.field({
        type: types.communities,
        description: `Groups of entities that are related to each other more than to others, as the Louvain method finds them. ${ofWhichGraph} No source names these groups: they are a help to read the graph. ${order}`,
        args,
        extensions: takesMeasuring,
        resolve: (_root, args, context, info) =>
          readGroups({ measure: 'communities' }, args, context, info),
      }),
      components: t.field({
        type: types.components,
        description: `Groups of entities between which there is a path, in whatever direction its relations lead. ${ofWhichGraph} ${order}`,
        args,
        extensions: takesMeasuring,
        resolve: (_root, args, context, info) =>
          readGroups({ measure: 'components' }, args, context, info),
      }),
    };
  });
}

function readGroups<M extends GroupMeasure>(
  work: Measure<M>,
  args: MeasureArguments,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<MeasuredConnection<Group, M>> {
  const { store, measures, vocabulary } = context;
  const question = undirectedMeasureQuestion(args.filter, vocabulary, work.measure);
  const cursorQuestion = [work, question];
  return readMeasured<Group, M>(
    {
      args,
      question: cursorQuestion,
      keysetLength: 1,
      compute: () => measures.measured(question, work, store.signal),
      planItem: () => undefined,
      read: (measured, page) =>
        Promise.resolve(pageOfList(groupList(measured, cursorQuestion), page)),
    },
    context,
    info,
  );
}

function groupList(
  { slugs, result: { starts, nodes } }: Measured<GroupMeasure>,
  question: unknown,
): SortedList<Group> {
  return {
    length: starts.length - 1,
    keysetOf: (index) => [index + 1],
    itemOf: (index) => {
      const own = nodes.subarray(starts[index], starts[index + 1]);
      return { number: index + 1, slugs: Array.from(own, (node) => slugs[node] ?? ''), question };
    },
  };
}

function defineCommunities(parts: SchemaParts) {
  return defineConnection<Group, Group, MeasuredConnection<Group, 'communities'>>(
    parts,
    parts.pageInfo,
    {
      name: 'Community',
      plural: 'communities',
      node: defineGroup(
        parts,
        'Community',
        'A group of entities that are related to each other more than to others.',
      ),
      nodeOf: (group) => group,
      connectionFields: (t) => ({
        ...measuredFields(t),
        modularity: t.float({
          nullable: true,
          description:
            'How much more relations there are within the communities than chance would put there: 0 for no more, towards 1 for communities that are clearly apart. Null if no relation matches.',
          resolve: ({ measured }) => measured.result.modularity,
        }),
        seed: t.int({
          description:
            'The seed of the random numbers that the Louvain method uses. It never changes, so the same graph is divided in the same way.',
          resolve: ({ measured }) => measured.result.seed,
        }),
      }),
    },
  );
}

function defineComponents(parts: SchemaParts) {
  return defineConnection<Group, Group, MeasuredConnection<Group, 'components'>>(
    parts,
    parts.pageInfo,
    {
      name: 'Component',
      plural: 'components',
      node: defineGroup(
        parts,
        'Component',
        'A group of entities between which there is a path, and none to any other entity.',
      ),
      nodeOf: (group) => group,
      connectionFields: (t) => measuredFields(t),
    },
  );
}

function defineGroup(
  { builder, entityConnections }: SchemaParts,
  name: string,
  description: string,
) {
  return builder.objectRef<Group>(name).implement({
    description,
    fields: (t) => ({
      number: t.exposeInt('number', {
        description: 'Its number in the order of this list, from 1. It may change with the graph.',
      }),
      size: t.int({
        description: 'The number of its entities.',
        resolve: ({ slugs }) => slugs.length,
      }),
      entities: t.field({
        type: entityConnections.Entity,
        description: 'Its entities, sorted by slug.',
        args: pageArguments(t.arg),
        resolve: (group, args, { loaders }) => entitiesOf(group, args, loaders),
      }),
    }),
  });
}

function entitiesOf(
  { slugs, question }: Group,
  args: PageArguments,
  loaders: Loaders,
): Connection<EntityItem> {
  const cursorQuestion = [question, slugs[0]];
  const slugAt = (index: number): string => slugs[index] ?? '';
  const list = {
    length: slugs.length,
    keysetOf: (index: number) => [slugAt(index)],
    itemOf: slugAt,
  };
  const page = pageOfList(list, pageRequest(args, cursorQuestion, 1));
  return new Connection<EntityItem>(
    () => cursorQuestion,
    null,
    async (side) => {
      if (side === 'count') return { ...page, rows: [] };
      const items = await loaders.presentEntities(page.rows.map(({ item }) => item));
      const bySlug = new Map(items.map((item) => [item.row.slug, item]));
      return mapPage(page, (slug) => bySlug.get(slug) ?? null);
    },
  );
}
