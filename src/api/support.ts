import type { EntityItem, RelationItem, SourceItem } from '../store/answers.js';
import { publisherOf } from './evidence.js';
import type { Types } from './kit/builder.js';
import type { RequestContext } from './kit/context.js';
import { brings } from './kit/cost.js';
import { entityDraft, sourceDraft, type RelationDraft } from './kit/drafts.js';
import { relationPart } from './kit/items.js';
import { reads, readsParts } from './kit/plan.js';
import type { SchemaParts } from './kit/types.js';

type RelationFields = PothosSchemaTypes.ObjectFieldBuilder<Types, RelationItem>;

/** Returns the sources that confirm a relation. Loads those that the reading did not select. */
async function sourcesOf(item: RelationItem, context: RequestContext): Promise<SourceItem[]> {
  const { shape, answers } = item;
  const slugs = await relationPart(item, 'sources', context);
  return Promise.all(
    slugs.map(async (slug) => {
      const row = answers.source(shape.sources, slug);
      if (!shape.sources || !row) return context.loaders.source(slug);
      return { row, shape: shape.sources, answers };
    }),
  );
}

/** Returns the publishers of the sources that confirm a relation, each once, by slug. */
async function publishersOf(item: RelationItem, context: RequestContext): Promise<EntityItem[]> {
  const sources = await sourcesOf(item, context);
  const found = await Promise.all(sources.map((source) => publisherOf(source, context)));
  const bySlug = new Map(found.map((publisher) => [publisher.row.slug, publisher]));
  return [...bySlug]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, publisher]) => publisher);
}

/** More sources than confirm a usual relation, and more rivals than one has. */
const SOURCES = 5;
const RIVALS = 2;

/** Returns the fields that say how well sources support a relation. */
export function supportFields(
  { enums, relation, source, entityTypes }: SchemaParts,
  t: RelationFields,
) {
  return {
    standing: t.field({
      type: enums.standing,
      description:
        'How well sources support the relation: stated, only inferred, a choice of the editors, or only denied.',
      extensions: readsParts('standing'),
      resolve: (item, _args, context) => relationPart(item, 'standing', context),
    }),
    isContested: t.boolean({
      description:
        'True if a source contradicts the relation as a whole, or contradicts another relation in favour of this one: see `rivals`. A source that only states another value of a property, such as another date, does not contest the relation: see `disagreements`.',
      extensions: readsParts('isContested'),
      resolve: (item, _args, context) => relationPart(item, 'isContested', context),
    }),
    publisherCount: t.int({
      description:
        'The number of publishers that state the relation explicitly. Several may print the same press release: see `originCount`.',
      extensions: readsParts('publisherCount'),
      resolve: (item, _args, context) => relationPart(item, 'publisherCount', context),
    }),
    originCount: t.int({
      description:
        'The number of independent origins: the informers of these publishers, each counted once.',
      extensions: readsParts('originCount'),
      resolve: (item, _args, context) => relationPart(item, 'originCount', context),
    }),
    rivals: t.field({
      type: [relation],
      description:
        'The relations that exclude this one: a source contradicts one of the two in favour of the other. Rivals that only evidence names, and that the graph does not have, are left out. If a filter sets sources aside (`without`, `publishedUntil`), they are set aside for the rivals, too. Sorted by key.',
      extensions: { ...brings(RIVALS), ...readsParts('isContested') },
      resolve: async (item, _args, context, info) => {
        const isContested = await relationPart(item, 'isContested', context);
        const rivals = isContested ? await context.loaders.rivals(item.row) : [];
        return context.answerSize.list(rivals, info);
      },
    }),
    sources: t.field({
      type: [source],
      description:
        'The sources that confirm the relation explicitly, sorted by slug. `evidence` has the passages, and what sources imply or contradict.',
      extensions: {
        ...brings(SOURCES),
        ...reads<RelationDraft>((draft, field) => {
          draft.sources ??= sourceDraft();
          field.plan(draft.sources);
        }),
      },
      resolve: async (item, _args, context, info) =>
        context.answerSize.list(await sourcesOf(item, context), info),
    }),
    publishers: t.field({
      type: [entityTypes.Organization],
      description:
        'The publishers of these sources, each once, sorted by slug: as many as `publisherCount`.',
      extensions: {
        ...brings(SOURCES),
        ...reads<RelationDraft>((draft, field) => {
          draft.sources ??= sourceDraft();
          draft.sources.publisher ??= entityDraft();
          field.plan(draft.sources.publisher, ['Organization']);
        }),
      },
      resolve: async (item, _args, context, info) =>
        context.answerSize.list(await publishersOf(item, context), info),
    }),
  };
}
