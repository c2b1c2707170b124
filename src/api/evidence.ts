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
import type { Position } from '../values/position.js';
import type { Types } from './kit/builder.js';
import { Connection, pageArguments, planConnection } from './kit/connection.js';
import type { RequestContext } from './kit/context.js';
import { citationOf, type CitedEvidence } from '../wording/citation.js';
import { evidenceQuestion } from '../questions/evidence.js';
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
import { reads, readsParts } from './kit/plan.js';
import type { SchemaParts } from './kit/types.js';

type Owner = EntityItem | RelationItem | SourceItem;

type OwnerFields = PothosSchemaTypes.RootFieldBuilder<Types, never, 'Interface' | 'Object'>;

const owners = {
  entity: {
    description: 'What sources say of it: of the whole first, then of its properties.',
    load: ({ loaders }: RequestContext, key: string, expansion: EvidenceExpansion) =>
      loaders.expandEntity('evidence', key, expansion),
  },
  relation: {
    description: 'What sources say of it: of the whole first, then of its properties.',
    load: ({ loaders }: RequestContext, key: string, expansion: EvidenceExpansion) =>
      loaders.expandRelation(key, expansion),
  },
  source: {
    description: 'What this source is evidence for.',
    load: ({ loaders }: RequestContext, key: string, expansion: EvidenceExpansion) =>
      loaders.expandSource('evidence', key, expansion),
  },
};

