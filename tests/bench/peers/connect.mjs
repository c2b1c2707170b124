import neo4j from 'neo4j-driver';

/** A driver for the database that the environment names, as the bench sets it. */
export function connect(options = {}) {
  const { NEO4J_URI, NEO4J_USERNAME = 'neo4j', NEO4J_PASSWORD = '' } = process.env;
  return neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USERNAME, NEO4J_PASSWORD), options);
}
