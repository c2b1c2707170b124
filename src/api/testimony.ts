import { limits } from '../limits.js';
import type { Language } from '../vocabulary/languages.js';
import { isSetAside } from '../questions/set-aside.js';
import type { EvidenceItem, RelationItem } from '../store/answers.js';
import type { SentenceEnds } from '../wording/sentences.js';
import { dateProperties, type Rivals, type Testimony } from '../wording/telling.js';
import { loadCited, planCitation } from './evidence.js';
import type { RequestContext } from './kit/context.js';
import { addExpansion, type RelationDraft } from './kit/drafts.js';
import { evidenceDraftOf, evidenceKey, evidenceLoad } from './kit/expansions.js';
import { withParts } from './kit/items.js';
import { namedEnd } from './named-ends.js';
import { endOf } from './relation-ends.js';

// This file loads the evidence that sentences and explanations need of a relation.

/** The evidence for a relation as a whole, and for its dates. */
const question = { of: 'target', properties: ['', ...dateProperties] } as const;

/** The name of its answer. No argument of `evidence` is the same: a property has a name. */
const page = { properties: question.properties, first: limits.pageSize.value };

/** Adds what `loadTestimony` needs to a draft. */
export function planTestimony(draft: RelationDraft): void {
  const expansion = addExpansion(
    draft.expansions,
    evidenceKey(page),
    evidenceDraftOf(question, page),
  );
  expansion.wantsRows = true;
  expansion.evidence.parts.add('value');
  planCitation(expansion.evidence);
}

/**
 * Returns the evidence for a relation as a whole and for its dates, except for that of sources that
 * are set aside for it. Loads it if the reading did not select it.
 */
export async function loadTestimony(
  relation: RelationItem,
  requested: Language | null | undefined,
  context: RequestContext,
): Promise<Testimony[]> {
  const { loaders } = context;
  const setAside = relation.row.setAside ?? {};
  const items = await evidenceItems(relation, context);
  const all = await Promise.all(
    items.map(async (item) => {
      const load = async () => (await loaders.evidence(item.row.id)).row;
      const { property, stance, sourceSlug } = item.row;
      const [{ value, inferred }, cited] = await Promise.all([
        withParts(item.row, ['value', 'inferred'] as const, load),
        loadCited(item, requested, context),
      ]);
      return {
        ...cited,
        evidence: { ...cited.evidence, property, stance, sourceSlug, value, inferred },
      };
    }),
  );
  return all.filter(
    ({ evidence: { sourceSlug }, source }) =>
      !isSetAside(setAside, { slug: sourceSlug, publishedAt: source.publishedAt }),
  );
}

async function evidenceItems(
  { row, shape, answers }: RelationItem,
  { loaders }: RequestContext,
): Promise<EvidenceItem[]> {
  const planned = shape.expansions.get(evidenceKey(page));
  const answer = planned && answers.of('evidence', planned, row.key);
  if (planned && answer) {
    return answer.rows.map(({ item }) => ({ row: item, shape: planned.evidence, answers }));
  }
  const expansion = evidenceLoad(question, page, 'rows');
  const loaded = await loaders.expandRelation(row.key, expansion);
  return loaded.answer.rows.map(({ item }) => ({
    row: item,
    shape: expansion.evidence,
    answers: loaded.answers,
  }));
}

/**
 * Returns the rivals of a contested relation, by their keys, sorted. Of a rival in whose favour no
 * evidence denies the relation, the evidence for it says who holds it.
 */
export async function loadRivals(
  { row }: RelationItem,
  testimony: readonly Testimony[],
  requested: Language | null | undefined,
  context: RequestContext,
): Promise<Rivals> {
  const named = new Set(
    testimony.flatMap(({ evidence: { property, stance, value } }) =>
      stance === 'CONTRADICTS' && property === null && value !== null ? [value] : [],
    ),
  );
  const rivals = await context.loaders.rivals(row);
  return new Map(
    await Promise.all(
      rivals.map(async (item) => {
        const { key, type, fromType, toType, properties, time } = item.row;
        if (!fromType || !toType || !properties || !time)
          throw new Error(`The whole record of ${key} lacks a part.`);
        const [ends, own] = await Promise.all([
          endsOf(item, requested, context),
          named.has(key) ? [] : loadTestimony(item, requested, context),
        ]);
        const relation = { type, fromType, toType, properties, time };
        return [key, { relation, ends, testimony: own }] as const;
      }),
    ),
  );
}

/** Returns both ends of a relation as a sentence names them. */
export async function endsOf(
  item: RelationItem,
  requested: Language | null | undefined,
  context: RequestContext,
): Promise<SentenceEnds> {
  const [from, to] = await Promise.all([endOf(item, 'from', context), endOf(item, 'to', context)]);
  return {
    from: await namedEnd(from, requested, context),
    to: await namedEnd(to, requested, context),
  };
}
