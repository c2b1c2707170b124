import { expect } from '@jest/globals';
import { pino } from 'pino';
import { createApp } from '../../src/http/app.js';
import { importDocuments } from '../../src/documents/import.js';
import { printProblem } from '../../src/documents/problem.js';
import { seedStore } from '../../src/documents/seed.js';
import type {
  EntityExpansion,
  GraphShape,
  Reading,
  Shape,
  SourceExpansion,
} from '../../src/store/reading.js';
import type { Store } from '../../src/store/store.js';
import { createVocabulary, type Vocabulary } from '../../src/vocabulary/vocabulary.js';
import type { TestEngine } from './engines.js';

export interface AskOptions {
  readonly variables?: Record<string, unknown>;
  /** `Accept-Language`. */
  readonly language?: string;
}

export interface Answer {
  // The tests say what they expect of it.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data: any;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: Record<string, unknown>;
  }[];
}

export interface TestApp {
  readonly store: Store;
  /** Sends a request. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Asks; gives data and errors. Every answer is compared without the plan and on the other engine. */
  ask(query: string, options?: AskOptions): Promise<Answer>;
  /** Asks what has no errors; gives the data. */
  data(query: string, options?: AskOptions): Promise<Answer['data']>;
  /** The readings of the last question, planned. */
  readonly reads: readonly ReadSummary[];
  close(): Promise<void>;
}

/** A reading, as tests state it. */
export interface ReadSummary {
  readonly start: Reading['start'];
  readonly expansions: readonly string[];
}

export interface TestAppOptions {
  /** A folder of documents, or documents as text; the shipped seed where absent. */
  readonly documents?: readonly string[] | 'none';
  readonly vocabulary?: Vocabulary;
}

export const SEED = 'graph-seed';

/** What the first engine answered, by question: the others must answer the same. */
const answers = new Map<string, string>();

export async function openApp(
  engine: TestEngine,
  { documents, vocabulary = createVocabulary() }: TestAppOptions = {},
): Promise<TestApp> {
  const store = await engine.open(vocabulary);
  if (documents === undefined) await seedStore(store, vocabulary, SEED);
  else if (documents !== 'none') await importTexts(store, vocabulary, documents);
  const reads: ReadSummary[] = [];
  const logger = pino({ level: 'silent' });
  const planned = createApp({
    store: recording(store, reads),
    vocabulary,
    logger,
    compiling: 'always',
  });
  const unplanned = createApp({
    store,
    vocabulary,
    logger,
    planReadings: false,
    compiling: 'never',
  });
  const post = async (app: typeof planned, query: string, options: AskOptions): Promise<Answer> => {
    const body = JSON.stringify({ query, variables: options.variables });
    const response = await app.fetch(
      new Request('http://kenes/graphql', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'content-length': String(Buffer.byteLength(body)),
          ...(options.language === undefined ? {} : { 'accept-language': options.language }),
        },
        body,
      }),
    );
    return (await response.json()) as Answer;
  };
  const ask = async (query: string, options: AskOptions = {}): Promise<Answer> => {
    reads.length = 0;
    const answer = await post(planned, query, options);
    expect(await post(unplanned, query, options)).toEqual(answer);
    const question = JSON.stringify([expect.getState().testPath, documents, query, options]);
    const text = JSON.stringify(answer);
    const known = answers.get(question);
    if (known === undefined) answers.set(question, text);
    else if (!query.includes('engine')) expect(JSON.parse(text)).toEqual(JSON.parse(known));
    return answer;
  };
  return {
    store,
    reads,
    ask,
    data: async (query, options) => {
      const { data, errors } = await ask(query, options);
      expect(errors).toBeUndefined();
      return data as unknown;
    },
    fetch: (path, init) => planned.fetch(new Request(`http://kenes${path}`, init)),
    close: () => store.close(),
  };
}

/** Imports documents that have nothing wrong. */
export async function importTexts(
  store: Store,
  vocabulary: Vocabulary,
  texts: readonly string[],
): Promise<void> {
  const files = texts.map((text, index) => ({
    name: `document-${String(index + 1)}.yaml`,
    read: () => Promise.resolve(text),
  }));
  const { problems } = await importDocuments(store, vocabulary, files);
  expect(problems.map(printProblem)).toEqual([]);
}

function recording(store: Store, reads: ReadSummary[]): Store {
  return new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (name !== 'read') return typeof value === 'function' ? value.bind(target) : value;
      return (reading: Reading) => {
        reads.push({
          start: reading.start,
          expansions: 'shape' in reading ? expansionsOf(reading.shape, '') : [],
        });
        return target.read(reading);
      };
    },
  });
}

/** The expansions of a shape, as a path of field names each. */
function expansionsOf(shape: Shape | GraphShape, path: string): string[] {
  if ('entities' in shape)
    return [...expansionsOf(shape.entities, path), ...expansionsOf(shape.relations, path)];
  const found: string[] = [];
  const follow = (name: string, below: Shape | undefined): void => {
    if (below) found.push(path + name, ...expansionsOf(below, `${path}${name}.`));
  };
  if ('expansions' in shape) {
    for (const [key, expansion] of shape.expansions as ReadonlyMap<
      string,
      EntityExpansion | SourceExpansion
    >) {
      const [name = ''] = key.split(/[ {]/);
      found.push(path + name);
      const below = `${path}${name}.`;
      if (expansion.kind === 'related') {
        found.push(
          ...expansionsOf(expansion.relation, `${below}relation.`),
          ...expansionsOf(expansion.entity, below),
        );
      }
      if (expansion.kind === 'sole support') found.push(...expansionsOf(expansion.relation, below));
      if (expansion.kind === 'evidence') found.push(...expansionsOf(expansion.evidence, below));
    }
  }
  for (const name of ['from', 'to', 'source', 'publisher', 'informers'] as const) {
    follow(name, (shape as Partial<Record<typeof name, Shape>>)[name]);
  }
  return found;
}
