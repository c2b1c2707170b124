import { limits } from '../limits.js';
import { entityTypeNames } from '../vocabulary/entity-types.js';
import type { Language } from '../vocabulary/languages.js';
import type { Answers, EntityItem, RelationItem } from '../store/answers.js';
import type { GraphShape } from '../store/reading.js';
import type { HopRow, PathRow, Truncation } from '../store/rows.js';
import type { RequestContext } from './kit/context.js';
import { brings, takes, workOfFilter } from './kit/cost.js';
import { graphDraft, type GraphDraft } from './kit/drafts.js';
import { planSentence, sentenceRecord } from './relation-sentences.js';
import { endsOf, loadRivals, loadTestimony, planTestimony } from './testimony.js';
import { explanationParts, type ExplanationPart, type Hop } from '../wording/explanation.js';
import type { Rival } from '../wording/telling.js';
import { textOf } from '../wording/text-part.js';
import { languageFor } from '../values/localized-text.js';
import { bestAttested, pathsQuestion, readPaths } from '../questions/paths.js';
import { PlannedField } from './kit/plan.js';
import { sourcesOfRelationFilter } from '../questions/filters.js';
import { checkNamedSources } from './kit/named-sources.js';
import type { SchemaParts } from './kit/types.js';

/** A path while it is resolved. */
interface Path {
  readonly row: PathRow;
  readonly shape: GraphShape;
  readonly answers: Answers;
}

interface Paths {
  readonly paths: readonly Path[];
  readonly truncation: Truncation | null;
}

/** More hops than a shortest path usually has. */
const HOPS = 6;

/** More relations than there usually are between two neighbours. */
const RELATIONS_OF_HOP = 3;

/** An explanation reads the evidence of each relation, with its sources and publishers. */
const EXPLANATION_WORK = 100;

/** More parts than an explanation usually has. */
const EXPLANATION_PARTS = 40;

/** Defines the root field that returns the shortest paths between two entities. */
export function definePaths(parts: SchemaParts): void {
  const { builder, enums, filters, vocabulary } = parts;
  const path = definePath(parts);
  const paths = builder.objectRef<Paths>('Paths').implement({
    description: 'The shortest paths between two entities.',
    fields: (t) => ({
      paths: t.field({
        type: [path],
        description:
          'The shortest paths, which all have the same length. Each is another sequence of entities; they are sorted by the slugs of their entities, from the start on. Empty if there is none within `maxLength`, or if the search was stopped (`reason: EFFORT`).',
        extensions: brings((_args, above) => Number(above['limit'])),
        resolve: ({ paths: found }, _args, { answerSize }, info) => answerSize.list(found, info),
      }),
      truncated: t.boolean({
        description: 'Whether there are, or may be, more paths than these.',
        resolve: ({ truncation }) => truncation !== null,
      }),
      reason: t.field({
        type: enums.truncation,
        nullable: true,
        description: 'The reason why there may be more paths. Null if these are all.',
        resolve: ({ truncation }) => truncation,
      }),
    }),
  });
  builder.queryField('paths', (t) =>
    t.field({
      type: paths,
      description: 'The shortest paths between two entities along relations that match the filter.',
      args: {
        from: t.arg.string({
          required: true,
          description: 'The slug of the entity where the paths start.',
        }),
        to: t.arg.string({
          required: true,
          description: 'The slug of the entity where the paths end.',
        }),
        filter: t.arg({
          type: filters.relationFilter,
          description:
            'Follows only relations that match this filter. `entityTypes` limits the types of the entities between both ends. With `direction: FORWARD`, each relation is followed from its first end to its second.',
        }),
        maxLength: t.arg.int({
          required: true,
          defaultValue: 6,
          description: `The maximum number of hops of a path: 1 to ${limits.pathLength.value}.`,
        }),
        limit: t.arg.int({
          required: true,
          defaultValue: 5,
          description: `The maximum number of paths: 1 to ${limits.paths.value}. Several relations between the same entities are one path.`,
        }),
      },
      extensions: takes(({ filter }) => 1 + workOfFilter(filter)),
      resolve: async (_root, args, context, info) => {
        const question = pathsQuestion(args, vocabulary);
        const check = checkNamedSources(sourcesOfRelationFilter(args.filter), context);
        if (check) await check;
        const shape = graphDraft();
        for (const child of PlannedField.ofResolver(info, context).children())
          if (child.name === 'paths') planPath(child, shape);
        const {
          paths: rows,
          truncation,
          answers,
        } = await readPaths(context.store, question, shape);
        return { paths: rows.map((row) => ({ row, shape, answers })), truncation };
      },
    }),
  );
}

function planPath(field: PlannedField, shape: GraphDraft): void {
  for (const child of field.children()) {
    if (child.name === 'entities') child.plan(shape.entities, entityTypeNames);
    else if (child.name === 'relations') child.plan(shape.relations);
    else if (child.name === 'hops') planHops(child, shape);
    else if (child.name.startsWith('explanation')) child.planWith(() => planExplanation(shape));
  }
}

