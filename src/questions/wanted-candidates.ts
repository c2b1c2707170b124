import type { CandidateRequest } from '../store/search.js';
import { keysWithin, keysWithInitials, kindKey } from '../values/essential-name.js';
import { identifierKey } from '../values/identifier-key.js';
import type { EntityType } from '../vocabulary/entity-types.js';
import type { MatchTier, NameMatching } from './name-matching.js';

/** What a request for candidates looks for. */
export type Wanted = Pick<CandidateRequest, 'lookup' | 'words' | 'types'>;

/** What is searched for in names. */
export interface NameQuestion {
  readonly query: string;
  /** The folded words of the query. */
  readonly words: readonly string[];
  readonly types: readonly EntityType[] | null;
}

/** Knows what the store is to look for in each tier of a search. */
export class WantedCandidates {
  constructor(
    private readonly question: NameQuestion,
    private readonly matching: NameMatching,
  ) {}

  /** Returns what the candidates of a tier have; those of upper tiers have it too. */
  of(tier: MatchTier): Wanted[] {
    const { words, types } = this.question;
    switch (tier) {
      case 'NAME':
        return [{ lookup: tier, words, types }, ...this.identifier()];
      case 'WORDS':
      case 'BEGINNINGS':
      case 'MEANT':
        return [{ lookup: tier, words, types }];
      case 'ESSENTIALS':
        return [...this.essentials('Person'), ...this.essentials('Organization')];
      case 'MOST_WORDS':
        return words.length > 1 ? [this.keys(keysWithin(this.matching.allEssentials()))] : [];
      case 'INITIALS':
        return words.length > 1
          ? [this.keys(keysWithInitials(this.matching.essentials('PERSON')))]
          : [];
      case 'KIND':
        return this.ofKinds();
    }
  }

  /** Returns what the entities of the kinds that the query names have. */
  private ofKinds(): Wanted[] {
    const { types } = this.question;
    return this.matching.kinds
      .filter(({ type }) => !types || types.includes(type))
      .map(({ type, kind, rest }) => ({
        lookup: 'MEANT',
        words: [...rest, kindKey(kind)],
        types: [type],
      }));
  }

  /** Returns what the candidates of the tiers that are looked for by keys have, together. */
  byKeys(): Wanted[] {
    const keys = [...this.of('MOST_WORDS'), ...this.of('INITIALS')];
    return keys.length === 0 ? [] : [this.keys(keys.flatMap(({ words }) => words))];
  }

  private keys(words: readonly string[]): Wanted {
    return { lookup: 'KEYS', words, types: this.question.types };
  }

  /** Returns what an entity with the query as its identifier has; nothing if it cannot be one. */
  identifier(): Wanted[] {
    const { query } = this.question;
    return /\d|:\/\//.test(query) ? [this.keys([identifierKey(query)])] : [];
  }

  private essentials(type: 'Person' | 'Organization'): Wanted[] {
    const words = this.matching.fewestWords(type === 'Person' ? 'PERSON' : 'ORGANIZATION');
    const { types } = this.question;
    if (words.length === 0 || (types && !types.includes(type))) return [];
    return [{ lookup: 'MEANT', words, types: [type] }];
  }
}
