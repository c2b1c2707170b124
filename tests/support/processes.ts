import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeAll, beforeEach } from '@jest/globals';
import { buildService } from './build.js';

// The service as people run it: processes of the built files, signals, ports and files.

/** How long a process may take to say what it says, in milliseconds; the machine may be busy. */
const PATIENCE = 150_000;

/** The folder of the built files, which no test may change. */
export let built: string;
export let folder: string;
let running: ChildProcess[] = [];

beforeAll(async () => {
  built = await buildService();
}, 120_000);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kenes-process-'));
  mkdirSync(join(folder, 'seed'));
  writeFileSync(join(folder, 'seed', 'one.yaml'), people('ada', 'bek'));
});

afterEach(async () => {
  const left = running.filter((child) => child.exitCode === null && child.signalCode === null);
  running = [];
  await Promise.all(
    left.map((child) => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      return ended;
    }),
  );
  rmSync(folder, { recursive: true });
});

export function people(...slugs: readonly string[]): string {
  const entities = slugs.map(
    (slug) => `  - { slug: ${slug}, type: Person, names: { en: ${slug} } }`,
  );
  return `kenes: 1\nentities:\n${entities.join('\n')}\n`;
}

export type Environment = Record<string, string>;

/** Only what the test says, and what every process needs. */
export function environmentOf(more: Environment): Environment {
  return {
    PATH: process.env['PATH'] ?? '',
    KENES_DATA: join(folder, 'data'),
    KENES_SEED: join(folder, 'seed'),
    ...more,
  };
}

/** Starts a process of a built file, or of a file of the test with its whole path. */
export function start(
  file: string,
  args: readonly string[],
  environment: Environment,
): ChildProcess {
  const child = spawn(process.execPath, [resolve(built, file), ...args], {
    env: environmentOf(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  return child;
}

export interface Output {
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
}

/** Runs a process to its end. */
export async function run(
  file: string,
  args: readonly string[],
  environment: Environment = {},
): Promise<Output> {
  const child = start(file, args, environment);
  let out = '';
  let error = '';
  child.stdout!.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (error += text));
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, out, error };
}

export interface LogLine {
  readonly level: number;
  readonly msg: string;
}

export interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string };
  }[];
}

/** A service that runs. */
export class Service {
  readonly log: LogLine[] = [];
  error = '';
  private readonly child: ChildProcess;
  private readonly ended: Promise<unknown[]>;
  private address = '';

  constructor(environment: Environment) {
    this.child = start('main.js', [], { PORT: '0', ...environment });
    this.ended = once(this.child, 'close');
    createInterface({ input: this.child.stdout! }).on('line', (line) => {
      this.log.push(JSON.parse(line) as LogLine);
    });
    this.child.stderr!.setEncoding('utf8').on('data', (text: string) => (this.error += text));
  }

  static async listening(environment: Environment = {}): Promise<Service> {
    const service = new Service(environment);
    await service.says(/^GraphiQL is at/);
    return service;
  }

  static async ready(environment: Environment = {}): Promise<Service> {
    const service = await Service.listening(environment);
    await service.says(/^ready$/);
    return service;
  }

  get messages(): string[] {
    return this.log.map(({ msg }) => msg);
  }

  get url(): string {
    if (this.address === '') {
      const line = this.messages.find((message) => message.startsWith('GraphiQL is at')) ?? '';
      this.address = /http:\S+(?=\/graphql)/.exec(line)![0];
    }
    return this.address;
  }

  get port(): number {
    return Number(new URL(this.url).port);
  }

  /** Resolves once a message of the log is like that. */
  async says(message: RegExp): Promise<void> {
    await until(() => {
      if (this.child.exitCode !== null) throw new Error(`It ended: ${this.error}`);
      return this.messages.some((text) => message.test(text));
    });
  }

  async get(path: string): Promise<{ status: number; text: string }> {
    const response = await fetch(this.url + path);
    return { status: response.status, text: await response.text() };
  }

  async ask(query: string): Promise<Answer> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return (await response.json()) as Answer;
  }

  async slugs(): Promise<unknown> {
    return (await this.ask('{ people { nodes { slug } } }')).data?.['people'];
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Sends a signal; gives the status that the process ends with, and after how long. */
  async end(
    signal: NodeJS.Signals = 'SIGTERM',
  ): Promise<{ status: unknown; milliseconds: number }> {
    const start = performance.now();
    this.child.kill(signal);
    const [status, by] = await this.ended;
    return { status: status ?? by, milliseconds: performance.now() - start };
  }
}

export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error('It did not come to that in time.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export const adaAndBek = { nodes: [{ slug: 'ada' }, { slug: 'bek' }] };

/** A port that nobody listens at. */
export async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
