import { entityTypeNames } from '../vocabulary/entity-types.js';
import {
  bareEntityShape,
  entityShape,
  relationShape,
  sourceShape,
  type EvidenceExpansion,
  type EvidenceShape,
  type Shape,
} from '../store/reading.js';
import {
  isRelationKey,
  type EntityRecord,
  type EvidenceRecord,
  type Page,
  type RelationRecord,
  type SourceRecord,
} from '../model/records.js';
import type { Position } from '../values/position.js';
import type { Types } from './kit/builder.js';
import { Connection, markOf, pageArguments, planConnection } from './kit/connection.js';
import type { RequestContext } from './kit/context.js';
import { citationOf, type CitedEvidence } from '../wording/citation.js';
import { evidenceQuestion } from '../questions/evidence.js';
import { evidenceExpansion, evidenceKey, type EvidenceArguments } from './kit/expansions.js';
import { addExpansion, reads } from './kit/plan.js';
import type { SchemaParts } from './kit/types.js';

type Owner = EntityRecord | RelationRecord | SourceRecord;

type OwnerFields = PothosSchemaTypes.RootFieldBuilder<Types, never, 'Interface' | 'Object'>;

const owners = {
  entity: {
    description: 'What sources say of it: of the whole first, then of its properties.',
    load: ({ loaders }: RequestContext, record: Owner, expansion: EvidenceExpansion) =>
      loaders.expansionOfEntity((record as EntityRecord).slug, expansion),
  },
  relation: {
    description: 'What sources say of it: of the whole first, then of its properties.',
    load: ({ loaders }: RequestContext, record: Owner, expansion: EvidenceExpansion) =>
      loaders.expansionOfRelation((record as RelationRecord).key, expansion),
  },
  source: {
    description: 'What this source is evidence for.',
    load: ({ loaders }: RequestContext, record: Owner, expansion: EvidenceExpansion) =>
      loaders.expansionOfSource((record as SourceRecord).slug, expansion),
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
    extensions: reads<Extract<Shape, { expansions: unknown }>>((shape, field) => {
      const { args, entityTypes } = field;
      const expansion = addExpansion(
        shape.expansions,
        evidenceExpansion(questionOf(args), args, entityTypes),
      );
      planConnection(field, expansion, (item) => {
        item.plan(expansion.evidence);
      });
    }),
    resolve: (parent, args, context) => {
      const record = parent as Owner;
      const answer = record.answers?.get(evidenceKey(args)) as Page<EvidenceRecord> | undefined;
      const expansion = answer ? null : evidenceExpansion(questionOf(args), args);
      return new Connection<EvidenceRecord>(
        () => markOf(questionOf(args)),
        answer ?? null,
        ({ rows }) =>
          load(context, record, {
            ...(expansion ?? evidenceExpansion(questionOf(args), args)),
            wantsRows: rows,
            wantsCount: !rows,
          }) as Promise<Page<EvidenceRecord>>,
      );
    },
  });
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
        extensions: reads<EvidenceShape>((shape, field) => {
          shape.target ??= { entity: entityShape(), relation: relationShape() };
          field.plan(shape.target.entity, entityTypeNames);
          field.plan(shape.target.relation, ['Relation']);
        }),
        resolve: (record, _args, { loaders }) =>
          record.targetRecord ??
          ((isRelationKey(record.target)
            ? loaders.relation.load(record.target)
            : loaders.entity.load(record.target)) as Promise<EntityRecord | RelationRecord>),
      }),
      property: t.exposeString('property', {
        nullable: true,
        description:
          'The property that it is for, such as `startDate`; null where it is for the whole.',
      }),
      source: t.field({
        type: source,
        description: 'The source that says so.',
        extensions: reads<EvidenceShape>((shape, field) => {
          shape.source ??= sourceShape();
          field.plan(shape.source);
        }),
        resolve: (record, _args, { loaders }) =>
          record.source ?? (loaders.source.load(record.sourceSlug) as Promise<SourceRecord>),
      }),
      selector: t.field({
        type: selector,
        nullable: true,
        description: 'The passage that says so; null where only an excerpt was seen.',
        resolve: ({ position }) => position,
      }),
      stance: t.field({
        type: enums.stance,
        description: 'Whether it confirms or contradicts.',
        resolve: ({ stance }) => stance,
      }),
      value: t.exposeString('value', {
        nullable: true,
        description:
          'What the source gives for the property; for a contradicted relation the key of its rival.',
      }),
      inferred: t.exposeBoolean('inferred', {
        description:
          'Whether the source implies it rather than says it. Inferred evidence is not counted.',
      }),
      note: t.exposeString('note', { nullable: true, description: 'A remark of the editors.' }),
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
        extensions: reads<EvidenceShape>(planCitation),
        resolve: async (record, { language }, context) =>
          citationOf(await loadCited(record, context), language, context.languages),
      }),
    }),
  });
}

/** Adds to a shape what a citation needs. */
export function planCitation(shape: EvidenceShape): void {
  shape.source ??= sourceShape();
  shape.source.publisher ??= bareEntityShape();
}

/** Loads what a citation needs and no reading brought. */
export async function loadCited(
  evidence: EvidenceRecord,
  { loaders }: RequestContext,
): Promise<CitedEvidence> {
  const source = evidence.source ?? (await loaders.source.load(evidence.sourceSlug));
  if (!source) throw new Error(`The source ${evidence.sourceSlug} is gone.`);
  const publisher = source.publisher ?? (await loaders.entity.load(source.publisherSlug));
  return { evidence, source, publisher };
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
