import { expect } from '@jest/globals';
import { pino } from 'pino';
import { createApp, type App } from '../../src/http/app.js';
import { importDocuments } from '../../src/documents/import.js';
import { printProblem } from '../../src/documents/problem.js';
import type {
  EntityExpansion,
  GraphShape,
  Reading,
  Shape,
  SourceExpansion,
} from '../../src/store/reading.js';
import type { Store } from '../../src/store/store.js';
import { computeMeasure } from '../../src/measures/measure.js';
import type { Measuring } from '../../src/measures/measuring-threads.js';
import { createVocabulary, type Vocabulary } from '../../src/vocabulary/vocabulary.js';
import { nameWithoutEngine, type TestEngine } from './engines.js';
import { openSeeded } from './seeded.js';
import { expectSameAnswer, type Answered, type Question } from './same-answer.js';

export type AskOptions = Omit<Question, 'query'>;

export interface Answer {
  // Tests state the shape that they expect.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data: any;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly locations?: readonly { readonly line: number; readonly column: number }[];
    readonly extensions?: Record<string, unknown>;
  }[];
}

export interface TestApp {
  readonly store: Store;
  /** Sends a request. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /**
   * Sends a query and returns its data and errors. Fails if the answer differs when it is computed
   * without a plan and interpreted, or on another engine.
   */
  ask(query: string, options?: AskOptions): Promise<Answer>;
  /** Sends a query and returns its data; fails if there are errors. */
  data(query: string, options?: AskOptions): Promise<Answer['data']>;
  /** The planned readings of the last query. */
  readonly reads: readonly ReadSummary[];
  /**
   * Sends each query ten times to a service that compiles repeated queries; then closes the store.
   */
  close(): Promise<void>;
}

/** A reading in the form that tests compare. */
export interface ReadSummary {
  readonly start: Reading['start'];
  readonly expansions: readonly string[];
}

export interface TestAppOptions {
  /** Documents as text, or `none` for an empty store; the shipped seed if absent. */
  readonly documents?: readonly string[] | 'none';
  readonly vocabulary?: Vocabulary;
}

/** The number of times that each query is sent again at least. It is compiled from its third time on. */
const REPETITIONS = 10;

/** The answers by test and question, then by engine, in the order in which they were asked. */
const answers = new Map<string, Map<string, Answered[]>>();

/** Shared by the tests of a file, which then share its schema, too. */
const usualVocabulary = createVocabulary();

/** Computes measures here: threads start from built files alone. */
export const measuring: Measuring = (graph, measure) =>
  Promise.resolve(computeMeasure(graph, measure));

/** Opens an app on a new store of the engine, filled with documents. */
export async function openApp(
  engine: TestEngine,
  { documents, vocabulary = usualVocabulary }: TestAppOptions = {},
): Promise<TestApp> {
  const store = await (documents ? engine.open(vocabulary) : openSeeded(engine, vocabulary));
  if (documents && documents !== 'none') await importTexts(store, vocabulary, documents);
  const reads: ReadSummary[] = [];
  const options = { store, vocabulary, logger: pino({ level: 'silent' }), measuring };
  const planned = createApp({ ...options, store: recording(store, reads), compiling: 'always' });
  const unplanned = createApp({ ...options, planReadings: false, compiling: 'never' });
  const questions = new Map<string, Question>();
  const ask = async (query: string, askOptions: AskOptions = {}): Promise<Answer> => {
    const question: Question = { query, ...askOptions };
    questions.set(JSON.stringify(question), question);
    reads.length = 0;
    const answer = await post(planned, question);
    const answered: Answered = { engine: engine.name, way: 'planned and compiled', answer };
    expectSameAnswer(question, answered, {
      engine: engine.name,
      way: 'unplanned and interpreted',
      answer: await post(unplanned, question),
    });
    if (!query.includes('engine')) compareWithOtherEngines(question, documents, answered);
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
    close: async () => {
      try {
        // Compilation does not depend on the engine, and SQLite is the fastest.
        if (engine.name === 'SQLite') await askRepeatedly(createApp(options), questions.values());
      } finally {
        await store.close();
      }
    },
  };
}

async function post(app: App, question: Question): Promise<Answer> {
  return JSON.parse(await textOfAnswer(app, question)) as Answer;
}

async function textOfAnswer(app: App, { query, variables, language }: Question): Promise<string> {
  const body = JSON.stringify({ query, variables });
  const response = await app.fetch(
    new Request('http://kenes/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(body)),
        ...(language === undefined ? {} : { 'accept-language': language }),
      },
      body,
    }),
  );
  return response.text();
}

/** Compares an answer with those of other engines to the same question of the same test. */
function compareWithOtherEngines(
  question: Question,
  documents: TestAppOptions['documents'],
  answered: Answered,
): void {
  const test = nameWithoutEngine(expect.getState().currentTestName ?? '');
  const key = JSON.stringify([test, documents, question]);
  const byEngine = answers.get(key) ?? new Map<string, Answered[]>();
  answers.set(key, byEngine);
  const own = byEngine.get(answered.engine) ?? [];
  byEngine.set(answered.engine, own);
  own.push(answered);
  for (const [engine, others] of byEngine) {
    const other = others[own.length - 1];
    if (engine !== answered.engine && other) expectSameAnswer(question, other, answered);
  }
}

/**
 * Sends each query ten times, at least twice with each of its variables, and compares the answers
 * to the same question with the first one.
 */
async function askRepeatedly(app: App, questions: Iterable<Question>): Promise<void> {
  const byQuery = new Map<string, Question[]>();
  for (const question of questions) {
    const same = byQuery.get(question.query) ?? [];
    byQuery.set(question.query, same);
    same.push(question);
  }
  for (const same of byQuery.values()) {
    const first = new Map<Question, string>();
    const times = Math.max(2, Math.ceil(REPETITIONS / same.length));
    for (let time = 1; time <= times; time++) {
      for (const question of same) {
        const again = await textOfAnswer(app, question);
        const expected = first.get(question) ?? again;
        first.set(question, expected);
        if (again !== expected) failRepetition(question, time, expected, again);
      }
    }
  }
}

function failRepetition(question: Question, time: number, expected: string, got: string): void {
  const answered = (text: string, way: string): Answered => ({
    engine: 'SQLite',
    way,
    answer: JSON.parse(text) as unknown,
  });
  const first = answered(expected, 'asked for the first time');
  expectSameAnswer(question, first, answered(got, `asked for time ${time}`));
}

/** Imports documents; fails if they have any problem. */
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

/** Returns a store that adds a summary of each reading to `reads`. */
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

/** Returns the expansions of a shape, each as a path of field names. */
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
