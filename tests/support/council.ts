import { readFile } from 'node:fs/promises';
import { openApp, type TestApp } from './app.js';
import type { TestEngine } from './engines.js';

/** Opens the small world around a council: each type of entity, and what is rare, at least once. */
export async function openCouncil(engine: TestEngine): Promise<TestApp> {
  return openApp(engine, { documents: [await readFile('tests/worlds/council.yaml', 'utf8')] });
}
