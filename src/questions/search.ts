import { badInput } from '../errors.js';
import { limits } from '../limits.js';
import type { EntityRecord } from '../model/records.js';
import { pageOf, type Keyset, type Page, type PageRequest, type Row } from '../store/page.js';
import type { CandidateRequest, TextCandidate } from '../store/search.js';
import type { Store } from '../store/store.js';
import { foldName, foldedWords } from '../values/folded-name.js';
import type { EntityType } from '../vocabulary/entity-types.js';
import { languages } from '../vocabulary/languages.js';
import { matchTiers, NameMatching, type MatchTier, type NameMatch } from './name-matching.js';
import { WantedCandidates, type NameQuestion, type Wanted } from './wanted-candidates.js';

/** If a tier has fewer candidates than this, all of them are matched in one read. */
const FEW_CANDIDATES = 100;

/** The maximum number of candidates of one read. Reads grow up to it while few candidates match. */
const MANY_CANDIDATES = 1_000;

/** The most entities that have a rare word in their names. */
const RARE = 10;

/** The score of each tier, from 0 to 1. */
export const scores: Readonly<Record<MatchTier | 'TEXT', number>> = {
  NAME: 1,
  WORDS: 0.75,
  BEGINNINGS: 0.5,
  MEANT: 0.25,
  ESSENTIALS: 0.2,
  MOST_WORDS: 0.15,
  INITIALS: 0.1,
  KIND: 0.075,
  TEXT: 0.05,
};

/** Comes after all tiers of names. */
const TEXT_TIER = matchTiers.length;

/** Where a search looks: in names, aliases and identifiers; in descriptions and notes of evidence. */
export type SearchPlace = 'NAMES' | 'TEXTS';

export interface SearchQuestion extends NameQuestion {
  readonly places: readonly SearchPlace[];
}

/** An entity that was found, with the name that matched best, or with the text that matched. */
export interface SearchHit extends Pick<NameMatch, 'matchedName' | 'matchedLanguage'> {
  readonly entity: EntityRecord;
  readonly tier: MatchTier | 'TEXT';
  /** Null if a name matched. */
  readonly matchedText: string | null;
}

type Place = CandidateRequest['after'];

/**
 * Returns the question of a search.
 * @throws KenesError BAD_USER_INPUT for a query that is too long, or that has no letter or digit.
 */
export function searchQuestion(
  query: string,
  types?: readonly EntityType[] | null,
  places: readonly SearchPlace[] = ['NAMES'],
): SearchQuestion {
  const { length } = [...query];
  const maximum = limits.searchText.value;
  if (length > maximum) {
    throw badInput(
      `\`query\` must have at most ${maximum} characters (got ${length.toLocaleString('en')}).`,
      { argument: 'query' },
    );
  }
  const words = foldedWords(foldName(query));
  if (words.length === 0) {
    throw badInput('`query` must have a letter or a digit.', {
      hint: 'Write a name or some of its words. `entities` lists all entities.',
      argument: 'query',
    });
  }
  return { query, words, types: types ?? null, places };
}

/**
 * Returns a page of the entities whose names match, in the order of tier (best first), degree
 * (highest first) and slug. These three values are the keyset of a row.
 */
export async function searchPage(
  store: Pick<Store, 'searchCandidates' | 'searchTexts'>,
  question: SearchQuestion,
  page: PageRequest,
): Promise<Page<SearchHit>> {
  const search = new Search(store, question, page);
  return pageOf(await search.rows(), page);
}

class Search {
  private readonly found: Row<SearchHit>[] = [];
  private readonly matching: NameMatching;
  private readonly wanted: WantedCandidates;
  private readonly rare = new Map<string, Promise<boolean>>();
  /** One more than the size of the page, to find out whether more rows follow. */
  private readonly rowLimit: number;
  /** The tiers before this one are done. */
  private start: number;
  /** Where the rows of the next tier start; null for the first one. */
  private after: Place;

