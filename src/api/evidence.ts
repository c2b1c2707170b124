import { entityTypeNames } from '../vocabulary/entity-types.js';
import type {
  Answers,
  EntityItem,
  EvidenceItem,
  RelationItem,
  SourceItem,
} from '../store/answers.js';
import { mapPage, type Page } from '../store/page.js';
import type { EvidenceExpansion, EvidenceShape } from '../store/reading.js';
import type { EvidenceRow } from '../store/rows.js';
import { isRelationKey } from '../model/records.js';
import { languageFor } from '../values/localized-text.js';
import type { Language } from '../vocabulary/languages.js';
import type { Position } from '../values/position.js';
import type { Types } from './kit/builder.js';
import { Connection, pageArguments, planConnection } from './kit/connection.js';
import type { RequestContext } from './kit/context.js';
import { brings, takes } from './kit/cost.js';
import { citationParts, type CitedEvidence } from '../wording/citation.js';
import { textOf, type TextPart } from '../wording/text-part.js';
import { evidenceQuestion } from '../questions/evidence.js';
import { sourcesSetAside } from '../questions/set-aside.js';
import type { NamedSources } from '../questions/known-sources.js';
import {
  addExpansion,
  entityDraft,
  relationDraft,
  sourceDraft,
  type EvidenceDraft,
  type EvidenceExpansionDraft,
} from './kit/drafts.js';
import {
  evidenceDraftOf,
  evidenceKey,
  evidenceLoad,
  type EvidenceArguments,
} from './kit/expansions.js';
import { partOf, withParts } from './kit/items.js';
import { checkNamedSources } from './kit/named-sources.js';
import { setAsideArguments } from './kit/set-aside-arguments.js';
import { namedEnd, planEnd } from './named-ends.js';
import { reads, readsParts } from './kit/plan.js';
import type { SchemaParts } from './kit/types.js';

type Owner = EntityItem | RelationItem | SourceItem;

type OwnerFields = PothosSchemaTypes.RootFieldBuilder<Types, never, 'Interface' | 'Object'>;

const owners = {
  entity: {
    description: 'The evidence about it: first about it as a whole, then about its properties.',
    load: ({ loaders }: RequestContext, key: string, expansion: EvidenceExpansion) =>
      loaders.expandEntity('evidence', key, expansion),
  },
  relation: {
    description: 'The evidence about it: first about it as a whole, then about its properties.',
    load: ({ loaders }: RequestContext, key: string, expansion: EvidenceExpansion) =>
      loaders.expandRelation(key, expansion),
  },
  source: {
    description: 'The evidence from this source.',
    load: ({ loaders }: RequestContext, key: string, expansion: EvidenceExpansion) =>
      loaders.expandSource('evidence', key, expansion),
  },
};

/** Returns a connection field for the evidence about an entity or a relation, or from a source. */
export function evidenceField(
  { vocabulary, enums, evidenceConnection }: SchemaParts,
  fields: unknown,
  owner: keyof typeof owners,
) {
  const t = fields as OwnerFields;
  const { description, load } = owners[owner];
  const questionOf = (args: EvidenceArguments) =>
    evidenceQuestion(args, owner === 'source' ? 'source' : 'target', vocabulary);
  return t.field({
    type: evidenceConnection,
    description,
    args: {
      properties: t.arg.stringList({
        description:
          'Lists only evidence about these properties, such as `startDate`. An empty list selects only evidence about the record as a whole.',
      }),
      stance: t.arg({
        type: enums.stance,
        description: 'Lists only evidence that confirms, or only evidence that contradicts.',
      }),
      inferred: t.arg.boolean({
        description:
          'True lists only evidence that was inferred, false only evidence that a source states explicitly.',
      }),
      ...(owner === 'source'
        ? {}
        : {
            sources: t.arg.stringList({
              description: 'Slugs of sources. Lists only evidence from these.',
            }),
            ...setAsideArguments(t.arg, 'Their evidence is left out.'),
          }),
      ...pageArguments(t.arg),
    },
    extensions: reads<never>((draft: EvidenceOwnerDraft, field) => {
      const { args, entityTypes } = field;
      const expansion = addExpansion(
        draft.expansions,
        evidenceKey(args),
        evidenceDraftOf(questionOf(args), args, entityTypes),
      );
      planConnection(field, expansion, (item) => {
        item.plan(expansion.evidence);
      });
    }),
    resolve: (parent, args, context) => {
      const { row, shape, answers } = parent as Owner;
      const key = 'key' in row ? row.key : row.slug;
      const planned = shape.expansions.get(evidenceKey(args));
      const page = planned?.kind === 'evidence' ? answers.of('evidence', planned, key) : undefined;
      const answer =
        planned?.kind === 'evidence' && page
          ? evidenceItems(page, planned.evidence, answers)
          : null;
      // If no reading answered this, the arguments are checked before anything is loaded.
      if (!answer) evidenceLoad(questionOf(args), args, 'rows');
      const connection = new Connection<EvidenceItem>(
        () => questionOf(args),
        answer,
        async (side) => {
          const expansion = evidenceLoad(questionOf(args), args, side);
          const loaded = await load(context, key, expansion);
          return evidenceItems(loaded.answer, expansion.evidence, loaded.answers);
        },
      );
      const check = checkNamedSources(sourcesOfEvidence(args), context);
      return check ? check.then(() => connection) : connection;
    },
  });
}

