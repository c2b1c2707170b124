import { EDITORIAL_SOURCE } from '../model/attestation.js';
import type { EntityEntry, SaidEntry, SourceEntry } from './entries.js';

/** The slug of the publisher of that source. */
export const EDITORS = 'kenes-editors';

/** The source of editorial choices. No document needs to declare it (derived/editors.ts). */
export const editorialSource: SourceEntry = {
  slug: EDITORIAL_SOURCE,
  publisher: EDITORS,
  title: 'Editorial choices',
  kind: 'EDITORIAL',
};

/** The publisher of that source. */
export const editorsEntry: SaidEntry<EntityEntry> = {
  document: EDITORS,
  entry: {
    slug: EDITORS,
    type: 'Organization',
    kind: 'EDITORIAL',
    names: {
      en: 'Editors of this graph',
      ru: 'Редакция этого графа',
      kk: 'Осы графтың редакциясы',
    },
  },
};

/** Marks evidence that only records a value which a document contains without a source. */
export const UNSOURCED_NOTE = 'A document gave this value without a source.';
