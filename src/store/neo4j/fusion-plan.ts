import type { KeyedAsk, SingleAsk } from '../answering/asks.js';
import {
  entityPartsOf,
  evidencePartsOf,
  graphPartsOf,
  isPlain,
  relationPartsOf,
  sourcePartsOf,
} from '../answering/parts.js';
import {
  followUpsOfDisagreements,
  followUpsOfEntities,
  followUpsOfEvidence,
  followUpsOfRelations,
  followUpsOfSources,
  type FollowUp,
} from '../answering/plan.js';
import type { PageSelection } from '../page.js';
import type { Reading, RelationShape, Start } from '../reading.js';
import type { RecordKind } from './entry.js';

// What a fused query asks, as data: where a reading starts, and what follows from the records of each
// kind that an ask finds.

/** What follows from a record of any kind. */
export type AnyFollowUp = FollowUp<never>;

export type Leads = readonly (readonly [RecordKind, readonly AnyFollowUp[]])[];

export interface StartPlan {
  /** Null where only the count is selected. */
  readonly rows: SingleAsk | { readonly each: KeyedAsk; readonly keys: readonly string[] } | null;
  readonly count: SingleAsk | null;
  readonly leads: Leads;
}

/** Entities that a network is fused for: what follows from more is asked in parts. */
const FUSED_NODES = 500;

/** Null where the records are known only after several queries, or are too many. */
export function planOf<S extends Start>(reading: Reading<S>): StartPlan | null {
  return starts[reading.start](reading);
}

const starts: { readonly [S in Start]: (reading: Reading<S>) => StartPlan | null } = {
  'entities by slug': ({ slugs, shape }) =>
    given({ kind: 'entities by slug', parts: entityPartsOf(shape) }, slugs, [
      ['entity', followUpsOfEntities(shape)],
    ]),
  'relations by key': ({ keys, shape }) =>
    given({ kind: 'relations by key', parts: relationPartsOf(shape) }, keys, [
      ['relation', followUpsOfRelations(shape)],
    ]),
  'evidence by id': ({ ids, shape }) =>
    given({ kind: 'evidence by id', parts: evidencePartsOf(shape) }, ids, [
      ['evidence', followUpsOfEvidence(shape)],
    ]),
  'sources by slug': ({ slugs, shape }) =>
    given({ kind: 'sources by slug', parts: sourcePartsOf(shape) }, slugs, [
      ['source', followUpsOfSources(shape)],
    ]),
  'page of entities': ({ question, page, shape, ...selection }) =>
    paged(
      selection,
      { kind: 'page of entities', question, page, parts: entityPartsOf(shape) },
      { kind: 'count of entities', question: { filter: question.filter } },
      [['entity', followUpsOfEntities(shape)]],
    ),
  'page of relations': ({ question, page, shape, ...selection }) =>
    paged(
      selection,
      { kind: 'page of relations', question, page, parts: relationPartsOf(shape) },
      { kind: 'count of relations', question },
      [['relation', followUpsOfRelations(shape)]],
    ),
  'page of sources': ({ question, page, shape, ...selection }) =>
    paged(
      selection,
      { kind: 'page of sources', question, page, parts: sourcePartsOf(shape) },
      { kind: 'count of sources', question },
      [['source', followUpsOfSources(shape)]],
    ),
  'page of interlocks': ({ question, page, shape, ...selection }) =>
    paged(
      selection,
      { kind: 'page of interlocks', question, page, parts: entityPartsOf(shape) },
      { kind: 'count of interlocks', question },
      [['entity', followUpsOfEntities(shape)]],
    ),
  'page of disagreements': ({ question, page, shape, ...selection }) =>
    paged(
      selection,
      { kind: 'page of disagreements', question, page },
      { kind: 'count of disagreements', question },
      [['disagreement', followUpsOfDisagreements(shape)]],
    ),
  network: ({ question, shape }) =>
    question.limit > FUSED_NODES
      ? null
      : {
          rows: { kind: 'network', question, ...graphPartsOf(shape) },
          count: null,
          leads: [
            ['entity', followUpsOfEntities(shape.entities)],
            ['relation', followUpsOfRelations(withoutPlainEnds(shape.relations))],
          ],
        },
  'page of documents': ({ page, ...selection }) =>
    paged(selection, { kind: 'page of documents', page }, { kind: 'count of documents' }, []),
  'documents by slug': () => null,
  'documents of records': () => null,
  'dates of sources': () => null,
  'rivals of relations': () => null,
  'numbers of the fallen': () => null,
  joins: () => null,
  'former slugs': () => null,
  paths: () => null,
  witnesses: () => null,
  'ends of relations': () => null,
};

function given(each: KeyedAsk, keys: readonly string[], leads: Leads): StartPlan {
  return { rows: { each, keys }, count: null, leads };
}

function paged(
  { wantsRows, wantsCount }: Pick<PageSelection, 'wantsRows' | 'wantsCount'>,
  rows: SingleAsk,
  count: SingleAsk,
  leads: Leads,
): StartPlan {
  return { rows: wantsRows ? rows : null, count: wantsCount ? count : null, leads };
}

/** Plain ends of a network's relations are among its entities. */
function withoutPlainEnds({ from, to, ...others }: RelationShape): RelationShape {
  return {
    ...others,
    ...(from && !isPlain(from) && { from }),
    ...(to && !isPlain(to) && { to }),
  };
}

/** What a follow-up asks for the rows and for the count that are selected. */
export function asksOf(followUp: AnyFollowUp): {
  readonly rows: KeyedAsk | null;
  readonly count: KeyedAsk | null;
} {
  return {
    rows: 'rows' in followUp ? followUp.rows : null,
    count: 'count' in followUp ? followUp.count : null,
  };
}

/** The records that the rows of a follow-up hold, with what follows from them. */
export function leadsOf(followUp: AnyFollowUp): Leads {
  switch (followUp.kind) {
    case 'related':
      return [
        ['relation', followUpsOfRelations(followUp.expansion.relation)],
        ['entity', followUpsOfEntities(followUp.expansion.entity)],
      ];
    case 'related count':
      return [];
    case 'evidence':
      return [['evidence', followUpsOfEvidence(followUp.expansion.evidence)]];
    case 'sole support':
      return [['relation', followUpsOfRelations(followUp.expansion.relation)]];
    case 'linked entities':
      return [['entity', followUpsOfEntities(followUp.shape)]];
    case 'linked relations':
      return [['relation', followUpsOfRelations(followUp.shape)]];
    case 'linked sources':
      return [['source', followUpsOfSources(followUp.shape)]];
  }
}
