import { execFileSync, spawn } from 'node:child_process';
import { afterEach, describe, expect, it } from '@jest/globals';
import { checkCommand } from '../../src/cli/check.js';
import { importCommand } from '../../src/cli/import.js';
import { document as withoutSlug, emptyStore, newPath, run, summary } from '../support/cli.js';
import { describeOnEngines } from '../support/engines.js';

/** What has no file name needs a slug of its own. */
const document = withoutSlug.replace('kenes: 1\n', 'kenes: 1\ndocument: report\n');
const wrong = document.replace('act: NOTED', 'act: SAID');
const problem =
  '21:41: entities[3].act: Unknown act “SAID”. Allowed: STRESSED, WELCOMED, URGED, NOTED, RECALLED, PRAISED, REPORTED, ASKED.';

describeOnEngines('kenes import -', (engine) => {
  it('reads a document from the standard input', async () => {
    const environment = await emptyStore(engine);
    const importInput = (terminal: Parameters<typeof importCommand>[0]) =>
      importCommand(terminal, ['-'], {});
    expect(await run(environment, importInput, document)).toEqual({
      out: summary('Changed:', '2 0', '4 0', '1 0', '4 0'),
      error: '',
      status: 0,
    });
  }, 60_000);
});

describe('kenes check', () => {
  const check = (paths: readonly string[], input = '') =>
    run({}, (terminal) => checkCommand(terminal, paths), input);

  /** The writers of pipes that a test made. */
  const writers: ReturnType<typeof spawn>[] = [];

  afterEach(() => {
    for (const writer of writers.splice(0)) writer.kill();
  });

  /** Returns a named pipe into which the text is written once. */
  function pipeOf(text: string): string {
    const path = newPath('pipe');
    execFileSync('mkfifo', [path]);
    const writer = spawn('sh', ['-c', 'cat > "$0"', path], { stdio: ['pipe', 'ignore', 'ignore'] });
    writers.push(writer);
    writer.stdin.end(text);
    return path;
  }

  it('reports what is wrong in the standard input, by line', async () => {
    expect(await check(['-'], wrong)).toEqual({
      out: '',
      error: `standard input:${problem}`,
      status: 1,
    });
  });

  it('reads the standard input once, also where it is large', async () => {
    const comment = `# ${'x'.repeat(20 * 1024 * 1024)}\n`;
    expect((await check(['-'], document + comment)).out).toMatch(/^1 document, no problems\./);
    expect((await check(['-'], wrong + comment)).error).toBe(`standard input:${problem}`);
  }, 60_000);

  it('reads no more of the standard input than a document may have', async () => {
    const large = `kenes: 1\n${' '.repeat(33 * 1024 * 1024)}`;
    expect((await check(['-'], large)).error).toBe(
      'standard input:1:1: The document must have at most 32 MiB. Split it over several.',
    );
  }, 60_000);

  it('reads pipes once, and reports what is wrong in them by line', async () => {
    const [good, bad] = [pipeOf(document), pipeOf(wrong)];
    expect((await check([good])).out).toMatch(/^1 document, no problems\./);
    expect((await check([bad])).error).toBe(`${bad}:${problem}`);
  }, 60_000);
});
