import { checkDocuments, importDocuments } from '../documents/import.js';
import type { Report } from '../documents/problem.js';
import { createVocabulary } from '../vocabulary/vocabulary.js';
import { withExistingStore, type Terminal } from './command.js';
import { documentFiles } from './document-files.js';
import { counted, printReport } from './printed-report.js';

export interface CheckCommandOptions {
  /** True to check what the documents would mean for the store that the environment names. */
  readonly store?: boolean;
  /** True if warnings are problems. */
  readonly strict?: boolean;
}

/** `kenes check FILE…`: prints the problems and the warnings of documents, and changes nothing. */
export async function checkCommand(
  terminal: Terminal,
  paths: readonly string[],
  { store = false, strict = false }: CheckCommandOptions = {},
): Promise<void> {
  const files = documentFiles(terminal, paths);
  const report: Report = store
    ? await withExistingStore(terminal, (opened, vocabulary) =>
        importDocuments(opened, vocabulary, files, { dryRun: true, strict }),
      )
    : await checkDocuments(createVocabulary(), files, { strict });
  printReport(terminal, report);
  const warnings =
    report.warnings.length > 0 ? `, ${counted(report.warnings.length, 'warning')}` : '';
  await terminal.out(`${counted(paths.length, 'document')}, no problems${warnings}.\n`);
}
