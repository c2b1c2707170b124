import { kindsOfSources } from '../questions/known-kinds.js';
import type { DuringInput } from '../questions/filters.js';
import { publicationDates } from '../questions/publication-dates.js';
import { requireLanguagesOfSources } from '../questions/known-languages.js';
import { currentSlugs } from '../questions/former-slugs.js';
import { readWithSlugs } from '../questions/known-slugs.js';
import { sourcesSetAside } from '../questions/set-aside.js';
import type { Answers, EntityItem, RelationItem, SourceItem } from '../store/answers.js';
import { mapPage, type Page, type PageSelection } from '../store/page.js';
import type { RelationShape, SourceQuestion } from '../store/reading.js';
import type { RelationRow, SourceRow } from '../store/rows.js';
import { languageFor } from '../values/localized-text.js';
import { readableDate } from '../wording/readable-date.js';
import { Connection, pageArguments, planConnection, readConnection } from './kit/connection.js';
import type { Types } from './kit/builder.js';
import type { RequestContext } from './kit/context.js';
import { brings } from './kit/cost.js';
import { addExpansion, entityDraft, sourceDraft, type SourceDraft } from './kit/drafts.js';
import { documentsField } from './documents.js';
import { evidenceField, publisherOf } from './evidence.js';
import {
  soleSupportDraft,
  soleSupportKey,
  soleSupportLoad,
  soleSupportQuestion,
} from './kit/expansions.js';
import { findSources } from './kit/find-records.js';
import { partOf, whenKnown } from './kit/items.js';
import { checkNamedSources } from './kit/named-sources.js';
import { PlannedField, reads, readsParts } from './kit/plan.js';
import { setAsideArguments } from './kit/set-aside-arguments.js';
import type { SchemaParts } from './kit/types.js';

/** More addresses and informers than a source usually has. */
const URLS = 3;
const INFORMERS = 4;

type SourceFields = PothosSchemaTypes.ObjectFieldBuilder<Types, SourceItem>;

/** Defines the type of sources and the root fields that return them. */
export function defineSources(parts: SchemaParts): void {
  const { source, node, entityTypes } = parts;
  source.implement({
    description:
      'A publication or another document that states claims, such as an article, a press release, a law or a report.',
    interfaces: [node],
    fields: (t) => ({
      slug: t.string({
        description: 'The stable, readable identifier of the source, unique among all sources.',
        resolve: ({ row }) => row.slug,
      }),
      title: t.string({
        nullable: true,
        description: 'The title of the source. Null if it is unknown.',
        extensions: readsParts('title'),
        resolve: (item, _args, context) => sourcePart(item, 'title', context),
      }),
      urls: t.field({
        type: ['URL'],
        description: 'The addresses of the source.',
        extensions: { ...brings(URLS), ...readsParts('urls') },
        resolve: (item, _args, context) =>
          whenKnown(sourcePart(item, 'urls', context), (urls) => [...urls]),
      }),
      language: t.string({
        nullable: true,
        description:
          'The language of the source as a BCP 47 tag, such as `ru`, `kk` or `en`. Null if it is unknown.',
        extensions: readsParts('language'),
        resolve: (item, _args, context) => sourcePart(item, 'language', context),
      }),
      publishedAt: t.field({
        type: 'PartialDate',
        nullable: true,
        description: 'The date of publication. Null if it is unknown.',
        extensions: readsParts('publishedAt'),
        resolve: (item, _args, context) => sourcePart(item, 'publishedAt', context),
      }),
      dateText: dateTextField(parts, t),
      kind: t.string({
        nullable: true,
        description:
          'The kind of the source: `NEWS`, `PRESS_RELEASE`, `TREATY_BODY`, `NGO`, `LAW`, `EDITORIAL` or `OTHER`.',
        extensions: readsParts('kind'),
        resolve: (item, _args, context) => sourcePart(item, 'kind', context),
      }),
      publisher: t.field({
        type: entityTypes.Organization,
        description: 'The organization that published the source.',
        extensions: reads<SourceDraft>((draft, field) => {
          draft.publisher ??= entityDraft();
          field.plan(draft.publisher, ['Organization']);
        }),
        resolve: (item, _args, context) => publisherOf(item, context),
      }),
      informers: t.field({
        type: [entityTypes.Organization],
        description:
          'The organizations from which the publisher has the information: its origins. Empty if they are unknown.',
        extensions: {
          ...brings(INFORMERS),
          ...reads<SourceDraft>((draft, field) => {
            draft.informers ??= entityDraft();
            field.plan(draft.informers, ['Organization']);
          }),
        },
        resolve: (item, _args, context) => informersOf(item, context),
      }),
      evidence: evidenceField(parts, t, 'source'),
      documents: documentsField(parts, t, 'SOURCE'),
      soleSupportOf: soleSupportField(parts, t),
    }),
  });
  defineSourceQueries(parts);
}

