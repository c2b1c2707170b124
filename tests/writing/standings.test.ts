import { beforeEach, expect, it } from '@jest/globals';
import { removeDocuments } from '../../src/documents/import.js';
import type { EvidenceEntry } from '../../src/writing/entries.js';
import type { Store } from '../../src/store/store.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { describeOnEngines } from '../support/engines.js';
import { fileOf, graphOf, importAll, openStore } from '../support/importing.js';

const COMMISSIONER = 'commissioner~PARTICIPATED_IN~forum~ORGANIZER';
const CENTRE = 'centre~PARTICIPATED_IN~forum~ORGANIZER';

const entities = [
  { slug: 'press', type: 'Organization' },
  { slug: 'commissioner', type: 'Organization' },
  { slug: 'centre', type: 'Organization' },
  { slug: 'forum', type: 'Event' },
] as const;
const sources = [
  { slug: 'gazette', publisher: 'press' },
  { slug: 'courier', publisher: 'press' },
];

/** A document of its own on who organized the forum. */
const organizer = (from: string, ...evidence: readonly EvidenceEntry[]) =>
  fileOf({
    document: `on-the-${from}`,
    sources,
    entities,
    relations: [{ type: 'PARTICIPATED_IN', from, to: 'forum', role: 'ORGANIZER', evidence }],
  });
const says: EvidenceEntry = { source: 'gazette' };
const saysNot = { source: 'courier', stance: 'CONTRADICTS' } as const;
const saysCentre: EvidenceEntry = { ...saysNot, value: CENTRE };

describeOnEngines('the standing that the writer keeps of a relation', (engine) => {
  let store: Store;

  beforeEach(async () => {
    store = await openStore(engine);
  });

  const standings = async (): Promise<object> => {
    const { derived } = await graphOf(store);
    const of = (key: string) => {
      const { standing, isContested } = (derived[key] ?? {}) as Record<string, unknown>;
      return [standing, isContested];
    };
    return { commissioner: of(COMMISSIONER), centre: of(CENTRE) };
  };

  it('is contested on both sides, whichever document comes first', async () => {
    const expected = { commissioner: ['STATED', true], centre: ['STATED', true] };
    await importAll(store, [organizer('commissioner', says, saysCentre)]);
    await importAll(store, [organizer('centre', { source: 'courier' })]);
    expect(await standings()).toEqual(expected);
    store = await openStore(engine);
    await importAll(store, [organizer('centre', { source: 'courier' })]);
    await importAll(store, [organizer('commissioner', says, saysCentre)]);
    expect(await standings()).toEqual(expected);
  });

  it('is settled when the document that denies it for a rival says so no more', async () => {
    const centre = organizer('centre', { source: 'courier' });
    await importAll(store, [organizer('commissioner', says, saysCentre), centre]);
    await importAll(store, [organizer('commissioner', says)]);
    expect(await standings()).toEqual({
      commissioner: ['STATED', false],
      centre: ['STATED', false],
    });
  });

  it('is settled when the document with its rival is removed', async () => {
    const centre = organizer('centre', { ...says, inferred: true });
    await importAll(store, [organizer('commissioner', says, saysCentre), centre]);
    expect(await standings()).toMatchObject({ centre: ['INFERRED', true] });
    await removeDocuments(store, createVocabulary(), ['on-the-commissioner']);
    expect(await standings()).toMatchObject({ centre: ['INFERRED', false] });
  });

  it('is denied until a source states it', async () => {
    await importAll(store, [organizer('commissioner', saysNot)]);
    expect(await standings()).toMatchObject({ commissioner: ['DENIED', true] });
    await importAll(store, [organizer('commissioner', saysNot, { source: 'kenes-editorial' })]);
    expect(await standings()).toMatchObject({ commissioner: ['EDITORIAL', true] });
    await importAll(store, [organizer('commissioner', saysNot, says)]);
    expect(await standings()).toMatchObject({ commissioner: ['STATED', true] });
  });
});
