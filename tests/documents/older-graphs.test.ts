import { expect, it } from '@jest/globals';
import { adoptGraph } from '../../src/documents/adopt.js';
import type { KenesDocument } from '../../src/documents/format.js';
import { keptDocuments } from '../../src/documents/kept-documents.js';
import type { Store } from '../../src/store/store.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { describeOnEngines } from '../support/engines.js';
import { fileOf, graphOf, importAll, openStore, unchanged } from '../support/importing.js';
import { entity, evidence, nothing, relation, source } from '../support/written-store.js';

const vocabulary = createVocabulary();
const BARE = 'club~BELONGS_TO~union';

describeOnEngines('a relation without evidence in the graph of an earlier version', (engine) => {
  /** Opens a store as an earlier version left it, which kept no documents, and adopts it. */
  async function adopted(): Promise<Store> {
    const store = await openStore(engine);
    await store.write((transaction) =>
      transaction.apply({
        ...nothing,
        entities: [
          entity('club', { degree: 2 }),
          entity('union', { degree: 1 }),
          entity('party', { degree: 1 }),
        ],
        sources: [source('paper', 'party')],
        relations: [
          relation(BARE, { version: 3, properties: { since: '2020' } }),
          relation('club~BELONGS_TO~party', {
            sources: ['paper'],
            publisherCount: 1,
            originCount: 1,
          }),
        ],
        evidence: [evidence('e', 'club~BELONGS_TO~party', 'paper')],
      }),
    );
    await adoptGraph(store, vocabulary);
    return store;
  }

  it('gets that of the editors, with a note, and nothing else changes', async () => {
    const { relations = [], derived } = await graphOf(await adopted());
    const note = 'An earlier version of Kenes took this without evidence.';
    expect(relations).toEqual([
      { type: 'BELONGS_TO', from: 'club', to: 'party', evidence: [{ source: 'paper' }] },
      {
        type: 'BELONGS_TO',
        from: 'club',
        to: 'union',
        since: '2020',
        evidence: [
          { source: 'kenes-editorial', note },
          { source: 'kenes-editorial', property: 'since', note },
        ],
      },
    ]);
    expect(derived[BARE]).toMatchObject({ sources: [], publisherCount: 0, originCount: 0 });
  });

  it('can be imported again from an export', async () => {
    const store = await adopted();
    const exported = await store.snapshot(async (records) => {
      const kept: KenesDocument[] = [];
      for await (const document of keptDocuments(records)) kept.push(document);
      return kept;
    });
    expect(exported.map(({ document }) => document)).toEqual(['before-documents']);
    const files = exported.map((document) => fileOf(document));
    expect(await importAll(store, files)).toEqual(unchanged);
    const other = await openStore(engine);
    await importAll(other, files);
    const { entities, sources, relations } = await graphOf(other);
    expect({ entities, sources, relations }).toEqual(
      await graphOf(store).then(({ entities, sources, relations }) => ({
        entities,
        sources,
        relations,
      })),
    );
  });
});
