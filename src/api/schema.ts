import type { GraphQLSchema } from 'graphql';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { listAllowedValues } from './kit/allowed-values.js';
import { createBuilder } from './kit/builder.js';
import { defineDocuments } from './documents.js';
import { defineDisagreements } from './disagreements.js';
import { defineEntities } from './entities.js';
import { withEntrance } from './entrance.js';
import { defineEvidence } from './evidence.js';
import { defineGraphInfo } from './graph-info.js';
import { defineInterlocks } from './interlocks.js';
import { defineLocalizedText } from './localized-text.js';
import { defineNetwork } from './network.js';
import { definePaths } from './paths.js';
import { definePositions } from './positions.js';
import { defineNode } from './nodes.js';
import { defineQueries } from './queries.js';
import { defineRelation } from './relations.js';
import { defineSearch } from './search.js';
import { defineSources } from './sources.js';
import { defineSuggestions } from './suggestions.js';
import { defineTextParts } from './text-parts.js';
import { defineTypes } from './kit/types.js';
import { defineVocabulary } from './vocabulary.js';

/** Creates the GraphQL schema of a vocabulary. */
export function createSchema(vocabulary: Vocabulary): GraphQLSchema {
  const parts = defineTypes({ builder: createBuilder(), vocabulary });
  defineEntities(parts);
  defineLocalizedText(parts);
  defineRelation(parts);
  defineEvidence(parts);
  defineSources(parts);
  defineDocuments(parts);
  defineTextParts(parts);
  defineNode(parts);
  defineQueries(parts);
  definePaths(parts);
  defineNetwork(parts);
  defineInterlocks(parts);
  defineSearch(parts);
  defineSuggestions(parts);
  defineDisagreements(parts);
  definePositions(parts);
  defineVocabulary(parts);
  defineGraphInfo(parts);
  return withEntrance(listAllowedValues(parts.builder.toSchema()));
}
