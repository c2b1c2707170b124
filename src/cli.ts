#!/usr/bin/env node
import './production.js';
import { Command, CommanderError } from 'commander';
import { checkCommand, type CheckCommandOptions } from './cli/check.js';
import type { Terminal } from './cli/command.js';
import { failureOf, reasonOf } from './cli/failure.js';
import { documentsCommand } from './cli/documents.js';
import { exportCommand, type ExportCommandOptions } from './cli/export.js';
import { formats, PICTURE_FORMAT } from './exports/formats.js';
import { importCommand, type ImportCommandOptions } from './cli/import.js';
import { removeCommand } from './cli/remove.js';
import { verifyCommand } from './cli/verify.js';
import { visible } from './values/shown-input.js';
import { KENES_VERSION } from './version.js';

const terminal: Terminal = {
  environment: process.env,
  input: process.stdin,
  isInteractive: process.stderr.isTTY,
  out: (text) =>
    new Promise((resolve) => {
      process.stdout.write(text, () => {
        resolve();
      });
    }),
  error: (text) => {
    process.stderr.write(`${visible(text)}\n`);
  },
};

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of a pipe may stop early, as `head` does: that is no failure.
  if (error.code === 'EPIPE') process.exit();
  terminal.error(`The output could not be written: ${reasonOf(error)}.`);
  process.exit(1);
});

const DOCUMENTS =
  'YAML or JSON documents, or folders of them (not of folders within); - is the standard input';

const formatNames = [...formats.map(({ name }) => name), PICTURE_FORMAT].join(', ');

const collect = (value: string, values: readonly string[]): readonly string[] => [...values, value];

const program = new Command('kenes')
  .description('A graph of public life, with the source of every relation.')
  .version(KENES_VERSION)
  .exitOverride()
  .configureOutput({ outputError: (text, write) => { write(visible(text)); } })
  .configureHelp({ showGlobalOptions: true })
  .addHelpText('after', `
The environment names the store: the folder KENES_DATA (./data), or a Neo4j server if NEO4J_URI is
set, with NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE.`); // prettier-ignore

program
  .command('serve')
  .description('serve the API and GraphiQL at HOST:PORT (127.0.0.1:4000)')
  .action(async () => {
    // No other command needs the service, which takes long to load.
    const { serve } = await import('./service.js');
    return serve(process.env);
  });
program
  .command('import')
  .description('replace what documents said before: all of them, or none if anything is wrong')
  .argument('<file...>', DOCUMENTS)
  .option('--dry-run', 'only list what would change, record by record, and write nothing')
  .option('--json', 'list that as lines of JSON')
  .option('--strict', 'take warnings as problems')
  .action((files: string[], options: ImportCommandOptions) =>
    importCommand(terminal, files, options),
  );
program
  .command('documents')
  .description('list the documents of the store')
  .option('--json', 'as lines of JSON')
  .action((options: { json?: boolean }) => documentsCommand(terminal, options));
program
  .command('remove')
  .description('take documents back: all of them, or none if others need what they say')
  .argument('<document...>', 'slugs of documents, as `kenes documents` lists them')
  .option('--dry-run', 'only list what would change, record by record, and write nothing')
  .option('--json', 'list that as lines of JSON')
  .action((slugs: string[], options: { dryRun?: boolean; json?: boolean }) =>
    removeCommand(terminal, slugs, options),
  );
program
  .command('export')
  .description('write documents of the store, or the graph in the format of another program')
  .argument('[document...]', 'slugs of documents, as `kenes documents` lists them; without any, all')
  .option('--folder <folder>', 'write a file for each document there')
  .option('--merged', 'write the whole graph as one document instead')
  .option('--json', 'JSON instead of YAML')
  .option('--format <format>', `write the graph as ${formatNames} instead`)
  .option('--query <query>', 'with --format: the part of it, as the query of an address says it')
  .option('--output <file>', 'with --format: write to this file')
  .option('--origin <origin>', 'with --format: the address of the service, for links in the file')
  .addHelpText('after', `
Examples:
  kenes export --folder backup
  kenes export kt-2025-12-11 > kt-2025-12-11.yaml
  kenes export --format gexf --output graph.gexf
  kenes export --format csv.zip --query 'center=opcat&depth=2&minOrigins=2' --output opcat.zip
  kenes export --format svg --query 'center=opcat&lang=ru' --output opcat.svg`)
  .action((slugs: string[], options: ExportCommandOptions) => exportCommand(terminal, slugs, options)); // prettier-ignore
program
  .command('verify')
  .description('check the passages that evidence names against copies of their sources')
  .option('--source <slug=file>', 'the copy of a source; can be given several times', collect, [])
  .option('--all', 'also list the passages that are verified, and those without a copy')
  .action((options: { source: readonly string[]; all?: boolean }) =>
    verifyCommand(terminal, options),
  );
program
  .command('check')
  .description('say what is wrong with documents, and change nothing')
  .argument('<file...>', DOCUMENTS)
  .option('--store', 'as what they would mean for the store; without it, by themselves')
  .option('--json', 'list all that is found as lines of JSON')
  .option('--strict', 'take warnings as problems')
  .action((files: string[], options: CheckCommandOptions) =>
    checkCommand(terminal, files, options),
  );

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    const { message, status } = failureOf(error);
    terminal.error(message);
    process.exitCode = status;
  }
}
