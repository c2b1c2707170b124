import type { Standing } from '../model/records.js';
import type { Language } from '../vocabulary/languages.js';

/** The words of the file of one entity that no record brings. */
export interface DossierTexts {
  readonly relations: string;
  readonly standings: Readonly<Record<Exclude<Standing, 'STATED'>, string>>;
  readonly contested: string;
  /** Stands before the citation of a source that says otherwise. */
  readonly contradicts: string;
  /** Stands before the citation of a source that does not say so in words. */
  readonly implied: string;
}

export const dossierTexts: Readonly<Record<Language, DossierTexts>> = {
  en: {
    relations: 'Relations',
    standings: { INFERRED: 'inferred', EDITORIAL: 'by our reading', DENIED: 'denied' },
    contested: 'sources disagree',
    contradicts: 'says otherwise',
    implied: 'implied by',
  },
  ru: {
    relations: 'Связи',
    standings: {
      INFERRED: 'следует из источников',
      EDITORIAL: 'по оценке составителей',
      DENIED: 'опровергается',
    },
    contested: 'источники расходятся',
    contradicts: 'противоречит',
    implied: 'косвенно',
  },
  kk: {
    relations: 'Байланыстар',
    standings: {
      INFERRED: 'дереккөздерден туындайды',
      EDITORIAL: 'біздің бағалауымызша',
      DENIED: 'теріске шығарылады',
    },
    contested: 'дереккөздер келіспейді',
    contradicts: 'қайшы келеді',
    implied: 'жанама түрде',
  },
};
