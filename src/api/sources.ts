import type { Answers, EntityItem, RelationItem, SourceItem } from '../store/answers.js';
import { mapPage, type Page, type PageSelection } from '../store/page.js';
import type { RelationShape, SourceQuestion } from '../store/reading.js';
import type { RelationRow, SourceRow } from '../store/rows.js';
import { Connection, pageArguments, planConnection, readConnection } from './kit/connection.js';
import type { RequestContext } from './kit/context.js';
import { addExpansion, entityDraft, sourceDraft, type SourceDraft } from './kit/drafts.js';
import { evidenceField, publisherOf } from './evidence.js';
import {
  soleSupportDraft,
  soleSupportKey,
  soleSupportLoad,
  soleSupportQuestion,
} from './kit/expansions.js';
import { partOf, whenKnown } from './kit/items.js';
import { PlannedField, reads, readsParts } from './kit/plan.js';
import type { SchemaParts } from './kit/types.js';

/** What the graph rests on: articles, releases, laws, reports. */
export function defineSources(parts: SchemaParts): void {
  const { source, node, entityTypes, relationConnection } = parts;
  source.implement({
    description: 'A publication, or another thing, that says something.',
    interfaces: [node],
    fields: (t) => ({
      slug: t.string({
        description: 'Its stable, readable name, unique over all sources.',
        resolve: ({ row }) => row.slug,
      }),
      title: t.string({
        nullable: true,
        description: 'Its title, where it was seen.',
        extensions: readsParts('title'),
        resolve: (item, _args, context) => sourcePart(item, 'title', context),
      }),
      urls: t.field({
        type: ['URL'],
        description: 'Its addresses.',
        extensions: readsParts('urls'),
        resolve: (item, _args, context) =>
          whenKnown(sourcePart(item, 'urls', context), (urls) => [...urls]),
      }),
      language: t.string({
        nullable: true,
        description: 'Its language, as a BCP 47 tag: `ru`, `kk`, `en`.',
        extensions: readsParts('language'),
        resolve: (item, _args, context) => sourcePart(item, 'language', context),
      }),
      publishedAt: t.field({
        type: 'PartialDate',
        nullable: true,
        description: 'When it was published.',
        extensions: readsParts('publishedAt'),
        resolve: (item, _args, context) => sourcePart(item, 'publishedAt', context),
      }),
      kind: t.string({
        nullable: true,
        description:
          'What sort of source it is: `NEWS`, `PRESS_RELEASE`, `TREATY_BODY`, `NGO`, `LAW`, `EDITORIAL` or `OTHER`.',
        extensions: readsParts('kind'),
        resolve: (item, _args, context) => sourcePart(item, 'kind', context),
      }),
      publisher: t.field({
        type: entityTypes.Organization,
        description: 'Who published it.',
        extensions: reads<SourceDraft>((draft, field) => {
          draft.publisher ??= entityDraft();
          field.plan(draft.publisher, ['Organization']);
        }),
        resolve: (item, _args, context) => publisherOf(item, context),
      }),
      informers: t.field({
        type: [entityTypes.Organization],
        description: 'From whom the publisher has it: its origins. Empty where that is unknown.',
        extensions: reads<SourceDraft>((draft, field) => {
          draft.informers ??= entityDraft();
          field.plan(draft.informers, ['Organization']);
        }),
        resolve: (item, _args, context) => informersOf(item, context),
      }),
      evidence: evidenceField(parts, t, 'source'),
      soleSupportOf: t.field({
        type: relationConnection,
        description:
          'What falls if this source falls: the relations that it says outright and no other source does, in the order of their keys.',
        args: pageArguments(t.arg),
        extensions: reads<SourceDraft>((draft, field) => {
          const { args } = field;
          const expansion = soleSupportDraft(args);
          const known = addExpansion(draft.expansions, soleSupportKey(args), expansion);
          if (known.kind !== 'sole support') return;
          planConnection(field, known, (item) => {
            item.plan(known.relation);
          });
        }),
        resolve: ({ row, shape, answers }, args, { loaders }) => {
          const planned = shape.expansions.get(soleSupportKey(args));
          const page =
            planned?.kind === 'sole support'
              ? answers.of('sole support', planned, row.slug)
              : undefined;
          const answer =
            planned?.kind === 'sole support' && page
              ? relationItems(page, planned.relation, answers)
              : null;
          // The arguments of what no reading answered are checked before it is loaded.
          if (!answer) soleSupportLoad(args, 'rows');
          return new Connection<RelationItem>(
            () => soleSupportQuestion,
            answer,
            async (side) => {
              const expansion = soleSupportLoad(args, side);
              const loaded = await loaders.expandSource('sole support', row.slug, expansion);
              return relationItems(loaded.answer, expansion.relation, loaded.answers);
            },
          );
        },
      }),
    }),
  });
  defineSourceQueries(parts);
}

