import { limits } from '../limits.js';
import type { GraphQLResolveInfo } from 'graphql';
import { entityTypeNames, type EntityType } from '../vocabulary/entity-types.js';
import { entityShape, type EntityShape } from '../store/reading.js';
import type { Page } from '../model/records.js';
import {
  Connection,
  defineConnection,
  pageArguments,
  pageRequest,
  planConnection,
} from './kit/connection.js';
import type { RequestContext } from './kit/context.js';
import { PlannedField } from './kit/plan.js';
import { scores, searchPage, searchQuestion, type SearchHit } from '../questions/search.js';
import type { SchemaParts } from './kit/types.js';

interface SearchArguments {
  readonly query: string;
  readonly types?: readonly EntityType[] | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** What starts from a name, in whatever script and spelling. */
export function defineSearch({ builder, pageInfo, entity, enums, vocabulary }: SchemaParts): void {
  const connection = defineConnection({ builder, vocabulary }, pageInfo, {
    name: 'Search',
    holds: 'what a search found',
    node: entity,
    nodeOf: (result: SearchHit) => result.entity,
    isUncounted: true,
    edgeFields: (t) => ({
      matchedName: t.string({
        description: 'The name or alias that matches best.',
        resolve: ({ row }) => row.item.matchedName,
      }),
      matchedLanguage: t.field({
        type: enums.language,
        description: 'The language of that name.',
        resolve: ({ row }) => row.item.matchedLanguage,
      }),
      score: t.float({
        description: `How well it matches: ${String(scores.NAME)} where it is the whole name, ${String(scores.WORDS)} where each word is one of the name’s, ${String(scores.BEGINNINGS)} where each is one or begins one, ${String(scores.MISTAKES)} where that takes a typing mistake.`,
        resolve: ({ row }) => scores[row.item.tier],
      }),
    }),
  });
  builder.queryFields((t) => {
    const { first, after } = pageArguments(t.arg);
    return {
      search: t.field({
        type: connection,
        description:
          'Entities by their names and aliases, in any script and spelling: Ластаев, Lastayev and Lastaev find the same. All words have to be in one name, in any order; a word may be the beginning of one, or, from four letters on, have one typing mistake. The best matches come first; of those that match equally well, those with the most relations.',
        args: {
          query: t.arg.string({
            required: true,
            description: `A name or some words of it, at most ${limits.searchText.value} characters.`,
          }),
          types: t.arg({
            type: [enums.entityType],
            description: 'Only entities of these types; of all where absent.',
          }),
          first,
          after,
        },
        resolve: (_root, args, context, info) => search(args, context, info),
      }),
    };
  });
}

async function search(
  args: SearchArguments,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<Connection<SearchHit>> {
  const question = searchQuestion(args.query, args.types);
  const page = await searchPage(context.store, question, pageRequest(args, question, 3));
  const shape = entityShape();
  planConnection(
    PlannedField.ofResolver(info, context),
    { wantsRows: false, wantsCount: false },
    (item) => {
      if (context.planReadings) item.plan(shape, entityTypeNames);
    },
  );
  const answer = shape.expansions.size === 0 ? page : await expanded(page, shape, context);
  return Connection.of(answer, question);
}

/** The same page with what else is asked for of its entities. */
async function expanded(
  page: Page<SearchHit>,
  shape: EntityShape,
  { store }: RequestContext,
): Promise<Page<SearchHit>> {
  const slugs = page.rows.map(({ item }) => item.entity.slug);
  if (slugs.length === 0) return page;
  const found = await store.read({ start: 'entities by slug', slugs, shape });
  const bySlug = new Map(found.map((record) => [record.slug, record]));
  return {
    ...page,
    rows: page.rows.flatMap(({ item, keyset }) => {
      // It may have been removed meanwhile.
      const entity = bySlug.get(item.entity.slug);
      return entity ? [{ item: { ...item, entity }, keyset }] : [];
    }),
  };
}
