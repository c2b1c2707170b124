import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import {
  buildSchema,
  Kind,
  parse,
  print,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  printSchema,
} from 'graphql';

const folder = 'src/viewer/queries';

/** What is printed for `@defer`, which no query uses, and comments about it. */
const INTERNAL = /\/\*\* Internal type.*\*\/\n(export type Incremental.*\n)?/g;

/** Prints `src/viewer/queries.ts`: the queries of the pages, with the types of their answers. */
export async function printQueries(schema: GraphQLSchema): Promise<string> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.graphql')).sort();
  const documents = await Promise.all(
    files.map(async (file) => {
      const text = await readFile(path.join(folder, file), 'utf8');
      return { location: file, document: parse(text) };
    }),
  );
  // Of the printed schema, since enums of the schema itself have other values than in answers.
  const printed = printSchema(schema);
  const types = await codegen({
    schema: parse(printed),
    schemaAst: buildSchema(printed),
    documents,
    filename: 'queries.ts',
    plugins: [{ operations: {} }],
    pluginMap: { operations },
    config: {
      immutableTypes: true,
      skipTypename: true,
      scalars: { PartialDate: 'string', URL: 'string' },
      strictScalars: true,
      mergeFragmentTypes: true,
      disableDescriptions: true,
      enumType: 'string-literal',
    },
  });
  const definitions = documents.flatMap(({ document }) => document.definitions);
  const texts = definitions
    .filter((one) => one.kind === Kind.OPERATION_DEFINITION)
    .map((operation) => printQuery(operation, fragmentsOf(definitions)));
  return [
    `// Generated from ${folder}/*.graphql by \`npm run generate\`.\n`,
    `import type { Query } from './ask.js';\n`,
    types.replace(INTERNAL, '').trim(),
    ...texts,
    '',
  ].join('\n');
}

function fragmentsOf(
  definitions: DocumentNode['definitions'],
): Map<string, FragmentDefinitionNode> {
  return new Map(
    definitions
      .filter((one) => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
}

function printQuery(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): string {
  const used = new Map<string, FragmentDefinitionNode>();
  const collect = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (!fragment) throw new Error(`No query of ${folder} defines the fragment ${name.value}.`);
        if (used.has(name.value)) return;
        used.set(name.value, fragment);
        collect(fragment);
      },
    });
  };
  collect(operation);
  const name = operation.name?.value ?? '';
  const text = [operation, ...used.values()].map((node) => print(node)).join('\n\n');
  return [
    `\nexport const ${name}: Query<${name}Query, ${name}QueryVariables> = {`,
    `  name: '${name}',`,
    `  text: \`${text}\`,`,
    '};',
  ].join('\n');
}
