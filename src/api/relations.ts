import { entityTypeNames } from '../vocabulary/entity-types.js';
import type { End } from '../vocabulary/vocabulary.js';
import { languageFor } from '../values/localized-text.js';
import type { Answers, RelationItem } from '../store/answers.js';
import { mapPage, type Page } from '../store/page.js';
import type { RelatedExpansion } from '../store/reading.js';
import type { RelatedRow } from '../store/rows.js';
import { Connection, pageArguments, planConnection } from './kit/connection.js';
import type { RequestContext } from './kit/context.js';
import { addExpansion, entityDraft, type EntityDraft, type RelationDraft } from './kit/drafts.js';
import { documentsField } from './documents.js';
import { evidenceField } from './evidence.js';
import { sourcesOfRelationFilter } from '../questions/filters.js';
import { questionOf, relatedDraft, relatedKey, relatedLoad } from './kit/expansions.js';
import { relationPart } from './kit/items.js';
import { relationPropertyFields } from './relation-properties.js';
import { checkNamedSources } from './kit/named-sources.js';
import { reads, readsParts } from './kit/plan.js';
import { supportFields } from './support.js';
import { endOf } from './relation-ends.js';
import { sentenceFields } from './relation-sentences.js';
import type { EntityFields, RelatedItem, RelationFields, SchemaParts } from './kit/types.js';
import { timeFields } from './times.js';

/**
 * Returns a connection field for the relations at one end of a relation type, or for all relations.
 */
export function relatedField(parts: SchemaParts, t: EntityFields, end: End | null) {
  const { vocabulary, filters, relatedConnections } = parts;
  const [only] = end?.far ?? [];
  const type = relatedConnections[end?.far.length === 1 && only ? only : 'Entity'];
  const far = end?.far ?? entityTypeNames;
  return t.field({
    type,
    description:
      end?.description ?? 'The relations of all types, with the entities at their other ends.',
    args: {
      filter: t.arg({
        type: filters.relationFilter,
        description: 'Lists only relations that match this filter.',
      }),
      orderBy: t.arg({
        type: filters.relationOrder,
        description:
          'The order of the relations. The default is by the slug of the entity at the other end.',
      }),
      ...pageArguments(t.arg),
    },
    extensions: reads<EntityDraft>((draft, field) => {
      const { args, entityTypes } = field;
      const expansion = addExpansion(
        draft.expansions,
        relatedKey(end, args),
        relatedDraft(end, args, vocabulary, entityTypes),
      );
      if (expansion.kind !== 'related') return;
      planConnection(field, expansion, (item) => {
        if (item.name === 'relation') item.plan(expansion.relation);
        else item.plan(expansion.entity, far);
      });
    }),
    resolve: ({ row, shape, answers }, args, context) => {
      const { loaders } = context;
      const planned = shape.expansions.get(relatedKey(end, args));
      const page =
        planned?.kind === 'related' ? answers.of('related', planned, row.slug) : undefined;
      const answer =
        planned?.kind === 'related' && page ? relatedItems(page, planned, answers) : null;
      // If no reading answered this, the arguments are checked before anything is loaded.
      if (!answer) relatedLoad(end, args, vocabulary, 'rows');
      const connection = new Connection<RelatedItem>(
        () => questionOf(end, args, vocabulary),
        answer,
        async (side) => {
          const expansion = relatedLoad(end, args, vocabulary, side);
          const loaded = await loaders.expandEntity('related', row.slug, expansion);
          return relatedItems(loaded.answer, expansion, loaded.answers);
        },
      );
      const check = checkNamedSources(sourcesOfRelationFilter(args.filter), context);
      return check ? check.then(() => connection) : connection;
    },
  });
}

function relatedItems(
  page: Page<RelatedRow>,
  shapes: RelatedExpansion,
  answers: Answers,
): Page<RelatedItem> {
  return mapPage(page, ({ relation, entity }) => ({
    relation: { row: relation, shape: shapes.relation, answers },
    entity: { row: entity, shape: shapes.entity, answers },
  }));
}

/** Defines the type of relations. */
export function defineRelation(parts: SchemaParts): void {
  const { relation, node, entity, enums } = parts;
  const end = (name: 'from' | 'to') => ({
    extensions: reads<RelationDraft>((draft, field) => {
      draft[name] ??= entityDraft();
      field.plan(draft[name], entityTypeNames);
    }),
    resolve: (item: RelationItem, _args: object, context: RequestContext) =>
      endOf(item, name, context),
  });
  relation.implement({
    description:
      'A typed, directed relation from one entity to another, with its properties and its evidence.',
    interfaces: [node],
    fields: (t) => ({
      key: t.string({
        description:
          'The stable, readable identifier of the relation: `from~TYPE~to`, then `~QUALIFIER` if the type has one, then `~2` or higher for a repetition.',
        resolve: ({ row }) => row.key,
      }),
      type: t.field({
        type: enums.relationType,
        description: 'The type of the relation.',
        resolve: ({ row }) => row.type,
      }),
      label: labelField(parts, t),
      ...sentenceFields(parts, t),
      from: t.field({
        type: entity,
        description: 'The entity that the relation leads from: its first end.',
        ...end('from'),
      }),
      to: t.field({
        type: entity,
        description: 'The entity that the relation leads to: its second end.',
        ...end('to'),
      }),
      version: t.int({
        description: 'The version of the relation: 1 at first, and one more after each change.',
        extensions: readsParts('version'),
        resolve: (item, _args, context) => relationPart(item, 'version', context),
      }),
      ...relationPropertyFields(parts, t),
      ...timeFields(parts.builder, enums, t),
      ...supportFields(parts, t),
      evidence: evidenceField(parts, t, 'relation'),
      documents: documentsField(parts, t, 'RELATION'),
    }),
  });
}

function labelField({ enums, vocabulary }: SchemaParts, t: RelationFields) {
  return t.string({
    description: 'The words between the names of both ends, such as “took part in”.',
    args: {
      language: t.arg({
        type: enums.language,
        description:
          'The language of the text. The default is the first language that the client accepts, else English.',
      }),
      direction: t.arg({
        type: enums.direction,
        defaultValue: 'FORWARD',
        description: 'The direction in which the label is read.',
      }),
    },
    resolve: ({ row: { type } }, args, { languages }) => {
      const { label } = vocabulary.relationType(type);
      const [forward, backward] = label[languageFor(args.language, languages)];
      return args.direction === 'BACKWARD' ? backward : forward;
    },
  });
}
