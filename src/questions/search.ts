import { LRUCache } from 'lru-cache';
import { badInput } from '../errors.js';
import { limits } from '../limits.js';
import { pageOf, type Keyset, type Page, type PageRequest, type Row } from '../store/page.js';
import type { EntityRecord } from '../model/records.js';
import { matchTiers, type CandidateRequest, type MatchTier } from '../store/search.js';
import { foldName } from '../values/folded-name.js';
import { mistakableWords } from '../values/typing-mistake.js';
import type { EntityType } from '../vocabulary/entity-types.js';
import { languages, type Language } from '../vocabulary/languages.js';
import type { Store } from '../store/store.js';

/** If a tier has fewer candidates than this, all of them are matched in one read. */
const FEW_CANDIDATES = 100;

/** The maximum number of candidates of one read. Reads grow up to it while few candidates match. */
const MANY_CANDIDATES = 1_000;

/** The score of each tier, from 0 to 1. */
export const scores: Readonly<Record<MatchTier, number>> = {
  NAME: 1,
  WORDS: 0.75,
  BEGINNINGS: 0.5,
  MISTAKES: 0.25,
};

export interface SearchQuestion {
  readonly query: string;
  /** The folded words of the query. */
  readonly words: readonly string[];
  readonly types: readonly EntityType[] | null;
}

/** An entity that was found, with the name that matched best. */
export interface SearchHit {
  readonly entity: EntityRecord;
  readonly tier: MatchTier;
  readonly matchedName: string;
  readonly matchedLanguage: Language;
}

/**
 * Returns the question of a search.
 * @throws KenesError BAD_USER_INPUT for a query that is too long.
 */
export function searchQuestion(
  query: string,
  types: readonly EntityType[] | null | undefined,
): SearchQuestion {
  const { length } = [...query];
  const maximum = limits.searchText.value;
  if (length > maximum) {
    throw badInput(
      `\`query\` must have at most ${maximum} characters (got ${length.toLocaleString('en')}).`,
      { argument: 'query' },
    );
  }
  return { query, words: wordsOf(foldName(query)), types: types ?? null };
}

/**
 * Returns a page of the entities whose names match, in the order of tier (best first), degree
 * (highest first) and slug. These three values are the keyset of a row.
 */
export async function searchPage(
  store: Pick<Store, 'searchCandidates'>,
  question: SearchQuestion,
  page: PageRequest,
): Promise<Page<SearchHit>> {
  const search = new Search(store, question, page);
  return pageOf(await search.rows(), page);
}

class Search {
  private found: Row<SearchHit>[] = [];
  private readonly matching: NameMatching;
  /** One more than the size of the page, to find out whether more rows follow. */
  private readonly rowLimit: number;

  constructor(
    private readonly store: Pick<Store, 'searchCandidates'>,
    private readonly question: SearchQuestion,
    private readonly page: PageRequest,
  ) {
    this.matching = new NameMatching(question);
    this.rowLimit = page.limit + 1;
  }

  async rows(): Promise<readonly Row<SearchHit>[]> {
    const { words } = this.question;
    const [first = 0, degree, slug] = this.page.after ?? [];
    if (words.length === 0) return [];
    const last = this.matching.mistakable.size > 0 ? 'MISTAKES' : 'BEGINNINGS';
    let start = Number(first);
    let after = this.page.after ? { degree: Number(degree), slug: String(slug) } : null;
    // Few entities match several words, so one read usually returns the rows of all tiers.
    const tiersInOneRead: MatchTier[] = words.length > 1 ? [last, 'WORDS'] : ['WORDS', last];
    for (const tier of tiersInOneRead) {
      if (matchTiers.indexOf(tier) < start) continue;
      const all = await this.allOfTier(tier);
      if (!all) {
        if (tier === 'WORDS') break; // Worse tiers have even more candidates.
        continue;
      }
      this.found = all;
      if (all.length >= this.rowLimit || tier === last) return all.slice(0, this.rowLimit);
      start = matchTiers.indexOf(tier) + 1;
      after = null;
    }
    for (const tier of matchTiers.slice(start, matchTiers.indexOf(last) + 1)) {
      await this.addTier(tier, after);
      if (this.found.length >= this.rowLimit) break;
      after = null;
    }
    return this.found;
  }

  /**
   * Returns all rows of a tier and of better ones that follow the page's keyset, or null if there
   * are many.
   */
  private async allOfTier(tier: MatchTier): Promise<Row<SearchHit>[] | null> {
    const candidates = await this.candidates(tier, null, FEW_CANDIDATES);
    if (candidates.length === FEW_CANDIDATES) return null;
    const { after } = this.page;
    return candidates
      .flatMap((candidate) => this.rowOf(candidate) ?? [])
      .sort((one, other) => compareKeysets(one.keyset, other.keyset))
      .filter(({ keyset }) => !after || compareKeysets(keyset, after) > 0);
  }

