import { dirname, resolve } from 'node:path';
import { Presets, SingleBar } from 'cli-progress';
import type { DocumentFile } from '../documents/document-file.js';
import { importDocuments } from '../documents/import.js';
import { isEmpty } from '../documents/seed.js';
import { readSettings } from '../settings.js';
import type { Store } from '../store/store.js';
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
      const files = await documentFiles(terminal, paths);
      const unseeded = await seedToMiss(terminal, store, files);
      const { summary, ...report } = await importDocuments(store, vocabulary, files, {
        dryRun,
        strict,
        onProgress: progress.update,
        ...(dryRun ? { onChanges: (changeSet) => changes.add(changeSet) } : {}),
      });
      progress.stop();
      printReport(terminal, report, 'nothing was written');
      await changes.print(terminal);
      if (!json) await terminal.out(printSummary({ ...summary, ...report }, dryRun));
      if (unseeded !== null && !dryRun) terminal.error(withoutSeed(unseeded));
    });
  } finally {
    progress.stop();
  }
}

/**
 * Returns the folder of the seed if the service would have filled the store from it at its first
 * start, which it does not do once anything else is in there; else null.
 */
async function seedToMiss(
  { environment }: Terminal,
  store: Store,
  files: readonly DocumentFile[],
): Promise<string | null> {
  const { seed } = readSettings(environment);
  if (seed === null || !(await isEmpty(store))) return null;
  const isSeed = files.some(({ name }) => resolve(dirname(name)) === resolve(seed));
  return isSeed ? null : seed;
}

function withoutSeed(folder: string): string {
  return `The store was empty. The service fills only an empty store with the documents of ${folder}, so it has yours alone. To have both: kenes import ${folder}`;
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
