import { limits } from '../limits.js';
import { entityTypeNames } from '../vocabulary/entity-types.js';
import type { Language } from '../vocabulary/languages.js';
import { graphShape, type EvidenceExpansion, type GraphShape } from '../store/reading.js';
import type { EvidenceRecord, Page, RelationRecord } from '../model/records.js';
import type { RequestContext } from './kit/context.js';
import { cite, planCitation } from './evidence.js';
import { evidenceExpansion, evidenceKey } from './kit/expansions.js';
import { evidenceToCite, explanationOf, type Step } from '../wording/explanation.js';
import { pathsQuestion, readPaths, type Path, type Paths } from '../questions/paths.js';
import { addExpansion, PlannedField } from './kit/plan.js';
import { sentenceEnd, sentenceOf, type SentenceEnd } from '../wording/sentences.js';
import type { SchemaParts } from './kit/types.js';

/** How two entities are connected. */
export function definePaths(parts: SchemaParts): void {
  const { builder, enums, filters, vocabulary } = parts;
  const path = definePath(parts);
  const paths = builder.objectRef<Paths>('Paths').implement({
    description: 'The shortest paths between two entities.',
    fields: (t) => ({
      paths: t.field({
        type: [path],
        description:
          'The shortest ones, all of one length, ordered step by step by the next entity’s slug, then by the relation’s key. Empty where none is within `maxLength`, or where the search was given up (`reason: EFFORT`).',
        resolve: ({ paths: found }, _args, { answerSize }, info) => answerSize.list(found, info),
      }),
      truncated: t.boolean({
        description: 'Whether there are more, or may be.',
        resolve: ({ truncation }) => truncation !== null,
      }),
      reason: t.field({
        type: enums.truncation,
        nullable: true,
        description: 'Why; null where these are all.',
        resolve: ({ truncation }) => truncation,
      }),
    }),
  });
  builder.queryField('paths', (t) =>
    t.field({
      type: paths,
      description:
        'How two entities are connected: the shortest paths between them over relations that the filter keeps.',
      args: {
        from: t.arg.string({
          required: true,
          description: 'The slug of the entity they start at.',
        }),
        to: t.arg.string({ required: true, description: 'The slug of the entity they lead to.' }),
        filter: t.arg({
          type: filters.relationFilter,
          description:
            'Which relations they may have; `entityTypes` are the types of the entities on the way. FORWARD: each is followed from its first end to its second.',
        }),
        maxLength: t.arg.int({
          required: true,
          defaultValue: 6,
          description: `Relations that a path may have, at most ${limits.pathLength.value}.`,
        }),
        limit: t.arg.int({
          required: true,
          defaultValue: 5,
          description: `How many paths, at most ${limits.paths.value}.`,
        }),
      },
      resolve: (_root, args, context, info) => {
        const question = pathsQuestion(args, vocabulary);
        const shape = graphShape(context.planReadings);
        if (context.planReadings) {
          for (const child of PlannedField.ofResolver(info, context).children())
            if (child.name === 'paths') planPath(child, shape);
        }
        return readPaths(context.store, question, shape);
      },
    }),
  );
}

function planPath(field: PlannedField, shape: GraphShape): void {
  for (const child of field.children()) {
    if (child.name === 'entities') child.plan(shape.entities, entityTypeNames);
    else if (child.name === 'relations') child.plan(shape.relations);
    else if (child.name === 'explanation') {
      const expansion = addExpansion(shape.relations.expansions, evidenceOfWhole());
      expansion.wantsRows = true;
      planCitation(expansion.evidence);
      shape.relations.parts?.add('ends').add('properties').add('time');
    }
  }
}

const wholeOnly = { properties: [], first: limits.pageSize.value };

/** Of each relation what is said of it as a whole. */
function evidenceOfWhole(): EvidenceExpansion {
  return evidenceExpansion({ of: 'target', properties: [''] }, wholeOnly);
}

/** A relation in words, with one citation for each publisher; none of a source set aside. */
async function explain(
  relation: RelationRecord,
  without: readonly string[],
  ends: { readonly from: SentenceEnd; readonly to: SentenceEnd },
  asked: Language | null | undefined,
  context: RequestContext,
): Promise<Step> {
  const { loaders, languages, vocabulary } = context;
  const page = (relation.answers?.get(evidenceKey(wholeOnly)) ??
    (await loaders.expansionOfRelation(relation.key, {
      ...evidenceOfWhole(),
      wantsRows: true,
    }))) as Page<EvidenceRecord>;
  const evidence = evidenceToCite(
    page.rows.map(({ item }) => item).filter(({ sourceSlug }) => !without.includes(sourceSlug)),
  );
  const ofPublishers = new Map<string, EvidenceRecord>();
  for (const piece of evidence) {
    const source = piece.source ?? (await loaders.source.load(piece.sourceSlug));
    const publisher = source?.publisherSlug ?? piece.sourceSlug;
    if (!ofPublishers.has(publisher)) ofPublishers.set(publisher, piece);
  }
  return {
    sentence: sentenceOf(relation, ends, asked ?? languages[0] ?? 'en', vocabulary),
    citations: await Promise.all(
      [...ofPublishers.values()].map((piece) => cite(piece, asked, context)),
    ),
    inferred: evidence.every(({ inferred }) => inferred) && evidence.length > 0,
  };
}

function definePath({ builder, entity, relation, enums }: SchemaParts) {
  return builder.objectRef<Path>('Path').implement({
    description: 'A way from one entity to another, relation by relation.',
    fields: (t) => ({
      length: t.int({
        description: 'How many relations it has; 0 from an entity to itself.',
        resolve: ({ relations }) => relations.length,
      }),
      entities: t.field({
        type: [entity],
        description: 'The entities along it, both ends included.',
        resolve: ({ entities }, _args, { answerSize }, info) => answerSize.list(entities, info),
      }),
      relations: t.field({
        type: [relation],
        description:
          'The relations along it: each joins the entity of its place with the next one.',
        resolve: ({ relations }, _args, { answerSize }, info) => answerSize.list(relations, info),
      }),
      explanation: t.string({
        description:
          'The path in words, ready to paste: a sentence for each relation, and in brackets who says so and where, once for each publisher. Empty for a path without relations.',
        args: {
          language: t.arg({
            type: enums.language,
            description:
              'The language that is wanted; else the one that the client accepts, else English.',
          }),
        },
        resolve: async ({ entities, relations, without }, { language }, context) => {
          const bySlug = new Map(entities.map((one) => [one.slug, one]));
          const endOf = (slug: string): SentenceEnd =>
            sentenceEnd(slug, bySlug.get(slug), language, context.languages);
          const steps = await Promise.all(
            relations.map((one) => {
              const ends = { from: endOf(one.fromSlug), to: endOf(one.toSlug) };
              return explain(one, without, ends, language, context);
            }),
          );
          return explanationOf(steps, language ?? context.languages[0] ?? 'en');
        },
      }),
    }),
  });
}
