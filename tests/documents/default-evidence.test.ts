import { expect, it } from '@jest/globals';
import type { KenesDocument } from '../../src/documents/format.js';
import { importDocuments, removeDocuments } from '../../src/documents/import.js';
import { keptDocuments } from '../../src/documents/kept-documents.js';
import { printProblem } from '../../src/documents/problem.js';
import type { Store } from '../../src/store/store.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { describeOnEngines } from '../support/engines.js';
import { fileOf, graphOf, importAll, openStore, unchanged } from '../support/importing.js';

const vocabulary = createVocabulary();

const press: Omit<KenesDocument, 'kenes'> = {
  document: 'press',
  sources: [
    { slug: 'paper', publisher: 'house', publishedAt: '2025-03' },
    { slug: 'blog', publisher: 'ann-house' },
  ],
  entities: [
    { slug: 'house', type: 'Organization' },
    { slug: 'ann-house', type: 'Organization' },
  ],
};

/** A document of three relations, of which one has evidence of its own. */
const people = (evidence?: KenesDocument['evidence']): Omit<KenesDocument, 'kenes'> => ({
  document: 'people',
  ...(evidence ? { evidence } : {}),
  entities: [{ slug: 'ann', type: 'Person', names: { en: 'Ann' } }],
  relations: [
    { type: 'MEMBER_OF', from: 'ann', to: 'house', title: 'Head' },
    { type: 'MEMBER_OF', from: 'ann', to: 'ann-house', evidence: [{ source: 'blog' }] },
    { type: 'PART_OF', from: 'ann-house', to: 'house', evidence: [] },
  ],
});

/** Prints the evidence for each relation and entity that has any. */
async function evidenceIn(store: Store): Promise<Record<string, string[]>> {
  const { entities = [], relations = [] } = await graphOf(store);
  const said = [
    ...entities.map(({ slug, evidence = [] }) => [slug, evidence] as const),
    ...relations.map(
      ({ from, type, to, evidence = [] }) => [`${from} ${type} ${to}`, evidence] as const,
    ),
  ];
  return Object.fromEntries(
    said
      .filter(([, evidence]) => evidence.length > 0)
      .map(([key, evidence]) => [
        key,
        evidence
          .map(({ source, property }) => (property ? `${source}: ${property}` : source))
          .sort(),
      ]),
  );
}

describeOnEngines('the default evidence of a document', (engine) => {
  it('is for its relations without evidence of their own, and for no entity', async () => {
    const store = await openStore(engine);
    await importAll(store, [fileOf(press), fileOf(people([{ source: 'paper' }]))]);
    expect(await evidenceIn(store)).toEqual({
      'ann MEMBER_OF house': ['paper', 'paper: title.en'],
      'ann MEMBER_OF ann-house': ['blog'],
      'ann-house PART_OF house': ['paper'],
    });
  });

  it('is not for the relations of other documents', async () => {
    const store = await openStore(engine);
    const more = {
      document: 'more',
      evidence: [{ source: 'blog' }],
      relations: [{ type: 'PART_OF', from: 'ann-house', to: 'house' }],
    };
    await importAll(store, [fileOf(press), fileOf(people([{ source: 'paper' }])), fileOf(more)]);
    expect((await evidenceIn(store))['ann-house PART_OF house']).toEqual(['blog', 'paper']);
    expect((await evidenceIn(store))['ann MEMBER_OF house']).toEqual(['paper', 'paper: title.en']);
  });

  it('changes all relations that take it when it changes, and no other', async () => {
    const store = await openStore(engine);
    await importAll(store, [fileOf(press), fileOf(people([{ source: 'paper' }]))]);
    const summary = await importAll(store, [fileOf(people([{ source: 'blog', inferred: true }]))]);
    expect(summary.relations).toEqual({ added: 0, changed: 2, removed: 0 });
    expect(await evidenceIn(store)).toEqual({
      'ann MEMBER_OF house': ['blog', 'blog: title.en'],
      'ann MEMBER_OF ann-house': ['blog'],
      'ann-house PART_OF house': ['blog'],
    });
    expect((await graphOf(store)).derived['ann~MEMBER_OF~house']).toMatchObject({
      sources: [],
      publisherCount: 0,
    });
    const other = await openStore(engine);
    await importAll(other, [fileOf(people([{ source: 'blog', inferred: true }])), fileOf(press)]);
    expect(await graphOf(other)).toEqual(await graphOf(store));
  });

  it('cannot go while a relation takes it, and changes nothing when it comes again', async () => {
    const store = await openStore(engine);
    const files = [fileOf(press), fileOf(people([{ source: 'paper' }]))];
    await importAll(store, files);
    expect(await importAll(store, files)).toEqual(unchanged);
    const { problems } = await importDocuments(store, vocabulary, [fileOf(people())]);
    expect(problems.map(({ path }) => path)).toEqual(['relations[0]', 'relations[2]']);
  });

  it('needs its source as long as a relation takes it', async () => {
    const store = await openStore(engine);
    const sources = { document: 'sources', sources: press.sources ?? [] };
    await importAll(store, [
      fileOf({ document: 'press', entities: press.entities ?? [] }),
      fileOf(sources),
      fileOf(people([{ source: 'paper' }])),
    ]);
    const { problems } = await removeDocuments(store, vocabulary, ['sources']);
    expect(problems.map(printProblem)).toContain(
      'people:1:142: ann~MEMBER_OF~house: It needs the source “paper”, which no document would state any more.',
    );
  });

  it('comes back from an export as it was written', async () => {
    const store = await openStore(engine);
    const written = people([{ source: 'paper', note: 'As the paper has it.' }]);
    await importAll(store, [fileOf(press), fileOf(written)]);
    const exported = await keptIn(store);
    expect(exported).toEqual([
      { kenes: 1, ...written },
      { kenes: 1, ...press },
    ]);
    expect(Object.keys(exported[0] ?? {}).slice(0, 3)).toEqual(['kenes', 'document', 'evidence']);
    const other = await openStore(engine);
    await importAll(
      other,
      exported.map((document) => fileOf(document)),
    );
    expect(await graphOf(other)).toEqual(await graphOf(store));
    expect(await keptIn(other)).toEqual(exported);
  });
});

function keptIn(store: Store): Promise<KenesDocument[]> {
  return store.snapshot(async (records) => {
    const kept: KenesDocument[] = [];
    for await (const document of keptDocuments(records)) kept.push(document);
    return kept;
  });
}
