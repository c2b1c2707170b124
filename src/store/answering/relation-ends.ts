import { KenesError } from '../../errors.js';
import type { Reading } from '../reading.js';
import type { RelationEnds } from '../rows.js';
import type { Engine, RelatedSlugs } from './asks.js';

/** The entities whose relations are read at once, so that no answer takes long to parse. */
const ENTITIES_AT_ONCE = 1_000;

/**
 * Reads the ends of all matching relations, in several queries.
 * @throws KenesError TOO_LARGE if there are more than the limit.
 */
export async function readRelationEnds(
  { question, limit }: Reading<'ends of relations'>,
  engine: Engine,
): Promise<RelationEnds> {
  const ends = new EndsBySlug();
  let after: string | null = '';
  while (after !== null) {
    const ask = { kind: 'related slugs', question, after, limit: ENTITIES_AT_ONCE } as const;
    const rows: readonly RelatedSlugs[] = await engine.one(ask);
    for (const [slug, related] of rows) ends.add(slug, related);
    if (ends.count > limit) throw tooManyRelations(limit);
    const last: RelatedSlugs | undefined = rows[ENTITIES_AT_ONCE - 1];
    after = last ? last[0] : null;
  }
  return ends.collected();
}

function tooManyRelations(limit: number): KenesError {
  const most = limit.toLocaleString('en');
  return new KenesError(
    'TOO_LARGE',
    `More than ${most} relations match the filter, too many to compute a measure of.`,
    { hint: 'Narrow the filter, for example with `relationTypes`, `during` or `minOrigins`.' },
  );
}

/** The place of an entity that was not added. */
const NOT_ADDED = -1;

/** Collects the ends of relations by numbers, which they get in the order in which they come. */
class EndsBySlug {
  private readonly numbers = new Map<string, number>();
  /** The slugs and numbers of the entities that were added, in their order. */
  private readonly added: (readonly [slug: string, number: number])[] = [];
  private readonly from: number[] = [];
  private readonly to: number[] = [];

  get count(): number {
    return this.from.length;
  }

  /** Adds the next entity by slug, with those that its relations lead to. */
  add(slug: string, related: readonly string[]): void {
    const number = this.numberOf(slug);
    this.added.push([slug, number]);
    for (const other of [...related].sort()) {
      this.from.push(number);
      this.to.push(this.numberOf(other));
    }
  }

  collected(): RelationEnds {
    const isEnd = new Uint8Array(this.numbers.size);
    for (const ends of [this.from, this.to]) for (const number of ends) isEnd[number] = 1;
    const slugs: string[] = [];
    const places = new Int32Array(this.numbers.size).fill(NOT_ADDED);
    for (const [slug, number] of this.added)
      if (isEnd[number] === 1) places[number] = slugs.push(slug) - 1;
    const placeOf = (number: number): number => places[number] ?? NOT_ADDED;
    // An entity may have been written in the meantime, before those that were read last.
    const isWhole = (_: number, index: number): boolean =>
      placeOf(this.to[index] ?? NOT_ADDED) !== NOT_ADDED;
    return {
      slugs,
      from: Uint32Array.from(this.from.filter(isWhole), placeOf),
      to: Uint32Array.from(this.to.filter(isWhole), placeOf),
    };
  }

  private numberOf(slug: string): number {
    const known = this.numbers.get(slug);
    if (known !== undefined) return known;
    this.numbers.set(slug, this.numbers.size);
    return this.numbers.size - 1;
  }
}
