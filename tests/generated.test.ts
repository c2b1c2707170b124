import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { printSchema } from 'graphql';
import { createSchema } from '../src/api/schema.js';
import { documentJsonSchema } from '../src/documents/format.js';
import { createVocabulary } from '../src/vocabulary/vocabulary.js';
import { printQueries } from './support/print-queries.js';
import { printLimits } from './support/print-limits.js';
import { printTimes } from './support/print-times.js';
import { printSentences } from './support/print-sentences.js';

// `npm run generate` runs this file alone, and then it writes what it otherwise compares.
const isWriting = process.env['UPDATE_GENERATED'] === '1';

const vocabulary = createVocabulary();

/** What each generated file has to contain. */
const generated: Readonly<Record<string, string | Promise<string>>> = {
  'schema.graphql': `${printSchema(createSchema(vocabulary))}\n`,
  'documents.schema.json': `${JSON.stringify(documentJsonSchema(vocabulary), null, 2)}\n`,
  'docs/limits.md': printLimits(),
  'docs/time.md': printTimes(),
  'docs/sentences.md': printSentences(),
  'src/viewer/queries.ts': printQueries(createSchema(vocabulary)),
};

describe('a generated file is up to date; npm run generate writes it again:', () => {
  it.each(Object.entries(generated))('%s', async (file, printed) => {
    const content = await printed;
    if (isWriting) await writeFile(file, content);
    expect(await readFile(file, 'utf8')).toBe(content);
  });
});
