import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { LogOutput } from '../../src/log-output.js';
import { built, closedPort, environmentOf, folder, until } from '../support/processes.js';

/** A log that nobody can write or read must not keep the service from its end for longer. */
const END_MS = 8_000;

/** More lines than a pipe and the log keep together. */
const REQUESTS = 5_000;
const AT_ONCE = 100;
const STATUS_LINE = /HTTP\/1\.1 (\d{3}) /g;
const LONG_NAME = 'n'.repeat(200);

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

/**
 * Sends all requests, many at once over one connection; returns the statuses of the answers, each
 * once.
 */
async function askAll(url: string): Promise<number[]> {
  const { hostname, port, host } = new URL(url);
  const socket = connect(Number(port), hostname).setEncoding('latin1');
  const query = encodeURIComponent(`query ${LONG_NAME} { __typename }`);
  const request = `GET /graphql?query=${query} HTTP/1.1\r\nhost: ${host}\r\n\r\n`;
  const statuses: number[] = [];
  let text = '';
  socket.on('data', (more: string) => {
    text += more;
    for (const [, status] of text.matchAll(STATUS_LINE)) statuses.push(Number(status));
    // The start of a status line may come with one part, and its end with the next.
    text = text.slice(text.lastIndexOf('HTTP/1.1 ')).replace(STATUS_LINE, '');
  });
  for (let sent = 0; sent < REQUESTS; sent += AT_ONCE) {
    socket.write(request.repeat(AT_ONCE));
    await until(() => statuses.length >= sent + AT_ONCE);
  }
  socket.destroy();
  expect(statuses).toHaveLength(REQUESTS);
  return [...new Set(statuses)];
}

/** Returns how many requests the whole lines of a log tell of, by lines of their own or as dropped. */
function requestsIn(log: string): number {
  const lines = log.split('\n').slice(0, -1);
  const messages = lines.map((line) => JSON.parse(line) as { msg: string; dropped?: number });
  const numbers = messages.map(({ msg, dropped }) => dropped ?? (msg === 'operation' ? 1 : 0));
  return numbers.reduce((sum, number) => sum + number, 0);
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
    expect(await askAll(url)).toEqual([200]);
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
    await askAll(url);
    let text = '';
    child.stdout!.setEncoding('utf8').on('data', (more: string) => (text += more));
    // Lines can be dropped, and reported, more than once.
    await until(() => requestsIn(text) === REQUESTS);
    expect(text).toContain('log lines dropped');
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
