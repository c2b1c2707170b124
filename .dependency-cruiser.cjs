/**
 * Imports point one way:
 *
 *   vocabulary, values, errors ← store ← graph/*.ts ← documents, exports ← *.schema.ts
 *     ← app, cli ← main
 *
 * Each layer may import itself and what stands left of it. `npm run boundaries` checks it.
 */

const foundation = '^src/(vocabulary|values)/|^src/errors\\.ts$';
const store = '^src/store/';
/** GraphQL's faces and what joins them. */
const schema = '\\.schema\\.ts$|^src/graph/schema\\.ts$';
const graph = '^src/graph/';
const documents = '^src/(documents|exports)/';
const main = '^src/main\\.ts$';

/** The files of graph/ that are GraphQL's machinery; every other x.ts there is a question. */
const machinery = '^src/graph/(answer-size|builder|connection|execution|nesting|reading)\\.ts$';

/** A layer may import only these parts of src/. */
function layer(name, from, allowed, comment) {
  return {
    name,
    comment,
    severity: 'error',
    from,
    to: { path: '^src/', pathNot: allowed },
  };
}

/** One package, one place. */
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
        'their layers.',
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
    layer(
      'vocabulary-stands-alone',
      { path: '^src/vocabulary/' },
      ['^src/vocabulary/'],
      'The vocabulary is a table that everything reads: it imports nothing. Put what computes ' +
        'with it where it is used.',
    ),
    layer(
      'foundation-knows-no-layer',
      { path: foundation },
      [foundation],
      'Values and errors are below the store: pass in what they need, or move the function up.',
    ),
    layer(
      'store-speaks-the-domain',
      { path: store },
      [foundation, store],
      'The store knows no question and no document: put the data it takes or gives into ' +
        'src/store/, and let the caller translate.',
    ),
    layer(
      'graph-is-below-documents',
      { path: graph, pathNot: schema },
      // Only schema.ts and the *.schema.ts are above this layer within graph/.
      [foundation, store, '^src/graph/(?!schema\\.ts$)(?!.*\\.schema\\.ts$)'],
      'A question (graph/x.ts) knows no GraphQL face, no document and no export: move what is ' +
        'shared down into it, and import it from there.',
    ),
    layer(
      'documents-know-no-schema',
      { path: documents, pathNot: schema },
      [foundation, store, '^src/(graph|documents|exports)/(?!schema\\.ts$)(?!.*\\.schema\\.ts$)'],
      'Documents and exports work without GraphQL: the command line uses them too. Let the ' +
        '*.schema.ts import them instead.',
    ),
    layer(
      'schema-is-below-app',
      { path: schema },
      [foundation, store, graph, documents],
      'A GraphQL face knows nothing of the server around it: take it from the context.',
    ),
    {
      name: 'main-is-the-top',
      comment: 'main.ts only starts the service: move what you need from it to app.ts or lower.',
      severity: 'error',
      from: { path: '^src/', pathNot: main },
      to: { path: main },
    },
    {
      name: 'engines-stay-behind-the-port',
      comment: 'Use the port (src/store/store.ts), and open-store.ts to open one.',
      severity: 'error',
      from: { path: '^src/', pathNot: store },
      to: { path: '^src/store/(sqlite|neo4j)/' },
    },
    {
      name: 'engines-are-strangers',
      comment: 'What both engines need belongs into src/store/, beside the port.',
      severity: 'error',
      from: { path: '^src/store/(sqlite|neo4j)/' },
      to: { path: '^src/store/(sqlite|neo4j)/', pathNot: '^src/store/$1/' },
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
    {
      name: 'questions-know-no-graphql',
      comment:
        'What can be asked is written without GraphQL: put types and resolvers into the ' +
        '*.schema.ts beside it. (Machinery of the schema is listed in .dependency-cruiser.cjs.)',
      severity: 'error',
      from: {
        path: `${foundation}|${store}|${graph}|${documents}`,
        pathNot: `${schema}|${machinery}`,
      },
      to: { path: '(^|node_modules/)(graphql|graphql-yoga|@pothos)(/|$)' },
    },
    {
      name: 'viewer-talks-graphql',
      comment: 'The viewer is a client like any other: let it ask over GraphQL.',
      severity: 'error',
      from: { path: '^src/viewer/' },
      to: { path: '^src/', pathNot: '^src/viewer/' },
    },
    {
      name: 'no-development-package',
      comment: 'It is not there in production: move the package to "dependencies".',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/viewer/|\\.d\\.ts$' },
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
