import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSettings, SettingsError } from '../src/settings.js';

type Environment = Record<string, string | undefined>;

function problemsOf(environment: Environment): readonly string[] {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

const defaults = {
  port: 4000,
  host: '127.0.0.1',
  hosts: [],
  origins: [],
  seed: resolve('graph-seed'),
  logLevel: 'info',
  store: { engine: 'SQLite', folder: './data' },
};

describe('the settings', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kenes-settings-'));
    writeFileSync(join(folder, 'file'), '');
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('are an embedded store in ./data, filled with the shipped seed, at 127.0.0.1:4000', () => {
    expect(readSettings({})).toEqual(defaults);
  });

  it('ignore variables that are empty, and those of others', () => {
    const environment = {
      PORT: '',
      HOST: '',
      KENES_HOSTS: '',
      KENES_CORS: '',
      KENES_DATA: '',
      KENES_SEED: '',
      NEO4J_URI: '',
      NEO4J_USERNAME: '',
      NEO4J_PASSWORD: '',
      NEO4J_DATABASE: '',
      LOG_LEVEL: '',
      PATH: '/bin',
      UNSET: undefined,
    };
    expect(readSettings(environment)).toEqual(defaults);
  });

  it('are those of the environment', () => {
    const environment = {
      PORT: '0',
      HOST: '::1',
      KENES_HOSTS: 'Kenes.example, 10.0.0.1,fe80::1',
      KENES_CORS: 'https://page.example, http://localhost:3000',
      KENES_DATA: 'memory',
      KENES_SEED: folder,
      LOG_LEVEL: 'warn',
    };
    expect(readSettings(environment)).toEqual({
      port: 0,
      host: '::1',
      hosts: ['kenes.example', '10.0.0.1', '[fe80::1]'],
      origins: ['https://page.example', 'http://localhost:3000'],
      seed: folder,
      logLevel: 'warn',
      store: { engine: 'SQLite', folder: 'memory' },
    });
  });

  it.each([
    ['127.0.0.1', []],
    ['127.1.2.3', []],
    ['::1', []],
    ['localhost', []],
    ['0.0.0.0', 'any'],
    ['::', 'any'],
    ['192.168.1.5', 'any'],
    ['kenes.example', 'any'],
  ])('allow at HOST %s, unless KENES_HOSTS is set, the hosts %j', (HOST, hosts) => {
    expect(readSettings({ HOST }).hosts).toEqual(hosts);
    expect(readSettings({ HOST, KENES_HOSTS: 'a.example' }).hosts).toEqual(['a.example']);
    expect(readSettings({ HOST, KENES_HOSTS: '*' }).hosts).toBe('any');
  });

  it.each([
    ['*', 'any'],
    ['off', []],
    ['https://page.example', ['https://page.example']],
  ])('let pages read answers for KENES_CORS %s', (KENES_CORS, origins) => {
    expect(readSettings({ KENES_CORS }).origins).toEqual(origins);
  });

  it('have no seed where it is none', () => {
    expect(readSettings({ KENES_SEED: 'none' }).seed).toBeNull();
  });

  it('are Neo4j once it has an address, as its user neo4j in its home database', () => {
    const environment = { NEO4J_URI: 'bolt://127.0.0.1:7687', NEO4J_PASSWORD: 'secret' };
    expect(readSettings(environment).store).toEqual({
      engine: 'Neo4j',
      uri: 'bolt://127.0.0.1:7687',
      username: 'neo4j',
      password: 'secret',
      database: undefined,
    });
  });

  it('name the user and the database of Neo4j', () => {
    const environment = {
      NEO4J_URI: 'neo4j+s://graph.example',
      NEO4J_USERNAME: 'kenes',
      NEO4J_PASSWORD: 'secret',
      NEO4J_DATABASE: 'public',
    };
    expect(readSettings(environment).store).toEqual({
      engine: 'Neo4j',
      uri: 'neo4j+s://graph.example',
      username: 'kenes',
      password: 'secret',
      database: 'public',
    });
  });

  it.each(['1', '80', '65535'])('accept the port %j', (PORT) => {
    expect(readSettings({ PORT }).port).toBe(Number(PORT));
  });

  it.each(['0.0.0.0', '::', 'localhost', 'kenes.example', 'fe80::1%eth0', 'a'])(
    'accept the host %j',
    (HOST) => {
      expect(readSettings({ HOST }).host).toBe(HOST);
    },
  );

  it.each([
    'bolt://127.0.0.1',
    'bolt://[::1]:7687/',
    'bolt+s://host',
    'bolt+ssc://host:7687',
    'neo4j://host:7687',
    'neo4j+s://0a1b.databases.example',
    'neo4j+ssc://host',
    'neo4j://host?policy=eu',
  ])('accept the address %j of Neo4j', (NEO4J_URI) => {
    expect(readSettings({ NEO4J_URI, NEO4J_PASSWORD: 'x' }).store).toMatchObject({
      uri: NEO4J_URI,
    });
  });

  const port = 'must be a port from 0 to 65535, such as 4000';
  const host = 'must be an address to listen on, such as 127.0.0.1';
  const hosts =
    'must be hosts such as kenes.example, without a port, separated by commas, or * for any';
  const origins =
    'must be origins such as https://page.example, without a final slash, separated by commas, or * for any, or off';
  const seed = 'must be an existing folder of documents, or none';
  const uri = 'must be an address such as bolt://127.0.0.1:7687 or neo4j+s://host';
  const logLevel = 'must be one of fatal, error, warn, info, debug, silent';

  it.each([
    ['PORT', '65536', port],
    ['PORT', '-1', port],
    ['PORT', '4000.5', port],
    ['PORT', '0x10', port],
    ['PORT', '4e3', port],
    ['PORT', ' 4000', port],
    ['PORT', 'http', port],
    ['HOST', 'http://localhost', host],
    ['HOST', 'localhost:4000', host],
    ['HOST', 'two words', host],
    ['HOST', ' ', host],
    ['HOST', '-x', host],
    ['KENES_HOSTS', 'kenes.example:4000', hosts],
    ['KENES_HOSTS', 'https://kenes.example', hosts],
    ['KENES_HOSTS', 'a.example,,b.example', hosts],
    ['KENES_HOSTS', '*.example', hosts],
    ['KENES_CORS', 'page.example', origins],
    ['KENES_CORS', 'https://page.example/', origins],
    ['KENES_CORS', 'null', origins],
    ['KENES_CORS', 'https://page.example,*', origins],
    ['KENES_SEED', 'no/such/folder', seed],
    ['KENES_SEED', 'package.json', seed],
    ['KENES_SEED', 'None', seed],
    ['LOG_LEVEL', 'loud', logLevel],
    ['LOG_LEVEL', 'INFO', logLevel],
  ])('refuse %s=%j', (name, value, expected) => {
    expect(problemsOf({ [name]: value })).toEqual([`${name} ${expected} (got “${value}”).`]);
  });

  it.each([
    'http://localhost:7474',
    'localhost:7687',
    'bolt://',
    'bolt://host:port',
    'bolt://host:70000',
    'bolt://two words',
    'neo4j+x://host',
    'bolt://host/database',
  ])('refuse the address %j of Neo4j', (NEO4J_URI) => {
    expect(problemsOf({ NEO4J_URI, NEO4J_PASSWORD: 'x' })).toEqual([
      `NEO4J_URI ${uri} (got “${NEO4J_URI}”).`,
    ]);
  });

  it.each([undefined, ''])('refuse a Neo4j with the password %j', (NEO4J_PASSWORD) => {
    expect(problemsOf({ NEO4J_URI: 'bolt://host', NEO4J_PASSWORD })).toEqual([
      'NEO4J_PASSWORD must be set, since NEO4J_URI is set.',
    ]);
  });

  it('tell all that is wrong in one message', () => {
    const environment = {
      PORT: 'x',
      HOST: 'http://y',
      KENES_SEED: join(folder, 'file'),
      NEO4J_URI: 'z',
      LOG_LEVEL: 'loud',
    };
    expect(() => readSettings(environment)).toThrow(
      [
        'The settings are invalid:',
        `  PORT ${port} (got “x”).`,
        `  HOST ${host} (got “http://y”).`,
        `  KENES_SEED ${seed} (got “${join(folder, 'file')}”).`,
        `  NEO4J_URI ${uri} (got “z”).`,
        `  LOG_LEVEL ${logLevel} (got “loud”).`,
        '  NEO4J_PASSWORD must be set, since NEO4J_URI is set.',
      ].join('\n'),
    );
  });

  it.each([
    ['http://neo4j:secret@host', 'http://…@host'],
    ['neo4j:secret@host', '…@host'],
    ['bolt://neo4j:sec/r@t@host/x', 'bolt://…@host/x'],
  ])('tell no password: of %j, %j', (NEO4J_URI, shown) => {
    const environment = { PORT: 'x', NEO4J_URI, NEO4J_PASSWORD: 'secret' };
    expect(problemsOf(environment)).toEqual([
      `PORT ${port} (got “x”).`,
      `NEO4J_URI ${uri} (got “${shown}”).`,
    ]);
  });
});
