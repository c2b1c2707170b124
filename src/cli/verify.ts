import { readFile } from 'node:fs/promises';
import { verifyEvidence, type Verdict, type Verification } from '../documents/verify.js';
import { didYouMean } from '../values/nearest-name.js';
import { inOneLine } from '../values/shown-input.js';
import { withExistingStore, type Terminal } from './command.js';
import { CommandFailure, reasonOf } from './failure.js';

export interface VerifyOptions {
  /** Copies of sources, each as `slug=FILE`. */
  readonly source: readonly string[];
  /** Also list the passages that are verified, and those without a copy of their source. */
  readonly all?: boolean;
}

const verdicts: readonly Verdict[] = [
  'VERIFIED',
  'CHANGED',
  'UNREADABLE',
  'NO_COPY',
  'NO_POSITION',
];

/** `kenes verify`: checks the passages that evidence names against copies of their sources. */
export async function verifyCommand(
  terminal: Terminal,
  { source, all = false }: VerifyOptions,
): Promise<void> {
  const copies = await readCopies(terminal, source);
  const counts = new Map<Verdict, number>(verdicts.map((verdict) => [verdict, 0]));
  const named = new Set<string>();
  await withExistingStore(terminal, (store) =>
    store.snapshot(async (records) => {
      for await (const verification of verifyEvidence(records, copies)) {
        const { verdict, evidence } = verification;
        named.add(evidence.sourceSlug);
        counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
        const isFailure = verdict === 'CHANGED' || verdict === 'UNREADABLE';
        if (isFailure || (all && (verdict === 'VERIFIED' || verdict === 'NO_COPY')))
          await terminal.out(`${inOneLine(print(verification))}\n`);
      }
    }),
  );
  await terminal.out(
    `${verdicts.map((verdict) => `${verdict} ${String(counts.get(verdict))}`).join(', ')}\n`,
  );
  for (const slug of copies.keys()) {
    if (named.has(slug)) continue;
    throw new CommandFailure(
      `--source ${slug}: no evidence in the graph cites a source with this slug.${didYouMean(slug, [...named])}`,
      2,
    );
  }
  const failures = ['CHANGED', 'UNREADABLE', 'NO_COPY'] as const;
  if (failures.some((verdict) => counts.get(verdict) !== 0)) {
    throw new CommandFailure(
      'Some passages could not be verified. CHANGED: the copy has another text there. UNREADABLE: the copy could not be read. NO_COPY: pass a copy of the source as --source slug=FILE.',
      1,
    );
  }
}

async function readCopies(
  terminal: Terminal,
  sources: readonly string[],
): Promise<Map<string, string | null>> {
  const copies = new Map<string, string | null>();
  for (const source of sources) {
    const [, slug, file] = /^([^=]+)=(.+)$/.exec(source) ?? [];
    if (slug === undefined || file === undefined) {
      throw new CommandFailure(
        `--source must be slug=FILE, such as kt-2025-12-11=report.txt (got ${source}).`,
        2,
      );
    }
    try {
      copies.set(slug, new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file)));
    } catch (error) {
      terminal.error(`Could not read ${file} as UTF-8 text: ${reasonOf(error)}.`);
      copies.set(slug, null);
    }
  }
  return copies;
}

function print({ verdict, evidence }: Verification): string {
  const { sourceSlug, position, target, property } = evidence;
  const passage = position ? `[${String(position.start)}, ${String(position.end)})` : '';
  return `${verdict.padEnd(11)} ${sourceSlug} ${passage} ${target}${property === null ? '' : ` ${property}`}`;
}
