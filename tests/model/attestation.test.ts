import { describe, expect, it } from '@jest/globals';
import {
  attestationBy,
  attestationOfRelation,
  EDITORIAL_SOURCE,
} from '../../src/model/attestation.js';
import { evidenceToCite } from '../../src/model/evidence.js';
import type { EvidenceRecord, SourceRecord } from '../../src/model/records.js';

const source = (slug: string, publisherSlug: string, ...informerSlugs: string[]): SourceRecord => ({
  slug, publisherSlug, informerSlugs, title: null, urls: [], language: null, publishedAt: null,
  kind: null, text: null,
}); // prettier-ignore

const sources = new Map(
  [
    source('release-a', 'paper-a', 'ministry'),
    source('release-b', 'paper-b', 'ministry'),
    source('again-a', 'paper-a', 'ministry'),
    source('own', 'bureau', 'bureau'),
    source('unknown-a', 'paper-a'),
    source('unknown-b', 'paper-b'),
    source(EDITORIAL_SOURCE, 'kenes'),
  ].map((one) => [one.slug, one]),
);

const evidence = (sourceSlug: string, more: Partial<EvidenceRecord> = {}): EvidenceRecord => ({
  id: sourceSlug, target: 'a~MADE~b', property: null, sourceSlug, position: null,
  stance: 'CONFIRMS', value: null, preferred: false, inferred: false, note: null, ...more,
}); // prettier-ignore

describe('an attestation', () => {
  it.each<[string, string[], number, number]>([
    ['nothing', [], 0, 0],
    ['two papers that print one release', ['release-a', 'release-b'], 2, 1],
    ['one paper twice', ['release-a', 'again-a'], 1, 1],
    ['a release and an own report', ['release-a', 'own'], 2, 2],
    ['papers whose informers are unknown', ['unknown-a', 'unknown-b'], 2, 1],
    ['a known and an unknown informer', ['release-a', 'unknown-b'], 2, 1],
  ])('of %s counts publishers and origins', (_, slugs, publisherCount, originCount) => {
    expect(attestationBy(slugs, sources)).toMatchObject({ publisherCount, originCount });
  });

  it('lists each source once, sorted', () => {
    const { sources: slugs } = attestationBy(['own', 'again-a', 'own'], sources);
    expect(slugs).toEqual(['again-a', 'own']);
  });

  it('of a relation is by what confirms it as a whole, outright and not by the editors', () => {
    const pieces = [
      evidence('own'),
      evidence('release-a', { inferred: true }),
      evidence('release-b', { stance: 'CONTRADICTS' }),
      evidence('again-a', { property: 'date' }),
      evidence(EDITORIAL_SOURCE),
    ];
    expect(attestationOfRelation(pieces, sources)).toEqual({
      sources: ['own'],
      publisherCount: 1,
      originCount: 1,
    });
  });
});

describe('the evidence to cite', () => {
  const contradicting = evidence('own', { stance: 'CONTRADICTS' });
  const inferred = evidence('release-a', { inferred: true });
  const outright = evidence('release-b');

  it('is what confirms outright, where there is any', () => {
    expect(evidenceToCite([contradicting, inferred, outright])).toEqual([outright]);
  });

  it('is what implies it, where nothing confirms outright', () => {
    expect(evidenceToCite([contradicting, inferred])).toEqual([inferred]);
    expect(evidenceToCite([contradicting])).toEqual([]);
  });
});
