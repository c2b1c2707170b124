import { existsSync, statSync } from 'node:fs';
import { isIP } from 'node:net';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { KenesError, messageForTerminal } from './errors.js';
import type { StoreSettings } from './store/store.js';
import { hostNameOf, isLoopback } from './values/host-name.js';
import { quoted } from './values/shown-input.js';

export interface Settings {
  readonly port: number;
  readonly host: string;
  /** The hosts that requests may name, beside loopback hosts, in lower case without a port. */
  readonly hosts: 'any' | readonly string[];
  /** The origins whose pages may read answers, such as `https://kenes.example`. */
  readonly origins: 'any' | readonly string[];
  readonly store: StoreSettings;
  /** The folder of documents that fill an empty store; null for none. */
  readonly seed: string | null;
  readonly logLevel: LogLevel;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

export type LogLevel = (typeof logLevels)[number];

/** An error with all problems of the environment. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';

  constructor(readonly problems: readonly string[]) {
    super(`The settings are invalid:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}

const shippedSeed = fileURLToPath(new URL('../graph-seed', import.meta.url));

const port = 'must be a port from 0 to 65535, such as 4000';

const environmentSchema = z.object({
  PORT: z.string().regex(/^\d+$/, port).transform(Number).refine((value) => value <= 65_535, port).default(4000),
  HOST: z.string().refine(isHost, 'must be an address to listen on, such as 127.0.0.1').default('127.0.0.1'),
  KENES_HOSTS: z
    .string()
    .transform((value) => (value === '*' ? ('any' as const) : listOf(value)))
    .refine((value) => value === 'any' || value.every(isHost), 'must be hosts such as kenes.example, without a port, separated by commas, or * for any')
    .optional(),
  KENES_CORS: z
    .string()
    .transform((value) => (value === '*' ? ('any' as const) : value === 'off' ? [] : listOf(value)))
    .refine((value) => value === 'any' || value.every(isOrigin), 'must be origins such as https://page.example, without a final slash, separated by commas, or * for any, or off')
    .default([]),
  KENES_DATA: z.string().default('./data'),
  KENES_SEED: z
    .string()
    .refine((value) => value === 'none' || isFolder(value), 'must be an existing folder of documents, or none')
    .transform((value) => (value === 'none' ? null : value))
    .default(shippedSeed),
  NEO4J_URI: z
    .string()
    .refine(isNeo4jAddress, 'must be an address such as bolt://127.0.0.1:7687 or neo4j+s://host')
    .optional(),
  NEO4J_USERNAME: z.string().default('neo4j'),
  NEO4J_PASSWORD: z.string().optional(),
  NEO4J_DATABASE: z.string().optional(),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
}); // prettier-ignore

/**
 * Reads the settings from the environment. An empty variable counts as not set.
 * @throws SettingsError with all problems.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const variables = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== ''),
  );
  const result = environmentSchema.safeParse(variables);
  const problems = (result.error?.issues ?? []).map(({ path, message }) => {
    const name = String(path[0]);
    const value = variables[name] ?? '';
    return `${name} ${message} (got ${quoted(name === 'NEO4J_URI' ? withoutUser(value) : value)}).`;
  });
  if (variables['NEO4J_URI'] !== undefined && variables['NEO4J_PASSWORD'] === undefined) {
    problems.push('NEO4J_PASSWORD must be set, since NEO4J_URI is set.');
  }
  if (!result.success || problems.length > 0) throw new SettingsError(problems);
  const { PORT, HOST, KENES_HOSTS, KENES_CORS, KENES_DATA, KENES_SEED, LOG_LEVEL, ...neo4j } =
    result.data;
  return {
    port: PORT,
    host: HOST,
    // Only a service that is reachable from elsewhere has other names.
    hosts: namesOfHosts(KENES_HOSTS ?? (isLoopback(nameOfHost(HOST)) ? [] : 'any')),
    origins: KENES_CORS,
    seed: KENES_SEED,
    logLevel: LOG_LEVEL,
    store:
      neo4j.NEO4J_URI === undefined
        ? { engine: 'SQLite', folder: KENES_DATA }
        : {
            engine: 'Neo4j',
            uri: neo4j.NEO4J_URI,
            username: neo4j.NEO4J_USERNAME,
            password: neo4j.NEO4J_PASSWORD ?? '',
            database: neo4j.NEO4J_DATABASE,
          },
  };
}

/**
 * Returns the terminal's message for a store that cannot be opened, with the settings that name it.
 */
export function messageOfOpening(error: unknown, { engine }: StoreSettings): string {
  const message = messageForTerminal(error);
  return error instanceof KenesError ? `${message} ${namesOfStoreSettings[engine]}` : message;
}

const namesOfStoreSettings: Readonly<Record<StoreSettings['engine'], string>> = {
  SQLite: 'KENES_DATA names the folder.',
  Neo4j:
    'NEO4J_URI names the server, NEO4J_USERNAME and NEO4J_PASSWORD its user, and NEO4J_DATABASE the database.',
};

function isHost(text: string): boolean {
  return isIP(text) !== 0 || /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(text);
}

/** Returns the entries of a list that is separated by commas. */
function listOf(value: string): readonly string[] {
  return value.split(',').map((entry) => entry.trim());
}

function namesOfHosts(hosts: Settings['hosts']): Settings['hosts'] {
  return hosts === 'any' ? hosts : hosts.map(nameOfHost);
}

function nameOfHost(host: string): string {
  return hostNameOf(isIP(host) === 6 ? `[${host}]` : host) ?? host;
}

function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

function isNeo4jAddress(text: string): boolean {
  return /^(bolt|neo4j)(\+s|\+ssc)?:\/\/[^\s/]+\/?$/.test(text) && URL.canParse(text);
}

/** Masks the part of an address before its `@`, which may be a user's name and password. */
function withoutUser(address: string): string {
  return address.replace(/^(\w[\w+.-]*:\/\/)?.*@/, '$1…@');
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
