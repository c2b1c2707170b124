import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import type { Terminal } from '../../src/cli/command.js';
import { failureOf } from '../../src/cli/failure.js';
import { exportCommand } from '../../src/cli/export.js';
import type { ExportOptions } from '../../src/cli/export.js';
import { importCommand } from '../../src/cli/import.js';
import { sha256 } from '../../src/values/position.js';
import { testNeo4j } from './engines.js';
import type { TestEngine } from './engines.js';

export interface Outcome {
  readonly out: string;
  readonly error: string;
  readonly status: number;
}

export type Environment = Terminal['environment'];

/** Runs a command as the command line does, and returns its output and exit status. */
export async function run(
  environment: Environment,
  command: (terminal: Terminal) => Promise<void>,
  input = '',
): Promise<Outcome> {
  let out = '';
  const errors: string[] = [];
  const terminal: Terminal = {
    environment,
    input: Readable.from([Buffer.from(input)]),
    isInteractive: false,
    out: (text) => {
      out += typeof text === 'string' ? text : new TextDecoder().decode(text);
    },
    error: (text) => errors.push(text),
  };
  let status = 0;
  try {
    await command(terminal);
  } catch (error) {
    const failure = failureOf(error);
    errors.push(failure.message);
    status = failure.status;
  }
  return { out, error: errors.join('\n'), status };
}

export let folder: string;
let files = 0;

/** Returns an unused path in the folder of a test file. */
export function newPath(name: string): string {
  return join(folder, `${name}-${++files}`);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kenes-cli-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Writes a file, into a new folder if none is named, and returns its path. */
export async function write(
  name: string,
  content: string | Uint8Array,
  within = join(folder, `${++files}`),
): Promise<string> {
  const path = join(within, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, content);
  return path;
}

/** Empties a store of the engine and returns the environment that names it. */
export async function emptyStore(engine: TestEngine): Promise<Environment> {
  const settings = { KENES_SEED: 'none' };
  if (engine.name === 'SQLite') return { ...settings, KENES_DATA: join(folder, `data-${++files}`) };
  // Opening the store empties it.
  await (await engine.open()).close();
  return {
    ...settings,
    NEO4J_URI: testNeo4j?.uri,
    NEO4J_USERNAME: testNeo4j?.username,
    NEO4J_PASSWORD: testNeo4j?.password,
  };
}

/** A report with characters of one, two, three and four bytes. */
export const report: string =
  'Алма-Ата, 3 May. “Water is life,” 𝒜nn said 🏔️ to the council.\nNobody disagreed.\n';

/** Returns the position of a passage in the report as YAML, in code points. */
export function passage(text: string): string {
  const start = [...report.slice(0, report.indexOf(text))].length;
  const end = start + [...text].length;
  return `{ start: ${start}, end: ${end}, sha256: ${sha256(text)} }`;
}

export const document = `kenes: 1
sources:
  - slug: report-2025-05-03
    publisher: press
    text: { length: ${[...report].length}, sha256: ${sha256(report)} }
  - { slug: other, publisher: press }
entities:
  - { slug: press, type: Organization, names: { en: Press } }
  - slug: ann
    type: Person
    names: { en: 𝒜nn }
    evidence:
      - { source: report-2025-05-03, position: ${passage('𝒜nn')} }
  - slug: council
    type: Organization
    names: { en: Council }
    evidence:
      - { source: report-2025-05-03, position: ${passage('🏔️ to the council')} }
      - { source: other }
  - { slug: said, type: Statement, act: NOTED, text: { en: Water is life. } }
relations:
  - type: MADE
    from: ann
    to: said
    evidence:
      - { source: report-2025-05-03, position: ${passage('“Water is life,” 𝒜nn said')} }
`;

export const summary = (
  first: string,
  sources: string,
  entities: string,
  relations: string,
  evidence: string,
): string =>
  [
    first,
    ...Object.entries({ sources, entities, relations, evidence }).map(([name, counts]) => {
      const [added = '', changed = ''] = counts.split(' ');
      return `  ${name.padEnd(10)} ${added.padStart(7)} added ${changed.padStart(7)} changed`;
    }),
    '',
  ].join('\n');

export const importFiles = (
  environment: Environment,
  paths: readonly string[],
  dryRun = false,
): Promise<Outcome> => run(environment, (terminal) => importCommand(terminal, paths, { dryRun }));

export const exportAll = (
  environment: Environment,
  options: ExportOptions = {},
  slugs: readonly string[] = [],
): Promise<Outcome> => run(environment, (terminal) => exportCommand(terminal, slugs, options));