/** The connection of evidence: of a target by its properties, or of a source. */
export function evidenceField(
  { vocabulary, evidenceConnection }: SchemaParts,
  fields: unknown,
  owner: keyof typeof owners,
) {
  const t = fields as OwnerFields;
  const { description, load } = owners[owner];
  const questionOf = (args: EvidenceArguments) => {
    const question = evidenceQuestion(args.properties, vocabulary);
    return owner === 'source' ? { ...question, of: 'source' as const } : question;
  };
  return t.field({
    type: evidenceConnection,
    description,
    args: {
      properties: t.arg.stringList({
        description:
          'Only evidence on these properties, such as `startDate`; an empty list: only on the whole.',
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
      // The arguments of what no reading answered are checked before it is loaded.
      if (!answer) evidenceLoad(questionOf(args), args, 'rows');
      return new Connection<EvidenceItem>(
        () => questionOf(args),
        answer,
        async (side) => {
          const expansion = evidenceLoad(questionOf(args), args, side);
          const loaded = await load(context, key, expansion);
          return evidenceItems(loaded.answer, expansion.evidence, loaded.answers);
        },
      );
    },
  });
}

/** A draft of records that have evidence. */
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

/** A part of a piece of evidence: as the reading selected it, else loaded. */
function evidencePart<P extends keyof EvidenceRow>(
  { row }: EvidenceItem,
  part: P,
  { loaders }: RequestContext,
) {
  return partOf(row, part, async () => (await loaders.evidence(row.id)).row);
}

/** The source that says so. */
function sourceOf(
  { row, shape, answers }: EvidenceItem,
  { loaders }: RequestContext,
): SourceItem | Promise<SourceItem> {
  const source = answers.source(shape.source, row.sourceSlug);
  return shape.source && source
    ? { row: source, shape: shape.source, answers }
    : loaders.source(row.sourceSlug);
}

/** The organization that published a source. */
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
  const wanted = shape.target;
  if (isRelationKey(target)) {
    const relation = answers.relation(wanted?.relation, target);
    return wanted && relation
      ? { row: relation, shape: wanted.relation, answers }
      : loaders.relation(target);
  }
  const entity = answers.entity(wanted?.entity, target);
  return wanted && entity ? { row: entity, shape: wanted.entity, answers } : loaders.entity(target);
}

/** One source's word on an entity, a relation or a property of one. */
export function defineEvidence(parts: SchemaParts): void {
  const { evidence, node, enums, source, evidenceTarget } = parts;
  const selector = defineSelector(parts);
  evidence.implement({
    description:
      'What one source says on an entity or a relation, as a whole or on one property of it.',
    interfaces: [node],
    fields: (t) => ({
      target: t.field({
        type: evidenceTarget,
        description: 'What it is evidence for.',
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
          'The property that it is for, such as `startDate`; null where it is for the whole.',
        resolve: ({ row }) => row.property,
      }),
      source: t.field({
        type: source,
        description: 'The source that says so.',
        extensions: reads<EvidenceDraft>((draft, field) => {
          draft.source ??= sourceDraft();
          field.plan(draft.source);
        }),
        resolve: (item, _args, context) => sourceOf(item, context),
      }),
      selector: t.field({
        type: selector,
        nullable: true,
        description: 'The passage that says so; null where only an excerpt was seen.',
        extensions: readsParts('position'),
        resolve: (item, _args, context) => evidencePart(item, 'position', context),
      }),
      stance: t.field({
        type: enums.stance,
        description: 'Whether it confirms or contradicts.',
        resolve: ({ row }) => row.stance,
      }),
      value: t.string({
        nullable: true,
        description:
          'What the source gives for the property; for a contradicted relation the key of its rival.',
        extensions: readsParts('value'),
        resolve: (item, _args, context) => evidencePart(item, 'value', context),
      }),
      inferred: t.boolean({
        description:
          'Whether the source implies it rather than says it. Inferred evidence is not counted.',
        extensions: readsParts('inferred'),
        resolve: (item, _args, context) => evidencePart(item, 'inferred', context),
      }),
      note: t.string({
        nullable: true,
        description: 'A remark of the editors.',
        extensions: readsParts('note'),
        resolve: (item, _args, context) => evidencePart(item, 'note', context),
      }),
      citation: t.string({
        description:
          'Where it is to be found, ready to paste: who published it, its title, date and address, and the characters of the passage.',
        args: {
          language: t.arg({
            type: enums.language,
            description:
              'The language of the publisher’s name, of the date and of the words; else the one that the client accepts, else English.',
          }),
        },
        extensions: reads<EvidenceDraft>(planCitation),
        resolve: async (item, { language }, context) =>
          citationOf(await loadCited(item, context), language, context.languages),
      }),
    }),
  });
}

/** Plans what a citation needs. */
export function planCitation(draft: EvidenceDraft): void {
  draft.parts.add('position').add('inferred');
  draft.source ??= sourceDraft();
  draft.source.parts.add('title').add('publishedAt').add('urls').add('publisher');
  draft.source.publisher ??= entityDraft();
  draft.source.publisher.parts.add('names');
}

/** What a citation needs; whatever no reading selected is loaded. */
export async function loadCited(
  item: EvidenceItem,
  context: RequestContext,
): Promise<CitedEvidence> {
  const { loaders } = context;
  const source = await sourceOf(item, context);
  const [evidence, cited, publisher] = await Promise.all([
    withParts(
      item.row,
      ['position', 'inferred'] as const,
      async () => (await loaders.evidence(item.row.id)).row,
    ),
    withParts(
      source.row,
      ['title', 'publishedAt', 'urls', 'publisherSlug'] as const,
      async () => (await loaders.source(source.row.slug)).row,
    ),
    publisherOf(source, context),
  ]);
  const named = await withParts(
    publisher.row,
    ['names'] as const,
    async () => (await loaders.entity(publisher.row.slug)).row,
  );
  return { evidence, source: cited, publisher: named };
}

function defineSelector({ builder }: SchemaParts) {
  return builder.objectRef<Position>('TextPositionSelector').implement({
    description:
      'The position of a passage, as in W3C Web Annotation. `kenes verify` checks it against a copy of the source.',
    fields: (t) => ({
      start: t.exposeInt('start', {
        description: 'Its first character, in Unicode code points from 0.',
      }),
      end: t.exposeInt('end', { description: 'The character after its last one.' }),
      sha256: t.exposeString('sha256', {
        description: 'SHA-256 of the passage’s UTF-8 bytes, in lower-case hexadecimal.',
      }),
    }),
  });
}