function planHops(field: PlannedField, shape: GraphDraft): void {
  for (const child of field.children()) if (child.name === 'relations') child.plan(shape.relations);
}

function planExplanation(shape: GraphDraft): void {
  planTestimony(shape.relations);
  planSentence(shape.relations);
}

/** Returns a relation of a path with its evidence. */
async function hopOf(
  item: RelationItem,
  requested: Language | null | undefined,
  context: RequestContext,
): Promise<Hop> {
  const [relation, ends, testimony] = await Promise.all([
    sentenceRecord(item, context),
    endsOf(item, requested, context),
    loadTestimony(item, requested, context),
  ]);
  const { standing, isContested } = relation;
  const rivals = isContested
    ? await loadRivals(item, testimony, requested, context)
    : new Map<string, Rival>();
  return { relation, ends, standing, isContested, testimony, rivals };
}

function entityItems({ row, shape, answers }: Path): EntityItem[] {
  return row.entities.map((entity) => ({ row: entity, shape: shape.entities, answers }));
}

/** Returns the best attested relation of each hop. */
function relationItems({ row, shape, answers }: Path): RelationItem[] {
  return row.hops
    .flatMap(bestAttested)
    .map((relation) => ({ row: relation, shape: shape.relations, answers }));
}

/** A hop of a path while it is resolved. */
interface PathHop extends Omit<Path, 'row'> {
  readonly row: HopRow;
}

function defineHop({ builder, relation }: SchemaParts) {
  return builder.objectRef<PathHop>('PathHop').implement({
    description: 'The relations between two neighbours on a path, in either direction.',
    fields: (t) => ({
      relations: t.field({
        type: [relation],
        description: `The relations between the two that match the filter, sorted by key: the first ${limits.hopRelations.value} of them.`,
        extensions: brings(RELATIONS_OF_HOP),
        resolve: ({ row, shape, answers }, _args, { answerSize }, info) =>
          answerSize
            .list(row.relations, info)
            .map((one) => ({ row: one, shape: shape.relations, answers })),
      }),
      relationCount: t.int({
        description: 'The number of all relations between the two that match the filter.',
        resolve: ({ row }) => row.count,
      }),
    }),
  });
}

function definePath(parts: SchemaParts) {
  const { builder, entity, relation, enums, textPart } = parts;
  const hop = defineHop(parts);
  return builder.objectRef<Path>('Path').implement({
    description:
      'A path from one entity to another along relations: a sequence of entities, with all relations between two neighbours.',
    fields: (t) => ({
      length: t.int({
        description: 'The number of hops of the path. 0 from an entity to itself.',
        resolve: ({ row }) => row.hops.length,
      }),
      hops: t.field({
        type: [hop],
        description:
          'The hops of the path: the first from the first entity to the second, and so on. Parallel relations stand together in their hop.',
        extensions: brings(HOPS),
        resolve: ({ row, shape, answers }, _args, { answerSize }, info) =>
          answerSize.list(row.hops, info).map((one) => ({ row: one, shape, answers })),
      }),
      entities: t.field({
        type: [entity],
        description: 'The entities along the path, including both ends.',
        extensions: brings(HOPS + 1),
        resolve: (one, _args, { answerSize }, info) => answerSize.list(entityItems(one), info),
      }),
      relations: t.field({
        type: [relation],
        description:
          'One relation for each hop: the one with the most origins, then with the most publishers, then with the best standing (stated, inferred, editorial, denied), then the first by key. The first relation connects the first entity with the second, and so on.',
        extensions: brings(HOPS),
        resolve: (one, _args, { answerSize }, info) => answerSize.list(relationItems(one), info),
      }),
      explanation: t.string({
        description:
          'The path as a paragraph that can be pasted into a text: a sentence for each relation with the numbers of its citations, then the citations, one a line. Each publisher is cited once for a relation, and dates by themselves where not all of its sources give them. Empty for a path without relations.',
        args: { language: t.arg({ type: enums.language, description: EXPLANATION_LANGUAGE }) },
        extensions: takes(EXPLANATION_WORK),
        resolve: async (one, args, context) => textOf(await partsOf(one, args.language, context)),
      }),
      explanationParts: t.field({
        type: [textPart],
        description:
          '`explanation` in parts, so that a page can link the entities in it, mark the language of each name, and put each sentence and each citation by itself: a part belongs to one of them alone. One after the other, their texts are the explanation.',
        args: { language: t.arg({ type: enums.language, description: EXPLANATION_LANGUAGE }) },
        extensions: brings(EXPLANATION_PARTS, EXPLANATION_WORK),
        resolve: async (one, args, context, info) =>
          context.answerSize.list(await partsOf(one, args.language, context), info),
      }),
    }),
  });
}

const EXPLANATION_LANGUAGE =
  'The language of the text. The default is the first language that the client accepts, else English.';

async function partsOf(
  path: Path,
  requested: Language | null | undefined,
  context: RequestContext,
): Promise<ExplanationPart[]> {
  const hops = await Promise.all(
    relationItems(path).map((item) => hopOf(item, requested, context)),
  );
  return explanationParts(hops, languageFor(requested, context.languages), context.vocabulary);
}
