import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { Agent, get as httpGet, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import { SCHEMA_VERSION } from '../../src/store/sqlite/tables.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { importTexts } from '../support/app.js';
import {
  Service,
  adaAndBek,
  built,
  closedPort,
  folder,
  people,
  run,
  start,
  until,
} from '../support/processes.js';

describe('the service', () => {
  it('makes its folder, loads the seed, answers, and ends with status 0', async () => {
    const service = await Service.ready();
    expect(await service.slugs()).toEqual(adaAndBek);
    expect(await service.get('/health/ready')).toEqual({ status: 200, text: 'ready\n' });
    await service.says(/^operation$/); // Lines come together, some milliseconds later.
    expect(service.messages).toEqual([
      `GraphiQL is at ${service.url}/graphql`,
      'seed loaded',
      'ready',
      'operation',
    ]);
    const { status, milliseconds } = await service.end();
    expect([status, service.error]).toEqual([0, '']);
    expect(milliseconds).toBeLessThan(5_000);
    expect(service.messages.at(-1)).toBe('stopping');
  });

  it('starts again on what it has, without the seed', async () => {
    await (await Service.ready()).end();
    writeFileSync(join(folder, 'seed', 'two.yaml'), people('cleo'));
    const service = await Service.ready();
    expect(service.messages).not.toContain('seed loaded');
    expect(await service.slugs()).toEqual(adaAndBek);
  });

  it('is empty where the seed is none', async () => {
    const service = await Service.ready({ KENES_SEED: 'none' });
    expect(await service.slugs()).toEqual({ nodes: [] });
  });

  it('leaves no file behind where its store is in memory', async () => {
    const temporary = join(folder, 'temporary');
    mkdirSync(temporary);
    const service = await Service.ready({ KENES_DATA: 'memory', TMPDIR: temporary });
    expect(await service.slugs()).toEqual(adaAndBek);
    await service.end();
    expect([readdirSync(temporary), existsSync(join(folder, 'data'))]).toEqual([[], false]);
  });

  it('says nothing but errors where the log is silent', async () => {
    const port = await closedPort();
    const service = new Service({ PORT: String(port), LOG_LEVEL: 'silent' });
    await until(async () =>
      fetch(`http://127.0.0.1:${port}/health/ready`).then(
        ({ status }) => status === 200,
        () => false,
      ),
    );
    await service.end();
    expect([service.log, service.error]).toEqual([[], '']);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends on %s with a connection that is kept',
    async (signal) => {
      const service = await Service.ready();
      const agent = new Agent({ keepAlive: true });
      const response = await new Promise<IncomingMessage>((resolve) => {
        httpGet(`${service.url}/health/live`, { agent }, resolve);
      });
      response.resume();
      await once(response, 'end');
      const { status, milliseconds } = await service.end(signal);
      expect(status).toBe(0);
      expect(milliseconds).toBeLessThan(5_000);
      agent.destroy();
    },
  );

  it('ends with connections that have sent nothing, or half a request', async () => {
    const service = await Service.ready();
    const silent = await connected(service.port);
    const slow = await connected(service.port);
    slow.write('POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 50\r\n\r\n{');
    await new Promise((resolve) => setTimeout(resolve, 100));
    const { status, milliseconds } = await service.end();
    expect(status).toBe(0);
    expect(milliseconds).toBeLessThan(5_000);
    silent.destroy();
    slow.destroy();
  });

  it('answers what was asked before it ends', async () => {
    const service = await Service.ready({ KENES_SEED: resolve('graph-seed') });
    const answer = service.ask('{ relations(first: 100) { nodes { sentence } } }');
    // Once this later request is answered, the service has the first one, too.
    await service.get('/health/live');
    const { status } = await service.end();
    const { data, errors } = await answer;
    expect(status).toBe(0);
    expect([errors, JSON.stringify(data).length > 5_000]).toEqual([undefined, true]);
  });

  it('keeps within its memory, whatever is asked', async () => {
    const service = await Service.ready({
      KENES_SEED: resolve('graph-seed'),
      NODE_OPTIONS: '--max-old-space-size=256',
    });
    const nodes = '{ relations(first: 100) { nodes '.repeat(8);
    const query = `{ entity(slug: "conference-penitentiary-2025") ${nodes}{ slug }${' } }'.repeat(8)} }`;
    const answers = await Promise.all([1, 2, 3].map(() => service.ask(query)));
    expect(answers.map(({ errors }) => errors?.map(({ extensions }) => extensions.code))).toEqual([
      ['TOO_LARGE'],
      ['TOO_LARGE'],
      ['TOO_LARGE'],
    ]);
    expect(await service.ask('{ entity(slug: "npm") { slug } }')).toEqual({
      data: { entity: { slug: 'npm' } },
    });
  });

  it('refuses a port that is taken', async () => {
    const service = await Service.ready();
    const { status, out, error } = await run('main.js', [], {
      PORT: String(service.port),
      KENES_DATA: 'memory',
    });
    expect([status, out, error]).toEqual([
      1,
      '',
      `Cannot listen on 127.0.0.1:${service.port} (EADDRINUSE). Set PORT or HOST to another value.\n`,
    ]);
    expect((await service.get('/health/live')).status).toBe(200);
  });

  it('refuses a host that is not its own', async () => {
    const { status, error } = await run('main.js', [], { PORT: '0', HOST: '192.0.2.1' });
    expect([status, error]).toEqual([
      1,
      'Cannot listen on 192.0.2.1:0 (EADDRNOTAVAIL). Set PORT or HOST to another value.\n',
    ]);
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it('tells all that is wrong with its settings, and no password', async () => {
    const wrong = {
      PORT: 'x',
      KENES_SEED: join(folder, 'nowhere'),
      NEO4J_URI: 'http://neo4j:hunter2@host',
      NEO4J_PASSWORD: 'hunter2',
      LOG_LEVEL: 'loud',
    };
    for (const file of ['main.js', 'cli.js']) {
      const { status, out, error } = await run(file, file === 'cli.js' ? ['serve'] : [], wrong);
      expect([status, out]).toEqual([2, '']);
      expect(error.split('\n').map((line) => line.split(' must be ')[0])).toEqual([
        'The settings are invalid:',
        '  PORT',
        '  KENES_SEED',
        '  NEO4J_URI',
        '  LOG_LEVEL',
        '',
      ]);
      expect(error).not.toContain('hunter2');
    }
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it('tells what is wrong with the seed, and keeps nothing of it', async () => {
    writeFileSync(
      join(folder, 'seed', 'two.yaml'),
      'kenes: 1\nentities:\n  - { slug: cleo, type: Persn }\n',
    );
    const { status, error } = await run('main.js', [], { PORT: '0' });
    expect(status).toBe(1);
    expect(error).toContain('two.yaml:3:');
    expect(error).toContain('Did you mean “Person”?');
    expect(error).not.toMatch(/^\s+at /m);
    rmSync(join(folder, 'seed', 'two.yaml'));
    expect(await (await Service.ready()).slugs()).toEqual(adaAndBek);
  });
});

async function connected(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

describe('a store that is refused', () => {
  it.each<[string, (file: string) => Promise<void> | void, string]>([
    [
      'text',
      (file) => {
        writeFileSync(file, 'to do: water the plants\n'.repeat(20));
      },
      ' is not a Kenes store. It was left unchanged. Use another folder. KENES_DATA names the folder.',
    ],
    [
      'a database of others',
      (file) => {
        change(file, 'CREATE TABLE plants (name TEXT)');
      },
      ' is not a Kenes store. It was left unchanged. Use another folder. KENES_DATA names the folder.',
    ],
    [
      'one of a newer version',
      async (file) => {
        await fill(file);
        change(file, 'PRAGMA user_version = 99');
      },
      ` was written by a newer Kenes (its store has version 99; this Kenes reads up to ${SCHEMA_VERSION}). It was left unchanged. Use the newer Kenes or another folder. KENES_DATA names the folder.`,
    ],
    [
      'half a one',
      async (file) => {
        await fill(file);
        truncateSync(file, Math.floor(statSync(file).size / 2));
      },
      ' is damaged: its end is missing. It was left unchanged. Restore it from a backup, or use another folder. KENES_DATA names the folder.',
    ],
  ])('since it is %s is left as it is', async (_what, make, message) => {
    const file = join(folder, 'data', 'kenes.db');
    mkdirSync(join(folder, 'data'));
    await make(file);
    const before = [readFileSync(file).toString('latin1'), readdirSync(join(folder, 'data'))];
    const { status, error } = await run('main.js', [], { PORT: '0' });
    expect([status, error]).toEqual([1, `${file}${message}\n`]);
    const command = await run('cli.js', ['export']);
    expect(command).toEqual({ status: 1, out: '', error: `${file}${message}\n` });
    const after = [readFileSync(file).toString('latin1'), readdirSync(join(folder, 'data'))];
    expect(after).toEqual(before);
  });

  /** A store that holds something, in one file. */
  async function fill(file: string): Promise<void> {
    const other = join(folder, 'other');
    const vocabulary = createVocabulary();
    const store = await SqliteStore.open({ folder: other, vocabulary, timeLimit: 20_000 });
    await importTexts(store, vocabulary, [people('ada')]);
    await store.close();
    copyFileSync(join(other, 'kenes.db'), file);
  }

  function change(file: string, sql: string): void {
    const database = new Database(file);
    database.exec(sql);
    database.close();
  }

  it('since its folder cannot be made', async () => {
    writeFileSync(join(folder, 'file'), '');
    const place = join(folder, 'file', 'data');
    const { status, error } = await run('main.js', [], { PORT: '0', KENES_DATA: place });
    expect([status, error]).toEqual([
      1,
      `The folder ${place} could not be created. Use another folder. KENES_DATA names the folder.\n`,
    ]);
  });

  const readOnly = '/proc';
  const hasReadOnly = statSync(readOnly, { throwIfNoEntry: false })?.isDirectory() === true;
  if (!hasReadOnly) console.warn(`A folder without writing is not tried: there is no ${readOnly}.`);

  (hasReadOnly ? it : it.skip)('since its folder cannot be written', async () => {
    const { status, error } = await run('main.js', [], { PORT: '0', KENES_DATA: readOnly });
    expect([status, error]).toEqual([
      1,
      'The store’s file could not be opened or created. Use a folder that Kenes may write to. KENES_DATA names the folder.\n',
    ]);
  });
});

describe('one store of several processes', () => {
  it('shows in the service what the command line imports meanwhile', async () => {
    const service = await Service.ready();
    expect(await service.slugs()).toEqual(adaAndBek);
    const file = join(folder, 'more.yaml');
    writeFileSync(file, people('cleo'));
    const { status, out } = await run('cli.js', ['import', file]);
    expect([status, out.split('\n')[0]]).toEqual([0, 'Changed:']);
    expect(await service.slugs()).toEqual({
      nodes: [{ slug: 'ada' }, { slug: 'bek' }, { slug: 'cleo' }],
    });
    expect((await service.ask('{ people { totalCount } }')).data).toEqual({
      people: { totalCount: 3 },
    });
  });

  it('is served by two services', async () => {
    const one = await Service.ready();
    const other = await Service.ready();
    expect(other.messages).not.toContain('seed loaded');
    await one.end();
    expect(await other.slugs()).toEqual(adaAndBek);
  });

  it('is whole after a process that was killed while it wrote', async () => {
    // Imports one document after the other, and says which are done.
    const writer = join(folder, 'write-on.mjs');
    writeFileSync(
      writer,
      `import { importDocuments } from '${built}/documents/import.js';
       import { openStore } from '${built}/store/open-store.js';
       import { createVocabulary } from '${built}/vocabulary/vocabulary.js';
       const vocabulary = createVocabulary();
       const folder = process.env.KENES_DATA;
       const store = await openStore({ engine: 'SQLite', folder }, vocabulary);
       for (let number = Number(process.argv[2]); ; number++) {
         const some = Array.from({ length: 20 }, (_, index) => 'person-' + number + '-' + index);
         const entities = some.map((slug) => ({ slug, type: 'Person', names: { en: slug } }));
         const text = JSON.stringify({ kenes: 1, document: 'people-' + number, entities });
         const file = { name: 'x.json', read: async () => text };
         const { problems } = await importDocuments(store, vocabulary, [file]);
         if (problems.length > 0) throw new Error(JSON.stringify(problems));
         process.stdout.write(number + '\\n');
       }`,
    );
    const written: number[] = [];
    for (let round = 0; round < 5; round++) {
      const child = start(writer, [String((round + 1) * 10_000)], {});
      const before = written.length;
      createInterface({ input: child.stdout! }).on('line', (line) => written.push(Number(line)));
      const closed = once(child, 'close');
      await until(() => written.length >= before + 5 || child.exitCode !== null);
      await new Promise((resolve) => setTimeout(resolve, 17 * round));
      child.kill('SIGKILL');
      await closed;
    }
    expect(written.length).toBeGreaterThanOrEqual(25);
    const service = await Service.ready({ KENES_SEED: 'none' });
    const wanted = written.flatMap((number) =>
      Array.from({ length: 20 }, (_, index) => `person-${number}-${index}`),
    );
    const there = new Set<string>();
    for (let first = 0; first < wanted.length; first += 100) {
      const slugs = JSON.stringify(wanted.slice(first, first + 100));
      const { data } = await service.ask(
        `{ people(filter: { slugs: ${slugs} }, first: 100) { nodes { slug } } }`,
      );
      const page = data!['people'] as { nodes: { slug: string }[] };
      for (const { slug } of page.nodes) there.add(slug);
    }
    expect(wanted.filter((slug) => !there.has(slug))).toEqual([]);
    // What was not answered is there as a whole or not at all.
    const { data } = await service.ask('{ people { totalCount } }');
    expect((data!['people'] as { totalCount: number }).totalCount % 20).toBe(0);
    await service.end();
    const database = new Database(join(folder, 'data', 'kenes.db'));
    expect(database.prepare('PRAGMA integrity_check').raw().all()).toEqual([['ok']]);
    database.close();
  });
});

describe('with a Neo4j that is away, the service', () => {
  it('lives, says why it is not ready, and ends', async () => {
    const port = await closedPort();
    const service = await Service.listening({
      NEO4J_URI: `bolt://127.0.0.1:${port}`,
      NEO4J_PASSWORD: 'hunter2-hunter2',
    });
    const reason = `Neo4j does not answer at bolt://127.0.0.1:${port}.`;
    const told = 'The store does not answer. Try again in a few seconds.\n';
    expect(await service.get('/health/live')).toEqual({ status: 200, text: 'live\n' });
    await service.says(/Trying again\.$/);
    const { status, text } = await service.get('/health/ready');
    expect([status, text]).toEqual([503, told]);
    expect((await service.get('/graphql')).status).toBe(503);
    expect(service.log.find(({ msg }) => msg.startsWith(reason))?.level).toBe(40);
    const { status: ended, milliseconds } = await service.end();
    expect(ended).toBe(0);
    expect(milliseconds).toBeLessThan(5_000);
    expect(JSON.stringify(service.log) + service.error).not.toContain('hunter2');
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });
});

const hasNeo4j =
  process.env['NEO4J_TEST_URI'] !== undefined || process.env['KENES_REQUIRE_NEO4J'] === '1';
if (!hasNeo4j) {
  console.warn('A Neo4j that comes and goes is not tried: NEO4J_TEST_URI is not set.');
}

(hasNeo4j ? describe : describe.skip)('with a Neo4j that comes and goes, the service', () => {
  const password = 'a-password-that-nobody-should-see';
  let neo4j: ChildProcess | undefined;

  async function startNeo4j(port: number): Promise<void> {
    const options = ['--version', '5.26.20', '--port', String(port), '--heap', '512m'];
    neo4j = spawn(
      process.execPath,
      ['tests/support/neo4j/neo4j-server.mjs', ...options, '--data', join(folder, 'neo4j')],
      { env: { ...process.env, NEO4J_PASSWORD: password }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let said = '';
    neo4j.stderr!.setEncoding('utf8').on('data', (text: string) => (said += text));
    const ready = once(createInterface({ input: neo4j.stdout! }), 'line');
    const ended = once(neo4j, 'exit').then(() => {
      throw new Error(`Neo4j did not start: ${said}`);
    });
    await Promise.race([ready, ended]);
    ended.catch(() => undefined);
  }

  async function stopNeo4j(): Promise<void> {
    if (!neo4j || neo4j.exitCode !== null) return;
    const ended = once(neo4j, 'exit');
    neo4j.kill('SIGTERM');
    await ended;
  }

  // Before the folder of its database is removed.
  afterEach(stopNeo4j);

  it('tells when it is gone, waits for it, and recovers by itself', async () => {
    const port = await closedPort();
    const environment = { NEO4J_URI: `bolt://127.0.0.1:${port}`, NEO4J_PASSWORD: password };
    await startNeo4j(port);
    const service = await Service.ready(environment);
    expect(await service.slugs()).toEqual(adaAndBek);

    await stopNeo4j();
    const start = performance.now();
    const { errors } = await service.ask('{ people { nodes { slug } } }');
    expect(errors).toMatchObject([
      {
        message: 'The store does not answer. Try again in a few seconds.',
        extensions: { code: 'STORE_UNAVAILABLE' },
      },
    ]);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect((await service.get('/health/ready')).status).toBe(503);
    expect((await service.get('/health/live')).status).toBe(200);
    const early = await Service.listening(environment);
    await early.says(/Trying again\.$/);

    await startNeo4j(port);
    await until(async () => (await service.get('/health/ready')).status === 200);
    expect(await service.slugs()).toEqual(adaAndBek);
    await early.says(/^ready$/);
    expect(await early.slugs()).toEqual(adaAndBek);
    for (const each of [service, early]) {
      expect((await each.end()).status).toBe(0);
      expect(JSON.stringify(each.log) + each.error).not.toContain(password);
    }
  }, 500_000);
});