function relationItems(
  page: Page<RelationRow>,
  shape: RelationShape,
  answers: Answers,
): Page<RelationItem> {
  return mapPage(page, (row) => ({ row, shape, answers }));
}

/** A part of a source: as the reading selected it, else loaded. */
function sourcePart<P extends keyof SourceRow>(
  { row }: SourceItem,
  part: P,
  { loaders }: RequestContext,
) {
  return partOf(row, part, async () => (await loaders.source(row.slug)).row);
}

async function informersOf(item: SourceItem, context: RequestContext): Promise<EntityItem[]> {
  const { shape, answers } = item;
  const slugs = await sourcePart(item, 'informerSlugs', context);
  const { informers } = shape;
  if (!informers) return context.loaders.presentEntities(slugs);
  return slugs.flatMap((slug) => {
    const row = answers.entity(informers, slug);
    return row ? [{ row, shape: informers, answers }] : [];
  });
}

interface SourceFilterInput {
  readonly publishers?: readonly string[] | null | undefined;
  readonly kinds?: readonly string[] | null | undefined;
  readonly languages?: readonly string[] | null | undefined;
}

function defineSourceQueries({ builder, source, sourceConnection }: SchemaParts): void {
  const filter = builder.inputRef<SourceFilterInput>('SourceFilter').implement({
    description: 'Which sources. All conditions must hold.',
    fields: (t) => ({
      publishers: t.stringList({ description: 'Slugs of their publishers.' }),
      kinds: t.stringList({ description: 'Their kinds, such as `NEWS`.' }),
      languages: t.stringList({ description: 'Their languages, such as `ru`.' }),
    }),
  });
  builder.queryFields((t) => ({
    source: t.field({
      type: source,
      nullable: true,
      description: 'The source with a slug; null where there is none.',
      args: {
        slug: t.arg.string({ required: true, description: 'Its slug, such as `kt-2025-12-11`.' }),
      },
      resolve: async (_root, { slug }, context, info) => {
        const shape = sourceDraft();
        PlannedField.ofResolver(info, context).plan(shape);
        const reading = { start: 'sources by slug', slugs: [slug], shape } as const;
        const { found, answers } = await context.store.read(reading);
        const [row] = found;
        return row && { row, shape, answers };
      },
    }),
    sources: t.field({
      type: sourceConnection,
      description: 'The sources, in the order of their slugs.',
      args: {
        filter: t.arg({ type: filter, description: 'Which sources.' }),
        ...pageArguments(t.arg),
      },
      resolve: (_root, args, context, info) => {
        const question: SourceQuestion = {
          publishers: args.filter?.publishers ?? null,
          kinds: args.filter?.kinds ?? null,
          languages: args.filter?.languages ?? null,
        };
        const shape = sourceDraft();
        const planItem = (item: PlannedField): void => item.plan(shape);
        const read = async (selection: PageSelection): Promise<Page<SourceItem>> => {
          const reading = { start: 'page of sources', question, shape, ...selection } as const;
          const { found, answers } = await context.store.read(reading);
          return mapPage(found, (row) => ({ row, shape, answers }));
        };
        return readConnection({ question, args, keysetLength: 1, planItem, read }, context, info);
      },
    }),
  }));
}
