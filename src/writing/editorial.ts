import { EDITORIAL_SOURCE } from '../model/attestation.js';
import type { EntityEntry, SourceEntry } from './entries.js';

const EDITORS = 'kenes-editors';

/** It need not be declared: the writer brings it when it is first named. */
export const editorialSource: SourceEntry = {
  slug: EDITORIAL_SOURCE,
  publisher: EDITORS,
  title: 'Editorial choices',
  kind: 'EDITORIAL',
};

export const editors: EntityEntry = {
  slug: EDITORS,
  type: 'Organization',
  kind: 'EDITORIAL',
  names: { en: 'Editors of this graph', ru: 'Редакция этого графа', kk: 'Осы графтың редакциясы' },
};

/** The note on a value that a document gives without a source, once another value is shown. */
export const UNSOURCED_NOTE = 'A document gave this value without a source.';
