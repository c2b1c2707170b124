import { checkDocuments, importDocuments } from '../documents/import.js';
import type { Problem, Report } from '../documents/problem.js';
import { createVocabulary } from '../vocabulary/vocabulary.js';
import { withExistingStore, type Terminal } from './command.js';
import { documentFiles } from './document-files.js';
import { CommandFailure } from './failure.js';
import { counted, countsOf, numberOf, printReport } from './printed-report.js';

export interface CheckCommandOptions {
  /** True to list what is found as lines of JSON. */
  readonly json?: boolean;
  /** True to check what the documents would mean for the store that the environment names. */
  readonly store?: boolean;
  /** True if warnings are problems. */
  readonly strict?: boolean;
}

/** `kenes check FILE…`: prints the problems and the warnings of documents, and changes nothing. */
export async function checkCommand(
  terminal: Terminal,
  paths: readonly string[],
  { json = false, store = false, strict = false }: CheckCommandOptions = {},
): Promise<void> {
  const files = await documentFiles(terminal, paths);
  const report: Report = store
    ? await withExistingStore(terminal, (opened, vocabulary) =>
        importDocuments(opened, vocabulary, files, { dryRun: true, strict }),
      )
    : await checkDocuments(createVocabulary(), files, { strict });
  if (json) return printJson(terminal, report);
  const asksStore = !store && report.problems.some(({ isUnknown }) => isUnknown);
  printReport(terminal, report, asksStore ? ASKS_STORE : undefined);
  const warnings =
    report.warnings.length > 0 ? `, ${counted(numberOf(report.warnings), 'warning')}` : '';
  const rest = store ? '' : ` ${WITHOUT_STORE}`;
  await terminal.out(`${counted(files.length, 'document')}, no problems${warnings}.${rest}\n`);
}

const ASKS_STORE =
  'what is unknown here may be in your store, or in other documents: `--store` asks the store, and documents that are named together know each other';

const WITHOUT_STORE = 'They were not compared with your store: `--store` does that.';

/** Writes all that was found, a line of JSON each. */
async function printJson(terminal: Terminal, report: Report): Promise<void> {
  const { problems, warnings } = report;
  const print = (severity: 'problem' | 'warning', found: readonly Problem[]): string =>
    found
      .map(({ file, line, column, path, message }) =>
        JSON.stringify({ severity, file, line, column, path, message }),
      )
      .map((line) => `${line}\n`)
      .join('');
  await terminal.out(print('problem', problems) + print('warning', warnings));
  if (problems.length > 0) throw new CommandFailure(`${countsOf(report)}.`, 1);
}
