import {
  sourceShape,
  entityShape,
  type SourceQuestion,
  type SourceShape,
} from '../store/reading.js';
import type { EntityRecord, Page, RelationRecord } from '../model/records.js';
import {
  Connection,
  markOf,
  pageArguments,
  pageRequest,
  planConnection,
} from './kit/connection.js';
import { evidenceField } from './evidence.js';
import { soleSupportExpansion, soleSupportKey, soleSupportQuestion } from './kit/expansions.js';
import { addExpansion, PlannedField, reads } from './kit/plan.js';
import type { SchemaParts } from './kit/types.js';

/** What the graph rests on: articles, releases, laws, reports. */
export function defineSources(parts: SchemaParts): void {
  const { source, node, entityTypes, relationConnection } = parts;
  source.implement({
    description: 'A publication, or another thing, that says something.',
    interfaces: [node],
    fields: (t) => ({
      slug: t.exposeString('slug', {
        description: 'Its stable, readable name, unique over all sources.',
      }),
      title: t.exposeString('title', {
        nullable: true,
        description: 'Its title, where it was seen.',
      }),
      urls: t.field({
        type: ['URL'],
        description: 'Its addresses.',
        resolve: ({ urls }) => [...urls],
      }),
      language: t.exposeString('language', {
        nullable: true,
        description: 'Its language, as a BCP 47 tag: `ru`, `kk`, `en`.',
      }),
      publishedAt: t.field({
        type: 'PartialDate',
        nullable: true,
        description: 'When it was published.',
        resolve: ({ publishedAt }) => publishedAt,
      }),
      kind: t.exposeString('kind', {
        nullable: true,
        description:
          'What sort of source it is: `NEWS`, `PRESS_RELEASE`, `TREATY_BODY`, `NGO`, `LAW`, `EDITORIAL` or `OTHER`.',
      }),
      publisher: t.field({
        type: entityTypes.Organization,
        description: 'Who published it.',
        extensions: reads<SourceShape>((shape, field) => {
          shape.publisher ??= entityShape();
          field.plan(shape.publisher, ['Organization']);
        }),
        resolve: ({ publisher, publisherSlug }, _args, { loaders }) =>
          publisher ?? (loaders.entity.load(publisherSlug) as Promise<EntityRecord>),
      }),
      informers: t.field({
        type: [entityTypes.Organization],
        description: 'From whom the publisher has it: its origins. Empty where that is unknown.',
        extensions: reads<SourceShape>((shape, field) => {
          shape.informers ??= entityShape();
          field.plan(shape.informers, ['Organization']);
        }),
        resolve: async ({ informers, informerSlugs }, _args, { loaders }) => {
          if (informers) return [...informers];
          const loaded = await loaders.entity.loadMany([...informerSlugs]);
          return loaded.filter((found): found is EntityRecord => found !== null && 'slug' in found);
        },
      }),
      evidence: evidenceField(parts, t, 'source'),
      soleSupportOf: t.field({
        type: relationConnection,
        description:
          'What falls if this source falls: the relations that it says outright and no other source does, in the order of their keys.',
        args: pageArguments(t.arg),
        extensions: reads<SourceShape>((shape, field) => {
          const expansion = addExpansion(shape.expansions, soleSupportExpansion(field.args));
          planConnection(field, expansion, (item) => {
            item.plan(expansion.relation);
          });
        }),
        resolve: ({ slug, answers }, args, { loaders }) => {
          const answer = answers?.get(soleSupportKey(args)) as Page<RelationRecord> | undefined;
          const expansion = soleSupportExpansion(args);
          return new Connection<RelationRecord>(
            () => markOf(soleSupportQuestion),
            answer ?? null,
            ({ rows }) =>
              loaders.expansionOfSource(slug, {
                ...expansion,
                wantsRows: rows,
                wantsCount: !rows,
              }) as Promise<Page<RelationRecord>>,
          );
        },
      }),
    }),
  });
  defineSourceQueries(parts);
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
        const shape = sourceShape();
        if (context.planReadings) PlannedField.ofResolver(info, context).plan(shape);
        const [found] = await context.store.read({
          start: 'sources by slug',
          slugs: [slug],
          shape,
        });
        return found;
      },
    }),
    sources: t.field({
      type: sourceConnection,
      description: 'The sources, in the order of their slugs.',
      args: {
        filter: t.arg({ type: filter, description: 'Which sources.' }),
        ...pageArguments(t.arg),
      },
      resolve: async (_root, args, context, info) => {
        const question: SourceQuestion = {
          publishers: args.filter?.publishers ?? null,
          kinds: args.filter?.kinds ?? null,
          languages: args.filter?.languages ?? null,
        };
        const page = pageRequest(args, question, 1);
        const shape = sourceShape();
        const wish = { wantsRows: false, wantsCount: false };
        planConnection(PlannedField.ofResolver(info, context), wish, (item) => {
          if (context.planReadings) item.plan(shape);
        });
        const answer = await context.store.read({
          start: 'page of sources',
          question,
          page,
          shape,
          ...wish,
        });
        return Connection.of(answer, question);
      },
    }),
  }));
}
