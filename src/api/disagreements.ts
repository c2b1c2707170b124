import { entityTypeNames } from '../vocabulary/entity-types.js';
import type { ObjectRef } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import { readWhenKnown } from '../questions/known-slugs.js';
import { requireTargets } from '../questions/known-targets.js';
import { setAsideOf, sourcesSetAside, type SetAsideInput } from '../questions/set-aside.js';
import type { Page, PageSelection } from '../store/page.js';
import type { DisagreementQuestion } from '../store/reading.js';
import type { Types } from './kit/builder.js';
import {
  defineConnection,
  pageArguments,
  readConnection,
  type Connection,
  type PageArguments,
} from './kit/connection.js';
import type { RequestContext } from './kit/context.js';
import { brings, takes, workOfFilter } from './kit/cost.js';
import { evidenceDraft, graphDraft, type EvidenceDraft, type GraphDraft } from './kit/drafts.js';
import {
  readDisagreements,
  type Disagreement,
  type DisagreementSide,
} from '../questions/disagreements.js';
import { checkNamedSources } from './kit/named-sources.js';
import type { PlannedField } from './kit/plan.js';
import { setAsideArguments } from './kit/set-aside-arguments.js';
import type { SchemaParts } from './kit/types.js';

/** More sides than a disagreement usually has, and more evidence than a side has. */
const SIDES = 3;
const EVIDENCE_OF_SIDE = 5;

/** The store looks through all that is contested, as many values as take as long. */
const DISAGREEMENTS_WORK = 500;

/** Describes how the lists change when sources are set aside. */
const WITHOUT =
  'Sides that no other source supports are left out, and so are disagreements of which fewer than two sides are left and those about relations that fall. Publishers and origins are counted without these sources. Which value the graph shows does not change.';

/** Defines the types of disagreements and the fields that list them. */
export function defineDisagreements(parts: SchemaParts): void {
  const { builder, entity, enums, pageInfo, evidenceTarget } = parts;
  const side = defineSide(parts);
  const disagreement = builder.objectRef<Disagreement>('Disagreement').implement({
    description: 'A matter on which sources disagree, with the evidence for each side.',
    fields: (t) => ({
      kind: t.field({
        type: enums.disagreementKind,
        description: 'The kind of the disagreement.',
        resolve: ({ kind }) => kind,
      }),
      target: t.field({
        type: evidenceTarget,
        description:
          'The entity or relation that the disagreement is about. For rival relations it is the one whose key comes first. For disputed statements it is the relation that disputes one of them; its evidence says why.',
        resolve: ({ target }) => target,
      }),
      property: t.exposeString('property', {
        nullable: true,
        description:
          'The disputed property, such as `startDate`. Null if the disagreement is about the target as a whole.',
      }),
      sides: t.field({
        type: [side],
        description:
          'All sides. Those that the graph shows come first, then those with the most origins, then those with the most publishers, then by value.',
        extensions: brings(SIDES),
        resolve: ({ sides }, _args, { answerSize }, info) => answerSize.list(sides, info),
      }),
    }),
  });
  const connection = defineConnection(parts, pageInfo, {
    name: 'Disagreement',
    plural: 'disagreements',
    node: disagreement,
    nodeOf: (item: Disagreement) => item,
  });
  const ofKinds = 'Lists only disagreements of these kinds. The default is all kinds.';
  builder.queryFields((t) => ({
    disagreements: t.field({
      type: connection,
      description:
        'All matters on which sources disagree, sorted by the slug or key of their target, then by property.',
      args: {
        kinds: t.arg({ type: [enums.disagreementKind], description: ofKinds }),
        targets: t.arg.stringList({
          description:
            'Lists only disagreements about these slugs of entities and keys of relations, which may also be rivals or disputed statements. Those of an entity include those about its relations.',
        }),
        ...setAsideArguments(t.arg, WITHOUT),
        ...pageArguments(t.arg),
      },
      extensions: takes((args) => 1 + workOfFilter(args)),
      resolve: (_root, args, context, info) => {
        const { kinds = null, targets = null } = args;
        return readPage({ kinds, targets }, args, context, info);
      },
    }),
  }));
  builder.interfaceField(entity, 'disagreements', (t) =>
    t.field({
      type: connection,
      description:
        'The matters on which sources disagree about the entity or about one of its relations, sorted by the slug or key of their target, then by property.',
      args: {
        kinds: t.arg({ type: [enums.disagreementKind], description: ofKinds }),
        ...setAsideArguments(t.arg, WITHOUT),
        ...pageArguments(t.arg),
      },
      extensions: takes((args) => DISAGREEMENTS_WORK + workOfFilter(args)),
      resolve: ({ row }, args, context, info) =>
        readPage({ kinds: args.kinds ?? null, targets: [row.slug] }, args, context, info),
    }),
  );
}

