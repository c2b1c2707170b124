import type { Language } from '../vocabulary/languages.js';
import { citationOf, onePerPublisher, type CitedEvidence } from './citation.js';

/** One hop of a path, in words. */
export interface ExplainedHop {
  readonly sentence: string;
  readonly citations: readonly string[];
  /** Whether its sources imply it rather than say it. */
  readonly inferred: boolean;
}

const remarks: Readonly<Record<Language, Readonly<Record<'inferred' | 'unsourced', string>>>> = {
  en: { inferred: 'inferred from', unsourced: 'no source' },
  ru: { inferred: 'выведено из', unsourced: 'без источника' },
  kk: { inferred: 'осыдан қорытылды', unsourced: 'дереккөзсіз' },
};

/**
 * Explains a hop by the sentence of its relation and one citation of each publisher. The evidence is
 * what the relation is to be cited by.
 */
export function explainHop(
  sentence: string,
  cited: readonly CitedEvidence[],
  asked: Language | null | undefined,
  accepted: readonly Language[],
): ExplainedHop {
  return {
    sentence,
    citations: onePerPublisher(cited).map((one) => citationOf(one, asked, accepted)),
    inferred: cited.length > 0 && cited.every(({ evidence }) => evidence.inferred),
  };
}

/** A paragraph, ready to paste: the sentence of each hop, and its citations in brackets. */
export function explanationOf(hops: readonly ExplainedHop[], language: Language): string {
  const { inferred, unsourced } = remarks[language];
  return hops
    .map((hop) => {
      const sources = hop.citations.length > 0 ? hop.citations.join('; ') : unsourced;
      return `${hop.sentence} [${hop.inferred ? `${inferred}: ` : ''}${sources}]`;
    })
    .join(' ');
}
