import { beforeEach, expect, it } from '@jest/globals';
import { importDocuments, removeDocuments, type ImportResult } from '../../src/documents/import.js';
import { printProblem } from '../../src/documents/problem.js';
import type { EntityRecord, RelationRecord } from '../../src/model/records.js';
import type { Store } from '../../src/store/store.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { describeOnEngines } from '../support/engines.js';
import { openStore, unchanged } from '../support/importing.js';
import { printTime } from '../support/merging.js';

const vocabulary = createVocabulary();
const membership = 'ann~MEMBER_OF~club';

/** The first report: with a misspelt name, a wrong year, and an evidence too many. */
const first = `kenes: 1
sources:
  - { slug: gazette, publisher: press, publishedAt: 2025-03-01 }
  - { slug: blog, publisher: press }
entities:
  - { slug: press, type: Organization }
  - { slug: club, type: Organization, names: { en: Club } }
  - { slug: ann, type: Person, names: { en: Anm }, evidence: [{ source: gazette }] }
relations:
  - { type: MEMBER_OF, from: ann, to: club, since: 2011, evidence: [{ source: gazette }, { source: blog }] }
`;
const corrected = first
  .replace('Anm', 'Ann')
  .replace('2011', '2012')
  .replace(', { source: blog }', '');

describeOnEngines('a document', (engine) => {
  let store: Store;

  beforeEach(async () => {
    store = await openStore(engine);
  }, 60_000);

  const importTexts = (files: Readonly<Record<string, string>>): Promise<ImportResult> =>
    importDocuments(
      store,
      vocabulary,
      Object.entries(files).map(([name, text]) => ({ name, read: () => Promise.resolve(text) })),
    );
  const merge = async (files: Readonly<Record<string, string>>): Promise<ImportResult> => {
    const result = await importTexts(files);
    expect(result.problems.map(printProblem)).toEqual([]);
    return result;
  };
  const entity = (slug: string): Promise<EntityRecord | undefined> =>
    store.write(async (transaction) => (await transaction.entities([slug]))[0]);
  const relation = (key: string): Promise<RelationRecord | undefined> =>
    store.write(async (transaction) => (await transaction.relations([key]))[0]);
  const documents = (): Promise<string[]> =>
    store.snapshot(async (records) => {
      const slugs: string[] = [];
      for await (const batch of records.documents()) slugs.push(...batch.map(({ slug }) => slug));
      return slugs;
    });

  it('that is corrected replaces what it said: a name, a year, an evidence', async () => {
    await merge({ 'report.yaml': first });
    expect(await relation(membership)).toMatchObject({ sources: ['blog', 'gazette'] });
    await merge({ 'report.yaml': corrected });
    expect(await entity('ann')).toMatchObject({ names: { en: 'Ann' }, details: { aliases: {} } });
    const member = await relation(membership);
    expect(member).toMatchObject({ properties: { since: '2012' }, sources: ['gazette'] });
    expect(printTime(member!.time)).toBe('2012-01-01..2012-12-31 to 2025-03-01..');
    const evidence = await store.write((transaction) => transaction.evidence([membership]));
    expect(evidence.map(({ property, stance, value }) => [property, stance, value])).toEqual([
      [null, 'CONFIRMS', null],
      ['since', 'CONFIRMS', '2012'],
    ]);
  });

  it('that no longer speaks of a record takes it away, with all that follows from it', async () => {
    await merge({ 'report.yaml': first });
    const { summary } = await merge({
      'report.yaml': first.slice(0, first.indexOf('  - { slug: ann')),
    });
    expect(summary).toEqual({
      sources: { added: 0, changed: 0, removed: 0 },
      entities: { added: 0, changed: 1, removed: 1 },
      relations: { added: 0, changed: 0, removed: 1 },
      evidence: { added: 0, changed: 0, removed: 5 },
    });
    expect(await entity('ann')).toBeUndefined();
    expect(await relation(membership)).toBeUndefined();
    expect(await entity('club')).toMatchObject({ degree: 0 });
    expect((await store.counts()).evidence).toBe(0);
  });

  it('that is removed takes the time with it that a statement had from its event', async () => {
    await merge({
      'statement.yaml': `kenes: 1
entities:
  - { slug: said, type: Statement }
  - { slug: forum, type: Event, startDate: 2025-03-10 }`,
      'place.yaml': `kenes: 1
entities:
  - { slug: said, type: Statement }
  - { slug: forum, type: Event }
relations: [{ type: MADE_AT, from: said, to: forum }]
evidence: [{ source: kenes-editorial }]`,
    });
    expect(printTime((await entity('said'))!.time)).toBe('2025-03-10..2025-03-10');
    await removeDocuments(store, vocabulary, ['place']);
    expect(printTime((await entity('said'))!.time)).toBe('..');
    expect(await entity('said')).toMatchObject({ degree: 0 });
  });

  it('that is removed leaves what another document still says', async () => {
    await merge({ 'report.yaml': first, 'other.yaml': corrected });
    expect((await entity('ann'))?.details.aliases).not.toEqual({});
    await removeDocuments(store, vocabulary, ['report']);
    expect(await entity('ann')).toMatchObject({ names: { en: 'Ann' }, details: { aliases: {} } });
    expect(await relation(membership)).toMatchObject({
      properties: { since: '2012' },
      sources: ['gazette'],
    });
    expect(await documents()).toEqual(['other']);
  });

  it('cannot take away what others need: the problem names document, line, column and record', async () => {
    await merge({
      'report.yaml': first,
      'other.yaml': `kenes: 1
entities:
  - { slug: bob, type: Person, evidence: [{ source: gazette }] }
  - { slug: press, type: Organization }
relations:
  - { type: MEMBER_OF, from: bob, to: club }
evidence: [{ source: kenes-editorial }]
`,
      'third.yaml': 'kenes: 1\nentities: [{ slug: bob, type: Person }]\n',
    });
    const before = await store.counts();
    const { problems } = await removeDocuments(store, vocabulary, ['report']);
    expect(problems.map(printProblem)).toEqual([
      'other:3:5: bob: It needs the source “gazette”, which no document would state any more.',
      'other:6:5: bob~MEMBER_OF~club: It needs the entity “club”, which no document would state any more.',
    ]);
    expect(await store.counts()).toEqual(before);
    expect(await documents()).toEqual(['other', 'report', 'third']);
    const replaced = await importTexts({ 'report.yaml': 'kenes: 1\n' });
    expect(replaced.problems).toEqual(problems);
    expect(await store.counts()).toEqual(before);
  });

  it('that comes again unchanged changes nothing, and keeps the versions', async () => {
    await merge({ 'report.yaml': first });
    const versions = async () => [
      (await entity('ann'))?.version,
      (await relation(membership))?.version,
    ];
    expect(await versions()).toEqual([1, 1]);
    const { summary } = await merge({ 'report.yaml': first });
    expect(summary).toEqual(unchanged);
    expect((await merge({ 'report.yaml': `# Moved\n${first}` })).summary).toEqual(unchanged);
    expect(await versions()).toEqual([1, 1]);
  });

  it('counts in a version what is said of a record, not what follows from others', async () => {
    await merge({ 'report.yaml': first });
    const versions = async (): Promise<unknown> => [
      (await entity('ann'))?.version,
      (await entity('club'))?.version,
      (await relation(membership))?.version,
    ];
    await merge({ 'report.yaml': corrected });
    expect(await versions()).toEqual([2, 1, 2]);
    await merge({
      'other.yaml': `kenes: 1
entities:
  - { slug: club, type: Organization }
  - { slug: bob, type: Person }
relations: [{ type: MEMBER_OF, from: bob, to: club }]
evidence: [{ source: kenes-editorial }]`,
    });
    expect(await versions()).toEqual([2, 1, 2]);
    await merge({ 'third.yaml': 'kenes: 1\nentities: [{ slug: ann, type: Person, sameAs: [https://a.example/] }]' }); // prettier-ignore
    expect(await versions()).toEqual([3, 1, 2]);
  });

  it('corrects the type of an entity that only it speaks of', async () => {
    const topic = 'kenes: 1\nentities: [{ slug: matter, type: Topic, names: { en: Matter } }]\n';
    await merge({ 'report.yaml': topic });
    await merge({ 'report.yaml': topic.replace('Topic', 'Event') });
    expect(await entity('matter')).toMatchObject({ type: 'Event', names: { en: 'Matter' } });
    expect((await store.counts()).entities).toEqual([{ type: 'Event', count: 1 }]);
    await merge({ 'other.yaml': topic.replace('Topic', 'Event') });
    const { problems } = await importTexts({ 'report.yaml': topic });
    expect(problems.map(printProblem)).toEqual([
      'report.yaml:2:34: entities[0].type: The type of “matter” cannot change: it is already an Event.',
    ]);
  });

  it('cannot correct the type of an entity that others name as what it was', async () => {
    const body = 'kenes: 1\nentities: [{ slug: body, type: Organization }]\n';
    await merge({
      'report.yaml': body,
      'other.yaml': `kenes: 1
sources: [{ slug: paper, publisher: body }]
entities: [{ slug: ann, type: Person }]
relations: [{ type: MEMBER_OF, from: ann, to: body }]
evidence: [{ source: kenes-editorial }]`,
    });
    const { problems } = await importTexts({
      'report.yaml': body.replace('Organization', 'Topic'),
    });
    expect(problems.map(printProblem)).toEqual([
      'other:2:11: paper: It cannot name “body” with the type that this would have.',
      'other:4:13: ann~MEMBER_OF~body: It cannot name “body” with the type that this would have.',
    ]);
    expect(await entity('body')).toMatchObject({ type: 'Organization' });
  });

  it('that is not there cannot be removed, and the nearest one is named', async () => {
    await merge({ 'report.yaml': first });
    const before = await store.counts();
    await expect(removeDocuments(store, vocabulary, ['report', 'reprot'])).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: 'Unknown document “reprot”. Did you mean “report”?',
    });
    expect(await store.counts()).toEqual(before);
  });

  it('has the slug at its top, else the name of its file without the ending', async () => {
    await merge({
      'folder/report.yaml': 'kenes: 1\n',
      'b.json': '{"kenes":1}',
      'c.yml': 'kenes: 1\ndocument: own-slug\n',
    });
    expect(await documents()).toEqual(['b', 'own-slug', 'report']);
    const { problems } = await importTexts({ 'My report.yaml': 'kenes: 1\n' });
    expect(problems.map(printProblem)).toEqual([
      'My report.yaml:1:1: The document needs a slug, since its file’s name “My report” is none. Add `document: …` at its top.',
    ]);
  });

  it('cannot have the slug of another one of the same import', async () => {
    const { problems } = await importTexts({
      'a/report.yaml': first,
      'b/report.yaml': corrected,
      'c.yaml': 'kenes: 1\ndocument: report\n',
    });
    expect(problems.map(printProblem)).toEqual([
      'b/report.yaml:1:1: The document “report” is also “a/report.yaml”. Give each another slug with `document: …` at its top.',
      'c.yaml:2:11: document: The document “report” is also “b/report.yaml”. Give each another slug with `document: …` at its top.',
    ]);
    expect(await documents()).toEqual([]);
  });

  it('keeps all its entries in their order when they are many and change places', async () => {
    const text = (numbers: readonly number[]): string =>
      JSON.stringify({
        kenes: 1,
        entities: numbers.map((n) => ({ slug: `e-${String(n)}`, type: 'Topic' })),
      });
    const numbers = Array.from({ length: 2_500 }, (_, index) => index);
    await merge({ 'many.json': text(numbers) });
    const others = numbers.map((number) => (number % 2 === 0 ? number : number + 10_000)).reverse();
    const { summary } = await merge({ 'many.json': text(others) });
    expect(summary.entities).toEqual({ added: 1_250, changed: 0, removed: 1_250 });
    const keys = await store.snapshot(async (records) => {
      const found: string[] = [];
      for await (const batch of records.entries()) found.push(...batch.map(({ key }) => key));
      return found;
    });
    expect(keys).toEqual(others.map((number) => `e-${String(number)}`));
  }, 120_000);
});
