import type { KeyedKinds, SingleKinds } from './entry.js';
import { disagreementKinds } from './disagreements.js';
import { keyedDocumentKinds, singleDocumentKinds } from './documents.js';
import { keyedEntityKinds, singleEntityKinds } from './entities.js';
import { evidenceKinds } from './evidence.js';
import { keyedInterlockKinds, singleInterlockKinds } from './interlocks.js';
import { networkKinds } from './network.js';
import { pathKinds } from './paths.js';
import { relatedKinds } from './related.js';
import { relationEndsKinds } from './relation-ends.js';
import { keyedRelationKinds, singleRelationKinds } from './relations.js';
import { keyedSourceKinds, singleSourceKinds } from './sources.js';

// The table of kinds: how SQLite answers each ask.

export const keyedKinds: KeyedKinds = {
  ...keyedEntityKinds,
  ...relatedKinds,
  ...keyedRelationKinds,
  ...evidenceKinds,
  ...keyedSourceKinds,
  ...keyedInterlockKinds,
  ...keyedDocumentKinds,
};

export const singleKinds: SingleKinds = {
  ...singleEntityKinds,
  ...singleRelationKinds,
  ...singleSourceKinds,
  ...pathKinds,
  ...networkKinds,
  ...relationEndsKinds,
  ...singleInterlockKinds,
  ...disagreementKinds,
  ...singleDocumentKinds,
};