  /** Adds the rows of one tier. Its candidates include those of better tiers, which are skipped. */
  private async addTier(tier: MatchTier, start: CandidateRequest['after']): Promise<void> {
    for (let [after, limit] = [start, this.rowLimit]; ;) {
      const candidates = await this.candidates(tier, after, limit);
      for (const candidate of candidates) this.add(candidate, tier);
      const last = candidates.at(-1);
      if (!last || candidates.length < limit || this.found.length >= this.rowLimit) return;
      [after, limit] = [last, Math.min(4 * limit, MANY_CANDIDATES)];
    }
  }

  private candidates(
    tier: MatchTier,
    after: CandidateRequest['after'],
    limit: number,
  ): Promise<readonly EntityRecord[]> {
    const { words, types } = this.question;
    const mistakable = tier === 'MISTAKES' ? this.matching.mistakable : new Map<string, string[]>();
    return this.store.searchCandidates({ words, tier, mistakable, types, after, limit });
  }

  private add(candidate: EntityRecord, tier: MatchTier): void {
    const row = this.rowOf(candidate);
    if (row?.item.tier === tier && this.found.length < this.rowLimit) this.found.push(row);
  }

  private rowOf(entity: EntityRecord): Row<SearchHit> | null {
    const match = this.matching.best(entity);
    if (!match) return null;
    const keyset = [matchTiers.indexOf(match.tier), entity.degree, entity.slug];
    return { item: { entity, ...match }, keyset };
  }
}

/** Compares by tier, then by degree (highest first), then by slug. */
function compareKeysets(one: Keyset, other: Keyset): number {
  const [tier, degree, slug] = one as [number, number, string];
  const [otherTier, otherDegree, otherSlug] = other as [number, number, string];
  if (tier !== otherTier) return tier - otherTier;
  if (degree !== otherDegree) return otherDegree - degree;
  return slug === otherSlug ? 0 : slug < otherSlug ? -1 : 1;
}

type NameMatch = Omit<SearchHit, 'entity'>;

/** Finds the name of an entity that matches a query best. */
class NameMatching {
  private readonly words: readonly string[];
  private readonly name: string;
  private readonly typedWords: readonly string[];
  private known: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(private readonly question: SearchQuestion) {
    this.words = question.words;
    this.name = this.words.join(' ');
    this.typedWords = wordsOf(question.query.toLowerCase());
  }

  /**
   * The words that may have been meant, by word. Computed only if needed, since that takes
   * milliseconds.
   */
  get mistakable(): ReadonlyMap<string, readonly string[]> {
    return (this.known ??= mistakableWords(this.question.query));
  }

  /**
   * Returns the match of the best tier, or null if no name matches. Within a tier, names that are
   * spelled as the query come first, then names before aliases, then the order of the languages.
   */
  best({ names, details }: EntityRecord): NameMatch | null {
    let best: NameMatch | null = null;
    let least = Infinity;
    for (const texts of [names, details.aliases]) {
      for (const language of languages) {
        for (const name of [texts[language] ?? []].flat()) {
          const tier = this.tierOf(foldedNames.memo(name));
          if (!tier) continue;
          const rank = matchTiers.indexOf(tier) + (this.isSpelledAsTyped(name) ? 0 : 0.5);
          if (rank >= least) continue;
          least = rank;
          best = { tier, matchedName: name, matchedLanguage: language };
        }
      }
    }
    return best;
  }

  private tierOf(foldedName: string): MatchTier | null {
    if (foldedName === this.name) return 'NAME';
    const nameWords = wordsOf(foldedName);
    const every = (fits: (word: string, other: string) => boolean): boolean =>
      this.words.every((word) => nameWords.some((other) => fits(word, other)));
    if (every((word, other) => other === word)) return 'WORDS';
    if (every((word, other) => other.startsWith(word))) return 'BEGINNINGS';
    const fitsMistaken = (word: string, other: string): boolean =>
      other.startsWith(word) || (this.mistakable.get(word)?.includes(other) ?? false);
    return every(fitsMistaken) ? 'MISTAKES' : null;
  }

  private isSpelledAsTyped(name: string): boolean {
    const text = name.toLowerCase();
    return this.typedWords.every((word) => text.includes(word));
  }
}

/** Caches folded names by name, since searches compare the same names repeatedly. */
const foldedNames = new LRUCache<string, string>({
  max: 20_000,
  memoMethod: (name) => foldName(name),
});

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
