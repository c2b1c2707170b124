import { getIntrospectionQuery } from 'graphql';

// No hand-written form, and nothing to compare: each server answers with its own schema.
/** @type {import('../workload.mjs').Operation} */
export const introspection = {
  name: 'introspection',
  title: "GraphiQL's introspection query",
  variables: () => ({}),
  kenes: getIntrospectionQuery(),
  neo4jGraphql: getIntrospectionQuery(),
  comparable: (data) => typeof data.__schema.queryType.name,
};
