import { removeDocuments } from '../documents/import.js';
import { withExistingStore, type Terminal } from './command.js';
import type { ImportCommandOptions } from './import.js';
import { ListedChanges, printSummary } from './listed-changes.js';
import { printReport } from './printed-report.js';
import { quoted } from '../values/shown-input.js';

/** `kenes remove DOCUMENT…`: takes back what documents said, and prints what changed. */
export async function removeCommand(
  terminal: Terminal,
  slugs: readonly string[],
  { dryRun = false, json = false }: Omit<ImportCommandOptions, 'strict'>,
): Promise<void> {
  await withExistingStore(terminal, async (store, vocabulary) => {
    const changes = new ListedChanges(json);
    const { summary, ...report } = await removeDocuments(store, vocabulary, slugs, {
      dryRun,
      ...(dryRun ? { onChanges: (changeSet) => changes.add(changeSet) } : {}),
    });
    const others = [...new Set(report.problems.map(({ file }) => quoted(file)))].join(', ');
    printReport(terminal, report, `nothing was written: first change or remove ${others}`);
    await changes.print(terminal);
    if (!json) await terminal.out(printSummary({ ...summary, ...report }, dryRun));
  });
}