function sourcesOfEvidence({ sources, ...others }: EvidenceArguments): NamedSources[] {
  return [
    ...(sources ? [{ kind: 'source', slugs: sources, argument: 'sources' } as const] : []),
    ...sourcesSetAside(others),
  ];
}

/** A draft that can expand to evidence. */
interface EvidenceOwnerDraft {
  readonly expansions: Map<string, EvidenceExpansionDraft>;
}

function evidenceItems(
  page: Page<EvidenceRow>,
  shape: EvidenceShape,
  answers: Answers,
): Page<EvidenceItem> {
  return mapPage(page, (row) => ({ row, shape, answers }));
}

/** Returns a part of a piece of evidence. Loads it if the reading did not select it. */
function evidencePart<P extends keyof EvidenceRow>(
  { row }: EvidenceItem,
  part: P,
  { loaders }: RequestContext,
) {
  return partOf(row, part, async () => (await loaders.evidence(row.id)).row);
}

/** Returns the source of a piece of evidence. Loads it if the reading did not select it. */
function sourceOf(
  { row, shape, answers }: EvidenceItem,
  { loaders }: RequestContext,
): SourceItem | Promise<SourceItem> {
  const source = answers.source(shape.source, row.sourceSlug);
  return shape.source && source
    ? { row: source, shape: shape.source, answers }
    : loaders.source(row.sourceSlug);
}

/** Returns the organization that published a source. Loads it if the reading did not select it. */
export async function publisherOf(
  { row, shape, answers }: SourceItem,
  { loaders }: RequestContext,
): Promise<EntityItem> {
  const slug = await partOf(row, 'publisherSlug', async () => (await loaders.source(row.slug)).row);
  const publisher = answers.entity(shape.publisher, slug);
  return shape.publisher && publisher
    ? { row: publisher, shape: shape.publisher, answers }
    : loaders.entity(slug);
}

function targetOf(
  { row, shape, answers }: EvidenceItem,
  { loaders }: RequestContext,
): EntityItem | RelationItem | Promise<EntityItem | RelationItem> {
  const { target } = row;
  const shapes = shape.target;
  if (isRelationKey(target)) {
    const relation = answers.relation(shapes?.relation, target);
    return shapes && relation
      ? { row: relation, shape: shapes.relation, answers }
      : loaders.relation(target);
  }
  const entity = answers.entity(shapes?.entity, target);
  return shapes && entity ? { row: entity, shape: shapes.entity, answers } : loaders.entity(target);
}

/** A citation reads the evidence, its source and the publisher. */
const CITATION_WORK = 5;

/** The number of parts that a citation has if everything in it is known. */
const CITATION_PARTS = 6;

const CITATION_LANGUAGE =
  'The language of the citation. The default is the first language that the client accepts, else English.';

