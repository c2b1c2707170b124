import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkDocuments, importDocuments } from '../../src/documents/import.js';
import { printProblem } from '../../src/documents/problem.js';
import type { Store } from '../../src/store/store.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { importTexts } from '../support/app.js';
import { describeOnEngines } from '../support/engines.js';

const vocabulary = createVocabulary();

const file = (text: string) => ({ name: 'one.yaml', read: () => Promise.resolve(text) });

const document = (entries: string) => `kenes: 1
${entries}
`;

describe('an unknown slug of a document that is checked alone', () => {
  const problemsOf = async (entries: string): Promise<string[]> => {
    const { problems } = await checkDocuments(vocabulary, [file(document(entries))]);
    return problems.map(printProblem);
  };

  it('is not said to be the slug that is merged into it', async () => {
    expect(
      await problemsOf(`entities:
  - { slug: jane-do, type: Person, names: { en: J. Doe } }
  - { slug: jane-doe, type: Person, mergedInto: jane-dow }`),
    ).toEqual([
      'one.yaml:4:49: entities[1].mergedInto: Unknown entity “jane-dow”. Did you mean “jane-do”? Declare it under `entities`.',
    ]);
    expect(
      await problemsOf('entities:\n  - { slug: jane-doe, type: Person, mergedInto: jane-dow }'),
    ).toEqual([
      'one.yaml:3:49: entities[0].mergedInto: Unknown entity “jane-dow”. Declare it under `entities`.',
    ]);
  });
});

describe('an unknown key of an entry', () => {
  const problemsOf = async (entry: string): Promise<string[]> => {
    const { problems } = await checkDocuments(vocabulary, [
      file(document(`entities:\n  - ${entry}`)),
    ]);
    return problems.map(printProblem);
  };
  const types = 'Person, Organization, Event, Topic, Instrument, Report, Statement, Place';

  it('is reported although the type is missing', async () => {
    expect(
      await problemsOf('{ slug: ann, nmaes: { en: Ann }, startDate: 2025, text: { en: A } }'),
    ).toEqual([
      `one.yaml:3:5: entities[0].type: The type is missing. Allowed: ${types}.`,
      'one.yaml:3:18: entities[0].nmaes: Unknown key “nmaes”. Did you mean “names”?',
    ]);
  });

  it('is reported although the type is unknown', async () => {
    expect(await problemsOf('{ slug: ann, type: Robot, wheels: 4 }')).toEqual([
      `one.yaml:3:24: entities[0].type: Unknown type “Robot”. Allowed: ${types}.`,
      'one.yaml:3:31: entities[0].wheels: Unknown key “wheels”.',
    ]);
  });
});

describeOnEngines('an unknown slug of a document that is checked for a store', (engine) => {
  let store: Store;

  beforeAll(async () => {
    store = await engine.open();
    await importTexts(store, vocabulary, [
      document(`entities:
  - { slug: jane-doe, type: Person, names: { en: Jane Doe } }
  - { slug: ombudsman-kz, type: Organization, names: { en: Commissioner for Human Rights } }`),
    ]);
  });

  afterAll(() => store.close());

  it('is answered with what the store has, by slug or by name', async () => {
    const relation = (from: string, to: string): string =>
      `  - { type: MEMBER_OF, from: ${from}, to: ${to}, evidence: [{ source: kenes-editorial }] }`;
    const text = document(
      `relations:\n${relation('jane-do', 'commissioner-for-human-rights')}\n${relation('jane-doe', 'qwertyuiop')}`,
    );
    const { problems } = await importDocuments(store, vocabulary, [file(text)], { dryRun: true });
    expect(problems.map(printProblem)).toEqual([
      'one.yaml:3:30: relations[0].from: Unknown entity “jane-do”. Did you mean “jane-doe”? Declare it under `entities`.',
      'one.yaml:3:43: relations[0].to: Unknown entity “commissioner-for-human-rights”. Did you mean “ombudsman-kz”? Declare it under `entities`.',
      'one.yaml:4:44: relations[1].to: Unknown entity “qwertyuiop”. Declare it under `entities`.',
    ]);
  });
});
