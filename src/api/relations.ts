import { entityTypeNames } from '../vocabulary/entity-types.js';
import { isEnumerated } from '../vocabulary/properties.js';
import type { End } from '../vocabulary/vocabulary.js';
import { heldWithin } from '../model/time.js';
import type { EntityShape, RelationShape } from '../store/reading.js';
import { bareEntityShape, entityShape } from '../store/reading.js';
import type { EntityRecord, Page, RelatedRow, RelationRecord } from '../model/records.js';
import type { Types } from './kit/builder.js';
import { Connection, markOf, pageArguments, planConnection } from './kit/connection.js';
import type { RequestContext } from './kit/context.js';
import { evidenceField } from './evidence.js';
import { daysOf } from '../questions/filters.js';
import { questionOf, relatedExpansion, relatedKey } from './kit/expansions.js';
import { addExpansion, reads, readsPart } from './kit/plan.js';
import { sentenceEnd, sentenceOf } from '../wording/sentences.js';
import type { EntityFields, SchemaParts } from './kit/types.js';

/** The connection of one end of a relation type; or, without an end, of all relations. */
export function relatedField(parts: SchemaParts, t: EntityFields, end: End | null) {
  const { vocabulary, filters, relatedConnections } = parts;
  const [only] = end?.far ?? [];
  const type = relatedConnections[end?.far.length === 1 && only ? only : 'Entity'];
  const far = end?.far ?? entityTypeNames;
  return t.field({
    type,
    description:
      end?.description ?? 'Its relations of all types, with the entities at their other ends.',
    args: {
      filter: t.arg({ type: filters.relationFilter, description: 'Which relations.' }),
      orderBy: t.arg({
        type: filters.relationOrder,
        description: 'Their order; by the slug at the far end where absent.',
      }),
      ...pageArguments(t.arg),
    },
    extensions: reads<EntityShape>((shape, field) => {
      const expansion = addExpansion(
        shape.expansions,
        relatedExpansion(end, field.args, vocabulary, field.entityTypes),
      );
      // Of the end that is not asked for, and of both where only entities or a cursor are, no part.
      expansion.relation.parts ??= new Set();
      expansion.entity.parts ??= new Set();
      planConnection(field, expansion, (item) => {
        if (item.name === 'relation') item.plan(expansion.relation);
        else item.plan(expansion.entity, far);
      });
    }),
    resolve: (record, args, { loaders }) => {
      const answer = record.answers?.get(relatedKey(end, args)) as Page<RelatedRow> | undefined;
      // What no reading brought is checked before it is loaded.
      const expansion = answer ? null : relatedExpansion(end, args, vocabulary);
      return new Connection<RelatedRow>(
        () => markOf(questionOf(end, args, vocabulary)),
        answer ?? null,
        ({ rows }) =>
          loaders.expansionOfEntity(record.slug, {
            ...(expansion ?? relatedExpansion(end, args, vocabulary)),
            wantsRows: rows,
            wantsCount: !rows,
          }) as Promise<Page<RelatedRow>>,
      );
    },
  });
}

