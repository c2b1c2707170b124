import type { Passage } from '../passages.js';
import { Proofs, type ProofsQuery } from '../queries.js';
import type { PageRequest } from './page.js';

/** A piece of evidence with what it proves. */
export type Proof = Extract<
  NonNullable<ProofsQuery['nodes'][number]>,
  { readonly stance: unknown }
>;

/** A passage with the part of its evidence that a page tells. */
export interface ToldPassage {
  readonly passage: Passage;
  readonly proofs: readonly Proof[];
  /** The number of pieces of its evidence before and after these. */
  readonly before: number;
  readonly after: number;
}

/** The number of pieces of evidence that a page tells. */
const ROWS = 100;

/**
 * Reads what passages prove: a hundred pieces of evidence, shared out among all passages, or those of
 * the one that is selected.
 */
export async function tellPassages(
  passages: readonly Passage[],
  { view, ask }: PageRequest,
): Promise<ToldPassage[]> {
  const selected = readSelection(view.state.sel);
  const isSelected = (passage: Passage) => selected?.name === passageName(passage);
  const one = passages.some(isSelected);
  const shares = one ? [] : sharedOut(passages, ROWS);
  const parts = passages.map((passage, index) => {
    const start = isSelected(passage) ? (selected?.start ?? 0) : 0;
    const count = one ? (isSelected(passage) ? ROWS : 0) : (shares[index] ?? 0);
    return { passage, start, ids: passage.ids.slice(start, start + count) };
  });
  const ids = parts.flatMap((part) => part.ids);
  const { nodes } =
    ids.length === 0 ? { nodes: [] } : await ask(Proofs, { ids, language: view.language });
  const proofs = new Map(
    nodes.flatMap((node) => (node && 'stance' in node ? [[node.id, node] as const] : [])),
  );
  return parts.map(({ passage, start, ids: own }) => ({
    passage,
    proofs: own.flatMap((id) => proofs.get(id) ?? []),
    before: own.length === 0 ? 0 : start,
    after: passage.ids.length - own.length - (own.length === 0 ? 0 : start),
  }));
}

/** The name of a passage in addresses: `293-646`, or `none` for what has no position. */
export function passageName({ selector }: Passage): string {
  return selector ? `${selector.start}-${selector.end}` : 'none';
}

/** Reads `293-646:100`: a passage, and the number of pieces of its evidence to leave out before. */
function readSelection(text: string | undefined) {
  const [, name, start = '0'] = /^(none|\d+-\d+)(?::(\d{1,6}))?$/.exec(text ?? '') ?? [];
  return name === undefined ? null : { name, start: Number(start) };
}

/**
 * Shares a number of rows out among passages: each gets one after the other until none is left.
 * Returns the number of rows of each.
 */
export function sharedOut(passages: readonly Pick<Passage, 'ids'>[], rows: number): number[] {
  const shares = passages.map(() => 0);
  let left = rows;
  for (let round = 0; left > 0; round++) {
    const before = left;
    for (const [index, { ids }] of passages.entries()) {
      if (left === 0 || ids.length <= round) continue;
      shares[index] = round + 1;
      left -= 1;
    }
    if (left === before) break;
  }
  return shares;
}
