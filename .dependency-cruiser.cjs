/**
 * Imports point one way, and a file's folder alone decides what it may import:
 *
 *   vocabulary, values, errors, limits ← model, addresses ← wording, store
 *     ← questions, writing, measures ← exports, documents ← api ← http, graphiql, viewer
 *     ← service ← cli, main
 *
 * A room may import itself and what stands to the left of it. `npm run boundaries` checks it.
 */

const foundation = '^src/(vocabulary|values)/|^src/(errors|limits|version|production)\\.ts$';
const addresses = '^src/addresses/';
const model = '^src/model/';
const wording = '^src/wording/';
const store = '^src/store/';
const questions = '^src/questions/';
const writing = '^src/writing/';
const measures = '^src/measures/';
const exported = '^src/exports/';
const documents = '^src/documents/';
const api = '^src/api/';
const viewer = '^src/viewer/';
const http = '^src/(http|graphiql)/';
const settings = '^src/settings\\.ts$';
const service = '^src/service\\.ts$';
const cli = '^src/cli/|^src/cli\\.ts$';
const main = '^src/(main|worker)\\.ts$';

/** A room may import only these parts of src/. */
function room(name, path, allowed, comment) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path },
    to: { path: '^src/', pathNot: [path, ...allowed] },
  };
}

/** One package, one room. */
function onlyFrom(name, packageName, path, comment) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: '^src/', pathNot: path },
    to: { path: `(^|node_modules/)${packageName}(/|$)` },
  };
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      comment:
        'Files import each other in a circle. Move what both need to a third file, in the lower of ' +
        'their rooms.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'unresolved',
      comment: 'The file or package does not exist: correct the path, or install the package.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
    room(
      'vocabulary-stands-alone',
      '^src/vocabulary/',
      [],
      'The vocabulary is a table that every room reads, so it imports nothing. Put what computes ' +
        'with it into the room that uses it.',
    ),
    room(
      'foundation-knows-no-room',
      foundation,
      [],
      'Values, errors and limits are below all rooms: pass in what they need, or move the ' +
        'function up.',
    ),
    room(
      'addresses-are-pure',
      addresses,
      [foundation],
      'An address is text: what it asks is answered elsewhere.',
    ),
    room(
      'model-is-pure',
      model,
      [foundation],
      "The model is the graph's nouns and rules, without a store: pass the records in.",
    ),
    room(
      'wording-is-pure',
      wording,
      [foundation, model],
      'Wording turns records into text, without a store or GraphQL: pass the records in.',
    ),
    room(
      'store-speaks-the-domain',
      store,
      [foundation, model],
      'The store knows no question and no document: put the data it takes or returns into ' +
        'src/model/ or src/store/, and let the caller translate.',
    ),
    room(
      'questions-know-the-store-alone',
      questions,
      [foundation, model, wording, store],
      'A question takes typed arguments and returns records: move what it shares with the API down ' +
        'into src/questions/, and import it from there.',
    ),
    room(
      'writing-knows-the-store-alone',
      writing,
      [foundation, model, store],
      'The writer takes entries, whatever format they came in: let src/documents/ translate.',
    ),
    room(
      'measures-know-the-store-alone',
      measures,
      [foundation, store],
      'A measure is computed from numbers alone, in a thread: let src/api/ translate what it needs.',
    ),
    room(
      'exports-know-no-graphql',
      exported,
      [foundation, addresses, model, wording, store, questions],
      'An export reads through src/questions/ and the store, and writes text, since the command ' +
        'line uses it too: let src/http/ make responses of it.',
    ),
    room(
      'documents-know-no-graphql',
      documents,
      [foundation, model, wording, store, questions, writing],
      'Documents work without GraphQL, since the command line uses them too: let src/api/ import ' +
        'them instead.',
    ),
    room(
      'api-is-below-http',
      api,
      [foundation, model, wording, store, questions, writing, measures, documents],
      'GraphQL knows nothing of the server around it: take what you need from the context.',
    ),
    room(
      'viewer-asks-graphql-alone',
      viewer,
      [addresses],
      'Pages ask the API, as everybody can: add what they lack to the schema, and a query to ' +
        'src/viewer/queries/.',
    ),
    room(
      'http-is-below-the-service',
      http,
      [
        foundation,
        addresses,
        model,
        wording,
        store,
        questions,
        exported,
        writing,
        measures,
        documents,
        api,
        viewer,
      ],
      'The HTTP rooms answer requests; ports, signals and settings belong to src/service.ts.',
    ),
    room(
      'settings-know-the-store-alone',
      settings,
      [foundation, store],
      'Settings are read before anything else exists.',
    ),
    {
      name: 'service-is-below-the-commands',
      comment: 'The service starts without the command line: move what both need lower.',
      severity: 'error',
      from: { path: '^src/', pathNot: `${cli}|${main}` },
      to: { path: `${cli}|${main}` },
    },
    {
      name: 'service-is-the-top-of-the-rooms',
      comment: 'Only the commands and main.ts start the service.',
      severity: 'error',
      from: { path: '^src/', pathNot: `${cli}|${main}` },
      to: { path: service },
    },
    {
      name: 'the-port-knows-no-answering',
      comment: 'The port is data and types: what answers a reading belongs into store/answering/.',
      severity: 'error',
      from: { path: '^src/store/[^/]+$', pathNot: '^src/store/open-store\\.ts$' },
      to: { path: '^src/store/[^/]+/' },
    },
    {
      name: 'engines-stay-behind-the-port',
      comment: 'Use the port (src/store/store.ts), and open-store.ts to open a store.',
      severity: 'error',
      from: { path: '^src/', pathNot: store },
      to: { path: '^src/store/[^/]+/' },
    },
    {
      name: 'engines-do-not-share-directly',
      comment: 'What both engines need belongs into src/store/engine/.',
      severity: 'error',
      from: { path: '^src/store/(sqlite|neo4j)/' },
      to: { path: '^src/store/(sqlite|neo4j)/', pathNot: '^src/store/$1/' },
    },
    {
      name: 'answering-knows-no-engine',
      comment: 'How a reading is answered is the same on every engine: ask through asks.ts.',
      severity: 'error',
      from: { path: '^src/store/answering/' },
      to: { path: '^src/store/(engine|sqlite|neo4j)/' },
    },
    onlyFrom(
      'libsql-only-in-its-adapter',
      'libsql',
      '^src/store/sqlite/',
      'Only src/store/sqlite/ may know libsql, so that another binding can take its place: go ' +
        'through the port.',
    ),
    onlyFrom(
      'neo4j-driver-only-in-its-adapter',
      'neo4j-driver',
      '^src/store/neo4j/',
      'Only src/store/neo4j/ may know neo4j-driver: go through the port.',
    ),
    onlyFrom(
      'graphology-only-in-its-room',
      '(graphology|graphology-metrics|graphology-communities-louvain)',
      `${measures}|^src/viewer/islands/`,
      'Its graphs take much memory, and its functions much time: compute in src/measures/, or in a ' +
        'browser.',
    ),
    onlyFrom(
      'graphql-only-in-its-rooms',
      '(graphql|graphql-yoga|graphql-jit|@pothos|dataloader)',
      `${api}|${http}`,
      'What can be asked is written without GraphQL: put types and resolvers into src/api/.',
    ),
    {
      name: 'no-development-package',
      comment: 'It is not there in production: move the package to "dependencies".',
      severity: 'error',
      // The build bundles what the islands import.
      from: { path: '^src/', pathNot: '\\.d\\.ts$|^src/viewer/islands/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Imports of types count as well: they bind two files just the same.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node'] },
  },
};
