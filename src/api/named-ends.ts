import type { Language } from '../vocabulary/languages.js';
import type { EntityItem } from '../store/answers.js';
import { sentenceEnd, type SentenceEnd } from '../wording/sentences.js';
import type { RequestContext } from './kit/context.js';
import type { EntityDraft } from './kit/drafts.js';
import { namesParts, ownPartOf, withParts } from './kit/items.js';

/** Returns an entity as a sentence names it. Loads what no reading selected. */
export async function namedEnd(
  item: EntityItem,
  requested: Language | null | undefined,
  context: Pick<RequestContext, 'languages' | 'loaders'>,
): Promise<SentenceEnd> {
  const { slug, type } = item.row;
  const load = async () => (await context.loaders.entity(slug)).row;
  const entity = await withParts(item.row, endParts, load);
  const isStatement = type === 'Statement';
  const act = isStatement ? await ownPartOf(item.row, 'act', load) : null;
  const form = isStatement ? await ownPartOf(item.row, 'form', load) : null;
  const named = {
    ...entity,
    properties: { ...(act !== null && { act }), ...(form !== null && { form }) },
  };
  return sentenceEnd(slug, type, named, requested, context.languages);
}

const endParts = [...namesParts, 'kind', 'time'] as const;

/** Adds the parts that a sentence needs of an entity to a draft. */
export function planEnd({ parts }: EntityDraft): void {
  for (const part of [...endParts, 'own act', 'own form'] as const) parts.add(part);
}