/** Defines the type of evidence and of its text positions. */
export function defineEvidence(parts: SchemaParts): void {
  const { evidence, node, enums, source, evidenceTarget, textPart } = parts;
  const selector = defineSelector(parts);
  const planned = { ...takes(CITATION_WORK), ...reads<EvidenceDraft>(planCitation) };
  evidence.implement({
    description:
      'What one source states about an entity or a relation, either as a whole or about one of its properties.',
    interfaces: [node],
    fields: (t) => ({
      target: t.field({
        type: evidenceTarget,
        description: 'The entity or relation that the evidence is about.',
        extensions: reads<EvidenceDraft>((draft, field) => {
          draft.target ??= { entity: entityDraft(), relation: relationDraft() };
          field.plan(draft.target.entity, entityTypeNames);
          field.plan(draft.target.relation, ['Relation']);
        }),
        resolve: (item, _args, context) => targetOf(item, context),
      }),
      property: t.string({
        nullable: true,
        description:
          'The property that the evidence is about, such as `startDate`. Null if it is about the target as a whole.',
        resolve: ({ row }) => row.property,
      }),
      source: t.field({
        type: source,
        description: 'The source of the evidence.',
        extensions: reads<EvidenceDraft>((draft, field) => {
          draft.source ??= sourceDraft();
          field.plan(draft.source);
        }),
        resolve: (item, _args, context) => sourceOf(item, context),
      }),
      selector: t.field({
        type: selector,
        nullable: true,
        description:
          'The position of the passage in the source. Null if the editors had only an excerpt.',
        extensions: readsParts('position'),
        resolve: (item, _args, context) => evidencePart(item, 'position', context),
      }),
      stance: t.field({
        type: enums.stance,
        description: 'Whether the source confirms or contradicts the claim.',
        resolve: ({ row }) => row.stance,
      }),
      value: t.string({
        nullable: true,
        description:
          'The value that the source states for the property, or the key of the rival if it contradicts a relation in favour of another one.',
        extensions: readsParts('value'),
        resolve: (item, _args, context) => evidencePart(item, 'value', context),
      }),
      inferred: t.boolean({
        description:
          'Whether the source implies the claim instead of stating it. Inferred evidence does not count for `publisherCount` and `originCount`.',
        extensions: readsParts('inferred'),
        resolve: (item, _args, context) => evidencePart(item, 'inferred', context),
      }),
      note: t.string({
        nullable: true,
        description: 'A remark by the editors.',
        extensions: readsParts('note'),
        resolve: (item, _args, context) => evidencePart(item, 'note', context),
      }),
      citation: t.string({
        description:
          'A citation that can be pasted into a text: the publisher, title, date and address of the source, and the range of characters of the passage.',
        args: { language: t.arg({ type: enums.language, description: CITATION_LANGUAGE }) },
        extensions: planned,
        resolve: async (item, { language }, context) =>
          textOf(await citationPartsOf(item, language, context)),
      }),
      citationParts: t.field({
        type: [textPart],
        description:
          '`citation` in parts, so that a page can mark the language of the title and link the publisher. One after the other, their texts are the citation.',
        args: { language: t.arg({ type: enums.language, description: CITATION_LANGUAGE }) },
        extensions: { ...planned, ...brings(CITATION_PARTS, CITATION_WORK) },
        resolve: async (item, { language }, context, info) =>
          context.answerSize.list(await citationPartsOf(item, language, context), info),
      }),
    }),
  });
}

async function citationPartsOf(
  item: EvidenceItem,
  requested: Language | null | undefined,
  context: RequestContext,
): Promise<TextPart[]> {
  const cited = await loadCited(item, requested, context);
  return citationParts(cited, languageFor(requested, context.languages));
}

/** Adds the parts that a citation needs to a draft. */
export function planCitation(draft: EvidenceDraft): void {
  draft.parts.add('position').add('inferred');
  draft.source ??= sourceDraft();
  draft.source.parts.add('title').add('publishedAt').add('urls').add('language').add('publisher');
  draft.source.publisher ??= entityDraft();
  planEnd(draft.source.publisher);
}

/** Returns the records that a citation needs. Loads the parts that no reading selected. */
export async function loadCited(
  item: EvidenceItem,
  requested: Language | null | undefined,
  context: RequestContext,
): Promise<CitedEvidence> {
  const { loaders } = context;
  const source = await sourceOf(item, context);
  const [evidence, cited, publisher] = await Promise.all([
    withParts(
      item.row,
      ['position'] as const,
      async () => (await loaders.evidence(item.row.id)).row,
    ),
    withParts(
      source.row,
      ['title', 'publishedAt', 'urls', 'language'] as const,
      async () => (await loaders.source(source.row.slug)).row,
    ),
    publisherOf(source, context),
  ]);
  return { evidence, source: cited, publisher: await namedEnd(publisher, requested, context) };
}

function defineSelector({ builder }: SchemaParts) {
  return builder.objectRef<Position>('TextPositionSelector').implement({
    description:
      'The position of a passage in the text of a source, as in W3C Web Annotation. `kenes verify` checks it against a copy of the source.',
    fields: (t) => ({
      start: t.exposeInt('start', {
        description:
          'The index of the first character of the passage, in Unicode code points from 0.',
      }),
      end: t.exposeInt('end', {
        description: 'The index after the last character of the passage, in Unicode code points.',
      }),
      sha256: t.exposeString('sha256', {
        description: 'The SHA-256 of the UTF-8 bytes of the passage, in lower-case hexadecimal.',
      }),
    }),
  });
}
