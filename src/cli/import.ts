import { Presets, SingleBar } from 'cli-progress';
import { importDocuments } from '../documents/import.js';
import type { ChangeCount, ImportSummary } from '../writing/change-counts.js';
import { printProblem } from '../documents/problem.js';
import { withStore, type Terminal } from './command.js';
import { documentFiles } from './document-files.js';
import { CommandFailure } from './failure.js';

/** `kenes import FILE…`: merges documents into the store and prints what changed. */
export async function importCommand(
  terminal: Terminal,
  paths: readonly string[],
  { dryRun = false }: { readonly dryRun?: boolean },
): Promise<void> {
  const progress = progressBar(terminal);
  try {
    await withStore(terminal, async (store, vocabulary) => {
      const { problems, summary } = await importDocuments(
        store,
        vocabulary,
        documentFiles(terminal, paths),
        {
          dryRun,
          onProgress: progress.update,
        },
      );
      progress.stop();
      if (problems.length > 0) {
        const count = `${String(problems.length)} ${problems.length === 1 ? 'problem' : 'problems'}; nothing was written.`;
        throw new CommandFailure([...problems.map(printProblem), count].join('\n'), 1);
      }
      await terminal.out(printSummary(summary, dryRun));
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

function printSummary(
  { sources, entities, relations, evidence }: ImportSummary,
  dryRun: boolean,
): string {
  const line = (name: string, { added, changed }: ChangeCount, removed = 0): string =>
    `  ${name.padEnd(10)} ${String(added).padStart(7)} added ${String(changed).padStart(7)} changed${removed > 0 ? ` ${String(removed).padStart(7)} removed` : ''}`;
  return [
    dryRun ? 'Would change (nothing was written):' : 'Changed:',
    line('sources', sources),
    line('entities', entities),
    line('relations', relations),
    line('evidence', evidence, evidence.removed),
    '',
  ].join('\n');
}