  constructor(
    private readonly store: Pick<Store, 'searchCandidates' | 'searchTexts'>,
    private readonly question: SearchQuestion,
    private readonly page: PageRequest,
  ) {
    this.matching = new NameMatching(question.query, question.words);
    this.wanted = new WantedCandidates(question, this.matching);
    this.rowLimit = page.limit + 1;
    const [tier = 0, degree, slug] = page.after ?? [];
    this.start = Number(tier);
    this.after = page.after ? { degree: Number(degree), slug: String(slug) } : null;
  }

  async rows(): Promise<readonly Row<SearchHit>[]> {
    const { places } = this.question;
    if (places.includes('NAMES') && this.start < TEXT_TIER) {
      await this.addUpperTiers();
      if (!this.isFull()) await this.addLowerTiers();
    }
    if (places.includes('TEXTS') && !this.isFull()) await this.addTexts();
    return this.found;
  }

  private async addUpperTiers(): Promise<void> {
    const last = this.matching.meant.size > 0 ? 'MEANT' : 'BEGINNINGS';
    // Few entities match several words, so one read usually returns the rows of all tiers.
    const tiersInOneRead: MatchTier[] =
      this.question.words.length > 1 ? [last, 'WORDS'] : ['WORDS', last];
    for (const tier of tiersInOneRead) {
      if (matchTiers.indexOf(tier) < this.start) continue;
      const wanted = [
        ...this.wanted.of(tier),
        ...(this.start === 0 ? this.wanted.identifier() : []),
      ];
      if (await this.addAtOnce(wanted, tier)) {
        if (this.isFull()) return;
      } else if (tier === 'WORDS') break; // Worse tiers have even more candidates.
    }
    await this.addTiers(matchTiers.slice(0, matchTiers.indexOf(last) + 1));
  }

  /** Adds the tiers that are looked for only if the others do not fill the page. */
  private async addLowerTiers(): Promise<void> {
    await this.addTiers(['ESSENTIALS']);
    if (this.isFull()) return;
    if (!(await this.addAtOnce(this.wanted.byKeys(), 'INITIALS')))
      await this.addTiers(['MOST_WORDS', 'INITIALS']);
    if (!this.isFull()) await this.addTiers(['KIND']);
  }

  /** Adds entities that no name of theirs but a text matches. */
  private async addTexts(): Promise<void> {
    const { words, types, places } = this.question;
    const rows: Row<SearchHit>[] = [];
    for (let [after, limit] = [this.after, this.rowLimit]; ;) {
      const found = await this.store.searchTexts({ words, types, after, limit });
      for (const candidate of found) {
        const { entity } = candidate;
        const byName = places.includes('NAMES') ? await this.rowsOf([entity], () => true) : [];
        if (byName.length > 0) continue;
        rows.push({ item: hitByText(candidate), keyset: [TEXT_TIER, entity.degree, entity.slug] });
      }
      const last = found.at(-1)?.entity;
      if (!last || found.length < limit || rows.length >= this.rowLimit) break;
      [after, limit] = [last, Math.min(4 * limit, MANY_CANDIDATES)];
    }
    this.add(rows);
  }

  private isFull(): boolean {
    return this.found.length >= this.rowLimit;
  }

  /**
   * Adds all rows up to a tier that follow the page's keyset, unless there are many candidates.
   * Returns whether it did.
   */
  private async addAtOnce(wanted: readonly Wanted[], last: MatchTier): Promise<boolean> {
    const read = await Promise.all(wanted.map((one) => this.read(one, null, FEW_CANDIDATES)));
    if (read.some(({ length }) => length === FEW_CANDIDATES)) return false;
    const { after } = this.page;
    const rows = await this.rowsOf(
      read.flat(),
      (tier) => tier >= this.start && tier <= matchTiers.indexOf(last),
    );
    this.add(rows.filter(({ keyset }) => !after || compareKeysets(keyset, after) > 0));
    this.end(last);
    return true;
  }