function defineSide({
  builder,
  relation,
  entityTypes,
  evidence,
}: SchemaParts): ObjectRef<Types, DisagreementSide> {
  return builder.objectRef<DisagreementSide>('DisagreementSide').implement({
    description: 'One side of a disagreement, with the evidence that supports it.',
    fields: (t) => ({
      value: t.exposeString('value', {
        nullable: true,
        description:
          'The value as text, the key of a rival relation, or the slug or key of a denied entity or relation. Null for a statement, and for a source that denies without stating an alternative.',
      }),
      relation: t.field({
        type: relation,
        nullable: true,
        description:
          'The rival or denied relation. Null for other sides, and if the graph does not have the relation.',
        resolve: (one) => one.relation,
      }),
      statement: t.field({
        type: entityTypes.Statement,
        nullable: true,
        description: 'The disputed statement. Null for other sides.',
        resolve: ({ statement }) => statement,
      }),
      shown: t.exposeBoolean('shown', {
        description:
          'Whether the graph shows this side. It shows one value of a property, but all rival relations and statements that it has.',
      }),
      evidence: t.field({
        type: [evidence],
        description:
          'All evidence that supports this side, in the order of target, source and passage: evidence that confirms it, and evidence that contradicts another side in its favour.',
        extensions: brings(EVIDENCE_OF_SIDE),
        resolve: (one, _args, { answerSize }, info) => answerSize.list(one.evidence, info),
      }),
      publisherCount: t.exposeInt('publisherCount', {
        description:
          'The number of publishers that state this explicitly. Inferred evidence is not counted, nor is a wider date, such as the month of the days.',
      }),
      originCount: t.exposeInt('originCount', {
        description:
          'The number of independent origins: the informers of these publishers, each counted once.',
      }),
    }),
  });
}

/** The drafts of the records that disagreements are about, and of the evidence. */
interface DisagreementDrafts extends GraphDraft {
  readonly evidence: EvidenceDraft;
}

async function readPage(
  { kinds, targets }: Pick<DisagreementQuestion, 'kinds' | 'targets'>,
  args: PageArguments & SetAsideInput,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<Connection<Disagreement>> {
  const { store } = context;
  const question: DisagreementQuestion = { kinds, targets, ...setAsideOf(args) };
  const check = checkNamedSources(sourcesSetAside(args), context);
  if (check) await check;
  const drafts: DisagreementDrafts = { ...graphDraft(), evidence: evidenceDraft() };
  const reading = {
    question,
    args,
    keysetLength: 3,
    planItem: (item: PlannedField): void => {
      planDisagreement(item, drafts);
    },
    read: (selection: PageSelection): Promise<Page<Disagreement>> =>
      readWhenKnown(requireTargets(store, targets ?? []), (joined) => {
        const current = targets?.map((target) => joined.recordInto(target)) ?? null;
        return readDisagreements(
          store,
          { ...question, targets: current },
          selection,
          drafts,
          context,
        );
      }),
  };
  return readConnection(reading, context, info);
}

function planDisagreement(item: PlannedField, drafts: DisagreementDrafts): void {
  for (const field of item.children()) {
    if (field.name === 'target') {
      field.plan(drafts.entities, entityTypeNames);
      field.plan(drafts.relations, ['Relation']);
    }
    if (field.name !== 'sides') continue;
    for (const part of field.children()) {
      if (part.name === 'relation') part.plan(drafts.relations);
      if (part.name === 'statement') part.plan(drafts.entities, ['Statement']);
      if (part.name === 'evidence') part.plan(drafts.evidence);
    }
  }
}
