import type { Language } from '../vocabulary/languages.js';
import { citationOf, onePerPublisher, type CitedEvidence } from './citation.js';

/** A hop of a path, written as a sentence with citations. */
export interface ExplainedHop {
  readonly sentence: string;
  readonly citations: readonly string[];
  /** True if its sources only imply it. */
  readonly inferred: boolean;
}

const remarks: Readonly<Record<Language, Readonly<Record<'inferred' | 'unsourced', string>>>> = {
  en: { inferred: 'inferred from', unsourced: 'no source' },
  ru: { inferred: 'выведено из', unsourced: 'без источника' },
  kk: { inferred: 'осыдан қорытылды', unsourced: 'дереккөзсіз' },
};

/**
 * Explains a hop by the sentence of its relation and one citation for each publisher. `cited` is the
 * evidence to cite for the relation.
 */
export function explainHop(
  sentence: string,
  cited: readonly CitedEvidence[],
  requested: Language | null | undefined,
  accepted: readonly Language[],
): ExplainedHop {
  return {
    sentence,
    citations: onePerPublisher(cited).map((one) => citationOf(one, requested, accepted)),
    inferred: cited.length > 0 && cited.every(({ evidence }) => evidence.inferred),
  };
}

/** Returns a paragraph: the sentence of each hop, followed by its citations in brackets. */
export function explanationOf(hops: readonly ExplainedHop[], language: Language): string {
  const { inferred, unsourced } = remarks[language];
  return hops
    .map((hop) => {
      const sources = hop.citations.length > 0 ? hop.citations.join('; ') : unsourced;
      return `${hop.sentence} [${hop.inferred ? `${inferred}: ` : ''}${sources}]`;
    })
    .join(' ');
}