  private async addTiers(tiers: readonly MatchTier[]): Promise<void> {
    for (const tier of tiers) {
      if (matchTiers.indexOf(tier) < this.start) continue;
      const rows = await Promise.all(this.wanted.of(tier).map((one) => this.readTier(one, tier)));
      this.add(rows.flat());
      if (this.isFull()) return;
      this.end(tier);
    }
  }

  /**
   * Returns the first rows of a tier, as many as the page may take. The candidates include those of
   * better tiers, which are skipped.
   */
  private async readTier(wanted: Wanted, tier: MatchTier): Promise<Row<SearchHit>[]> {
    const rows: Row<SearchHit>[] = [];
    for (let [after, limit] = [this.after, this.rowLimit]; ;) {
      const candidates = await this.read(wanted, after, limit);
      rows.push(...(await this.rowsOf(candidates, (found) => found === matchTiers.indexOf(tier))));
      const last = candidates.at(-1);
      if (!last || candidates.length < limit || rows.length >= this.rowLimit) return rows;
      [after, limit] = [last, Math.min(4 * limit, MANY_CANDIDATES)];
    }
  }

  private async read(
    { words, ...wanted }: Wanted,
    after: Place,
    limit: number,
  ): Promise<readonly EntityRecord[]> {
    if (words.length === 0) return [];
    const { meant } = this.matching;
    return this.store.searchCandidates({ ...wanted, words, meant, after, limit });
  }

  private async rowsOf(
    entities: readonly EntityRecord[],
    isWanted: (tier: number) => boolean,
  ): Promise<Row<SearchHit>[]> {
    const rows: Row<SearchHit>[] = [];
    for (const entity of entities) {
      const match = this.matching.best(entity);
      if (!match || !isWanted(matchTiers.indexOf(match.tier))) continue;
      const { onlyWord, ...found } = match;
      if (onlyWord !== null && !(await this.isRare(onlyWord))) continue;
      const keyset = [matchTiers.indexOf(match.tier), entity.degree, entity.slug];
      rows.push({ item: { entity, matchedText: null, ...found }, keyset });
    }
    return rows;
  }

  private isRare(word: string): Promise<boolean> {
    const known = this.rare.get(word);
    if (known) return known;
    const wanted = { lookup: 'WORDS', words: [word], types: null } as const;
    const rare = this.read(wanted, null, RARE + 1).then(({ length }) => length <= RARE);
    this.rare.set(word, rare);
    return rare;
  }

  /** Adds rows in their order, each once, as many as the page takes. */
  private add(rows: readonly Row<SearchHit>[]): void {
    const bySlug = new Map(rows.map((row) => [row.item.entity.slug, row]));
    const inOrder = [...bySlug.values()].sort((one, other) =>
      compareKeysets(one.keyset, other.keyset),
    );
    this.found.push(...inOrder.slice(0, this.rowLimit - this.found.length));
  }

  /** The page may start in a later tier, whose rows then still follow the page's keyset. */
  private end(tier: MatchTier): void {
    const next = matchTiers.indexOf(tier) + 1;
    if (next <= this.start) return;
    this.start = next;
    this.after = null;
  }
}

/** The name of a hit by its text is the one in the language of the text, else the first one. */
function hitByText({ entity, text, language }: TextCandidate): SearchHit {
  const named = [language, ...languages].find((one) => one && entity.names[one] !== undefined);
  return {
    entity,
    tier: 'TEXT',
    matchedText: text,
    matchedName: (named && entity.names[named]) ?? entity.slug,
    matchedLanguage: named ?? null,
  };
}

/** Compares by tier, then by degree (highest first), then by slug. */
function compareKeysets(one: Keyset, other: Keyset): number {
  const [tier, degree, slug] = one as [number, number, string];
  const [otherTier, otherDegree, otherSlug] = other as [number, number, string];
  if (tier !== otherTier) return tier - otherTier;
  if (degree !== otherDegree) return otherDegree - degree;
  return slug === otherSlug ? 0 : slug < otherSlug ? -1 : 1;
}
