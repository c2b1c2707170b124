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
  /** The slugs of the entities that are listed. */
  private readonly entities = new Set<string>();
  /** The numbers of relations, before and after, of the entities that get or lose some. */
  private readonly degrees = new Map<string, { readonly from: number; readonly to: number }>();

  constructor(private readonly json: boolean) {}

  add(changes: ChangeSet): void {
    const listed = recordChanges(changes);
    for (const { kind, key } of listed) if (kind === 'entity') this.entities.add(key);
    for (const { before, now } of changes.entities.changed) {
      const from = this.degrees.get(now.slug)?.from ?? before.degree;
      this.degrees.set(now.slug, { from, to: now.degree });
    }
    this.adding = this.adding.then(() => this.all.add(listed));
  }

  /**
   * Writes a line for each record, in the order in which they were changed, and then for the entities
   * of which nothing changes but their relations.
   */
  async print(terminal: Pick<Terminal, 'out'>): Promise<void> {
    await this.adding;
    const write = (changes: readonly RecordChange[]): void | Promise<void> =>
      terminal.out(changes.map((change) => printChange(change, this.json)).join(''));
    for await (const batch of this.all.batches()) await write(batch);
    await write(this.ofRelationsOnly());
  }

  private ofRelationsOnly(): RecordChange[] {
    return [...this.degrees]
      .filter(([slug]) => !this.entities.has(slug))
      .map(([key, { from, to }]) => ({
        change: 'changed',
        kind: 'entity',
        key,
        values: from === to ? {} : { degree: { from: String(from), to: String(to) } },
        evidence: { added: 0, removed: 0 },
      }));
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
