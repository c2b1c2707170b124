// As the service itself does (src/production.ts): graphql is faster, and the processes that run tests
// inherit it.
process.env.NODE_ENV = 'production';

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  // The benchmark is a package of its own, with its own node_modules.
  modulePathIgnorePatterns: ['<rootDir>/tests/bench/'],
  // A cold Neo4j plans each statement it has not seen, in up to seconds each on a busy machine.
  testTimeout: 60_000,
  // Neo4j's community edition has one database: two files that empty it must not run side by side, so
  // each worker has a server of its own.
  maxWorkers: process.env.NEO4J_TEST_URI?.split(',').length ?? '100%',
  // Jest keeps the modules of each test file in memory: the process that runs them is replaced in time.
  workerIdleMemoryLimit: '1GB',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  // TypeScript's imports name the file that will be there after the build.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
};
