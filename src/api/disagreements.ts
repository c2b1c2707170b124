import { entityTypeNames } from '../vocabulary/entity-types.js';
import type { ObjectRef } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import type { DisagreementQuestion } from '../store/reading.js';
import type { DisagreementKind } from '../model/records.js';
import type { Types } from './kit/builder.js';
import {
  defineConnection,
  pageArguments,
  readConnection,
  type Connection,
  type PageArguments,
} from './kit/connection.js';
import type { RequestContext } from './kit/context.js';
import { evidenceDraft, graphDraft, type EvidenceDraft, type GraphDraft } from './kit/drafts.js';
import {
  readDisagreements,
  type Disagreement,
  type DisagreementSide,
} from '../questions/disagreements.js';
import type { PlannedField } from './kit/plan.js';
import type { SchemaParts } from './kit/types.js';

/** Everything on which sources, or statements, do not agree. */
export function defineDisagreements(parts: SchemaParts): void {
  const { builder, enums, pageInfo, evidenceTarget } = parts;
  const side = defineSide(parts);
  const disagreement = builder.objectRef<Disagreement>('Disagreement').implement({
    description: 'What sources do not agree on, with what speaks for each side.',
    fields: (t) => ({
      kind: t.field({
        type: enums.disagreementKind,
        description: 'On what there is disagreement.',
        resolve: ({ kind }) => kind,
      }),
      target: t.field({
        type: evidenceTarget,
        description:
          'What it is on: an entity or a relation. Of rival relations it is the one whose key comes first; of disputed statements the relation that says so, whose evidence says why.',
        resolve: ({ target }) => target,
      }),
      property: t.exposeString('property', {
        nullable: true,
        description:
          'The property that it is on, such as `startDate`; null where it is on the whole.',
      }),
      sides: t.field({
        type: [side],
        description:
          'What the graph shows first; then what has more origins, then more publishers, then by value.',
        resolve: ({ sides }, _args, { answerSize }, info) => answerSize.list(sides, info),
      }),
    }),
  });
  const connection = defineConnection(parts, pageInfo, {
    name: 'Disagreement',
    holds: 'disagreements',
    node: disagreement,
    nodeOf: (item: Disagreement) => item,
  });
  builder.queryFields((t) => ({
    disagreements: t.field({
      type: connection,
      description:
        'Everything on which sources do not agree, in the order of slugs and keys, then of properties.',
      args: {
        kinds: t.arg({
          type: [enums.disagreementKind],
          description: 'Only of these kinds; of all where absent.',
        }),
        targets: t.arg.stringList({
          description:
            'Only what is on these: slugs of entities and keys of relations, also of rivals and of disputed statements.',
        }),
        ...pageArguments(t.arg),
      },
      resolve: (_root, args, context, info) => readPage(args, context, info),
    }),
  }));
}

function defineSide({
  builder,
  relation,
  entityTypes,
  evidence,
}: SchemaParts): ObjectRef<Types, DisagreementSide> {
  return builder.objectRef<DisagreementSide>('DisagreementSide').implement({
    description: 'One side of a disagreement, and what speaks for it.',
    fields: (t) => ({
      value: t.exposeString('value', {
        nullable: true,
        description:
          'The value as text; of rival relations the key; of a denied thing its slug or key; null for a statement, and where nothing is given instead.',
      }),
      relation: t.field({
        type: relation,
        nullable: true,
        description: 'Of rival relations the relation; null where the graph does not have it.',
        resolve: (one) => one.relation,
      }),
      statement: t.field({
        type: entityTypes.Statement,
        nullable: true,
        description: 'Of disputed statements the statement.',
        resolve: ({ statement }) => statement,
      }),
      shown: t.exposeBoolean('shown', {
        description:
          'Whether the graph shows it: one value of a property; all rival relations and statements that it has.',
      }),
      evidence: t.field({
        type: [evidence],
        description:
          'All that speaks for this side, by target, source and passage: what confirms it, and what contradicts another side for it.',
        resolve: (one, _args, { answerSize }, info) => answerSize.list(one.evidence, info),
      }),
      publisherCount: t.exposeInt('publisherCount', {
        description: 'How many publishers say so outright, not by inference.',
      }),
      originCount: t.exposeInt('originCount', {
        description:
          'How many independent origins it has: from whom the publishers have it, each counted once.',
      }),
    }),
  });
}

interface DisagreementArguments extends PageArguments {
  readonly kinds?: readonly DisagreementKind[] | null | undefined;
  readonly targets?: readonly string[] | null | undefined;
}

/** What is planned of the records that disagreements are about, and of the evidence. */
interface DisagreementDrafts extends GraphDraft {
  readonly evidence: EvidenceDraft;
}

function readPage(
  args: DisagreementArguments,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<Connection<Disagreement>> {
  const question: DisagreementQuestion = {
    kinds: args.kinds ?? null,
    targets: args.targets ?? null,
  };
  const drafts: DisagreementDrafts = { ...graphDraft(), evidence: evidenceDraft() };
  return readConnection(
    {
      question,
      args,
      keysetLength: 3,
      planItem: (item) => {
        planDisagreement(item, drafts);
      },
      read: (selection) => readDisagreements(context.store, question, selection, drafts, context),
    },
    context,
    info,
  );
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
