import { Presets, SingleBar } from 'cli-progress';
import { importDocuments } from '../documents/import.js';
import { withStore, type Terminal } from './command.js';
import { documentFiles } from './document-files.js';
import { ListedChanges, printSummary } from './listed-changes.js';
import { printReport } from './printed-report.js';

export interface ImportCommandOptions {
  readonly dryRun?: boolean;
  /** True to list changes as lines of JSON. */
  readonly json?: boolean;
  /** True if warnings are problems. */
  readonly strict?: boolean;
}

/** `kenes import FILE…`: replaces what the documents said before, and prints what changed. */
export async function importCommand(
  terminal: Terminal,
  paths: readonly string[],
  { dryRun = false, json = false, strict = false }: ImportCommandOptions,
): Promise<void> {
  const progress = progressBar(terminal);
  try {
    await withStore(terminal, async (store, vocabulary) => {
      const changes = new ListedChanges(json);
      const { summary, ...report } = await importDocuments(
        store,
        vocabulary,
        documentFiles(terminal, paths),
        {
          dryRun,
          strict,
          onProgress: progress.update,
          ...(dryRun ? { onChanges: (changeSet) => changes.add(changeSet) } : {}),
        },
      );
      progress.stop();
      printReport(terminal, report, 'nothing was written');
      await changes.print(terminal);
      if (!json) await terminal.out(printSummary({ ...summary, ...report }, dryRun));
    });
  } finally {
    progress.stop();
  }
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