/** One typed, directed relation with its properties and what attests it. */
export function defineRelation(parts: SchemaParts): void {
  const { relation, node, entity, enums, vocabulary } = parts;
  const end = (name: 'from' | 'to', slugOf: (record: RelationRecord) => string) => ({
    extensions: reads<RelationShape>((shape, field) => {
      shape[name] ??= entityShape();
      field.plan(shape[name], entityTypeNames);
    }),
    resolve: (record: RelationRecord, _args: object, { loaders }: RequestContext) =>
      record[name] ?? (loaders.entity.load(slugOf(record)) as Promise<EntityRecord>),
  });
  relation.implement({
    description: 'A typed relation from one entity to another, with the sources that attest it.',
    interfaces: [node],
    fields: (t) => ({
      key: t.exposeString('key', {
        description:
          'Its stable, readable name: `from~TYPE~to`, then `~QUALIFIER` where the type has one.',
      }),
      type: t.field({
        type: enums.relationType,
        description: 'Its type.',
        resolve: ({ type }) => type,
      }),
      label: t.string({
        description: 'What it says between the names of its ends, such as “took part in”.',
        args: {
          language: t.arg({
            type: enums.language,
            description:
              'The language that is wanted; else the one that the client accepts, else English.',
          }),
          direction: t.arg({
            type: enums.direction,
            defaultValue: 'FORWARD',
            description: 'From which end it is read.',
          }),
        },
        resolve: ({ type }, args, { languages }) => {
          const label =
            vocabulary.relationTypes[type]?.label[args.language ?? languages[0] ?? 'en'];
          return label?.[args.direction === 'BACKWARD' ? 1 : 0] ?? type;
        },
      }),
      sentence: sentenceField(parts, t),
      from: t.field({
        type: entity,
        description: 'The entity that it leads from.',
        ...end('from', (record) => record.fromSlug),
      }),
      to: t.field({
        type: entity,
        description: 'The entity that it leads to.',
        ...end('to', (record) => record.toSlug),
      }),
      version: t.exposeInt('version', {
        description: 'Counts its changes, from 1.',
        extensions: readsPart('version'),
      }),
      ...Object.fromEntries(
        Object.entries(vocabulary.relationProperties).map(([name, { type, description }]) => [
          name,
          t.field({
            type: isEnumerated(type) ? enums.enumerated(type.enum) : graphqlType(type),
            nullable: true,
            description: `${description} Null for a type without it, or where no source gives it.`,
            extensions: readsPart(`own ${name}`),
            resolve: ({ properties }) => properties[name] as never,
          }),
        ]),
      ),
      held: t.field({
        type: enums.held,
        description:
          'Whether it held on any day of a range. Unlike NOT, POSSIBLY says that nothing speaks against it.',
        args: {
          from: t.arg({
            type: 'PartialDate',
            description: 'The range’s first day; open where absent.',
          }),
          to: t.arg({ type: 'PartialDate', description: 'Its last day; open where absent.' }),
        },
        extensions: readsPart('time'),
        resolve: ({ time }, args) => {
          const { from, to } = daysOf(args, 'from');
          return heldWithin(time, from, to);
        },
      }),
      evidence: evidenceField(parts, t, 'relation'),
      publisherCount: t.exposeInt('publisherCount', {
        description:
          'How many publishers say so outright, not by inference. Several may print one release: see originCount.',
        extensions: readsPart('publisherCount'),
      }),
      originCount: t.exposeInt('originCount', {
        description:
          'How many independent origins it has: from whom the publishers have it, each counted once.',
        extensions: readsPart('originCount'),
      }),
    }),
  });
}

/** The relation as a sentence, with the names of its ends. */
function sentenceField(
  { enums, vocabulary }: SchemaParts,
  t: PothosSchemaTypes.ObjectFieldBuilder<Types, RelationRecord>,
) {
  return t.string({
    description:
      'What it says as one sentence, such as “Matilda Bogner spoke at …”, with its dates in parentheses.',
    args: {
      language: t.arg({
        type: enums.language,
        description:
          'The language that is wanted; else the one that the client accepts, else English. A name that is missing in it comes in another one.',
      }),
    },
    extensions: reads<RelationShape>((shape) => {
      shape.parts?.add('ends').add('properties').add('time');
      shape.from ??= bareEntityShape();
      shape.to ??= bareEntityShape();
    }),
    resolve: async (record, args, context) => {
      const endOf = async (name: 'from' | 'to', slug: string) => {
        const found = record[name] ?? (await context.loaders.entity.load(slug));
        return sentenceEnd(slug, found, args.language, context.languages);
      };
      const [from, to] = await Promise.all([
        endOf('from', record.fromSlug),
        endOf('to', record.toSlug),
      ]);
      const language = args.language ?? context.languages[0] ?? 'en';
      return sentenceOf(record, { from, to }, language, vocabulary);
    },
  });
}

function graphqlType(type: string): 'PartialDate' | 'String' | 'Int' | 'Float' {
  if (type === 'partialDate') return 'PartialDate';
  if (type === 'integer') return 'Int';
  return type === 'decimal' ? 'Float' : 'String';
}
