import { limits } from '../limits.js';
import type { GraphQLResolveInfo } from 'graphql';
import { entityTypeNames, type EntityType } from '../vocabulary/entity-types.js';
import { Answers, type EntityItem } from '../store/answers.js';
import { mapPage, type Page } from '../store/page.js';
import type { EntityShape } from '../store/reading.js';
import {
  Connection,
  defineConnection,
  pageArguments,
  pageRequest,
  planConnection,
} from './kit/connection.js';
import type { RequestContext } from './kit/context.js';
import { entityDraft } from './kit/drafts.js';
import { PlannedField } from './kit/plan.js';
import {
  scores,
  searchPage,
  searchQuestion,
  type SearchHit,
  type SearchPlace,
} from '../questions/search.js';
import type { SchemaParts } from './kit/types.js';

/** An entity that a search found, with its match. */
interface FoundEntity extends Omit<SearchHit, 'entity'> {
  readonly entity: EntityItem;
}

interface SearchArguments {
  readonly query: string;
  readonly types?: readonly EntityType[] | null | undefined;
  readonly in: readonly SearchPlace[];
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

const scoreDescription = `The quality of the match:

- ${String(scores.NAME)}: the query is the whole name, or an identifier or address.
- ${String(scores.WORDS)}: each word of the query is a word of the name.
- ${String(scores.BEGINNINGS)}: each is a word or the beginning of one.
- ${String(scores.MEANT)}: each is that or was meant for a word: with one typing mistake (in four letters or more), in another form of Russian or Kazakh, such as another case, with another ending of a patronymic (-ұлы, -ович), joined or divided otherwise, or in another Latin alphabet.
- ${String(scores.ESSENTIALS)}: each is a word, or was meant for one, apart from a person’s titles and patronymic and an organization’s legal form.
- ${String(scores.MOST_WORDS)}: the query has all words of the name, and others. A name of one word counts only if few others have the word.
- ${String(scores.INITIALS)}: the query has all words of a person’s name and begins with its initials: Алмас Ахметов for А. К. Ахметов.
- ${String(scores.KIND)}: the query names the kind of the entity, in one of the three languages, and its other words are words of the name or meant for them: конференция по правам человека.
- ${String(scores.TEXT)}: each word of the query is a word of \`matchedText\`.`;

/** Defines the root field that searches entities by name. */
export function defineSearch({ builder, pageInfo, entity, enums, vocabulary }: SchemaParts): void {
  const connection = defineConnection({ builder, vocabulary }, pageInfo, {
    name: 'Search',
    plural: 'entities that a search found',
    node: entity,
    nodeOf: (result: FoundEntity) => result.entity,
    isUncounted: true,
    edgeFields: (t) => ({
      matchedName: t.string({
        description:
          'The name, alias, identifier or address that matches the query best; the word for a kind, if the query is that alone.',
        resolve: ({ row }) => row.item.matchedName,
      }),
      matchedText: t.string({
        nullable: true,
        description:
          'The description or the note of evidence that has the words, if no name matches; else null. `matchedName` is then the name of the entity.',
        resolve: ({ row }) => row.item.matchedText,
      }),
      matchedLanguage: t.field({
        type: enums.language,
        nullable: true,
        description: 'The language of `matchedName`; null for an identifier or an address.',
        resolve: ({ row }) => row.item.matchedLanguage,
      }),
      score: t.float({
        description: scoreDescription,
        resolve: ({ row }) => scores[row.item.tier],
      }),
    }),
  });
  const places = builder.enumType('SearchPlace', {
    description: 'Where a search looks.',
    values: {
      NAMES: { description: 'In names, aliases, identifiers and `sameAs` addresses.' },
      TEXTS: { description: 'In descriptions and in notes of evidence.' },
    } as const,
  });
  builder.queryFields((t) => {
    const { first, after } = pageArguments(t.arg);
    return {
      search: t.field({
        type: connection,
        description:
          'Finds entities by their names and aliases, in any script and spelling (Ластаев, Lastayev and Lastaev find the same entities), and by their identifiers and `sameAs` addresses, as they are. The words of the query may be in any order, have one typing mistake each, or be beginnings. Titles, legal forms and patronymics may be left out or added; a kind, such as “conference”, finds what is of it. `score` has the ways in which a name can match, the best first; then come the entities with the most relations, then by slug.',
        args: {
          query: t.arg.string({
            required: true,
            description: `A name or some of its words: at most ${limits.searchText.value} characters, with a letter or a digit.`,
          }),
          types: t.arg({
            type: [enums.entityType],
            description: 'Finds only entities of these types. The default is all types.',
          }),
          in: t.arg({
            type: [places],
            required: true,
            defaultValue: ['NAMES'],
            description:
              'Where to look. Texts are descriptions, and notes of evidence for an entity or for a relation that starts at it; all words of the query must be whole words of one text.',
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
): Promise<Connection<FoundEntity>> {
  const question = searchQuestion(args.query, args.types, args.in);
  const page = await searchPage(context.store, question, pageRequest(args, question, 3));
  const shape = entityDraft();
  planConnection(
    PlannedField.ofResolver(info, context),
    { wantsRows: false, wantsCount: false },
    (item) => {
      item.plan(shape, entityTypeNames);
    },
  );
  return Connection.of(await itemsOfHits(page, shape, context), question);
}

/**
 * Returns the hits with their whole entities. Reads the entities again if expansions are selected.
 */
async function itemsOfHits(
  page: Page<SearchHit>,
  shape: EntityShape,
  { store }: RequestContext,
): Promise<Page<FoundEntity>> {
  const slugs = page.rows.map(({ item }) => item.entity.slug);
  if (shape.expansions.size === 0 || slugs.length === 0) {
    const answers = new Answers();
    return mapPage(page, ({ entity: row, ...match }) => ({
      ...match,
      entity: { row, shape, answers },
    }));
  }
  const { found, answers } = await store.read({ start: 'entities by slug', slugs, shape });
  const rows = new Map(found.map((row) => [row.slug, row]));
  return mapPage(page, ({ entity, ...match }) => {
    // It may have been removed in the meantime.
    const row = rows.get(entity.slug);
    return row ? { ...match, entity: { row, shape, answers } } : null;
  });
}
