import { checkDocuments } from '../documents/import.js';
import { printProblem } from '../documents/problem.js';
import { createVocabulary } from '../vocabulary/vocabulary.js';
import type { Terminal } from './command.js';
import { documentFiles } from './document-files.js';
import { CommandFailure } from './failure.js';

/** `kenes check FILE…`: prints the problems of documents, without a store. */
export async function checkCommand(terminal: Terminal, paths: readonly string[]): Promise<void> {
  const problems = await checkDocuments(createVocabulary(), documentFiles(terminal, paths));
  if (problems.length > 0) throw new CommandFailure(problems.map(printProblem).join('\n'), 1);
  await terminal.out(
    `${String(paths.length)} ${paths.length === 1 ? 'document' : 'documents'}, no problems.\n`,
  );
}
