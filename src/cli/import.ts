import { Presets, SingleBar } from 'cli-progress';
import { importDocuments } from '../documents/import.js';
import { printProblem, type Problem } from '../documents/problem.js';
import { withStore, type Terminal } from './command.js';
import { documentFiles } from './document-files.js';
import { CommandFailure } from './failure.js';
import { ListedChanges, printSummary } from './listed-changes.js';

export interface ImportCommandOptions {
  readonly dryRun?: boolean;
  /** True to list changes as lines of JSON. */
  readonly json?: boolean;
}

/** `kenes import FILE…`: replaces what the documents said before, and prints what changed. */
export async function importCommand(
  terminal: Terminal,
  paths: readonly string[],
  { dryRun = false, json = false }: ImportCommandOptions,
): Promise<void> {
  const progress = progressBar(terminal);
  try {
    await withStore(terminal, async (store, vocabulary) => {
      const changes = new ListedChanges(json);
      const { problems, summary } = await importDocuments(
        store,
        vocabulary,
        documentFiles(terminal, paths),
        {
          dryRun,
          onProgress: progress.update,
          ...(dryRun ? { onChanges: (changeSet) => changes.add(changeSet) } : {}),
        },
      );
      progress.stop();
      failOnProblems(problems);
      await changes.print(terminal);
      if (!json) await terminal.out(printSummary(summary, dryRun));
    });
  } finally {
    progress.stop();
  }
}

/** @throws CommandFailure with all problems, if there are any. */
export function failOnProblems(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const count = `${String(problems.length)} ${problems.length === 1 ? 'problem' : 'problems'}; nothing was written.`;
  throw new CommandFailure([...problems.map(printProblem), count].join('\n'), 1);
}

function progressBar({ isInteractive }: Terminal): {
  update: (written: number, all: number) => void;
  stop: () => void;
} {
  if (!isInteractive) return { update: () => undefined, stop: () => undefined };
  const bar = new SingleBar(
    {
      stream: process.stderr,
      format: '{bar} {percentage}% | {value} of {total} entries | {eta_formatted}',
      clearOnComplete: true,
      hideCursor: true,
    },
    Presets.shades_classic,
  );
  let isStarted = false;
  return {
    update: (written, all) => {
      if (!isStarted) bar.start(all, 0);
      isStarted = true;
      bar.update(written);
    },
    stop: () => {
      bar.stop();
    },
  };
}
