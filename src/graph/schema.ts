import type { GraphQLSchema } from 'graphql';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { createBuilder } from './builder.js';
import { defineDisagreements } from './disagreements.schema.js';
import { defineEntities } from './entities.schema.js';
import { defineEvidence } from './evidence.schema.js';
import { defineGraphInfo } from './graph-info.schema.js';
import { defineInterlocks } from './interlocks.schema.js';
import { defineNetwork } from './network.schema.js';
import { definePaths } from './paths.schema.js';
import { definePositions } from './positions.schema.js';
import { defineQueries } from './queries.schema.js';
import { defineRelation } from './relations.schema.js';
import { defineSearch } from './search.schema.js';
import { defineSources } from './sources.schema.js';
import { defineTypes } from './types.schema.js';
import { defineVocabulary } from './vocabulary.schema.js';

/** The GraphQL schema of a vocabulary. */
export function createSchema(vocabulary: Vocabulary): GraphQLSchema {
  const parts = defineTypes({ builder: createBuilder(), vocabulary });
  defineEntities(parts);
  defineRelation(parts);
  defineEvidence(parts);
  defineSources(parts);
  defineQueries(parts);
  definePaths(parts);
  defineNetwork(parts);
  defineInterlocks(parts);
  defineSearch(parts);
  defineDisagreements(parts);
  definePositions(parts);
  defineVocabulary(parts);
  defineGraphInfo(parts);
  return parts.builder.toSchema();
}
