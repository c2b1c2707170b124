import { describe, expect, it } from '@jest/globals';
import { printParts, type Printing } from '../../src/documents/document-parts.js';
import type { KenesDocument } from '../../src/documents/format.js';
import { createVocabulary } from '../../src/vocabulary/vocabulary.js';
import { engines } from '../support/engines.js';
import { graphOf, importAll, openStore } from '../support/importing.js';
import { Random, randomSeed, randomWorld } from '../support/worlds.js';

const editorial = [{ source: 'kenes-editorial' }];
const people = (...slugs: readonly string[]): KenesDocument => ({
  kenes: 1,
  evidence: editorial,
  entities: slugs.map((slug) => ({ slug, type: 'Person' })),
});
const printing = (maximumBytes: number, ...taken: readonly string[]): Printing => ({
  print: (document) => JSON.stringify(document),
  maximumBytes,
  isTaken: (slug) => taken.includes(slug),
});

describe('a document that is exported', () => {
  it('is written as it is if it is not larger than a file may be', () => {
    const document = { ...people('ann', 'bob'), document: 'list' };
    const text = JSON.stringify(document);
    expect(printParts(document, printing(text.length))).toEqual([{ slug: 'list', text }]);
  });

  it('is divided into documents with free slugs and the same default evidence if it is larger', () => {
    const document = { ...people('ann', 'bob', 'cem'), document: 'list' };
    const printed = (slug: string, person: string) => ({
      slug,
      text: JSON.stringify({
        kenes: 1,
        evidence: editorial,
        document: slug,
        entities: [{ slug: person, type: 'Person' }],
      }),
    });
    const maximum = JSON.stringify(document).length - 1;
    expect(printParts(document, printing(maximum, 'list-part-2'))).toEqual([
      printed('list-part-1', 'ann'),
      printed('list-part-3', 'bob'),
      printed('list-part-4', 'cem'),
    ]);
  });

  it('is divided where its text is longer than a text can be, and keeps an entry whole', () => {
    const document = { ...people('ann', 'bob'), document: 'list' };
    const print = (part: KenesDocument): string => {
      if ((part.entities?.length ?? 0) > 1) throw new RangeError('Invalid string length');
      return JSON.stringify(part);
    };
    const parts = printParts(document, { ...printing(1), print });
    expect(parts.map(({ slug }) => slug)).toEqual(['list-part-1', 'list-part-2']);
  });

  it(`gives the same graph in parts (KENES_TEST_SEED=${randomSeed})`, async () => {
    const world = randomWorld(new Random(randomSeed), createVocabulary());
    const parts = printParts({ ...world, document: 'world' }, printing(8_000));
    expect(parts.length).toBeGreaterThan(3);
    for (const { text } of parts) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(8_000);
    const fileOf = (slug: string, text: string) => ({
      name: `${slug}.json`,
      read: () => Promise.resolve(text),
    });
    const whole = await openStore(engines[0]!);
    await importAll(whole, [fileOf('world', JSON.stringify(world))]);
    const divided = await openStore(engines[0]!);
    await importAll(
      divided,
      parts.map(({ slug, text }) => fileOf(slug, text)),
    );
    expect(await graphOf(divided)).toEqual(await graphOf(whole));
  }, 120_000);
});
