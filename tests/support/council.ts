import { readFile } from 'node:fs/promises';
import { openApp, type TestApp } from './app.js';
import type { TestEngine } from './engines.js';

/** Opens the small world around a council: each type of entity, and what is rare, at least once. */
export async function openCouncil(engine: TestEngine): Promise<TestApp> {
  return openApp(engine, { documents: [await readFile('tests/worlds/council.yaml', 'utf8')] });
}

/** The slugs of all its entities but some, in their order. */
export const councilWithout = (...left: string[]): string[] =>
  entitiesOfCouncil.filter((slug) => !left.includes(slug));

const entitiesOfCouncil = [
  'ada', 'almaty', 'bek', 'briefing', 'cleo', 'council', 'courier', 'dana', 'dana-2', 'forum-2023',
  'forum-2024', 'gazette', 'hall', 'kenes-editors', 'ministry', 'protocol', 'report', 'rights',
  'session', 'speech', 'st-bread', 'st-silence', 'st-water', 'treaty', 'watch',
]; // prettier-ignore
