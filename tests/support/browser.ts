import { describe } from '@jest/globals';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { pino } from 'pino';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { createApp } from '../../src/http/app.js';
import { createHttpServer } from '../../src/http/server.js';
import type { Store } from '../../src/store/store.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { importTexts } from './app.js';
import { buildService } from './build.js';
import { engines, type TestEngine } from './engines.js';
import { openSeeded } from './seeded.js';

/** Where systems have Chromium. `KENES_TEST_CHROMIUM` names another one. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const executablePath =
  process.env['KENES_TEST_CHROMIUM'] ?? PLACES.find((place) => existsSync(place));

/** Why tests in a browser are left out; null if there is a browser. */
const withoutBrowser: string | null =
  executablePath === undefined
    ? 'There is no Chromium: install it, or name it in KENES_TEST_CHROMIUM.'
    : null;

if (withoutBrowser !== null) {
  if (process.env['CI'] === 'true') throw new Error(withoutBrowser);
  console.warn(`Tests in a browser are skipped. ${withoutBrowser}`);
}

/** Runs `describe` once for each engine, or skips it where there is no browser: for whole tasks. */
export const describeInBrowser = (withoutBrowser === null ? describe : describe.skip).each(engines);

/** Does the same on one engine, for what scripts and styles make of a page: it is equal on both. */
export const describeInOneBrowser = (withoutBrowser === null ? describe : describe.skip).each(
  engines.slice(0, 1),
);

/** The service over the seed, and a browser that has it open. */
export interface BrowserOfService {
  /** The address of the service, without a slash at its end. */
  readonly origin: string;
  /** Opens a page in a browser that has been nowhere yet. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** What pages reported since they were opened: errors of scripts, and refusals of the policy. */
  readonly complaints: string[];
  /** The addresses of other origins that pages asked for. */
  readonly foreign: string[];
  close(): Promise<void>;
}

/** The options of Chromium in a container, without what it does by itself. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface BrowserOptions {
  readonly webgl?: boolean;
  /** Documents as text, which the service has instead of the seed. */
  readonly documents?: readonly string[];
}

/** Starts the service on an engine, as it is built, and a browser. */
export async function openBrowser(
  engine: TestEngine,
  { webgl = false, documents }: BrowserOptions = {},
): Promise<BrowserOfService> {
  const store = await (documents ? engine.open() : openSeeded(engine));
  if (documents) await importTexts(store, createVocabulary(), documents);
  const server = await listen(store);
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    // A container has no GPU: the browser draws by itself.
    args: [...ARGUMENTS, webgl ? '--enable-unsafe-swiftshader' : '--disable-3d-apis'],
  });
  const complaints: string[] = [];
  const foreign: string[] = [];
  return {
    origin,
    complaints,
    foreign,
    open: async (address, options) => {
      const page = await newPage(browser, options);
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (/Content.Security.Policy/i.test(message.text())) complaints.push(message.text());
      });
      page.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(origin) && !url.startsWith('data:')) foreign.push(url);
      });
      await page.goto(`${origin}${address}`);
      return page;
    },
    close: async () => {
      await browser.close();
      server.close();
      server.closeAllConnections();
      await store.close();
    },
  };
}

async function listen(store: Store): Promise<Server> {
  const assets = pathToFileURL(path.join(await buildService(), 'viewer', 'assets', path.sep));
  const logger = pino({ level: 'silent' });
  const app = createApp({ store, vocabulary: createVocabulary(), logger, assets });
  const server = createHttpServer({ hosts: [] }, app.handle);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function newPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    locale: 'en',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  return context.newPage();
}

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Returns what axe finds wrong with a page, each with the elements. https://github.com/dequelabs/axe-core */
export async function violationsOn(page: Page): Promise<readonly string[]> {
  // As the script of a page, the policy would refuse it.
  await page.evaluate(await readFile(axe, 'utf8'));
  return page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as {
      readonly axe: {
        run(): Promise<{
          readonly violations: readonly {
            readonly id: string;
            readonly help: string;
            readonly nodes: readonly { readonly target: readonly string[] }[];
          }[];
        }>;
      };
    };
    const { violations } = await checker.run();
    return violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help} (${nodes
          .slice(0, 3)
          .map(({ target }) => target.join(' '))
          .join(', ')})`,
    );
  });
}
