import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { LogOutput } from '../../src/log-output.js';
import { built, closedPort, environmentOf, folder, until } from '../support/processes.js';

/** A log that nobody can write or read must not keep the service from its end for longer. */
const END_MS = 8_000;

/** More lines than a pipe and the log keep together. */
const REQUESTS = 300;
const LONG_NAME = 'n'.repeat(5_000);

async function startWith(output: StdioOptions): Promise<{ child: ChildProcess; url: string }> {
  const port = await closedPort();
  const child = spawn(process.execPath, [join(built, 'main.js')], {
    env: environmentOf({ PORT: String(port) }),
    stdio: output,
  });
  const url = `http://127.0.0.1:${port}`;
  await until(() =>
    fetch(`${url}/health/ready`).then(
      ({ status }) => status === 200,
      () => false,
    ),
  );
  return { child, url };
}

async function ask(url: string): Promise<number> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: `query ${LONG_NAME} { __typename }` }),
  });
  await response.text();
  return response.status;
}

describe('a service whose log', () => {
  const hasFull = existsSync('/dev/full');
  if (!hasFull) console.warn('A full disk is not tried: there is no /dev/full.');

  it.each<[string, () => StdioOptions]>([
    ...(hasFull
      ? ([['finds the disk full', () => ['ignore', openSync('/dev/full', 'w'), 'ignore']]] as [
          string,
          () => StdioOptions,
        ][])
      : []),
    ['is a pipe that nobody reads', () => ['ignore', 'pipe', 'ignore']],
  ])('%s answers all requests, and ends', async (_what, output) => {
    const { child, url } = await startWith(output());
    for (let number = 0; number < REQUESTS; number++) expect(await ask(url)).toBe(200);
    const start = performance.now();
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(performance.now() - start).toBeLessThan(END_MS);
  });

  it('is a closed pipe answers all requests, and ends', async () => {
    const { child, url } = await startWith(['ignore', 'pipe', 'ignore']);
    child.stdout!.destroy();
    for (let number = 0; number < 20; number++) expect(await ask(url)).toBe(200);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('is read only later has lines dropped, and says how many', async () => {
    const { child, url } = await startWith(['ignore', 'pipe', 'ignore']);
    for (let number = 0; number < REQUESTS; number++) await ask(url);
    let text = '';
    child.stdout!.setEncoding('utf8').on('data', (more: string) => (text += more));
    await until(() => text.includes('log lines dropped'));
    const lines = text.trim().split('\n');
    const messages = lines.map((line) => JSON.parse(line) as { msg: string; dropped?: number });
    const dropped = messages.find(({ msg }) => msg === 'log lines dropped')!.dropped!;
    const kept = messages.filter(({ msg }) => msg === 'operation').length;
    expect(kept + dropped).toBe(REQUESTS);
    child.kill('SIGTERM');
    await once(child, 'exit');
  });
});

describe('the output of the log', () => {
  it('writes lines in their order, those at the end too', async () => {
    const file = join(folder, 'log');
    const output = new LogOutput(openSync(file, 'a'));
    const lines = Array.from({ length: 2_000 }, (_, number) => `line ${number}\n`);
    for (const line of lines) output.write(line);
    await output.close();
    output.end();
    expect(readFileSync(file, 'utf8')).toBe(lines.join(''));
  });
});
