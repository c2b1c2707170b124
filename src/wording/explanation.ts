import type { Language } from '../vocabulary/languages.js';
import type { EvidenceRecord } from '../model/records.js';

/** One step of a path, in words. */
export interface Step {
  readonly sentence: string;
  readonly citations: readonly string[];
  /** Whether the sources imply it rather than say it. */
  readonly inferred: boolean;
}

const remarks: Readonly<Record<Language, Readonly<Record<'inferred' | 'unsourced', string>>>> = {
  en: { inferred: 'inferred from', unsourced: 'no source' },
  ru: { inferred: 'выведено из', unsourced: 'без источника' },
  kk: { inferred: 'осыдан қорытылды', unsourced: 'дереккөзсіз' },
};

type CitableEvidence = Pick<EvidenceRecord, 'stance' | 'inferred'>;

/** The evidence that a relation is cited by: where sources say it, these alone. */
export function evidenceToCite<T extends CitableEvidence>(evidence: readonly T[]): readonly T[] {
  const confirming = evidence.filter(({ stance }) => stance === 'CONFIRMS');
  const outright = confirming.filter(({ inferred }) => !inferred);
  return outright.length > 0 ? outright : confirming;
}

/** A paragraph, ready to paste: a sentence for each step, and in brackets where it is to be found. */
export function explanationOf(steps: readonly Step[], language: Language): string {
  const { inferred, unsourced } = remarks[language];
  return steps
    .map((step) => {
      const sources = step.citations.length > 0 ? step.citations.join('; ') : unsourced;
      return `${step.sentence} [${step.inferred ? `${inferred}: ` : ''}${sources}]`;
    })
    .join(' ');
}
