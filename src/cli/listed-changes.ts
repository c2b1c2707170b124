import type { Report } from '../documents/problem.js';
import { inOneLine } from '../values/shown-input.js';
import type { ChangeCount, ImportSummary } from '../writing/change-counts.js';
import type { ChangeSet } from '../writing/change-set.js';
import { PackedList } from '../writing/packed-list.js';
import { recordChanges, type RecordChange } from '../writing/record-changes.js';
import type { Terminal } from './command.js';

/** Collects the changes of a dry run, and prints them when it is known that nothing is wrong. */
export class ListedChanges {
  private readonly all = new PackedList<RecordChange>();
  private adding: Promise<void> = Promise.resolve();

  constructor(private readonly json: boolean) {}

  add(changes: ChangeSet): void {
    const listed = recordChanges(changes);
    this.adding = this.adding.then(() => this.all.add(listed));
  }

  /** Writes a line for each record, in the order in which they were changed. */
  async print(terminal: Terminal): Promise<void> {
    await this.adding;
    for await (const batch of this.all.batches())
      await terminal.out(batch.map((change) => printChange(change, this.json)).join(''));
  }
}

const SIGNS = { added: '+', changed: '~', removed: '-' } as const;

/** Prints a change of a record as a line for people, or as a line of JSON. */
function printChange(change: RecordChange, json: boolean): string {
  if (json) return `${JSON.stringify(change)}\n`;
  const { kind, key, values, evidence } = change;
  const parts = Object.entries(values).map(
    ([name, { from, to }]) => `${name} ${shown(from)} → ${shown(to)}`,
  );
  const pieces = [
    ...(evidence.added > 0 ? [`+${evidence.added}`] : []),
    ...(evidence.removed > 0 ? [`−${evidence.removed}`] : []),
  ];
  if (pieces.length > 0) parts.push(`evidence ${pieces.join(' ')}`);
  const details = parts.length > 0 ? `: ${parts.join(', ')}` : '';
  return `${SIGNS[change.change]} ${kind} ${key}${details}\n`;
}

function shown(value: string | null): string {
  return value === null ? 'nothing' : `“${inOneLine(value)}”`;
}

/** Prints how many records of each kind change, and how many warnings there are, if any. */
export function printSummary(
  { sources, entities, relations, evidence, warnings }: ImportSummary & Pick<Report, 'warnings'>,
  dryRun: boolean,
): string {
  const line = (name: string, { added, changed, removed }: ChangeCount): string =>
    `  ${name.padEnd(10)} ${String(added).padStart(7)} added ${String(changed).padStart(7)} changed${removed > 0 ? ` ${String(removed).padStart(7)} removed` : ''}`;
  return [
    dryRun ? 'Would change (nothing was written):' : 'Changed:',
    line('sources', sources),
    line('entities', entities),
    line('relations', relations),
    line('evidence', evidence),
    ...(warnings.length > 0
      ? [`  ${'warnings'.padEnd(10)} ${String(warnings.length).padStart(7)}`]
      : []),
    '',
  ].join('\n');
}