/** Returns the connection of the relations that only a source states. */
function soleSupportField({ relationConnection }: SchemaParts, t: SourceFields) {
  return t.field({
    type: relationConnection,
    description:
      'The relations that only this source states explicitly, sorted by key. They lose their support if this source turns out to be wrong.',
    args: {
      ...setAsideArguments(
        t.arg,
        'Lists the relations that of the others only this source states; none if it is to be ignored itself.',
      ),
      ...pageArguments(t.arg),
    },
    extensions: reads<SourceDraft>((draft, field) => {
      const { args } = field;
      const expansion = soleSupportDraft(args);
      const known = addExpansion(draft.expansions, soleSupportKey(args), expansion);
      if (known.kind !== 'sole support') return;
      planConnection(field, known, (item) => {
        item.plan(known.relation);
      });
    }),
    resolve: ({ row, shape, answers }, args, context) => {
      const { loaders } = context;
      const planned = shape.expansions.get(soleSupportKey(args));
      const page =
        planned?.kind === 'sole support'
          ? answers.of('sole support', planned, row.slug)
          : undefined;
      const answer =
        planned?.kind === 'sole support' && page
          ? relationItems(page, planned.relation, answers)
          : null;
      // If no reading answered this, the arguments are checked before anything is loaded.
      if (!answer) soleSupportLoad(args, 'rows');
      const connection = new Connection<RelationItem>(
        () => soleSupportQuestion(args),
        answer,
        async (side) => {
          const expansion = soleSupportLoad(args, side);
          const loaded = await loaders.expandSource('sole support', row.slug, expansion);
          return relationItems(loaded.answer, expansion.relation, loaded.answers);
        },
      );
      const check = checkNamedSources(sourcesSetAside(args), context);
      return check ? check.then(() => connection) : connection;
    },
  });
}

/** Returns the field for the date of publication in words. */
function dateTextField({ enums }: SchemaParts, t: SourceFields) {
  return t.string({
    nullable: true,
    description:
      'The date of publication in words, such as “probably 11 December 2025”. Null if it is unknown.',
    args: {
      language: t.arg({
        type: enums.language,
        description:
          'The language of the text. The default is the first language that the client accepts, else English.',
      }),
    },
    extensions: readsParts('publishedAt'),
    resolve: (item, args, context) =>
      whenKnown(sourcePart(item, 'publishedAt', context), (date) =>
        date === null ? null : readableDate(date, languageFor(args.language, context.languages)),
      ),
  });
}

function relationItems(
  page: Page<RelationRow>,
  shape: RelationShape,
  answers: Answers,
): Page<RelationItem> {
  return mapPage(page, (row) => ({ row, shape, answers }));
}

/** Returns a part of a source. Loads it if the reading did not select it. */
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
  readonly informers?: readonly string[] | null | undefined;
  readonly during?: DuringInput | null | undefined;
}

function defineSourceQueries({ builder, filters, source, sourceConnection }: SchemaParts): void {
  const filter = builder.inputRef<SourceFilterInput>('SourceFilter').implement({
    description: 'Selects sources. All conditions must be true.',
    fields: (t) => ({
      publishers: t.stringList({ description: 'The slug of the publisher is one of these.' }),
      kinds: t.stringList({ description: 'The kind is one of these, such as `NEWS`.' }),
      languages: t.stringList({ description: 'The language is one of these, such as `ru`.' }),
      informers: t.stringList({
        description:
          'At least one of the informers, from whom the publisher has the information, has one of these slugs.',
      }),
      during: t.field({
        type: filters.during,
        description:
          'The source was published in this range. Sources without a date may have been published at any time.',
      }),
    }),
  });
  builder.queryFields((t) => ({
    source: t.field({
      type: source,
      nullable: true,
      description: 'The source with this slug. Null if there is none.',
      args: {
        slug: t.arg.string({ required: true, description: 'The slug, such as `kt-2025-12-11`.' }),
      },
      resolve: async (_root, { slug }, context, info) => {
        const shape = sourceDraft();
        PlannedField.ofResolver(info, context).plan(shape);
        return (await findSources([slug], shape, context)).get(slug);
      },
    }),
    sources: t.field({
      type: sourceConnection,
      description: 'The sources, sorted by slug.',
      args: {
        filter: t.arg({ type: filter, description: 'Lists only sources that match this filter.' }),
        ...pageArguments(t.arg),
      },
      resolve: async (_root, args, context, info) => {
        const { store } = context;
        const { kinds, languages, during } = args.filter ?? {};
        const publishers = args.filter?.publishers ?? null;
        const informers = args.filter?.informers ?? null;
        const type = 'Organization';
        const named = [
          { argument: 'filter.publishers', type, slugs: publishers ?? [] },
          { argument: 'filter.informers', type, slugs: informers ?? [] },
        ] as const;
        const question: SourceQuestion = {
          publishers,
          kinds: kinds ? kindsOfSources(kinds, 'filter.kinds') : null,
          languages: languages ?? null,
          informers,
          published: during == null ? null : await publicationDates(store, during, 'filter.during'),
        };
        const shape = sourceDraft();
        const planItem = (item: PlannedField): void => item.plan(shape);
        const read = (selection: PageSelection): Promise<Page<SourceItem>> =>
          readWithSlugs(store, named, async (joined) => {
            const current = {
              ...question,
              publishers: publishers && currentSlugs(publishers, joined),
              informers: informers && currentSlugs(informers, joined),
            };
            const selected = { question: current, shape, ...selection };
            const { found, answers } = await store.read({ start: 'page of sources', ...selected });
            return mapPage(found, (row) => ({ row, shape, answers }));
          });
        await requireLanguagesOfSources(store, question.languages ?? [], 'filter.languages');
        return readConnection({ question, args, keysetLength: 1, planItem, read }, context, info);
      },
    }),
  }));
}
